"""The evidence for the tag of a word: what it may be, how it is written, what is around it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cardsmith.grammar.penn import FINITE_CODES

__all__ = ["KINDS", "START", "Padded", "clues", "pad", "shape", "told_by"]

_EDGE: Final = ("", "")
_NEITHER: Final = ("_", "_")
START: Final = "__"  # the two tags before the first word


@dataclass(frozen=True, slots=True)
class Padded:
    """A sentence between two empty words at either end: as written, small, with candidates.

    ``verbs`` tells of every word whether a finite verb is still to come.
    """

    words: Sequence[str]
    small: Sequence[str]
    candidates: Sequence[str]
    verbs: Sequence[str]


def shape(word: str, place: int) -> str:
    """How a word is written; a capital at the head of a sentence says less than elsewhere."""
    if word.islower():
        return "x" if word.isalpha() else "y"
    if word[0].isdigit():
        return "d"
    if len(word) > 1 and word.isupper():
        return "A"
    if word[0].isupper():
        return "S" if place == 0 else "C"
    return "o"


def candidates(known: Mapping[str, str], endings: Mapping[str, str], word: str, place: int) -> str:
    """The tags that a word may have, the likeliest first."""
    found = known.get(word)
    if word.islower() or not word[0].isupper():
        return found or _by_ending(endings, word, place)
    small = known.get(word.lower())
    if found is None:
        if small is not None and (place == 0 or word.isupper()):
            return small
        return _by_ending(endings, word, place)
    if place == 0 and small is not None:
        return small + "".join([letter for letter in found if letter not in small])
    return found


def _by_ending(endings: Mapping[str, str], word: str, place: int) -> str:
    form = shape(word, place)
    small = word.lower()
    for length in (4, 3, 2, 1):
        found = endings.get(form + small[-length:])
        if found is not None:
            return found
    return endings.get(form, "A")


def pad(known: Mapping[str, str], endings: Mapping[str, str], words: Sequence[str]) -> Padded:
    """A sentence made ready for tagging; ``words`` as ``tokens.normal`` gives them."""
    sets = [known.get(word) or candidates(known, endings, word, 1) for word in words]
    if words:
        sets[0] = candidates(known, endings, words[0], 0)
    small = [word.lower() for word in words]
    return Padded(
        (*_EDGE, *words, *_EDGE),
        (*_EDGE, *small, *_EDGE),
        (*_NEITHER, *sets, *_NEITHER),
        _verbs_to_come(sets, words[-1] if words else ""),
    )


def _verbs_to_come(sets: Sequence[str], last: str) -> list[str]:
    """For every word whether a finite verb comes after it: no, perhaps, surely.

    Told in other signs where no full stop ends the words: a title needs no verb.
    """
    signs = "012" if last == "." else "abc"
    come = _NO
    found = []
    for choice in reversed(sets):
        found.append(signs[come])
        if come != _SURELY:
            come = max(come, _holds_verb(choice))
    found += _EDGE
    found.reverse()
    return found


_NO: Final = 0
_SURELY: Final = 2


@lru_cache(maxsize=1024)
def _holds_verb(choice: str) -> int:
    """Whether a word with these candidates is a finite verb: no (0), perhaps (1), surely (2)."""
    return (not FINITE_CODES.isdisjoint(choice)) + FINITE_CODES.issuperset(choice)


KINDS: Final = 17  # of clues


def clues(sentence: Padded, at: int, before: str, told: str) -> tuple[str, ...]:
    """The evidence for the tag of the word ``at``: one string for each kind of clue.

    ``before`` are the two tags before it, ``told`` is what ``told_by`` says of all of them.
    """
    small, sets = sentence.small, sentence.candidates
    word, own, after = small[at], sets[at], sets[at + 1]
    last = before[1]
    last_own = last + own
    form = shape(sentence.words[at], at - len(_EDGE))
    verbs = sentence.verbs[at] + told
    return (
        word,
        word[-3:],
        form + word[-2:],
        last + word,
        small[at - 1],
        small[at + 1],
        f"{word} {after}",
        f"{own} {after} {sets[at + 2]}",
        last_own,
        before + own,
        form + last_own,
        small[at - 2],
        small[at + 2],
        f"{small[at - 1]} {own} {small[at + 1]}",
        own + verbs,
        last_own + verbs,
        last + verbs,
    )


def told_by(tags: Iterable[str]) -> str:
    """Whether there is a finite verb among the tags before a word."""
    return "n" if FINITE_CODES.isdisjoint(tags) else "y"
