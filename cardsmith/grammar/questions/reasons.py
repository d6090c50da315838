"""Questions for cause and manner: "Why ...?", "How ...?"."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Scene
from cardsmith.grammar.questions.composing import Form, compose
from cardsmith.grammar.questions.tails import groups_after, simple, trailing
from cardsmith.grammar.questions.verbs import inverted
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["ask_how", "ask_why"]

_CAUSES: Final = frozenset(("because of", "due to", "owing to"))


def ask_why(scene: Scene) -> Asked | None:
    """The cause after "because" or "due to"."""
    return _ask(scene, "why", [_is_cause(part) for part in scene.clause.parts])


def ask_how(scene: Scene) -> Asked | None:
    """The manner after "by" and a participle, or "using"."""
    return _ask(scene, "how", [_is_manner(scene, part) for part in scene.clause.parts])


def _ask(scene: Scene, wh: str, fitting: list[bool]) -> Asked | None:
    parts = scene.clause.parts
    place = fitting.index(True) if True in fitting else -1
    rest = parts[: max(place, 0)]
    if rest and rest[-1].kind is PartKind.ADVERB:  # "primarily due to"
        rest = rest[:-1]
    # behind a clause it may be the cause of that, and "is due to" says what it is
    if place < 0 or not simple(rest) or (scene.clause.verb.lemma == "be" and not rest):
        return None
    span = (parts[place].start, groups_after(scene, place)[-1].end)
    return compose(scene, Form(wh, wh), span, inverted(scene), trailing(scene, rest))


def _is_cause(part: Part) -> bool:
    if part.kind is PartKind.SUBORDINATE:
        return part.opener == "because"
    return part.kind is PartKind.PREPOSITION and part.opener in _CAUSES


def _is_manner(scene: Scene, part: Part) -> bool:
    if part.kind is PartKind.PARTICIPLE:
        return part.opener == "using"
    gerund = scene.tokens[min(part.start + 1, len(scene.tokens) - 1)].tag == "VBG"
    return part.kind is PartKind.PREPOSITION and part.opener == "by" and gerund
