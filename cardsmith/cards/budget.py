"""The budget: the core of a document covers it, whatever is over goes to the full deck."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from cardsmith.cards.gate import OPEN
from cardsmith.markup import flat, fold, plain
from cardsmith.model import QA, Note, Tier

__all__ = ["Limits", "tiered"]

# rule R17
PER_SECTION: Final = 4
# points that a question loses for each better one that begins with the same words
DULL: Final = 8
WORDS: Final = 2
TERMS: Final = frozenset({"term", "acronym"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How many notes a document gives to the core deck, and the score that a note must have."""

    notes: int = 12
    score: int = 60


def tiered(notes: Iterable[Note], limits: Limits) -> Iterator[Note]:
    """The notes in their order, each marked core or extra.

    Core are, until the budget is spent: the open ones, the best note of each section, then by
    score; four of a section at most, one of a sentence, one with the same answer. Questions that
    begin alike give way to other notes, so that a deck does not ask "What can …?" all the time.
    """
    listed = tuple(notes)
    core = _chosen(listed, limits.notes)
    for note in listed:
        yield replace(note, tier=Tier.CORE if note.key in core else Tier.EXTRA)


def _chosen(notes: tuple[Note, ...], most: int) -> frozenset[str]:
    chosen: set[str] = set()
    sections = Counter[str]()
    sources: set[str] = set()
    answers: set[str] = set()
    for note in _ranked(notes):
        # paragraphs without a title are many sections, not one
        crowded = note.section and sections[note.section] >= PER_SECTION
        fits = len(chosen) < most and not crowded
        source = flat(note.source)
        # a comparison is told by two sentences
        told = any(source in each or each in source for each in sources)
        answer = _answer(note)
        fresh = answer not in answers and (not source or not told)
        if note.kind in OPEN or (fits and fresh):
            chosen.add(note.key)
            answers.update([answer] if answer else [])
            sections[note.section] += note.kind not in OPEN
            sources.update([source] if source else [])
    return frozenset(chosen)


def _answer(note: Note) -> str:
    """What a question asks for, "" for a note of another form."""
    open_ = note.kind in OPEN or not isinstance(note.body, QA)
    return "" if open_ or not isinstance(note.body, QA) else fold(plain(note.body.back))


def _ranked(notes: tuple[Note, ...]) -> list[Note]:
    """Open notes first, then each section's best, then the rest by score."""
    best: dict[str, str] = {}
    worth = _varied(notes)
    # a definition asks for the whole of its sentence, so it goes before a blank in it
    by_score = sorted(notes, key=lambda note: (note.kind not in TERMS, -worth[note.key], note.key))
    for note in by_score:
        if note.kind not in OPEN:
            best.setdefault(note.section, note.key)
    leading = set(best.values())
    return sorted(
        by_score,
        key=lambda note: (
            note.kind not in OPEN,
            note.kind not in TERMS and note.key not in leading,
            -worth[note.key],
        ),
    )


def _varied(notes: tuple[Note, ...]) -> dict[str, int]:
    """The scores by key, the less the more better questions of the document begin alike."""
    openings = Counter[str]()
    worth: dict[str, int] = {}
    for note in sorted(notes, key=lambda note: (-note.score, note.key)):
        opening = _opening(note)
        worth[note.key] = note.score - (DULL * openings[opening] if opening else 0)
        openings[opening] += 1
    return worth


def _opening(note: Note) -> str:
    """How a question begins, "" for what is none."""
    if note.kind in OPEN or not isinstance(note.body, QA):
        return ""
    return " ".join(plain(note.body.front).split()[:WORDS])
