"""What tells a word group worth asking for from others: named features, and what each counts.

The score is their sum, each times its weight in ``choice.toml``; there stands how they were fitted.
"""

import math
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from operator import mul
from typing import Final, NamedTuple, TypeAlias

from cardsmith.cards.choosing.candidates import Unit, candidates, units
from cardsmith.cards.choosing.lexicon import MOST_OFTEN, MOST_SHARE, UNNAMED, Named, terms
from cardsmith.cards.choosing.stock import Stock
from cardsmith.cards.choosing.surroundings import after, before
from cardsmith.cards.commonness import RARE
from cardsmith.grammar import Reading
from cardsmith.model import Span

__all__ = ["DEGREES", "Group", "Marked", "features", "score", "tables"]

Row: TypeAlias = Sequence[Unit]
Flags: TypeAlias = tuple[str, ...]
Marked: TypeAlias = Mapping[tuple[int, int], Collection[str]]

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
    if not row:
        return
    facts = _facts(row, reading, stock, span)
    left: dict[int, Flags] = {}
    right: dict[int, Flags] = {}
    for start, end in _places(row, marked):
        if start not in left:
            left[start] = tuple(before(row, start))
        if end not in right:
            right[end] = tuple(after(row, end))
        first, last = row[start].start, row[end - 1].end
        shape = facts.shape(start, end)
        if marked:
            shape += _marks(first, last, marked)
        yield Group(first, last, (left[start], right[end], shape), facts.told(start, end))


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of each unit of a sentence, a row for each fact: groups share their units.

    ``opens`` and ``closes`` are the bounds of the noun group in which its first and last token
    stand, ``many`` tells by the logarithm in how many sentences it stands, ``fresh`` whether it
    stands in none of its section before this one.
    """

    ends: Sequence[Flags]
    stems: Sequence[str]
    telling: Sequence[bool]
    digits: Sequence[bool]
    fresh: Sequence[bool]
    opens: Sequence[tuple[int, int] | None]
    closes: Sequence[tuple[int, int] | None]
    bounds: Sequence[tuple[int, int]]
    bands: tuple[int, ...]
    many: list[float]
    rarer: Sequence[float]
    far: float
    terms: Mapping[str, Named]

    def shape(self, start: int, end: int) -> Flags:
        """What a group is made of, and whether it is a whole noun group."""
        last = end - 1
        found = self.ends[last]
        if start < last:
            found += ("several words",)
        if True in self.digits[start:end]:
            found += ("has a digit",)
        if False in self.telling[start + 1 : last]:
            found += ("holds a joint",)
        noun = self.opens[start]
        if noun is None or noun != self.closes[last]:
            found += ("no noun group",)
        elif noun == (self.bounds[start][0], self.bounds[last][1]):
            found += ("a whole noun group",)
        return (*found, "new word") if True in self.fresh[start:end] else found

    def told(self, start: int, end: int) -> tuple[float, ...]:
        """What the document and the collection tell of a group's words."""
        bands, many = self.bands[start:end], self.many[start:end]
        if end - start > 1 and False in self.telling[start:end]:
            kept = [at for at in range(start, end) if self.telling[at]]
            bands = tuple([self.bands[at] for at in kept] or [0])
            many = [self.many[at] for at in kept] or [0.0]
        often, share, _ = self.terms.get(" ".join(self.stems[start:end]), UNNAMED)
        return (
            self.far,
            sum(bands) / len(bands) / RARE,
            self.rarer[min(bands)],
            often / MOST_OFTEN,
            share / MOST_SHARE,
            min(many),
        )


def _facts(row: Row, reading: Reading, stock: Stock, span: Span) -> _Facts:
    nouns = {
        place: (noun.start + bool(noun.determiner), noun.head + 1)
        for noun in reading.nouns
        for place in range(noun.start, noun.end)
    }
    section, place = stock.places.get(span, (0, 0))
    first = stock.first[section] if stock.first else {}
    lows, tags, _, _, firsts, afters, stems, bands, telling = zip(*row, strict=True)
    told = zip(telling, stems, strict=True)
    return _Facts(
        ends=[_ENDS.get(tag, ()) for tag in tags],
        stems=stems,
        telling=telling,
        digits=[low[0].isdigit() for low in lows],
        fresh=[tells and first.get(stem, place) == place for tells, stem in told],
        opens=[nouns.get(at) for at in firsts],
        closes=[nouns.get(at - 1) for at in afters],
        bounds=[*zip(firsts, afters, strict=True)],
        bands=bands,
        many=[math.log2(stock.sentences.get(stem, 1)) / 3 for stem in stems],
        rarer=stock.rarer,
        far=math.log2(1 + place) / 4,
        terms=terms(),
    )


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
    return sorted({*found, *others}) if others else found


def _marks(start: int, end: int, marked: Marked) -> Flags:
    """The marks on a group, or that it is torn from a marked one."""
    exact = marked.get((start, end))
    if exact is not None:
        return tuple(sorted(exact))
    for first, last in marked:
        if first < end and start < last:
            return ("torn from a marked group",)
    return ()
