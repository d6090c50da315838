"""Looking without writing: the faults of documents, and what their cards would be."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cardsmith.build import ledgers, report
from cardsmith.build.collect import Collected, collect
from cardsmith.build.pictures import load
from cardsmith.build.project import Project
from cardsmith.build.report import Tally
from cardsmith.build.request import Progress, Request
from cardsmith.build.work import Carded
from cardsmith.diagnostics import Diagnostic, Severity
from cardsmith.ledger import Record
from cardsmith.model import Tier
from cardsmith.scheduler import shown

__all__ = ["Subject", "Survey", "survey"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject in numbers; ``asked`` of its ``sections`` are tested by a core note."""

    name: str
    documents: int
    notes: int
    sections: int
    asked: int


@dataclass(frozen=True, slots=True)
class Survey:
    """What a build would find; documents without a card are among the faults, as warnings."""

    tally: Tally
    faults: tuple[Diagnostic, ...]
    subjects: tuple[Subject, ...]


def survey(project: Project, request: Request, progress: Progress) -> Survey:
    """Read and card the documents of a request, write nothing.

    Raises:
        CardsmithError: settings or a ledger that cannot be used, a path that is not there.
    """
    record = ledgers.load(request.ledger)
    found = collect(project, request, record, progress)
    _, missing = load(each for document in found.documents for each in document.pictures)
    barren = [_barren(document) for document in found.documents if not document.notes]
    return Survey(
        report.tally(found.files, found.documents),
        tuple(sorted([*found.faults, *missing, *barren])),
        tuple(_subjects(project, found, record)),
    )


def _barren(document: Carded) -> Diagnostic:
    codes = Counter(each.code for each in document.rejections).most_common(3)
    why = ", ".join(f"{code} ({count})" for code, count in codes) or "no sentence to ask"
    message = f"gives no card: {why}; write facts as sentences that stand alone"
    return Diagnostic(document.front.span, "no-cards", message, Severity.WARNING)


def _subjects(project: Project, found: Collected, record: Record) -> Iterator[Subject]:
    fronts = [document.front for document in found.documents]
    names = shown(fronts, project.settings.subjects, record.names)
    groups: dict[str, list[Carded]] = {}
    for document in found.documents:
        for name in sorted({names[spelled] for spelled in document.front.subjects}):
            groups.setdefault(name, []).append(document)
    for name, documents in sorted(groups.items()):
        yield _subject(name, documents)


def _subject(name: str, documents: Sequence[Carded]) -> Subject:
    core = [
        {note.section for note in document.notes if note.tier is Tier.CORE and note.section}
        for document in documents
    ]
    return Subject(
        name=name,
        documents=len(documents),
        notes=sum(note.tier is Tier.CORE for each in documents for note in each.notes),
        sections=sum(len(document.sections) for document in documents),
        asked=sum(
            len(set(document.sections) & asked)
            for document, asked in zip(documents, core, strict=True)
        ),
    )
