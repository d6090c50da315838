"""Questions for what something lets others do, aims at, or is used to do."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Pieces, Scene
from cardsmith.grammar.questions.composing import Form, compose
from cardsmith.grammar.questions.cutting import cut
from cardsmith.grammar.questions.objects import LETTING
from cardsmith.grammar.questions.references import points_back
from cardsmith.grammar.questions.verbs import inverted
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["ask_deed"]

_USING: Final = frozenset("design employ intend use utilize".split())
_WANTING: Final = frozenset("aim attempt help intend seek serve strive try want".split())


def ask_deed(scene: Scene) -> Asked | None:
    """What the subject lets something do, or aims to do."""
    deed = _deed(scene)
    if deed is None:
        return None
    start = deed.start + (scene.tokens[deed.start].tag == "TO")
    span = (start, deed.end)
    return compose(
        scene, Form("deed", "what"), span, inverted(scene), _other(scene, deed), ("to do",)
    )


def _deed(scene: Scene) -> Part | None:
    parts = scene.clause.parts
    verb = scene.clause.verb
    if parts and parts[0].kind is PartKind.INFINITIVE:
        return parts[0] if verb.lemma in (_USING if verb.passive else _WANTING) else None
    letting = not verb.passive and verb.lemma in LETTING
    if letting and len(parts) > 1 and parts[0].kind is PartKind.NOUN:
        return parts[1] if parts[1].kind is PartKind.INFINITIVE else None
    return None


def _other(scene: Scene, deed: Part) -> Pieces | None:
    """Who is let do something."""
    given = scene.clause.parts[0]
    if given is deed:
        return ()
    return (
        None if points_back(scene, given.start, given.end) else cut(scene, given.start, given.end)
    )
