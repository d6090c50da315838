"""Where the tables and keys of a TOML file stand, which ``tomllib`` does not tell."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

__all__ = ["KeyPlace", "Path", "key_places"]

Path: TypeAlias = tuple[str, ...]

_PART: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED: Final = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_LINE: Final = re.compile(
    rf"[ \t]*(?:\[[ \t]*(?P<table>{_DOTTED})[ \t]*\]|(?P<key>{_DOTTED})[ \t]*=[ \t]*)"
)
_LONG: Final = ('"""', "'''")


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Offsets of a key, and of the first character of its value where that is a text."""

    key: int
    value: int


def key_places(text: str) -> Mapping[Path, KeyPlace]:
    """The place of each table and key, by its path; the text is sound TOML.

    Keys inside of inline tables are left out.
    """
    found: dict[Path, KeyPlace] = {}
    table: Path = ()
    at = 0
    while at < len(text):
        match = _LINE.match(text, at)
        if match and match["table"]:
            table = _path(f"[{match['table']}]")
            found.setdefault(table, KeyPlace(match.start("table") - 1, match.end()))
        elif match:
            path = (*table, *_path(f"{match['key']} = 0"))
            opening = _opening(text, match.end())
            for depth in range(len(table) + 1, len(path)):
                # a.b = 1 makes the table a
                found.setdefault(path[:depth], KeyPlace(match.start("key"), match.start("key")))
            found[path] = KeyPlace(match.start("key"), match.end() + len(opening))
            at = _end(text, match.end(), opening)
        at = text.find("\n", at) + 1 or len(text)
    return found


def _path(line: str) -> Path:
    """The keys that lead to the only value of a line."""
    value: Any = tomllib.loads(line)
    path: list[str] = []
    while isinstance(value, dict) and value:
        ((key, value),) = value.items()
        path.append(key)
    return tuple(path)


def _opening(text: str, at: int) -> str:
    """What opens a text; the newline right behind three quotation marks is no part of it."""
    for quotes in _LONG:
        if text.startswith(quotes, at):
            return quotes + ("\n" if text.startswith("\n", at + len(quotes)) else "")
    return text[at : at + 1] if text[at : at + 1] in {'"', "'"} else ""


def _end(text: str, at: int, opening: str) -> int:
    """Where a text of several lines ends, whose lines may look like keys."""
    quotes = opening.rstrip("\n")
    if quotes not in _LONG:
        return at
    closing = re.compile(rf"(?:\\.|[^\\])*?{quotes}" if quotes == '"""' else rf".*?{quotes}", re.S)
    match = closing.match(text, at + len(quotes))
    return match.end() if match else at
