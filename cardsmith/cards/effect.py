"""Cause and consequence: "What happens when the artery is torn?", "What can trigger an attack?"."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from cardsmith.cards.cloze import name
from cardsmith.cards.commonness import RARE, commonest
from cardsmith.cards.facts import praise, telling
from cardsmith.cards.pages import line
from cardsmith.cards.questions.means import WORDING as MEANS
from cardsmith.cards.questions.means import means
from cardsmith.cards.questions.question import Question
from cardsmith.cards.questions.worded import answered, worded
from cardsmith.cards.relations.causes import relations
from cardsmith.cards.relations.sequels import sequels
from cardsmith.cards.study import Piece, Study
from cardsmith.cards.topic import context
from cardsmith.grammar import SURE, Asked, content, count, families
from cardsmith.markup import cut, flat
from cardsmith.model import QA, Code, Math, Note, Rejection

__all__ = ["make"]

BASE: Final = 64
BY_MEANS: Final = 8
LONGEST_ANSWER: Final = 10
LONGEST_DEED: Final = 12
LONGEST_FRONT: Final = 26
SHORT: Final = 4
# telling words of a question, and an answer's rarest word: "growth" comes of anything
LEAST_TOLD: Final = 2
LEAST_WORDS: Final = 3
RARE_BAND: Final = 6
MOST_PRAISE: Final = 1
LEAST_BAND: Final = 5

_PREPOSITION: Final = re.compile(r"(?:because of|due to|owing to) ", re.IGNORECASE)
_PRONOUN: Final = re.compile(r"(?:he|it|she|they) (?:(?:is|are|was|were) )?", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_ADDS: Final = re.compile(
    r",? (?:such as|including|which|who|where|especially|particularly)\b.*$|, \w+ing\b.*$"
)
_ASIDE: Final = re.compile(r"\s*\([^)]*\)")
_TWICE: Final = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
_OPEN_END: Final = re.compile(r"\b(?:and|at|by|for|from|in|of|on|or|that|the|to|with)$")
_POINTER: Final = re.compile(r"^it\b|\b(?:this|these|those|such(?! as)|they|them)\b", re.IGNORECASE)
_SPEAKS: Final = re.compile(r"\b(?:you|your|we|our|us)\b", re.IGNORECASE)
# what comes of anything, with a word or two before it: "serious health issues"
_ANYTHING: Final = re.compile(
    r"(?:[\w-]+ ){0,3}(?:benefits?|challenges?|changes?|collaborations?|complications?|"
    r"consequences?|decisions?|difficulties|discussions?|effects?|environments?|experiences?|"
    r"harm|improvements?|issues?|lives|opportunities|outcomes?|performance|problems?|"
    r"relationships?|results?|shifts?|situations?|solutions?|success|tensions?|traits?)"
    r"(?: (?:for|in|over|with) [\w-]+(?: [\w-]+){0,3})?",
    re.IGNORECASE,
)
_MORE: Final = re.compile(r"(?:better|enhanced|greater|improved|more)\b", re.IGNORECASE)
_BRINGS_ANYTHING: Final = re.compile(
    rf"(?:causes?|in|induces?|prevents?|to|triggers?) {_ANYTHING.pattern}\?$", re.IGNORECASE
)
_SEVERAL: Final = re.compile(
    r"\b(?:several|various|many|multiple|different) (?:\w+ )?"
    r"(?:causes|factors|processes|reasons|ways)\b",
    re.IGNORECASE,
)
# questions whose answer is a thing alone, and not a clause
_THINGS: Final = frozenset(("governed", "object", "subject", "tail", "why"))


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each sentence that tells what causes what, for its best question."""
    for piece, found in _told(study):
        good: list[tuple[int, Question]] = []
        for asked in found:
            question = Question(asked, piece, study, _core(asked))
            code = next((code for code, wrong in RULES.items() if wrong(question)), "")
            if code:
                key = study.document.front.key
                yield Rejection(key, "effect", code, asked.question, piece.span)
            else:
                good.append((_score(question), question))
        if good:
            score, best = max(good, key=lambda row: (row[0], row[1].asked.wording))
            yield _note(best, score)


def _told(study: Study) -> Iterator[tuple[Piece, Iterable[Asked]]]:
    """The sentences, then those that go on from one before, with their questions."""
    for piece in study.pieces:
        yield piece, (*relations(piece), *means(piece))
    for sequel in study.sequels:
        for both, asked in sequels(sequel):
            yield both, (asked,)


def _core(asked: Asked) -> str:
    """An answer without "due to", its article, and what only adds to it."""
    shown = _shown(asked)
    if asked.wording not in _THINGS:
        # "What happens to ice?" is answered by "melts" as well as by "it melts"
        pronoun = _PRONOUN.match(shown)
        return shown[pronoun.end() :] if pronoun else shown
    for start in (_PREPOSITION, _ARTICLE):
        match = start.match(shown)
        shown = shown[match.end() :] if match else shown
    return _ADDS.sub("", shown).rstrip(" ,;.")


def _shown(asked: Asked) -> str:
    return _ASIDE.sub("", asked.answer)


def _uncertain(question: Question) -> bool:
    return question.asked.certainty < SURE


def _speaks(question: Question) -> bool:
    return _SPEAKS.search(f"{question.asked.question} {question.answer}") is not None


def _long_answer(question: Question) -> bool:
    most = LONGEST_DEED if question.asked.wording == MEANS else LONGEST_ANSWER
    return count(question.answer) > most


def _long_front(question: Question) -> bool:
    return count(question.asked.question) > LONGEST_FRONT


def _leak(question: Question) -> bool:
    """R5: a word of the answer stands in the question; the pronoun of a consequence is none."""
    secret = families(question.answer) - question.study.secret
    return bool(secret & families(question.asked.question))


def _topic(question: Question) -> bool:
    secret = families(question.answer)
    return bool(secret) and secret <= question.study.secret | families(question.asked.question)


def _worthless(question: Question) -> bool:
    """Whether an answer fits a hundred questions: "increased efficiency", "several factors"."""
    shown = question.answer
    if any(letter.isdigit() for letter in shown):
        return False
    told = telling(shown)
    vague = _SEVERAL.search(f"{shown} {question.asked.question}") or _ANYTHING.fullmatch(shown)
    if vague or praise(shown) >= told or _rarest(shown) < LEAST_BAND or _only_more(shown):
        return True
    genus = question.asked.genus
    return bool(genus) and shown.endswith(genus) and not telling(shown.removesuffix(genus))


def _only_more(shown: str) -> bool:
    """Whether an answer is more of something common: "more satisfying agreements"."""
    return _MORE.match(shown) is not None and commonest(shown.rsplit(" ", 1)[-1]) < RARE_BAND


def _rarest(text: str) -> int:
    return max((commonest(word) for word in text.split() if families(word)), default=0)


def _points(question: Question) -> bool:
    asked = question.asked
    deed = asked.question.rpartition(". ")[0] if asked.wording == "tail" else ""
    return any(_POINTER.search(each) for each in (question.answer, deed))


def _pointing_subject(question: Question) -> bool:
    """Whether a cause is only "the reaction": which one, the sentence before told."""
    answer = question.asked.answer
    one = answer.lower().startswith("the ") and " " not in answer[4:] and answer[4:].islower()
    return question.asked.wording == "subject" and one


def _torn(question: Question) -> bool:
    """Whether an answer goes on with a second deed, or lost a formula."""
    asked = question.asked
    inside = cut(question.piece.runs, asked.start, asked.end)
    formula = any(isinstance(run, Math | Code) for run in inside)
    if asked.wording == "consequence" and asked.question.count(",") == 1:
        return True  # "if the result is high, a second test?"
    breaks = _TWICE.search(asked.question) or _OPEN_END.search(question.answer)
    return bool(breaks) or _second_deed(question) or (formula and flat(inside) != asked.answer)


def _second_deed(question: Question) -> bool:
    """Whether "and" goes on with another participle: "(reducing) costs and saving time"."""
    asked, reading = question.asked, question.piece.reading
    end = asked.start + len(question.answer)
    tags = [each.tag for each in reading.tokens if asked.start <= each.start < end]
    return tags[:1] != ["VBG"] and any(
        first == "CC" and "VBG" in (second, third)
        for first, second, third in zip(tags, tags[1:], [*tags[2:], ""], strict=False)
    )


def _vague(question: Question) -> bool:
    asked = question.asked.question
    # "By working together, what can they lead to?"; "Who does pressure lead to?"
    manner = asked.startswith("By ") or (
        question.asked.wording in _THINGS - {"subject", "tail"} and asked.startswith("Who ")
    )
    few = telling(asked) < LEAST_TOLD or len(content(asked)) < LEAST_WORDS
    return (
        manner or few or praise(asked) > MOST_PRAISE or _BRINGS_ANYTHING.search(asked) is not None
    )


RULES: Final[Mapping[str, Callable[[Question], bool]]] = {
    "uncertain": _uncertain,
    "addresses-reader": _speaks,
    "long-answer": _long_answer,
    "long-front": _long_front,
    "leak": _leak,
    "answer-is-topic": _topic,
    "answer-worthless": _worthless,
    "answer-points-out": lambda question: _points(question) or _pointing_subject(question),
    "torn-answer": _torn,
    "vague-question": _vague,
}


def _score(question: Question) -> int:
    """The more the rarer and shorter the answer, the more telling the question.

    "How does X prevent Y?" reads better than what X does, and "What does this prevent?".
    """
    rare = 12 * _rarest(question.answer) / RARE
    brief = 6 if count(question.answer) <= SHORT else 0
    told = 2 * min(telling(question.asked.question), 4)
    means_asked = BY_MEANS if question.asked.wording == MEANS else 0
    return min(100, BASE + round(rare + brief + told) + means_asked)


def _note(question: Question, score: int) -> Note:
    asked, piece, study = question.asked, question.piece, question.study
    # judged by what it tells, read as a sentence: "It can lead to acidosis"
    told = question if asked.wording in _THINGS else replace(question, answer=_shown(asked))
    return Note(
        document=study.document.front.key,
        kind="effect",
        name=f"{name(flat(piece.source))}-{asked.wording}",
        body=QA(
            (line(worded(piece.runs, asked.pieces, study.casing), piece.span),),
            (line(answered(told), piece.span),),
        ),
        context=context(study.topics, question.answer, study.named_title(piece)),
        section=study.title(piece),
        source=piece.source,
        span=piece.span,
        score=score,
    )
