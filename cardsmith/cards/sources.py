"""Where the phrases of a document come from: keywords, titles, labels, bold words, acronyms."""

import re
from collections.abc import Iterator
from typing import Final

from cardsmith.cards.phrases import Origin
from cardsmith.markup import lines, plain
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
        for label in _labels(blocks):
            yield label, Origin.TITLE
        for bold in _bold(blocks):
            yield bold, Origin.BOLD
        for match in _ACRONYM.finditer(plain(blocks)):
            yield match[1], Origin.ACRONYM


def _labels(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Listing):
            for entry in block.entries:
                if entry.label:
                    yield entry.label
                yield from _labels(entry.blocks)


def _bold(blocks: Blocks) -> Iterator[str]:
    for runs in lines(blocks):
        for run in runs:
            if isinstance(run, Strong):
                yield run.text.strip(" .,:;")
