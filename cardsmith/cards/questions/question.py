"""A question that a sentence answers, as cards ask it: with its short answer, and by its sort."""

import re
from dataclasses import dataclass, replace
from typing import Final

from cardsmith.cards.choosing.phrases import Origin, occurrences
from cardsmith.cards.commonness import band
from cardsmith.cards.study import Piece, Study
from cardsmith.grammar import Asked, content, families

__all__ = ["Question", "answer_band", "marked", "short", "sorted_by", "worth"]

_DETERMINER: Final = re.compile(
    r"^(?:(?:the|an?|certain|some|many|several|various|numerous|most) )+", re.IGNORECASE
)
_QUALIFIER: Final = re.compile(
    r"\b(?:about|almost|approximately|around|at least|at most|fewer than|less than|more than|"
    r"nearly|only|over|roughly|up to|virtually)\s$",
    re.IGNORECASE,
)
_NO_SORTS: Final = frozenset({"aspect", "concept", "effect", "factor", "role", "term"})
_MARKED: Final = frozenset({Origin.KEYWORD, Origin.BOLD, Origin.TITLE, Origin.ACRONYM})


@dataclass(frozen=True, slots=True)
class Question:
    """A question beside the sentence that it was made from; ``answer`` without its genus."""

    asked: Asked
    piece: Piece
    study: Study
    answer: str


def short(asked: Asked, sentence: str) -> str:
    """The answer without its article, and without "some" or "various".

    What qualifies it in the sentence stays with it: "nearly all deaths".
    """
    qualified = _QUALIFIER.search(sentence, 0, asked.start)
    if qualified:
        return sentence[qualified.start() : asked.end]
    return _DETERMINER.sub("", asked.answer)


def sorted_by(asked: Asked, sort: str) -> Asked:
    """Ask "What splits starch?" as "Which enzyme splits starch?" where the document says so."""
    first, *rest = asked.pieces
    if first not in ("What", "what") or not sort or families(sort) & families(asked.question):
        return asked
    # "Which concept are the blocks", "Which effect can damage worsen" ask for the wrong thing
    many = re.match(r"[Ww]hat (?:are|were|have|do)\b", asked.question)
    if many or sort.rsplit(" ", 1)[-1] in _NO_SORTS:
        return asked
    word = "Which" if first == "What" else "which"
    question = asked.question.replace(str(first), f"{word} {sort}", 1)
    return replace(asked, pieces=(f"{word} {sort}", *rest), question=question)


def marked(question: Question) -> float:
    """Whether the answer holds what the document marks, 0 or 1."""
    found = occurrences(question.answer, question.study.phrases)
    return float(any(each.phrase.origins & _MARKED for each in found))


def answer_band(question: Question) -> float:
    """How rare the words of an answer are: the middle of its commonest and its rarest."""
    bands = [band(word) for word in content(question.answer)] or [0]
    return (min(bands) + max(bands)) / 2


def worth(question: Question) -> float:
    """What the words of the answer are worth asking for, 0 to 1."""
    asked = question.asked
    return question.study.worth(question.piece, asked.start, asked.end)
