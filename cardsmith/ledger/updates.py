"""What an update brings: notes that a release changed, and tombstones for those given up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from cardsmith.ledger.notes import KnownNote, known
from cardsmith.ledger.record import KnownDocument, Record

__all__ = ["PATIENCE", "Tomb", "latest", "released", "retired", "tombs", "waiting"]

# a document that is missing is not dead: collections lose theirs for days, and put them back
PATIENCE: Final = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Tomb:
    """A note whose source is gone: what it said (see ``Said``), the subject in whose deck it is.

    ``since`` is the time of the release without it; that of the tombstone is in ``modified``.
    """

    guid: str
    type: str
    front: str
    back: str
    home: str
    since: int


def retired(record: Record, release: int) -> Record:
    """The record after all notes that are gone were given up; those of missing documents wait."""
    notes = {
        key: known(replace(note.parts, retired=release)) if _is_due(note, record, release) else note
        for key, note in record.notes.items()
    }
    return replace(record, notes=notes)


def _is_due(note: KnownNote, record: Record, release: int) -> bool:
    if not note.absent or note.retired:
        return False
    return _since(record.documents[note.document], release) >= PATIENCE


def _since(document: KnownDocument, release: int) -> int:
    """How long a document is missing; one that is there was edited, which is long enough."""
    return release - document.absent if document.absent else PATIENCE


def waiting(record: Record) -> tuple[str, ...]:
    """Keys of notes that are gone but not given up, since their documents may return."""
    return tuple(key for key, note in record.notes.items() if note.absent and not note.retired)


def latest(record: Record) -> int:
    """The last release that changed anything for learners, 0 where only the first one did."""
    return max((max(note.released, note.retired) for note in record.notes.values()), default=0)


def released(record: Record, after: int) -> frozenset[str]:
    """The GUIDs of the notes that releases after a time brought, new or changed."""
    there = (note for note in record.notes.values() if not note.absent)
    return frozenset(note.guid for note in there if note.released > after)


def tombs(record: Record, after: int) -> Iterator[Tomb]:
    """The tombstones of the releases after a time, by key."""
    for _, note in sorted(record.notes.items()):
        if note.retired > after:
            own = note.parts
            home = record.documents[note.document].home
            yield Tomb(own.guid, own.type, own.front, own.back, home, own.absent)
