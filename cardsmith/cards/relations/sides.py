"""Comparisons: what a document tells of two or three siblings, aspect by aspect.

Aspects hold siblings ("Speed": "Tortoises", "Hares") or siblings hold aspects, as sections over
labelled entries or as headings over sections.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cardsmith.grammar import count, families
from cardsmith.markup import fold, sentences
from cardsmith.model import Blocks, Document, Listing, Nature, Sentence
from cardsmith.parser.titles import nature

__all__ = ["Row", "Side", "bare", "compares", "rows"]

FEWEST: Final = 2
MOST: Final = 3
LONGEST_NAME: Final = 4
_COMPARES: Final = re.compile(
    r"\b(?:differ\w*|compar\w+|contrasts?|distinguish\w*|distinctions?|versus|vs|between|"
    r"similar\w*)\b",
    re.IGNORECASE,
)
# what follows names sides, not things
_IN_TERMS: Final = re.compile(
    r"\b(?:in terms of|regarding|with (?:regard|respect) to|in (?:their|its))\b", re.IGNORECASE
)
_ASIDE: Final = re.compile(r"\s*\([^)]*\)")
# a place, a pair, or a word that wants a noun: "In DNA", "Ink and pencil", "Deductive"
_NO_NAME: Final = re.compile(
    r"^(?:at|by|for|from|in|of|on|with)\b|\b(?:and|or)\b|^\w+(?:[aeiou]l|ive|ic|ous|ed|ary)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Side:
    """What is told first of one sibling, named without brackets."""

    name: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Row:
    """The siblings side by side under one aspect; ``section`` is the title over the first."""

    aspect: str
    section: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands under a label that stands under another."""

    above: str
    label: str
    section: str
    blocks: Blocks


def compares(question: str) -> bool:
    """Whether a question asks how things differ."""
    return _COMPARES.search(question) is not None


def rows(document: Document) -> Iterator[Row]:
    """All rows of a document that compares, in reading order, each aspect once."""
    question = document.front.question
    if not compares(question):
        return
    asked = families(_IN_TERMS.split(question, maxsplit=1)[0])
    cells = list(_cells(document))
    # labels that are siblings under an aspect cannot be aspects of siblings
    found = list(_under_aspects(cells, asked)) or list(_under_siblings(cells, asked))
    seen: set[str] = set()
    for row in found:
        if fold(row.aspect) not in seen:
            seen.add(fold(row.aspect))
            yield row


def _cells(document: Document) -> Iterator[_Cell]:
    for section in document.answer.sections:
        if section.group:
            yield _Cell(section.group, section.title, section.title, section.blocks)
        for block in section.blocks:
            for entry in block.entries if isinstance(block, Listing) else ():
                yield _Cell(section.title, entry.label, section.title, entry.blocks)


def _under_aspects(cells: Sequence[_Cell], asked: frozenset[str]) -> Iterator[Row]:
    for above in dict.fromkeys(cell.above for cell in cells):
        inside = [cell for cell in cells if cell.above == above]
        if _siblings([cell.label for cell in inside], asked):
            yield from _row(above, [(cell.label, cell) for cell in inside])


def _under_siblings(cells: Sequence[_Cell], asked: frozenset[str]) -> Iterator[Row]:
    names = [
        above
        for above in dict.fromkeys(cell.above for cell in cells)
        if families(bare(above)) and families(bare(above)) <= asked
    ]
    if not _siblings(names, asked):
        return
    for label in dict.fromkeys(fold(cell.label) for cell in cells if cell.label):
        found = [(cell.above, cell) for cell in cells if fold(cell.label) == label]
        if [above for above, _ in found] == names:
            yield from _row(found[0][1].label, found)


def _row(aspect: str, found: Sequence[tuple[str, _Cell]]) -> Iterator[Row]:
    told = [(name, next(sentences(cell.blocks), None)) for name, cell in found]
    sides = [Side(bare(name), sentence) for name, sentence in told if sentence is not None]
    if aspect and len(sides) == len(found):
        yield Row(aspect, found[0][1].section, tuple(sides))


def bare(label: str) -> str:
    """A label without what stands in brackets: "Fixed Costs (FC)" is "Fixed Costs"."""
    return _ASIDE.sub("", label).strip(" :")


def _siblings(labels: Sequence[str], asked: frozenset[str]) -> bool:
    """Whether labels are two or three things that the question names, each with a word of its own.

    "Structure" and "Function" are sides of one thing, not two things.
    """
    names = [bare(label) for label in labels]
    if not FEWEST <= len(names) <= MOST or not all(_thing(name, asked) for name in names):
        return False
    own = [families(name) for name in names]
    return all(
        each - frozenset().union(*own[:place], *own[place + 1 :]) for place, each in enumerate(own)
    )


def _thing(name: str, asked: frozenset[str]) -> bool:
    known = families(name)
    named = nature(name) is Nature.NAMED and count(name) <= LONGEST_NAME
    return named and bool(known) and known <= asked and not _NO_NAME.search(name)
