"""Lists that code, formulas or tables interrupt, put together again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cardsmith.markup import flat
from cardsmith.model import (
    Block,
    Blocks,
    CodeBlock,
    Entry,
    Formula,
    Listing,
    Marker,
    Paragraph,
    Sentence,
    Strong,
    Table,
)
from cardsmith.parser.structure import BOLD_LINE, Heading, Lead, Part

__all__ = ["blocks", "join"]


def join(parts: Iterable[Part]) -> list[Part]:
    """Parts with every list whole: what interrupts one belongs to the entry before it."""
    out: list[Part] = []
    for part in parts:
        before = out[-1] if out else None
        if isinstance(before, Listing) and _belongs(before, part):
            out[-1] = _append(before, blocks([part]))
        elif isinstance(part, Listing):
            _add(out, part)
        else:
            out.append(part)
    return out


def blocks(parts: Iterable[Part]) -> Blocks:
    """Parts as blocks: titles in bold stay with their text."""
    found: list[Block] = []
    for part in parts:
        match part:
            case Lead(whole=whole):
                found.extend(whole)
            case Heading(title=title, span=span):
                found.append(Paragraph((Sentence((Strong(title),), span),), span))
            case _:
                found.append(part)
    return tuple(found)


def _add(out: list[Part], listing: Listing) -> None:
    at = _continued(out, listing)
    if at is None:
        out.append(listing)
        return
    first = out[at]
    if isinstance(first, Listing):
        inner = blocks(out[at + 1 :])
        whole = _append(first, inner) if inner else first
        out[at:] = [replace(whole, entries=(*whole.entries, *listing.entries))]


def _continued(out: Sequence[Part], listing: Listing) -> int | None:
    """The list among the last parts that goes on with this one."""
    for at in range(len(out) - 1, -1, -1):
        part = out[at]
        if isinstance(part, Heading) and (part.level < BOLD_LINE or at == len(out) - 1):
            return None
        if isinstance(part, Listing) and part.marker is listing.marker:
            if listing.marker is Marker.NUMBER:
                goes_on = part.entries[-1].number + 1 == listing.entries[0].number
            else:
                goes_on = at == len(out) - 1 and isinstance(_last(part), CodeBlock | Formula)
            return at if goes_on else None
        if listing.marker is Marker.BULLET:
            return None
    return None


def _append(listing: Listing, more: Blocks) -> Listing:
    *entries, last = listing.entries
    return replace(listing, entries=(*entries, replace(last, blocks=(*last.blocks, *more))))


def _belongs(listing: Listing, part: Part) -> bool:
    """Whether a part that stands right after a list belongs to its last entry."""
    entry = listing.entries[-1]
    match part:
        case CodeBlock() | Formula():
            return bool(entry.label) or _leads_on(entry)
        case Listing(marker=Marker.BULLET):
            return listing.marker is Marker.NUMBER and (bool(entry.label) or _leads_on(entry))
        case Table():
            return _leads_on(entry)
        case Paragraph(sentences=(first, *_)):
            return isinstance(_last(listing), Formula) and flat(first.runs)[:1].islower()
        case _:
            return False


def _last(listing: Listing) -> Block | None:
    entry = listing.entries[-1]
    return entry.blocks[-1] if entry.blocks else None


def _leads_on(entry: Entry) -> bool:
    """Whether an entry ends with a colon, or says nothing yet."""
    if not entry.blocks:
        return True
    last = entry.blocks[-1]
    return isinstance(last, Paragraph) and flat(last.sentences[-1].runs).endswith(":")
