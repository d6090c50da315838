"""Questions for what follows: "What happens when the artery is torn?"."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Scene
from cardsmith.grammar.questions.composing import Form, compose
from cardsmith.grammar.questions.cutting import clause_end, cut
from cardsmith.grammar.questions.references import points_back
from cardsmith.grammar.reading import Part, PartKind, Tense

__all__ = ["ask_consequence"]

_OPENERS: Final = frozenset(("after", "if", "once", "when"))
_NO_EVENTS: Final = frozenset("appear be have mean need remain require seem".split())
_HAPPENING: Final = frozenset("can could may might will".split())


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
    return compose(scene, Form("consequence", "what happens", asked=condition), span, asked)


def _is_condition(scene: Scene, part: Part) -> bool:
    """Whether a leading clause tells a thing that happens, with a subject of its own."""
    if part.kind is not PartKind.SUBORDINATE or part.opener not in _OPENERS:
        return False
    own = any(inner.start == part.start for inner in scene.reading.clauses)
    return own and not points_back(scene, part.start, part.end)
