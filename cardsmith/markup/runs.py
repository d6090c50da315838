"""Runs of text: their flat text, offsets into it, and the pieces between two offsets."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace

from cardsmith.model import (
    Block,
    Blocks,
    Code,
    CodeBlock,
    Entry,
    Formula,
    Hole,
    Image,
    Listing,
    Math,
    Paragraph,
    Run,
    Runs,
    Sentence,
    Table,
)

__all__ = [
    "carve",
    "cut",
    "flat",
    "fold",
    "images",
    "lines",
    "mapped",
    "marked",
    "plain",
    "sentences",
]


def flat(runs: Runs) -> str:
    """The text of runs without markup; every offset into a sentence counts in this string."""
    return "".join([run.text for run in runs])


def plain(blocks: Blocks) -> str:
    """The text of blocks without markup, a line for each paragraph, cell, entry or line of code."""
    return "\n".join(_lines(blocks))


def _lines(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(sentences=inner):
                yield " ".join(flat(sentence.runs) for sentence in inner)
            case CodeBlock(text=text) | Formula(text=text):
                yield text
            case Table(header=header, rows=rows):
                yield from (flat(cell) for row in (header, *rows) for cell in row)
            case Listing(entries=entries):
                for entry in entries:
                    if entry.label:
                        yield entry.label
                    yield from _lines(entry.blocks)


def sentences(blocks: Blocks) -> Iterator[Sentence]:
    """The sentences of blocks in reading order, those of list entries included."""
    for block in blocks:
        match block:
            case Paragraph(sentences=inner):
                yield from inner
            case Listing(entries=entries):
                for entry in entries:
                    yield from sentences(entry.blocks)
            case CodeBlock() | Formula() | Table():
                pass


def lines(blocks: Blocks) -> Iterator[Runs]:
    """All runs of blocks in reading order: sentences, and the cells of tables."""
    for block in blocks:
        match block:
            case Paragraph(sentences=inner):
                yield from (sentence.runs for sentence in inner)
            case Listing(entries=entries):
                yield from lines(tuple(inner for entry in entries for inner in entry.blocks))
            case Table(header=header, rows=rows):
                yield from (cell for row in (header, *rows) for cell in row)
            case CodeBlock() | Formula():
                pass


def mapped(blocks: Blocks, change: Callable[[Runs], Runs]) -> Blocks:
    """The blocks with every line of runs changed, sentences and cells alike."""
    return tuple([_mapped(block, change) for block in blocks])


def _mapped(block: Block, change: Callable[[Runs], Runs]) -> Block:
    match block:
        case Paragraph(sentences=inner):
            changed = [Sentence(change(each.runs), each.span) for each in inner]
            return Paragraph(tuple(changed), block.span)
        case Listing(entries=entries):
            within = [_changed(each, change) for each in entries]
            return Listing(tuple(within), block.marker, block.span)
        case Table(header=header, rows=rows):
            cells = tuple(tuple(change(cell) for cell in row) for row in rows)
            return Table(tuple(change(cell) for cell in header), cells, block.span)
        case CodeBlock() | Formula():
            return block


def _changed(entry: Entry, change: Callable[[Runs], Runs]) -> Entry:
    return Entry(entry.label, mapped(entry.blocks, change), entry.span, entry.number)


def images(blocks: Blocks) -> Iterator[tuple[Image, Sentence]]:
    """The pictures inside the sentences of blocks, each with the sentence that shows it."""
    for sentence in sentences(blocks):
        for run in sentence.runs:
            if isinstance(run, Image):
                yield run, sentence


def cut(runs: Runs, start: int, end: int) -> Runs:
    """The runs between two offsets of the flat text; a formula, code, picture or hole stays whole.

    An atomic run is kept when any of its characters lies between the offsets.
    """
    pieces: list[Run] = []
    at = 0
    for run in runs:
        length = len(run.text)
        low, high = max(start - at, 0), min(end - at, length)
        at += length
        if low >= high:
            continue
        if high - low == length or isinstance(run, Code | Math | Image | Hole):
            pieces.append(run)
        else:
            pieces.append(replace(run, text=run.text[low:high]))
    return tuple(pieces)


def carve(runs: Runs, start: int, end: int, term: str) -> Runs | None:
    """The runs with a hole between two offsets, or None where the hole would tear an atomic run.

    A hole holds no other hole and no picture, and a formula or code only as a whole.
    """
    inside = cut(runs, start, end)
    if flat(inside) != flat(runs)[start:end] or not inside:
        return None
    kept = tuple(run for run in inside if not isinstance(run, Hole | Image))
    if len(kept) != len(inside):
        return None
    return (*cut(runs, 0, start), Hole(kept, term), *cut(runs, end, len(flat(runs))))


def marked(runs: Runs) -> Iterator[tuple[int, int]]:
    """The stretches of runs that their author marked, as offsets into the flat text."""
    start = at = 0
    for run in runs:
        if isinstance(run, Hole | Image) or not run.marked:
            if start < at:
                yield start, at
            start = at + len(run.text)
        at += len(run.text)
    if start < at:
        yield start, at


def fold(text: str) -> str:
    """Text for comparing: NFKC, casefolded, white space as single spaces, none at the ends."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
