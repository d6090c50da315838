"""Fronts that give their answer away."""

import re
from collections.abc import Iterator
from typing import Final

from cardsmith.cards.lint.seen import GAP, Card, Shape
from cardsmith.cards.lint.text import contents, stem, stems, words

__all__ = ["leak", "repeated", "spelled_out"]

_ASKED_KIND: Final = re.compile(
    r"\b(?:which|what|how many|how much)\s+((?:[\w’'-]+\s+){0,4}[\w’'-]+)", re.IGNORECASE
)
_JOINED: Final = re.compile(r"\w+(?:[-–]\w+)+")
_SHORT: Final = r"[A-Z][A-Za-z0-9]*[A-Z0-9]s?"
_SHORT_AFTER: Final = re.compile(rf"^\s*\(({_SHORT})\)")
_LONG_AFTER: Final = re.compile(r"^\s*\(([\w’ -]+)\)")
_LONG_BEFORE: Final = re.compile(r"((?:[\w’-]+ ){1,8})\($")
_ALTERNATIVES: Final = re.compile(r"[:,]\s[^,?]*\bor\b[^?]*\?$|\bor\b[^?]*\?$", re.IGNORECASE)


def leak(card: Card) -> str:
    """A word of the answer's family on the front, or on the topic line (rule R5).

    Words of the document's topic are excepted where the answer has more than those; so is the
    kind that a question names ("Which layer …?", "The periosteal layer").
    """
    if card.shape is Shape.OPEN or _chosen(card):
        return ""
    secret = {stem(word): word for word in contents(card.said) if _tells(word)}
    shown = stems(f"{card.context} {card.prose.replace(GAP, ' ')}")
    given = shown & secret.keys() - _excepted(card, stems(card.said))
    return ", ".join(f"“{secret[each]}”" for each in sorted(given))


def _tells(word: str) -> bool:
    """Whether a word is more than a letter or two: those of formulas are everywhere."""
    return len(word) > len("io") or (word.isdigit() and len(word) > 1)


def _excepted(card: Card, secret: frozenset[str]) -> frozenset[str]:
    if card.shape is Shape.NAME:
        return frozenset()
    listed = card.page.asked if card.shape is Shape.ITEM else frozenset()
    topic = card.page.topic | listed | (card.page.asked & stems(card.context))
    excepted = topic | _kind(card) | _shared(card) | _second_halves(card)
    return excepted if secret - excepted else frozenset()


def _kind(card: Card) -> frozenset[str]:
    """What the question says the answer is."""
    said = contents(card.answer)
    named = stems(_ASKED_KIND.findall(card.front))
    return named & {stem(said[-1])} if said else frozenset()


def _shared(card: Card) -> frozenset[str]:
    """In a list, what the answer shares with other items ("smooth muscle", "skeletal muscle")."""
    if card.shape is not Shape.ITEM:
        return frozenset()
    return stems(card.front.split("\n")[1:])


def _second_halves(card: Card) -> frozenset[str]:
    """The "order" of "higher-order": alone it gives nothing away."""
    return stems([" ".join(words(each)[1:]) for each in _JOINED.findall(card.answer)])


def _chosen(card: Card) -> bool:
    """Whether the front offers the answer among others."""
    return bool(_ALTERNATIVES.search(card.front)) and card.shape is Shape.QUESTION


def repeated(card: Card) -> str:
    """The whole answer again on the front, topic or not."""
    if card.shape is Shape.OPEN or _chosen(card) or not card.answer.strip():
        return ""
    said, shown = card.answer.strip().casefold(), card.front.casefold()
    if said not in shown or re.fullmatch(r"\d|[a-z]", said):
        return ""
    again = rf"(?<!\w){re.escape(said)}(?!\w)"
    return card.answer.strip() if re.search(again, shown) else ""


def spelled_out(card: Card) -> str:
    """The acronym of a hidden long form beside its gap, or the long form of a hidden acronym."""
    if not card.gapped:
        return ""
    return next(_beside(card), "")


def _beside(card: Card) -> Iterator[str]:
    for found in re.finditer(re.escape(GAP), card.front):
        before, after = card.front[: found.start()], card.front[found.end() :]
        if (short := _SHORT_AFTER.search(after)) and not card.answer[:1].isdigit():
            yield short[1]
        if (long := _LONG_AFTER.match(after)) and _initials(long[1]) == card.answer.upper():
            yield long[1]
        long = _LONG_BEFORE.search(before) if after.startswith(")") else None
        if long and _initials(long[1]).endswith(card.answer.upper().rstrip("S")):
            yield long[1].strip()


def _initials(text: str) -> str:
    return "".join(word[0] for word in contents(text)).upper()
