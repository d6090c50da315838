"""Questions for all that a number counts: "Which two solvents ...?", "water and alcohol"."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Pieces, Scene
from cardsmith.grammar.questions.composing import Form, compose
from cardsmith.grammar.questions.counts import number_of
from cardsmith.grammar.questions.cutting import cut
from cardsmith.grammar.questions.references import points
from cardsmith.grammar.questions.verbs import inverted
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["ask_members"]

_NUMBERS: Final = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)
}
_FINITE: Final = frozenset("MD VBD VBP VBZ".split())


def ask_members(scene: Scene) -> Asked | None:
    """Which ones there are, where as many as the number says stand behind a colon."""
    part = scene.first
    number = None if part is None else number_of(scene, part)
    if part is None or number is None or points(scene, part.start, part.end):
        return None
    span = (part.end + 1, scene.clause.end)
    if not _is_colon(scene, part.end) or not _are(scene, span, number):
        return None
    body = _rest(scene, part)
    counted = cut(scene, number[0], part.end)
    return compose(scene, Form("members", "which"), span, counted, body)


def _is_colon(scene: Scene, at: int) -> bool:
    return at < len(scene.tokens) and scene.tokens[at].text == ":"


def _are(scene: Scene, span: tuple[int, int], number: tuple[int, int]) -> bool:
    """Whether a list has as many members as the number says, and none is a clause."""
    tokens = scene.tokens[slice(*span)]
    if any(token.tag in _FINITE for token in tokens):
        return False
    gaps = [token.tag in (",", "CC") for token in tokens]
    members = sum(not gap and before for before, gap in zip((True, *gaps), gaps, strict=False))
    text = scene.text(*number).lower()
    return members == (int(text) if text.isdecimal() else _NUMBERS.get(text))


def _rest(scene: Scene, part: Part) -> Pieces | None:
    """Helper, subject and verb, with the preposition that the counted noun takes."""
    verb = scene.clause.verb
    if scene.tokens[scene.clause.subject.start].tag == "EX":
        return (scene.tokens[verb.first].text.lower(), "there")
    before = inverted(scene)
    if before is None or (verb.lemma == "be" and not verb.passive):
        return None
    return before if part.kind is PartKind.NOUN else (*before, part.opener)
