"""What a document holds, part by part in the order of its text, and where each part stands."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import NamedTuple

import plainly
from parsed import PATH

from cardsmith.diagnostics import Diagnostic
from cardsmith.markup import flat
from cardsmith.model import (
    Blocks,
    Code,
    CodeBlock,
    Document,
    Formula,
    Listing,
    Marker,
    Math,
    Paragraph,
    Runs,
    Section,
    Sentence,
    Span,
    Strong,
    Table,
)
from cardsmith.parser import parse

# What may stand between an entry and its text: "10. **".
WIDEST = 6


class Place(NamedTuple):
    """Where a part stands; ``kind`` says what must stand there, ``text`` how it goes on."""

    kind: str
    span: Span
    text: str


def documents(text: str | bytes) -> list[Document]:
    """The documents of a file that has no fault."""
    content = text if isinstance(text, bytes) else text.encode()
    found = list(parse(PATH, content))
    assert not [one for one in found if isinstance(one, Diagnostic)]
    return [one for one in found if isinstance(one, Document)]


def texts(document: Document) -> Iterator[str]:
    """The texts of all parts, each once."""
    answer = document.answer
    yield from block_texts(answer.intro)
    told: set[str] = set()
    for section in sorted((*answer.sections, *answer.skipped), key=lambda each: each.span):
        yield _untold(section.group, told)
        if not _is_run_in(section):
            yield section.title
        told.add(": ".join([*[name for name in (section.group,) if name], section.title]))
        yield from block_texts(section.blocks)
    yield answer.closing_title
    yield from block_texts(answer.closing)


def block_texts(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(sentences=sentences):
                yield from (flat(sentence.runs) for sentence in sentences)
            case CodeBlock(text=text, language=language):
                yield from (language, text)
            case Formula(text=text):
                yield text
            case Table(header=header, rows=rows):
                yield from (flat(cell) for row in (header, *rows) for cell in row)
            case Listing(entries=entries):
                for entry in entries:
                    yield entry.label
                    yield from block_texts(entry.blocks)


def formulas(document: Document) -> Iterator[str]:
    """The TeX of all formulas."""
    for block in _all_blocks(document):
        match block:
            case Formula(text=text):
                yield text
            case Paragraph() | Table():
                yield from (
                    run.text for runs in _lines((block,)) for run in runs if isinstance(run, Math)
                )
            case _:
                pass


def code(document: Document) -> Iterator[str]:
    """The text of all code."""
    for block in _all_blocks(document):
        if isinstance(block, CodeBlock):
            yield block.text
        else:
            yield from (
                run.text for runs in _lines((block,)) for run in runs if isinstance(run, Code)
            )


def words(document: Document) -> Iterator[str]:
    """The text of all runs that are neither code nor formulas."""
    for runs in _lines(tuple(_all_blocks(document))):
        yield from (run.text for run in runs if not isinstance(run, Code | Math))


def places(document: Document) -> Iterator[Place]:
    """Where everything stands that has a place."""
    answer = document.answer
    yield Place("question", document.front.span, document.front.question)
    yield from _places(answer.intro)
    for section in (*answer.sections, *answer.skipped):
        text = _first(section.blocks) if _is_run_in(section) else section.title
        yield Place("section", section.span, text or _first(section.blocks))
        yield from _places(section.blocks)
    yield from _places(answer.closing)


def unplaced(value: object) -> object:
    """A document, or a part of one, without its places: for comparing."""
    if isinstance(value, Span):
        return None
    if isinstance(value, tuple):
        return tuple([unplaced(each) for each in value])
    if is_dataclass(value):
        inner = [unplaced(getattr(value, each.name)) for each in fields(value)]
        return (type(value).__name__, *inner)
    return value


def _untold(group: str, told: set[str]) -> str:
    """What of the titles over a section was not told yet; it is from now on."""
    known = max(
        (name for name in told if f"{group}: ".startswith(f"{name}: ")), key=len, default=""
    )
    names = group.split(": ")
    told.update(": ".join(names[: count + 1]) for count in range(len(names)))
    return group[len(known) :]


def _is_run_in(section: Section) -> bool:
    """Whether the title is bold words of the first sentence, which stand near its beginning."""
    first = section.blocks[0] if section.blocks else None
    if not isinstance(first, Paragraph) or not section.title:
        return False
    runs, span, own = first.sentences[0].runs, first.span, section.span
    is_near = span.line == own.line and span.column - own.column <= WIDEST
    title = plainly.letters(section.title)
    is_bold = any(isinstance(run, Strong) for run in runs[:2])
    return is_near and is_bold and title in plainly.letters(flat(runs))


def _places(blocks: Blocks) -> Iterator[Place]:
    for block in blocks:
        match block:
            case Paragraph(sentences=sentences, span=span):
                yield Place("paragraph", span, flat(sentences[0].runs))
                yield from (_of_sentence(sentence) for sentence in sentences)
            case CodeBlock(text=text, span=span):
                yield Place("code", span, text)
            case Formula(text=text, span=span):
                yield Place("formula", span, text)
            case Table(span=span):
                yield Place("table", span, _first((block,)))
            case Listing(entries=entries, marker=marker, span=span):
                kind = "number" if marker is Marker.NUMBER else "bullet"
                yield Place(kind, span, "")
                for entry in entries:
                    yield Place(kind, entry.span, entry.label or _first(entry.blocks))
                    yield from _places(entry.blocks)


def _of_sentence(sentence: Sentence) -> Place:
    return Place("sentence", sentence.span, flat(sentence.runs))


def _first(blocks: Blocks) -> str:
    return next((text for text in block_texts(blocks) if text), "")


def _all_blocks(document: Document) -> Iterator[Paragraph | CodeBlock | Formula | Table]:
    answer = document.answer
    inner = [each.blocks for each in (*answer.sections, *answer.skipped)]
    for blocks in (answer.intro, *inner, answer.closing):
        yield from _leaves(blocks)


def _leaves(blocks: Blocks) -> Iterator[Paragraph | CodeBlock | Formula | Table]:
    for block in blocks:
        if isinstance(block, Listing):
            for entry in block.entries:
                yield from _leaves(entry.blocks)
        else:
            yield block


def _lines(blocks: Blocks) -> Iterator[Runs]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (sentence.runs for sentence in block.sentences)
        elif isinstance(block, Table):
            yield from (cell for row in (block.header, *block.rows) for cell in row)
