"""Whether a text says something else than another one in nearly the same words."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Final

from cardsmith.ledger.opposites import NEGATORS, opposed
from cardsmith.ledger.spelling import bare, operators, smooth, symbolic
from cardsmith.ledger.telling import FIGURES, STATEMENT, Word, every, shared, told, words
from cardsmith.ledger.vague import WEIGHTS, same_thing

__all__ = ["adds_only", "contradicts", "reverses", "turned"]

# in a text of so many words that carry meaning, two things may be put otherwise, in a shorter one
# hardly one
_LONG: Final = 8
_SWAPPED: Final = 0.75
_SWAPPED_IN_SHORT: Final = 0.85
# all words are there, and little else
_SAME_WORDS: Final = 0.85

_WORD: Final = re.compile(r"\w+")
# "x" and "y" of a curve, vitamins "C" and "D"; "a", "A" and "I" are words, too
_SYMBOL: Final = re.compile(r"(?<![\w'’\\])[B-HJ-Zb-z](?![\w'’])")
_MINUS: Final = re.compile(r"(?<![\w)])[-−](?=[\w\\∞(])")
_NOT_ONLY: Final = re.compile(r"not (?:just|merely|only|simply)|no matter")


def adds_only(one: str, other: str) -> bool:
    """Whether one of two sentences is the other with words put in, which turn nothing round.

    Told without the tags of words, which take most of the time.
    """
    if symbolic(one) or symbolic(other) or _negations(one) % 2 != _negations(other) % 2:
        return False
    shorter, longer = sorted((every(one), every(other)), key=len)
    rest = iter(longer)
    whole = len(shorter) >= STATEMENT and all(word in rest for word in shorter)
    return whole and not _other_symbols(one, other)


def contradicts(one: str, other: str) -> bool:
    """Whether two texts are about other things, or say the reverse of each other."""
    return reverses(one, other) or _another_thing(one, other)


def reverses(one: str, other: str) -> bool:
    """Whether a number, a symbol, a name, a negation or an opposite makes it another fact."""
    if _negations(one) % 2 != _negations(other) % 2 or _other_symbols(one, other):
        return True
    first, second = frozenset(every(one)), frozenset(every(other))
    gone, come = first - second, second - first
    if _figures(gone) and _figures(come):
        return True
    if any(opposed(old, new) for old in gone for new in come):
        return True
    if turned(told(one), told(other)) or _exchanged(one, other) or _denied(one, other):
        return True
    return any(_are_names(*swap) for swap in _swaps(words(one), words(other)))


def turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
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


def _exchanged(one: str, other: str) -> bool:
    """Whether subject and object changed places: "bears eat fish", "fish eat bears".

    What is done by the other is a passive; "A is B" may be said as "B is A".
    """
    if shared(one, other) < _SAME_WORDS:
        return False
    first, second = every(one), every(other)
    if ("by" in first) != ("by" in second) or {"is", "ar", "be"} & {*first, *second}:
        return False
    old, new = _subjects(one), _subjects(other)
    gone, come = old - new, new - old
    return bool(gone and come) and gone <= {*told(other)} and come <= {*told(one)}


def _denied(one: str, other: str) -> bool:
    """Whether what one text denies is what the other one tells: "A but not B", "B but not A"."""
    parts = [_before_negation(one), _before_negation(other)]
    gone, come = parts[0] - parts[1], parts[1] - parts[0]
    return bool(gone and come) and gone <= {*told(other)} and come <= {*told(one)}


def _before_negation(text: str) -> frozenset[str]:
    before = [*takewhile(lambda word: word not in NEGATORS, every(text))]
    return frozenset(before) & {*told(text)} if len(before) < len(every(text)) else frozenset()


def _other_symbols(one: str, other: str) -> bool:
    """Whether symbols were put for others, changed places, or changed their sign."""
    first, second = (_SYMBOL.findall(smooth(text)) for text in (one, other))
    if {*first} - {*second} and {*second} - {*first}:
        return True
    both = {*first} & {*second}
    old, new = (list(dict.fromkeys(each)) for each in (first, second))
    if [each for each in old if each in both] != [each for each in new if each in both]:
        return True
    gone, come = Counter(operators(one)), Counter(operators(other))
    if gone - come and come - gone:
        return True
    return len(_MINUS.findall(one)) != len(_MINUS.findall(other))


def _subjects(text: str) -> frozenset[str]:
    return frozenset(each.stem for each in words(text) if each.is_subject and each.tag[:2] == "NN")


def _negations(text: str) -> int:
    small = bare(text).replace("n't", " not").replace("n’t", " not")
    return sum(word in NEGATORS for word in _WORD.findall(_NOT_ONLY.sub("", small)))


def _figures(stems: frozenset[str]) -> bool:
    return any(_is_figure(each) for each in stems)


def _is_figure(one: str) -> bool:
    # "base-60" is one, "m1" is a symbol
    return one in FIGURES or one[:1].isdigit() or any(map(str.isdigit, one[2:]))


def _another_thing(one: str, other: str) -> bool:
    """Whether a thing took the place of another: a name, the subject, or much of a short text."""
    swaps = [*_swaps(words(one), words(other))]
    if any(_is_another(old, new) for old, new in swaps):
        return True
    long = min(len(told(one)), len(told(other))) >= _LONG
    return bool(swaps) and shared(one, other) < (_SWAPPED if long else _SWAPPED_IN_SHORT)


def _is_another(old: Word, new: Word) -> bool:
    """Whether a name stands for another name, or a subject for another subject."""
    return old.is_subject or new.is_subject or _are_names(old, new)


def _are_names(old: Word, new: Word) -> bool:
    return old.tag[:3] == new.tag[:3] == "NNP"


def _swaps(old: tuple[Word, ...], new: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Things and kinds of things, and those that took their places."""
    known, now = [each.stem for each in old], [each.stem for each in new]
    for tag, *at in SequenceMatcher(None, known, now, autojunk=False).get_opcodes():
        if tag == "replace":
            gone = [each for each in old[at[0] : at[1]] if _names(each) and not _is_in(each, new)]
            come = [each for each in new[at[2] : at[3]] if _names(each) and not _is_in(each, old)]
            pairs = zip(gone, come, strict=False)
            yield from ((a, b) for a, b in pairs if not same_thing(a.stem, b.stem))


def _is_in(word: Word, text: tuple[Word, ...]) -> bool:
    """Whether a text has a word, too; a subject is none that is spoken of later."""
    return any(word.stem == each.stem and (each.is_subject or not word.is_subject) for each in text)


def _names(word: Word) -> bool:
    return word.tag.startswith("NN") or (word.tag == "JJ" and word.stem not in WEIGHTS)
