"""Packages and exports of Anki, read: the notes, cards, note types and decks that are in them.

The older format only (a database of schema 11 in a ZIP file), as Anki writes it with *Support
older Anki versions* and as this package writes decks. Nothing is written anywhere: the database is
held in memory, and pictures and sounds are not read.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, TypeAlias
from zipfile import BadZipFile, ZipFile
from zlib import error as BadDeflate  # noqa: N812  # it has no name of a class

from cardsmith.diagnostics import CardsmithError

__all__ = ["Export", "HeldCard", "HeldNote", "NoteType", "read"]

# the name of a part, and its id where it has one
Part: TypeAlias = tuple[int | None, str]

NEW_FORMAT: Final = "collection.anki21b"
# the later one first: the other then only says that it is too old
DATABASES: Final = ("collection.anki21", "collection.anki2")
# 300,000 notes are 250 MB
LARGEST: Final = 1_000_000_000
# the places in the header that tell how a database is written and read (fileformat2.html, 1.3)
JOURNALING: Final = slice(18, 20)
ROLLBACK: Final = b"\x01\x01"
TABLES: Final = frozenset({"cards", "col", "notes"})
BETWEEN: Final = "\x1f"
# what archives and databases that are torn, or made to do harm, end in
TORN: Final = (BadDeflate, BadZipFile, EOFError, OSError, RuntimeError, ValueError)
BROKEN: Final = (
    sqlite3.Error,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: the parts that an import compares, in their order.

    ``original`` is the id of the note type that Anki made it beside, as a second one; or its own.
    """

    id: int
    original: int
    name: str
    fields: tuple[Part, ...]
    templates: tuple[Part, ...]

    def fits(self, other: "NoteType") -> bool:
        """Whether an import takes them for one: the same parts in order, by id or else by name."""
        return _alike(self.fields, other.fields) and _alike(self.templates, other.templates)


@dataclass(frozen=True, slots=True)
class HeldCard:
    """A card: the name of its deck, how often it was answered."""

    deck: str
    reviews: int


@dataclass(frozen=True, slots=True)
class HeldNote:
    """A note with its cards by ordinal; ``modified`` is in seconds since 1970.

    ``joined`` are its fields as the database has them; a third of the memory of many strings.
    """

    guid: str
    type: int
    modified: int
    joined: str
    tags: frozenset[str]
    cards: Mapping[int, HeldCard]

    @property
    def fields(self) -> tuple[str, ...]:
        """What its fields hold, in their order."""
        return tuple(self.joined.split(BETWEEN))


@dataclass(frozen=True, slots=True)
class Export:
    """What a file holds: notes by GUID, note types by id, names of decks."""

    notes: Mapping[str, HeldNote]
    types: Mapping[int, NoteType]
    decks: frozenset[str]


def read(name: str, file: BinaryIO) -> Export:
    """The notes of a package or an export; ``name`` is told where something is wrong.

    Raises:
        CardsmithError: it is none, is of the newer format, or is damaged.
    """
    database = _database(name, file)
    try:
        with closing(sqlite3.connect(":memory:")) as db:
            db.deserialize(database)
            # it has a copy
            database.clear()
            return _export(db)
    except BROKEN as fault:
        raise CardsmithError(
            f"{name}: its collection is damaged ({fault}); export it again"
        ) from None


def _database(name: str, file: BinaryIO) -> bytearray:
    try:
        with ZipFile(file) as archive:
            found = bytearray(archive.read(_inside(name, archive)))
    except TORN as fault:
        raise CardsmithError(
            f"{name}: cannot be read as an Anki package ({fault}); export it again"
        ) from None
    found[JOURNALING] = ROLLBACK
    return found


def _inside(name: str, archive: ZipFile) -> str:
    """What the collection in a package is called."""
    inside = archive.namelist()
    if NEW_FORMAT in inside:
        raise CardsmithError(
            f"{name}: is in Anki's newer format; export it again with"
            " 'Support older Anki versions' ticked"
        )
    own = next((each for each in DATABASES if each in inside), None)
    if own is None:
        raise CardsmithError(f"{name}: holds no collection; export a deck from Anki as .apkg")
    if archive.getinfo(own).file_size > LARGEST:
        raise CardsmithError(f"{name}: its collection is too large to be read")
    return own


def _export(db: sqlite3.Connection) -> Export:
    # a view may have no end
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables >= TABLES:
        raise ValueError(", ".join(sorted(TABLES - tables)) + " missing")
    ((models, decks),) = db.execute("SELECT models, decks FROM col")
    names = {int(number): _deck(each) for number, each in json.loads(decks).items()}
    cards = _cards(db, names)
    return Export(
        notes={note.guid: note for note in _notes(db, cards)},
        types={each.id: each for each in _types(json.loads(models))},
        decks=frozenset(names.values()),
    )


def _notes(
    db: sqlite3.Connection, cards: Mapping[int, Mapping[int, HeldCard]]
) -> Iterator[HeldNote]:
    # most notes of a document have the same tags
    sets: dict[str, frozenset[str]] = {}
    rows = db.execute("SELECT id, guid, mid, mod, tags, flds FROM notes")
    for number, guid, kind, changed, tags, fields in rows:
        yield HeldNote(
            guid=str(guid),
            type=int(kind),
            modified=int(changed),
            joined=str(fields),
            tags=sets.setdefault(tags, frozenset(tags.split())),
            cards=cards.get(number, {}),
        )


def _deck(deck: Mapping[str, Any]) -> str:
    return str(deck["name"])


def _cards(db: sqlite3.Connection, decks: Mapping[int, str]) -> dict[int, dict[int, HeldCard]]:
    """The cards of each note, by ordinal; those in a filtered deck are told in their own."""
    found: defaultdict[int, dict[int, HeldCard]] = defaultdict(dict)
    # most cards are alike
    made: dict[tuple[int, int], HeldCard] = {}
    rows = db.execute("SELECT nid, ord, coalesce(nullif(odid, 0), did), reps FROM cards")
    for note, ordinal, deck, reviews in rows:
        card = made.get((deck, reviews))
        if card is None:
            card = made[deck, reviews] = HeldCard(decks.get(deck, ""), int(reviews))
        found[note][int(ordinal)] = card
    return dict(found)


def _types(models: Mapping[str, Any]) -> Iterator[NoteType]:
    for number, each in models.items():
        yield NoteType(
            id=int(number),
            original=int(each.get("originalId") or number),
            name=str(each["name"]),
            fields=_parts(each["flds"]),
            templates=_parts(each["tmpls"]),
        )


def _parts(parts: Sequence[Mapping[str, Any]]) -> tuple[Part, ...]:
    ordered = sorted(parts, key=lambda part: part["ord"])
    return tuple((part.get("id"), str(part["name"])) for part in ordered)


def _alike(ours: Sequence[Part], theirs: Sequence[Part]) -> bool:
    return len(ours) == len(theirs) and all(
        one[0] == other[0] if one[0] is not None and other[0] is not None else one[1] == other[1]
        for one, other in zip(ours, theirs, strict=True)
    )
