"""Whether two texts say the same in other words, or something else in nearly the same ones.

The letters alone do not tell: "Arteries carry blood away" and "Veins carry blood back" are closer
than many a sentence and its rewording. What counts is which words were put in the place of others.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from cardsmith.ledger.contradictions import adds_only, contradicts, reverses, turned
from cardsmith.ledger.spelling import bare, operators
from cardsmith.ledger.telling import (
    STATEMENT,
    Word,
    covered,
    is_statement,
    shared,
    signs,
    told,
    words,
)
from cardsmith.ledger.vague import same_root

__all__ = [
    "ALIKE",
    "NEAR",
    "akin",
    "alike",
    "beginning",
    "differ_in_signs",
    "holds",
    "ratio",
    "related",
]

# so near is another sentence of one document by chance in 3 and in 20 of a thousand
ALIKE: Final = 0.85
NEAR: Final = 0.70
# shares of the words that carry meaning
_REWORDED: Final = 0.65
_INSIDE: Final = 0.80
# without any such word, next to nothing may differ
_SIGNS: Final = 0.90
# so many words name a thing that is not named by any of them alone
_NAMED: Final = 2
# an answer that says more is no list of answers
_MOST: Final = 0.50
# with so many words left, an end is a clause of its own
_TAIL: Final = 3

_HEAD: Final = re.compile(r"[^,;:]{30,}(?=[,;:.])")


def ratio(one: str, other: str) -> float:
    """How like two texts are letter by letter, 0 to 1, without regard to case and accents."""
    from rapidfuzz import fuzz  # noqa: PLC0415  # only where something was edited

    return fuzz.ratio(bare(one), bare(other)) / 100


def alike(one: str, other: str) -> float:
    """How like two texts are, 0 where they are not, or where they contradict each other.

    Formulas and code are like only where next to nothing differs.
    """
    found = ratio(one, other)
    if found < NEAR:
        return 0.0
    if found >= ALIKE and adds_only(one, other):
        return found
    if not (told(one) and told(other)):
        return found if found >= _SIGNS else 0.0
    if contradicts(one, other):
        return 0.0
    inside = is_statement(one, other) and covered(one, other) >= _INSIDE
    near = inside or shared(one, other) >= _REWORDED
    return found if found >= ALIKE or near else 0.0


def beginning(one: str, other: str) -> frozenset[str]:
    """The stems of what two sentences begin with and both say; none where that tells too little.

    What an author hangs on behind it, or takes off, leaves the statement as it was.
    """
    if reverses(one, other):
        return frozenset()
    heads = [_HEAD.match(text) for text in (one, other)]
    if heads[0] and heads[1]:
        head, other_head = heads[0][0], heads[1][0]
        if is_statement(head, other_head) and akin(head, other_head):
            return frozenset(told(head))
    return _common(words(one), words(other))


def _common(one: Sequence[Word], other: Sequence[Word]) -> frozenset[str]:
    """The words before two texts go apart, where much is left, and no thing is put for another."""
    pairs = zip(one, other, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0].stem == pair[1].stem, pairs))
    rest, other_rest = one[same:], other[same:]
    # a subject alone is no statement
    if same < STATEMENT or one[same - 1].leads or min(len(rest), len(other_rest)) < _TAIL:
        return frozenset()
    apart = rest[0].tag[:2], other_rest[0].tag[:2]
    return frozenset() if apart == ("NN", "NN") else frozenset(each.stem for each in one[:same])


def holds(one: str, other: str) -> bool:
    """Whether one of two answers is the other one with more said of it."""
    return (
        min(len(told(one)), len(told(other))) >= _NAMED
        and "=" not in one + other
        and ratio(one, other) >= _MOST
        and covered(one, other) == 1
        and not differ_in_signs(one, other)
        and not contradicts(one, other)
    )


def related(one: str, other: str) -> bool:
    """Whether two terms are made of the same roots: "proximate cause", "proximate causation"."""
    first, second = told(one), told(other)
    same = len(first) == len(second) and all(map(same_root, first, second))
    return same and first != second


def differ_in_signs(one: str, other: str) -> bool:
    """Whether two texts have the same words, but not the same symbols."""
    return told(one) == told(other) and not akin(one, other)


def akin(one: str, other: str) -> bool:
    """Whether two short texts have the same words but for their endings and small words.

    Here symbols count, too: "the magnitude of A", "the magnitude of B".
    """
    if bare(one) == bare(other):
        return True
    same = bool(signs(one)) and signs(one) == signs(other) and operators(one) == operators(other)
    return same and not turned(told(one), told(other))
