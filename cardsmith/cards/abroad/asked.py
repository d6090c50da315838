"""A document's own question in its language, with its parts or its terms as the rubric."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from cardsmith.cards.abroad.hiding import BOLD, KEYWORD, hidden, phrases, refusal
from cardsmith.cards.abroad.tongues import tongue
from cardsmith.cards.abroad.topic import asks
from cardsmith.cards.casing import capital
from cardsmith.cards.pages import bullets, line, text
from cardsmith.cards.study import Study
from cardsmith.markup import fold
from cardsmith.model import QA, Nature, Note, Rejection

__all__ = ["instruction", "make"]

FEWEST: Final = 2
MOST: Final = 9
# terms that stand for prose
FULL: Final = 6


def make(study: Study) -> Iterator[Note | Rejection]:
    """One open note for a document with two or more parts."""
    front = study.document.front
    rubric = _heads(study)
    if len(rubric) < FEWEST:
        rubric = list(islice(_terms(study), FULL))
    if len(rubric) < FEWEST:
        yield Rejection(front.key, "explain", "one-part", front.question, front.span)
        return
    asked = text(instruction(front.question, study.language))
    yield Note(
        document=front.key,
        kind="explain",
        name="question",
        body=QA(
            (line(asked, front.span),),
            bullets([text(row) for row in rubric[:MOST]], front.span),
        ),
        context="",
        section="",
        source=(),
        span=front.span,
        score=90,
    )


def instruction(question: str, code: str) -> str:
    """The question as it stands; a title as a thing to explain."""
    return question if asks(question, code) else tongue(code).explain.format(question)


def _heads(study: Study) -> list[str]:
    """The headings of the parts, and the titles that stand under none."""
    sections = study.document.answer.sections
    titled = [each for each in sections if each.nature is not Nature.UNTITLED]
    heads = list(dict.fromkeys(each.group or each.title for each in titled))
    rows = heads if len(heads) >= FEWEST else [each.title for each in titled]
    named = [row for row in rows if tongue(study.language).names(row)]
    return named if len(named) >= FEWEST else rows


def _terms(study: Study) -> Iterator[str]:
    """The terms of the prose that its author set off or named, in its order, each once."""
    seen = set[str]()
    known = phrases(study.document, study.language)
    for piece in study.alone:
        for each in hidden(piece, known, study.language):
            told = each.worth in {BOLD, KEYWORD} and fold(each.text) not in seen
            if told and not refusal(each, piece, study.document.front.question, study.language):
                seen.add(fold(each.text))
                yield capital(each.text)
