"""The questions that a sentence answers, each with the words of its answer."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Final, TypeAlias

from cardsmith.grammar.questions.agreement import agrees
from cardsmith.grammar.questions.asked import Asked, Cut, Piece, Pieces, Scene, scenes
from cardsmith.grammar.questions.circumstances import ask_when, ask_where
from cardsmith.grammar.questions.claims import ask_claim
from cardsmith.grammar.questions.conditions import ask_consequence, ask_occasion
from cardsmith.grammar.questions.copula import ask_genus, ask_what_is, ask_which_is
from cardsmith.grammar.questions.counts import ask_count
from cardsmith.grammar.questions.deeds import ask_deed
from cardsmith.grammar.questions.doers import ask_doer
from cardsmith.grammar.questions.doubts import (
    describes,
    doubtful,
    helped,
    identifies,
    reduced,
    shares_object,
)
from cardsmith.grammar.questions.governed import ask_governed
from cardsmith.grammar.questions.members import ask_members
from cardsmith.grammar.questions.objects import ask_name, ask_object
from cardsmith.grammar.questions.predicates import ask_subject, beside_subject
from cardsmith.grammar.questions.reasons import ask_how, ask_why
from cardsmith.grammar.questions.references import dangles
from cardsmith.grammar.questions.verbs import only_adverbs
from cardsmith.grammar.reading import ClauseKind, Reading

__all__ = ["ASKERS", "SURE", "Asked", "Cut", "Piece", "Pieces", "questions"]

Asker: TypeAlias = Callable[[Scene], Asked | None]

# By the wording that they give.
ASKERS: Final[Mapping[str, Asker]] = {
    "claim": ask_claim,
    "consequence": ask_consequence,
    "deed": ask_deed,
    "doer": ask_doer,
    "genus": ask_genus,
    "governed": ask_governed,
    "how": ask_how,
    "how-many": ask_count,
    "members": ask_members,
    "name": ask_name,
    "object": ask_object,
    "occasion": ask_occasion,
    "subject": ask_subject,
    "what-is": ask_what_is,
    "when": ask_when,
    "where": ask_where,
    "which-is": ask_which_is,
    "why": ask_why,
}
# A question of this certainty is grammatical and true 97 times in 100, counted by eye on questions
# from random sentences; most of what is not certain is refused by other rules before.
SURE: Final = 1


def questions(reading: Reading, subject: str = "") -> Iterator[Asked]:
    """All questions that a sentence answers, in the order of its clauses and of ``ASKERS``.

    ``subject`` is what a pronoun or "this process" in the subject's place stands for; without it
    such a sentence is asked only for what needs no subject. A sentence that is not understood as
    a whole is asked for nothing.
    """
    if not reading.whole:
        return
    told = [
        scene
        for scene in scenes(reading, reading.clauses, subject)
        if scene.clause.kind is ClauseKind.MAIN or beside_subject(scene)
    ]
    if not all(agrees(scene) and only_adverbs(scene) for scene in told):
        return
    if any(reduced(*pair) or helped(*pair) for pair in pairwise(told)):
        return
    for place, scene in enumerate(told):
        if not (dangles(scene) or _doubtful(told, place)):
            asks = (ask_what_is,) if identifies(scene) else ASKERS.values()
            found = [ask(scene) for ask in asks]
            yield from (question for question in found if question is not None)


def _doubtful(told: list[Scene], place: int) -> bool:
    """Whether a clause may say something else than it seems to."""
    scene = told[place]
    torn = shares_object(scene, next(iter(told[place + 1 :]), None))
    return torn or describes(scene) or doubtful(tuple(told[:place]), scene)
