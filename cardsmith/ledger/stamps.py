"""Bringing the record up to date with what a build gives to learners."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time
from typing import Final

from cardsmith.diagnostics import CardsmithError
from cardsmith.ledger.asks import Ask, asks
from cardsmith.ledger.cells import join_words
from cardsmith.ledger.identities import clash
from cardsmith.ledger.marks import digest
from cardsmith.ledger.notes import KnownNote, Parts, known
from cardsmith.ledger.numbers import holes, renewed
from cardsmith.ledger.record import KnownDocument, Record, Waived
from cardsmith.ledger.said import said
from cardsmith.ledger.sources import Source
from cardsmith.markup import fold
from cardsmith.model import Cloze, Kept, Note

__all__ = ["Delivery", "first_time", "modified", "stamp"]

_NO_DATE: Final = "2020-01-01"


@dataclass(frozen=True, slots=True)
class Delivery:
    """All that one build gives to learners, at the time ``release`` (seconds since 1970).

    ``documents`` bear their recorded keys, ``notes`` come with the digests of their rendered
    fields. ``homes`` are the shown names of the documents' home subjects. ``aliases`` are those
    that the documents were renamed by. ``waived`` are their notes that gave way to others. ``asks``
    are the cards of notes in marks, by key, where these are known already. ``unread`` are the keys,
    as their files give them, of documents that are there but were not read: faulty ones, and those
    outside of the paths of this build.
    """

    release: int
    documents: Iterable[Source]
    notes: Iterable[tuple[Kept, str]]
    homes: Mapping[str, str]
    aliases: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    waived: Iterable[Waived] = ()
    asks: Mapping[str, tuple[Ask, ...]] = field(default_factory=dict)


def stamp(record: Record, delivery: Delivery) -> Record:
    """The record after a delivery: who is there, since when changed, who went.

    What a build no longer gives stays on record, marked absent, and comes back as it was.

    Raises:
        CardsmithError: two notes claim one GUID.
    """
    sources = {source.front.key: source for source in delivery.documents}
    documents = {source.key: source for source in _documents(sources, record, delivery)}
    dates = {key: first_time(source.front.date) for key, source in sources.items()}
    # the first release of all may be built anywhere, at any time, and be the same
    called = delivery.release if record.notes else 0
    release = _Release(delivery.release, called, dates, delivery.asks)
    notes = {kept.note.key: _note(kept, fields, record, release) for kept, fields in delivery.notes}
    for key, old in record.notes.items():
        if key not in notes:
            unread = record.is_of(old, delivery.unread)
            notes[key] = old if unread else _absent(old, delivery.release)
    _check(notes)
    subjects = {*record.subjects, *(document.home for document in documents.values())}
    waived = {each.key: each for each in _waived(sources, record, delivery)}
    return Record(documents, notes, tuple(sorted(subjects)), waived)


@dataclass(frozen=True, slots=True)
class _Release:
    """When this release is, when the first one of each document was, what notes ask.

    ``called`` is what it is called as the first one of a note.
    """

    time: int
    called: int
    first: Mapping[str, int]
    asks: Mapping[str, tuple[Ask, ...]]


def _waived(sources: Mapping[str, Source], record: Record, delivery: Delivery) -> Iterator[Waived]:
    """The notes that gave way; those of documents that are not there are kept for their return."""
    yield from (old for old in record.waived.values() if old.document not in sources)
    yield from delivery.waived


def _documents(
    sources: Mapping[str, Source], record: Record, delivery: Delivery
) -> Iterator[KnownDocument]:
    own = {recorded: key for key, recorded in delivery.aliases.items()}
    for key, source in sources.items():
        question, text = source.traits
        now = KnownDocument(
            key=key,
            own=own.get(key, key),
            id=source.front.id,
            question=question,
            text=text,
            home=delivery.homes[key],
            chosen_by=join_words(source.front.keywords),
        )
        old = record.documents.get(key)
        yield old if old == now else now
    for key, old in record.documents.items():
        if key not in sources:
            yield old if old.own in delivery.unread else _gone(old, delivery.release)


def _gone(document: KnownDocument, release: int) -> KnownDocument:
    return document if document.absent else replace(document, absent=release)


def _absent(note: KnownNote, release: int) -> KnownNote:
    return note if note.absent else known(replace(note.parts, absent=release))


def _note(kept: Kept, fields: str, record: Record, release: _Release) -> KnownNote:
    old = record.notes.get(kept.note.key)
    now = digest(fields)
    marks = release.asks.get(kept.note.key) or asks(kept.note)
    if old is not None and old.stands(now, kept.note.tier, marks):
        return old
    return _brought(kept, old, now, marks, release)


def _brought(
    kept: Kept, old: KnownNote | None, now: str, marks: tuple[Ask, ...], release: _Release
) -> KnownNote:
    note = kept.note
    words = said(note)
    return known(
        Parts(
            document=note.document,
            name=f"{note.kind}/{note.name}",
            guid=kept.guid,
            modified=_modified(old, now, release, note.document),
            digest=now,
            type=words.type,
            tier=note.tier,
            released=_released(old, now, release),
            numbers=_numbers(note, old),
            asks=marks,
            front=words.front,
            back=words.back,
        )
    )


def _numbers(note: Note, old: KnownNote | None) -> Mapping[str, int]:
    """The numbers of all terms that a note ever hid, each under its newest form."""
    before = old.numbers if old else {}
    if not isinstance(note.body, Cloze):
        return before
    return renewed(before, {fold(hole.term): hole.number for hole in holes(note.body.text)})


def _modified(old: KnownNote | None, now: str, release: _Release, document: str) -> int:
    if old is None:
        return release.first[document]
    if old.digest == now and not old.retired:
        return old.modified
    # an equal time would never arrive: Anki takes only what is newer
    return max(release.time, old.modified + 1, old.buried + 1)


def _released(old: KnownNote | None, now: str, release: _Release) -> int:
    """The release that brought a note, or last changed it."""
    if old is None:
        return release.called
    stays = old.digest == now and not old.retired
    return old.released if stays else release.time


def _check(notes: Mapping[str, KnownNote]) -> None:
    owners: dict[str, str] = {}
    for key, note in notes.items():
        other = owners.setdefault(note.guid, key)
        if other != key:
            raise CardsmithError(clash(note.guid, other, key))


def first_time(date: str) -> int:
    """The time that a new note is stamped with: noon UTC of its document's date.

    So a build without a record gives the same bytes on every machine and day. Where there is no
    date, or one before 1970, it is a fixed day.
    """
    try:
        seconds = _noon(date)
    except ValueError:
        seconds = _noon(_NO_DATE)
    return seconds if seconds > 0 else _noon(_NO_DATE)


def _noon(date: str) -> int:
    day = datetime.fromisoformat(date).date()
    return int(datetime.combine(day, time(12), UTC).timestamp())


def modified(record: Record) -> dict[str, int]:
    """The modification time of every note or its tombstone, by GUID, in seconds since 1970."""
    return {note.guid: note.buried or note.modified for note in record.notes.values()}
