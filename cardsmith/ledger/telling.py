"""The words of a text that tell something: no small words, no links, no symbols of formulas."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cardsmith.grammar import FUNCTION, HEDGES, spellings, stem, tokens
from cardsmith.ledger.opposites import NEGATORS
from cardsmith.ledger.spelling import bare, smooth, unsymbolic
from cardsmith.ledger.vague import is_general

__all__ = [
    "FIGURES",
    "STATEMENT",
    "Word",
    "covered",
    "every",
    "is_statement",
    "shared",
    "signs",
    "told",
    "words",
]

# so many words that carry meaning are a statement
STATEMENT: Final = 5
FIGURES: Final = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve first second third fourth
    fifth sixth seventh eighth ninth tenth half double triple twice once hundred thousand million
    billion""".split()
)
# words and numbers, but no symbol of a formula: what it stands for is in the answer
_SPOKEN: Final = re.compile(r"[^\W\d_][\w'’-]+|[\d.,%]*\d[\d.,%]*\w?")
_FINITE: Final = frozenset("VBZ VBP VBD MD".split())
_EMPTY: Final = FUNCTION - NEGATORS
_MEMORY: Final = 4096


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries meaning.

    ``leads`` tells whether it stands before the first verb, ``aside`` whether in parentheses.
    """

    stem: str
    tag: str
    leads: bool
    aside: bool

    @property
    def is_subject(self) -> bool:
        """Whether it is of what the sentence is about."""
        return self.leads and not self.aside


@lru_cache(maxsize=_MEMORY)
def words(text: str) -> tuple[Word, ...]:
    """The words that carry meaning, in order."""
    found: list[Word] = []
    leads = True
    before = ""
    depth = 0
    for token in tokens(unsymbolic(text)):
        small = bare(token.text).strip("'’‘\"“”-")
        leads = leads and token.tag not in _FINITE
        depth += token.text.count("(") - token.text.count(")")
        # "which component", "which method": the answer tells what it is
        asked = before in {"which", "what"} and is_general(stem(small))
        before = small
        if asked or not _SPOKEN.fullmatch(small) or (small in FUNCTION and small not in FIGURES):
            continue
        if small not in HEDGES and small not in NEGATORS:
            found.append(Word(stem(small), token.tag, leads, depth > 0))
    return tuple(found)


@lru_cache(maxsize=_MEMORY)
def told(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order."""
    return tuple(each.stem for each in words(text))


@lru_cache(maxsize=_MEMORY)
def every(text: str) -> tuple[str, ...]:
    """The stems of all words, since "above" and "same" are small and turn a statement."""
    return tuple(stem(bare(word)) for word in spellings(smooth(text)))


def signs(text: str) -> list[str]:
    """The stems of a short text, and its symbols: "a" does not count, "A" does."""
    return sorted([stem(bare(word)) for word in spellings(smooth(text)) if word not in _EMPTY])


def shared(one: str, other: str) -> float:
    """The share of words that two texts have in common (Dice)."""
    first, second = frozenset(told(one)), frozenset(told(other))
    return 2 * len(first & second) / max(len(first) + len(second), 1)


def covered(one: str, other: str) -> float:
    """The share of the shorter text's words that the longer one has, too."""
    first, second = frozenset(told(one)), frozenset(told(other))
    return len(first & second) / max(min(len(first), len(second)), 1)


def is_statement(one: str, other: str) -> bool:
    """Whether two texts say enough to be told apart by their words."""
    return min(len(told(one)), len(told(other))) >= STATEMENT
