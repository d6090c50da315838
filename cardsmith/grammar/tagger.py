"""The Penn tag of every word: a dictionary, and a perceptron where that leaves a choice.

A word of the dictionary has the tags that it was seen with, an unknown word those of its ending
and shape. Two words of three have a single tag then; the others are decided from left to right by
the evidence around them, each by the sum of some small whole numbers. The distance between the
best sum and the next one is the word's *margin*: how certain the tag is.
"""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from cardsmith.grammar.evidence import START, clues, pad, told_by
from cardsmith.grammar.penn import CODES, FINITE_CODES, NAMES
from cardsmith.grammar.verbless import Tagged, with_verb

__all__ = [
    "CERTAIN",
    "CODES",
    "ZERO",
    "Model",
    "Tagged",
    "decode",
    "model",
    "tag",
]

CERTAIN: Final = 99  # the margin of a word with one candidate, and the largest there is
_REMEMBERED: Final = 1024  # sets of candidates

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


def tag(words: Sequence[str]) -> list[Tagged]:
    """The Penn tag and the margin of every word; ``words`` as ``tokens.normal`` gives them."""
    learned = model()
    sentence = pad(learned.known, learned.endings, words)
    before = START
    told = told_by(())
    given: list[Tagged] = []
    for at, choice in enumerate(sentence.candidates[2:-2], 2):
        if len(choice) == 1:
            code = choice
            given.append(_ALONE[choice])
        else:
            code, margin = _choose(choice, _sum(learned.weights, clues(sentence, at, before, told)))
            given.append((NAMES[code], margin))
        before = before[1] + code
        if code in FINITE_CODES:
            told = told_by(code)
    return with_verb(given, words, sentence.candidates[2:])


def _sum(tables: Sequence[Mapping[str, int]], evidence: tuple[str, ...]) -> int:
    """The sum of all evidence for a word, a field for each tag."""
    total = 0
    for weights, clue in zip(tables, evidence, strict=True):
        if clue in weights:
            total += weights[clue]
    return total + _LEVEL


def _choose(choice: str, total: int) -> tuple[str, int]:
    """The best of some candidates, and its margin."""
    shifts, rivals = _fields(choice)
    sums = [total >> shift & _FIELD for shift in shifts]
    score = max(sums)
    best = sums.index(score)
    feared = [sums[rival] for rival in rivals[best]]
    return choice[best], min(score - max(feared), CERTAIN) if feared else CERTAIN


@lru_cache(maxsize=_REMEMBERED)
def _fields(choice: str) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    """Where the sums of some candidates stand, and the places of the rivals of each."""
    rivals = [
        tuple([at for at, other in enumerate(choice) if other in _RIVALS[letter]])
        for letter in choice
    ]
    return tuple([_SHIFTS[letter] for letter in choice]), tuple(rivals)


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
