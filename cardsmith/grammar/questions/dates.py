"""Dates, years, decades and centuries in a sentence."""

from collections.abc import Sequence
from typing import Final

from cardsmith.grammar.questions.asked import Scene
from cardsmith.grammar.questions.kinds import MONTHS
from cardsmith.grammar.questions.references import points
from cardsmith.grammar.reading import Part, PartKind, Token

__all__ = ["is_date"]

_TIME_OPENERS: Final = frozenset("around between circa during in on throughout".split())
_AGES: Final = frozenset("century decade millennium".split())
_ERAS: Final = frozenset(("AD", "BC", "BCE", "CE"))
_DECADE: Final = 5  # letters of "1990s"
_YEARS: Final = ("1000", "2099")
_ORDINALS: Final = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
)


def is_date(scene: Scene, part: Part) -> bool:
    """Whether a prepositional group is a date, a year, a decade or a century."""
    if part.kind is not PartKind.PREPOSITION or part.opener not in _TIME_OPENERS:
        return False
    if part.end != part.core or points(scene, part.start, part.end):
        return False
    tokens = scene.tokens[part.start + 1 : part.core]
    last = tokens[-1]
    if not _ERAS.isdisjoint((tokens[0].text, last.text)):  # "in AD 70", "in 44 BC"
        return _has_number(tokens)
    if last.tag == "CD" and any(token.text.lower() in MONTHS for token in tokens):
        return True
    if _is_year(last.text):
        return all(token.tag in ("CC", "CD", "DT", "JJ") for token in tokens)
    decade = len(last.text) == _DECADE and last.text[-1] == "s" and _is_year(last.text[:-1])
    return decade or (last.lemma.lower() in _AGES and _has_number(tokens))


def _is_year(text: str) -> bool:
    first, last = _YEARS
    return len(text) == len(first) and text.isdigit() and first <= text <= last


def _has_number(tokens: Sequence[Token]) -> bool:
    return any(token.text[0].isdigit() or token.text.lower() in _ORDINALS for token in tokens)
