"""Cards that say more than their source."""

import re
from typing import Final

from cardsmith.cards.lint.lists import HEDGES
from cardsmith.cards.lint.seen import Card, Shape
from cardsmith.cards.lint.text import contents, kin, stem, stems, words

__all__ = ["hedge_lost", "invented", "negation_lost"]

_NEGATION: Final = re.compile(
    r"\b(?:not|never|no longer|cannot|rarely|hardly|n't)\b", re.IGNORECASE
)
_KIND: Final = re.compile(
    r"\b(?:name|which|what kind of|what type of)(?: [\w-]+){1,2}", re.IGNORECASE
)
_ASIDE: Final = re.compile(r"\([^()]*\)")
_VERBS: Final = frozenset("can could may might suggest suggests tend tends".split())
_ADVERBS: Final = re.compile(r"^(?:also|further|\w+ly)$")
# what fixed wordings may add to the words of the source
_ADDED: Final = frozenset(
    """acronym amount called code come comes concept describe did do does equation explain following
    form formula general happened happens mean means name number percentage program question right
    stand stands step term terms use used value written""".split()
)


def hedge_lost(card: Card) -> str:
    """A claim that the source softens and the card does not (rule R16)."""
    if card.shape in (Shape.OPEN, Shape.ITEM) or card.note.kind in ("own", "acronym"):
        return ""
    shown = f"{card.filled} {card.said}"
    kept = {word.casefold() for word in words(shown)}
    on_card = stems(shown)
    said = words(_ASIDE.sub(" ", card.source))
    for at, word in enumerate(said):
        low = word.casefold()
        # a month; what a thing is for
        other = (word == "May" and at > 0) or said[at : at + 3] == ["can", "be", "used"]
        told = at > 0 and said[at - 1].casefold() in ("one", "users", "we", "you")
        if other or told or low not in HEDGES or low in kept or _about(kept, low):
            continue
        reach = 6 if at == 0 or low in _VERBS else 3
        if _claimed(said[at + 1 : at + reach], on_card):
            return word
    return ""


def _about(kept: set[str], hedge: str) -> bool:
    """Whether another hedge does its work: "about" for "approximately", "might" for "may"."""
    if hedge in ("almost", "approximately", "estimated", "nearly", "roughly"):
        return bool(kept & {"about", "almost", "approximately", "around", "nearly", "roughly"})
    return bool(kept & HEDGES)


def _claimed(after: list[str], on_card: frozenset[str]) -> bool:
    """Whether the deed that was softened stands on the card: the first telling word after it."""
    telling = [word for word in contents(" ".join(after)) if not _ADVERBS.match(word)]
    return bool(telling) and stem(telling[0]) in on_card


def invented(card: Card) -> str:
    """Telling words on a card that are neither in its sentence nor on its page (rule R16)."""
    if card.shape is Shape.OPEN or card.note.kind == "own":
        return ""
    known = card.page.known | stems(card.source)
    # the kind that a question names ("Which vessel …?") may be common knowledge
    said = contents(f"{_KIND.sub(' ', card.filled)} {card.said}")
    new = [word for word in said if not kin(word) & known and word not in _ADDED]
    return ", ".join(new[:3]) if new else ""


def negation_lost(card: Card) -> str:
    """A card without the "not" of its sentence's only clause."""
    if card.shape is not Shape.QUESTION:
        return ""
    lost = _NEGATION.search(card.source) and not _NEGATION.search(f"{card.front} {card.answer}")
    simple = not re.search(r"[,;:]|\b(?:but|that|which|while|and|or)\b", card.source)
    return card.source if lost and simple else ""
