"""A cell of a table, asked by its row and its column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from cardsmith.cards.abroad.tongues import filled, tongue
from cardsmith.cards.casing import capital
from cardsmith.cards.cloze import name
from cardsmith.cards.commonness import commonest
from cardsmith.cards.pages import line, text
from cardsmith.cards.sentences.labels import Label
from cardsmith.cards.signs.passages import Passage, lead, passages
from cardsmith.cards.study import Study
from cardsmith.cards.topic import context
from cardsmith.grammar import count, families
from cardsmith.markup import flat, fold
from cardsmith.model import (
    QA,
    Body,
    Entry,
    Listing,
    Marker,
    Note,
    Rejection,
    Runs,
    Strong,
    Table,
    Term,
    Text,
)

__all__ = ["make"]

MOST_CELL: Final = 12
MOST_NAME: Final = 8
MOST_KIND: Final = 2
# longer tables are to look things up in
MOST_ROWS: Final = 20
MOST_COLUMNS: Final = 8
FEWEST_ROWS: Final = 2
TERMS: Final = 2
# notes of a table that may be core, best first
CORE: Final = 6
GOOD: Final = 90
REST: Final = 60

# over the first column of a comparison: its rows are what is told of each thing
_ASPECT: Final = re.compile(
    r"(?:aspects?|features?|criteri(?:on|a)|characteristics?|propert(?:y|ies)|attributes?|"
    r"dimensions?|parameters?|points?(?: of (?:comparison|difference))?|basis(?: of .*)?|factors?|"
    r"category|categories|)",
    re.IGNORECASE,
)
_NUMBERING: Final = re.compile(r"(?:#|no\.?|nr\.?|number|s\.? ?no\.?|rank|step|id)", re.IGNORECASE)
_MEANING: Final = re.compile(
    r"(?:meaning|definition|description|explanation|what it (?:is|means))", re.IGNORECASE
)
_SAYS_NOTHING: Final = re.compile(
    r"(?:yes|no|true|false|none|n/a|varies|both|[-–—]+|✓|✔|✗|x|\?+|[^\d\W])?", re.IGNORECASE
)
_EXAMPLE: Final = re.compile(r"\b(?:examples?|exercise|practice|solution|sample)\b", re.IGNORECASE)
# what stands before a table that somebody made up
_MADE_UP: Final = re.compile(
    r"\b(?:(?:might|would|could|may|can) (?:also )?(?:look|be)|suppose|consider|imagine|let)\b",
    re.IGNORECASE,
)
# "Found in", "Used for": what stands after "What is X"
_PARTICIPLE: Final = re.compile(
    r"(?:\w+ed|found|known|made|seen|held) (?:in|for|as|to|from|on|of)", re.IGNORECASE
)
# a header that is no noun
_NO_NOUN: Final = re.compile(
    r"(?:\w+ed|found|known|made|seen|held|given) (?:by|in|for|as|to|from|on)\b|"
    r"(?:how|what|when|where|who|why|is|are|can|has)\b|.*\?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Spot:
    """A table and where it stands."""

    study: Study
    passage: Passage
    table: Table

    @property
    def compares(self) -> bool:
        """Whether columns are things and rows what is told of them, not the other way round."""
        first = flat(self.table.header[0]).strip()
        return len(self.table.header) > TERMS and _ASPECT.fullmatch(first) is not None

    @property
    def kind(self) -> str:
        """What the rows are, as inside a sentence: "element"; "" where no noun says it."""
        header = flat(self.table.header[0]).strip()
        plain = re.fullmatch(r"[A-Za-z]{3}[A-Za-z -]*", header) and count(header) <= MOST_KIND
        if not plain or _ASPECT.fullmatch(header) or Label(header).plural:
            return ""
        # no kind of thing is a name, but it may be an acronym
        return header if re.search(r"\w[A-Z]", header) else header.lower()


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with what it is asked by: a thing, and what is told of it (``aspect``)."""

    thing: Runs
    aspect: Runs
    value: Runs
    row: tuple[Runs, ...]
    # whether another row has the same value in this column
    doubled: bool


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each telling cell; the best of a table score like the best of a text."""
    for passage in passages(study.document):
        for at, block in enumerate(passage.blocks):
            if isinstance(block, Table):
                spot = _Spot(study, passage, _uncounted(block))
                reason = _unfit(spot, flat(lead(passage, at)))
                if reason:
                    told = " | ".join(flat(cell) for cell in block.header)
                    yield Rejection(study.document.front.key, "table", reason, told, block.span)
                else:
                    yield from _notes(spot)


def _uncounted(table: Table) -> Table:
    """A table without a column that only counts its rows."""
    if len(table.header) <= TERMS or not _NUMBERING.fullmatch(flat(table.header[0]).strip()):
        return table
    return replace(table, header=table.header[1:], rows=tuple(row[1:] for row in table.rows))


def _unfit(spot: _Spot, before: str) -> str:
    """Why a table is not asked, "" where it is."""
    rows = spot.table.rows
    titles = f"{spot.passage.section} {spot.passage.label} {before}"
    if _EXAMPLE.search(titles) or _MADE_UP.search(before):
        return "made-up"
    if not FEWEST_ROWS <= len(rows) <= MOST_ROWS or len(spot.table.header) > MOST_COLUMNS:
        return "long-list"
    names = [fold(flat(row[0])) for row in rows]
    # "C" is no name, but vitamin C is
    name = re.compile(r"\w" if spot.kind or not spot.study.readable else r"[^\W\d_]{2}|\d{3}")
    spoken = all(name.search(each) and count(each) <= MOST_NAME for each in names)
    return "" if spoken and len(set(names)) == len(names) else "rows-unnamed"


def _notes(spot: _Spot) -> Iterator[Note]:
    good = [cell for cell in _cells(spot) if _good(cell)]
    best = _best(good)
    if spot.study.readable and spot.compares and len(spot.table.header) == TERMS + 1:
        yield from _differences(spot, good)
        return
    for cell in good:
        body = _defined(spot, cell) or _told(spot, cell)
        yield _note(spot, cell, body, GOOD if cell in best else REST)


def _cells(spot: _Spot) -> Iterator[_Cell]:
    header, rows = spot.table.header, spot.table.rows
    for row in rows:
        for column in range(1, len(header)):
            value = row[column]
            thing, aspect = (header[column], row[0]) if spot.compares else (row[0], header[column])
            others = row[1:] if spot.compares else tuple(other[column] for other in rows)
            same = [each for each in others if fold(flat(each)) == fold(flat(value))]
            yield _Cell(thing, aspect, value, row, doubled=len(same) > 1)


def _good(cell: _Cell) -> bool:
    value = flat(cell.value).strip()
    asked = families(f"{flat(cell.thing)} {flat(cell.aspect)}")
    named = flat(cell.thing).strip() and flat(cell.aspect).strip()
    sized = not _SAYS_NOTHING.fullmatch(value) and count(value) <= MOST_CELL
    # "What are the fossils of sandstone?" is not answered by "common"
    fits = not (Label(flat(cell.aspect)).plural and count(value) == 1)
    return bool(named) and sized and fits and not families(value) & asked


def _best(cells: Sequence[_Cell]) -> list[_Cell]:
    """The cells to ask first: of each row the rarest, then each row's second."""
    rows: dict[tuple[Runs, ...], int] = {}
    ranked: list[tuple[int, int, _Cell]] = []
    for cell in sorted(cells, key=_rank):
        rows[cell.row] = rows.get(cell.row, 0) + 1
        ranked.append((rows[cell.row], cell.doubled, cell))
    return [cell for *_, cell in sorted(ranked, key=lambda each: each[:2])[:CORE]]


def _differences(spot: _Spot, cells: Sequence[_Cell]) -> Iterator[Note]:
    """Two things are asked side by side: "How do arteries and veins differ in their walls?"."""
    for one, other in pairwise(cells):
        if one.row is other.row and not one.doubled:
            things = [_inside(spot, each.thing) for each in (one, other)]
            front = (Text("How do "), *things[0], Text(" and "), *things[1])
            asked = (*front, Text(" differ in "), *_inside(spot, one.aspect), Text("?"))
            span = spot.table.span
            parts = [
                Entry(flat(each.thing), (line(_inside(spot, each.value), span),), span)
                for each in (one, other)
            ]
            back = Listing(tuple(parts), Marker.BULLET, span)
            body = QA((line(asked, span),), (back,))
            yield _note(spot, one, body, GOOD)


def _rank(cell: _Cell) -> tuple[bool, int, str]:
    value = flat(cell.value)
    return cell.doubled, -commonest(value), f"{value} {flat(cell.thing)}"


def _defined(spot: _Spot, cell: _Cell) -> Body | None:
    """A table of two columns asks both ways, where no two rows have the same answer."""
    two_ways = len(spot.table.header) == TERMS and not cell.doubled and bool(spot.kind)
    if not (two_ways and spot.study.readable):
        return None
    kind = spot.kind
    if _MEANING.fullmatch(flat(cell.aspect).strip()):
        signed = re.match(r"[^\W\d_]{2}", flat(cell.thing)) is None
        asks: Runs = (Text(f"What does the {kind} "), *cell.thing, Text(" mean?"))
        if not signed:
            plural = Label(flat(cell.thing)).plural
            asks = (
                Text("What are " if plural else "What is "),
                *_inside(spot, cell.thing),
                Text("?"),
            )
        named = f"Which {kind} is this?"
    else:
        asks = _question(spot, cell)
        named = f"Which {kind} has this {flat(_inside(spot, cell.aspect))}?"
    back = context(spot.study.topics, flat(cell.thing))
    return Term(cell.thing, _capital(cell.value), asks, text(named), back)


def _told(spot: _Spot, cell: _Cell) -> Body:
    span = spot.table.span
    return QA((line(_question(spot, cell), span),), (line(_capital(cell.value), span),))


def _question(spot: _Spot, cell: _Cell) -> Runs:
    """What asks for a cell: "What is the symbol of the element iron?", abroad "Eisen: Symbol?"."""
    if not spot.study.readable:
        parts = {"thing": _plain(cell.thing), "aspect": _plain(cell.aspect)}
        return filled(tongue(spot.study.language).cell, parts)
    thing = _inside(spot, cell.thing)
    kind = "" if spot.compares else spot.kind
    if kind and not families(kind) & families(flat(thing)):
        thing = (Text(f"the {kind} "), *thing)
    aspect = _inside(spot, cell.aspect)
    be = "are" if Label(flat(cell.thing)).plural else "is"
    if _PARTICIPLE.fullmatch(flat(aspect)):
        return (Text(f"What {be} "), *thing, Text(" "), *aspect, Text("?"))
    if _NO_NOUN.match(flat(aspect)):
        return (*_capital(thing), Text(": "), *aspect, Text("" if "?" in flat(aspect) else "?"))
    be = "are" if Label(re.sub(r" \(.*", "", flat(aspect))).plural else "is"
    return (Text(f"What {be} the "), *aspect, Text(" of "), *thing, Text("?"))


def _plain(runs: Runs) -> Runs:
    """A cell as it stands, without bold marks."""
    return tuple(Text(run.text) if isinstance(run, Strong) else run for run in runs)


def _inside(spot: _Spot, runs: Runs) -> Runs:
    """A cell as it stands inside a sentence, without bold marks."""
    return tuple(
        Text(spot.study.casing.inside(run.text)) if isinstance(run, Text | Strong) else run
        for run in runs
    )


def _capital(runs: Runs) -> Runs:
    first = runs[0]
    if not isinstance(first, Text | Strong):
        return runs
    return (replace(first, text=capital(first.text)), *runs[1:])


def _note(spot: _Spot, cell: _Cell, body: Body, score: int) -> Note:
    source: list[Runs] = [(*each, Text(" | ")) for each in cell.row[:-1]]
    return Note(
        document=spot.study.document.front.key,
        kind="table",
        name=name(f"{flat(cell.aspect)} of {flat(cell.thing)}"),
        body=body,
        context=context(spot.study.topics, flat(cell.value)),
        section=spot.passage.section,
        source=(*(run for part in source for run in part), *cell.row[-1]),
        span=spot.table.span,
        score=score,
    )
