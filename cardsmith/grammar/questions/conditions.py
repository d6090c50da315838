"""Questions for what follows, and for when: "What happens when the artery is torn?"."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Scene
from cardsmith.grammar.questions.attachment import DEFINING
from cardsmith.grammar.questions.composing import Form, compose
from cardsmith.grammar.questions.cutting import clause_end, cut
from cardsmith.grammar.questions.references import points_back
from cardsmith.grammar.questions.tails import simple, trailing
from cardsmith.grammar.questions.told import told_end
from cardsmith.grammar.questions.verbs import inverted
from cardsmith.grammar.reading import Part, PartKind, Tense

__all__ = ["ask_consequence", "ask_occasion"]

_OPENERS: Final = frozenset(("after", "as", "if", "once", "when"))
_OCCASIONS: Final = frozenset(("after", "before", "once", "when", "whenever"))
_NO_EVENTS: Final = frozenset("appear be have mean need remain require seem".split())
_HAPPENING: Final = frozenset("can could may might will".split())
_WEIGHING: Final = frozenset(", especially even just only particularly".split())
# "a time when ..." is told what time it is.
_TIMES: Final = frozenset(
    """age case circumstance condition day epoch era event example instance moment occasion
    period phase point scenario situation stage state time year""".split()
)


def ask_consequence(scene: Scene) -> Asked | None:
    """What happens when, if or once something else does."""
    clause = scene.clause
    verb = clause.verb
    condition = next((part for part in clause.lead if _is_condition(scene, part)), None)
    if condition is None or len(clause.lead) > 1 or verb.negated:
        return None
    advice = verb.tense is Tense.MODAL and verb.modal not in _HAPPENING
    if advice or (verb.lemma in _NO_EVENTS and not verb.passive):
        return None
    span = (clause.subject.start, clause_end(scene))
    asked = cut(scene, condition.start, condition.end)
    past = verb.tense is Tense.PAST or _went_along(scene, condition)
    wh = "what happened" if past else "what happens"
    return compose(scene, Form("consequence", wh, asked=condition), span, asked)


def _is_condition(scene: Scene, part: Part) -> bool:
    """Whether a leading clause tells a thing that happens, with a subject of its own."""
    if part.kind is not PartKind.SUBORDINATE or part.opener not in _OPENERS:
        return False
    others = (clause for clause in scene.reading.clauses if clause is not scene.clause)
    own = any(clause.start == part.start for clause in others)
    return own and not points_back(scene, part.start, part.end)


def _went_along(scene: Scene, condition: Part) -> bool:
    """Whether a past deed went along: "As lenses improved, scholars could see cells"."""
    past = "VBD" in scene.tags[condition.start : condition.end]
    return condition.opener == "as" and past


def ask_occasion(scene: Scene) -> Asked | None:
    """When the fact holds: "when the membrane is thin", "after the eggs hatch"."""
    clause = scene.clause
    part = next((part for part in (*clause.lead, *clause.parts) if _is_occasion(part)), None)
    if part is None or _of_noun(scene, part):
        return None
    behind = part in clause.parts
    if not behind and scene.tokens[clause.subject.start].tag == "PRP":
        return None
    rest = clause.parts[: clause.parts.index(part)] if behind else clause.parts
    end = told_end(scene, part)
    if end < 0 or (behind and (not simple(rest) or _weighed(scene, part))):
        return None
    form = Form("occasion", "when", asked=part)
    return compose(scene, form, (part.start, end), inverted(scene), trailing(scene, rest))


def _is_occasion(part: Part) -> bool:
    return part.kind is PartKind.SUBORDINATE and part.opener in _OCCASIONS


def _weighed(scene: Scene, part: Part) -> bool:
    """Whether a word before "when" says that it is not the only time: "even", "especially"."""
    return scene.tokens[part.start - 1].text.lower() in _WEIGHING


def _of_noun(scene: Scene, part: Part) -> bool:
    """Whether a clause may tell of a noun and not of the deed: "a time when"."""
    verb = scene.clause.verb
    first = scene.first
    defined = verb.lemma == "be" and first is not None and first.kind is PartKind.NOUN
    before = scene.tokens[part.start - 1].lemma.lower() if part.start else ""
    idle = scene.text(part.start + 1, part.start + 3).lower() == "it comes"
    return defined or idle or verb.lemma in DEFINING or before in _TIMES
