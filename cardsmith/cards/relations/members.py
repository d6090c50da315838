"""Members of a kind that a sentence names: "dural folds, such as the falx and the tentorium"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from cardsmith.cards.commonness import commonest
from cardsmith.cards.study import Piece
from cardsmith.grammar import FUNCTION, NounGroup, Reading, Token, content, count

__all__ = ["Members", "members"]

_NUMBERS: Final = {2: "two", 3: "three"}
MOST_WORDS: Final = 4
FEWEST: Final = 2
# the kind and the members are words that few documents use
RARE_KIND: Final = 6
RARE_MEMBER: Final = 5
_VAGUE: Final = re.compile(
    r"\b(?:activit|application|approach|area|aspect|case|categor|challenge|concept|condition|"
    r"content|context|event|element|example|factor|feature|field|figure|group|individual|issue|"
    r"item|material|measure|method|option|people|place|platform|practice|problem|process|resource|"
    r"setting|situation|skill|source|strateg|system|task|technique|technolog|term|thing|tool|topic|"
    r"value|way|word)(?:y|ies|s|es)?$",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"\b(?:and|or)\b|'s |’ |' ")
_EMPTY: Final = frozenset(
    """additional all any basic certain common different essential few important key main major many
    modern more most multiple new notable numerous other popular prominent several significant some
    specific such these those traditional two undergone unique various""".split()
)


@dataclass(frozen=True, slots=True)
class Members:
    """A kind in the plural, how many members are told, and their names."""

    genus: str
    number: str
    names: tuple[str, ...]


def members(piece: Piece) -> Iterator[Members]:
    """The members of each kind that a sentence gives two or three examples of."""
    reading = piece.reading
    for part in reading.prepositions:
        if part.opener == "such as":
            group = _before(reading, part.start)
            genus = _genus(reading, group) if group else ""
            items = _items(reading, part.start + count(part.opener))
            if genus and len(items) in _NUMBERS and all(_worth(reading, each) for each in items):
                names = tuple(_bare(reading, each) for each in items)
                yield Members(genus, _NUMBERS[len(items)], names)


def _items(reading: Reading, at: int) -> list[NounGroup]:
    """The groups of a row from a word on, "the falx and the tentorium"; none without an end."""
    found: list[NounGroup] = []
    ends = False
    while (group := next((each for each in reading.nouns if each.start == at), None)) is not None:
        found.append(group)
        if ends:
            return found
        joins = list(takewhile(_joins, reading.tokens[group.end :]))
        ends = any(token.tag == "CC" for token in joins)
        at = group.end + len(joins)
        if not joins:
            break
    return []


def _joins(token: Token) -> bool:
    return token.text == "," or token.tag == "CC"


def _worth(reading: Reading, group: NounGroup) -> bool:
    shown = _bare(reading, group)
    if reading.tokens[group.start].tag[:2] == "RB" or shown.casefold() in FUNCTION:
        return False
    return count(shown) <= MOST_WORDS and max(map(commonest, shown.split())) >= RARE_MEMBER


def _bare(reading: Reading, group: NounGroup) -> str:
    first = group.start + bool(group.determiner and group.start < group.head)
    return reading.text[reading.tokens[first].start : reading.tokens[group.end - 1].end]


def _before(reading: Reading, at: int) -> NounGroup | None:
    """The group that examples belong to: the one before, behind a comma only where it is alone."""
    apart = at > 0 and reading.tokens[at - 1].text == ","
    before = [group for group in reading.nouns if group.end <= at]
    end = at - apart
    if not before or before[-1].end != end or (apart and len(before) > 1):
        return None
    return before[-1]


def _counts(token: Token) -> bool:
    """Whether a word before a kind only counts or weighs it: "many", "specifically"."""
    return token.text.casefold() in _EMPTY or token.tag[:2] == "RB"


def _genus(reading: Reading, group: NounGroup) -> str:
    """The kind without what only counts it, "" where it is no kind of its own."""
    first = group.start + bool(group.determiner)
    while first < group.head and _counts(reading.tokens[first]):
        first += 1
    shown = reading.text[reading.tokens[first].start : reading.tokens[group.end - 1].end]
    own = group.plural and not group.proper and not _VAGUE.search(shown)
    own = own and not _JOINED.search(shown)
    rarest = max(map(commonest, content(shown)), default=0)
    return shown if own and count(shown) >= FEWEST and rarest >= RARE_KIND else ""
