"""What a learner sees of a note: the front and the answer of each of its cards."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from cardsmith.markup import flat, lines, mapped, plain
from cardsmith.model import (
    QA,
    Block,
    Blocks,
    Cloze,
    Code,
    CodeBlock,
    Formula,
    Hole,
    Listing,
    Math,
    Note,
    Runs,
    Term,
    Text,
)

__all__ = ["GAP", "Face", "blank", "faces", "holes"]

GAP: Final = "[…]"


@dataclass(frozen=True, slots=True)
class Face:
    """One card: everything on its front but the topic line, the topic line, the answer.

    ``said`` are the words of the front, ``secret`` those of the answer: a formula is none, and
    what stands in a block of code neither. Code that is asked for is not told by other code, and
    the label of an answer's entry only says which part of the question it answers.
    """

    front: str
    context: str
    answer: str
    said: str
    secret: str


def faces(note: Note) -> Iterator[Face]:
    """The cards of a note, one for each term that a cloze hides."""
    match note.body:
        case QA(front=front, back=back):
            said = _words(mapped(front, _uncoded) if _is_code(back) else front)
            yield Face(plain(front), note.context, plain(back), said, _words(_unlabelled(back)))
        case Term(term=term, definition=meaning, ask=ask, name=name, reverse_context=context):
            told, asked = _prose(meaning), f"{flat(name)} {flat(meaning)}"
            yield Face(flat(ask), note.context, flat(meaning), _prose(ask), told)
            yield Face(asked, context, flat(term), f"{_prose(name)} {told}", _prose(term))
        case Cloze(text=text):
            for hole in holes(text):
                shown = blank(text, hole.term)
                yield Face(plain(shown), note.context, hole.text, _words(shown), _prose(hole.runs))


def _words(blocks: Blocks) -> str:
    """What the words of blocks say."""
    spoken = tuple([block for block in blocks if not isinstance(block, CodeBlock | Formula)])
    return plain(mapped(spoken, _spoken))


def _spoken(runs: Runs) -> Runs:
    return tuple([Text(" ") if isinstance(run, Math) else run for run in runs])


def _unlabelled(blocks: Blocks) -> Blocks:
    return tuple([_without_labels(block) for block in blocks])


def _without_labels(block: Block) -> Block:
    if not isinstance(block, Listing):
        return block
    return replace(block, entries=tuple([replace(each, label="") for each in block.entries]))


def _is_code(blocks: Blocks) -> bool:
    """Whether blocks hold code inside lines and nothing else."""
    found = [run for runs in lines(blocks) for run in runs]
    return bool(found) and all(isinstance(run, Code) for run in found)


def _uncoded(runs: Runs) -> Runs:
    return tuple([Text(" ") if isinstance(run, Code) else run for run in runs])


def _prose(runs: Runs) -> str:
    return flat(_spoken(runs))


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
