"""A piece of Markdown that stands in another file: one side of a card, or a text with holes."""

from collections.abc import Iterator

from cardsmith.diagnostics import Diagnostic
from cardsmith.model import Blocks
from cardsmith.parser import gaps, holes, lists, readings
from cardsmith.parser.escapes import Decoded
from cardsmith.parser.formulas import opaque
from cardsmith.parser.front import FrontError
from cardsmith.parser.places import Lines, Places
from cardsmith.parser.readings import Clean

__all__ = ["gapped", "side"]


def side(text: str, lines: Lines, offset: int) -> Blocks | Diagnostic:
    """A text as blocks; ``offset`` is where it starts in the file of ``lines``."""
    places = Places(lines, (0,), (offset,), Decoded(text))
    try:
        parts = readings.read(Clean(text, places)).parts
    except FrontError as error:
        return error.diagnostic
    return gaps.filled(lists.blocks(lists.join(parts)))


def gapped(text: str, lines: Lines, offset: int) -> Iterator[Blocks | Diagnostic]:
    """A text with holes (``{{c1::words}}``), or all that is wrong with them."""
    places = Places(lines, (0,), (offset,), Decoded(text))
    wrong = [
        Diagnostic(places.span(at), "no-hole", message)
        for at, message in holes.lost(text, opaque(text))
    ]
    yield from wrong
    if not wrong:
        yield _gapped(text, places)


def _gapped(text: str, places: Places) -> Blocks | Diagnostic:
    try:
        parts = readings.read(Clean(text, places)).parts
    except FrontError as error:
        return error.diagnostic
    blocks = lists.blocks(lists.join(parts))
    if gaps.has_holes(blocks):
        return gaps.numbered(blocks)
    message = "hides nothing; write what to hide as in {{c1::words}} or {{c1::words::hint}}"
    return Diagnostic(places.span(0), "no-hole", message)
