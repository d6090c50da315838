"""A document's answer as passages: the blocks that stand together under one title and label."""

from collections.abc import Iterator
from dataclasses import dataclass

from cardsmith.markup import flat
from cardsmith.model import Blocks, Code, Document, Listing, Math, Paragraph, Runs

__all__ = ["MASK", "Passage", "lead", "masked", "passages"]

# stands for each character of a formula or code, so that a pattern sees words alone
MASK = "\ue000"


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks in a row; ``section`` is the title over them, ``label`` that of their list entry."""

    section: str
    label: str
    blocks: Blocks

    @property
    def title(self) -> str:
        """The nearest of both, "" where there is none."""
        return self.label or self.section


def passages(document: Document) -> Iterator[Passage]:
    """All passages of an answer but its closing words, in reading order."""
    answer = document.answer
    yield from _passages("", "", answer.intro)
    for section in answer.sections:
        yield from _passages(section.title, "", section.blocks)


def _passages(section: str, label: str, blocks: Blocks) -> Iterator[Passage]:
    yield Passage(section, label, blocks)
    for block in blocks:
        if isinstance(block, Listing):
            for entry in block.entries:
                yield from _passages(section, entry.label or label, entry.blocks)


def lead(passage: Passage, at: int, back: int = 1) -> Runs:
    """The sentence right before a block, or ``back`` sentences before, nothing where none is."""
    before = passage.blocks[at - 1] if at else None
    if not isinstance(before, Paragraph) or len(before.sentences) < back:
        return ()
    return before.sentences[-back].runs


def masked(runs: Runs) -> str:
    """The flat text of runs with signs for its formulas and code, every offset as it was."""
    if not any(isinstance(run, Code | Math) for run in runs):
        return flat(runs)
    return "".join(
        [MASK * len(run.text) if isinstance(run, Code | Math) else run.text for run in runs]
    )
