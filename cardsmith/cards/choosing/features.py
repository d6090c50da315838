"""What tells a word group worth asking for from others: named features, and what each counts.

The score is their sum, each times its weight in ``choice.toml``; there stands how they were fitted.
"""

import math
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from operator import mul
from typing import Final, NamedTuple, TypeAlias

from cardsmith.cards.choosing.candidates import Unit, candidates, units
from cardsmith.cards.choosing.lexicon import MOST_OFTEN, MOST_SHARE, named
from cardsmith.cards.choosing.stock import Stock
from cardsmith.cards.choosing.surroundings import after, before
from cardsmith.cards.commonness import RARE
from cardsmith.grammar import Reading
from cardsmith.model import Span

__all__ = ["DEGREES", "Group", "Marked", "features", "score", "tables"]

Row: TypeAlias = Sequence[Unit]
Flags: TypeAlias = tuple[str, ...]
Marked: TypeAlias = Mapping[tuple[int, int], Collection[str]]
Bounds: TypeAlias = Mapping[int, tuple[int, int]]

# the features that are not only so or not, in the order that a group has them
DEGREES: Final = (
    "far from the beginning",
    "words are rare",
    "share of rarer words",
    "often a keyword",
    "mostly a keyword",
    "in many sentences",
)
# combinations of flags that are remembered
_MEMORY: Final = 20_000
_ENDS: Final[Mapping[str, Flags]] = {
    "CD": ("ends in a number word",),
    "JJ": ("ends in an adjective",),
    "VBG": ("ends in a participle",),
    "VBN": ("ends in a participle",),
    "NNS": ("ends in a plural",),
    "NNP": ("ends in a name",),
    "NNPS": ("ends in a name",),
}


class Group(NamedTuple):
    """A word group with its offsets into the sentence, and its features.

    ``flags`` are what is so or not: what stands before it, what after, and its own shape;
    ``degrees`` the values of ``DEGREES``.
    """

    start: int
    end: int
    flags: tuple[Flags, Flags, Flags]
    degrees: tuple[float, ...]

    def values(self) -> Iterator[tuple[str, float]]:
        """All features by name."""
        for names in self.flags:
            yield from ((name, 1.0) for name in names)
        yield from zip(DEGREES, self.degrees, strict=True)


@cache
def tables() -> Mapping[str, Mapping[str, float]]:
    """The tables of ``choice.toml``: what each feature counts, and the scale of worth."""
    text = files("cardsmith.cards.choosing").joinpath("choice.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=_MEMORY)
def _counted(names: Flags) -> float:
    known = {**tables()["fitted"], **tables()["marks"]}
    return sum([known[name] for name in names])


@cache
def _degrees() -> tuple[float, ...]:
    return tuple(tables()["fitted"][name] for name in DEGREES)


def score(group: Group) -> float:
    """The sum of a group's features, each times its weight."""
    first, second, third = group.flags
    degrees = float(sum(map(mul, group.degrees, _degrees())))
    return _counted(first) + _counted(second) + _counted(third) + degrees


def features(reading: Reading, span: Span, stock: Stock, marked: Marked) -> Iterator[Group]:
    """The word groups of a sentence with their features, in reading order.

    ``marked`` names the marks on words of it by their offsets; marked words are a group at any
    length.
    """
    row = units(reading)
    bounds = {
        place: (noun.start + bool(noun.determiner), noun.head + 1)
        for noun in reading.nouns
        for place in range(noun.start, noun.end)
    }
    section, place = stock.places.get(span, (0, 0))
    far = math.log2(1 + place) / 4
    left: dict[int, Flags] = {}
    right: dict[int, Flags] = {}
    for start, end in _places(row, marked):
        if start not in left:
            left[start] = tuple(before(row, start))
        if end not in right:
            right[end] = tuple(after(row, end))
        group = row[start:end]
        first, last = group[0].start, group[-1].end
        shape = _shape(group, bounds) + _fresh(group, stock, (section, place))
        if marked:
            shape += _marks(first, last, marked)
        yield Group(first, last, (left[start], right[end], shape), _told(group, stock, far))


def _places(row: Row, marked: Marked) -> Iterable[tuple[int, int]]:
    """The places of all groups, of marked words too that are no group otherwise."""
    found = list(candidates(row))
    if not marked:
        return found
    starts = {unit.start: at for at, unit in enumerate(row)}
    ends = {unit.end: at + 1 for at, unit in enumerate(row)}
    others = [
        (starts[start], ends[end]) for start, end in marked if start in starts and end in ends
    ]
    return sorted({*found, *others})


def _marks(start: int, end: int, marked: Marked) -> Flags:
    """The marks on a group, or that it is torn from a marked one."""
    exact = marked.get((start, end))
    if exact is not None:
        return tuple(sorted(exact))
    for first, last in marked:
        if first < end and start < last:
            return ("torn from a marked group",)
    return ()


def _shape(group: Row, nouns: Bounds) -> Flags:
    """What a group is made of, and whether it is a whole noun group."""
    first, last = group[0], group[-1]
    found = _ENDS.get(last.tag, ())
    if len(group) > 1:
        found += ("several words",)
    for unit in group:
        if unit.low[0].isdigit():
            found += ("has a digit",)
            break
    if not all([unit.telling for unit in group[1:-1]]):  # noqa: C419 (a generator takes longer)
        found += ("holds a joint",)
    bounds = nouns.get(first.first)
    if bounds is None or nouns.get(last.after - 1) != bounds:
        return (*found, "no noun group")
    return (*found, "a whole noun group") if bounds == (first.first, last.after) else found


def _fresh(group: Row, stock: Stock, where: tuple[int, int]) -> Flags:
    """Whether a word of the group stands in no sentence of its section before this one."""
    section, place = where
    for unit in group:
        if unit.telling and stock.first.get((section, unit.stem), place) == place:
            return ("new word",)
    return ()


def _told(group: Row, stock: Stock, far: float) -> tuple[float, ...]:
    """What the document and the collection tell of a group's words."""
    telling = [unit for unit in group if unit.telling] if len(group) > 1 else group
    bands = [unit.band for unit in telling] or [0]
    often, share, _ = named(" ".join([unit.stem for unit in group]))
    counted = min([stock.sentences.get(unit.stem, 1) for unit in telling], default=1)
    return (
        far,
        sum(bands) / len(bands) / RARE,
        stock.rarer[min(bands)],
        often / MOST_OFTEN,
        share / MOST_SHARE,
        math.log2(counted) / 3,
    )
