"""Notes on record under the keys that they have in a build: who is asked again keeps history."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from cardsmith.ledger.matching import elsewhere, matched
from cardsmith.ledger.notes import KnownNote, known
from cardsmith.ledger.recalled import of_note, of_record
from cardsmith.ledger.record import Record
from cardsmith.ledger.sources import Source
from cardsmith.model import Note

__all__ = ["same_asked"]

AnyNote = TypeVar("AnyNote", Note, KnownNote)

# so much of a document is the document, whatever it is called now
_MOST: Final = 0.6


def same_asked(
    record: Record,
    documents: Iterable[Source],
    made: Sequence[Note],
    unread: frozenset[str] = frozenset(),
) -> tuple[Record, dict[str, str]]:
    """The record with its notes under the keys of a build, and their old keys by new ones.

    ``made`` are the notes of the build, of ``documents`` under their recorded keys. A note whose
    key nobody made any more is looked for among those that nobody knew: first in its own document,
    then in those that are new or edited, since no other edit may change a document. Notes of
    ``unread`` documents (see ``Delivery``) stay as they are.
    """
    keys = frozenset(note.key for note in made)
    fresh = [note for note in made if note.key not in record.notes]
    if not fresh or not record.notes:
        return record, {}
    gone = [
        note
        for key, note in record.notes.items()
        if key not in keys and not record.is_of(note, unread)
    ]
    old, new = _by_document(gone), _by_document(fresh)
    found = _inside(old, new)
    taken = frozenset(found.values())
    left = [of_record(note) for note in gone if note.key not in taken]
    edited = frozenset(_edited(documents, record))
    free = [note for note in fresh if note.document in edited and note.key not in found]
    found |= elsewhere(left, [*map(of_note, free)])
    found |= _moved(found, old, new)
    return _rekeyed(record, found), found


def _by_document(notes: Iterable[AnyNote]) -> dict[str, list[AnyNote]]:
    found: defaultdict[str, list[AnyNote]] = defaultdict(list)
    for note in notes:
        found[note.document].append(note)
    return dict(found)


def _inside(
    old: Mapping[str, Sequence[KnownNote]], new: Mapping[str, Sequence[Note]]
) -> dict[str, str]:
    found: dict[str, str] = {}
    for document in sorted(old.keys() & new.keys()):
        found |= matched(map(of_record, old[document]), map(of_note, new[document]))
    return found


def _edited(documents: Iterable[Source], record: Record) -> Iterator[str]:
    for source in documents:
        known = record.documents.get(source.front.key)
        # while one was away, its notes may have gone on in another document
        if known is None or known.absent or not source.is_as(known):
            yield source.front.key


def _moved(
    found: Mapping[str, str],
    old: Mapping[str, Sequence[KnownNote]],
    new: Mapping[str, Sequence[Note]],
) -> dict[str, str]:
    """The rest of a document that went into another one with most of its notes (``_MOST``).

    Nothing else tells it is the same: neither its file nor its question nor its id.
    """
    pairs = Counter((was.partition("/")[0], now.partition("/")[0]) for now, was in found.items())
    taken = frozenset(found.values())
    rest: dict[str, str] = {}
    for (was, now), count in sorted(pairs.items()):
        if was != now and count >= _MOST * len(old[was]):
            before = [of_record(note) for note in old[was] if note.key not in taken]
            after = [of_note(note) for note in new[now] if note.key not in found]
            rest |= matched(before, after)
    return rest


def _rekeyed(record: Record, found: Mapping[str, str]) -> Record:
    if not found:
        return record
    now = {old: new for new, old in found.items()}
    notes = {}
    for key, note in record.notes.items():
        if key in now:
            document, _, name = now[key].partition("/")
            notes[now[key]] = known(replace(note.parts, document=document, name=name))
        else:
            notes[key] = note
    return replace(record, notes=notes)
