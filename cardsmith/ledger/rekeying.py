"""Notes on record under the keys that they have in a build: who is asked again keeps history."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from cardsmith.ledger.matching import Told, elsewhere, matched
from cardsmith.ledger.notes import KnownNote, known
from cardsmith.ledger.numbers import holes
from cardsmith.ledger.record import Record
from cardsmith.ledger.said import said
from cardsmith.ledger.sources import Source
from cardsmith.markup import fold
from cardsmith.model import Cloze, Note

__all__ = ["same_asked"]

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
        if key not in keys and record.documents[note.document].own not in unread
    ]
    found = _inside(gone, fresh)
    taken = frozenset(found.values())
    left = [_old(note) for note in gone if note.key not in taken]
    edited = frozenset(_edited(documents, record))
    free = [note for note in fresh if note.document in edited and note.key not in found]
    found |= elsewhere(left, [*map(_new, free)])
    found |= _moved(found, gone, fresh)
    return _rekeyed(record, found), found


def _moved(
    found: Mapping[str, str], gone: Sequence[KnownNote], fresh: Sequence[Note]
) -> dict[str, str]:
    """The rest of a document that went into another one with most of its notes (``_MOST``).

    Nothing else tells it is the same: neither its file nor its question nor its id.
    """
    pairs = Counter((old.partition("/")[0], new.partition("/")[0]) for new, old in found.items())
    sizes = Counter(note.document for note in gone)
    taken = frozenset(found.values())
    rest: dict[str, str] = {}
    for (old, new), count in sorted(pairs.items()):
        if old != new and count >= _MOST * sizes[old]:
            before = [_old(note) for note in gone if note.document == old and note.key not in taken]
            after = [_new(note) for note in fresh if note.document == new and note.key not in found]
            rest |= matched(before, after)
    return rest


def _edited(documents: Iterable[Source], record: Record) -> Iterator[str]:
    for source in documents:
        known = record.documents.get(source.front.key)
        # while one was away, its notes may have gone on in another document
        same = known is not None and (known.question, known.text) == source.traits
        if known is None or known.absent or not same:
            yield source.front.key


def _inside(gone: Iterable[KnownNote], fresh: Iterable[Note]) -> dict[str, str]:
    old: defaultdict[str, list[KnownNote]] = defaultdict(list)
    for each in gone:
        old[each.document].append(each)
    new: defaultdict[str, list[Note]] = defaultdict(list)
    for note in fresh:
        new[note.document].append(note)
    found: dict[str, str] = {}
    for document in sorted(old.keys() & new.keys()):
        found |= matched([*map(_old, old[document])], [*map(_new, new[document])])
    return found


def _old(note: KnownNote) -> Told:
    own = note.parts
    kind = own.name.partition("/")[0]
    terms = frozenset(own.numbers)
    return Told(note.key, kind, own.type, own.front, own.back, terms, own.absent)


def _new(note: Note) -> Told:
    words = said(note)
    return Told(note.key, note.kind, words.type, words.front, words.back, _hidden(note))


def _hidden(note: Note) -> frozenset[str]:
    if not isinstance(note.body, Cloze):
        return frozenset()
    return frozenset(fold(hole.term) for hole in holes(note.body.text))


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
