"""The Penn tag of every word: a dictionary, and a perceptron where that leaves a choice.

A word of the dictionary has the tags that it was seen with, an unknown word those of its ending
and shape. Two words of three have a single tag then; the others are decided from left to right by
the evidence around them, each by the sum of some small whole numbers. The distance between the
best sum and the next one is the word's *margin*: how certain the tag is.
"""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from cardsmith.grammar.penn import CODES, FINITE_CODES, NAMES
from cardsmith.grammar.verbless import Tagged, with_verb

__all__ = [
    "CERTAIN",
    "CODES",
    "KINDS",
    "ZERO",
    "Model",
    "Padded",
    "Tagged",
    "clues",
    "decode",
    "model",
    "pad",
    "shape",
    "tag",
]

CERTAIN: Final = 99  # the margin of a word with one candidate, and the largest there is
_EDGE: Final = ("", "")
_NEITHER: Final = ("_", "_")

# What a margin counts against: for a finite verb or a base form every other tag, for all other
# words only those, since "JJ" for "NN" does no harm to the groups of a sentence.
_VERBAL: Final = "".join(CODES[name] for name in "VB VBP VBZ VBD MD".split())
_RIVALS: Final = {
    letter: "".join(NAMES).replace(letter, "") if letter in _VERBAL else _VERBAL for letter in NAMES
}

# The weights of a clue are one whole number with a field of bits for each tag, so that a single
# addition counts for all tags; a field holds any sum of all clues, raised by half its range.
_WIDTH: Final = 13
_FIELD: Final = (1 << _WIDTH) - 1
_SHIFTS: Final = {letter: _WIDTH * place for place, letter in enumerate(NAMES)}
_LEVEL: Final = sum(1 << shift + _WIDTH - 1 for shift in _SHIFTS.values())


_ALONE: Final = {letter: (name, CERTAIN) for letter, name in NAMES.items()}


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned: candidates of known words, of endings, and weights by kind of clue."""

    known: Mapping[str, str]
    endings: Mapping[str, str]
    weights: tuple[Mapping[str, int], ...]


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
    sets = [
        known[word] if place and word in known else candidates(known, endings, word, place)
        for place, word in enumerate(words)
    ]
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
    no, perhaps, surely = ("0", "1", "2") if last == "." else ("a", "b", "c")
    come = no
    found = []
    for choice in reversed(sets):
        found.append(come)
        if come != surely and not FINITE_CODES.isdisjoint(choice):
            come = surely if FINITE_CODES.issuperset(choice) else perhaps
    found += _EDGE
    found.reverse()
    return found


KINDS: Final = 17  # of clues


def clues(sentence: Padded, tags: Sequence[str], at: int) -> tuple[str, ...]:
    """The evidence for the tag of the word ``at``: one string for each kind of clue.

    ``tags`` are those before it, from the left edge on.
    """
    small, sets = sentence.small, sentence.candidates
    word, own, after = small[at], sets[at], sets[at + 1]
    last = tags[at - 1]
    form = shape(sentence.words[at], at - 2)
    verbs = sentence.verbs[at] + ("n" if FINITE_CODES.isdisjoint(tags) else "y")
    return (
        word,
        word[-3:],
        form + word[-2:],
        last + word,
        small[at - 1],
        small[at + 1],
        f"{word} {after}",
        f"{own} {after} {sets[at + 2]}",
        last + own,
        f"{tags[at - 2]}{last}{own}",
        form + last + own,
        small[at - 2],
        small[at + 2],
        f"{small[at - 1]} {own} {small[at + 1]}",
        own + verbs,
        last + own + verbs,
        last + verbs,
    )


def tag(words: Sequence[str]) -> list[Tagged]:
    """The Penn tag and the margin of every word; ``words`` as ``tokens.normal`` gives them."""
    learned = model()
    sentence = pad(learned.known, learned.endings, words)
    tags = list(_NEITHER)
    given: list[Tagged] = []
    for at in range(2, len(words) + 2):
        choice = sentence.candidates[at]
        if len(choice) == 1:
            given.append(_ALONE[choice])
        else:
            choice, margin = _choose(learned, choice, clues(sentence, tags, at))
            given.append((NAMES[choice], margin))
        tags.append(choice)
    return with_verb(given, words, sentence.candidates[2:])


def _choose(learned: Model, choice: str, evidence: tuple[str, ...]) -> tuple[str, int]:
    total = _LEVEL
    for weights, clue in zip(learned.weights, evidence, strict=True):
        if clue in weights:
            total += weights[clue]
    sums = [total >> _SHIFTS[letter] & _FIELD for letter in choice]
    score = max(sums)
    best = choice[sums.index(score)]
    feared = _RIVALS[best]
    rivals = [other for letter, other in zip(choice, sums, strict=True) if letter in feared]
    return best, min(score - max(rivals), CERTAIN) if rivals else CERTAIN


@cache
def model() -> Model:
    """The model in the package, read on first use."""
    return decode((files("cardsmith.grammar") / "tagger.bin").read_bytes())


def decode(content: bytes) -> Model:
    """A model from the bytes that ``tools/train_tagger.py`` writes.

    Blocks are parted by empty lines. A block of words has a line for each set of candidates; a
    block of weights has a line of clues and a line of values, a value being letters and signs:
    ``A`` and the sign 64 + 5 stand for "NN, + 5".
    """
    known, endings, *blocks = zlib.decompress(content).decode().split("\n\n")
    values: dict[str, int] = {}
    weights: list[Mapping[str, int]] = []
    for block in blocks:
        keys, _, lines = block.partition("\n")
        spelled = lines.split("\t")
        for value in set(spelled).difference(values):
            values[value] = _weights(value)
        weights.append(
            dict(zip(keys.split("\t"), [values[value] for value in spelled], strict=True))
        )
    return Model(_sets(known), _sets(endings), tuple(weights))


def _sets(block: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in block.split("\n"):
        letters, *words = line.split("\t")
        found.update(dict.fromkeys(words, letters))
    return found


def _weights(value: str) -> int:
    total = 0
    for at in range(0, len(value), 2):
        total += (ord(value[at + 1]) - ZERO) << _SHIFTS[value[at]]
    return total


ZERO: Final = 0x2000  # far from the letters, so that a value cannot be taken for a clue
