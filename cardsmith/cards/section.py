"""One part of an answer: its name, asked by what the text says of it."""

from collections.abc import Iterator
from typing import Final

from cardsmith.cards.facts import praise, telling
from cardsmith.cards.pages import line, text
from cardsmith.cards.study import Piece, Study
from cardsmith.cards.topic import context
from cardsmith.cards.wording import genus
from cardsmith.grammar import POINTERS, count, families
from cardsmith.markup import flat, fold
from cardsmith.model import QA, Nature, Note, Rejection, Section

__all__ = ["make"]

MOST_WORDS: Final = 5
TELLING: Final = 3


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note, "Which cause of X is this?", for each section told without its own name."""
    for number, section in enumerate(study.document.answer.sections):
        first = section.title.split(" ", 1)[0].casefold()
        if section.nature is Nature.NAMED and first not in POINTERS:
            yield from _named(study, number, section)


def _named(study: Study, number: int, section: Section) -> Iterator[Note | Rejection]:
    kind = genus(section.group or study.document.front.question)
    key = study.document.front.key
    if kind is None:
        yield Rejection(key, "section", "no-genus", section.title, section.span)
        return
    if count(section.title) > MOST_WORDS:
        yield Rejection(key, "section", "long-answer", section.title, section.span)
        return
    described = [piece for piece in study.pieces if _describes(study, number, section, piece)]
    if not described:
        yield Rejection(key, "section", "leak", section.title, section.span)
        return
    best = max(
        described, key=lambda piece: (telling(piece.text) - praise(piece.text), -piece.place)
    )
    yield _note(study, section, best, f"Which {kind[0]} {study.casing.inside(kind[1])} is this?")


def _describes(study: Study, number: int, section: Section, piece: Piece) -> bool:
    own = families(section.title) - study.secret
    return (
        piece.section == number
        and bool(own)
        and ":" not in piece.text
        and not own & families(piece.text)
        # a repaired sentence would say the very name that is asked
        and flat(piece.source)[:12] == piece.text[:12]
        and telling(piece.text) >= TELLING
    )


def _note(study: Study, section: Section, piece: Piece, ask: str) -> Note:
    return Note(
        document=study.document.front.key,
        kind="section",
        name=fold(section.title),
        body=QA(
            (line(text(ask), piece.span), line(piece.runs, piece.span)),
            (line(text(section.title), piece.span),),
        ),
        context=context(study.topics, section.title),
        section=section.title,
        source=piece.source,
        span=piece.span,
        score=76,
    )
