"""Settings: every key optional, checked once, an unknown key told with the nearest known one."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from typing import Any, Final

from cardsmith.diagnostics import CardsmithError
from cardsmith.model import Paper

__all__ = ["Settings", "parse", "versions"]

# the range in which Anki's scheduler takes a desired retention
_LEAST: Final = 0.7
_MOST: Final = 0.97


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``[tool.cardsmith]`` or ``cardsmith.toml`` may say; paths are relative to that file.

    ``root_deck`` stands before every deck's name. ``site`` is put before addresses that begin with
    a slash. ``retention`` is the share of cards to be known. ``subjects`` maps other spellings of
    a subject to the one to show.
    """

    content: str = "content"
    out: str = "decks/out"
    ledger: str = "decks/ledger"
    overrides: str = "decks/overrides"
    root_deck: str = "Cardsmith"
    site: str = ""
    max_notes: int = 12
    min_score: int = 60
    new_per_day: int = 15
    reviews_per_day: int = 200
    retention: float = 0.9
    paper: Paper = Paper.A4
    versions: str = "AB"
    questions: int = 20
    seed: int = 1
    subjects: Mapping[str, str] = field(default_factory=dict)


def parse(table: Mapping[str, Any], path: str, text: str) -> Settings:
    """The settings of a parsed TOML table; ``path`` and ``text`` tell where a fault is.

    Raises:
        CardsmithError: an unknown key or a value of the wrong kind, with file and line.
    """
    known = {each.name for each in fields(Settings)}
    for key in table:
        if key not in known:
            raise CardsmithError(f"{_place(path, text, key)}: {_unknown(key, known)}")
    values = {}
    for key, value in table.items():
        try:
            values[key] = _CHECKS[key](value)
        except (TypeError, ValueError) as fault:
            raise CardsmithError(f"{_place(path, text, key)}: {key} = {value!r}: {fault}") from None
    return Settings(**values)


def _unknown(key: str, known: set[str]) -> str:
    near = get_close_matches(key, sorted(known), n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(sorted(known))}"
    return f"unknown key {key!r}; {hint}"


def _place(path: str, text: str, key: str) -> str:
    pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
    for number, line in enumerate(text.splitlines(), 1):
        if pattern.match(line):
            return f"{path}:{number}"
    return path


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("write a text in quotation marks")
    return value


def _between(low: int, high: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise ValueError(f"write a whole number from {low} to {high}")
        return value

    return check


def _retention(value: object) -> float:
    if not isinstance(value, float) or not _LEAST <= value <= _MOST:
        raise ValueError(f"write a number from {_LEAST} to {_MOST}")
    return value


def _paper(value: object) -> Paper:
    if value not in set(Paper):
        raise ValueError(f"write one of {', '.join(repr(str(paper)) for paper in Paper)}")
    return Paper(str(value))


def versions(value: object) -> str:
    """The letters of a quiz's versions, checked.

    Raises:
        ValueError: other letters than A to F, or one twice.
    """
    text = _text(value)
    if not re.fullmatch(r"[A-F]{1,6}", text) or len(set(text)) < len(text):
        raise ValueError("write different letters from A to F, as in 'AB'")
    return text


def _deck(value: object) -> str:
    text = _text(value)
    if any(not part.strip() for part in text.split("::")) and text:
        raise ValueError("a deck's name may not be empty between '::'")
    return text


def _names(value: object) -> Mapping[str, str]:
    if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value.values()):
        raise TypeError('write a table of names, as in { "Maths" = "Mathematics" }')
    return {str(key): str(name) for key, name in value.items()}


_CHECKS: Final[Mapping[str, Callable[[object], Any]]] = {
    "content": _text,
    "ledger": _text,
    "max_notes": _between(1, 100),
    "min_score": _between(0, 100),
    "new_per_day": _between(1, 9999),
    "out": _text,
    "overrides": _text,
    "paper": _paper,
    "questions": _between(1, 200),
    "retention": _retention,
    "reviews_per_day": _between(1, 9999),
    "root_deck": _deck,
    "seed": _between(0, 2**31),
    "site": _text,
    "subjects": _names,
    "versions": versions,
}
