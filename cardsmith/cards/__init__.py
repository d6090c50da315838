"""From a document to its notes: every kind proposes, the gate refuses, the budget chooses."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from cardsmith.cards import (
    acronym,
    case,
    cloze,
    code,
    contrast,
    effect,
    explain,
    fact,
    formula,
    meaning,
    overview,
    own,
    section,
    steps,
    table,
    term,
)
from cardsmith.cards.abroad import asked, gloss, parts, short, signs
from cardsmith.cards.abroad import cloze as cloze_abroad
from cardsmith.cards.budget import Limits, tiered
from cardsmith.cards.editing.corrections import Proposed, corrected
from cardsmith.cards.editing.overrides import NO_OVERRIDES, Overrides
from cardsmith.cards.gate import judged
from cardsmith.cards.study import Study, study
from cardsmith.diagnostics import Diagnostic
from cardsmith.model import Document, Note, Rejection

__all__ = ["KINDS", "Limits", "make", "make_corrected"]

KINDS: Final[Mapping[str, Callable[[Study], Iterator[Note | Rejection]]]] = {
    "acronym": acronym.make,
    "case": case.make,
    "cloze": cloze.make,
    "code": code.make,
    "contrast": contrast.make,
    "effect": effect.make,
    "explain": explain.make,
    "fact": fact.make,
    "formula": formula.make,
    "meaning": meaning.make,
    "overview": overview.make,
    "own": own.make,
    "section": section.make,
    "steps": steps.make,
    "table": table.make,
    "term": term.make,
}
# kinds for languages that are not read, none of which puts English words on a card
ABROAD: Final[Mapping[str, Callable[[Study], Iterator[Note | Rejection]]]] = {
    "acronym": short.make,
    "cloze": cloze_abroad.make,
    "explain": asked.make,
    "formula": signs.make,
    "overview": parts.make,
    "table": table.make,
    "term": gloss.make,
}


def make(document: Document, limits: Limits) -> Iterator[Note | Rejection]:
    """The notes of a document, each core or extra, and every candidate that became none.

    Where its author wrote cards, these are its notes, and all of them core. A pure function of the
    document: no other document changes a note.
    """
    for thing in make_corrected(document, limits, NO_OVERRIDES):
        if not isinstance(thing, Diagnostic):
            yield thing


def make_corrected(
    document: Document, limits: Limits, overrides: Overrides
) -> Iterator[Note | Rejection | Diagnostic]:
    """The same with what people corrected in single notes, and what is wrong in corrections."""
    notes: list[Note] = []
    rejections: list[Rejection] = []
    for result in _proposed(study(document), limits):
        if isinstance(result, Note):
            notes.append(result)
        else:
            rejections.append(result)
            yield result
    kept: list[Note] = []
    for thing in corrected(Proposed(document, notes, rejections), overrides):
        if isinstance(thing, Note):
            kept.append(thing)
        else:
            yield thing
    yield from _tiered(kept, limits, overrides, document)


def _proposed(seen: Study, limits: Limits) -> Iterator[Note | Rejection]:
    """The notes that pass the gate, each key once, and every candidate that became none."""
    if seen.document.written:
        yield from own.make(seen)
        return
    yield from seen.rejected
    keys: set[str] = set()
    for propose in (KINDS if seen.readable else ABROAD).values():
        for thing in propose(seen):
            result = judged(thing, seen, limits.score) if isinstance(thing, Note) else thing
            if isinstance(result, Rejection):
                yield result
            elif result.key in keys:
                yield _double(result)
            else:
                keys.add(result.key)
                yield replace(result, images=seen.images.get(result.section, ()))


def _tiered(
    notes: Sequence[Note], limits: Limits, overrides: Overrides, document: Document
) -> Iterator[Note]:
    """The notes in their order, each with the tier that people gave it, or that the budget gives.

    A pinned note takes room in the budget, an added one does not: it pushes nothing out.
    """
    said = {f"{document.front.key}/{name}": tier for name, tier in overrides.tiers.items()}
    free = [note for note in notes if note.key not in said]
    pinned = sum(f"{note.kind}/{note.name}" in overrides.pinned for note in notes)
    room = replace(limits, notes=max(limits.notes - pinned, 0))
    # cards that authors wrote are theirs to count
    given = free if document.written else tiered(free, room)
    tiers = {note.key: note.tier for note in given} | said
    for note in notes:
        yield replace(note, tier=tiers[note.key])


def _double(note: Note) -> Rejection:
    return Rejection(note.document, note.kind, "duplicate", note.name, note.span)
