"""What costs a card no point with a machine and all of them with a learner."""

import re
from typing import Final

from cardsmith.cards.lint.lists import GENERIC, PRAISE, SIMPLE
from cardsmith.cards.lint.seen import GAP, Card, Shape
from cardsmith.cards.lint.text import contents, stem, stems

__all__ = ["addresses", "advice", "also", "choice", "dull", "one_of_many", "praises", "vague_verb"]

_EXAMPLES: Final = re.compile(
    r"\b(?:such as|including|includes?|like|e\.g\.,?|for example,?)\s[^.;:()]*" + re.escape(GAP)
)
# words besides the topic
_TELLING: Final = 2
# praise in an answer, fact on a front
_SOBER: Final = frozenset("effective essential key major necessary notable prominent".split())
_ADVICE: Final = re.compile(r"\b(?:should|ought to|make sure|it is important)\b")
_ADDRESSES: Final = re.compile(r"\b(?:you|your|yours|we|us|our|let's)\b", re.IGNORECASE)
_EITHER: Final = re.compile(r"^(?:which|what|who)\b[^?]*\bor\b[^?]*\?$", re.IGNORECASE)


def dull(card: Card) -> str:
    """A question that says fewer than two things besides its topic."""
    if card.shape is not Shape.QUESTION:
        return ""
    topic = card.page.asked | stems(card.context)
    said = {word for word in contents(card.prose) if stem(word) not in topic}
    return card.prose if len(said - SIMPLE - GENERIC) < 1 or len(said) < _TELLING else ""


def also(card: Card) -> str:
    """A question that adds to what was not said: "Which tool can also …?"."""
    found = re.search(r"(?<!but )\balso\b|\badditional(?:ly)?\b", card.prose)
    return found[0] if found and card.shape is Shape.QUESTION else ""


def praises(card: Card) -> str:
    """Praise on the front."""
    if card.shape in (Shape.OPEN, Shape.ITEM):
        return ""
    return next((word for word in contents(card.front) if word in PRAISE - _SOBER), "")


def advice(card: Card) -> str:
    """Advice in place of a fact."""
    found = _ADVICE.search(f"{card.front} {card.answer}")
    return found[0] if found and card.shape is not Shape.OPEN else ""


def addresses(card: Card) -> str:
    """A card that speaks to its reader."""
    found = _ADDRESSES.search(re.sub(r"\b(?:US|U\.S\.)", "", card.filled))
    return found[0] if found and card.shape is not Shape.OPEN else ""


def one_of_many(card: Card) -> str:
    """One example of several hidden: any other would do as well."""
    found = _EXAMPLES.search(card.prose) if card.shape is Shape.GAP else None
    return found[0] if found else ""


def vague_verb(card: Card) -> str:
    """A question whose only deed is one that anything does: "What can X improve?"."""
    if card.shape is not Shape.QUESTION:
        return ""
    found = re.match(
        r"^What (?:does|do|can|may|did|will) .*\b(?:affect|enhance|ensure|help|impact|improve|"
        r"include|influence|involve|offer|play|provide|reflect|support)\?$",
        card.prose,
    )
    return found[0] if found else ""


def choice(card: Card) -> str:
    """A question that offers its answers."""
    found = _EITHER.match(card.prose) if card.shape is Shape.QUESTION else None
    offered = found and stems(card.answer) <= stems(card.front)
    return card.answer if offered else ""
