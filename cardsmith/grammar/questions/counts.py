"""Questions for a number: "How many bones does the hand have?"."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Pieces, Scene
from cardsmith.grammar.questions.composing import Form, compose
from cardsmith.grammar.questions.cutting import cut
from cardsmith.grammar.questions.references import points
from cardsmith.grammar.questions.tails import trailing
from cardsmith.grammar.questions.verbs import agreeing, inverted
from cardsmith.grammar.reading import NounGroup, Part, PartKind

__all__ = ["ask_count", "number_of"]

_NO_COUNT: Final = frozenset(("one", "zero"))
_PERCENT: Final = frozenset(("%", "percent"))
_ROUGHLY: Final = frozenset("DT IN JJR JJS RB RBR".split())
_DIVIDING: Final = frozenset(("from", "into", "of"))


def ask_count(scene: Scene) -> Asked | None:
    """How many there are of what a number stands before."""
    for part in (scene.clause.subject, scene.first):
        share = None if part is None else _share(scene, part)
        if part is not None and share is not None:
            counted = ("percentage", *cut(scene, share[1], part.end))
            return compose(scene, Form("how-many", "what"), share, counted, _rest(scene, part))
        number = None if part is None else number_of(scene, part)
        if part is not None and number is not None and not points(scene, part.start, part.end):
            counted = cut(scene, number[1], part.end)
            return compose(scene, Form("how-many", "how many"), number, counted, _rest(scene, part))
    return None


def _share(scene: Scene, part: Part) -> tuple[int, int] | None:
    """The percentage of a part: "about 30 %" in "about 30 % of the water"."""
    group = scene.group(part.items[0].start) if len(part.items) == 1 else None
    if group is None or scene.tokens[group.head].text.lower() not in _PERCENT:
        return None
    shared = group.end < part.end and scene.tokens[group.end].text.lower() == "of"
    given = points(scene, part.start, part.end) or group.determiner
    return (group.start, group.end) if shared and not given else None


def number_of(scene: Scene, part: Part) -> tuple[int, int] | None:
    """The number of a part with "about" and "million"; None where it counts nothing."""
    group = scene.group(part.items[0].start) if len(part.items) == 1 else None
    if group is None or not group.plural:
        return None
    places = [at for at in range(group.start, group.head) if scene.tokens[at].tag == "CD"]
    if not places or places[-1] - places[0] != len(places) - 1:
        return None
    first, end = places[0], places[-1] + 1
    glued = scene.tokens[end].tag in ("HYPH", "SYM")
    if glued or scene.tokens[first].text.lower() in _NO_COUNT or not _rough(scene, group, first):
        return None
    start = group.start + (scene.tokens[group.start].tag == "DT")
    return (start, end)


def _rough(scene: Scene, group: NounGroup, first: int) -> bool:
    """Whether only "the" and words like "about" and "more than" stand before a number."""
    return all(
        token.tag in _ROUGHLY and (token.tag != "DT" or token.text.lower() == "the")
        for token in scene.tokens[group.start : first]
    )


def _rest(scene: Scene, part: Part) -> Pieces | None:
    """What follows "How many bones": a predicate, or helper, subject and verb."""
    clause = scene.clause
    if part is clause.subject:
        return _predicate(scene)
    rest = trailing(scene, clause.parts[1:])
    if rest is None or (clause.verb.lemma == "be" and not clause.verb.passive):
        return _there(scene, rest)
    before = inverted(scene)
    if before is None or part.kind not in (PartKind.NOUN, PartKind.PREPOSITION):
        return None
    if part.kind is PartKind.NOUN:
        return (*before, *rest)
    dividing = clause.verb.passive or clause.verb.lemma == "consist"
    return (*before, part.opener, *rest) if dividing and part.opener in _DIVIDING else None


def _predicate(scene: Scene) -> Pieces | None:
    """The predicate of a counted subject; "the two" are known, and nobody asks how many."""
    clause = scene.clause
    rest = trailing(scene, clause.parts)
    verb = agreeing(scene, "which")
    known = scene.tokens[clause.subject.start].tag == "DT"
    if not rest or verb is None or known or clause.verb.lemma == "be":
        return None
    return (*verb, *rest)


def _there(scene: Scene, rest: Pieces | None) -> Pieces | None:
    if rest is None or scene.tokens[scene.clause.subject.start].tag != "EX":
        return None
    return (scene.tokens[scene.clause.verb.first].text.lower(), "there", *rest)
