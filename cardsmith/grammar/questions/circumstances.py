"""Questions for time and place: "When was the enzyme isolated?", "Where is it stored?"."""

from collections.abc import Sequence
from typing import Final

from cardsmith.grammar.questions.asked import Asked, Scene
from cardsmith.grammar.questions.composing import LONGEST_ANSWER, Form, compose
from cardsmith.grammar.questions.kinds import MONTHS, NOT_PLACES
from cardsmith.grammar.questions.references import points, points_back
from cardsmith.grammar.questions.tails import groups_after, simple, trailing
from cardsmith.grammar.questions.verbs import inverted
from cardsmith.grammar.reading import Part, PartKind, Token

__all__ = ["ask_when", "ask_where", "is_date"]

_TIME_OPENERS: Final = frozenset("around between circa during in on throughout".split())
_DROPPED: Final = frozenset(("in", "on"))
_AGES: Final = frozenset("century decade millennium".split())
_DECADE: Final = 5  # letters of "1990s"
_YEARS: Final = ("1000", "2099")
_ORDINALS: Final = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
)
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
    if behind and not simple(rest):  # the date of a tail, perhaps
        return None
    span = (part.start + (part.opener in _DROPPED), part.end)
    form = Form("when", "when", asked=part)
    return compose(scene, form, span, inverted(scene), trailing(scene, rest))


def is_date(scene: Scene, part: Part) -> bool:
    """Whether a prepositional group is a date, a year, a decade or a century."""
    if part.kind is not PartKind.PREPOSITION or part.opener not in _TIME_OPENERS:
        return False
    if part.end != part.core or points(scene, part.start, part.end):
        return False
    tokens = scene.tokens[part.start + 1 : part.core]
    last = tokens[-1]
    if last.tag == "CD" and any(token.text.lower() in MONTHS for token in tokens):
        return True
    if _is_year(last.text):
        return all(token.tag in ("CC", "CD", "DT", "JJ") for token in tokens)
    decade = len(last.text) == _DECADE and last.text[-1] == "s" and _is_year(last.text[:-1])
    return decade or (last.lemma.lower() in _AGES and _has_number(tokens))


def _is_year(text: str) -> bool:
    first, last = _YEARS
    return len(text) == len(first) and text.isdigit() and first <= text <= last


def _has_number(tokens: Sequence[Token]) -> bool:
    return any(token.text[0].isdigit() or token.text.lower() in _ORDINALS for token in tokens)


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
