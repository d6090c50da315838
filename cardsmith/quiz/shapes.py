"""The shape of a term: options of one shape do not give the right one away."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from cardsmith.grammar import families, words
from cardsmith.grammar.sentence import read_text
from cardsmith.markup import fold

__all__ = ["Look", "Shape", "alike", "overlap", "shape", "stands"]

# rule Q10
_WORDS_APART: Final = 2
_MEMORY: Final = 10_000

_NUMBER: Final = re.compile(r"[^A-Za-z]*\d[\d.,:/–-]*\s*(?:%|[A-Za-z°]{0,12})")
_CODE: Final = re.compile(r"[_(){}\[\]<>=;`\\]|\w\.\w")
_ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9-]+s?")
_JOINED: Final = re.compile(r"\b(?:and|or|vs|versus)\b|[&,/]")
# Latin and Greek words in -s that are no plural
_SINGULAR: Final = re.compile(r"(?:ss|us|is|ics|ous)$", re.IGNORECASE)


class Look(StrEnum):
    """What a term looks like at first sight."""

    ACRONYM = "acronym"
    CODE = "code"
    NAME = "name"
    NUMBER = "number"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Shape:
    """A term's look, its number of words, and what its grammar gives away."""

    look: Look
    words: int
    plural: bool
    deed: str  # "VBG" for "building trust", "VB" for "build trust", "" for a thing
    joined: bool  # "supply and demand"


@lru_cache(maxsize=_MEMORY)
def shape(term: str) -> Shape:
    """The shape of a term as it stands inside a sentence."""
    found = [word.text for word in words(term)]
    last = found[-1] if found else ""
    plural = last.endswith("s") and not _SINGULAR.search(last)
    return Shape(_look(term, found), len(found), plural, _deed(term), bool(_JOINED.search(term)))


def _deed(term: str) -> str:
    """The tag of the first word where it is a verb; the past form of one describes a thing."""
    tokens = read_text(term).tokens
    tag = tokens[0].tag if tokens else ""
    return tag.replace("VBP", "VB") if tag in ("VB", "VBP", "VBG") else ""


def _look(term: str, found: list[str]) -> Look:
    if _NUMBER.fullmatch(term):
        return Look.NUMBER
    if _CODE.search(term):
        return Look.CODE
    if _ACRONYM.fullmatch(term):
        return Look.ACRONYM
    if found and found[-1][0].isupper():
        return Look.NAME
    return Look.WORDS


def alike(one: str, other: str) -> bool:
    """Whether two terms have one shape (rules Q09 and Q10)."""
    first, second = shape(one), shape(other)
    near = abs(first.words - second.words) <= _WORDS_APART
    return near and replace(first, words=0) == replace(second, words=0)


def overlap(one: str, other: str) -> bool:
    """Whether one term says all that the other says (rule Q13)."""
    if fold(one) in fold(other) or fold(other) in fold(one):
        return True
    first, second = families(one), families(other)
    return first <= second or second <= first


def stands(term: str, told: frozenset[str]) -> bool:
    """Whether a term is told by a text of these word families, in these words or others."""
    own = families(term)
    return bool(own) and own <= told
