"""The judge of finished cards: what a strict stranger would strike out, seen from the faces alone.

It shares no rule, word list or stem with the gate that chose the cards, so that neither can hide
the faults of the other.
"""

from cardsmith.cards.lint.checks import CHECKS, Finding, lint
from cardsmith.cards.lint.defects import Defect, Weight
from cardsmith.cards.lint.seen import Card, Page, Shape, cards, page

__all__ = [
    "CHECKS",
    "Card",
    "Defect",
    "Finding",
    "Page",
    "Shape",
    "Weight",
    "cards",
    "lint",
    "page",
]
