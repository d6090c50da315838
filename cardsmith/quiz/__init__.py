"""From notes to quiz questions, and from questions to a sheet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from cardsmith.markup import flat
from cardsmith.model import Document, Item, Kept, Rejection, Sheet
from cardsmith.quiz import bank, choice, short, true_false
from cardsmith.quiz.drafts import Draft, Kind
from cardsmith.quiz.gate import fault
from cardsmith.quiz.material import material
from cardsmith.quiz.sheet import Recipe, drawn

__all__ = ["KINDS", "Kind", "Recipe", "draw", "items"]

KINDS: Final[Mapping[str, Kind]] = {
    "bank": Kind(
        propose=bank.propose,
        letter="B",
        heading="Fill in the blanks",
        instructions="Use each word once; some are left over.",
        points=1,
        place=3,
        share=6,
    ),
    "choice": Kind(
        propose=choice.propose,
        letter="C",
        heading="Multiple choice",
        instructions="Fill in the circle of the one right answer.",
        points=1,
        place=1,
        share=6,
    ),
    "short": Kind(
        propose=short.propose,
        letter="S",
        heading="Short answer",
        instructions="Answer in your own words.",
        points=2,
        place=4,
        share=4,
    ),
    "true-false": Kind(
        propose=true_false.propose,
        letter="T",
        heading="True or false",
        instructions="Fill in T or F.",
        points=1,
        place=2,
        share=4,
    ),
}

_ID: Final = 5


def items(document: Document, notes: Sequence[Kept]) -> Iterator[Item | Rejection]:
    """The questions of a document, and every candidate that became none.

    ``notes`` are the notes of this document. A note gives one question of each kind at most.
    """
    seen = material(document, notes)
    for name, kind in KINDS.items():
        asked: set[str] = set()
        for thing in kind.propose(seen):
            result = _judged(thing, name, document) if isinstance(thing, Draft) else thing
            if isinstance(result, Rejection):
                yield result
            elif result.note not in asked:
                asked.add(result.note)
                yield result


def _judged(draft: Draft, name: str, document: Document) -> Item | Rejection:
    kind, note = KINDS[name], draft.kept.note
    if code := fault(draft):
        return Rejection(note.document, name, code, flat(draft.source), note.span)
    return Item(
        id=draft.kept.guid[:_ID].upper() + kind.letter,
        kind=name,
        body=draft.body,
        points=draft.points or kind.points,
        note=note.key,
        front=document.front,
        source=draft.source,
        span=note.span,
    )


def draw(pool: Iterable[Item], recipe: Recipe) -> Sheet:
    """The questions of one sheet, in all its versions.

    Raises:
        CardsmithError: no question to draw, or a part of an unknown kind.
    """
    return drawn(pool, recipe, KINDS)
