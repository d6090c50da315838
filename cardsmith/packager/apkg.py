"""A deck as an Anki package: the same deck gives the same bytes, on any day.

genanki writes the collection around the notes. The notes themselves go into the database at once,
which is quicker than one by one and lets each have its own time, tags and cards.
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import closing
from hashlib import blake2b
from io import BytesIO
from itertools import count
from typing import Any, Final, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import genanki

from cardsmith import __version__
from cardsmith.diagnostics import CardsmithError
from cardsmith.model import Deck, Picture, Preset
from cardsmith.packager import notetypes
from cardsmith.packager.rows import Release, Row

__all__ = ["write"]

# An id of Anki's is a time in milliseconds. Those of decks and presets are made from what they
# stand for and lie before 2014; nothing may lie in the future.
OLDEST: Final = 1_000_000_000_000
RANGE: Final = 400_000_000_000
DAY: Final = 86_400_000

# What SQLite writes about itself and its writes into the first page (fileformat2.html, 1.3):
# change counter, its copy, version of the library.
VOLATILE: Final = ((24, 28), (92, 100))

ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
READABLE: Final = 0o644 << 16
UNIX: Final = 3

PICTURE: Final = re.compile(r'<img src="([^"]*)"')

# New cards come as they stand in the deck, not first all first cards of notes, then all second.
AS_GATHERED: Final = 1
NEW: Final = {
    "bury": True,
    "delays": [1.0, 10.0],
    "initialFactor": 2500,
    "ints": [1, 4, 0],
    "order": 1,
}
REVIEWS: Final = {
    "bury": True,
    "ease4": 1.3,
    "hardFactor": 1.2,
    "ivlFct": 1.0,
    "maxIvl": 36500,
}
LAPSES: Final = {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0}
ANSWERING: Final = {"autoplay": True, "dyn": False, "maxTaken": 60, "replayq": True, "timer": 0}

Values: TypeAlias = tuple[int | str, ...]

# Anki works out the text that a note is sorted by, and the checksum of its first field.
NOTE: Final = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, '', 0, 0, '')"
CARD: Final = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"


def write(deck: Deck, rows: Sequence[Row], release: Release) -> bytes:
    """The package of a deck with its pictures.

    Refused are a GUID that stands twice, since Anki would make two notes of it, and a note whose
    time of change is not known.
    """
    _refuse(deck, rows, release)
    pictures = _used(rows, release.pictures)
    entries = {
        "cardsmith.json": _manifest(deck, rows, len(pictures)),
        "collection.anki2": _database(deck, rows, release.modified),
        "media": _json({str(at): picture.name for at, picture in enumerate(pictures)}),
        **{str(at): picture.content for at, picture in enumerate(pictures)},
    }
    return _archive(entries)


def _refuse(deck: Deck, rows: Sequence[Row], release: Release) -> None:
    seen: set[str] = set()
    for row in rows:
        if row.guid in seen:
            raise CardsmithError(
                f"two notes of the deck {deck.name} have the GUID {row.guid}:"
                " give one of them its own in the ledger"
            )
        if row.guid not in release.modified:
            raise CardsmithError(
                f"the note {row.guid} of the deck {deck.name} has no time of change:"
                " its line in the ledger is missing"
            )
        seen.add(row.guid)


def _used(rows: Sequence[Row], pictures: Mapping[str, Picture]) -> tuple[Picture, ...]:
    """The pictures that fields show, by name."""
    shown = {
        name
        for row in rows
        for field in row.fields
        if "<img" in field
        for name in PICTURE.findall(field)
    }
    named = {picture.name: picture for picture in pictures.values()}
    return tuple([named[name] for name in sorted(shown & named.keys())])


def _manifest(deck: Deck, rows: Sequence[Row], pictures: int) -> bytes:
    return _json(
        {
            "cardsmith": __version__,
            "deck": deck.name,
            "notes": len(rows),
            "cards": sum([len(row.ordinals) for row in rows]),
            "pictures": pictures,
        }
    )


def _database(deck: Deck, rows: Sequence[Row], modified: Mapping[str, int]) -> bytes:
    """The collection, in pages without a trace of how they were filled."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute("PRAGMA secure_delete = ON")
        _found(db, deck, {row.notetype for row in rows})
        db.execute("BEGIN")
        db.executemany(NOTE, _notes(deck, rows, modified))
        db.executemany(CARD, _cards(deck, rows, modified))
        db.execute("COMMIT")
        db.execute("VACUUM")
        content = bytearray(db.serialize())
    for start, end in VOLATILE:
        content[start:end] = bytes(end - start)
    return bytes(content)


def _found(db: sqlite3.Connection, deck: Deck, types: Set[str]) -> None:
    """An empty collection with the deck, its preset and note types, and without indexes.

    Anki makes indexes of its own; in the package they would be a third of its size.
    """
    preset = _preset(deck.preset)
    shell = _Deck(deck, preset["id"])
    for name in sorted(types):
        shell.add_model(notetypes.model(name))
    genanki.Package(shell).write_to_db(db.cursor(), notetypes.TEMPLATES_FROM, count())
    ((presets,),) = db.execute("SELECT dconf FROM col")
    presets = {**json.loads(presets), str(preset["id"]): preset}
    db.execute("UPDATE col SET dconf = ?", (json.dumps(presets),))
    indexes = db.execute("SELECT name FROM sqlite_master WHERE type = 'index'").fetchall()
    for (name,) in indexes:
        db.execute(f"DROP INDEX {name}")


def _notes(deck: Deck, rows: Sequence[Row], modified: Mapping[str, int]) -> Iterator[Values]:
    for number, row in enumerate(rows, _first(deck, rows, modified)):
        yield (
            number,
            row.guid,
            notetypes.MODEL_IDS[row.notetype],
            modified[row.guid],
            f" {' '.join(row.tags)} ",
            "\x1f".join(row.fields),
        )


def _cards(deck: Deck, rows: Sequence[Row], modified: Mapping[str, int]) -> Iterator[Values]:
    first = _first(deck, rows, modified)
    numbers = count(first)
    did = _number(deck.name)
    for nid, row in enumerate(rows, first):
        changed = modified[row.guid]
        for ordinal in row.ordinals:
            yield next(numbers), nid, did, ordinal, changed, row.due


def _first(deck: Deck, rows: Sequence[Row], modified: Mapping[str, int]) -> int:
    """The id of the first note, from which they count up in learning order.

    Anki shows it as the day on which a note was made, so it lies on the day before the oldest
    note; where on that day depends on the deck, since notes of two packages with one id have to be
    numbered again.
    """
    oldest = min([modified[row.guid] for row in rows], default=0)
    return max(oldest * 1000, OLDEST) - _hash(deck.name) % DAY


def _hash(words: str) -> int:
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest())


def _number(words: str) -> int:
    return OLDEST + _hash(words) % RANGE


class _Deck(genanki.Deck):  # type: ignore[misc]  # genanki has no types
    """A deck whose description is Markdown, with a preset of its own."""

    def __init__(self, deck: Deck, preset: int) -> None:
        super().__init__(_number(deck.name), deck.name, deck.description)
        self.preset = preset

    def to_json(self) -> dict[str, Any]:
        return {**super().to_json(), "conf": self.preset, "md": True}


def _preset(preset: Preset) -> dict[str, Any]:
    """A preset as Anki's JSON has it.

    Anki never changes a preset that it knows, so the id is made from the content.
    """
    content = {
        "name": preset.name,
        "desiredRetention": preset.retention,
        "newSortOrder": AS_GATHERED,
        "new": {**NEW, "perDay": preset.new_per_day},
        "rev": {**REVIEWS, "perDay": preset.reviews_per_day},
        "lapse": LAPSES,
        **ANSWERING,
    }
    return {"id": _number(json.dumps(content, sort_keys=True)), "mod": 0, "usn": 0, **content}


def _json(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True).encode()


def _archive(entries: Mapping[str, bytes]) -> bytes:
    """A ZIP file without anything of this machine or day. Anki takes no compression but deflate."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name in sorted(entries):
            about = ZipInfo(name, ZIP_EPOCH)
            about.create_system = UNIX
            about.external_attr = READABLE
            archive.writestr(about, entries[name], ZIP_DEFLATED, 9)
    return target.getvalue()
