r"""Text of exports, where the two characters ``\n`` are a newline: decoded, with the way back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from cardsmith.parser.newlines import COMMAND, Escape, escapes

__all__ = ["Decoded", "decode"]

_ESCAPE: Final = re.compile(r"\\r\\n|\\[\\nt]")
# A field of a spreadsheet that was pasted with its quotation marks.
_CSV: Final = re.compile(r'"(?:[^"]|"")*"\s*')
_CSV_ESCAPE: Final = re.compile(r'\\r\\n|\\[\\nt]|""')
_SEVERAL: Final = re.compile(r'""|\\n|[.!?] ')
# Every backslash of a text written twice, newlines among them.
_TWICE: Final = re.compile(
    r"\\\\n(?=\\\\n|\s*(?:[-*+>|]|#{1,6}|\d{1,3}[.)])\s)|(?<=[.!?:])\\\\n(?=[A-Z*])"
)
_ONCE: Final = re.compile(r"(?<!\\)(?:\\\\)*\\(?!\\)")
_PAIR: Final = re.compile(r"\\\\")
# A newline among real ones: two in a row, before a sign of Markdown, or between sentences.
_STRAY: Final = re.compile(
    r"(?:\\r)?\\n(?=(?:\\r)?\\n|[ \t]*(?:[-*+>|]|#{1,6}|\d{1,3}[.)])[ \t]|\s*\Z)"
    r"|(?<=\\n)\\n|(?<=[.!?:;)*])(?:\\r)?\\n(?=[A-Z*])"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the offsets in it of the characters that were several in the source, sorted.

    An offset stands there once for each character that it is short of. ``skipped`` counts the
    characters of the source before the first of the text.
    """

    text: str
    shrunk: tuple[int, ...] = ()
    skipped: int = 0


def decode(raw: str) -> Decoded:
    r"""Text with its newlines (and its tabs) read from ``\n`` and ``\t``.

    Where most newlines are real ones, only what can be nothing else is read.
    """
    if raw[:1] == '"' and _CSV.fullmatch(raw) and _SEVERAL.search(raw):
        inner = raw.rstrip()[1:-1]
        return replace(_joined(inner, [*escapes(inner, _CSV_ESCAPE)]), skipped=1)
    if "\\" not in raw:
        return Decoded(raw)
    if "\\\\n" in raw and _TWICE.search(raw) and not _ONCE.search(raw):
        return _twice(raw)
    if "\n" in raw and "\n" in raw.strip():
        return _joined(raw, _strays(raw, [*escapes(raw, _ESCAPE)]))
    special = ("`", "\\n\\t", "\\\\n", "\\r\\n")
    if any(sign in raw for sign in special) or COMMAND.search(raw):
        return _joined(raw, [*escapes(raw, _ESCAPE)])
    lines = raw.split("\\n")
    ends = accumulate([len(line) + 1 for line in lines[:-1]])
    return Decoded("\n".join(lines), tuple([end - 1 for end in ends]))


def _joined(raw: str, found: Sequence[Escape]) -> Decoded:
    pieces: list[str] = []
    shrunk: list[int] = []
    at = 0
    for escape in found:
        pieces += (raw[at : escape.start], escape.character)
        shrunk += [escape.start - len(shrunk)] * (escape.length - 1)
        at = escape.start + escape.length
    pieces.append(raw[at:])
    return Decoded("".join(pieces), tuple(shrunk))


def _twice(raw: str) -> Decoded:
    """A text read that was written with every backslash twice."""
    halves = [Escape(match.start(), 2, "\\") for match in _PAIR.finditer(raw)]
    half = _joined(raw, halves)
    whole = decode(half.text)
    shrunk = [*whole.shrunk]
    starts = [offset + index for index, offset in enumerate(whole.shrunk)]
    before = 0
    for offset in half.shrunk:
        while before < len(starts) and starts[before] < offset:
            before += 1
        shrunk.append(offset - before)
    return Decoded(whole.text, tuple(sorted(shrunk)))


def _strays(raw: str, found: Sequence[Escape]) -> Sequence[Escape]:
    """All escapes of a text with real newlines, too; or those alone that must be newlines."""
    sure = [
        escape
        for escape in found
        if escape.inside is None and escape.character == "\n" and _STRAY.match(raw, escape.start)
    ]
    return found if len(sure) > raw.strip().count("\n") else sure
