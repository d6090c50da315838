"""The text of an answer, read: its parts, with the way back to the file."""

import posixpath
import re
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cardsmith.diagnostics import Diagnostic, Severity, split
from cardsmith.model import Span
from cardsmith.parser import (
    asides,
    escapes,
    front,
    holes,
    markdown,
    marks,
    scalars,
    structure,
    unspaced,
)
from cardsmith.parser.edits import Edit, edited
from cardsmith.parser.formulas import Stretch, opaque
from cardsmith.parser.marks import Mark
from cardsmith.parser.places import Places
from cardsmith.parser.source import Field, Source
from cardsmith.parser.structure import Part

__all__ = ["Clean", "Reading", "body", "of_field", "part", "read"]

# "1914." alone is a year, and no list of one entry that says nothing
_YEAR: Final = re.compile(
    r"^[ ]{0,3}(\d{1,9})[.)][ \t]*$(?!\n[ \t]*\S)(?!\n\n[ \t]+\S)", re.MULTILINE
)
_DEEPEST: Final = markdown.DEEPEST - 1


@dataclass(frozen=True, slots=True)
class Clean:
    """A text without what is no text in it; ``known`` are the addresses that links may name."""

    text: str
    places: Places
    marks: tuple[Mark, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    known: MutableMapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer's parts; ``start`` is where its text begins in the file.

    ``marks`` keep parts of it out, ``faults`` are of marks that say nothing.
    """

    parts: tuple[Part, ...]
    start: Span
    has_holes: bool = False
    marks: tuple[Mark, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def of_field(source: Source, field: Field) -> Reading:
    """The answer in the front matter, where two characters may stand for a newline."""
    raw, file = scalars.pieces(source.text, field)
    decoded = escapes.decode(field.text)
    places = Places(source.lines, raw, file, decoded)
    return read(_clean(decoded.text, places))


def body(source: Source) -> Clean:
    """The text under the front matter, or the whole file where there is none."""
    return part(source, source.body, len(source.text))


def part(source: Source, start: int, end: int) -> Clean:
    """A part of a file."""
    text = source.text[start:end]
    places = Places(source.lines, (0,), (start,), escapes.Decoded(text))
    years = [Edit(match.end(1), match.end(1), "\\") for match in _YEAR.finditer(text)]
    return _clean(*edited(text, places, years))


def _clean(text: str, places: Places) -> Clean:
    if not (asides.has_some(text) or markdown.HOLE in text):
        return Clean(*edited(text, places, unspaced.meant(text)))
    stretches = opaque(text)
    marked, unknown = split(marks.found(text, places, stretches))
    lost = tuple(_lost(text, places, stretches))
    text, places = edited(text, places, asides.comments(text, stretches))
    text, places = edited(text, places, unspaced.meant(text))
    stretches = opaque(text)
    edits = [*asides.others(text, stretches), *holes.in_formulas(text, stretches)]
    return Clean(*edited(text, places, edits), marked, (*unknown, *lost))


def _lost(text: str, places: Places, stretches: Sequence[Stretch]) -> Iterator[Diagnostic]:
    for at, message in holes.lost(text, stretches):
        yield Diagnostic(places.span(at), "no-hole", message, Severity.WARNING)


def read(clean: Clean) -> Reading:
    """The parts of a text."""
    text, places = clean.text, clean.places
    parsed = markdown.parse(text, clean.known)
    start = places.span(len(text) - len(text.lstrip()))
    if any(token.level >= _DEEPEST for token in parsed.tokens):
        message = "lists or quotations are nested too deep; take them apart"
        raise front.FrontError(Diagnostic(start, "too-deep", message))
    folder = posixpath.dirname(places.lines.path)
    parts = structure.parts(parsed, places, folder)
    return Reading(parts, start, parsed.has_holes, clean.marks, clean.faults)
