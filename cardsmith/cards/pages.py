"""Small pages for cards: lines and lists made from runs."""

from collections.abc import Iterable

from cardsmith.model import Blocks, Entry, Listing, Marker, Paragraph, Runs, Sentence, Span, Text

__all__ = ["bullets", "line", "numbered", "text"]


def text(words: str) -> Runs:
    """Plain words as runs."""
    return (Text(words),)


def line(runs: Runs, span: Span) -> Paragraph:
    """One line as a paragraph."""
    return Paragraph((Sentence(runs, span),), span)


def bullets(rows: Iterable[Runs], span: Span) -> Blocks:
    """A list with bullets."""
    return (Listing(tuple(_entry(row, 0, span) for row in rows), Marker.BULLET, span),)


def numbered(rows: Iterable[Runs], span: Span) -> Blocks:
    """A list with numbers from 1."""
    entries = tuple(_entry(row, number, span) for number, row in enumerate(rows, 1))
    return (Listing(entries, Marker.NUMBER, span),)


def _entry(row: Runs, number: int, span: Span) -> Entry:
    return Entry("", (line(row, span),), span, number)
