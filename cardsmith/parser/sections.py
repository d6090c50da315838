"""Headings and blocks into an answer: what comes before, the sections, the closing words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from cardsmith.markup import flat
from cardsmith.model import (
    Answer,
    Blocks,
    Entry,
    Listing,
    Marker,
    Nature,
    Paragraph,
    Section,
    Span,
    Strong,
)
from cardsmith.parser import lists, titles
from cardsmith.parser.structure import BOLD_LINE, Heading, Lead, Part

__all__ = ["answer"]

_SUMS_UP: Final = re.compile(
    r"(?:(?:so|thus|and),? )?"
    r"(?:in (?:summary|conclusion|short|brief|essence|sum|closing|a nutshell)"
    r"|to (?:summarize|sum up|conclude|recap)|conclusion|summary)\b",
    re.IGNORECASE,
)
_LOOKS_BACK: Final = re.compile(
    r"overall\b|ultimately\b|together,|all in all\b|taken together\b"
    r"|by \w+ing (?:these|this|the above)\b|by understanding\b"
    r"|understanding (?:this|these|the (?:distinction|difference))\b"
    r"|understanding (?:[\w'’-]+ ){1,6}(?:is|are) "
    r"(?:crucial|essential|fundamental|important|vital)\b"
    r"|(?:these|this) (?:steps?|guidelines?|methods?|approach|process|structure) "
    r"(?:ensures?|will|helps?|allows?|provides?)\b",
    re.IGNORECASE,
)
_LEAD: Final = BOLD_LINE + 1
_RUN_IN: Final = 12


def answer(parts: Sequence[Part]) -> Answer:
    """The answer that headings and blocks make up."""
    whole = _leads(lists.join(parts))
    body, closing = _closing(whole)
    own, nodes = _split(body)
    first = _first(own, _marker(own, Nature.UNTITLED))
    if first < len(own):
        intro, sections = lists.blocks(own[:first]), [*_items(own[first:], "")]
    elif nodes:
        intro, sections = lists.blocks(own), []
    else:
        intro, sections = _plain(own)
    for heading, inner in nodes:
        sections.extend(_under(heading, inner, ""))
    return Answer(intro, tuple(_numbered(sections)), closing)


def _plain(parts: Sequence[Part]) -> tuple[Blocks, list[Section]]:
    """Prose: a section for each paragraph, and an intro where others begin with bold words."""
    sections = [*_prose(parts, "")]
    titled = [at for at, section in enumerate(sections) if section.title]
    first = titled[0] if len(titled) > 1 else 0
    intro = tuple(block for section in sections[:first] for block in section.blocks)
    return intro, sections[first:]


def _leads(parts: Sequence[Part]) -> list[Part]:
    """Bold leads as headings where there are several under one heading, else as paragraphs."""
    out: list[Part] = []
    at = 0
    while at < len(parts):
        end = at + 1
        while end < len(parts) and not isinstance(parts[end], Heading):
            end += 1
        several = sum(isinstance(part, Lead) for part in parts[at:end]) > 1
        for part in parts[at:end]:
            if not isinstance(part, Lead):
                out.append(part)
            elif several:
                out += (Heading(_LEAD, part.title, part.span), *part.rest)
            else:
                out.extend(part.whole)
        at = end
    return out


def _closing(parts: Sequence[Part]) -> tuple[Sequence[Part], Blocks]:
    """The parts before the closing words, and these."""
    last = max((at for at, part in enumerate(parts) if isinstance(part, Heading)), default=-1)
    if last > 0 and titles.is_closing(titles.clean(_title(parts[last]))) and last + 1 < len(parts):
        title = titles.clean(_title(parts[last]))
        kept = parts[last:] if titles.tells_more(title) else parts[last + 1 :]
        return parts[:last], lists.blocks(kept)
    for at in range(len(parts) - 1, max(last, len(parts) - 4, 0), -1):
        if _is_titled(parts[at]):
            break
        if _sums_up(parts, at):
            return parts[:at], lists.blocks(parts[at:])
    return _closing_entry(parts)


def _title(part: Part) -> str:
    return part.title if isinstance(part, Heading) else ""


def _sums_up(parts: Sequence[Part], at: int) -> bool:
    """Whether a part near the end begins the closing words.

    It says so; or nothing but lists follow and it looks back, or ends an answer made of titles.
    """
    part = parts[at]
    if not isinstance(part, Paragraph):
        return False
    words = flat(part.sentences[0].runs)
    if _SUMS_UP.match(words):
        return True
    if any(not isinstance(after, Listing) for after in parts[at + 1 :]):
        return False
    return bool(_LOOKS_BACK.match(words)) or (
        at == len(parts) - 1 and (_is_titled(parts[at - 1]) or bool(_run_in(parts[at - 1 : at])))
    )


def _closing_entry(parts: Sequence[Part]) -> tuple[Sequence[Part], Blocks]:
    last = parts[-1] if parts else None
    if isinstance(last, Listing) and len(last.entries) > 1 and _is_titled(last):
        *entries, final = last.entries
        if titles.is_closing(titles.clean(final.label)) and final.blocks:
            return [*parts[:-1], replace(last, entries=tuple(entries))], final.blocks
    return parts, ()


def _split(parts: Sequence[Part]) -> tuple[Sequence[Part], list[tuple[Heading, Sequence[Part]]]]:
    """What stands before the first heading, and each heading with all that stands under it."""
    starts: list[tuple[int, Heading]] = []
    for at, part in enumerate(parts):
        if isinstance(part, Heading) and (not starts or part.level <= starts[-1][1].level):
            starts.append((at, part))
    ends = [*[at for at, _ in starts[1:]], len(parts)][: len(starts)]
    own = parts[: starts[0][0]] if starts else parts
    return own, [
        (heading, parts[at + 1 : end]) for (at, heading), end in zip(starts, ends, strict=True)
    ]


def _under(heading: Heading, parts: Sequence[Part], group: str) -> Iterator[Section]:
    """The sections under a heading: itself, its items or the headings below it."""
    own, nodes = _split(parts)
    title = titles.clean(heading.title)
    inner = f"{group}: {title}" if group else title
    first = _first(own, _marker(own, titles.nature(titles.number(heading.title))))
    before = lists.blocks(own[:first])
    if before or (first == len(own) and not nodes):
        yield Section(title, 0, before, titles.nature(title), heading.span, group)
    yield from _items(own[first:], inner)
    for head, below in nodes:
        yield from _under(head, below, inner)


def _marker(parts: Sequence[Part], numbered: Nature) -> Marker | None:
    """What stands before the items that are sections: numbers, or bullets for want of better."""
    titled = [part for part in parts if _is_titled(part) and isinstance(part, Listing)]
    if any(part.marker is Marker.NUMBER for part in titled):
        return Marker.NUMBER
    if titled and numbered is Nature.UNTITLED and any(len(part.entries) > 1 for part in titled):
        return Marker.BULLET
    return None


def _first(parts: Sequence[Part], marker: Marker | None) -> int:
    """Where the first list of sections stands."""
    for at, part in enumerate(parts):
        if isinstance(part, Listing) and part.marker is marker and _is_titled(part):
            return at
    return len(parts)


def _is_titled(part: Part) -> bool:
    """Whether a list is one of titles with text."""
    if not isinstance(part, Listing):
        return False
    titled = sum(bool(_entry_title(entry)) for entry in part.entries)
    said = sum(bool(entry.blocks) for entry in part.entries)
    return titled * 2 >= len(part.entries) and said * 2 >= len(part.entries)


def _entry_title(entry: Entry) -> str:
    return entry.label or _run_in(entry.blocks)


def _run_in(blocks: Sequence[Part]) -> str:
    """The bold words that the first sentence begins with, which are a part of it."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph):
        return ""
    runs = first.sentences[0].runs
    if not isinstance(runs[0], Strong) or len(runs) == 1 or runs[1].text[:1].isalnum():
        return ""
    return runs[0].text if len(runs[0].text.split()) <= _RUN_IN else ""


def _items(parts: Sequence[Part], group: str) -> Iterator[Section]:
    """The sections that lists hold, and the paragraphs between them as sections without title."""
    marker = parts[0].marker if parts and isinstance(parts[0], Listing) else None
    for is_list, run in groupby(
        parts, lambda part: isinstance(part, Listing) and part.marker is marker and _is_titled(part)
    ):
        if not is_list:
            yield from _prose([*run], group)
            continue
        for entry, place in _entries(run):
            title = titles.clean(_entry_title(entry))
            yield Section(title, place, entry.blocks, titles.nature(title), entry.span, group)


def _entries(parts: Iterable[Part]) -> Iterator[tuple[Entry, int]]:
    """The entries of lists, and 1 for each that starts a list anew, else 0."""
    for part in parts:
        for at, entry in enumerate(part.entries if isinstance(part, Listing) else ()):
            yield entry, int(at == 0 and entry.number <= 1)


def _prose(parts: Sequence[Part], group: str) -> Iterator[Section]:
    """A section for each paragraph; lists, code and formulas stay with the one before."""
    chunk: list[Part] = []
    for part in parts:
        if chunk and isinstance(part, Paragraph) and not _goes_on(chunk[-1], part):
            yield _untitled(chunk, group)
            chunk = []
        chunk.append(part)
    if chunk:
        yield _untitled(chunk, group)


def _goes_on(before: Part, part: Paragraph) -> bool:
    if isinstance(before, Paragraph):
        return flat(before.sentences[-1].runs).endswith(":")
    return flat(part.sentences[0].runs)[:1].islower()


def _untitled(chunk: Sequence[Part], group: str) -> Section:
    blocks = lists.blocks(chunk)
    title = titles.clean(_run_in(blocks))
    span: Span = blocks[0].span
    return Section(title, 0, blocks, titles.nature(title), span, group)


def _numbered(sections: Sequence[Section]) -> Iterator[Section]:
    """Sections counted from 1 under each heading, and anew where a list starts anew (0 so far)."""
    counts: dict[str, int] = {}
    for section in sections:
        counts[section.group] = section.number or counts.get(section.group, 0) + 1
        yield replace(section, number=counts[section.group])
