"""What of a document's sentences is worth asking for: every word group with its worth."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from cardsmith.cards.choosing.features import Group, features, score, tables
from cardsmith.cards.choosing.phrases import Index, Origin, figures, marks, occurrences
from cardsmith.cards.choosing.stock import Stock, taken
from cardsmith.cards.sentences.pieces import Piece
from cardsmith.model import Document, Span

Marks: TypeAlias = Mapping[tuple[int, int], frozenset[Origin]]

__all__ = ["Choice", "choices", "worth"]


class Choice(NamedTuple):
    """A word group of a sentence, by its offsets.

    ``worth`` is 0 to 1: half of what people ask for has more than 0.8, half of all groups less
    than 0.3. ``origins`` are the marks on just these words. A named tuple, since a document has
    hundreds.
    """

    start: int
    end: int
    worth: float
    origins: frozenset[Origin] = frozenset()


def choices(
    document: Document, pieces: Iterable[Piece], phrases: Index
) -> Mapping[Span, tuple[Choice, ...]]:
    """The word groups of sentences in reading order, by the span of the sentence.

    Of a pair of sentences those of the second one, by its span.
    """
    stock = taken(document)
    return {piece.span: tuple(_choices(piece, stock, phrases)) for piece in pieces}


def _choices(piece: Piece, stock: Stock, phrases: Index) -> Iterator[Choice]:
    marked = _marked(piece, phrases)
    for group in features(piece.reading, piece.span, stock, marked):
        if group.start >= piece.start:
            origins = marked.get((group.start, group.end), frozenset())
            yield Choice(group.start, group.end, _scaled(group), origins)


def _marked(piece: Piece, phrases: Index) -> Marks:
    """The marks on words of a sentence, by their offsets."""
    found = (*figures(piece.text), *occurrences(piece.text, phrases), *marks(piece.runs))
    marked = {(each.start, each.end): each.phrase.origins for each in found}
    return {**dict(_pairs(piece.text, marked)), **marked} if len(marked) > 1 else marked


def _pairs(text: str, marked: Marks) -> Iterator[tuple[tuple[int, int], frozenset[Origin]]]:
    """Two terms that "and" joins, as one: "self-control and delayed gratification"."""
    for (first, marks_of_first), (second, marks_of_second) in pairwise(sorted(marked.items())):
        shared = marks_of_first & marks_of_second & {Origin.BOLD, Origin.KEYWORD}
        if shared and text[first[1] : second[0]] in {" and ", " or "}:
            yield (first[0], second[1]), shared


@cache
def _scale() -> tuple[float, float]:
    return tables()["scale"]["middle"], tables()["scale"]["spread"]


def _scaled(group: Group) -> float:
    middle, spread = _scale()
    return 1 / (1 + math.exp((middle - score(group)) / spread))


def worth(found: Sequence[Choice], start: int, end: int) -> float:
    """What an answer is worth, given the word groups of its sentence.

    A longer answer is worth what its best part is; so is one with other words around a group.
    """
    return max((each.worth for each in found if start <= each.start and each.end <= end), default=0)
