"""Where the phrases of a document come from: keywords, titles, labels, bold words, acronyms."""

import re
from collections.abc import Iterator
from typing import Final

from cardsmith.cards.choosing.phrases import Origin
from cardsmith.markup import flat, lines, marked, plain
from cardsmith.model import Blocks, Document, Listing, Nature, Strong

__all__ = ["candidates"]

_ACRONYM: Final = re.compile(r"\(([A-Z][A-Za-z]?[A-Z0-9][A-Za-z0-9]{0,5})s?\)")


def candidates(document: Document) -> Iterator[tuple[str, Origin]]:
    """All phrases of a document that may be worth recalling, keywords in the author's order."""
    answer = document.answer
    for keyword in document.front.keywords:
        yield keyword, Origin.KEYWORD
    for section in answer.sections:
        if section.nature is Nature.NAMED:
            yield section.title, Origin.TITLE
    for blocks in (answer.intro, *(section.blocks for section in answer.sections)):
        yield from _set_off(blocks)
        for match in _ACRONYM.finditer(plain(blocks)):
            yield match[1], Origin.ACRONYM


def _set_off(blocks: Blocks) -> Iterator[tuple[str, Origin]]:
    """The words that an author sets off from others: labels, bold words, marked ones.

    Marked words are asked where they are marked; elsewhere in the document they are as keywords.
    """
    for label in _labels(blocks):
        yield label, Origin.TITLE
    for bold in _bold(blocks):
        yield bold, Origin.BOLD
    for words in _marks(blocks):
        yield words, Origin.KEYWORD


def _labels(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Listing):
            for entry in block.entries:
                if entry.label:
                    yield entry.label
                yield from _labels(entry.blocks)


def _marks(blocks: Blocks) -> Iterator[str]:
    for runs in lines(blocks):
        for start, end in marked(runs):
            yield flat(runs)[start:end]


def _bold(blocks: Blocks) -> Iterator[str]:
    for runs in lines(blocks):
        for run in runs:
            if isinstance(run, Strong):
                yield run.text.strip(" .,:;")
