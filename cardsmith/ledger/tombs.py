"""Notes that are given up: which ones, and what a learner is told of each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from cardsmith.ledger.record import KnownDocument, KnownNote, Record

__all__ = ["PATIENCE", "Tomb", "retired", "tombs", "waiting"]

# a document that is missing is not dead: collections lose theirs for days, and put them back
PATIENCE: Final = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Tomb:
    """A note whose source is gone: what it said (see ``Said``), the subject in whose deck it is.

    ``modified`` is the time of the tombstone, ``since`` that of the release without the note.
    """

    guid: str
    type: str
    front: str
    back: str
    home: str
    modified: int
    since: int


def retired(record: Record, release: int) -> Record:
    """The record after all notes that are gone were given up; those of missing documents wait."""
    notes = {
        key: _given_up(note, release) if _is_due(note, record, release) else note
        for key, note in record.notes.items()
    }
    return replace(record, notes=notes)


def _given_up(note: KnownNote, release: int) -> KnownNote:
    # newer than what learners have, or the tombstone would not arrive
    return replace(note, retired=max(release, note.modified + 1))


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


def tombs(record: Record, after: int) -> Iterator[Tomb]:
    """The tombstones of the releases after a time, by key."""
    for _, note in sorted(record.notes.items()):
        if note.retired > after:
            home = record.documents[note.document].home
            yield Tomb(note.guid, note.type, note.front, note.back, home, note.retired, note.absent)
