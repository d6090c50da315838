"""Siblings side by side, aspect by aspect, or set against each other inside a sentence."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from cardsmith.cards.casing import capital
from cardsmith.cards.cloze import name
from cardsmith.cards.facts import telling
from cardsmith.cards.pages import line
from cardsmith.cards.questions.worded import worded
from cardsmith.cards.relations.aspects import aspects
from cardsmith.cards.relations.opposed import Opposed, opposed, turned
from cardsmith.cards.study import Piece, Study
from cardsmith.cards.topic import context
from cardsmith.grammar import count, families
from cardsmith.markup import cut, flat
from cardsmith.model import QA, Note, Rejection, Runs, Text

__all__ = ["make"]

LONGEST_ANSWER: Final = 10
LONGEST_FRONT: Final = 25
SCORE: Final = 94
_ASIDE: Final = re.compile(r"\s*\([^)]*\)")
_POINTER: Final = re.compile(r"\b(?:it|its|they|them|their|this|these|such)\b", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"(?:the|an?) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Question:
    """A question beside its answer, both with their markup."""

    front: Runs
    answer: Runs
    study: Study


def make(study: Study) -> Iterator[Note | Rejection]:
    """The rows of a comparison, and one note for each sentence that sets two things apart."""
    yield from aspects(study)
    for before, piece in zip(chain((None,), study.pieces), study.pieces, strict=False):
        found: Iterator[Opposed] = opposed(piece, study)
        if before is not None and _adjoin(before, piece):
            found = chain(found, turned(before, piece, study))
        yield from _chosen(piece, found, study)


def _adjoin(before: Piece, piece: Piece) -> bool:
    """Whether a sentence stands right behind another one under one label."""
    same = (before.section, before.title) == (piece.section, piece.title)
    return same and piece.place == before.place + 1


def _chosen(piece: Piece, found: Iterator[Opposed], study: Study) -> Iterator[Note | Rejection]:
    """The first good question, or why the first of them is none."""
    refused: Rejection | None = None
    for each in found:
        question = _question(each, piece, study)
        code = next((code for code, wrong in RULES.items() if wrong(question)), "")
        if not code:
            yield _note(piece, each.wording, question)
            return
        key = study.document.front.key
        refused = refused or Rejection(key, "contrast", code, flat(question.front), piece.span)
    if refused:
        yield refused


def _question(found: Opposed, piece: Piece, study: Study) -> _Question:
    front = (*found.told, *worded(piece.runs, found.pieces, study.casing))
    answer = cut(piece.runs, found.start, found.end)
    shown = flat(answer)
    bare = _ASIDE.sub("", shown)
    if bare != shown:
        answer = (Text(bare),)
    article = _ARTICLE.match(bare)
    answer = cut(answer, article.end() if article else 0, len(bare))
    head = answer[0] if answer else None
    if isinstance(head, Text):
        answer = (Text(capital(head.text)), *answer[1:])
    return _Question(front, answer, study)


def _is_long(question: _Question) -> bool:
    return count(flat(question.answer)) > LONGEST_ANSWER


def _is_long_before(question: _Question) -> bool:
    return count(flat(question.front)) > LONGEST_FRONT


def _says_nothing(question: _Question) -> bool:
    shown = flat(question.answer)
    return not telling(shown) and not any(letter.isdigit() for letter in shown)


def _points(question: _Question) -> bool:
    return _POINTER.search(flat(question.answer)) is not None


def _stands_there(question: _Question) -> bool:
    """R5: whether all of the answer stands on the front, be it the topic."""
    secret = families(flat(question.answer))
    offered = flat(question.front).startswith("Which ")  # "Which is denser, ice or water?"
    return bool(secret) and not offered and secret <= families(flat(question.front))


RULES: Final[Mapping[str, Callable[[_Question], bool]]] = {
    "long-answer": _is_long,
    "long-front": _is_long_before,
    "answer-worthless": _says_nothing,
    "answer-points-out": _points,
    "leak": _stands_there,
}


def _note(piece: Piece, wording: str, question: _Question) -> Note:
    study = question.study
    return Note(
        document=study.document.front.key,
        kind="contrast",
        name=f"{name(flat(piece.source))}-{wording}",
        body=QA((line(question.front, piece.span),), (line(question.answer, piece.span),)),
        context=context(study.topics, flat(question.answer)),
        section=study.title(piece),
        source=piece.source,
        span=piece.span,
        score=SCORE,
    )
