"""Cloze numbers: a number belongs to its term for ever."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from cardsmith.grammar import stems
from cardsmith.markup import fold
from cardsmith.model import (
    Block,
    Blocks,
    Cloze,
    CodeBlock,
    Formula,
    Hole,
    Listing,
    Note,
    Paragraph,
    Runs,
    Table,
)

__all__ = ["hidden", "holes", "number", "numbered", "renewed"]


def holes(text: Blocks) -> Iterator[Hole]:
    """The holes of a text in reading order, those of lists and tables included."""
    for runs in _lines(text):
        for run in runs:
            if isinstance(run, Hole):
                yield run


def _lines(text: Blocks) -> Iterator[Runs]:
    for block in text:
        match block:
            case Paragraph(sentences=sentences):
                yield from (sentence.runs for sentence in sentences)
            case Table(header=header, rows=rows):
                yield from chain(header, *rows)
            case Listing(entries=entries):
                for entry in entries:
                    yield from _lines(entry.blocks)
            case CodeBlock() | Formula():
                pass


def hidden(note: Note) -> frozenset[str]:
    """The terms that a note hides, folded; none where it is no cloze."""
    if not isinstance(note.body, Cloze):
        return frozenset()
    return frozenset(fold(hole.term) for hole in holes(note.body.text))


def renewed(before: Mapping[str, int], now: Mapping[str, int]) -> dict[str, int]:
    """All numbers, each under its newest form of a term: a number has one term on record."""
    taken = frozenset(now.values())
    return {term: each for term, each in before.items() if each not in taken} | dict(now)


def number(text: Blocks, known: Mapping[str, int]) -> dict[str, int]:
    """A number for every term: known ones keep theirs, new ones follow on in text order.

    A term in another form ("astrocytes" for "astrocyte") is the known one. Terms that are gone
    stay among the numbers: theirs are never given to another term.
    """
    given = dict(known)
    hidden = dict.fromkeys(fold(hole.term) for hole in holes(text))
    for term in hidden:
        if term not in given:
            other = _other_form(term, given, hidden)
            given[term] = given.pop(other) if other else max(given.values(), default=0) + 1
    return given


def _other_form(term: str, known: Iterable[str], hidden: Container[str]) -> str:
    """The known term that a new one is a form of, "" for none; one that is hidden is itself."""
    forms = stems(term)
    same = (each for each in known if each not in hidden and stems(each) == forms)
    return min(same, default="") if forms else ""


def numbered(text: Blocks, numbers: Mapping[str, int]) -> Blocks:
    """The text with the number of its term in every hole."""
    return tuple(_block(block, numbers) for block in text)


def _block(block: Block, numbers: Mapping[str, int]) -> Block:
    match block:
        case Paragraph(sentences=sentences):
            inside = [replace(each, runs=_runs(each.runs, numbers)) for each in sentences]
            return replace(block, sentences=tuple(inside))
        case Listing(entries=entries):
            filled = [replace(each, blocks=numbered(each.blocks, numbers)) for each in entries]
            return replace(block, entries=tuple(filled))
        case Table(header=header, rows=rows):
            return replace(
                block,
                header=_cells(header, numbers),
                rows=tuple(_cells(row, numbers) for row in rows),
            )
        case CodeBlock() | Formula():
            return block


def _cells(cells: tuple[Runs, ...], numbers: Mapping[str, int]) -> tuple[Runs, ...]:
    return tuple(_runs(cell, numbers) for cell in cells)


def _runs(runs: Runs, numbers: Mapping[str, int]) -> Runs:
    return tuple(
        replace(run, number=numbers[fold(run.term)]) if isinstance(run, Hole) else run
        for run in runs
    )
