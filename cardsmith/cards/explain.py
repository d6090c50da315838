"""The document's own question, to be answered at length, with its parts as the rubric."""

import re
from collections.abc import Iterator
from typing import Final

from cardsmith.cards.casing import capital
from cardsmith.cards.commonness import band
from cardsmith.cards.pages import bullets, line, text
from cardsmith.cards.questions.wording import instruction
from cardsmith.cards.study import Piece, Study
from cardsmith.grammar import content, count, families
from cardsmith.markup import fold
from cardsmith.model import QA, Nature, Note, Rejection

__all__ = ["make"]

FEWEST: Final = 2
MOST: Final = 9
# key terms that stand for prose
FULL: Final = 6
# key terms of one sentence, and a rubric that is read at a glance
MOST_TERMS: Final = 1
LONGEST: Final = 14
WORTH: Final = 0.7
TELLING: Final = 5
# "Attention-Deficit/Hyperactivity Disorder (ADHD)", "Memory: the inner archive"
_ASIDE: Final = re.compile(r"(?<=\w)(?: \([^()]*\)|: .*)")


def make(study: Study) -> Iterator[Note | Rejection]:
    """One open note for a document with two or more parts."""
    front = study.document.front
    rubric = list(_rubric(study))[:MOST]
    if len(rubric) < FEWEST:
        yield Rejection(front.key, "explain", "one-part", front.question, front.span)
        return
    yield Note(
        document=front.key,
        kind="explain",
        name="question",
        body=QA(
            (line(text(instruction(front.question)), front.span),),
            bullets([text(row) for row in _brief(rubric)], front.span),
        ),
        context="",
        section="",
        source=(),
        span=front.span,
        score=90,
    )


def _brief(rubric: list[str]) -> list[str]:
    """The rubric without asides, where it is too long to be read at a glance."""
    if sum(count(row) for row in rubric) <= LONGEST:
        return rubric
    return [_ASIDE.sub("", row) for row in rubric]


def _rubric(study: Study) -> Iterator[str]:
    """The titles of the parts, of many parts their headings; else the key terms of the prose."""
    sections = study.document.answer.sections
    titled = [each for each in sections if each.nature is not Nature.UNTITLED]
    if len(titled) < FEWEST:
        yield from _terms(study)
        return
    groups = dict.fromkeys(each.group for each in titled if each.group)
    yield from groups if len(titled) > MOST and len(groups) >= FEWEST else _titles(study)


def _titles(study: Study) -> Iterator[str]:
    sections = study.document.answer.sections
    yield from (each.title for each in sections if each.nature is not Nature.UNTITLED)


def _terms(study: Study) -> Iterator[str]:
    """What an answer should name: the best terms of the prose, in its order, each once."""
    seen: set[str] = set()
    for piece in study.pieces:
        for term in _best(study, piece):
            if fold(term) not in seen:
                seen.add(fold(term))
                yield term
                if len(seen) == FULL:
                    return


def _best(study: Study, piece: Piece) -> Iterator[str]:
    """The best noun groups of a sentence, rare ones that are not what the document is about."""
    groups = frozenset(piece.nouns)
    choices = study.choices.get(piece.span, ())
    whole = [each for each in choices if (each.start, each.end) in groups]
    for each in sorted(whole, key=lambda each: (-each.worth, each.start))[:MOST_TERMS]:
        shown = piece.text[each.start : each.end]
        rare = max((band(word) for word in content(shown)), default=0) >= TELLING
        if each.worth >= WORTH and rare and not families(shown) <= study.secret:
            yield capital(shown)
