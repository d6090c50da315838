"""Answers that are not worth recalling, and gaps of a wrong size."""

import re
from typing import Final

from cardsmith.cards.lint.lists import ADVERBS, DEGREES, GENERIC, GENERIC_TITLES, HEDGES, PRAISE
from cardsmith.cards.lint.seen import GAP, Card, Shape
from cardsmith.cards.lint.text import contents, spoken, stems, words

__all__ = ["generic_title", "long_blank", "many_blanks", "praise", "topic_blank", "torn", "trivial"]

LONGEST_BLANK: Final = 5
WIDEST_BLANK: Final = 40
MOST_BLANKS: Final = 3
MOST_ITEMS: Final = 7
_NOUNS_IN_LY: Final = frozenset(
    "anomaly assembly bully family fly italy lily monopoly oligopoly reply supply".split()
)
_BROAD: Final = frozenset(
    """additional basic common current different final general historical important key main major
    modern new other overall possible potential practical specific various""".split()
)
_OFTEN: Final = re.compile(r"(?:once|twice|every|each)\b", re.IGNORECASE)
_TORN: Final = re.compile(
    rf"(?:[\w$%])(?:[-–]?){re.escape(GAP)}|{re.escape(GAP)}(?:[-–]?\w|[.,]\d|%)"
)
_PLAIN_JOIN: Final = re.compile(
    rf"[-–]{re.escape(GAP)}|{re.escape(GAP)}[-–]\w|{re.escape(GAP)}(?:[’']s?\b|s\b)"
)


def trivial(card: Card) -> str:
    """An answer of function words, hedges, adverbs, words of degree or words that fit anywhere."""
    if card.shape in (Shape.OPEN, Shape.MEANING, Shape.NAME) or not _prose_only(card):
        return ""
    said = [word for word in words(card.answer.casefold()) if not word.isdigit()]
    if not said:
        return ""
    figured = any(sign.isdigit() for sign in card.answer) or _OFTEN.match(card.answer)
    if figured or stems(card.answer) <= card.page.marked:
        return ""
    *first, last = contents(card.answer) or ("",)
    plain = all(word in DEGREES for word in first) and _plain(last) and "-" not in card.answer
    return card.answer if plain else ""


def _prose_only(card: Card) -> bool:
    return card.answer == card.said


def _plain(word: str) -> bool:
    low = word.casefold()
    listed = low in ADVERBS | DEGREES | HEDGES or {low, low.removesuffix("s")} & GENERIC
    return bool(listed) or not contents(low) or _adverb(low)


def _adverb(word: str) -> bool:
    return word.endswith("ly") and word not in _NOUNS_IN_LY


def topic_blank(card: Card) -> str:
    """A gap for what the document's question already names (rule R6)."""
    if card.shape is not Shape.GAP:
        return ""
    said = stems(card.answer)
    return card.answer if said and said <= card.page.asked else ""


def praise(card: Card) -> str:
    """An answer that only praises."""
    said = contents(card.answer)
    if card.shape in (Shape.OPEN, Shape.ITEM) or "-" in card.answer:
        return ""
    empty = all(word in PRAISE or word in GENERIC for word in said)
    return card.answer if empty and any(word in PRAISE for word in said) else ""


def generic_title(card: Card) -> str:
    """An answer that is the title of no part in particular (rule R23)."""
    if card.shape not in (Shape.ITEM, Shape.NAME, Shape.QUESTION):
        return ""
    if card.shape is not Shape.ITEM and card.answer not in card.page.sections:
        return ""
    said = contents(card.answer)
    return card.answer if "-" not in card.answer and _generic(said) else ""


def _generic(said: tuple[str, ...]) -> bool:
    known = all(word in GENERIC_TITLES or word in _BROAD for word in said)
    return known and any(word in GENERIC_TITLES for word in said)


def long_blank(card: Card) -> str:
    """A gap for more than five words or forty characters (rule R7)."""
    if card.shape is not Shape.GAP:
        return ""
    wide = len(card.answer) > WIDEST_BLANK and card.answer == card.said
    return card.answer if wide or spoken(card.said) > LONGEST_BLANK else ""


def many_blanks(card: Card) -> str:
    """Too many gaps in one text (rule R8)."""
    if not card.gapped:
        return ""
    most = MOST_ITEMS if card.shape is Shape.ITEM else MOST_BLANKS
    return f"{card.holes} gaps" if card.holes > most else ""


def torn(card: Card) -> str:
    """A gap for a part of a word or number: "[…].3-fold"."""
    if not card.gapped or not (found := _TORN.search(card.prose)):
        return ""
    return "" if _PLAIN_JOIN.search(card.prose) else found[0]
