"""Texts with holes out of an answer: one for each paragraph or entry in which words are hidden."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cardsmith.markup import flat, fold, lines, mapped
from cardsmith.model import (
    Answer,
    Block,
    Blocks,
    Entry,
    Gapped,
    Hole,
    Listing,
    Nature,
    Paragraph,
    Run,
    Runs,
    Section,
    Sentence,
    Span,
    Strong,
    Text,
)
from cardsmith.parser import titles

__all__ = ["filled", "gapped", "has_holes", "numbered"]


def gapped(answer: Answer) -> tuple[tuple[Gapped, ...], Answer]:
    """The texts with holes of an answer, and the answer with the words in the holes.

    What its author keeps out hides nothing.
    """
    if not any(has_holes(part) for part in _parts(answer)):
        return (), answer
    found = [
        Gapped(numbered(text), title, _span(text))
        for blocks, title in _titled(answer)
        for text in _texts(blocks)
    ]
    whole = Answer(
        filled(answer.intro),
        _filled(answer.sections),
        filled(answer.closing),
        answer.closing_title,
        _filled(answer.skipped),
    )
    return tuple(found), whole


def _parts(answer: Answer) -> Iterator[Blocks]:
    yield answer.intro
    yield from (section.blocks for section in (*answer.sections, *answer.skipped))
    yield answer.closing


def _titled(answer: Answer) -> Iterator[tuple[Blocks, str]]:
    yield answer.intro, ""
    for section in answer.sections:
        yield section.blocks, _title(section)
    yield answer.closing, ""


def _title(section: Section) -> str:
    """What a section stands under; bold words at its start are a part of its text."""
    first = next(lines(section.blocks), ())
    if section.nature is Nature.NAMED and not flat(first).startswith(section.title):
        return section.title
    group = section.group.rpartition(": ")[2]
    return group if titles.nature(group) is Nature.NAMED else ""


def _texts(blocks: Blocks) -> Iterator[Blocks]:
    """The texts that hide something: what a colon leads to belongs to its paragraph."""
    at = 0
    while at < len(blocks):
        block, following = blocks[at], blocks[at + 1 : at + 2]
        at += 1
        if _leads_on(block) and following and not isinstance(following[0], Paragraph):
            at += 1
            if has_holes((block, *following)):
                yield (block, *following)
        elif isinstance(block, Listing):
            for entry in block.entries:
                yield from _texts(_whole(entry))
        elif has_holes((block,)):
            yield (block,)


def has_holes(blocks: Blocks) -> bool:
    """Whether words are hidden in blocks."""
    return any(isinstance(run, Hole) for runs in lines(blocks) for run in runs)


def _leads_on(block: Block) -> bool:
    return isinstance(block, Paragraph) and flat(block.sentences[-1].runs).endswith(":")


def _whole(entry: Entry) -> Blocks:
    """The blocks of an entry with its label in the first one."""
    first = entry.blocks[0] if entry.blocks else None
    if not entry.label or not isinstance(first, Paragraph):
        return entry.blocks
    start, *others = first.sentences
    label: Runs = (Strong(entry.label), Text(": "))
    led = Sentence((*label, *start.runs), entry.span)
    return (replace(first, sentences=(led, *others)), *entry.blocks[1:])


def _span(text: Blocks) -> Span:
    first = text[0]
    return first.sentences[0].span if isinstance(first, Paragraph) else first.span


def numbered(text: Blocks) -> Blocks:
    """The text with one term for all holes of one number; the numbers themselves are the ledger's.

    The first hole gives the term, so that another one beside it makes no new card of it.
    """
    terms: dict[int, str] = {}
    for runs in lines(text):
        for run in runs:
            if isinstance(run, Hole) and run.number not in terms:
                terms[run.number] = _unlike(run.term, terms.values())
    return mapped(text, lambda runs: tuple(_renamed(run, terms) for run in runs))


def _unlike(term: str, others: Iterable[str]) -> str:
    """The term, with a number behind it where others are called the same."""
    name, number = term, 1
    taken = set(others)
    while name in taken:
        number += 1
        name = fold(f"{term} {number}")
    return name


def _renamed(run: Run, terms: Mapping[int, str]) -> Run:
    return replace(run, term=terms[run.number], number=0) if isinstance(run, Hole) else run


def filled(blocks: Blocks) -> Blocks:
    """The blocks with the words in their holes."""
    return mapped(blocks, _shown) if has_holes(blocks) else blocks


def _filled(sections: Sequence[Section]) -> tuple[Section, ...]:
    return tuple(replace(section, blocks=filled(section.blocks)) for section in sections)


def _shown(runs: Runs) -> Runs:
    """The runs with those of holes in their places; words beside words are one run."""
    found: list[Run] = []
    for run in runs:
        for inner in run.runs if isinstance(run, Hole) else (run,):
            last = found[-1] if found else None
            if isinstance(last, Text) and isinstance(inner, Text) and last.marked == inner.marked:
                found[-1] = Text(last.text + inner.text, inner.marked)
            else:
                found.append(inner)
    return tuple(found)
