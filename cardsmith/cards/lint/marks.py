"""Signs on a card that are no text: markup that was left, brackets without their twins."""

import re
from typing import Final

from cardsmith.cards.lint.seen import GAP, OPAQUE, Card, Shape

__all__ = ["doubled", "markup", "small_start", "spacing", "unbalanced"]

_MARKUP: Final = re.compile(
    r"\*\*|__|~~|`|\]\(|\\[a-zA-Z(\[]|</?[a-zA-Z][^>]*>|https?://|www\.|&(?:[a-z]+|#\d+);|"
    r"\{\{|\}\}|\$[^\s\d]|^\s*(?:#{1,6}|[-*+]|\d+\.)\s"
)
_PAIRS: Final = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("«", "»"), ("„", "“"))
_DOUBLED: Final = re.compile(r"\b([A-Za-z]{2,})\s+\1\b", re.IGNORECASE)
_FINE_DOUBLED: Final = frozenset({"had", "that", "bora", "beri", "can", "is", "so", "very"})
_SPACING: Final = re.compile(
    r"\s[,;](?=\s)|\s\.(?=\s|$)|\s\?|,,|(?<!\.)\.\.(?!\.)|\(\s|\s\)|,\.|\?\?|\?\.|"
    r"[a-z][‘“\"'](?=[A-Z])|\s[\"”](?=[?.,;])"
)
_OWN_CASE: Final = re.compile(r"^[a-z]{1,3}(?:[A-Z\d]|-[A-Zα-ω])|^[a-z]+[A-Z]|^\w+[_.(]\w*")


def markup(card: Card) -> str:
    """Markdown, HTML or TeX that was not read (rule R24)."""
    found = _MARKUP.search(card.prose.replace(GAP, "…")) or _MARKUP.search(card.said)
    return found[0].strip() if found else ""


def unbalanced(card: Card) -> str:
    """A bracket or quotation mark whose twin is on another card, or nowhere."""
    for text in (card.prose.replace(GAP, ""), card.said):
        if found := _odd(text):
            return found
    return ""


def _odd(text: str) -> str:
    bare = re.sub(r"(?m)^\s*\w{1,3}\)", "", text)  # "a) …" is a number
    for left, right in _PAIRS[:-1]:
        if bare.count(left) != bare.count(right) and "„" not in bare:
            return f"{left}{right}"
    # inches and seconds stand after a figure
    odd = bare.count('"') % 2 and re.sub(r'\d"', "", bare).count('"') % 2
    return '"' if odd else ""


def doubled(card: Card) -> str:
    """A word twice in a row."""
    for text in (card.filled, card.said):
        for found in _DOUBLED.finditer(text):
            if "\n" not in found[0] and found[1].casefold() not in _FINE_DOUBLED:
                return found[0]
    return ""


def spacing(card: Card) -> str:
    """Signs of punctuation apart from their word or twice in a row."""
    found = _SPACING.search(card.filled) or _SPACING.search(card.said)
    return found[0].strip() or "space" if found else ""


def small_start(card: Card) -> str:
    """A front that does not begin with a capital."""
    text = card.filled.lstrip(" \n([¿¡") if card.shape is not Shape.ITEM else card.front
    first = text[:1]
    if not first.islower() or first == OPAQUE or card.prose.startswith(GAP):
        return "" if not _small_gap(card) else card.answer
    return "" if _OWN_CASE.search(text) else text.split()[0]


def _small_gap(card: Card) -> bool:
    """Whether the sentence begins with its gap, and what it hides with a small letter."""
    starts = card.shape is Shape.GAP and card.prose.startswith(GAP)
    return starts and card.said[:1].islower() and not _OWN_CASE.search(card.said)
