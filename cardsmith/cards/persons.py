"""Whether a definition is of a person: "Who was Draper?", not "What was Draper?"."""

import re
from typing import Final

__all__ = ["person"]

_TRADES: Final = """actress artist chemist daughter emperor general god goddess heir hero king man
member midwife nurse poet pope priest prince princess queen saint scribe son tyrant woman""".split()
# agents in -er and -or are persons, but for these
_THINGS: Final = frozenset(
    """amplifier barrier border buffer burner cancer carrier center chamber chapter character
    cluster color computer conductor container controller converter counter cover decoder detector
    disorder driver encoder engine error factor feeder fiber filter fever floor folder gender
    generator header honor hunger inhibitor laser layer letter liter marker master matter meter
    minor mirror monitor motor number offer operator order other paper parameter peer pointer
    polymer power printer processor quarter reactor receptor register resistor river router scanner
    sector sensor server shoulder sister spider tower tumor ulcer vector victor voter water weather
    winter""".split()
)
_AGENT: Final = re.compile(
    r"(?:an?|the|one of the) (?:[\w-]+ ){0,4}?"
    rf"(?P<who>{'|'.join(_TRADES)}|\w{{3,}}(?:er|or|ist|ian|wright))s?\b",
    re.IGNORECASE,
)


def person(term: str, meaning: str) -> bool:
    """Whether ``term`` is the name of somebody, judged by its capitals and the head of its meaning.

    Only what stands before a preposition or relative is looked at: "a general of the army".
    """
    names = [word for word in term.split() if word[:1].isupper()]
    if not names or names[0].isupper():
        return False
    head = re.split(r"\b(?:of|that|which|who|in|for|with|to|from|by)\b|,", meaning, maxsplit=1)[0]
    match = _AGENT.match(f"{head} ")
    return match is not None and match["who"].casefold() not in _THINGS
