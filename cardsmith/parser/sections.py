"""Headings and blocks into an answer: what comes before, the sections, the closing words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from cardsmith.markup import flat
from cardsmith.model import (
    Answer,
    Blocks,
    Entry,
    Formula,
    Listing,
    Marker,
    Nature,
    Paragraph,
    Section,
    Span,
)
from cardsmith.parser import entries, lists, titles
from cardsmith.parser.closing import cut
from cardsmith.parser.entries import is_titled, subject
from cardsmith.parser.leads import headed
from cardsmith.parser.lettering import bracketed
from cardsmith.parser.structure import Heading, Part

__all__ = ["answer"]

_EXPLAINS: Final = re.compile(
    r"(?:where|with|here)\b|in (?:this|these|the above) (?:equation|formula|expression)s?\b",
    re.IGNORECASE,
)
_WHERE: Final = re.compile(
    r"(?:where|here|in which|with"
    r"|in (?:this|these|the|the above) (?:equation|expression|formula|law)s?)[:,]?",
    re.IGNORECASE,
)
_POINTS_BACK: Final = re.compile(r"(?:these|this|such|they|it)\b", re.IGNORECASE)
_ILLUSTRATES: Final = re.compile(r"(?:for (?:example|instance)|examples?)\b[^.]*:", re.IGNORECASE)


class _Node(NamedTuple):
    """A heading, what stands under it, and its place among the headings beside it."""

    heading: Heading
    parts: Sequence[Part]
    place: int


def answer(parts: Sequence[Part]) -> Answer:
    """The answer that headings and blocks make up."""
    body, closing, closing_title = cut(headed(lists.join(bracketed(parts))))
    own, nodes = _split(body)
    first = _first(own, _marker(own, None))
    intro, sections = _before(own, first, nodes)
    items = [*_items(own[first:], "")]
    offset = len(sections) + len(items)
    below = [found for node in nodes for found in _under(node, "", offset)]
    found = _told_apart([*sections, *items, *below])
    return Answer(intro, tuple(_numbered(found)), closing, closing_title)


def _before(
    parts: Sequence[Part], first: int, nodes: Sequence[_Node]
) -> tuple[Blocks, list[Section]]:
    """The intro, and the sections that stand before the first list or heading."""
    before = parts[:first]
    if sum(bool(subject(part)) for part in parts) > 1:
        start = next((at for at, part in enumerate(before) if subject(part)), first)
        return lists.blocks(before[:start]), [*_prose(before[start:], "")]
    if first == len(parts) and not nodes:
        return (), [*_prose(parts, "")]
    return lists.blocks(before), []


def _split(parts: Sequence[Part]) -> tuple[Sequence[Part], list[_Node]]:
    """What stands before the first heading, and each heading with all that stands under it."""
    starts: list[tuple[int, Heading]] = []
    for at, part in enumerate(parts):
        if isinstance(part, Heading) and (not starts or part.level <= starts[-1][1].level):
            starts.append((at, part))
    ends = [*[at for at, _ in starts[1:]], len(parts)][: len(starts)]
    own = parts[: starts[0][0]] if starts else parts
    return own, [
        _Node(heading, parts[at + 1 : end], place)
        for place, ((at, heading), end) in enumerate(zip(starts, ends, strict=True), start=1)
    ]


def _under(node: _Node, group: str, offset: int) -> Iterator[Section]:
    """The sections under a heading: itself, its items or the headings below it.

    ``offset`` sections stand before the first heading of its group.
    """
    title = titles.clean(node.heading.title)
    section = Section(
        title, offset + node.place, (), titles.nature(title), node.heading.span, group
    )
    if titles.is_closing(title):
        # it says once more what others said: no section but itself
        yield replace(section, blocks=lists.blocks(node.parts))
        return
    own, nodes = _split(node.parts)
    inner = f"{group}: {title}" if group else title
    first = _first(own, _marker(own, node.heading))
    before = lists.blocks(own[:first])
    if before or (first == len(own) and not nodes):
        yield replace(section, blocks=before)
    items = [*_items(own[first:], inner)]
    yield from items
    for below in nodes:
        yield from _under(below, inner, len(items))


def _marker(parts: Sequence[Part], heading: Heading | None) -> Marker | None:
    """What stands before the items that are sections: numbers, or bullets for want of better.

    A heading with a number of its own is better than bullets.
    """
    titled = [part for _, part in _titled(parts)]
    if any(part.marker is Marker.NUMBER for part in titled):
        return Marker.NUMBER
    numbered = heading is not None and titles.number(heading.title)
    if not numbered and any(len(part.entries) > 1 for part in titled):
        return Marker.BULLET
    return None


def _first(parts: Sequence[Part], marker: Marker | None) -> int:
    """Where the first list of sections stands."""
    return next((at for at, part in _titled(parts) if part.marker is marker), len(parts))


def _titled(parts: Sequence[Part]) -> Iterator[tuple[int, Listing]]:
    """The lists of titles with text; one that tells what the signs of a formula mean is none."""
    for at, part in enumerate(parts):
        if isinstance(part, Listing) and is_titled(part) and not _is_legend(parts, at):
            yield at, part


def _is_legend(parts: Sequence[Part], at: int) -> bool:
    """Whether a list tells signs of a formula: "where:" or "in this equation:" leads to it."""
    lead = parts[at - 1] if at else None
    if not isinstance(lead, Paragraph):
        return False
    return bool(_WHERE.fullmatch(flat(lead.sentences[-1].runs)))


def _items(parts: Sequence[Part], group: str) -> Iterator[Section]:
    """The sections that lists hold, and the paragraphs between them as sections without title."""
    marker = parts[0].marker if parts and isinstance(parts[0], Listing) else None
    places = range(len(parts))
    for holds, run in groupby(places, lambda at: _holds_sections(parts, at, marker)):
        found = [parts[at] for at in run]
        if not holds:
            yield from _prose(found, group)
            continue
        for entry, place in _entries(found):
            title = titles.clean(entries.title(entry))
            if title or entry.blocks:
                yield Section(title, place, entry.blocks, titles.nature(title), entry.span, group)


def _holds_sections(parts: Sequence[Part], at: int, marker: Marker | None) -> bool:
    """Whether a part is a list of sections like the first, or a second one that is led to."""
    part = parts[at]
    if not isinstance(part, Listing) or not is_titled(part) or _is_legend(parts, at):
        return False
    if part.marker is marker:
        return True
    labelled = sum(bool(entry.label) for entry in part.entries)
    return labelled > 1 and isinstance(parts[at - 1], Paragraph) and _leads_on(parts[at - 1])


def _entries(parts: Iterable[Part]) -> Iterator[tuple[Entry, int]]:
    """The entries of lists, and 1 for each that its author numbers so, to begin anew; else 0."""
    for part in parts:
        for at, entry in enumerate(part.entries if isinstance(part, Listing) else ()):
            yield entry, int(at == 0 and entry.number == 1)


def _prose(parts: Sequence[Part], group: str) -> Iterator[Section]:
    """A section for each paragraph; lists, code and formulas stay with the one before."""
    for start, end in pairwise([*_starts(parts), len(parts)]):
        yield _untitled(parts[start:end], group)


def _starts(parts: Sequence[Part]) -> Iterator[int]:
    """Where sections start in prose."""
    subjects = [at for at, part in enumerate(parts) if subject(part)]
    last = subjects[-1] if subjects else 0
    start = 0
    for at, part in enumerate(parts):
        if at and (not isinstance(part, Paragraph) or _goes_on(parts[at - 1], part)):
            continue
        # between two subjects in bold, what points back speaks of the first
        if not (start < at < last and start in subjects and _points_back(part)):
            start = at
            yield at


def _goes_on(before: Part, part: Paragraph) -> bool:
    """Whether a paragraph goes on with the matter of what stands before it."""
    words = flat(part.sentences[0].runs)
    if isinstance(before, Formula) and _EXPLAINS.match(words):
        return True
    if len(part.sentences) == 1 and _ILLUSTRATES.fullmatch(words):
        return True
    return words[:1].islower() if not isinstance(before, Paragraph) else _leads_on(before)


def _points_back(part: Part) -> bool:
    return isinstance(part, Paragraph) and bool(_POINTS_BACK.match(flat(part.sentences[0].runs)))


def _leads_on(part: Part) -> bool:
    return isinstance(part, Paragraph) and flat(part.sentences[-1].runs).endswith(":")


def _untitled(chunk: Sequence[Part], group: str) -> Section:
    blocks = lists.blocks(chunk)
    title = titles.clean(subject(blocks[0]))
    span: Span = blocks[0].span
    return Section(title, 0, blocks, titles.nature(title), span, group)


def _told_apart(sections: Sequence[Section]) -> list[Section]:
    """The sections; one beside "Systemic Effects" names a thing, too, if it is "Local Effects"."""
    named = [each for each in sections if each.nature is Nature.NAMED]

    def is_named(section: Section) -> bool:
        return any(
            section.group == each.group and titles.are_alike(section.title, each.title)
            for each in named
        )

    return [
        replace(each, nature=Nature.NAMED)
        if each.nature is Nature.GENERIC and is_named(each)
        else each
        for each in sections
    ]


def _numbered(sections: Sequence[Section]) -> Iterator[Section]:
    """Sections counted from 1 under each heading, and anew where a list starts anew (0 so far)."""
    counts: dict[str, int] = {}
    for section in sections:
        number = section.number or counts.get(section.group, 0) + 1
        counts[section.group] = number
        yield section if section.number else _at(section, number)


def _at(section: Section, number: int) -> Section:
    # written out, since there are many of them and ``replace`` takes thrice as long
    title, blocks, nature = section.title, section.blocks, section.nature
    return Section(title, number, blocks, nature, section.span, section.group)
