"""Questions for cause and manner: "Why ...?", "How ...?"."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Scene
from cardsmith.grammar.questions.composing import Form, compose
from cardsmith.grammar.questions.objects import is_doing
from cardsmith.grammar.questions.tails import answer_end, simple, trailing
from cardsmith.grammar.questions.told import joins_deed
from cardsmith.grammar.questions.verbs import inverted
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["ask_how", "ask_why"]

_CLAUSES: Final = frozenset((PartKind.RELATIVE, PartKind.SUBORDINATE, PartKind.THAT))
_CAUSES: Final = frozenset(("because of", "due to", "owing to"))


def ask_why(scene: Scene) -> Asked | None:
    """The cause after "because" or "due to", the aim after "in order to" or "so that"."""
    return _ask(scene, "why", [_is_cause(part) for part in scene.clause.parts])


def ask_how(scene: Scene) -> Asked | None:
    """The manner after "by" and a participle, or "using", behind or before the subject."""
    before = next((part for part in scene.clause.lead if _is_manner(scene, part)), None)
    if before is None:
        return _ask(scene, "how", [_is_manner(scene, part) for part in scene.clause.parts])
    rest = trailing(scene, scene.clause.parts)
    form = Form("how", "how", asked=before)
    return compose(scene, form, (before.start, before.end), inverted(scene), rest)


def _ask(scene: Scene, wh: str, fitting: list[bool]) -> Asked | None:
    parts = scene.clause.parts
    place = fitting.index(True) if True in fitting else -1
    rest = parts[: max(place, 0)]
    if rest and rest[-1].kind is PartKind.ADVERB:  # "primarily due to"
        rest = rest[:-1]
    # behind a clause it may be the cause of that
    if place < 0 or not simple(rest) or _is_of_noun(scene, rest, parts[place]):
        return None
    span = (parts[place].start, answer_end(scene, place))
    if _lists_on(scene, span[1]):
        return None
    return compose(scene, Form(wh, wh), span, inverted(scene), trailing(scene, rest))


def _lists_on(scene: Scene, end: int) -> bool:
    """Whether a manner is the first of several: "by curing fish, smoking it, and storing it"."""
    clauses = (part.start for part in scene.clause.parts if part.kind in _CLAUSES)
    stop = next((start for start in clauses if start >= end), scene.clause.end)
    return any(joins_deed(scene, at) for at in range(end, stop))


def _is_of_noun(scene: Scene, rest: tuple[Part, ...], cause: Part) -> bool:
    """Whether a cause may be part of what something is: "is the drop due to friction"."""
    if scene.clause.verb.lemma != "be" or scene.clause.verb.passive:
        return False
    if not rest or cause.kind is not PartKind.PREPOSITION:
        return not rest
    return rest[0].kind is PartKind.NOUN and scene.tokens[rest[0].start].text.lower() == "the"


def _is_cause(part: Part) -> bool:
    if part.kind is PartKind.SUBORDINATE:
        return part.opener in ("because", "so that")
    if part.kind is PartKind.INFINITIVE:
        return part.opener.startswith(("in order to", "so as to"))
    return part.kind is PartKind.PREPOSITION and part.opener in _CAUSES


def _is_manner(scene: Scene, part: Part) -> bool:
    if part.kind is PartKind.PARTICIPLE:
        return part.opener == "using" and not is_doing(scene, part)
    gerund = scene.tokens[min(part.start + 1, len(scene.tokens) - 1)].tag == "VBG"
    return part.kind is PartKind.PREPOSITION and part.opener == "by" and gerund
