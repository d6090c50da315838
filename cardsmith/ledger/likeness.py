"""Whether two texts say the same in other words, or something else in nearly the same ones.

The letters alone do not tell: "Arteries carry blood away" and "Veins carry blood back" are closer
than many a sentence and its rewording. What counts is which words were put in the place of others.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from cardsmith.grammar import FUNCTION, HEDGES, spellings, stem, tokens
from cardsmith.ledger.opposites import NEGATORS, opposed
from cardsmith.markup import fold

__all__ = ["ALIKE", "NEAR", "akin", "alike", "differ_in_signs", "heads_alike", "ratio"]

# so near is another sentence of one document by chance in 3 and in 20 of a thousand
ALIKE: Final = 0.85
NEAR: Final = 0.70
# shares of the words that carry meaning
_REWORDED: Final = 0.60
# without any such word, next to nothing may differ
_SIGNS: Final = 0.90
# in a text of so many such words, two things may be put otherwise, in a shorter one hardly one
_LONG: Final = 8
_SWAPPED: Final = 0.75
_SWAPPED_IN_SHORT: Final = 0.85

# so many words that carry meaning are a statement
_STATEMENT: Final = 5

_HEAD: Final = re.compile(r"[^,;:]{30,}(?=[,;:.])")
_NUMBER: Final = re.compile(r"\d")
# words and numbers, but no symbol of a formula: what it stands for is in the answer
_SPOKEN: Final = re.compile(r"[^\W\d_][\w'’-]+|[\d.,%]*\d[\d.,%]*\w?")
_NUMBERS: Final = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve first second third fourth
    fifth sixth seventh eighth ninth tenth half double triple twice once hundred thousand million
    billion""".split()
)
# adjectives that only praise or weigh: one of them for another changes no fact
_WEIGHTS: Final = frozenset(
    map(
        stem,
        """advanced basic better broad central clear common comprehensive considerable critical
        crucial deep detailed diverse effective efficient essential evident extensive
        extreme famous fundamental general great important innovative integral key large
        main major many meaningful modern multiple necessary new notable numerous
        particular powerful precise primary prime profound prominent remarkable rich
        significant similar simple sophisticated specific straightforward strong
        substantial traditional typical unique useful valuable various vast vital wide
        widespread""".split(),
    )
)


# things of which one is as good as the other: "one of its features", "one of its aspects"
_GENERAL: Final = frozenset(
    map(
        stem,
        """ability advance advancement approach area aspect basis capacity category component
        concept connection construct context contribution development domain effect
        element event example factor feature field form foundation framework function
        idea impact importance influence instance issue kind knowledge level manner
        matter means mechanism method model nature notion number part pattern phenomena
        phenomenon principle procedure process property purpose quality range relation
        relationship result role rule set significance sort strategy study system
        technique term theory thing tool topic trend type understanding value way work""".split(),
    )
)
_FAMILY: Final = 5
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

    return fuzz.ratio(_bare(one), _bare(other)) / 100


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFKD", fold(text)).replace("æ", "ae").replace("œ", "oe")
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


def alike(one: str, other: str) -> float:
    """How like two texts are, 0 where they are not, or where they contradict each other.

    Formulas and code are like only where next to nothing differs.
    """
    found = ratio(one, other)
    if found < NEAR:
        return 0.0
    if not (_told(one) and _told(other)):
        return found if found >= _SIGNS else 0.0
    if _contradicts(one, other):
        return 0.0
    return found if found >= ALIKE or _shared(one, other) >= _REWORDED else 0.0


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
    if _bare(one) == _bare(other):
        return True
    same = bool(_signs(one)) and _signs(one) == _signs(other)
    return same and not _turned(_told(one), _told(other))


def _signs(text: str) -> list[str]:
    # written small, these are words that do not count; "A" is a symbol
    return sorted([stem(_bare(word)) for word in spellings(text) if word not in _EMPTY])


@lru_cache(maxsize=4096)
def _each(text: str) -> tuple[str, ...]:
    """The stems of all words, since "above" and "same" are small and turn a statement."""
    return tuple(stem(_bare(word)) for word in spellings(text))


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[str, ...]:
    return tuple(each.stem for each in _words(text))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[_Word, ...]:
    found: list[_Word] = []
    leads = True
    for token in tokens(text):
        small = _bare(token.text)
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
    small = _bare(text).replace("n't", " not").replace("n’t", " not").replace("not only", "")
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
            yield from (pair for pair in pairs if not _same_thing(*pair))


def _same_thing(old: _Word, new: _Word) -> bool:
    """Whether two words are of one family, or so general that either will do."""
    related = old.stem[:_FAMILY] == new.stem[:_FAMILY]
    return related or (old.stem in _GENERAL and new.stem in _GENERAL)


def _names(word: _Word) -> bool:
    return word.tag.startswith("NN") or (word.tag == "JJ" and word.stem not in _WEIGHTS)
