"""The document's own question, to be answered at length, with its parts as the rubric."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cardsmith.cards.casing import capital
from cardsmith.cards.pages import bullets, line, text
from cardsmith.cards.questions.wording import instruction
from cardsmith.cards.study import Study
from cardsmith.grammar import POINTERS, count, families
from cardsmith.markup import cut, flat, sentences
from cardsmith.model import QA, Blocks, Nature, Note, Rejection, Runs, Text

__all__ = ["make"]

FEWEST: Final = 2
MOST: Final = 9
# a rubric that is read at a glance, in words
LONGEST: Final = 14
SHORTEST: Final = 6
LONGEST_SUMMARY: Final = 30
LONGEST_FIRST: Final = 18
# "Attention-Deficit/Hyperactivity Disorder (ADHD)", "Memory: the inner archive"
_SUMMING: Final = re.compile(
    r"(?:in (?:summary|conclusion|short|essence|sum)|overall|to (?:sum up|summarize)|to conclude|"
    r"ultimately|thus|therefore),? ",
    re.IGNORECASE,
)
_NO_PART: Final = re.compile(
    r"(?:conclusion|introduction|overview|summary|examples?|background|references|"
    r"key takeaways?)\b",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"(?<=\w)(?: \([^()]*\)|: .*)")


def make(study: Study) -> Iterator[Note | Rejection]:
    """One open note for a document with two or more parts."""
    front = study.document.front
    told = _told(study)
    if not told:
        yield Rejection(front.key, "explain", "one-part", front.question, front.span)
        return
    yield Note(
        document=front.key,
        kind="explain",
        name="question",
        body=QA(
            (line(text(instruction(front.question)), front.span),),
            told,
        ),
        context="",
        section="",
        source=(),
        span=front.span,
        score=90,
    )


def _told(study: Study) -> Blocks:
    """What an answer should hold: the parts; of prose its summary, else what its parts begin with.

    Nothing where there are no two parts.
    """
    span = study.document.front.span
    rubric = _rubric(study)[:MOST]
    if len(rubric) >= FEWEST:
        return bullets([text(row) for row in _brief(rubric)], span)
    summary = _summary(study)
    if summary:
        return (line(summary, span),)
    first = list(_first(study))[:MOST]
    return bullets(first, span) if len(first) >= FEWEST else ()


def _first(study: Study) -> Iterator[Runs]:
    """The first sentence of each part of prose, where it stands alone and is short."""
    for number in range(len(study.document.answer.sections)):
        piece = next((each for each in study.pieces if each.section == number), None)
        if piece is not None and count(piece.text) <= LONGEST_FIRST:
            yield piece.runs


def _brief(rubric: list[str]) -> list[str]:
    """The rubric without asides, where it is too long to be read at a glance."""
    if sum(count(row) for row in rubric) <= LONGEST:
        return rubric
    return [_ASIDE.sub("", row) for row in rubric]


def _rubric(study: Study) -> list[str]:
    """The headings of the parts, and the titles that stand under none.

    A row that says only what the question says is none; nor is an example, or a conclusion.
    """
    sections = study.document.answer.sections
    titled = [each for each in sections if each.nature is not Nature.UNTITLED]
    heads = list(dict.fromkeys(each.group or each.title for each in titled))
    rows = heads if len(heads) >= FEWEST else [each.title for each in titled]
    return [row for row in rows if not (families(row) <= study.secret or _NO_PART.match(row))]


def _summary(study: Study) -> Runs:
    """What the closing words of prose say first, where that is an answer of one sentence."""
    first = next(sentences(study.document.answer.closing), None)
    if first is None:
        return ()
    text = flat(first.runs)
    opening = _SUMMING.match(text)
    if opening is None or not SHORTEST <= count(text[opening.end() :]) <= LONGEST_SUMMARY:
        return ()
    rest = cut(first.runs, opening.end(), len(text))
    head, *others = rest
    leans_on = POINTERS & {text[opening.end() :].split(" ", 1)[0].casefold()}
    if leans_on or not isinstance(head, Text):
        return ()
    return (replace(head, text=capital(head.text)), *others)
