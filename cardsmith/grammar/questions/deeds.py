"""Questions for what something lets others do, aims at, or is used to do."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Pieces, Scene
from cardsmith.grammar.questions.composing import Form, compose
from cardsmith.grammar.questions.cutting import cut
from cardsmith.grammar.questions.objects import LETTING
from cardsmith.grammar.questions.references import points_back
from cardsmith.grammar.questions.verbs import inverted
from cardsmith.grammar.questions.wh import is_person
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["ask_deed"]

_USING: Final = frozenset("design employ intend use utilize".split())
_USES: Final = frozenset("apply employ use utilize".split())
_WANTING: Final = frozenset("aim attempt help intend seek serve strive try want".split())


def ask_deed(scene: Scene) -> Asked | None:
    """What the subject lets something do, or aims to do."""
    deed = _deed(scene)
    if deed is None or _goes_on(scene, deed.end):
        return None
    start = deed.start + (scene.tokens[deed.start].tag == "TO")
    span = (start, deed.end)
    return compose(
        scene, Form("deed", "what"), span, inverted(scene), _other(scene, deed), ("to do",)
    )


def _goes_on(scene: Scene, end: int) -> bool:
    """Whether what "and" adds may be as much of an aim: "to record and read data"."""
    own = scene.is_tagged(end + 1, "MD") or scene.is_tagged(end + 1, "VBZ")
    return scene.is_tagged(end, "CC") and not own


def _deed(scene: Scene) -> Part | None:
    parts = scene.clause.parts
    verb = scene.clause.verb
    if parts and parts[0].kind is PartKind.INFINITIVE:
        return parts[0] if verb.lemma in (_USING if verb.passive else _WANTING) else None
    letting = not verb.passive and (verb.lemma in LETTING or verb.lemma in _USES)
    if not letting or not parts[1:] or parts[0].kind is not PartKind.NOUN:
        return None
    if parts[1].kind is not PartKind.INFINITIVE or _aims(scene, parts[0]):
        return None
    return None if scene.text(parts[1].start + 1, parts[1].start + 2) == "be" else parts[1]


def _aims(scene: Scene, given: Part) -> bool:
    """Whether "to" may tell what something is needed for: "requires skills to survive"."""
    group = scene.group(given.items[0].start) if given.items else None
    person = group is not None and is_person(scene, group)
    return scene.clause.verb.lemma == "require" and not person


def _other(scene: Scene, deed: Part) -> Pieces | None:
    """Who is let do something."""
    given = scene.clause.parts[0]
    if given is deed:
        return ()
    return (
        None if points_back(scene, given.start, given.end) else cut(scene, given.start, given.end)
    )
