"""From documents to a printed quiz, top to bottom: collect, make items, draw, print."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from cardsmith.build import collection, ledgers, outputs, overrides, pictures, sources
from cardsmith.build.project import Project
from cardsmith.build.report import Written
from cardsmith.build.request import Progress, Request
from cardsmith.build.staging import tidy
from cardsmith.build.work import Carded, carded, documents_of
from cardsmith.cards import Limits
from cardsmith.cards.editing.overrides import NO_OVERRIDES
from cardsmith.diagnostics import CardsmithError, Diagnostic, Severity, split
from cardsmith.ledger import Record, fold_subject, identify, slug
from cardsmith.model import Document, Item, Kept, Sheet, Span
from cardsmith.packager import SHEET_WRITERS
from cardsmith.packager.pdf import printable
from cardsmith.quiz import Recipe, draw, items

__all__ = ["Drawn", "quiz"]

MIXED: Final = "Mixed quiz"


@dataclass(frozen=True, slots=True)
class Drawn:
    """The outcome of a quiz: what it was drawn from, the sheet, and its files."""

    documents: int
    pool: int
    sheet: Sheet
    faults: tuple[Diagnostic, ...]
    written: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class _Pool:
    """The questions of all documents, with the pictures that the documents show."""

    documents: tuple[Carded, ...]
    items: tuple[Item, ...]
    faults: tuple[Diagnostic, ...]


def quiz(project: Project, request: Request, recipe: Recipe, progress: Progress) -> Drawn:
    """Draw a quiz and write it in the formats of the request; no ledger is written.

    A recipe without a title is given the name of its only subject or document.

    Raises:
        CardsmithError: no question to draw, an unknown format, a folder that cannot be used.
    """
    unknown = sorted(set(request.formats) - set(SHEET_WRITERS))
    if unknown:
        known = ", ".join(SHEET_WRITERS)
        raise CardsmithError(f"unknown format {', '.join(unknown)}; write one of {known}")
    outputs.folder(request.out)
    tidy((request.out,))
    pool = _pool(project, request, progress)
    titled = recipe if recipe.title else replace(recipe, title=_title(pool.documents))
    sheet, unprintable = _drawn(pool.items, titled)
    shown, missing = pictures.load(_pictures(pool, sheet))
    written = tuple(
        _written(request.out, name, sheet, SHEET_WRITERS[name](sheet, shown))
        for name in request.formats
    )
    faults = tuple(sorted((*pool.faults, *unprintable, *missing)))
    return Drawn(len(pool.documents), len(pool.items), sheet, faults, written)


def _pool(project: Project, request: Request, progress: Progress) -> _Pool:
    record = ledgers.load(request.ledger)
    limits = Limits(project.settings.max_notes, project.settings.min_score)
    files = sources.find(request.paths)
    whole: dict[Span, Document] = {}
    faults: list[Diagnostic] = []
    for done, path in enumerate(files, 1):
        found, wrong = split(documents_of(path))
        whole |= {document.front.span: document for document in found}
        faults.extend(wrong)
        progress("Reading", done, len(files))
    corrections = overrides.load(project.overrides)
    noted = [
        carded(each, limits, corrections.get(each.front.key, NO_OVERRIDES))
        for each in whole.values()
    ]
    faults.extend(_wrong(noted))
    once, doubles = split(collection.unified(noted, record))
    known, _ = collection.named(once, record, frozenset())
    kept = _kept(known, record)
    made = tuple(item for each in known for item in _items(each, whole, kept[each.front.key]))
    return _Pool(known, made, (*faults, *doubles))


def _wrong(noted: Sequence[Carded]) -> Iterator[Diagnostic]:
    """What is wrong in people's corrections to documents."""
    told = (fault for each in noted for fault in each.faults)
    return overrides.settled(told, [each.front.key for each in noted])


def _kept(documents: Sequence[Carded], record: Record) -> Mapping[str, list[Kept]]:
    """The notes of documents with their identities, by the key of the document."""
    kept: defaultdict[str, list[Kept]] = defaultdict(list)
    for each in identify((note for document in documents for note in document.notes), record):
        kept[each.note.document].append(each)
    return kept


def _items(document: Carded, whole: dict[Span, Document], kept: Sequence[Kept]) -> Iterator[Item]:
    answered = replace(whole[document.front.span], front=document.front)
    yield from (thing for thing in items(answered, kept) if isinstance(thing, Item))


def _title(documents: Sequence[Carded]) -> str:
    if len(documents) == 1:
        return documents[0].front.question
    subjects = {fold_subject(name): name for each in documents for name in each.front.subjects}
    return next(iter(subjects.values())) if len(subjects) == 1 else MIXED


def _drawn(pool: Sequence[Item], recipe: Recipe) -> tuple[Sheet, tuple[Diagnostic, ...]]:
    """The sheet, drawn again as long as it holds a question that cannot be printed."""
    refused: dict[str, Diagnostic] = {}
    while True:
        sheet = draw((item for item in pool if item.id not in refused), recipe)
        chosen = [item for part in sheet.versions[0].parts for item in part.items]
        wrong = {item.id: _refusal(item, why) for item in chosen if (why := printable(item))}
        if not wrong:
            return sheet, tuple(refused.values())
        refused |= wrong


def _refusal(item: Item, why: str) -> Diagnostic:
    message = f"left out of the quiz, cannot be printed: {why}"
    return Diagnostic(item.span, "not-printable", message, Severity.WARNING)


def _pictures(pool: _Pool, sheet: Sheet) -> Iterator[tuple[str, Span]]:
    shown = {item.front.key for part in sheet.versions[0].parts for item in part.items}
    for document in pool.documents:
        if document.front.key in shown:
            yield from document.pictures


def _written(out: Path, name: str, sheet: Sheet, content: bytes) -> Written:
    path = out / f"quiz-{slug(sheet.title)[:60]}-{sheet.code}.{name}"
    outputs.replace(path, content)
    return Written(sources.shown(path), len(content), sha256(content).hexdigest())
