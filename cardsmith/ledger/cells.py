"""The cells of a ledger file: one line a record, tabs between, nothing that ends a line inside."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

__all__ = [
    "COLUMNS",
    "DOCUMENT",
    "FORMAT",
    "HEADER",
    "NOTE",
    "SUBJECT",
    "WAIVED",
    "clear",
    "escape",
    "join_numbers",
    "join_seconds",
    "join_words",
    "split_numbers",
    "split_seconds",
    "split_words",
]

HEADER: Final = "cardsmith-ledger"
FORMAT: Final = "1"
SUBJECT: Final = "subject"
DOCUMENT: Final = "document"
NOTE: Final = "note"
WAIVED: Final = "waived"

# the last cell is never empty: editors take tabs from the end of a line
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    DOCUMENT: ("key", "file", "id", "question", "absent", "keywords", "text"),
    NOTE: (
        "document",
        "note",
        "type",
        "tier",
        "guid",
        "released",
        "modified",
        "numbers",
        "absent",
        "retired",
        "asks",
        "front",
        "back",
        "fields",
    ),
    WAIVED: ("document", "note", "code", "asks", "rival"),
}

_UNSAFE: Final = re.compile("[\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SHORT: Final = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", ";": "\\s"}
_ESCAPED: Final = re.compile(r"\\(u[0-9a-f]{4}|.|$)", re.DOTALL)
_LONG: Final = {short[1]: sign for sign, short in _SHORT.items()}


def escape(text: str) -> str:
    """A text without tabs, newlines, other control characters and lone surrogates."""
    return _UNSAFE.sub(_escaped, text) if _UNSAFE.search(text) else text


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    return _SHORT.get(sign) or f"\\u{ord(sign):04x}"


def clear(cell: str) -> str:
    """The text of a cell.

    Raises:
        ValueError: a backslash that begins no escape.
    """
    return _ESCAPED.sub(_cleared, cell) if "\\" in cell else cell


def _cleared(match: re.Match[str]) -> str:
    name = match[1]
    if len(name) > 1:
        return chr(int(name[1:], 16))
    if name not in _LONG:
        raise ValueError(f"\\{name} stands for nothing; a backslash is written \\\\")
    return _LONG[name]


def join_words(words: Iterable[str]) -> str:
    """Words as ``one;two``."""
    return ";".join([escape(word).replace(";", _SHORT[";"]) for word in words])


def split_words(cell: str) -> tuple[str, ...]:
    """The words of a cell.

    Raises:
        ValueError: a backslash that begins no escape.
    """
    words = cell.split(";") if cell else ()
    return tuple(map(clear, words)) if "\\" in cell else tuple(words)


def join_seconds(seconds: int) -> str:
    """A time as a cell, "" for 0."""
    return str(seconds) if seconds else ""


def split_seconds(cell: str) -> int:
    """The time of a cell.

    Raises:
        ValueError: anything but digits.
    """
    if cell and not (cell.isascii() and cell.isdigit()):
        raise ValueError(f"{cell!r} is no time in seconds; restore this line from the last commit")
    return int(cell or 0)


def join_numbers(numbers: Mapping[str, int]) -> str:
    """Cloze numbers as ``1=term;2=term``, by number."""
    ranked = sorted((number, term) for term, number in numbers.items())
    return ";".join(f"{number}={escape(term).replace(';', _SHORT[';'])}" for number, term in ranked)


def split_numbers(cell: str) -> dict[str, int]:
    """Cloze numbers by term.

    Raises:
        ValueError: anything but numbers from 1, each with a term of its own.
    """
    if not cell:
        return {}
    pairs = cell.split(";")
    numbers: dict[str, int] = {}
    for pair in pairs:
        number, equals, term = pair.partition("=")
        if not (equals and number.isascii() and number.isdigit() and int(number) > 0):
            raise ValueError(f"{pair!r} is no cloze number; write 1=term;2=term")
        numbers[clear(term)] = int(number)
    if len(numbers) < len(pairs):
        raise ValueError("a term has two cloze numbers; keep the smaller one")
    if len(set(numbers.values())) < len(numbers):
        raise ValueError("a cloze number has two terms; give the newer term the next free number")
    return numbers
