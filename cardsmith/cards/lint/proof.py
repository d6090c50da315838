"""What is kept of a judged document: enough to count over a collection and to tell each finding."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.lint.checks import CHECKS
from cardsmith.cards.lint.seen import Card, Page, Shape, cards, page
from cardsmith.cards.lint.text import light, spoken, words
from cardsmith.cards.lint.twins import Print, fingerprint
from cardsmith.model import QA, Cloze, Document, Note, Span, Tier

__all__ = ["Proof", "Row", "proof"]

_REFUSAL: Final = re.compile(
    r"^\W*(?:I(?:'m| am) (?:sorry|unable|not able)|I (?:cannot|can't|do not|don't|apologi[sz]e)|"
    r"Sorry\b|Unfortunately, I\b|As an AI\b|(?:Please|Could you) (?:provide|clarify|specify)|"
    r"It (?:seems|looks|appears) (?:that |like )?(?:your|there is no|the question))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A card that was judged: its ``faults`` are codes, each with the words that show it.

    ``place`` counts the cards of its note from 0; ``keywords`` are the places of those keywords of
    the document that its answer holds. ``reads`` and ``says`` count the words of front and answer.
    """

    note: str
    place: int
    kind: str
    form: str
    shape: Shape
    tier: Tier
    section: str
    span: Span
    front: str
    answer: str
    faults: tuple[tuple[str, str], ...]
    reads: int
    says: int
    keywords: frozenset[int]
    print: Print


@dataclass(frozen=True, slots=True)
class Proof:
    """A document that was judged; ``asked`` are the places of the keywords that its answer uses."""

    document: str
    sections: tuple[str, ...]
    asked: frozenset[int]
    refuses: bool
    rows: tuple[Row, ...]


def proof(document: Document, notes: Iterable[Note], key: str) -> Proof:
    """The judgement of a document's cards, each looked at alone; ``key`` names the document."""
    seen = page(document)
    body = _row(seen.text)
    keys = [_row(keyword) for keyword in seen.keywords]
    used = frozenset(at for at, key in enumerate(keys) if key.strip() and key in body)
    opening = seen.text[len("\n".join(seen.sections)) :] if seen.sections else seen.text
    return Proof(
        document=key,
        sections=tuple(dict.fromkeys(seen.sections)),
        asked=used,
        refuses=bool(_REFUSAL.match(opening)),
        rows=tuple(row for note in notes for row in _rows(note, seen, keys)),
    )


def _rows(note: Note, seen: Page, keys: list[str]) -> Iterator[Row]:
    for place, card in enumerate(cards(note, seen)):
        told = ((code, each.check(card)) for code, each in CHECKS.items())
        said = _row(card.answer)
        yield Row(
            note=note.key,
            place=place,
            kind=note.kind,
            form=_form(note, card),
            shape=card.shape,
            tier=note.tier,
            section=note.section,
            span=note.span,
            front=card.front,
            answer=card.answer,
            faults=tuple((code, detail) for code, detail in told if detail),
            reads=spoken(card.prose),
            says=spoken(card.said),
            keywords=frozenset(at for at, key in enumerate(keys) if key.strip() and key in said),
            print=fingerprint(card, place),
        )


def _form(note: Note, card: Card) -> str:
    match note.body:
        case QA():
            return "question"
        case Cloze():
            return "list" if card.shape is Shape.ITEM else "cloze"
        case _:
            return "term"


def _row(text: str) -> str:
    """Folded words without endings, each between spaces, so that phrases are found as such."""
    return f" {' '.join(light(word.casefold()) for word in words(text))} "
