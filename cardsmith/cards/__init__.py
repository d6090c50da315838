"""From a document to its notes: every kind proposes, the gate refuses, the budget chooses."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from cardsmith.cards.budget import Limits, tiered
from cardsmith.cards.editing.corrections import Proposed, corrected
from cardsmith.cards.editing.overrides import NO_OVERRIDES, Overrides
from cardsmith.cards.gate import OPEN, judged
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
# points that the only note of a titled part may lack
SPARE: Final = 18
# kinds that put no English words around those of the document
ANY_LANGUAGE: Final = frozenset({"explain", "overview"})


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
    passed: dict[str, Note] = {}
    for kind, propose in KINDS.items():
        if not (seen.readable or kind in ANY_LANGUAGE):
            continue
        for thing in propose(seen):
            least = limits.score - SPARE
            result = judged(thing, seen, least) if isinstance(thing, Note) else thing
            if isinstance(result, Rejection):
                yield result
            elif result.key in passed:
                yield _refused(result, "duplicate")
            else:
                shown = seen.images.get(result.section, ())
                passed[result.key] = replace(result, images=shown)
    yield from _spared(passed.values(), limits.score)


def _spared(notes: Iterable[Note], least: int) -> Iterator[Note | Rejection]:
    """The notes, and for a titled part that has none the best one of nearly the score it takes."""
    listed = tuple(notes)
    covered = {note.section for note in listed if note.score >= least and note.kind not in OPEN}
    spared = set[str]()
    for note in sorted(listed, key=lambda note: (-note.score, note.key)):
        if note.score < least and note.section and note.section not in covered:
            covered.add(note.section)
            spared.add(note.key)
    for note in listed:
        fits = note.score >= least or note.key in spared
        yield note if fits else _refused(note, "low-score")


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


def _refused(note: Note, code: str) -> Rejection:
    return Rejection(note.document, note.kind, code, note.name, note.span)
