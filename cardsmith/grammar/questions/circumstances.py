"""Questions for time and place: "When was the enzyme isolated?", "Where is it stored?"."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Scene
from cardsmith.grammar.questions.composing import LONGEST_ANSWER, Form, compose
from cardsmith.grammar.questions.dates import is_date
from cardsmith.grammar.questions.kinds import NOT_PLACES
from cardsmith.grammar.questions.references import points_back
from cardsmith.grammar.questions.tails import groups_after, simple, trailing
from cardsmith.grammar.questions.verbs import inverted
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["ask_when", "ask_where"]

_DROPPED: Final = frozenset(("in", "on"))
_PLACE_VERBS: Final = frozenset(
    """absorb bury develop find form grow hang hold house lie live locate occur originate
    place produce reside secrete situate stand store synthesize""".split()
)
_PLACE_OPENERS: Final = frozenset(
    """above across along around at behind below beneath beside between in inside near on
    outside under underneath within""".split()
)


def ask_when(scene: Scene) -> Asked | None:
    """The year, the date or the century of a deed."""
    clause = scene.clause
    part = next((part for part in (*clause.lead, *clause.parts) if is_date(scene, part)), None)
    if part is None or (clause.verb.lemma == "be" and not clause.verb.passive):
        return None
    behind = part in clause.parts
    rest = clause.parts[: clause.parts.index(part)] if behind else clause.parts
    if behind and (not simple(rest) or any(_apart(scene, each) for each in (*rest, part))):
        return None  # the date of a tail, perhaps
    span = (part.start + (part.opener in _DROPPED), part.end)
    form = Form("when", "when", asked=part)
    return compose(scene, form, span, inverted(scene), trailing(scene, rest))


def _apart(scene: Scene, part: Part) -> bool:
    return scene.tokens[part.start - 1].tag == ","


def ask_where(scene: Scene) -> Asked | None:
    """The place after a verb that has one."""
    part = scene.first
    if part is None or scene.clause.verb.lemma not in _PLACE_VERBS or not _is_place(scene, part):
        return None
    end = groups_after(scene, 0)[-1].end
    if points_back(scene, part.start, part.end) or end - part.start > LONGEST_ANSWER:
        return None
    return compose(scene, Form("where", "where"), (part.start, end), inverted(scene))


def _is_place(scene: Scene, part: Part) -> bool:
    if part.kind is not PartKind.PREPOSITION or part.opener not in _PLACE_OPENERS:
        return False
    group = scene.group(part.items[0].start) if part.items else None
    if group is None or scene.tokens[group.head].tag == "CD":
        return False
    return scene.kind(group) not in NOT_PLACES
