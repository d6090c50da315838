"""Markdown tokens into headings and blocks, each with its place in the file."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final, NamedTuple, TypeAlias

from markdown_it.token import Token

from cardsmith.model import (
    Block,
    Blocks,
    CodeBlock,
    Entry,
    Formula,
    Listing,
    Marker,
    Paragraph,
    Runs,
    Span,
    Strong,
    Table,
)
from cardsmith.parser import labels
from cardsmith.parser.inline import Kind, Piece, Reader
from cardsmith.parser.markdown import Parsed
from cardsmith.parser.places import Places
from cardsmith.parser.sentences import sentences

__all__ = ["BOLD_LINE", "Heading", "Lead", "Part", "parts"]


BOLD_LINE: Final = 7


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` is 1 to 6, or ``BOLD_LINE`` for a line in bold that stands alone."""

    level: int
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Lead:
    """A paragraph that begins with a bold title: as a whole, and what comes after the title."""

    title: str
    whole: Blocks
    rest: Blocks
    span: Span


class _Item(NamedTuple):
    """An entry of a list, and what it begins with as a paragraph where that is its label alone."""

    entry: Entry
    whole: Blocks


_TITLE: Final = 100

Part: TypeAlias = Heading | Lead | Block


def parts(parsed: Parsed, places: Places, folder: str) -> tuple[Part, ...]:
    """The headings and blocks of an answer, in order; pictures are looked for from ``folder``."""
    return tuple(_Builder(parsed, places, folder).top())


class _Builder:
    """Walks the tokens once, front to back."""

    def __init__(self, parsed: Parsed, places: Places, folder: str) -> None:
        self._text = parsed.text
        self._tokens = parsed.tokens
        self._reader = Reader(parsed, folder)
        self._places = places
        self._at = 0
        lines = parsed.text.split("\n")
        self._starts = (0, *accumulate([len(line) + 1 for line in lines]))

    def top(self) -> Iterator[Part]:
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.type == "heading_open":
                yield from self._heading(token)
            elif token.type == "paragraph_open":
                yield from self._lead()
            else:
                yield from self._block()

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _line(self, number: int) -> Span:
        """The place of the first character of a line."""
        start, end = self._starts[number], self._starts[number + 1] - 1
        while start < end and self._text[start] in " \t>":
            start += 1
        return self._places.span(start)

    def _heading(self, token: Token) -> Iterator[Part]:
        pieces, place = self._inline()
        title = labels.told(pieces)
        if token.markup == "-" and (len(title) > _TITLE or title.endswith((".", ":"))):
            # a rule under a paragraph, not a heading
            yield from self._paragraph(pieces, place)
        elif title:
            yield Heading(int(token.tag[1]), title, place(pieces[0].at))

    def _lead(self) -> Iterator[Part]:
        pieces, place = self._inline()
        label = labels.split(pieces)
        rest = tuple(self._paragraph(label.rest, place))
        if not label.text:
            yield from rest
        elif label.has_line or not rest:
            yield Heading(BOLD_LINE, label.text, place(pieces[0].at))
            yield from rest
        else:
            whole = tuple(self._paragraph(pieces, place))
            yield Lead(label.text, whole, rest, place(pieces[0].at))

    def _inline(self) -> tuple[Sequence[Piece], Callable[[int], Span]]:
        """The pieces of the line that is opened next, and the way from them to the file."""
        self._take()
        token = self._take()
        self._take()
        return self._reader.line(token.content), self._origin(token)

    def _origin(self, token: Token) -> Callable[[int], Span]:
        source, first = token.content, (token.map or [0])[0]
        if "\n" not in source:
            offset = self._locate(source, first)
            return lambda at: self._places.span(offset + at)
        return self._origin_of_lines(source.split("\n"), first)

    def _origin_of_lines(self, lines: Sequence[str], first: int) -> Callable[[int], Span]:
        begins = (0, *accumulate([len(line) + 1 for line in lines]))
        offsets = [self._locate(line, first + index) for index, line in enumerate(lines)]

        def place(at: int) -> Span:
            line = min(bisect_right(begins, at) - 1, len(offsets) - 1)
            return self._places.span(offsets[line] + at - begins[line])

        return place

    def _locate(self, line: str, number: int) -> int:
        """The offset of the text of a line, which stands at the end of its line."""
        number = min(number, len(self._starts) - 2)
        start, end = self._starts[number], self._starts[number + 1]
        found = self._text.rfind(line, start, end)
        return found if found >= 0 else start

    def _paragraph(self, pieces: Sequence[Piece], place: Callable[[int], Span]) -> Iterator[Block]:
        """Paragraphs, parted where a formula stands on lines of its own."""
        begin = 0
        for index, piece in enumerate(pieces):
            if piece.kind is Kind.DISPLAY and _is_alone(pieces, index):
                yield from _sentences(pieces[begin:index], place)
                yield Formula(piece.run.text, place(piece.at))
                begin = index + 1
        yield from _sentences(pieces[begin:], place)

    def _block(self) -> Iterator[Block]:
        token = self._tokens[self._at]
        match token.type:
            case "paragraph_open":
                yield from self._paragraph(*self._inline())
            case "heading_open":
                yield from self._inner_heading()
            case "bullet_list_open" | "ordered_list_open":
                yield self._listing()
            case "table_open":
                yield self._table()
            case _:
                yield from self._leaf(self._take())

    def _leaf(self, token: Token) -> Iterator[Block]:
        first = (token.map or [0])[0]
        match token.type:
            case "fence" if token.info.strip() == "math":
                yield Formula(token.content.strip(), self._line(first))
            case "fence" | "code_block":
                language = (token.info.split() or [""])[0]
                yield CodeBlock(token.content.rstrip("\n"), language, self._line(first))
            case "math_block":
                yield Formula(token.content, self._line(first))
            case "html_block":
                pieces = self._reader.markup(token.content)
                span = self._line(first)
                yield from self._paragraph(pieces, lambda _: span)
            case _:
                pass

    def _inner_heading(self) -> Iterator[Block]:
        pieces, place = self._inline()
        bold = [piece._replace(run=Strong(piece.run.text)) for piece in pieces if piece.run.text]
        yield from self._paragraph(bold, place)

    def _listing(self) -> Listing:
        token = self._take()
        marker = Marker.NUMBER if token.type == "ordered_list_open" else Marker.BULLET
        entries: list[_Item] = []
        number = int(token.attrs.get("start", 1)) if marker is Marker.NUMBER else 0
        while self._tokens[self._at].type == "list_item_open":
            entries.append(self._entry(number))
            number += marker is Marker.NUMBER
        self._take()
        return Listing(_alike(entries), marker, self._line((token.map or [0])[0]))

    def _entry(self, number: int) -> _Item:
        token = self._take()
        label = ""
        blocks: list[Block] = []
        whole: Blocks = ()
        while self._tokens[self._at].type != "list_item_close":
            if not blocks and not label and self._tokens[self._at].type == "paragraph_open":
                pieces, place = self._inline()
                label, rest, _ = labels.split(pieces)
                blocks.extend(self._paragraph(rest, place))
                whole = tuple(self._paragraph(pieces, place)) if label and not blocks else ()
            else:
                blocks.extend(self._block())
        self._take()
        entry = Entry(label, tuple(blocks), self._line((token.map or [0])[0]), number)
        return _Item(entry, whole)

    def _table(self) -> Table:
        token = self._take()
        rows: list[list[Runs]] = []
        while (inner := self._take()).type != "table_close":
            if inner.type == "tr_open":
                rows.append([])
            elif inner.type == "inline":
                rows[-1].append(self._cell(inner))
        header, *others = (tuple(row) for row in rows)
        return Table(header, tuple(others), self._line((token.map or [0])[0]))

    def _cell(self, token: Token) -> Runs:
        return tuple(piece.run for piece in self._reader.line(token.content))


def _alike(items: Sequence[_Item]) -> tuple[Entry, ...]:
    """The entries; bold words alone are no label where most of the others have none."""
    if sum(bool(item.entry.label) for item in items) * 2 >= len(items):
        return tuple([item.entry for item in items])
    return tuple([_unlabelled(item) for item in items])


def _unlabelled(item: _Item) -> Entry:
    entry = item.entry
    return entry if entry.blocks or not entry.label else replace(entry, label="", blocks=item.whole)


def _is_alone(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a displayed formula ends its line."""
    after = pieces[index + 1 : index + 2]
    return not after or after[0].kind in {Kind.SOFT, Kind.HARD}


def _sentences(pieces: Sequence[Piece], place: Callable[[int], Span]) -> Iterator[Paragraph]:
    found = sentences(pieces, place)
    if found:
        yield Paragraph(found, found[0].span)
