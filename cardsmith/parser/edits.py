"""Changes to a text, with the way back to where each character stood."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cardsmith.parser.formulas import Stretch
from cardsmith.parser.places import Places

__all__ = ["Edit", "covering", "edited", "pieced"]


class Edit(NamedTuple):
    """What stands from ``start`` to ``end`` gives way to ``text``."""

    start: int
    end: int
    text: str = ""


def edited(text: str, places: Places, edits: Iterable[Edit]) -> tuple[str, Places]:
    """The text after all edits; of two that meet, the one that starts first holds."""
    kept = tuple(_apart(sorted(edits)))
    if not kept:
        return text, places
    pieces: list[tuple[str, int]] = []
    at = 0
    for edit in kept:
        pieces += [(text[at : edit.start], at), (edit.text, edit.start)]
        at = edit.end
    return pieced([*pieces, (text[at:], at)], places)


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    end = 0
    for edit in edits:
        if edit.start >= end:
            yield edit
            end = edit.end


def pieced(pieces: Iterable[tuple[str, int]], places: Places) -> tuple[str, Places]:
    """The text that pieces of an older one make up, each with where it stood in that."""
    texts: list[str] = []
    starts: list[tuple[int, int]] = []
    length = 0
    for text, origin in pieces:
        if text:
            texts.append(text)
            starts.append((length, origin))
            length += len(text)
    return "".join(texts), places.moved(starts or [(0, 0)])


def covering(stretches: Sequence[Stretch], at: int) -> Stretch | None:
    """The code or the formula that a place lies in."""
    place = bisect_right(stretches, at, key=lambda stretch: stretch.start) - 1
    return stretches[place] if place >= 0 and at < stretches[place].end else None
