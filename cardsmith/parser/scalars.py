"""Where the characters of a YAML text stand in the file, through folding, indents and escapes."""

import re
from collections.abc import Iterator
from typing import Final

from cardsmith.parser.source import Field

__all__ = ["pieces", "start"]

_LINE: Final = re.compile(r"[^\n\x85\u2028\u2029]+")
_QUOTED: Final = re.compile(r"''|[^'\n\x85\u2028\u2029]+")
_ESCAPED: Final = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n|.)|[^\\\n\x85\u2028\u2029]+"
)


def pieces(text: str, field: Field) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Offsets in the value and in the file where each piece that is verbatim in both starts."""
    values: list[int] = [0]
    files: list[int] = [field.start]
    at = 0
    for start, piece, length in _verbatim(text, field):
        found = field.text.find(piece, at) if piece else at
        if found < 0:
            continue
        at = found + length
        if values[-1] == found:
            files[-1] = start
        else:
            values.append(found)
            files.append(start)
    return tuple(values), tuple(files)


def start(text: str, field: Field) -> int:
    """Where in the file the first character of a value stands."""
    return next((at for at, _, _ in _verbatim(text, field)), field.start)


def _verbatim(text: str, field: Field) -> Iterator[tuple[int, str, int]]:
    """Pieces of the source that are in the value as they stand: start, text, length there.

    An escape sequence has no text of its own ("") and one character there.
    """
    if field.style in {"|", ">"}:
        body = text.find("\n", field.start, field.end) + 1
        yield from _lines(text, body, field.end) if body else ()
    elif field.style == "'":
        yield from _single(text, field)
    elif field.style == '"':
        yield from _double(text, field)
    else:
        yield from _lines(text, field.start, field.end)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str, int]]:
    for match in _LINE.finditer(text, start, end):
        piece = match[0].strip(" \t")
        if piece:
            yield match.start() + match[0].index(piece), piece, len(piece)


def _single(text: str, field: Field) -> Iterator[tuple[int, str, int]]:
    for match in _QUOTED.finditer(text, field.start + 1, field.end - 1):
        if match[0] == "''":
            yield match.start(), "'", 1
        elif match[0].strip():
            piece = match[0].strip(" \t")
            yield match.start() + match[0].index(piece), piece, len(piece)


def _double(text: str, field: Field) -> Iterator[tuple[int, str, int]]:
    for match in _ESCAPED.finditer(text, field.start + 1, field.end - 1):
        piece = match[0].strip(" \t")
        if match[0].startswith("\\"):
            if match[0][-1] != "\n":
                yield match.start(), "", 1
        elif piece:
            yield match.start() + match[0].index(piece), piece, len(piece)
