"""Why words of a sentence cannot be hidden: a blank must have one answer worth recalling."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from cardsmith.cards.acronyms import spelled
from cardsmith.cards.choosing.boundaries import adjective, apposed, whole
from cardsmith.cards.choosing.choice import Choice
from cardsmith.cards.choosing.coordination import joined
from cardsmith.cards.choosing.emptiness import (
    comments,
    everyday,
    example,
    exercise,
    praised,
    somebody,
)
from cardsmith.cards.choosing.hidden import Hidden, words_of
from cardsmith.cards.choosing.phrases import Origin
from cardsmith.cards.commonness import band, commonest
from cardsmith.cards.leaks import parted
from cardsmith.cards.study import Piece, Study
from cardsmith.grammar import count, families, spellings
from cardsmith.markup import carve
from cardsmith.model import Nature
from cardsmith.parser.titles import nature

__all__ = ["LEAST", "RULES", "USABLE", "refusal"]

# rule R7
MOST_WORDS: Final = 5
MOST_LETTERS: Final = 40
# What words must be worth: read on random cards. Those that nobody marked must be worth more, and
# the more the less often authors of other documents name them as keywords.
LEAST: Final = 0.55
UNKNOWN: Final = 0.75
UNASKED: Final = 0.7
STEP: Final = 0.07
# terms of more subjects than this say less in each
NARROW: Final = 3
WIDER: Final = 0.03
NAME: Final = 0.6
# and words worth as much are what their sentence was made to name
NAMING: Final = 0.9
# a word that stands in more than one document of sixteen is not worth recalling
TELLING: Final = 4
# nor is, unless its author marked it, what is no term and not rare
RARELY: Final = 7
# nor is what has no word that is rarer: "legal frameworks", "learning environment"
RAREST: Final = 6
RAREST_MARKED: Final = 5
# unless it is a term, of a few subjects or wherever it stands: "linear equations"
OWN_OFTEN: Final = 3
OWN_SPREAD: Final = 4
OWN_SHARE: Final = 5
OWN_BAND: Final = 3
# a term of so many subjects is a virtue of all things ("collaboration", "sustainability")
EVERYWHERE: Final = 9
# that, and one item of a whole list, must be worth as much
OF_ALL: Final = 0.95
# a single word is a term where one in eight documents that hold it names it as a keyword
MEANT: Final = 2
# and everyday words together are one where a dozen documents do: "nervous system"
OFTEN: Final = 3
# a technical adjective may be hidden alone: "an [exothermic] reaction"
TECHNICAL: Final = 8

# "benefit the community as a whole", "take it into account"
_IDLE: Final = frozenset(
    "account bit bulk extent half kind lot lots outset place sake se sort strides whole".split()
)
# "sulfates (SO₄²⁻)", "polymerase chain reaction (PCR)"
_SHORT_FORM: Final = re.compile(
    r" ?\((?:[A-Z][A-Za-z\d-]{0,6}[A-Z\d]s?|[A-Z][^\s()]{0,6}[₀-₉⁺⁻²³¹⁰-⁹+-])\)"
)
_POSSESSIVE: Final = re.compile(r"\w['’]s? ")


def refusal(found: Choice, piece: Piece, study: Study) -> str:
    """The code of the first rule that a word group breaks, "" where it can be hidden."""
    hidden = words_of(found, piece, study)
    rules = USABLE if Origin.MARK in found.origins else RULES
    return next((code for code, wrong in rules.items() if wrong(hidden)), "")


def _weak(hidden: Hidden) -> bool:
    return hidden.found.worth < LEAST or hidden.found.worth < _needed(hidden)


def _needed(hidden: Hidden) -> float:
    # where an author marked no term, that words have no mark tells nothing
    asked = bool(hidden.study.document.front.keywords)
    if hidden.named.spread >= EVERYWHERE:
        return OF_ALL if asked else UNKNOWN
    if hidden.marked or hidden.figure:
        return LEAST
    if hidden.name:
        return NAME
    least = UNKNOWN if asked else UNASKED
    return least - STEP * hidden.named.share + WIDER * max(0, hidden.named.spread - NARROW)


def _too_large(hidden: Hidden) -> bool:
    return count(hidden.shown) > MOST_WORDS or len(hidden.shown) > MOST_LETTERS


def _worthless(hidden: Hidden) -> bool:
    """Whether the words are everyday ones, or a description that nobody gives a name."""
    if hidden.figure:
        return False
    # rule R23: "Definition", "Applications"
    if nature(hidden.shown) is Nature.GENERIC or _plain(hidden):
        return True
    rare = commonest(hidden.shown)
    if hidden.marked:
        return " " not in hidden.shown and rare < TELLING
    if hidden.found.worth >= NAMING:
        return rare < TELLING
    if " " not in hidden.shown:
        # "[Hospitals] use scanners": so do many others
        anybody = hidden.found.start == 0 and hidden.shown.endswith("s")
        return hidden.named.share < MEANT + anybody and (anybody or rare < RARELY)
    often = hidden.named.often
    return rare < (RARELY if often == 0 else TELLING + 1 if often < OFTEN else 0)


def _plain(hidden: Hidden) -> bool:
    """Whether no word is rare, and the words are no term: "legal frameworks"."""
    if hidden.name:
        return False
    named = hidden.named
    narrow = named.spread <= OWN_SPREAD or named.share >= OWN_SHARE
    own = named.often >= OWN_OFTEN and narrow
    rarest = max(band(word) for word in hidden.shown.split())
    if own and commonest(hidden.shown) >= OWN_BAND:
        return False
    if hidden.marked:
        return " " in hidden.shown and rarest < RAREST_MARKED
    return rarest < RAREST


def _of_name(hidden: Hidden) -> bool:
    """Whether a number is the last part of a name: "Location 2"."""
    before = hidden.piece.text[: hidden.found.start].split()
    return hidden.figure and len(before) > 1 and before[-1][0].isupper() and before[-1].isalpha()


def _list(hidden: Hidden) -> bool:
    """R11: one item of several, which the others do not tell, unless these are all."""
    found = hidden.found
    # behind a colon the list is all there are: "four types: bacteria, viruses, ..."
    closed = ": " in hidden.piece.text[: found.start]
    if hidden.figure or (closed and hidden.marked and found.worth >= OF_ALL):
        return False
    return joined(hidden.piece.reading, found.start, found.end)


def _torn(hidden: Hidden) -> bool:
    """Whether the words are a part of something else, or no noun at all.

    A technical adjective may stand alone.
    """
    found, reading = hidden.found, hidden.piece.reading
    if hidden.figure or Origin.BOLD in found.origins:
        return False
    if hidden.shown in _IDLE or _owned(hidden):
        return True
    if whole(reading, found.start, found.end, TECHNICAL if hidden.marked else TELLING):
        return False
    if apposed(reading, found.start, found.end):
        return False
    term = hidden.marked or hidden.found.worth >= NAMING or hidden.named.share >= MEANT
    technical = term and band(hidden.shown) >= TECHNICAL
    return not (technical and adjective(reading, found.start, found.end))


def _owned(hidden: Hidden) -> bool:
    """Whether a name that the topic tells owns the rest ("Newton's law"), or anybody anything."""
    match = _POSSESSIVE.search(hidden.shown)
    if match is None:
        return False
    owner = hidden.shown[: match.end()]
    return not hidden.named.often or bool(families(owner) & hidden.study.secret)


def _leak(hidden: Hidden) -> bool:
    """R5: a word of the answer's families stands elsewhere in the sentence, or the answer does.

    One of the topic, too: "Opioids bind to [opioid receptors]" is half told. So is what nobody
    marked by a word of it that is the topic.
    """
    secret = parted(hidden.shown)
    if secret & parted(hidden.rest):
        return True
    if not (hidden.marked or hidden.figure) and secret & hidden.study.secret:
        return True
    return hidden.shown.casefold() in map(str.casefold, spellings(hidden.rest))


def _spells_out(hidden: Hidden) -> bool:
    """W23: "the Food and Drug Administration (FDA)" gives either of its two names away."""
    found, text = hidden.found, hidden.piece.text
    if text[: found.start].endswith("(") and text[found.end :].startswith(")"):
        return count(hidden.shown) == 1
    if _SHORT_FORM.match(text, found.end):
        return True
    return any(long.endswith(hidden.shown) for _, long in spelled(text))


def _tears(hidden: Hidden) -> bool:
    return carve(hidden.piece.runs, hidden.found.start, hidden.found.end, "") is None


# without these there is nothing to ask, whoever wants it asked
USABLE: Final[Mapping[str, Callable[[Hidden], bool]]] = {
    "spelled-out": _spells_out,
    "leak": _leak,
    "blank-tears-markup": _tears,
}
RULES: Final[Mapping[str, Callable[[Hidden], bool]]] = {
    "blank-weak": _weak,
    "blank-size": _too_large,
    "blank-worthless": _worthless,
    "spelled-out": _spells_out,
    "blank-praised": praised,
    "blank-everyday": lambda hidden: everyday(hidden) or somebody(hidden),
    "blank-comment": comments,
    "blank-exercise": exercise,
    "blank-example": example,
    "blank-list": _list,
    "blank-torn": lambda hidden: _torn(hidden) or _of_name(hidden),
    "leak": _leak,
    "blank-tears-markup": _tears,
}
