"""A plain question that a sentence answers, worded by the grammar: one a sentence, the best."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from cardsmith.cards.casing import Casing, capital
from cardsmith.cards.cloze import name
from cardsmith.cards.commonness import RARE, commonest
from cardsmith.cards.facts import praise, telling
from cardsmith.cards.pages import line
from cardsmith.cards.phrases import Origin, occurrences
from cardsmith.cards.study import Piece, Study
from cardsmith.cards.topic import context
from cardsmith.grammar import SURE, Asked, Pieces, content, count, families
from cardsmith.markup import cut, flat
from cardsmith.model import QA, Emphasis, Note, Rejection, Runs, Strong, Text

__all__ = ["WEIGHTS", "make"]

BASE: Final = 58
LONGEST_ANSWER: Final = 10
SHORT: Final = 3
MIDDLING: Final = 6
# words of a question that tell what it is about; to name the topic counts as one
LEAST_TOLD: Final = 2
# "What does the report indicate?" asks for anything
LEAST_WORDS: Final = 3
ENOUGH_TOLD: Final = 4
_FULL_NAME: Final = re.compile(r"\b[A-Z][a-z]+ (?=([A-Z][\w'’-]*))")
_JOINT: Final = re.compile(r"['’-]")
# an answer of everyday words is no answer
LEAST_BAND: Final = 3

_CLOSING: Final = re.compile(r"[,;:.?!)\]’'%]")
_DETERMINER: Final = re.compile(
    r"^(?:(?:the|an?|certain|some|many|several|various|numerous|most) )+", re.IGNORECASE
)
_QUALIFIER: Final = re.compile(
    r"\b(?:about|almost|approximately|around|at least|at most|fewer than|less than|more than|"
    r"nearly|only|over|roughly|up to|virtually)\s$",
    re.IGNORECASE,
)
_MARKED: Final = frozenset({Origin.KEYWORD, Origin.BOLD, Origin.TITLE, Origin.ACRONYM})
# questions for a place, a time, a number or a name have one answer; "What does X do?" has many
_WORDINGS: Final[Mapping[str, float]] = {
    "claim": 0.2,
    "deed": 0.1,
    "doer": 0.9,
    "genus": 0.9,
    "governed": 0.5,
    "how": 0.4,
    "how-many": 0.9,
    "members": 0.9,
    "name": 1.0,
    "object": 0.4,
    "occasion": 0.5,
    "subject": 0.6,
    "what-is": 0.2,
    "when": 0.9,
    "where": 0.9,
    "which-is": 0.9,
    "why": 0.9,
}


@dataclass(frozen=True, slots=True)
class _Question:
    """A question beside the sentence that it was made from; ``answer`` without its genus."""

    asked: Asked
    piece: Piece
    study: Study
    answer: str


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each sentence whose grammar is certain and that answers a good question."""
    for piece in study.pieces:
        good: list[tuple[int, _Question]] = []
        for asked in piece.asked:
            question = _Question(asked, piece, study, _short(asked, piece.text))
            reason = next((code for code, wrong in RULES.items() if wrong(question)), "")
            if reason:
                yield Rejection(
                    study.document.front.key, "fact", reason, asked.question, piece.span
                )
            else:
                good.append((_score(question), question))
        if good:
            score, best = max(good, key=lambda row: (row[0], row[1].asked.wording))
            yield _note(best, score)


def _short(asked: Asked, sentence: str) -> str:
    """The answer without what the question already says: "Which method …?", "Euclidean".

    What qualifies it in the sentence stays with it: "nearly all deaths".
    """
    qualified = _QUALIFIER.search(sentence, 0, asked.start)
    if qualified:
        return sentence[qualified.start() : asked.end]
    answer = _DETERMINER.sub("", asked.answer)
    bare = answer.removesuffix(f" {asked.genus}") if asked.genus else answer
    return bare if families(bare) else answer


def _uncertain(question: _Question) -> bool:
    return question.asked.certainty < SURE


def _leak(question: _Question) -> bool:
    secret = families(question.answer)
    return bool((secret - question.study.secret) & families(question.asked.question))


def _topic(question: _Question) -> bool:
    """Whether the answer is what the document is about, or stands whole in the question."""
    secret = families(question.answer)
    return bool(secret) and secret <= question.study.secret | families(question.asked.question)


def _torn(question: _Question) -> bool:
    """Whether the answer lost its noun to the question: "Which cells …?", "White blood"."""
    genus = question.asked.genus
    cut_off = bool(genus) and not question.answer.endswith(genus)
    inside = question.asked.answer.endswith(f" {genus}")
    return cut_off and inside and count(question.answer) > 1


def _long(question: _Question) -> bool:
    return count(question.answer) > LONGEST_ANSWER


def _empty_answer(question: _Question) -> bool:
    figure = any(letter.isdigit() for letter in question.answer)
    return not figure and (_answer_band(question) < LEAST_BAND or telling(question.answer) < 1)


def _surname(question: _Question) -> bool:
    """Whether "what" asks for somebody: "What was arrested?", "Louverture"."""
    name = question.answer
    single = count(name) == 1 and name[:1].isupper() and name[1:].islower()
    if not single or question.asked.answer != name or "hat " not in question.asked.question:
        return False
    document = question.study.document
    titles = (section.title for section in document.answer.sections)
    return name in _surnames((question.study.casing.text, *document.front.keywords, *titles))


@lru_cache(maxsize=4)
def _surnames(texts: tuple[str, ...]) -> frozenset[str]:
    """What stands after a first name, whole and up to each sign inside: "Curie", "Curie-Joliot"."""
    found = [match[1] for text in texts for match in _FULL_NAME.finditer(text)]
    ends = [(name, sign.start()) for name in found for sign in _JOINT.finditer(name)]
    return frozenset([*found, *(name[:end] for name, end in ends)])


def _empty_question(question: _Question) -> bool:
    """R1: "What has practical implications?" has a hundred answers."""
    asked = question.asked.question
    about = bool(families(asked) & families(" ".join(question.study.topics)))
    return telling(asked) + about < LEAST_TOLD or len(content(asked)) < LEAST_WORDS


def _pointing(question: _Question) -> bool:
    return bool(re.search(r"\b(?:it|they|them|this|these|such)\b", question.answer, re.IGNORECASE))


RULES: Final[Mapping[str, Callable[[_Question], bool]]] = {
    "uncertain": _uncertain,
    "long-answer": _long,
    "torn-answer": _torn,
    "leak": _leak,
    "answer-is-topic": _topic,
    "answer-worthless": _empty_answer,
    "answer-points-out": _pointing,
    "what-or-who": _surname,
    "vague-question": _empty_question,
}


def _wording(question: _Question) -> float:
    return _WORDINGS.get(question.asked.wording, 0.0)


def _marked(question: _Question) -> float:
    found = occurrences(question.answer, question.study.phrases)
    return float(any(each.phrase.origins & _MARKED for each in found))


def _answer_band(question: _Question) -> int:
    return commonest(question.answer)


def _rare(question: _Question) -> float:
    return _answer_band(question) / RARE


def _brief(question: _Question) -> float:
    length = count(question.answer)
    return 1.0 if length <= SHORT else 0.5 if length <= MIDDLING else 0.0


def _specific(question: _Question) -> float:
    return min(telling(question.asked.question), ENOUGH_TOLD) / ENOUGH_TOLD


def _praising(question: _Question) -> float:
    return -min(praise(f"{question.asked.question} {question.asked.answer}"), 3) / 3


# Points for each feature, each from 0 to 1 (praise from -1).
WEIGHTS: Final[Mapping[str, tuple[Callable[[_Question], float], int]]] = {
    "answer-is-brief": (_brief, 8),
    "answer-is-marked": (_marked, 8),
    "answer-is-rare": (_rare, 12),
    "praise": (_praising, 24),
    "question-is-specific": (_specific, 12),
    "wording": (_wording, 12),
}


def _score(question: _Question) -> int:
    points = sum(weight * feature(question) for feature, weight in WEIGHTS.values())
    return max(0, min(100, BASE + round(points)))


def _note(question: _Question, score: int) -> Note:
    asked, piece, study = question.asked, question.piece, question.study
    return Note(
        document=study.document.front.key,
        kind="fact",
        name=f"{name(flat(piece.source))}-{asked.wording}",
        body=QA(
            (line(_worded(piece.runs, asked.pieces, study.casing), piece.span),),
            (line(_answered(question), piece.span),),
        ),
        context=context(study.topics, question.answer),
        section=study.title(piece),
        source=piece.source,
        span=piece.span,
        score=score,
    )


def _answered(question: _Question) -> Runs:
    """The answer as it stands in the sentence, with its markup, where it stands there in one."""
    asked, runs = question.asked, question.piece.runs
    at = question.piece.text.find(question.answer, asked.start, asked.end)
    found = cut(runs, at, at + len(question.answer)) if at >= 0 else ()
    if flat(found) != question.answer:
        return (Text(capital(question.answer)),)
    first, *rest = found
    if isinstance(first, Text | Strong | Emphasis):
        return (replace(first, text=capital(first.text)), *rest)
    return found


def _worded(runs: Runs, pieces: Pieces, casing: Casing) -> Runs:
    """The question with the markup of its sentence: single spaces, none before a closing sign.

    The sentence's first word, further in now, loses the capital that the sentence gave it.
    """
    text = flat(runs)
    worded: list[Runs] = []
    last = -1
    for piece in pieces:
        start, end = (-1, -1) if isinstance(piece, str) else piece
        while start < end and text[start].isspace():
            start += 1
        part: Runs = (Text(piece),) if isinstance(piece, str) else cut(runs, start, end)
        if worded and start == 0 and isinstance(part[0], Text):
            part = (Text(casing.start(part[0].text)), *part[1:])
        if flat(part):
            joined = not worded or (start >= 0 and start == last) or _CLOSING.match(flat(part))
            worded.append(part if joined else (Text(" "), *part))
            last = end
    return tuple(run for part in worded for run in part)
