"""Decks and sheets as bytes: one file for each format."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from cardsmith.model import Deck, Picture, Sheet
from cardsmith.packager import apkg, pdf, scripts
from cardsmith.packager.pdf import printable
from cardsmith.packager.rows import Release, Row

__all__ = [
    "DECK_WRITERS",
    "SHEET_WRITERS",
    "DeckWriter",
    "Release",
    "Row",
    "SheetWriter",
    "printable",
]

DeckWriter: TypeAlias = Callable[[Deck, Sequence[Row], Release], bytes]
SheetWriter: TypeAlias = Callable[[Sheet, Mapping[str, Picture]], bytes]

DECK_WRITERS: Final[Mapping[str, DeckWriter]] = {
    "apkg": apkg.write,
}

SHEET_WRITERS: Final[Mapping[str, SheetWriter]] = {
    "json": scripts.write,
    "pdf": pdf.write,
}
