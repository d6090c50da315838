"""Whether two formulas are one, and whether two questions ask for one symbol of it."""

import re
from typing import Final, NamedTuple

from cardsmith.ledger.spelling import smooth

__all__ = ["Asked", "asked_of", "is_one", "same_formula"]

_ASKED: Final = re.compile(r"In (?P<formula>.*[=\\].*), what (?:is|are) (?P<symbol>.+)\?")
_SIGN: Final = re.compile(r"\\[a-z]+|\S")


def same_formula(one: str, other: str) -> bool:
    """Whether two equations have the same symbols on both sides, wherever a fraction begins.

    ``F_G`` may be ``F``: an index of the quantity that is told.
    """
    left, equals, right = smooth(one).partition("=")
    left_too, equals_too, right_too = smooth(other).partition("=")
    if not (equals and equals_too and is_one(left, left_too)):
        return False
    return _signs(right) == _signs(right_too)


def _signs(text: str) -> list[str]:
    return sorted(_SIGN.findall(text.casefold()))


class Asked(NamedTuple):
    """A formula, and the symbol of it that a question asks for."""

    formula: str
    symbol: str


def asked_of(front: str) -> Asked | None:
    """What a question asks of a formula; None for another question."""
    asked = _ASKED.fullmatch(front)
    return Asked(smooth(asked["formula"]), smooth(asked["symbol"])) if asked else None


def is_one(one: str, other: str) -> bool:
    """Whether two symbols are one, but for an index or the variables it depends on."""
    first, second = one.strip().casefold(), other.strip().casefold()
    return bool(first and second) and (first.startswith(second) or second.startswith(first))
