"""From documents to decks: the next release is prepared, then written whole."""

from collections.abc import Iterator
from hashlib import sha256

from cardsmith.build import ledgers, outputs, report, sources
from cardsmith.build.prepared import Prepared, prepared
from cardsmith.build.project import Project
from cardsmith.build.report import Built, Written
from cardsmith.build.request import Losses, Progress, Request
from cardsmith.ledger import Record, modified
from cardsmith.packager import DECK_WRITERS, Release

__all__ = ["build"]


def build(project: Project, request: Request, progress: Progress) -> Built:
    """Make the decks of a request and bring the ledger up to date.

    Raises:
        CardsmithError: settings, a ledger or a folder that cannot be used.
    """
    outputs.folder(request.out)
    outputs.folder(request.ledger)
    ready = prepared(project, request, progress)
    if ready.gone.lost and request.losses is Losses.REFUSE:
        counts = report.tally(ready.found.files, ready.found.documents)
        return Built(counts, ready.faults, (), ready.gone, stopped=True)
    return _delivered(ready, request, progress)


def _delivered(ready: Prepared, request: Request, progress: Progress) -> Built:
    written = tuple(_written(ready, request, progress))
    ledgers.save(request.ledger, ready.now)
    built = Built(
        tally=report.tally(ready.found.files, ready.found.documents),
        faults=ready.faults,
        written=written,
        gone=ready.gone,
        new=len(ready.now.notes.keys() - ready.before.notes.keys()),
        changed=_changed(ready.before, ready.now),
    )
    text = "\n".join(report.lines(built, ready.found.documents))
    outputs.replace(request.out / "report.json", f"{text}\n".encode())
    return built


def _written(ready: Prepared, request: Request, progress: Progress) -> Iterator[Written]:
    release = Release(ready.shows, modified(ready.now))
    for done, each in enumerate(ready.packed, 1):
        for name in request.formats:
            path = request.out / f"{each.deck.slug}.{name}"
            content = DECK_WRITERS[name](each.deck, each.rows, release)
            outputs.replace(path, content)
            cards = sum(len(row.ordinals) for row in each.rows)
            digest = sha256(content).hexdigest()
            yield Written(sources.shown(path), len(content), digest, len(each.rows), cards)
        progress("Writing", done, len(ready.packed))


def _changed(before: Record, now: Record) -> int:
    """How many notes that learners have will be updated."""
    return sum(
        1
        for key, note in before.notes.items()
        if not note.absent and now.notes[key].modified != note.modified
    )
