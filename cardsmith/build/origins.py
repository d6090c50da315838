"""What became of a document, part by part: its notes, and what was refused beside them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cardsmith.build.work import Carded
from cardsmith.cards.budget import PER_SECTION
from cardsmith.cards.editing.corrections import origin
from cardsmith.cards.editing.overrides import Overrides
from cardsmith.cards.gate import OPEN
from cardsmith.diagnostics import Diagnostic
from cardsmith.markup import sentences
from cardsmith.model import Document, Kept, Note, Rejection, Section, Sentence, Span, Tier

__all__ = ["Origin", "Part", "Told", "parts", "tier_reason"]

# parts that are no section
_WHOLE: Final = -2
_ADDED: Final = -3


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an answer, or what people added to it; what was made of it and what was not.

    ``silent`` are the sentences in which nothing was found to ask.
    """

    name: str
    span: Span
    notes: tuple[Kept, ...]
    rejections: tuple[Rejection, ...]
    silent: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A document with all that became of it.

    ``corrections`` is the file for its corrections, there or not, ``most`` how many notes are core.
    ``origins`` are what corrected notes were made from, by kind and name.
    """

    document: Document
    key: str
    parts: tuple[Part, ...]
    overrides: Overrides
    origins: Mapping[str, str]
    corrections: Path
    most: int
    faults: tuple[Diagnostic, ...]

    @property
    def notes(self) -> tuple[Kept, ...]:
        """All notes, in the order of the parts."""
        return tuple(kept for part in self.parts for kept in part.notes)

    def origin(self, note: Note) -> str:
        """What a note was made from, whatever it says now."""
        return self.origins.get(f"{note.kind}/{note.name}") or origin(note)

    @property
    def rejections(self) -> tuple[Rejection, ...]:
        """All rejections, in the order of the parts."""
        return tuple(each for part in self.parts for each in part.rejections)


@dataclass(frozen=True, slots=True)
class Origin:
    """A note of a document, and what was refused from the same sentence."""

    told: Told
    kept: Kept
    beside: tuple[Rejection, ...]

    @property
    def siblings(self) -> tuple[Note, ...]:
        """The other notes from the same sentence."""
        own = self.kept.note
        notes = (kept.note for kept in self.told.notes)
        return tuple(note for note in notes if note.span == own.span and note.key != own.key)


def parts(document: Document, one: Carded, kept: Sequence[Kept]) -> Iterator[Part]:
    """The parts of an answer: the whole, its beginning, its sections, what people added."""
    sections = document.answer.sections
    starts = [section.span for section in sections]
    here = document.front.span

    def place(span: Span, kind: str) -> int:
        if kind in OPEN:
            return _WHOLE
        return bisect_right(starts, span) - 1 if span.path == here.path else _ADDED

    names = {_WHOLE: "the whole answer", -1: "the beginning", _ADDED: "added by corrections"}
    names |= {number: _name(section) for number, section in enumerate(sections)}
    texts = {-1: document.answer.intro} | {n: each.blocks for n, each in enumerate(sections)}
    asked = {each.note.span for each in kept} | {each.span for each in one.rejections}
    for at in (_WHOLE, -1, *range(len(sections)), _ADDED):
        notes = [each for each in kept if place(each.note.span, each.note.kind) == at]
        refused = [each for each in one.rejections if place(each.span, each.kind) == at]
        silent = [each for each in sentences(texts.get(at, ())) if each.span not in asked]
        if notes or refused or silent or at >= 0:
            yield Part(
                name=names[at],
                span=starts[at] if at >= 0 else here,
                notes=tuple(sorted(notes, key=lambda each: each.note.span)),
                rejections=tuple(sorted(refused, key=lambda each: each.span)),
                silent=tuple(silent),
            )


def _name(section: Section) -> str:
    return f"section “{section.title}”" if section.title else "a paragraph without a title"


def tier_reason(told: Told, note: Note) -> str:
    """Why a note is in the core of its document, or over it."""
    name = f"{note.kind}/{note.name}"
    notes = [kept.note for kept in told.notes]
    core = [each for each in notes if each.tier is Tier.CORE and each.key != note.key]
    if name in told.overrides.tiers:
        return "as its correction says"
    if told.document.written:
        return "its author wrote it"
    if note.tier is Tier.CORE:
        return f"one of the {len(core) + 1} notes that cover the document best"
    rivals = [each for each in core if note.source and each.source == note.source]
    if rivals:
        return f"its sentence is asked by {rivals[0].kind}/{rivals[0].name}"
    crowd = sum(each.section == note.section and each.kind not in OPEN for each in core)
    if note.section and crowd >= PER_SECTION:
        return f"its section has {crowd} notes in the core"
    return f"the core is full ({told.most}), with notes that cover more or have a better score"
