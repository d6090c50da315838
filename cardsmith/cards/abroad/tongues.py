"""What cards say in a language, and the words that tell whether its sentences stand alone."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Final

from cardsmith.model import Run, Runs, Text

__all__ = ["Tongue", "filled", "tongue"]

_LISTS: Final = frozenset(
    "opening orders leads inside persons starts frames address joins generic".split()
)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The row of a language in ``tongues.toml``, where the fields are told.

    One that has no row says nothing around a document's own words, and knows no word that leans.
    """

    explain: str = "{}"
    means: str = "{}"
    term: str = ""
    stands: str = "{}"
    short: str = ""
    symbol: str = "{formula}: {sign}?"
    cell: str = "{thing}: {aspect}?"
    opening: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    strips: tuple[str, ...] = ()
    starts: frozenset[str] = frozenset()
    frames: frozenset[str] = frozenset()
    address: frozenset[str] = frozenset()
    praise: str = ""
    examples: str = ""
    joins: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    defines: str = ""
    cuts: str = ""

    @property
    def known(self) -> bool:
        """Whether it is known what leans in this language."""
        return bool(self.leads)

    def names(self, title: str) -> bool:
        """Whether a title names a thing, and is not one of any document."""
        return title.casefold() not in {each.casefold() for each in self.generic}

    def praises(self, text: str) -> bool:
        """Whether a sentence says that something matters."""
        return bool(self.praise) and re.search(self.praise, text, re.IGNORECASE) is not None

    def gives_examples(self, before: str) -> bool:
        """Whether the words before others announce an example."""
        pattern = rf"(?:^|\W){self.examples}\s*$"
        return bool(self.examples) and re.search(pattern, before, re.IGNORECASE) is not None


def filled(template: str, parts: Mapping[str, Runs]) -> Runs:
    """The words of a language with runs in their places."""
    found: list[Run] = []
    for words, field, *_ in Formatter().parse(template):
        found.extend((Text(words),) if words else ())
        found.extend(parts[field] if field else ())
    return tuple(found)


@cache
def tongue(code: str) -> Tongue:
    """The row of a language (ISO 639-1)."""
    return _tongues().get(code, Tongue())


@cache
def _tongues() -> Mapping[str, Tongue]:
    text = files("cardsmith.cards.abroad").joinpath("tongues.toml").read_text(encoding="utf-8")
    return {code: _read(row) for code, row in tomllib.loads(text).items()}


def _read(row: Mapping[str, str | list[str]]) -> Tongue:
    known = {field.name for field in fields(Tongue)}
    return Tongue(**{key: _value(key, value) for key, value in row.items() if key in known})  # type: ignore[arg-type]


def _value(key: str, value: str | list[str]) -> str | tuple[str, ...] | frozenset[str]:
    if isinstance(value, list):
        return tuple(value)
    return frozenset(value.split()) if key in _LISTS else value
