"""What a term means, where its meaning says a word of the term and so cannot ask for it."""

from collections.abc import Iterator
from typing import Final

from cardsmith.cards.definitions import Definition, definitions
from cardsmith.cards.pages import line, text
from cardsmith.cards.persons import person
from cardsmith.cards.study import Piece, Study
from cardsmith.cards.term import asking, known, meaning_of
from cardsmith.cards.topic import context
from cardsmith.grammar import count, families
from cardsmith.markup import flat, fold
from cardsmith.model import QA, Note, Rejection

__all__ = ["make"]

LONGEST: Final = 18


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each term that is defined with a word of its own, at its first definition."""
    seen: set[str] = set()
    for piece in study.pieces:
        for found in definitions(piece):
            term = piece.text[found.bare : found.end]
            article = piece.text[found.start : found.bare].lower()
            if not found.shared or fold(term) in seen or not known(study, term, article):
                continue
            seen.add(fold(term))
            meaning = piece.text[found.meaning_start : found.meaning_end]
            key = study.document.front.key
            if count(meaning) > LONGEST:
                yield Rejection(key, "meaning", "long-answer", term, piece.span)
            elif families(term) & families(meaning) - study.secret:
                yield Rejection(key, "meaning", "leak", term, piece.span)
            else:
                yield _note(study, piece, found)


def _note(study: Study, piece: Piece, found: Definition) -> Note:
    bare = piece.text[found.bare : found.end]
    term = study.casing.start(bare) if found.start == found.bare else bare
    meaning = meaning_of(piece, found)
    who = "Who" if person(term, flat(meaning)) else "What"
    return Note(
        document=study.document.front.key,
        kind="meaning",
        name=fold(bare),
        body=QA(
            (line(text(asking(piece, found, term, who)), piece.span),),
            (line(meaning, piece.span),),
        ),
        context=context(study.topics, flat(meaning)),
        section=study.title(piece),
        source=piece.source,
        span=piece.span,
        score=86,
    )
