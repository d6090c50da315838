"""The word groups of a sentence that may be hidden or asked for: one to three words in a row."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from cardsmith.cards.commonness import band
from cardsmith.grammar import FUNCTION, HEDGES, Reading, Token, stem

__all__ = ["NOUNS", "Unit", "candidates", "units"]

# longer groups are descriptions: 97 in 100 answers that people ask for have three words at most
MOST: Final = 3
MOST_IN_PAIR: Final = 5
NOUNS: Final = frozenset("FW NN NNP NNPS NNS".split())
_MODIFIERS: Final = frozenset("CD JJ JJR JJS RB VBG VBN".split())
_ENDS: Final = NOUNS | {"CD", "JJ", "VBG", "VBN"}
_STARTS: Final = NOUNS | _MODIFIERS
_VERBS: Final = frozenset("MD VB VBD VBP VBZ".split())
_JOINTS: Final = frozenset("CC IN POS TO".split())
_STOP: Final = FUNCTION | HEDGES
_MEMORY: Final = 50_000


class Unit(NamedTuple):
    """A word or sign, words with hyphens in one; ``first`` and ``after`` count its tokens.

    ``low`` is the word in lower case, ``stem`` without its endings; ``telling`` is no function
    word or hedge. A named tuple, since a document has hundreds.
    """

    low: str
    tag: str
    start: int
    end: int
    first: int
    after: int
    stem: str
    band: int
    telling: bool


def units(reading: Reading) -> list[Unit]:
    """The words and signs of a sentence; a compound has the tag of its last word."""
    tokens = reading.tokens
    hyphens = {at for at, token in enumerate(tokens) if token.text == "-" and _joins(tokens, at)}
    found: list[Unit] = []
    at = 0
    while at < len(tokens):
        last = at
        while last + 1 in hyphens:
            last += 2
        found.append(_unit(reading.text, tokens, at, last))
        at = last + 1
    return found


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands between two words with no space."""
    if not 0 < at < len(tokens) - 1:
        return False
    left, sign, right = tokens[at - 1 : at + 2]
    touching = left.end == sign.start and sign.end == right.start
    return touching and left.text[-1].isalnum() and right.text[0].isalnum()


def _unit(text: str, tokens: Sequence[Token], at: int, last: int) -> Unit:
    start, end = tokens[at].start, tokens[last].end
    low, stemmed, rare, telling = _known(text[start:end])
    return Unit(low, tokens[last].tag, start, end, at, last + 1, stemmed, rare, telling)


@lru_cache(maxsize=_MEMORY)
def _known(word: str) -> tuple[str, str, int, bool]:
    """What a word is in every sentence: in lower case, its stem and band, whether it tells."""
    low = word.lower()
    if low in _STOP or not word[0].isalnum():
        return low, low, 0, False
    return low, stem(word), band(word), True


def candidates(row: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """The groups as places in a row of units, the last left out.

    They begin and end with a telling noun, adjective, participle or number; inside may stand a
    word that joins the others ("theory of evolution"). A pair may be longer ("bone marrow and red
    blood cells").
    """
    for start, unit in enumerate(row):
        if unit.telling and unit.tag in _STARTS:
            yield from ((start, end) for end in _ending(row, start))


def _ending(row: Sequence[Unit], start: int) -> Iterator[int]:
    pair = False
    for end in range(start + 1, min(start + MOST_IN_PAIR, len(row)) + 1):
        last = row[end - 1]
        if last.telling and last.tag in _ENDS and (pair or end <= start + MOST):
            yield end
        elif last.tag in _VERBS or not (last.telling or last.tag in _JOINTS):
            return
        pair = pair or last.tag == "CC"
        if end >= start + MOST and not pair:
            return
