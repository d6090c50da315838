"""Decks and sheets as bytes: one file for each format."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from cardsmith.model import Deck, Picture, Sheet
from cardsmith.packager import apkg, pdf, scripts, updates
from cardsmith.packager.pdf import printable
from cardsmith.packager.rows import Release, Row, renewed, whole
from cardsmith.packager.tombs import tombstone

__all__ = [
    "DECK_FORMATS",
    "SHEET_WRITERS",
    "DeckFormat",
    "Release",
    "Row",
    "SheetWriter",
    "printable",
    "tombstone",
]

SheetWriter: TypeAlias = Callable[[Sheet, Mapping[str, Picture]], bytes]


@dataclass(frozen=True, slots=True)
class DeckFormat:
    """A file for a deck, named by what its name ends in.

    ``rows`` are those of the deck's that belong into it; where there are none, there is no file.
    """

    rows: Callable[[Sequence[Row], Release], tuple[Row, ...]]
    write: Callable[[Deck, Sequence[Row], Release], bytes]


DECK_FORMATS: Final[Mapping[str, DeckFormat]] = {
    "apkg": DeckFormat(whole, apkg.write),
    "update.apkg": DeckFormat(renewed, apkg.write),
    "update.txt": DeckFormat(whole, updates.write),
}

SHEET_WRITERS: Final[Mapping[str, SheetWriter]] = {
    "json": scripts.write,
    "pdf": pdf.write,
}
