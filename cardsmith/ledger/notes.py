"""A note on record, kept as its line: hundreds of thousands of them must fit into memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from cardsmith.ledger.asks import Ask, join_asks, split_asks
from cardsmith.ledger.cells import (
    NOTE,
    clear,
    escape,
    join_numbers,
    join_seconds,
    split_numbers,
    split_seconds,
)
from cardsmith.ledger.marks import guid
from cardsmith.ledger.said import QUESTION
from cardsmith.model import Tier

__all__ = ["Cell", "KnownNote", "Parts", "known"]

_NO_NUMBERS: Final[Mapping[str, int]] = MappingProxyType({})


class Cell(IntEnum):
    """The places of a note's cells in its line, behind the word ``note``."""

    DOCUMENT = 1
    NAME = 2
    TYPE = 3
    TIER = 4
    GUID = 5
    RELEASED = 6
    MODIFIED = 7
    NUMBERS = 8
    ABSENT = 9
    RETIRED = 10
    ASKS = 11
    FRONT = 12
    BACK = 13
    FIELDS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All that is known of a note.

    ``name`` is ``kind/name``, its key without the document; ``type`` is that of ``Said``, as are
    ``front`` and ``back``. ``tier`` is the deck that it was delivered in. Times are seconds since
    1970: ``modified`` of its content; ``released`` of the last release that brought it, new or
    changed (0: the first of all); ``absent`` of the release that first went without it (0 while it
    is there); ``retired`` of the release that gave it up (0 for none). ``numbers``
    holds every term that the note ever hid, with its cloze number. ``asks`` are its cards in marks,
    ``digest`` one of its fields as Anki stores them.
    """

    document: str
    name: str
    guid: str
    modified: int
    digest: str
    type: str = QUESTION
    tier: Tier = Tier.CORE
    released: int = 0
    numbers: Mapping[str, int] = field(default_factory=lambda: _NO_NUMBERS)
    absent: int = 0
    retired: int = 0
    asks: tuple[Ask, ...] = ()
    front: str = ""
    back: str = ""


class KnownNote(NamedTuple):
    """A note as it was last built: its key (``document/kind/name``), its GUID, and its line.

    Whatever else is asked for is read from the line.
    """

    key: str
    guid: str
    document: str
    line: str

    @property
    def parts(self) -> Parts:
        """All that is known of it."""
        cells = self.line.split("\t")
        return Parts(
            document=self.document,
            name=clear(cells[Cell.NAME]),
            guid=self.guid,
            modified=split_seconds(cells[Cell.MODIFIED]),
            digest=cells[Cell.FIELDS],
            type=cells[Cell.TYPE],
            tier=Tier(cells[Cell.TIER] or Tier.CORE),
            released=split_seconds(cells[Cell.RELEASED]),
            numbers=split_numbers(cells[Cell.NUMBERS]),
            absent=split_seconds(cells[Cell.ABSENT]),
            retired=split_seconds(cells[Cell.RETIRED]),
            asks=split_asks(cells[Cell.ASKS]),
            front=clear(cells[Cell.FRONT]),
            back=clear(cells[Cell.BACK]),
        )

    @property
    def modified(self) -> int:
        """When its content last changed, as in ``Parts``."""
        return split_seconds(self._cell(Cell.MODIFIED))

    @property
    def released(self) -> int:
        """The last release that brought it, as in ``Parts``."""
        return split_seconds(self._cell(Cell.RELEASED))

    @property
    def absent(self) -> int:
        """The release that first went without it, as in ``Parts``."""
        return split_seconds(self._cell(Cell.ABSENT))

    @property
    def retired(self) -> int:
        """The release that gave it up, as in ``Parts``."""
        return split_seconds(self._cell(Cell.RETIRED))

    @property
    def buried(self) -> int:
        """The time of its tombstone, newer than what learners have; 0 for none."""
        return max(self.retired, self.modified + 1) if self.retired else 0

    @property
    def tier(self) -> Tier:
        """The deck that it was delivered in."""
        return Tier(self._cell(Cell.TIER) or Tier.CORE)

    @property
    def numbers(self) -> Mapping[str, int]:
        """The cloze number of every term that it ever hid."""
        return split_numbers(self._cell(Cell.NUMBERS))

    @property
    def asks(self) -> tuple[Ask, ...]:
        """Its cards in marks."""
        return split_asks(self._cell(Cell.ASKS))

    @property
    def digest(self) -> str:
        """A mark of its fields as Anki stores them."""
        return self.line[self.line.rindex("\t") + 1 :]

    def stands(self, digest: str, tier: Tier, asks: tuple[Ask, ...]) -> bool:
        """Whether it was given and is given as it was, with these fields, in this deck.

        So it is with nearly all notes of nearly all builds, and the line need not be taken apart.
        """
        # behind the numbers: neither absent nor retired, then its marks, which stand nowhere else
        there = bool(asks) and f"\t\t\t{join_asks(asks)}\t" in self.line
        return there and self.line.endswith(digest) and self._cell(Cell.TIER) == _tier(tier)

    def _cell(self, at: Cell) -> str:
        return self.line.split("\t", at + 1)[at]


def _tier(tier: Tier) -> str:
    return "" if tier is Tier.CORE else tier


def known(parts: Parts) -> KnownNote:
    """A note on record of what is known of it."""
    key = f"{parts.document}/{parts.name}"
    cells = (
        NOTE,
        escape(parts.document),
        escape(parts.name),
        parts.type,
        _tier(parts.tier),
        "" if parts.guid == guid(key) else parts.guid,
        join_seconds(parts.released),
        join_seconds(parts.modified),
        join_numbers(parts.numbers),
        join_seconds(parts.absent),
        join_seconds(parts.retired),
        join_asks(parts.asks),
        escape(parts.front),
        escape(parts.back),
        parts.digest,
    )
    return KnownNote(key, parts.guid, parts.document, "\t".join(cells))
