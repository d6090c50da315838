"""Packages and exports of Anki, read: the notes, cards, note types and decks that are in them.

The older format only (a database of schema 11 in a ZIP file), as Anki writes it with *Support
older Anki versions* and as this package writes decks. Nothing is written anywhere: the database is
held in memory.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, TypeAlias
from zipfile import BadZipFile, ZipFile

from cardsmith.diagnostics import CardsmithError

__all__ = ["Export", "HeldCard", "HeldNote", "NoteType", "read"]

# the name of a part, and its id where it has one
Part: TypeAlias = tuple[int | None, str]

NEW_FORMAT: Final = "collection.anki21b"
# the later one first: the other then only says that it is too old
DATABASES: Final = ("collection.anki21", "collection.anki2")
LARGEST: Final = 2_000_000_000
# the places in the header that tell how a database is written and read (fileformat2.html, 1.3)
JOURNALING: Final = slice(18, 20)
ROLLBACK: Final = b"\x01\x01"
SUSPENDED: Final = -1


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: the parts that an import compares, in their order."""

    id: int
    name: str
    fields: tuple[Part, ...]
    templates: tuple[Part, ...]
    is_cloze: bool


@dataclass(frozen=True, slots=True)
class HeldCard:
    """A card: the name of its deck, how often it was answered, whether it is suspended."""

    deck: str
    reviews: int
    suspended: bool


@dataclass(frozen=True, slots=True)
class HeldNote:
    """A note with its cards by ordinal; ``modified`` is in seconds since 1970."""

    guid: str
    type: int
    modified: int
    fields: tuple[str, ...]
    tags: frozenset[str]
    cards: Mapping[int, HeldCard]


@dataclass(frozen=True, slots=True)
class Export:
    """What a file holds: notes by GUID, note types by id, names of decks."""

    notes: Mapping[str, HeldNote]
    types: Mapping[int, NoteType]
    decks: frozenset[str]


def read(name: str, content: bytes) -> Export:
    """The notes of a package or an export; ``name`` is told where something is wrong.

    Raises:
        CardsmithError: it is none, is of the newer format, or is damaged.
    """
    try:
        with closing(sqlite3.connect(":memory:")) as db:
            db.deserialize(_database(name, content))
            return _export(db)
    except (sqlite3.DatabaseError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise CardsmithError(
            f"{name}: its collection is damaged ({fault}); export it again"
        ) from None


def _database(name: str, content: bytes) -> bytes:
    try:
        with ZipFile(BytesIO(content)) as archive:
            inside = archive.namelist()
            if NEW_FORMAT in inside:
                raise CardsmithError(
                    f"{name}: is in Anki's newer format; export it again with"
                    " 'Support older Anki versions' ticked"
                )
            own = next((each for each in DATABASES if each in inside), None)
            if own is None:
                raise CardsmithError(
                    f"{name}: holds no collection; export a deck from Anki as .apkg"
                )
            if archive.getinfo(own).file_size > LARGEST:
                raise CardsmithError(f"{name}: its collection is too large to be read")
            found = bytearray(archive.read(own))
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as fault:
        raise CardsmithError(
            f"{name}: cannot be read as an Anki package ({fault}); export it again"
        ) from None
    found[JOURNALING] = ROLLBACK
    return bytes(found)


def _export(db: sqlite3.Connection) -> Export:
    ((models, decks),) = db.execute("SELECT models, decks FROM col")
    names = {int(number): _deck(each) for number, each in json.loads(decks).items()}
    cards = _cards(db, names)
    rows = db.execute("SELECT id, guid, mid, mod, tags, flds FROM notes")
    notes = (
        HeldNote(
            guid, kind, changed, tuple(fields.split("\x1f")), frozenset(tags.split()), cards[nid]
        )
        for nid, guid, kind, changed, tags, fields in rows
    )
    return Export(
        notes={note.guid: note for note in notes},
        types={each.id: each for each in _types(json.loads(models))},
        decks=frozenset(names.values()),
    )


def _deck(deck: Mapping[str, Any]) -> str:
    return str(deck["name"])


def _cards(
    db: sqlite3.Connection, decks: Mapping[int, str]
) -> defaultdict[int, dict[int, HeldCard]]:
    """The cards of each note, by ordinal; those in a filtered deck are told in their own."""
    found: defaultdict[int, dict[int, HeldCard]] = defaultdict(dict)
    rows = db.execute("SELECT nid, ord, did, odid, reps, queue FROM cards")
    for nid, ordinal, deck, home, reviews, queue in rows:
        name = decks.get(home or deck, "")
        found[nid][ordinal] = HeldCard(name, reviews, queue == SUSPENDED)
    return found


def _types(models: Mapping[str, Any]) -> Iterator[NoteType]:
    for number, each in models.items():
        yield NoteType(
            id=int(number),
            name=str(each["name"]),
            fields=_parts(each["flds"]),
            templates=_parts(each["tmpls"]),
            is_cloze=bool(each["type"]),
        )


def _parts(parts: list[Mapping[str, Any]]) -> tuple[Part, ...]:
    ordered = sorted(parts, key=lambda part: part["ord"])
    return tuple((part.get("id"), str(part["name"])) for part in ordered)
