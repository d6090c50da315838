"""Whether two texts say the same in other words, or something else in nearly the same ones.

The letters alone do not tell: "Arteries carry blood away" and "Veins carry blood back" are closer
than many a sentence and its rewording. What counts is which words were put in the place of others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from cardsmith.grammar import FUNCTION, HEDGES, spellings, stem, tokens
from cardsmith.ledger.opposites import NEGATORS, opposed
from cardsmith.ledger.spelling import bare, smooth
from cardsmith.ledger.vague import WEIGHTS, same_root, same_thing

__all__ = [
    "ALIKE",
    "LEAST",
    "NEAR",
    "akin",
    "alike",
    "differ_in_signs",
    "heads_alike",
    "holds",
    "ratio",
    "related",
]

# so near is another sentence of one document by chance in 3 and in 20 of a thousand
ALIKE: Final = 0.85
NEAR: Final = 0.70
# below it, not even the words count
LEAST: Final = 0.60
# shares of the words that carry meaning
_REWORDED: Final = 0.60
_REORDERED: Final = 0.75
_INSIDE: Final = 0.80
# without any such word, next to nothing may differ
_SIGNS: Final = 0.90
# in a text of so many such words, two things may be put otherwise, in a shorter one hardly one
_LONG: Final = 8
_SWAPPED: Final = 0.75
_SWAPPED_IN_SHORT: Final = 0.85

# so many words that carry meaning are a statement
_STATEMENT: Final = 5
# and so many name a thing that is not named by any of them alone
_NAMED: Final = 2

_HEAD: Final = re.compile(r"[^,;:]{30,}(?=[,;:.])")
_NUMBER: Final = re.compile(r"\d")
# words and numbers, but no symbol of a formula: what it stands for is in the answer
_SPOKEN: Final = re.compile(r"[^\W\d_][\w'’-]+|[\d.,%]*\d[\d.,%]*\w?")
_NUMBERS: Final = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve first second third fourth
    fifth sixth seventh eighth ninth tenth half double triple twice once hundred thousand million
    billion""".split()
)
_EMPTY: Final = FUNCTION - NEGATORS


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that carries meaning: its stem, its tag, whether it stands before the first verb."""

    stem: str
    tag: str
    leads: bool


def ratio(one: str, other: str) -> float:
    """How like two texts are letter by letter, 0 to 1, without regard to case and accents."""
    from rapidfuzz import fuzz  # noqa: PLC0415  # only where something was edited

    return fuzz.ratio(bare(one), bare(other)) / 100


def alike(one: str, other: str) -> float:
    """How like two texts are, 0 where they are not, or where they contradict each other.

    Formulas and code are like only where next to nothing differs. A text is near another one, too,
    that has its words in another order, or among others.
    """
    found = ratio(one, other)
    if found < LEAST:
        return 0.0
    if not (_told(one) and _told(other)):
        return found if found >= _SIGNS else 0.0
    if _contradicts(one, other):
        return 0.0
    if found < NEAR:
        return NEAR if _is_statement(one, other) and _shared(one, other) >= _REORDERED else 0.0
    near = _shared(one, other) >= _REWORDED or _inside(one, other) >= _INSIDE
    return found if found >= ALIKE or near else 0.0


def holds(one: str, other: str) -> bool:
    """Whether one of two answers is the other one with more said of it."""
    first, second = _told(one), _told(other)
    return (
        min(len(first), len(second)) >= _NAMED
        and not differ_in_signs(one, other)
        and _covered(first, second) == 1
        and not _contradicts(one, other)
    )


def related(one: str, other: str) -> bool:
    """Whether two terms are made of the same roots: "proximate cause", "proximate causation"."""
    first, second = _told(one), _told(other)
    same = len(first) == len(second) and all(map(same_root, first, second))
    return same and first != second


def heads_alike(one: str, other: str) -> str:
    """What two sentences begin with and both say, up to a comma; "" where that tells too little.

    What an author hangs on behind it, or takes off, leaves the statement as it was.
    """
    first, second = (_HEAD.match(text) for text in (one, other))
    if first is None or second is None:
        return ""
    told = min(len(_told(first[0])), len(_told(second[0])))
    same = told >= _STATEMENT and akin(first[0], second[0])
    return first[0] if same else ""


def differ_in_signs(one: str, other: str) -> bool:
    """Whether two texts have the same words, but not the same symbols."""
    return _told(one) == _told(other) and not akin(one, other)


def akin(one: str, other: str) -> bool:
    """Whether two short texts have the same words but for their endings and small words.

    Here symbols count, too: "the magnitude of A", "the magnitude of B".
    """
    if bare(one) == bare(other):
        return True
    same = bool(_signs(one)) and _signs(one) == _signs(other)
    return same and not _turned(_told(one), _told(other))


def _signs(text: str) -> list[str]:
    # written small, these are words that do not count; "A" is a symbol
    return sorted([stem(bare(word)) for word in spellings(smooth(text)) if word not in _EMPTY])


@lru_cache(maxsize=4096)
def _each(text: str) -> tuple[str, ...]:
    """The stems of all words, since "above" and "same" are small and turn a statement."""
    return tuple(stem(bare(word)) for word in spellings(smooth(text)))


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[str, ...]:
    return tuple(each.stem for each in _words(text))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[_Word, ...]:
    found: list[_Word] = []
    leads = True
    for token in tokens(smooth(text)):
        small = bare(token.text).strip("'’‘\"“”-")
        leads = leads and token.tag not in {"VBZ", "VBP", "VBD", "MD"}
        if not _SPOKEN.fullmatch(small) or (small in FUNCTION and small not in _NUMBERS):
            continue
        if small not in HEDGES and small not in NEGATORS:
            found.append(_Word(stem(small), token.tag, leads))
    return tuple(found)


def _shared(one: str, other: str) -> float:
    """The share of words that two texts have in common (Dice)."""
    first, second = frozenset(_told(one)), frozenset(_told(other))
    return 2 * len(first & second) / max(len(first) + len(second), 1)


def _inside(one: str, other: str) -> float:
    """The share of a statement's words that a longer text has, too; 0 for less than a statement."""
    return _covered(_told(one), _told(other)) if _is_statement(one, other) else 0.0


def _is_statement(one: str, other: str) -> bool:
    return min(len(_told(one)), len(_told(other))) >= _STATEMENT


def _covered(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    first, second = frozenset(one), frozenset(other)
    return len(first & second) / min(len(first), len(second))


def _contradicts(one: str, other: str) -> bool:
    if _negations(one) % 2 != _negations(other) % 2:
        return True
    first, second = frozenset(_told(one)), frozenset(_told(other))
    gone, come = first - second, second - first
    if _figures(gone) and _figures(come):
        return True
    if _opposed(frozenset(_each(one)), frozenset(_each(other))):
        return True
    return _turned(_told(one), _told(other)) or _another_thing(one, other)


def _opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(opposed(old, new) for old in one - other for new in other - one)


def _turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether opposites changed places: "a maximum of one and a minimum of the other"."""
    both = frozenset(one) & frozenset(other)
    first, second = ([word for word in text if word in both] for text in (one, other))
    if first == second:
        return False
    return any(
        opposed(a, b) and second.index(a) > second.index(b)
        for at, a in enumerate(first)
        for b in first[at + 1 :]
        if a != b
    )


def _negations(text: str) -> int:
    small = bare(text).replace("n't", " not").replace("n’t", " not").replace("not only", "")
    for each in ("not just", "not merely", "not simply"):
        small = small.replace(each, "")
    return sum(word in NEGATORS for word in re.findall(r"\w+", small))


def _figures(stems: frozenset[str]) -> bool:
    return any(_NUMBER.search(each) or each in _NUMBERS for each in stems)


def _another_thing(one: str, other: str) -> bool:
    """Whether a thing took the place of another: a name, the subject, or much of a short text."""
    swaps = [*_swaps(_words(one), _words(other))]
    if any(_is_another(old, new) for old, new in swaps):
        return True
    long = min(len(_told(one)), len(_told(other))) >= _LONG
    return bool(swaps) and _shared(one, other) < (_SWAPPED if long else _SWAPPED_IN_SHORT)


def _is_another(old: _Word, new: _Word) -> bool:
    """Whether a name stands for another name, or a subject for another subject."""
    tags = old.tag[:3], new.tag[:3]
    return tags == ("NNP", "NNP") or ((old.leads or new.leads) and "JJ" not in tags)


def _swaps(old: tuple[_Word, ...], new: tuple[_Word, ...]) -> Iterator[tuple[_Word, _Word]]:
    """Things and kinds of things, and those that took their places."""
    known, now = [each.stem for each in old], [each.stem for each in new]
    for tag, *at in SequenceMatcher(None, known, now, autojunk=False).get_opcodes():
        if tag == "replace":
            gone = [each for each in old[at[0] : at[1]] if _names(each) and each.stem not in now]
            come = [each for each in new[at[2] : at[3]] if _names(each) and each.stem not in known]
            pairs = zip(gone, come, strict=False)
            yield from ((a, b) for a, b in pairs if not same_thing(a.stem, b.stem))


def _names(word: _Word) -> bool:
    return word.tag.startswith("NN") or (word.tag == "JJ" and word.stem not in WEIGHTS)
