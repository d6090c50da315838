"""The document's own question, to be answered at length, with its parts as the rubric."""

from collections.abc import Iterator
from typing import Final

from cardsmith.cards.pages import bullets, line, text
from cardsmith.cards.study import Study
from cardsmith.cards.wording import instruction
from cardsmith.model import QA, Nature, Note, Rejection, Runs

__all__ = ["make"]

FEWEST: Final = 2
MOST: Final = 9


def make(study: Study) -> Iterator[Note | Rejection]:
    """One open note for a document with two or more parts."""
    front = study.document.front
    rubric = list(_rubric(study))
    if len(rubric) < FEWEST:
        yield Rejection(front.key, "explain", "one-part", front.question, front.span)
        return
    yield Note(
        document=front.key,
        kind="explain",
        name="question",
        body=QA(
            (line(text(instruction(front.question)), front.span),),
            bullets(rubric[:MOST], front.span),
        ),
        context="",
        section="",
        source=(),
        span=front.span,
        score=90,
    )


def _rubric(study: Study) -> Iterator[Runs]:
    """The titles of the parts, or the first sentence that stands alone of each untitled one."""
    sections = study.document.answer.sections
    titled = [each for each in sections if each.nature is not Nature.UNTITLED]
    if len(titled) >= FEWEST:
        groups = dict.fromkeys(each.group for each in titled)
        rows = titled if len(titled) <= MOST or len(groups) < FEWEST else []
        yield from (text(each.title) for each in rows)
        yield from (text(group) for group in groups if not rows and group)
        return
    for number in range(len(sections)):
        first = next((piece for piece in study.pieces if piece.section == number), None)
        if first is not None:
            yield first.runs
