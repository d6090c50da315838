"""A plain question that a sentence answers, worded by the grammar: one a sentence, the best."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from cardsmith.cards.cloze import name
from cardsmith.cards.pages import line
from cardsmith.cards.questions import merits
from cardsmith.cards.questions.deeds import narrowed
from cardsmith.cards.questions.flaws import RULES
from cardsmith.cards.questions.naming import naming
from cardsmith.cards.questions.pointed import pointed
from cardsmith.cards.questions.question import Question, short, sorted_by
from cardsmith.cards.questions.worded import answered, worded
from cardsmith.cards.relations.causes import causal
from cardsmith.cards.study import Piece, Study
from cardsmith.cards.topic import context
from cardsmith.grammar import Asked
from cardsmith.markup import flat, fold
from cardsmith.model import QA, Note, Rejection

__all__ = ["make"]

# questions of a document with the same answer
OFTEN: Final = 2


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each sentence whose grammar is certain and that answers a good question.

    Two questions of a document at most have the same answer, the best ones.
    """
    best: list[tuple[int, Question]] = []
    for piece in study.pieces:
        good: list[tuple[int, Question]] = []
        for found in _asked(piece, study):
            answer = short(found, piece.text)
            asked = sorted_by(found, study.sorts.get(fold(answer), ""))
            question = Question(asked, piece, study, answer)
            reason = next((code for code, wrong in RULES.items() if wrong(question)), "")
            if reason:
                yield _refused(question, reason)
            else:
                good.append((merits.score(question), question))
        if good:
            best.append(max(good, key=lambda row: (row[0], row[1].asked.wording)))
    yield from _fresh(best)


def _refused(question: Question, reason: str) -> Rejection:
    key, piece = question.study.document.front.key, question.piece
    return Rejection(key, "fact", reason, question.asked.question, piece.span)


def _fresh(best: list[tuple[int, Question]]) -> Iterator[Note | Rejection]:
    answers = Counter[str]()
    for score, question in sorted(best, key=lambda row: -row[0]):
        answers[fold(question.answer)] += 1
        if answers[fold(question.answer)] > OFTEN:
            yield _refused(question, "asked-already")
        else:
            yield _note(question, score)


def _asked(piece: Piece, study: Study) -> Iterator[Asked]:
    """The questions that a sentence answers, and the one for the label that it is about.

    Causes and consequences are asked for by another kind.
    """
    yield from (asked for asked in piece.asked if not causal(asked, piece))
    yield from narrowed(piece)
    name_of = piece.text[: piece.named]
    label = naming(piece, study.sorts.get(fold(name_of), ""))
    # "This enzyme splits starch." is asked better by another kind
    if label is not None and not pointed(piece.source, name_of, study.document.front.question):
        yield label


def _note(question: Question, score: int) -> Note:
    asked, piece, study = question.asked, question.piece, question.study
    return Note(
        document=study.document.front.key,
        kind="fact",
        name=f"{name(flat(piece.source))}-{asked.wording}",
        body=QA(
            (line(worded(piece.runs, asked.pieces, study.casing), piece.span),),
            (line(answered(question), piece.span),),
        ),
        context=context(study.topics, question.answer, study.named_title(piece)),
        section=study.title(piece),
        source=piece.source,
        span=piece.span,
        score=score,
        points=merits.points(question),
    )
