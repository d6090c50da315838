"""Fronts and answers that nobody takes in at a glance."""

from collections.abc import Mapping
from typing import Final

from cardsmith.cards.lint.seen import Card, Shape
from cardsmith.cards.lint.text import spoken

__all__ = ["empty", "long_answer", "long_front"]

# in words; a list and an explanation are long on purpose
LONGEST_FRONT: Final[Mapping[Shape, int]] = {
    Shape.QUESTION: 25,
    Shape.MEANING: 25,
    Shape.NAME: 40,
    Shape.GAP: 32,
}
LONGEST_ANSWER: Final[Mapping[Shape, int]] = {
    Shape.QUESTION: 20,
    Shape.MEANING: 30,
    Shape.NAME: 6,
}


def long_front(card: Card) -> str:
    """A front of too many words (rule R2)."""
    return _over(card.prose, LONGEST_FRONT.get(card.shape, 0))


def long_answer(card: Card) -> str:
    """An answer of too many words (rule R1)."""
    return _over(card.said, LONGEST_ANSWER.get(card.shape, 0))


def _over(text: str, most: int) -> str:
    count = spoken(text)
    return f"{count} words, {most} at most" if most and count > most else ""


def empty(card: Card) -> str:
    """A front or an answer with nothing on it."""
    sides = (("front", card.front), ("answer", card.answer))
    blank = [name for name, text in sides if not any(sign.isalnum() for sign in text)]
    odd = "answer" in blank and any(not sign.isspace() for sign in card.answer)
    # an operator is an answer, too: "::", "+="
    return "" if not blank or (odd and blank == ["answer"] and not _dots(card)) else blank[0]


def _dots(card: Card) -> bool:
    return set(card.answer) <= set(" .,…-–—")
