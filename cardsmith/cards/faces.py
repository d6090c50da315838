"""What a learner sees of a note: the front and the answer of each of its cards."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cardsmith.markup import flat, lines, mapped, plain
from cardsmith.model import QA, Blocks, Cloze, Hole, Note, Runs, Term, Text

__all__ = ["GAP", "Face", "blank", "faces", "holes"]

GAP: Final = "[…]"


@dataclass(frozen=True, slots=True)
class Face:
    """One card: everything on its front but the topic line, the topic line, the answer."""

    front: str
    context: str
    answer: str


def faces(note: Note) -> Iterator[Face]:
    """The cards of a note, one for each term that a cloze hides."""
    match note.body:
        case QA(front=front, back=back):
            yield Face(plain(front), note.context, plain(back))
        case Term(term=term, definition=meaning, ask=ask, name=name, reverse_context=context):
            yield Face(flat(ask), note.context, flat(meaning))
            yield Face(f"{flat(name)} {flat(meaning)}", context, flat(term))
        case Cloze(text=text):
            for hole in holes(text):
                yield Face(plain(blank(text, hole.term)), note.context, hole.text)


def holes(blocks: Blocks) -> tuple[Hole, ...]:
    """The first hole of each hidden term, in reading order."""
    found: dict[str, Hole] = {}
    for runs in lines(blocks):
        for run in runs:
            if isinstance(run, Hole):
                found.setdefault(run.term, run)
    return tuple(found.values())


def blank(blocks: Blocks, term: str) -> Blocks:
    """The text of a cloze as the card for ``term`` shows it: that term a gap, the others words."""

    def gapped(runs: Runs) -> Runs:
        return tuple(
            Text(GAP) if isinstance(run, Hole) and run.term == term else run for run in runs
        )

    return mapped(blocks, gapped)
