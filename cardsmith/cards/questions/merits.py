"""How good a question is: named features, each with its points."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from cardsmith.cards.commonness import RARE, band
from cardsmith.cards.facts import praise, telling
from cardsmith.cards.questions.question import Question, answer_band, marked, worth
from cardsmith.grammar import count, families
from cardsmith.model import Points

__all__ = ["WEIGHTS", "points", "score"]

BASE: Final = 42
SHORT: Final = 3
BOTH: Final = 2
COMPARED: Final = 0.5
MIDDLING: Final = 6
ENOUGH_TOLD: Final = 4
# questions for a place, a time, a number or a name have one answer; "What does X do?" has many
_PRAISED: Final = re.compile(
    r"(?:what|who|which [\w-]+(?: [\w-]+)?) (?:can (?:be|play)|may (?:be|play)|is|are|was|were|"
    r"remains?|plays?|played|becomes?|became|has proven to be) (?:also )?(?:(?:an?|the) )?"
    r"(?:(?:more|most|very|particularly|especially|also) )?(?:beneficial|central|critical|crucial|"
    r"effective|essential|fundamental|helpful|important|indispensable|instrumental|integral|"
    r"invaluable|key|necessary|paramount|pivotal|significant|useful|valuable|vital)\b",
    re.IGNORECASE,
)
WORTHY: Final = 0.8
# "users", "events": a word alone must be a rare one
LEAST_ALONE: Final = 6
# questions for a place, a time, a number or a name have one answer; "What does X do?" has many
_WORDINGS: Final[Mapping[str, float]] = {
    "claim": 0.2,
    "deed": 0.1,
    "deed-object": 0.5,
    "doer": 0.9,
    "genus": 0.9,
    "governed": 0.5,
    "how": 0.4,
    "how-many": 0.9,
    "label": 1.0,
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


def _wording(question: Question) -> float:
    return _WORDINGS.get(question.asked.wording, 0.0)


def _rare(question: Question) -> float:
    return answer_band(question) / RARE


def _brief(question: Question) -> float:
    length = count(question.answer)
    return 1.0 if length <= SHORT else 0.5 if length <= MIDDLING else 0.0


def _specific(question: Question) -> float:
    return min(telling(question.asked.question), ENOUGH_TOLD) / ENOUGH_TOLD


def _topical(question: Question) -> float:
    """Whether the answer is what the document is about, one of two things only half so."""
    topics = question.study.topics
    known = families(question.answer) <= question.study.secret
    return -float(known) * (1.0 if len(topics) < BOTH else COMPARED)


def _praising(question: Question) -> float:
    return -min(praise(f"{question.asked.question} {question.asked.answer}"), 3) / 3


def _praise_asked(question: Question) -> float:
    """Whether nothing is asked but what somebody praises: "What is crucial for success?"."""
    worthy = marked(question) and worth(question) >= WORTHY
    return -float(_PRAISED.match(question.asked.question) is not None and not worthy)


def _everyday(question: Question) -> float:
    """Whether a single word answers that many documents use: "Who can inspect it?", "Users".

    So does "the agreement", which only its own document tells from others.
    """
    answer, text = question.answer, question.piece.text
    name = question.asked.answer[:1].isupper() and question.asked.start > 0
    figure = any(letter.isdigit() for letter in answer)
    if count(answer) > 1 or name or figure or marked(question):
        return 0.0
    at = text.find(answer, question.asked.start)
    definite = text[:at].casefold().endswith("the ") and band(answer) < RARE
    people = question.asked.question.startswith("Who ")
    return -float(definite or people or band(answer) < LEAST_ALONE)


# Points for each feature, each from 0 to 1 (praise and topic from -1).
WEIGHTS: Final[Mapping[str, tuple[Callable[[Question], float], int]]] = {
    "answer-is-brief": (_brief, 8),
    "answer-is-marked": (marked, 8),
    "answer-is-rare": (_rare, 14),
    "answer-is-topic": (_topical, 20),
    "answer-is-worth-asking": (worth, 12),
    "answer-is-everyday": (_everyday, 22),
    "praise": (_praising, 24),
    "praise-asked": (_praise_asked, 20),
    "question-is-specific": (_specific, 14),
    "wording": (_wording, 12),
}


def score(question: Question) -> int:
    """What a question is worth, 0 to 100."""
    made = sum(weight * feature(question) for feature, weight in WEIGHTS.values())
    return max(0, min(100, BASE + round(made)))


def points(question: Question) -> Points:
    """What the score is made of."""
    told = ((name, weight * feature(question)) for name, (feature, weight) in WEIGHTS.items())
    return (("fact", BASE), *((name, round(made)) for name, made in told if round(made)))
