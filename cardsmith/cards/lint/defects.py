"""A kind of defect: how it is found on one card, how much it weighs, what is told of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from cardsmith.cards.lint.seen import Card

__all__ = ["Check", "Defect", "Weight"]

# what is wrong on the card, in its own words, or "" where nothing is
Check: TypeAlias = Callable[[Card], str]


class Weight(StrEnum):
    """What a defect is counted as; all but the last are hard: a card that has one is not clean."""

    FORMAT = "format"
    LEAK = "leak"
    CONTENT = "content"
    TWIN = "twin"  # told by other cards of the collection
    TASTE = "taste"


@dataclass(frozen=True, slots=True)
class Defect:
    """One row of the table of checks; ``advice`` says what is wrong and what would mend it."""

    check: Check
    weight: Weight
    advice: str
