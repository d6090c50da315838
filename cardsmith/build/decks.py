"""From documents to decks: the next release is prepared, then written whole."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from cardsmith.build import ledgers, outputs, report, sources
from cardsmith.build.prepared import Prepared, prepared
from cardsmith.build.project import Project
from cardsmith.build.report import Built, Written
from cardsmith.build.request import Losses, Progress, Request, Scope
from cardsmith.build.staging import UPDATES, Staging, tidy
from cardsmith.build.updates import Update, packed, update
from cardsmith.ledger import Record
from cardsmith.packager import DECK_FORMATS, Row

__all__ = ["build"]


def build(project: Project, request: Request, progress: Progress) -> Built:
    """Make the decks of a request and bring the ledger up to date.

    Raises:
        CardsmithError: settings, a ledger or a folder that cannot be used.
    """
    outputs.folder(request.out)
    outputs.folder(request.ledger)
    tidy((request.out, request.ledger))
    ready = prepared(project, request, progress)
    if ready.gone.lost and request.losses is Losses.REFUSE:
        counts = report.tally(ready.found.files, ready.found.documents)
        return Built(counts, ready.faults, (), ready.gone, stopped=True)
    return _delivered(ready, request, progress)


def _delivered(ready: Prepared, request: Request, progress: Progress) -> Built:
    with Staging(request.ledger) as staging:
        built = _staged(ready, request, staging, progress)
        staging.commit()
    return built


def _staged(ready: Prepared, request: Request, staging: Staging, progress: Progress) -> Built:
    found = update(ready, request)
    written = tuple(_decks(ready, found, request, staging, progress))
    ledgers.save(request.ledger, found.record, staging)
    built = Built(
        tally=report.tally(ready.found.files, ready.found.documents),
        faults=ready.faults,
        written=written,
        gone=ready.gone,
        new=len(ready.now.notes.keys() - ready.before.notes.keys()),
        changed=_changed(ready.before, ready.now),
        retired=found.retired,
        waiting=found.waiting,
    )
    text = "\n".join(report.lines(built, ready.found.documents))
    staging.put(request.out / "report.json", f"{text}\n".encode())
    return built


def _decks(
    ready: Prepared, found: Update, request: Request, staging: Staging, progress: Progress
) -> Iterator[Written]:
    decks = tuple(packed(ready, found))
    stale = set(_updates(request))
    for done, (each, release) in enumerate(decks, 1):
        for name in request.formats:
            path = request.out / f"{each.deck.slug}.{name}"
            rows = DECK_FORMATS[name].rows(each.rows, release)
            if rows:
                content = DECK_FORMATS[name].write(each.deck, rows, release)
                staging.put(path, content)
                stale.discard(path)
                yield _told(path, content, rows)
        progress("Writing", done, len(decks))
    for path in sorted(stale):
        staging.remove(path)


def _updates(request: Request) -> Iterator[Path]:
    """The updates of earlier releases, which would put old texts back.

    A build of a part knows nothing of the decks of others.
    """
    if request.scope is Scope.WHOLE:
        for ending in UPDATES:
            yield from request.out.glob(f"*{ending}")


def _told(path: Path, content: bytes, rows: Sequence[Row]) -> Written:
    cards = sum(len(row.ordinals) for row in rows)
    digest = sha256(content).hexdigest()
    return Written(sources.shown(path), len(content), digest, len(rows), cards)


def _changed(before: Record, now: Record) -> int:
    """How many notes that learners have will be updated."""
    return sum(
        1
        for key, note in before.notes.items()
        if not note.absent and now.notes[key].modified != note.modified
    )
