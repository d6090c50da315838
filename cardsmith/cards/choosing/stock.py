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
    there, ``first`` for each section the places where its words stand first, all from 0. So nothing
    rests on the order of sections.
    """

    sentences: Mapping[str, int]
    first: tuple[Mapping[str, int], ...]
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
    first: list[Mapping[str, int]] = []
    bands: dict[str, int] = {}
    places: dict[Span, tuple[int, int]] = {}
    seen = set[str]()
    for section, part in enumerate(parts):
        opened: dict[str, int] = {}
        for place, (span, text) in enumerate(part):
            places.setdefault(span, (section, place))
            told = {stem(word): word for word in content(text)}
            counted.update(told.keys())
            for stemmed, word in told.items():
                opened.setdefault(stemmed, place)
                if word not in seen:
                    seen.add(word)
                    bands[stemmed] = min(band(word), bands.get(stemmed, RARE))
        first.append(opened)
    return Stock(counted, tuple(first), _rarer(Counter(bands.values())), places)


def _rarer(bands: Counter[int]) -> tuple[float, ...]:
    """The share of words that are rarer than those of a band, from how many words each has."""
    total = max(1, bands.total())
    return tuple(
        sum(count for rare, count in bands.items() if rare > each) / total
        for each in range(RARE + 1)
    )
