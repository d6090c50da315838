"""Titles numbered with letters, told from names with an initial: "A. Roman Law", "E. coli".

Only a row of them tells: such numbers are put into brackets, by which cleaning knows them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from cardsmith.model import Listing
from cardsmith.parser.structure import Heading, Lead, Part

__all__ = ["bracketed"]

_LETTER: Final = re.compile(r"([A-H]|[IVX]{1,4})\.(?=\s+\S)")
_LOWEST: Final = 99
_ROWS: Final = ("A B C D E F G H".split(), "I II III IV V VI VII VIII IX X XI XII".split())


def bracketed(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts, where a row of titles is numbered with letters: "(A) Roman Law"."""
    if not any(_LETTER.match(title) for part in parts for title in _titles(part)):
        return parts
    numbered: set[int] = set()
    for row in _rows(parts):
        if _is_row([title for at in row for title in _titles(parts[at])]):
            numbered.update(row)
    return [_bracketed(part) if at in numbered else part for at, part in enumerate(parts)]


def _rows(parts: Sequence[Part]) -> Iterator[list[int]]:
    """Titles that stand beside each other: those of a list, and of one level under one heading."""
    levels: dict[int, list[int]] = {}
    for at, part in enumerate(parts):
        if isinstance(part, Listing):
            yield [at]
        elif isinstance(part, Heading | Lead):
            level = part.level if isinstance(part, Heading) else _LOWEST
            for below in [each for each in levels if each > level]:
                yield levels.pop(below)
            levels.setdefault(level, []).append(at)
    yield from levels.values()


def _bracketed(part: Part) -> Part:
    match part:
        case Heading(title=title) | Lead(title=title):
            return replace(part, title=_in_brackets(title))
        case Listing(entries=entries):
            changed = [replace(entry, label=_in_brackets(entry.label)) for entry in entries]
            return replace(part, entries=tuple(changed))
        case _:
            return part


def _in_brackets(title: str) -> str:
    return _LETTER.sub(r"(\1)", title, count=1)


def _titles(part: Part) -> Iterator[str]:
    match part:
        case Heading(title=title) | Lead(title=title):
            yield title
        case Listing(entries=entries):
            yield from (entry.label for entry in entries)
        case _:
            pass


def _is_row(titles: Sequence[str]) -> bool:
    """Whether titles count "A. … B. …", perhaps several times, most of them at least."""
    letters = [match[1] for title in titles if (match := _LETTER.match(title))]
    if len(letters) < 2 or 2 * len(letters) < len(titles):  # noqa: PLR2004
        return False
    return any(_counts(letters, row) for row in _ROWS)


def _counts(letters: Sequence[str], row: Sequence[str]) -> bool:
    if letters[0] != row[0]:
        return False
    return all(
        after == row[0] or (before, after) in pairwise(row) for before, after in pairwise(letters)
    )
