"""Learn the tagger's data file from tagged sentences: ``train_tagger.py OUT FILE[*TIMES] ...``.

A line of a file is a sentence, ``word tag`` pairs between tabs, as ``tag_corpus.py`` writes them;
a ``.tsv`` file is a treebank: word, universal and Penn tag a line, sentences parted by empty lines.
The same files give the same bytes: whole numbers only, no clock, no chance but a fixed seed.
"""

import random
import re
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from cardsmith.grammar.evidence import KINDS, START, clues, pad, shape, told_by
from cardsmith.grammar.tagger import CODES, ZERO, Model
from cardsmith.grammar.tokens import OPAQUE, normal

Sentence: TypeAlias = tuple[tuple[str, ...], str]  # the words, and a letter for the tag of each
Counts: TypeAlias = Mapping[str, Counter[str]]
Table: TypeAlias = dict[str, dict[str, int]]

SEEN: Final = 5  # uses that make a word known
TWICE: Final = 2  # a tag seen once is taken for a mistake
SHARE: Final = 0.012  # and so is one with less than this share of a word's uses
ENDINGS: Final = 20  # words that make an ending known
ENDING_SHARE: Final = 0.02
UPDATES: Final = 5  # a weight that was moved less often says nothing
SMALLEST: Final = 2.5  # and so does one that stays this small
LARGEST: Final = 99
ROUNDS: Final = 5
_NAMES: Final = frozenset((CODES["NNP"], CODES["NNPS"]))
_CLOSED: Final = frozenset(CODES[tag] for tag in "DT IN CC PRP PRP$ MD TO WDT WP WRB EX".split())
# No base form ends so, whatever the teacher says.
_INFLECTED: Final = re.compile(r".*(?:[^siu]s|ed|ing)|s")
_UNINFLECTED: Final = frozenset((CODES["VB"], CODES["VBP"]))
_BE: Final = frozenset("am are be is was were been".split())


def read(path: Path) -> Iterator[Sentence]:
    """The tagged sentences of a file."""
    for pairs in (_treebank if path.suffix == ".tsv" else _lines)(path):
        words = tuple(sys.intern(normal(word)) for word, _ in pairs)
        yield words, "".join(CODES.get(penn, CODES["NN"]) for _, penn in pairs)


def _lines(path: Path) -> Iterator[list[tuple[str, str]]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            split = (pair.rpartition(" ") for pair in line.rstrip("\n").split("\t"))
            yield [(word, penn) for word, _, penn in split]


def _treebank(path: Path) -> Iterator[list[tuple[str, str]]]:
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n")]
        yield [(word.replace(" ", "_"), penn) for word, _, penn in rows]


# ---------------------------------------------------------------- the dictionary


def count(sentences: Sequence[Sentence]) -> Counts:
    """How often each form has each tag.

    At the head of a sentence a word counts as its small form, if that is seen elsewhere and the
    word is no name: "Freud" stays "Freud" even where the teacher took it for a common noun.
    """
    small = {word for words, _ in sentences for word in words if word.islower()}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words, letters in sentences:
        for place, (word, letter) in enumerate(zip(words, letters, strict=True)):
            lowered = place == 0 and letter not in _NAMES and word.lower() in small
            counts[word.lower() if lowered else word][letter] += 1
    return counts


def known_words(counts: Counts) -> dict[str, str]:
    """The dictionary: the tags of every frequent form, the most frequent first."""
    known = {}
    for word, seen in counts.items():
        total = seen.total()
        if total >= SEEN:
            kept = [tag for tag, n in seen.most_common() if n >= max(TWICE, SHARE * total)]
            kept = _without_names(word, kept or [seen.most_common(1)[0][0]])
            known[word] = "".join(_closed(word, kept, counts))
    known[OPAQUE] = CODES["NN"]
    return known


def _without_names(word: str, kept: list[str]) -> list[str]:
    """A small word and "The" are names by mistake or in titles only."""
    if kept[0] in _NAMES or not (word.islower() or kept[0] in _CLOSED):
        return kept
    return [tag for tag in kept if tag not in _NAMES]


def _closed(word: str, kept: list[str], counts: Counts) -> list[str]:
    """The tags of a form, and those that a verb of its shape always has."""
    if not word.islower() or word in _BE:
        return kept
    extra: list[str] = []
    if CODES["VB"] in kept or CODES["VBP"] in kept:
        extra += [CODES["VB"], CODES["VBP"]]
    if word.endswith("ed") and (CODES["VBD"] in kept or CODES["VBN"] in kept):
        extra += [CODES["VBD"], CODES["VBN"]]
    if word.endswith("s") and kept[0] in (CODES["NNS"], CODES["VBZ"]):
        extra += _of_base(counts.get(word[:-1]) or counts.get(word.removesuffix("es")) or Counter())
    return kept + [tag for tag in dict.fromkeys(extra) if tag not in kept]


def _of_base(base: Counter[str]) -> Iterator[str]:
    """What a form in -s may be when its base is a verb, or a noun, now and then."""
    least = 0.03 * base.total()
    if base[CODES["VB"]] + base[CODES["VBP"]] > least:
        yield CODES["VBZ"]
    if base[CODES["NN"]] > least:
        yield CODES["NNS"]


def endings(counts: Counts) -> dict[str, str]:
    """What unknown words may be, by shape and ending, learned from the rare words."""
    by_ending: dict[str, Counter[str]] = defaultdict(Counter)
    for word, seen in counts.items():
        if seen.total() <= 2 * SEEN:
            for key in _ending_keys(word):
                by_ending[key].update(dict.fromkeys(seen, 1))
    found = {
        ending: _likely(seen, ending)
        for ending, seen in by_ending.items()
        if seen.total() >= ENDINGS or len(ending) == 1
    }
    # an ending that says what its shorter self says is not worth its place
    return {
        ending: tags
        for ending, tags in found.items()
        if len(ending) == 1 or found.get(ending[0] + ending[2:]) != tags
    }


def _ending_keys(word: str) -> Iterator[str]:
    small = word.lower()
    for form in sorted({shape(word, 0), shape(word, 1)}):
        yield form
        for length in range(1, min(4, len(word)) + 1):
            yield form + small[-length:]


def _likely(seen: Counter[str], ending: str) -> str:
    least = max(TWICE, ENDING_SHARE * seen.total())
    inflected = _INFLECTED.fullmatch(ending[1:]) is not None
    kept = [
        tag
        for tag, n in seen.most_common(6)
        if n >= least and not (inflected and tag in _UNINFLECTED)
    ]
    return "".join(kept or [seen.most_common(1)[0][0]])


# ---------------------------------------------------------------- the perceptron


@dataclass(slots=True)
class Cell:
    """A weight: its value, its sum over time, when it last moved, how often."""

    value: int = 0
    total: int = 0
    moved: int = 0
    times: int = 0


@dataclass(slots=True)
class Perceptron:
    """Averaged weights by kind of clue, clue and tag; a ``frozen`` one gets no new weights."""

    weights: list[dict[str, dict[str, Cell]]]
    frozen: bool = False
    clock: int = field(default=0)

    def scores(self, choice: str, evidence: tuple[str, ...]) -> dict[str, int]:
        """The sum of the weights for each candidate."""
        sums = dict.fromkeys(choice, 0)
        for table, clue in zip(self.weights, evidence, strict=True):
            found = table.get(clue)
            if found:
                for letter in choice:
                    cell = found.get(letter)
                    if cell:
                        sums[letter] += cell.value
        return sums

    def move(self, letter: str, evidence: tuple[str, ...], step: int) -> None:
        """Raise or lower every weight of a tag that the evidence calls for."""
        for table, clue in zip(self.weights, evidence, strict=True):
            cell = self._cell(table, clue, letter)
            if cell is not None:
                cell.total += cell.value * (self.clock - cell.moved)
                cell.moved = self.clock
                cell.value += step
                cell.times += 1

    def _cell(self, table: dict[str, dict[str, Cell]], clue: str, letter: str) -> Cell | None:
        if self.frozen:
            return table.get(clue, {}).get(letter)
        found = table.setdefault(clue, {})
        if letter not in found:
            found[letter] = Cell()
        return found[letter]

    def averages(self) -> Iterator[tuple[int, str, str, float, int]]:
        """Kind, clue, tag, mean weight, and how often it moved."""
        for kind, table in enumerate(self.weights):
            for clue, found in table.items():
                for letter, cell in found.items():
                    total = cell.total + cell.value * (self.clock - cell.moved)
                    yield kind, clue, letter, total / self.clock, cell.times


def learn(model: Model, sentences: list[Sentence], perceptron: Perceptron) -> None:
    """Go over all sentences several times, in an order that is the same every time."""
    order = list(range(len(sentences)))
    chance = random.Random(1)  # noqa: S311
    for turn in range(ROUNDS):
        chance.shuffle(order)
        wrong = sum(_learn_from(model, sentences[index], perceptron) for index in order)
        print(f"round {turn + 1}: {wrong} mistakes", flush=True)


def _learn_from(model: Model, sentence: Sentence, perceptron: Perceptron) -> int:
    words, gold = sentence
    padded = pad(model.known, model.endings, words)
    tags = list(START)
    wrong = 0
    for at, truth in enumerate(gold, 2):
        choice = padded.candidates[at]
        if len(choice) > 1:
            evidence = clues(padded, at, "".join(tags[-2:]), told_by(tags))
            sums = perceptron.scores(choice, evidence)
            choice = max(sums, key=sums.__getitem__)
            perceptron.clock += 1
            if choice != truth and truth in sums:
                wrong += 1
                perceptron.move(truth, evidence, 1)
                perceptron.move(choice, evidence, -1)
        tags.append(choice)
    return wrong


def pruned(perceptron: Perceptron) -> Perceptron:
    """Empty weights, for those only that proved worth keeping."""
    tables: list[dict[str, dict[str, Cell]]] = [{} for _ in perceptron.weights]
    for kind, clue, letter, weight, moved in perceptron.averages():
        if moved >= UPDATES and abs(weight) >= SMALLEST:
            tables[kind].setdefault(clue, {})[letter] = Cell()
    return Perceptron(tables, frozen=True)


# ---------------------------------------------------------------- the file


def rounded(perceptron: Perceptron) -> list[Table]:
    """The mean weights as small whole numbers."""
    tables: list[Table] = [{} for _ in perceptron.weights]
    for kind, clue, letter, weight, _ in perceptron.averages():
        value = max(-LARGEST, min(LARGEST, round(weight)))
        if value:
            tables[kind].setdefault(clue, {})[letter] = value
    return tables


def encode(model: Model, tables: list[Table]) -> bytes:
    """The bytes that ``tagger.decode`` reads."""
    blocks = [_spell_sets(model.known), _spell_sets(model.endings)]
    for table in tables:
        keys = sorted(table)
        blocks.append("\t".join(keys) + "\n" + "\t".join(_spell(table[key]) for key in keys))
    return zlib.compress("\n\n".join(blocks).encode(), 9)


def _spell(weights: dict[str, int]) -> str:
    return "".join(letter + chr(ZERO + weights[letter]) for letter in sorted(weights))


def _spell_sets(words: Mapping[str, str]) -> str:
    by_tags: dict[str, list[str]] = defaultdict(list)
    for word, tags in sorted(words.items()):
        by_tags[tags].append(word)
    return "\n".join("\t".join((tags, *group)) for tags, group in sorted(by_tags.items()))


def main(out: str, *names: str) -> None:
    """Learn from the files named, each as often as the number after its star says."""
    sentences: list[Sentence] = []
    for name in names:
        path, _, times = name.partition("*")
        sentences += list(read(Path(path))) * int(times or 1)
    counts = count(sentences)
    model = Model(known_words(counts), endings(counts), ())
    perceptron = Perceptron([{} for _ in range(KINDS)])
    learn(model, sentences, perceptron)
    perceptron = pruned(perceptron)
    learn(model, sentences, perceptron)
    Path(out).write_bytes(encode(model, rounded(perceptron)))


if __name__ == "__main__":
    main(*sys.argv[1:])
