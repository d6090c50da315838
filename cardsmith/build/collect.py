"""The documents of a request, read and carded, each once and under the key it is known by."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from cardsmith.build import collection, overrides, remembered, sources
from cardsmith.build.distinct import distinct
from cardsmith.build.plans import plan
from cardsmith.build.project import Project
from cardsmith.build.request import Progress, Request, Scope
from cardsmith.build.seats import seated
from cardsmith.build.work import Aids, Carded, Made, made
from cardsmith.cards import Limits
from cardsmith.diagnostics import CardsmithError, Diagnostic, Severity, split
from cardsmith.executors import EXECUTORS
from cardsmith.ledger import Ask, Record, Waived, same_asked
from cardsmith.scheduler import home

__all__ = ["Collected", "collect"]

# below this many documents, starting processes costs more than they save
FEW: Final = 200


@dataclass(frozen=True, slots=True)
class Collected:
    """What a request found.

    ``renamed`` are keys of files by the recorded key, where they differ; ``unread`` are keys of
    recorded documents that may be there but were not read, so that nothing is known of them.
    ``waived`` are notes that gave way to others, ``asks`` the cards of all others in marks.
    ``record`` is that of earlier builds, its notes under the keys that they have in this one;
    ``rekeyed`` are their keys before by those now, where they differ.
    """

    record: Record
    files: int
    documents: tuple[Carded, ...]
    renamed: Mapping[str, str]
    rekeyed: Mapping[str, str]
    unread: frozenset[str]
    faults: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...]
    asks: Mapping[str, tuple[Ask, ...]]


def collect(project: Project, request: Request, record: Record, progress: Progress) -> Collected:
    """Read and card all documents of a request.

    Raises:
        CardsmithError: a path that is not there, or holds no document.
    """
    files = sources.find(request.paths)
    if not files:
        named = ", ".join(str(path) for path in request.paths)
        raise CardsmithError(f"{named}: holds no document; write one as NAME.md, or name a folder")
    corrections = overrides.load(project.overrides)
    aids = Aids(corrections, remembered.load(record))
    results = tuple(_read(project, request, files, aids, progress))
    carded = [document for each in results for document in each.documents]
    documents, doubles = split(collection.unified(carded, record))
    faulty = frozenset(Path(each.path).stem for each in results if _failed(each))
    unread = faulty | _outside(request, record, documents)
    under, renamed = collection.named(documents, record, unread)
    made = [note for document in under for note in document.notes]
    origins = [collection.source(document) for document in under]
    record, rekeyed = same_asked(record, origins, made, unread)
    most = project.settings.max_notes
    known = [seated(document, record, most) for document in under]
    own = [document.front.key for document in carded]
    told = overrides.settled((fault for each in results for fault in each.faults), own)
    stray = _astray(results, corrections, renamed)
    faults = [*told, *(stray if _is_whole(project, request) else ())]
    whole = plan(project, [document.front for document in known], record)
    homes = {document.front.key: home(document.front, whole) for document in known}
    once = distinct(known, record, homes, unread)
    return Collected(
        record=record,
        files=len(files),
        documents=tuple(_addressed(document, project) for document in once.documents),
        renamed=renamed,
        rekeyed=rekeyed,
        unread=unread,
        faults=tuple(sorted([*faults, *doubles])),
        waived=once.waived,
        asks=once.asks,
    )


def _is_whole(project: Project, request: Request) -> bool:
    """Whether all of the project's documents were looked for, whatever else was."""
    content = project.content.resolve()
    return any(path.resolve() in {content, *content.parents} for path in request.paths)


def _astray(
    results: Sequence[Made],
    corrections: overrides.Known,
    renamed: Mapping[str, str],
) -> Iterator[Diagnostic]:
    """The corrections of no document; those of a file that gave none may be of one in it."""
    keys = frozenset(document.front.key for each in results for document in each.documents)
    silent = (each for each in results if _failed(each) or not each.documents)
    files = frozenset(Path(each.path).stem for each in silent)
    return overrides.astray(corrections, keys, files, renamed)


def _read(
    project: Project,
    request: Request,
    files: Sequence[Path],
    aids: Aids,
    progress: Progress,
) -> Iterator[Made]:
    limits = Limits(project.settings.max_notes, project.settings.min_score)
    way = "processes" if request.jobs > 1 and len(files) > FEW else "serial"
    finished = 0

    def done(count: int) -> None:
        nonlocal finished
        finished += count
        progress("Reading", finished, len(files))

    with EXECUTORS[way](request.jobs) as executor:
        yield from made(files, limits, aids, executor, done)


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
