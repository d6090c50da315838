"""A document for people to look at: what the parser understood, as a tree with places."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, groupby
from operator import attrgetter
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from cardsmith.model import (
    Answer,
    Block,
    Blocks,
    CodeBlock,
    Document,
    Entry,
    Formula,
    Front,
    Gapped,
    Listing,
    Marker,
    Pair,
    Paragraph,
    Section,
    Sentence,
    Span,
    Table,
    Written,
)
from cardsmith.parser.showing_runs import shown, visible

__all__ = ["Under", "nothing", "tree"]

# lines that stand under a sentence
Under: TypeAlias = Callable[[Sentence], Iterable[str]]

_LISTS: Final = {Marker.BULLET: "list with bullets", Marker.NUMBER: "list with numbers"}
_NO_FACTS: Final[Mapping[str, str]] = MappingProxyType({})


class _Row(NamedTuple):
    """A line of the tree: how deep it stands, and where its part starts in the file."""

    text: str
    span: Span | None = None
    depth: int = 0


def nothing(_: Sentence) -> tuple[str, ...]:
    """No line under a sentence."""
    return ()


def tree(
    document: Document, facts: Mapping[str, str] = _NO_FACTS, under: Under = nothing
) -> Iterator[str]:
    """The question, what the document says about itself, then its parts, a sentence a line.

    A part is led by its line and column. "¶" begins a paragraph, "|" a line of code or of a
    formula. ``facts`` are told after those of the document, ``under`` gives lines for a sentence.
    """
    front = document.front
    yield f"{visible(str(front.span))} {visible(front.question)}"
    told = {**_facts(front), **facts}
    yield from (f"  {name:10}{visible(value)}" for name, value in told.items() if value)
    yield ""
    rows = tuple(_document(document, under))
    width = max((len(_place(row)) for row in rows), default=0) + 2
    yield from (f"  {_place(row):{width}}{'  ' * row.depth}{row.text}" for row in rows)


def _facts(front: Front) -> dict[str, str]:
    return {
        "key": front.key,
        "id": front.id,
        "date": front.date,
        "subjects": "; ".join(front.subjects),
        "keywords": "; ".join(front.keywords),
        "related": "; ".join(front.related),
        "url": front.url,
    }


def _place(row: _Row) -> str:
    return f"{row.span.line}:{row.span.column}" if row.span else ""


def _document(document: Document, under: Under) -> Iterator[_Row]:
    yield from _answer(document.answer, under)
    if document.written:
        yield _Row(f"cards written by the author: {len(document.written)}")
        for card in document.written:
            yield from _deeper(_written(card))


def _answer(answer: Answer, under: Under) -> Iterator[_Row]:
    if answer.intro:
        yield _Row("intro")
        yield from _blocks(answer.intro, under)
    yield from _sections("section", answer.sections, under)
    if answer.closing or answer.closing_title:
        yield _Row(f"closing{_titled(answer.closing_title)}")
        yield from _blocks(answer.closing, under)
    yield from _sections("skipped section", answer.skipped, under)


def _sections(name: str, sections: Iterable[Section], under: Under) -> Iterator[_Row]:
    """The sections, those of a group one step deeper under its title."""
    for group, inner in groupby(sections, key=attrgetter("group")):
        rows = chain.from_iterable(_section(name, section, under) for section in inner)
        if group:
            yield _Row(f"under{_titled(group)}")
        yield from _deeper(rows) if group else rows


def _section(name: str, section: Section, under: Under) -> Iterator[_Row]:
    yield _Row(f"{name} {section.number}{_titled(section.title)} ({section.nature})", section.span)
    yield from _blocks(section.blocks, under)


def _titled(title: str) -> str:
    return f' "{visible(title)}"' if title else ""


def _written(card: Written) -> Iterator[_Row]:
    match card:
        case Pair(question=question, answer=answer):
            yield _Row(f"question and answer{_titled(card.title)}", card.span)
            yield _Row("question", None, 1)
            yield from _deeper(_blocks(question, nothing))
            yield _Row("answer", None, 1)
            yield from _deeper(_blocks(answer, nothing))
        case Gapped(text=text):
            yield _Row(f"text with gaps{_titled(card.title)}", card.span)
            yield from _blocks(text, nothing)


def _blocks(blocks: Blocks, under: Under) -> Iterator[_Row]:
    for block in blocks:
        yield from _deeper(_block(block, under))


def _deeper(rows: Iterable[_Row]) -> Iterator[_Row]:
    yield from (row._replace(depth=row.depth + 1) for row in rows)


def _block(block: Block, under: Under) -> Iterator[_Row]:
    match block:
        case Paragraph():
            yield from _paragraph(block, under)
        case CodeBlock(text=text, language=language):
            yield _Row(f"code in {visible(language)}" if language else "code", block.span)
            yield from _verbatim(text)
        case Formula(text=text):
            yield _Row("formula", block.span)
            yield from _verbatim(text)
        case Table():
            yield from _table(block)
        case Listing(entries=entries, marker=marker):
            yield _Row(_LISTS[marker], block.span)
            for entry in entries:
                yield from _deeper(_entry(entry, under))


def _paragraph(paragraph: Paragraph, under: Under) -> Iterator[_Row]:
    sign = "¶"
    for sentence in paragraph.sentences:
        yield _Row(f"{sign} {shown(sentence.runs)}", sentence.span)
        yield from (_Row(visible(line), None, 2) for line in under(sentence))
        sign = " "


def _verbatim(text: str) -> Iterator[_Row]:
    for line in text.split("\n"):
        yield _Row(f"| {visible(line)}" if line else "|", None, 1)


def _table(table: Table) -> Iterator[_Row]:
    """The rows of a table, each cell in brackets, so that empty ones are seen."""
    yield _Row("table", table.span)
    for name, row in (("head", table.header), *(("row ", row) for row in table.rows)):
        cells = " ".join(f"[{shown(cell)}]" for cell in row)
        yield _Row(f"{name} {cells}", None, 1)


def _entry(entry: Entry, under: Under) -> Iterator[_Row]:
    """The entry's sign, and beside it the label, or else the first row of what stands there."""
    rows = chain.from_iterable(_block(block, under) for block in entry.blocks)
    sign = f"{entry.number}." if entry.number else "*"
    first = None if entry.label else next(rows, None)
    told = first or _Row(f"label{_titled(entry.label)}" if entry.label else "", entry.span)
    yield told._replace(text=f"{sign:4}{told.text}".rstrip())
    yield from _deeper(_deeper(rows))
