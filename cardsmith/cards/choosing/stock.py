"""What a document's words have been counted to be, once for all of its sentences."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cardsmith.cards.commonness import RARE, band
from cardsmith.grammar import content, stem
from cardsmith.markup import flat, sentences
from cardsmith.model import Document, Span

__all__ = ["Stock", "stock", "taken"]


@dataclass(frozen=True, slots=True)
class Stock:
    """Words by their stems.

    ``sentences`` tells in how many sentences a word stands; ``rarer`` by band what share of the
    different words are rarer. ``places`` gives for the span of a sentence its section and its place
    there, ``first`` for a section and a word the place where the word stands first, all from 0. So
    nothing rests on the order of sections.
    """

    sentences: Mapping[str, int]
    first: Mapping[tuple[int, str], int]
    rarer: tuple[float, ...]
    places: Mapping[Span, tuple[int, int]]


def taken(document: Document) -> Stock:
    """The stock of a document."""
    answer = document.answer
    parts = (answer.intro, *(section.blocks for section in answer.sections), answer.closing)
    return stock([(each.span, flat(each.runs)) for each in sentences(blocks)] for blocks in parts)


def stock(parts: Iterable[Iterable[tuple[Span, str]]]) -> Stock:
    """The stock of sentences by section, each with its span."""
    counted = Counter[str]()
    first: dict[tuple[int, str], int] = {}
    bands: dict[str, int] = {}
    places: dict[Span, tuple[int, int]] = {}
    for section, part in enumerate(parts):
        for place, (span, text) in enumerate(part):
            places.setdefault(span, (section, place))
            told = {stem(word): word for word in content(text)}
            counted.update(told.keys())
            for stemmed, word in told.items():
                first.setdefault((section, stemmed), place)
                bands[stemmed] = min(band(word), bands.get(stemmed, RARE))
    return Stock(counted, first, _rarer(Counter(bands.values())), places)


def _rarer(bands: Counter[int]) -> tuple[float, ...]:
    """The share of words that are rarer than those of a band, from how many words each has."""
    total = max(1, bands.total())
    return tuple(
        sum(count for rare, count in bands.items() if rare > each) / total
        for each in range(RARE + 1)
    )
