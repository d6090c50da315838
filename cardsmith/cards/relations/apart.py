"""What tells the lines of a comparison apart: the words of each that no other line holds."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cardsmith.cards.commonness import commonest
from cardsmith.cards.facts import telling
from cardsmith.grammar import FUNCTION, HEDGES, Token, families, read_text
from cardsmith.markup import flat
from cardsmith.model import Runs

__all__ = ["apart"]

MOST_WORDS: Final = 4
# everyday words are not worth recalling
LEAST_BAND: Final = 5
_NOUNS: Final = ("NN", "NNS", "NNP", "NNPS")
_DESCRIBING: Final = ("JJ", "JJR", "JJS", "RBR", "CD", "VBN")
_INSIDE: Final = (*_NOUNS, *_DESCRIBING, "CC", "RB", "VBG")
_JOINS: Final = (*_NOUNS, *_DESCRIBING, "CC", "HYPH", "RB", "VBG")
_GLUE: Final = ("/", "-", "–")
_OF: Final = frozenset({"of"})
_SOME: Final = frozenset("any certain each some".split())
_SORTS: Final = frozenset("classes forms kinds range series sorts types varieties variety".split())
_SIGNS: Final = re.compile(r"[^\w\s'’.-]|\.\s")


def apart(lines: Sequence[Runs], known: frozenset[str]) -> list[tuple[int, int] | None]:
    """In each line where the most telling words stand that the others lack, None without any.

    No word of the families ``known`` is hidden, nor one that its own line says again.
    """
    shown = [flat(each) for each in lines]
    return [
        _best(own, known | families(" ".join([*shown[:place], *shown[place + 1 :]])))
        for place, own in enumerate(shown)
    ]


def _best(own: str, known: frozenset[str]) -> tuple[int, int] | None:
    found: list[tuple[int, int, int]] = []
    for start, end in _stretches(own, known):
        hidden, rest = own[start:end], f"{own[:start]} {own[end:]}"
        points = telling(hidden)
        if points and not families(hidden) & families(rest):
            found.append((points, -start, end))
    if not found:
        return None
    _, start, end = max(found)
    return -start, end


def _stretches(own: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Whole groups of new words: nouns with what describes them, participles in a row."""
    tokens = read_text(own).tokens
    for first in range(len(tokens)):
        for end in range(first + 1, min(first + MOST_WORDS, len(tokens)) + 1):
            hidden = own[tokens[first].start : tokens[end - 1].end]
            inside = tokens[first:end]
            new = all(_new(token, known) or token.tag == "CC" for token in inside)
            glued = (
                own[tokens[end - 1].end :][:1] in _GLUE or own[: tokens[first].start][-1:] in _GLUE
            )
            if (
                new
                and not glued
                and not _SIGNS.search(hidden)
                and _whole(tokens, first, end, hidden)
            ):
                yield tokens[first].start, tokens[end - 1].end


def _new(token: Token, known: frozenset[str]) -> bool:
    small = token.text.casefold() in FUNCTION | HEDGES
    return token.tag in _INSIDE and not small and bool(families(token.text) - known)


def _whole(tokens: Sequence[Token], first: int, end: int, hidden: str) -> bool:
    """Whether words are worth recalling and no half of a group: nothing joins them on a side."""
    before = tokens[first - 1].tag if first else ""
    after = tokens[end].tag if end < len(tokens) else ""
    if before in _JOINS or after in _JOINS or tokens[first].tag in {"CC", "VBG"}:
        return False
    # "the sum of", "to some extent", "several classes of reptiles" ask for nothing
    if end - first == 1 and (_follows(tokens, end, _OF) or _follows(tokens, first - 1, _SOME)):
        return False
    if _follows(tokens, first - 1, _OF) and _follows(tokens, first - 2, _SORTS):
        return False
    last = tokens[end - 1].tag
    if last == "VBN" and all(token.tag != "CC" for token in tokens[first:end]):
        return False
    return last in (*_NOUNS, "VBN") and commonest(hidden) >= LEAST_BAND


def _follows(tokens: Sequence[Token], at: int, wanted: frozenset[str]) -> bool:
    return 0 <= at < len(tokens) and tokens[at].text.casefold() in wanted
