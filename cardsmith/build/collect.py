"""The documents of a request, read and carded, each once and under the key it is known by."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from cardsmith.build import collection, sources
from cardsmith.build.project import Project
from cardsmith.build.request import Progress, Request, Scope
from cardsmith.build.work import Carded, Made, made
from cardsmith.cards import Limits
from cardsmith.diagnostics import CardsmithError, Diagnostic, Severity, split
from cardsmith.executors import EXECUTORS
from cardsmith.ledger import Record

__all__ = ["Collected", "collect"]

# below this many documents, starting processes costs more than they save
FEW: Final = 200


@dataclass(frozen=True, slots=True)
class Collected:
    """What a request found.

    ``renamed`` are keys of files by the recorded key, where they differ; ``unread`` are keys of
    recorded documents that may be there but were not read, so that nothing is known of them.
    """

    files: int
    documents: tuple[Carded, ...]
    renamed: Mapping[str, str]
    unread: frozenset[str]
    faults: tuple[Diagnostic, ...]


def collect(project: Project, request: Request, record: Record, progress: Progress) -> Collected:
    """Read and card all documents of a request.

    Raises:
        CardsmithError: a path that is not there, or holds no document.
    """
    files = sources.find(request.paths)
    if not files:
        named = ", ".join(str(path) for path in request.paths)
        raise CardsmithError(f"{named}: holds no document; write one as NAME.md, or name a folder")
    results = tuple(_read(project, request, files, progress))
    carded = [document for each in results for document in each.documents]
    documents, doubles = split(collection.unified(carded, record))
    faulty = frozenset(Path(each.path).stem for each in results if _failed(each))
    unread = faulty | _outside(request, record, documents)
    known, renamed = collection.named(documents, record, unread)
    faults = [fault for each in results for fault in each.faults]
    addressed = tuple(_addressed(document, project) for document in known)
    return Collected(len(files), addressed, renamed, unread, tuple(sorted([*faults, *doubles])))


def _read(
    project: Project, request: Request, files: Sequence[Path], progress: Progress
) -> Iterator[Made]:
    limits = Limits(project.settings.max_notes, project.settings.min_score)
    way = "processes" if request.jobs > 1 and len(files) > FEW else "serial"
    finished = 0

    def done(count: int) -> None:
        nonlocal finished
        finished += count
        progress("Reading", finished, len(files))

    with EXECUTORS[way](request.jobs) as executor:
        yield from made(files, limits, executor, done)


def _failed(result: Made) -> bool:
    return any(fault.severity is Severity.ERROR for fault in result.faults)


def _outside(request: Request, record: Record, documents: Sequence[Carded]) -> frozenset[str]:
    """Recorded documents that a build of a part did not look for."""
    if request.scope is Scope.WHOLE:
        return frozenset()
    seen = {document.front.key for document in documents}
    return frozenset(known.own for known in record.documents.values() if known.own not in seen)


def _addressed(document: Carded, project: Project) -> Carded:
    """The document with its web address in full, where the settings know the site."""
    url = document.front.url
    if not (project.settings.site and url.startswith("/")):
        return document
    whole = project.settings.site.rstrip("/") + url
    return replace(document, front=replace(document.front, url=whole))
