"""The documents of one build as one collection: twins are one document, every key is unique."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from cardsmith.build.work import Carded
from cardsmith.diagnostics import Diagnostic, Severity
from cardsmith.ledger import Record, Source, aliases
from cardsmith.markup import fold
from cardsmith.model import Front, Note, Span

__all__ = ["named", "source", "unified"]


def source(document: Carded) -> Source:
    """A document as the ledger sees it."""
    return Source(document.front, document.answer, document.corrections)


def unified(documents: Iterable[Carded], record: Record) -> Iterator[Carded | Diagnostic]:
    """Each document once: the same text under one file name in two folders is one document.

    Different documents of one file name keep apart: one keeps the name (the recorded one, else
    the first by question and path), the others get a longer key and a warning.
    """
    groups: dict[str, list[Carded]] = {}
    for document in documents:
        groups.setdefault(document.front.key, []).append(document)
    for key, group in groups.items():
        merged = [_merged(twins, record) for twins in _twins(group)]
        if len(merged) == 1:
            yield merged[0]
        else:
            yield from _apart(key, merged, record)


def _twins(group: Sequence[Carded]) -> Iterable[Sequence[Carded]]:
    same: dict[tuple[str, str], list[Carded]] = {}
    for document in group:
        same.setdefault((fold(document.front.question), document.answer), []).append(document)
    return same.values()


def _merged(twins: Sequence[Carded], record: Record) -> Carded:
    """One document for all: the recorded one, else the first by path, with every subject."""

    def rank(document: Carded) -> tuple[bool, Span]:
        known = record.documents.get(document.front.key)
        recorded = known is not None and source(document).traits[1] == known.text
        return (not recorded, document.front.span)

    subjects = dict.fromkeys(
        subject
        for document in sorted(twins, key=lambda each: each.front.span)
        for subject in document.front.subjects
    )
    chosen = min(twins, key=rank)
    return replace(chosen, front=replace(chosen.front, subjects=tuple(subjects)))


def _apart(key: str, documents: list[Carded], record: Record) -> Iterator[Carded | Diagnostic]:
    known = record.documents.get(key)

    def rank(document: Carded) -> tuple[bool, str, str, object]:
        recorded = known is not None and source(document).traits[0] == known.question
        front = document.front
        return (not recorded, fold(front.question), front.id, front.span)

    first, *others = sorted(documents, key=rank)
    yield first
    taken = {key}
    for document in others:
        own = next(each for each in _longer(key, document.front) if each not in taken)
        taken.add(own)
        yield renamed(document, own)
        yield Diagnostic(
            document.front.span,
            "same-name",
            f"another document has this file name ({first.front.span.path}); rename one of them",
            Severity.WARNING,
        )


def _longer(key: str, front: Front) -> Iterator[str]:
    """Keys for a document whose file name is taken: by question and id, else by its place too."""
    traits = f"{fold(front.question)}\0{front.id}"
    for told in (traits, f"{traits}\0{front.span.path}"):
        yield f"{key}~{blake2b(told.encode(), digest_size=3).hexdigest()}"


def named(
    documents: Sequence[Carded], record: Record, unread: frozenset[str]
) -> tuple[tuple[Carded, ...], Mapping[str, str]]:
    """The documents under their recorded keys, and the keys that were changed for it."""
    changed = aliases((source(document) for document in documents), record, unread)
    found = (
        renamed(document, changed[document.front.key])
        if document.front.key in changed
        else document
        for document in documents
    )
    return tuple(found), changed


def renamed(document: Carded, key: str) -> Carded:
    """The document under another key, its notes too."""
    old = document.front.key

    def moved(note: Note) -> Note:
        return replace(note, document=key)

    return replace(
        document,
        front=replace(document.front, key=key),
        notes=tuple(moved(note) for note in document.notes),
        rejections=tuple(replace(each, document=key) for each in document.rejections),
        settled=frozenset(f"{key}{name[len(old) :]}" for name in document.settled),
    )
