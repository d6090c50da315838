"""Fit what to ask for on what people asked for: makes ``cardsmith/cards/choosing/choice.toml``.

usage: fit_choice.py PASSAGES.jsonl.xz > choice.toml

A line of the file is a JSON object with a ``passage`` and the ``answer`` that people asked for,
mostly words of it. The chance that a word group is asked for is a softmax over all groups of its
passage; a group that stands there twice has both chances. Weights are found by L-BFGS with a
penalty for large ones, judged on passages that they were not fitted on, and rounded. The marks of
authors, which such passages do not have, keep the weights that they have. Needs numpy.
"""

import json
import lzma
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np

from cardsmith.cards.choosing.features import features, tables
from cardsmith.cards.choosing.stock import stock
from cardsmith.grammar import read_text, stem, words
from cardsmith.markup import flat, sentences
from cardsmith.model import Document
from cardsmith.parser import parse

Array: TypeAlias = "np.ndarray[Any, Any]"
Key: TypeAlias = tuple[str, ...]

PENALTY: Final = 10.0
FOLDS: Final = 10
SHUFFLES: Final = 5
DRAWS: Final = 2000
# when a step is good enough, too small, and the last one
DESCENT: Final = 1e-4
SMALLEST: Final = 1e-6
DONE: Final = 1e-7
FIRST: Final = (1, 3, 5)
# judged by reading cards; they stay as they stand
KEPT: Final = ("marks", "scale")
ARTICLES: Final = frozenset("a an the".split())


@dataclass(frozen=True)
class Passage:
    """The groups of a passage: features by row, and which of its different groups a row is.

    ``asked`` is the one that people asked for, -1 where it is none of them; ``plain`` ranks the
    groups by their frequency and rarity alone.
    """

    rows: Array
    group: Array
    asked: int
    plain: tuple[int, ...]

    @property
    def groups(self) -> int:
        """How many different groups there are."""
        return len(self.plain)


def key(text: str) -> Key:
    """What makes two groups the same: the stems of their words but articles."""
    return tuple(stem(word.text) for word in words(text) if word.text.casefold() not in ARTICLES)


def read(path: Path) -> Iterator[tuple[Key, list[tuple[Key, dict[str, float]]]]]:
    """What was asked for in each passage, and its groups with their features."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            if row["passage"].strip():
                yield key(row["answer"]), list(groups(row["passage"], number))


def groups(passage: str, number: int) -> Iterator[tuple[Key, dict[str, float]]]:
    """The groups of a passage with their features."""
    text = f"---\nquestion: Passage {number}\n---\n{passage}\n"
    for document in parse(f"{number}.md", text.encode()):
        if isinstance(document, Document):
            answer = document.answer
            parts = (answer.intro, *(each.blocks for each in answer.sections), answer.closing)
            told = [(each.span, flat(each.runs)) for part in parts for each in sentences(part)]
            counted = stock([told])
            for span, sentence in told:
                for group in features(read_text(sentence), span, counted, {}):
                    yield key(sentence[group.start : group.end]), dict(group.values())


def tabled(asked: Key, found: Sequence[tuple[Key, dict[str, float]]], names: list[str]) -> Passage:
    """A passage as arrays."""
    places = {name: at for at, name in enumerate(names)}
    numbers: dict[Key, int] = {}
    rows = np.zeros((len(found), len(names)))
    group = np.zeros(len(found), int)
    for row, (which, values) in enumerate(found):
        group[row] = numbers.setdefault(which, len(numbers))
        for name, value in values.items():
            rows[row, places[name]] = value
    return Passage(rows, group, numbers.get(asked, -1), tuple(unfitted(found, numbers)))


def unfitted(found: Sequence[tuple[Key, dict[str, float]]], numbers: dict[Key, int]) -> list[int]:
    """The groups ranked by TF-IDF: how often they stand there, times how rare their words are."""
    often = Counter(which for which, _ in found)
    rare = {which: values["words are rare"] for which, values in found}
    best = sorted(numbers, key=lambda which: -often[which] * rare[which])
    return [numbers[which] for which in best]


def chances(scores: Array, starts: Array, of: Array) -> tuple[Array, Array]:
    """The softmax of scores within each passage, and the logarithm of its denominator."""
    top = np.maximum.reduceat(scores, starts)
    raised = np.exp(scores - top[of])
    total = np.add.reduceat(raised, starts)
    return raised / total[of], top + np.log(total)


def fit(passages: Sequence[Passage]) -> Array:
    """The weights under which what was asked for is likeliest."""
    used = [each for each in passages if each.asked >= 0]
    rows = np.concatenate([each.rows for each in used])
    of = np.repeat(np.arange(len(used)), [len(each.rows) for each in used])
    right = np.flatnonzero(np.concatenate([each.group == each.asked for each in used]))
    spread = rows.std(0) + 1e-6
    scaled = rows / spread
    every = np.flatnonzero(np.diff(of, prepend=-1))
    some = np.flatnonzero(np.diff(of[right], prepend=-1))

    def slope(weights: Array) -> tuple[float, Array]:
        scores = scaled @ weights
        chance, whole = chances(scores, every, of)
        share, part = chances(scores[right], some, of[right])
        loss = float((whole - part).sum() + PENALTY / 2 * weights @ weights)
        return loss, scaled.T @ chance - scaled[right].T @ share + PENALTY * weights

    return descend(slope, rows.shape[1]) / spread


def descend(slope: Any, size: int) -> Array:
    """The lowest point of a function, from its slope (L-BFGS with halved steps)."""
    weights = np.zeros(size)
    loss, gradient = slope(weights)
    steps: list[tuple[Array, Array]] = []
    for _ in range(500):
        way = direction(gradient, steps)
        stride = 1.0
        while True:
            moved = weights + stride * way
            lower, turned = slope(moved)
            if lower <= loss + DESCENT * stride * (gradient @ way) or stride < SMALLEST:
                break
            stride /= 2
        step, bend = moved - weights, turned - gradient
        if step @ bend > SMALLEST**2:
            steps = [*steps[-11:], (step, bend)]
        done = abs(loss - lower) < DONE * abs(loss)
        weights, loss, gradient = moved, lower, turned
        if done:
            break
    return weights


def direction(gradient: Array, steps: Sequence[tuple[Array, Array]]) -> Array:
    """Where to go next, from the last steps and how the slope turned on them."""
    way = -gradient
    shares = []
    for step, bend in reversed(steps):
        share = (step @ way) / (step @ bend)
        shares.append(share)
        way = way - share * bend
    step, bend = steps[-1] if steps else (np.ones(1), np.full(1, 100.0))
    way = way * ((step @ bend) / (bend @ bend))
    for (step, bend), share in zip(steps, reversed(shares), strict=True):
        way = way + step * (share - (bend @ way) / (step @ bend))
    return way


def rank(passage: Passage, weights: Array) -> int:
    """How many groups of a passage go before the one that was asked for."""
    if passage.asked < 0:
        return sys.maxsize
    scores = passage.rows @ weights
    chance = np.zeros(passage.groups)
    np.add.at(chance, passage.group, np.exp(scores - scores.max()))
    return int((chance > chance[passage.asked]).sum())


def judged(passages: Sequence[Passage]) -> list[list[int]]:
    """The ranks of what was asked for, by weights fitted on other passages; a list a shuffle."""
    told = []
    for seed in range(SHUFFLES):
        order = list(range(len(passages)))
        random.Random(seed).shuffle(order)  # noqa: S311
        ranks = [0] * len(passages)
        for fold in range(FOLDS):
            kept = set(order[fold::FOLDS])
            weights = fit([each for at, each in enumerate(passages) if at not in kept])
            for at in kept:
                ranks[at] = rank(passages[at], weights)
        told.append(ranks)
    return told


def interval(told: Sequence[Sequence[int]], first: int) -> str:
    """The mean share over all shuffles, and what 95 of 100 redrawn collections would give."""
    means = [sum(rank < first for rank in ranks) / len(told) for ranks in zip(*told, strict=True)]
    chance = np.random.default_rng(0)
    drawn = np.array(means)[chance.integers(0, len(means), (DRAWS, len(means)))].mean(1) * 100
    low, high = np.percentile(drawn, [2.5, 97.5])
    return f"{100 * sum(means) / len(means):.1f} ({low:.0f}-{high:.0f})"


def head(passages: Sequence[Passage]) -> Iterator[str]:
    """What the table is, and how good its weights are on passages that they were not fitted on."""
    told = judged(passages)
    plain = [each.plain.index(each.asked) if each.asked >= 0 else sys.maxsize for each in passages]
    found = [at for at, each in enumerate(passages) if each.asked >= 0]
    yield "# What each feature of a word group counts when it is chosen to be hidden or asked for."
    yield "# Made by tools/fit_choice.py; largest first, by weight times spread. The other tables"
    yield "# are not fitted but judged by reading cards: what marks of the author count, and how a"
    yield "# score becomes worth, 1 / (1 + exp((middle - score) / spread))."
    yield "#"
    yield "# What people asked for is among the first 1, 3, 5 groups, in percent (95 % of"
    yield "# redrawn collections), by weights fitted on other passages"
    yield f"# ({FOLDS} folds, {SHUFFLES} shuffles):"
    for name, of in (("all", range(len(passages))), ("where it is one of the groups", found)):
        yield f"# {len(of)} passages, {name}:"
        yield f"#   these weights {shares([[ranks[at] for at in of] for ranks in told])}"
        yield f"#   TF-IDF        {shares([[plain[at] for at in of]])}"


def shares(told: Sequence[Sequence[int]]) -> str:
    """The shares for each number of first groups."""
    return ", ".join(interval(told, first) for first in FIRST)


def main() -> None:
    """Print the table."""
    found = list(read(Path(sys.argv[1])))
    names = sorted({name for _, groups in found for _, values in groups for name in values})
    passages = [tabled(asked, groups, names) for asked, groups in found]
    spread = np.concatenate([each.rows for each in passages]).std(0)
    weights = fit(passages)
    print("\n".join(head(passages)))
    print("\n[fitted]")
    for at in np.argsort(-np.abs(weights * spread), kind="stable"):
        print(f'"{names[at]}" = {weights[at] + 0.0:.2f}')
    for table in KEPT:
        print(f"\n[{table}]")
        for name, value in tables()[table].items():
            print(f'"{name}" = {value}')


if __name__ == "__main__":
    main()
