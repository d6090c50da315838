"""What is wrong with a question: the rules that refuse it, each with its code."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from cardsmith.cards.facts import telling
from cardsmith.cards.leaks import kind_asked, leaks
from cardsmith.cards.questions.dullness import (
    everyday_subject,
    hollow,
    idle,
    reports,
    told_apart,
    topical_subject,
)
from cardsmith.cards.questions.question import Question, answer_band, worth
from cardsmith.grammar import SURE, content, count, families

__all__ = ["RULES"]

LONGEST_ANSWER: Final = 10
SHORT: Final = 3
# words of a question that tell what it is about; to name the topic counts as one
LEAST_TOLD: Final = 2
# "What does the report indicate?" asks for anything
LEAST_WORDS: Final = 3
# words of a question that tell little, of an answer that is long for them
TOLD_LITTLE: Final = 3
LONG: Final = 5
# an answer of everyday words is no answer
LEAST_BAND: Final = 3.5
LEAST_WORTH: Final = 0.25
# the last word before what belongs to it: "studies of twins"
_HEAD: Final = re.compile(r"[\w'’-]+(?= (?:of|in|for|on|to|from|with|between) |$)")
_HEDGE: Final = re.compile(
    r"(?P<hedge>generally|often|typically|usually|sometimes|frequently|occasionally|rarely|"
    r"in (?:some|many|most) cases|possibly|perhaps|potentially|in general)\b",
    re.IGNORECASE,
)
_TWICE: Final = re.compile(r"\b([a-z]+) \1\b(?<!had had)(?<!that that)")
_COMPARATIVE: Final = re.compile(
    r"(?:larger|bigger|smaller|greater|better|worse|more|less|fewer|higher|lower|longer|shorter|"
    r"stronger|weaker|broader|deeper|wider|faster|slower|easier|harder)\b",
    re.IGNORECASE,
)
_THEME: Final = re.compile(
    r"(?:[\w-]+ ){0,3}(?:theme|issue|concern|consideration|objective|aspect|topic|matter|goal|"
    r"factor|challenge|part|component|element|feature|concept)s?"
    r"(?: (?:in|of|for|among|within)\b.*)?$",
    re.IGNORECASE,
)
_EMPTY_VERB: Final = re.compile(
    r"\b(?:boasts?|boasted|carv\w+ out|serves? as what|mark(?:ed)?|see|saw|seen|sparks?|sparked|"
    r"serves? as|served as|played? a role in|extends? beyond|continues? to (?:evolve|be)|"
    r"grapples? with)\?$|"
    r"^(?:What|Who|Which [\w-]+) (?:often )?(?:extends? beyond|continues? to evolve|grapples? with|"
    r"has continued to evolve)\b",
)
_GOOD_FOR: Final = re.compile(
    r"\b(?:beneficial|central|critical|crucial|essential|fundamental|important|indispensable|"
    r"instrumental|integral|invaluable|key|necessary|paramount|pivotal|valuable|vital) "
    r"(?:for|in|to)\?$"
)
_SPEAKS: Final = re.compile(
    r"What (?:emphasized|argued|proposed|suggested|introduced|believed|thought|claimed|described|"
    r"wrote|coined|criticized)\b"
)
_FULL_NAME: Final = re.compile(r"\b[A-Z][a-z]+ (?=([A-Z][\w'’-]*))")
_JOINT: Final = re.compile(r"['’-]")


def _uncertain(question: Question) -> bool:
    return question.asked.certainty < SURE


def _leak(question: Question) -> bool:
    """R5: whether the question says a word of the answer."""
    asked = question.asked.question
    known = question.study.named | kind_asked(asked, question.answer)
    return leaks(question.answer, asked, known)


def _hedge_lost(question: Question) -> bool:
    """R16: "Often, A is B" does not say that A is B."""
    hedge = _HEDGE.match(question.piece.text)
    return hedge is not None and hedge["hedge"].casefold() not in question.asked.question.casefold()


def _stutters(question: Question) -> bool:
    """Whether a word stands twice in a row: "subjected to to prevent"."""
    return _TWICE.search(question.asked.question) is not None


def _topic(question: Question) -> bool:
    """Whether the answer is a part of the name of what the document is about, or half of one."""
    secret = families(question.answer)
    if not secret or not secret <= question.study.secret:
        return False
    topics = [families(topic) for topic in question.study.topics]
    return bool(question.asked.genus) or any(secret < topic for topic in topics)


def _compares_alone(question: Question) -> bool:
    """Whether "larger talent pool" answers a question that names nothing to compare with."""
    compared = re.search(r"\b(?:than|compared|versus|as)\b", question.asked.question)
    return _COMPARATIVE.match(question.answer) is not None and compared is None


def _idle_theme(question: Question) -> bool:
    """Whether a thing is only said to be a theme, an issue, a concern."""
    return _THEME.match(question.answer) is not None


def _empty_verb(question: Question) -> bool:
    """Whether the verb asks for anything: "What does the valley boast?"."""
    return _EMPTY_VERB.search(question.asked.question) is not None


def _long(question: Question) -> bool:
    return count(question.answer) > LONGEST_ANSWER


def _empty_answer(question: Question) -> bool:
    """Whether an answer is made of everyday words, or of none that anybody asks for."""
    figure = any(letter.isdigit() for letter in question.answer)
    short = count(question.answer) <= SHORT
    head = _HEAD.search(question.answer)
    idle = (
        head is not None and telling(f"The {head.group()}") < 1 and count(question.answer) <= SHORT
    )
    plain = idle or telling(question.answer) < 1 or answer_band(question) < LEAST_BAND
    weak = plain or (short and worth(question) < LEAST_WORTH)
    return not figure and weak and not told_apart(question)


def _surname(question: Question) -> bool:
    """Whether "what" asks for somebody: "What was arrested?", "Louverture"."""
    name = question.answer
    if name[:1].isupper() and count(name) == 1 and _SPEAKS.match(question.asked.question):
        return name != name.upper()
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


def _empty_question(question: Question) -> bool:
    """R1: "What has practical implications?" has a hundred answers."""
    asked = question.asked.question
    about = bool(families(asked) & families(" ".join(question.study.topics)))
    return telling(asked) + about < LEAST_TOLD or len(content(asked)) < LEAST_WORDS


def _wide(question: Question) -> bool:
    """Whether few words ask for a long subject: "What reduces glare?", "The shape of the roof".

    Nobody can tell which of many things is meant.
    """
    asked = question.asked
    told, length = telling(asked.question), count(question.answer)
    if asked.wording != "subject" or asked.genus:
        return False
    return (told < TOLD_LITTLE and length > SHORT) or (told == TOLD_LITTLE and length > LONG)


def _good_for(question: Question) -> bool:
    """Whether a question asks what something is praised for: "What is sleep essential for?"."""
    return _GOOD_FOR.search(question.asked.question) is not None


def _hangs_on_noun(question: Question) -> bool:
    """Whether "due to" may tell the reason of the noun before it: "declines due to disease"."""
    asked, tokens = question.asked, question.piece.reading.tokens
    before = [token for token in tokens if token.end <= asked.start]
    due = asked.answer.casefold().startswith(("due to", "because of"))
    return due and bool(before) and before[-1].tag.startswith("NN")


def _pointing(question: Question) -> bool:
    return bool(re.search(r"\b(?:it|they|them|this|these|such)\b", question.answer, re.IGNORECASE))


RULES: Final[Mapping[str, Callable[[Question], bool]]] = {
    "uncertain": _uncertain,
    "long-answer": _long,
    "leak": _leak,
    "hedge-lost": _hedge_lost,
    "doubled-word": _stutters,
    "compares-alone": _compares_alone,
    "answer-is-topic": _topic,
    "answer-worthless": lambda question: _empty_answer(question) or _idle_theme(question),
    "answer-points-out": _pointing,
    "reason-of-what": _hangs_on_noun,
    "what-or-who": _surname,
    "dull-subject": lambda question: topical_subject(question) or everyday_subject(question),
    "dull-verb": lambda question: reports(question) or hollow(question),
    "dull-answer": idle,
    "vague-question": lambda question: any(
        wrong(question) for wrong in (_empty_question, _empty_verb, _wide, _good_for)
    ),
}
