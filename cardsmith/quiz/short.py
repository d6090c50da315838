"""A question to be answered in own words; the back of its note is the model answer."""

from collections.abc import Iterator
from typing import Final

from cardsmith.grammar import count
from cardsmith.markup import flat, fold
from cardsmith.model import (
    QA,
    Blocks,
    Cloze,
    Code,
    CodeBlock,
    Formula,
    Listing,
    Math,
    Note,
    Paragraph,
    Runs,
    Short,
    Strong,
    Table,
    Term,
    Text,
)
from cardsmith.quiz.drafts import Draft, Proposals
from cardsmith.quiz.material import Material
from cardsmith.quiz.stems import asked, in_context

__all__ = ["propose"]

# An answer of fewer words is a name, worth one point.
_SENTENCE: Final = 6


def propose(material: Material) -> Proposals:
    """One draft for each note that is no gap, those aside that ask for the name of a section."""
    titles = {fold(section.title) for section in material.document.answer.sections}
    for kept in material.notes:
        body = _short(kept.note)
        if body is None or _answer(body) in titles:
            continue
        points = 1 if count(_answer(body)) < _SENTENCE else 0
        yield Draft(kept, body, kept.note.source, material.passage(kept.note), points)


def _answer(body: Short) -> str:
    return fold(" ".join(flat(line) for line in body.answer))


def _short(note: Note) -> Short | None:
    match note.body:
        case QA(front=front, back=back):
            return Short(in_context(asked(front), note.context), tuple(_lines(back)))
        case Term(ask=ask, definition=definition):
            return Short(in_context(ask, note.context), (definition,))
        case Cloze():
            return None


def _lines(blocks: Blocks) -> Iterator[Runs]:
    """A back as lines: one for each sentence, entry, row, formula or block of code."""
    for block in blocks:
        match block:
            case Paragraph(sentences=inner):
                yield from (sentence.runs for sentence in inner)
            case Listing(entries=entries):
                for entry in entries:
                    yield from _entry(entry.label, tuple(_lines(entry.blocks)))
            case Table(rows=rows):
                yield from (_row(row) for row in rows)
            case Formula(text=text):
                yield (Math(text),)
            case CodeBlock(text=text):
                yield (Code(text),)


def _entry(label: str, lines: tuple[Runs, ...]) -> Iterator[Runs]:
    if not label:
        yield from lines
        return
    first = (Text(": "), *lines[0]) if lines else ()
    yield (Strong(label), *first)
    yield from lines[1:]


def _row(cells: tuple[Runs, ...]) -> Runs:
    joined: list[Runs] = []
    for cell in cells:
        joined += [(Text(" · "),), cell] if joined else [cell]
    return tuple(run for runs in joined for run in runs)
