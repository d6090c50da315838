"""From a document to its notes: every kind proposes, the gate refuses, the budget chooses."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from cardsmith.cards import acronym, cloze, explain, fact, overview, own, section, term
from cardsmith.cards.budget import Limits, tiered
from cardsmith.cards.gate import judged
from cardsmith.cards.study import Study, study
from cardsmith.model import Document, Note, Rejection

__all__ = ["KINDS", "Limits", "make"]

KINDS: Final[Mapping[str, Callable[[Study], Iterator[Note | Rejection]]]] = {
    "acronym": acronym.make,
    "cloze": cloze.make,
    "explain": explain.make,
    "fact": fact.make,
    "overview": overview.make,
    "own": own.make,
    "section": section.make,
    "term": term.make,
}
# kinds that put no English words around those of the document
ANY_LANGUAGE: Final = frozenset({"explain", "overview"})


def make(document: Document, limits: Limits) -> Iterator[Note | Rejection]:
    """The notes of a document, each core or extra, and every candidate that became none.

    Where its author wrote cards, these are its notes, and all of them core. A pure function of the
    document: no other document changes a note.
    """
    seen = study(document)
    if document.written:
        yield from own.make(seen)
        return
    yield from seen.rejected
    notes: dict[str, Note] = {}
    for kind, propose in KINDS.items():
        if not (seen.readable or kind in ANY_LANGUAGE):
            continue
        for thing in propose(seen):
            result = judged(thing, seen, limits.score) if isinstance(thing, Note) else thing
            if isinstance(result, Rejection):
                yield result
            elif result.key in notes:
                yield _double(result)
            else:
                shown = seen.images.get(result.section, ())
                notes[result.key] = replace(result, images=shown)
    yield from tiered(notes.values(), limits)


def _double(note: Note) -> Rejection:
    return Rejection(note.document, note.kind, "duplicate", note.name, note.span)
