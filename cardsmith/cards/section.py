"""One part of an answer: its name, asked by what the text says of it."""

from collections.abc import Iterator
from typing import Final

from cardsmith.cards.commonness import commonest
from cardsmith.cards.facts import praise, telling
from cardsmith.cards.pages import line, text
from cardsmith.cards.questions.genus import Genus, genus
from cardsmith.cards.study import Piece, Study
from cardsmith.cards.topic import context
from cardsmith.grammar import POINTERS, count, families
from cardsmith.markup import flat, fold
from cardsmith.model import QA, Nature, Note, Rejection, Section

__all__ = ["make"]

MOST_WORDS: Final = 3
TELLING: Final = 3
# a title of words that many documents use is one of many that would fit
RARE_TITLE: Final = 5
LONGEST: Final = 17
# what the topic line says need not be said again at length
LONGEST_REST: Final = 6


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
    if commonest(section.title) < RARE_TITLE and fold(section.title) not in _keywords(study):
        yield Rejection(key, "section", "answer-worthless", section.title, section.span)
        return
    described = [piece for piece in study.pieces if _describes(study, number, section, piece)]
    if not described:
        yield Rejection(key, "section", "leak", section.title, section.span)
        return
    best = max(
        described, key=lambda piece: (telling(piece.text) - praise(piece.text), -piece.place)
    )
    yield _note(study, section, best, _asked(study, kind))


def _keywords(study: Study) -> frozenset[str]:
    return frozenset(fold(keyword) for keyword in study.document.front.keywords)


def _asked(study: Study, kind: Genus) -> str:
    rest = kind.rest if count(kind.rest) <= LONGEST_REST or not study.topics else ""
    worded = study.casing.inside(f"{kind.kind} {rest}")
    return " ".join(f"Which {worded} is this?".split())


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
        and count(piece.text) <= LONGEST
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
        score=66,
    )
