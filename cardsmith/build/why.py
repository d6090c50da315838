"""Where cards come from: a document or a note of it, with its score, its tier and its rivals."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from cardsmith.build import collection, ledgers, overrides, sources
from cardsmith.build.collect import collect
from cardsmith.build.origins import Origin, Told, parts
from cardsmith.build.project import Project
from cardsmith.build.request import Progress, Request, Scope
from cardsmith.build.work import Carded, documents_of
from cardsmith.cards import Limits, make
from cardsmith.cards.editing.corrections import origin
from cardsmith.cards.editing.overrides import NO_OVERRIDES, Overrides
from cardsmith.cards.reasons import reason
from cardsmith.diagnostics import CardsmithError
from cardsmith.ledger import Record, identify
from cardsmith.markup import fold
from cardsmith.model import Document, Kept, Note

__all__ = ["why"]

# the ID of a card in Anki, or of a question on paper: five signs of it and a letter
_ID: Final = re.compile(r"(?:id:)?([a-z2-7]{5})(?:[bcst]|[a-z2-7]{8})?\*?", re.IGNORECASE)
_FILE: Final = re.compile(r"(?P<file>.+\.(?:md|markdown))(?:/(?P<note>[^/]+/.+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a key names: a document by key or file, and a note of it ("" for all)."""

    document: str
    files: tuple[Path, ...]
    note: str = ""


def why(project: Project, request: Request, key: str, progress: Progress) -> Told | Origin:
    """Where the cards of a document or a note come from; nothing is written.

    ``key`` is a document's key or path, either with ``/KIND/NAME`` behind it, or the ID of a card.

    Raises:
        CardsmithError: a key that names nothing, with the nearest ones.
    """
    record = ledgers.load(request.ledger)
    wanted = _wanted(project, request, record, key, progress)
    told = _told(project, replace(request, paths=wanted.files, scope=Scope.PART), record, wanted)
    return _origin(told, wanted.note) if wanted.note else told


def _wanted(
    project: Project, request: Request, record: Record, key: str, progress: Progress
) -> _Wanted:
    named = _FILE.fullmatch(key)
    if named and Path(named["file"]).is_file():
        return _Wanted("", (Path(named["file"]),), named["note"] or "")
    name, _, note = key.partition("/")
    files = sources.find(path for path in request.paths if path.exists())
    own = _files(files, record, name)
    if own:
        return _Wanted(name, own, note)
    mark = _ID.fullmatch(key)
    given = _recorded(record, mark[1].lower()) if mark else ""
    if given:
        name, _, note = given.partition("/")
        own = _files(files, record, name)
        if own:
            return _Wanted(name, own, note)
    found = None
    if files and (mark or name in record.documents):
        everything = collect(project, request, record, progress)
        found = _among(everything.documents, record, mark[1].lower() if mark else "", name)
    if found is None:
        raise CardsmithError(f"no document and no card is called {key!r}; {_near(files, name)}")
    return replace(found, note=found.note or note)


def _files(files: Iterable[Path], record: Record, name: str) -> tuple[Path, ...]:
    """The files that may hold a document, by the key of today or on record."""
    known = record.documents.get(name)
    names = {name, known.own if known else name}
    stems = {stem for each in names for stem in _stems(each)}
    return tuple(path for path in files if path.stem in stems)


def _stems(key: str) -> Iterator[str]:
    """The names that the file of a document may have."""
    return overrides.files_of(key.partition("~")[0])


def _near(files: Iterable[Path], name: str) -> str:
    stems = sorted({path.stem for path in files})
    near = get_close_matches(name, stems, 3, 0.5) or [stem for stem in stems if name in stem][:3]
    if near:
        return "did you mean " + " or ".join(near) + "?"
    return "name a document by its file, a note as DOCUMENT/KIND/NAME, a card by its ID"


def _recorded(record: Record, mark: str) -> str:
    """The key of the note on record whose ID begins so, "" for none; one that is made rather."""
    ranked = sorted(record.notes.values(), key=lambda note: (note.absent > 0, note.key))
    return next((note.key for note in ranked if note.guid.startswith(mark)), "")


def _among(documents: Iterable[Carded], record: Record, mark: str, name: str) -> _Wanted | None:
    """What is wanted among all documents: a note by its ID, or a document by its recorded key."""
    for each in documents:
        file = Path(each.front.span.path)
        if each.front.key == name:
            return _Wanted(name, (file,))
        for kept in identify(each.notes, record) if mark else ():
            if kept.guid.startswith(mark):
                return _Wanted(each.front.key, (file,), f"{kept.note.kind}/{kept.note.name}")
    return None


def _told(project: Project, request: Request, record: Record, wanted: _Wanted) -> Told:
    """The document that is wanted, carded as a build would."""
    found = collect(project, request, record, _silent)
    there = _there(_content(project, wanted), record)
    # a part of the collection does not tell which documents are gone, and so renamed
    known, _ = collection.named(found.documents, record, there)
    carded = [each for each in known if wanted.document in {"", each.front.key}]
    if not carded:
        faults = "; ".join(map(str, found.faults)) or "its file holds no document"
        raise CardsmithError(f"{wanted.document or request.paths[0]}: gives no cards: {faults}")
    if len(carded) > 1:
        keys = ", ".join(each.front.key for each in carded)
        raise CardsmithError(f"{request.paths[0]}: holds several documents; name one of {keys}")
    (one,) = carded
    read = (thing for path in wanted.files for thing in documents_of(path))
    document = next(
        thing
        for thing in read
        if isinstance(thing, Document) and thing.front.span == one.front.span
    )
    own = document.front.key
    corrections = overrides.load(project.overrides).get(own, NO_OVERRIDES)
    return Told(
        document=document,
        key=one.front.key,
        parts=tuple(parts(document, one, tuple(identify(one.notes, found.record)))),
        overrides=corrections,
        origins=_origins(document, project, corrections),
        corrections=project.overrides / f"{own}{overrides.SUFFIX}",
        most=project.settings.max_notes,
        faults=found.faults,
    )


def _origins(document: Document, project: Project, corrections: Overrides) -> Mapping[str, str]:
    """What the corrected notes of a document were made from."""
    limits = Limits(project.settings.max_notes, project.settings.min_score)
    made = make(document, limits) if corrections.changes else ()
    notes = {f"{each.kind}/{each.name}": each for each in made if isinstance(each, Note)}
    return {key: origin(note) for key, note in notes.items() if key in corrections.changes}


def _content(project: Project, wanted: _Wanted) -> tuple[Path, ...]:
    """All files of the project; somebody may ask for one where there is no project."""
    own = (project.content,) if project.content.exists() else ()
    return sources.find((*own, *wanted.files))


def _there(files: Iterable[Path], record: Record) -> frozenset[str]:
    """The recorded documents whose files are there, by the key that their file gives them."""
    stems = {path.stem for path in files}
    owns = {known.own for known in record.documents.values()}
    return frozenset(own for own in owns if stems & set(_stems(own)))


def _silent(stage: str, done: int, total: int) -> None:
    """Two files are no work to tell of."""


def _origin(told: Told, name: str) -> Origin:
    """A note of the document and its rivals."""
    keys = {f"{kept.note.kind}/{kept.note.name}": kept for kept in told.notes}
    kept = keys.get(name) or keys.get(fold(name))
    if kept is None:
        raise CardsmithError(f"{told.key} has no note {name!r}; {_instead(told, name, keys)}")
    beside = (each for each in told.rejections if each.span == kept.note.span)
    return Origin(told, kept, tuple(beside))


def _instead(told: Told, name: str, keys: Mapping[str, Kept]) -> str:
    for each in told.rejections:
        if f"{each.kind}/{each.text}" == name:
            return f"it was refused: {each.code}, {reason(each.code)} ({each.span})"
    near = get_close_matches(name, keys, 3, 0.4) or list(keys)[:3]
    found = " or ".join(f"{told.key}/{key}" for key in near)
    return f"did you mean {found}?" if found else "it has none at all"
