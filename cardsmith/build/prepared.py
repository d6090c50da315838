"""The next release, made and compared with the record, before anything of it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cardsmith.build import collection, ledgers, pictures
from cardsmith.build.collect import Collected, collect
from cardsmith.build.plans import plan as planned
from cardsmith.build.project import Project
from cardsmith.build.request import Progress, Request
from cardsmith.diagnostics import Diagnostic
from cardsmith.ledger import Delivery, Gone, Record, gone, identify, stamp
from cardsmith.model import Deck, Kept, Note, Picture, Studied, Tier
from cardsmith.packager import Row
from cardsmith.packager.rows import render
from cardsmith.scheduler import Plan, home, schedule

__all__ = ["Packed", "Prepared", "prepared"]


@dataclass(frozen=True, slots=True)
class Packed:
    """A deck with its notes as Anki stores them."""

    deck: Deck
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that a release is.

    ``before`` is the record under the keys that its notes have now, ``now`` the record to be.
    ``gone`` are notes that learners have and the release does not.
    """

    found: Collected
    before: Record
    now: Record
    plan: Plan
    gone: Gone
    packed: tuple[Packed, ...]
    shows: dict[str, Picture]
    faults: tuple[Diagnostic, ...]


def prepared(project: Project, request: Request, progress: Progress) -> Prepared:
    """Make the next release, write nothing.

    Raises:
        CardsmithError: settings or a ledger that cannot be used, a path that is not there.
    """
    found = collect(project, request, ledgers.load(request.ledger), progress)
    record = found.record
    plan = planned(project, [document.front for document in found.documents], record)
    shows, missing = pictures.load(each for one in found.documents for each in one.pictures)
    notes = tuple(note for document in found.documents for note in document.notes)
    kept = tuple(identify(notes, record))
    packed = tuple(_packed(schedule(_studied(found, kept, request.tier), plan), shows, progress))
    return Prepared(
        found=found,
        before=record,
        plan=plan,
        now=stamp(record, _delivery(request, found, plan, (kept, packed))),
        gone=_gone(found),
        packed=packed,
        shows=shows,
        faults=(*found.faults, *missing),
    )


def _gone(found: Collected) -> Gone:
    return gone(
        found.record,
        [collection.source(document) for document in found.documents],
        [note.key for document in found.documents for note in document.notes],
        found.unread,
    )


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
) -> Iterator[Packed]:
    for done, deck in enumerate(decks, 1):
        yield Packed(deck, render(deck, shows))
        progress("Rendering", done, len(decks))


def _delivery(
    request: Request,
    found: Collected,
    plan: Plan,
    made: tuple[Sequence[Kept], Sequence[Packed]],
) -> Delivery:
    kept, packed = made
    digests = {row.guid: row.digest for each in packed for row in each.rows}
    # made but not delivered: what learners have of it is as it was
    known = found.record.notes
    digests |= {
        each.guid: known[each.note.key].digest
        for each in kept
        if each.guid not in digests and each.note.key in known
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
