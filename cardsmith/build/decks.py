"""From documents to decks, top to bottom: collect, identify, schedule, render, stamp, write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from cardsmith.build import collection, ledgers, outputs, pictures, report, sources
from cardsmith.build.collect import Collected, collect
from cardsmith.build.plans import plan as planned
from cardsmith.build.project import Project
from cardsmith.build.report import Built, Written
from cardsmith.build.request import Losses, Progress, Request
from cardsmith.ledger import Delivery, Gone, Record, gone, identify, modified, stamp
from cardsmith.model import Deck, Kept, Note, Picture, Studied, Tier
from cardsmith.packager import DECK_WRITERS, Release, Row
from cardsmith.packager.rows import render
from cardsmith.scheduler import Plan, home, schedule

__all__ = ["build"]


@dataclass(frozen=True, slots=True)
class _Packed:
    """A deck with its notes as Anki stores them."""

    deck: Deck
    rows: tuple[Row, ...]


def build(project: Project, request: Request, progress: Progress) -> Built:
    """Make the decks of a request and bring the ledger up to date.

    Raises:
        CardsmithError: settings, a ledger or a folder that cannot be used.
    """
    outputs.folder(request.out)
    outputs.folder(request.ledger)
    record = ledgers.load(request.ledger)
    found = collect(project, request, record, progress)
    went = _gone(found, record)
    if went.lost and request.losses is Losses.REFUSE:
        counts = report.tally(found.files, found.documents)
        return Built(counts, found.faults, (), went, stopped=True)
    return _delivered(project, request, found, record, progress)


def _gone(found: Collected, record: Record) -> Gone:
    return gone(
        record,
        [collection.source(document) for document in found.documents],
        [note.key for document in found.documents for note in document.notes],
        found.unread,
    )


def _delivered(
    project: Project, request: Request, found: Collected, record: Record, progress: Progress
) -> Built:
    plan = planned(project, [document.front for document in found.documents], record)
    shows, missing = pictures.load(each for one in found.documents for each in one.pictures)
    notes = tuple(note for document in found.documents for note in document.notes)
    kept = tuple(identify(notes, record))
    packed = tuple(_packed(schedule(_studied(found, kept, request.tier), plan), shows, progress))
    now = stamp(record, _delivery(request, found, record, plan, (kept, packed)))
    written = tuple(_written(request, packed, Release(shows, modified(now)), progress))
    ledgers.save(request.ledger, now)
    built = Built(
        tally=report.tally(found.files, found.documents),
        faults=(*found.faults, *missing),
        written=written,
        gone=_gone(found, record),
        new=len(now.notes.keys() - record.notes.keys()),
        changed=_changed(record, now),
    )
    _told(request, built, found)
    return built


def _studied(found: Collected, kept: Sequence[Kept], tier: Tier) -> Iterator[Studied]:
    """The documents with the notes that are delivered: the extra ones only where asked for."""
    by_document: dict[str, list[Kept]] = {}
    for each in kept:
        if _delivered_in(each.note, tier):
            by_document.setdefault(each.note.document, []).append(each)
    for document in found.documents:
        front = document.front
        yield Studied(front, tuple(by_document.get(front.key, ())))


def _delivered_in(note: Note, tier: Tier) -> bool:
    return note.tier is Tier.CORE or tier is Tier.EXTRA


def _packed(
    decks: Sequence[Deck], shows: dict[str, Picture], progress: Progress
) -> Iterator[_Packed]:
    for done, deck in enumerate(decks, 1):
        yield _Packed(deck, render(deck, shows))
        progress("Rendering", done, len(decks))


def _delivery(
    request: Request,
    found: Collected,
    record: Record,
    plan: Plan,
    made: tuple[Sequence[Kept], Sequence[_Packed]],
) -> Delivery:
    kept, packed = made
    digests = {row.guid: row.digest for each in packed for row in each.rows}
    # made but not delivered: what learners have of it is as it was
    digests |= {
        each.guid: record.notes[each.note.key].digest
        for each in kept
        if each.guid not in digests and each.note.key in record.notes
    }
    return Delivery(
        release=request.release,
        documents=[collection.source(document) for document in found.documents],
        notes=[(each, digests[each.guid]) for each in kept if each.guid in digests],
        homes={each.front.key: home(each.front, plan) for each in found.documents},
        aliases=found.renamed,
        unread=found.unread,
        waived=found.waived,
        asks=found.asks,
    )


def _written(
    request: Request, packed: Sequence[_Packed], release: Release, progress: Progress
) -> Iterator[Written]:
    for done, each in enumerate(packed, 1):
        for name in request.formats:
            path = request.out / f"{each.deck.slug}.{name}"
            content = DECK_WRITERS[name](each.deck, each.rows, release)
            outputs.replace(path, content)
            cards = sum(len(row.ordinals) for row in each.rows)
            digest = sha256(content).hexdigest()
            yield Written(sources.shown(path), len(content), digest, len(each.rows), cards)
        progress("Writing", done, len(packed))


def _changed(before: Record, now: Record) -> int:
    """How many notes that learners have will be updated."""
    return sum(
        1
        for key, note in before.notes.items()
        if not note.absent and now.notes[key].modified != note.modified
    )


def _told(request: Request, built: Built, found: Collected) -> None:
    """Write the report: every note and every rejected candidate, with its reason."""
    text = "\n".join(report.lines(built, found.documents))
    outputs.replace(request.out / "report.json", f"{text}\n".encode())
