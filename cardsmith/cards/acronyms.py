"""Acronyms that a sentence spells out."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from cardsmith.grammar import FUNCTION, words
from cardsmith.grammar.plurals import singular

__all__ = ["spelled"]

_BRACKETED: Final = re.compile(r"\((?P<short>[A-Z][A-Za-z]{0,20}[A-Z]\d?)(?P<plural>s?)\)")
_ADJECTIVE: Final = re.compile(r"\b[a-z]+(?:al|ic|ive|ous|ary|able|ible|ial|ent|ant)$")
_MEMORY: Final = 1024
# How far before its acronym a long form begins, at most.
_REACH: Final = 500


@lru_cache(maxsize=_MEMORY)
def spelled(sentence: str) -> tuple[tuple[str, str], ...]:
    """Acronyms of a sentence with their long forms, whose initials they are.

    Remembered: the topic, every blank and the acronyms themselves ask for the same sentence.
    """
    return tuple(_found(sentence))


def _found(sentence: str) -> Iterator[tuple[str, str]]:
    for match in _BRACKETED.finditer(sentence):
        near = max(match.start() - _REACH, 0)
        before = words(sentence[near : match.start()].rstrip())
        spans = (
            sentence[near + before[-count].start : match.start()].rstrip()
            for count in range(1, min(len(before), 2 * len(match["short"])) + 1)
        )
        said = sentence[near : match.start()].rstrip()
        fits = [
            long
            for long in spans
            if _stands_for(match["short"], long) and _single(long) and not _torn(said, long)
        ]
        # "Liability Companies" holds the letters of LLC, but its initials are of more words
        exact = (long for long in fits if _initials(long) == match["short"].casefold())
        if fits:
            long = next(exact, fits[0])
            yield match["short"], _one(long) if match["plural"] else long


def _torn(said: str, long: str) -> bool:
    """Whether an adjective before a long form belongs to it: "partial pressure of oxygen"."""
    before = said[: len(said) - len(long)].rstrip()
    return long[:1].islower() and _ADJECTIVE.search(before) is not None


def _single(long: str) -> bool:
    # "TSH receptor" does not spell out TSHR
    return not re.search(r"[.;:()]|\b[A-Z]{2,}\b", long)


def _initials(long: str) -> str:
    parts = [part for part in re.split(r"[\s/-]+", long) if part]
    return "".join(part[0] for part in parts if part.casefold() not in FUNCTION).casefold()


def _one(long: str) -> str:
    """The long form of one thing: "memories" is "memory"."""
    last = words(long)[-1]
    return f"{long[: last.start]}{singular(last.text)}"


def _stands_for(short: str, long: str) -> bool:
    """Whether the initials of the long form are the acronym, or most of it.

    "Triphosphate" has both letters that end ATP; but no telling word may be left out.
    """
    parts = [part for part in re.split(r"[\s/-]+", long) if part]
    telling = [part for part in parts if part.casefold() not in FUNCTION]
    letters = short.rstrip("0123456789").casefold()
    if not telling or parts[0].casefold() in FUNCTION or len(telling) > len(letters):
        return "".join(part[0] for part in parts).casefold() == letters
    initials = "".join(part[0] for part in telling).casefold()
    spelled_in_order = _within(letters, re.sub(r"[^a-z]", "", long.casefold()))
    return letters[0] == initials[0] and _within(initials, letters) and spelled_in_order


def _within(few: str, many: str) -> bool:
    """Whether the letters of ``few`` stand in ``many`` in this order."""
    rest = iter(many)
    return all(letter in rest for letter in few)
