"""Questions for what a preposition takes: "What is it composed of?", "What does it lead to?"."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Scene
from cardsmith.grammar.questions.composing import LONGEST_ANSWER, Form, compose
from cardsmith.grammar.questions.governing import BY_ADJECTIVE, BY_NOUN, BY_VERB
from cardsmith.grammar.questions.references import points
from cardsmith.grammar.questions.tails import torn, trailing, unclaimed
from cardsmith.grammar.questions.verbs import inverted
from cardsmith.grammar.questions.wh import thing
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["ask_governed"]

_LONGEST_MEANING: Final = 24  # words


def ask_governed(scene: Scene) -> Asked | None:
    """What the preposition that belongs to a verb, an adjective or a noun takes."""
    parts = scene.clause.parts
    place = _place(scene)
    if place < 0 or not parts[place].items or points(scene, parts[place].start, parts[place].end):
        return None
    if scene.clause.subject.kind is PartKind.PARTICIPLE and scene.clause.verb.lemma == "be":
        return None
    part = parts[place]
    wh = thing(scene, part)
    rest = unclaimed(scene, place)
    span = (part.start + len(part.opener.split()), parts[len(parts) - len(rest) - 1].end)
    gerund = scene.tokens[span[0]].tag == "VBG" and span[1] < scene.clause.end
    # "divided into A, where ..., and B"
    parted = part.opener == "into" and scene.is_tagged(span[1] + 1, "WRB")
    # "viewed as a sign of grief in children"
    goes_on = part.opener == "as" and bool(rest) and rest[0].kind is PartKind.PREPOSITION
    cut_off = gerund or parted or goes_on or torn(scene, span[1], rest)
    longest = _LONGEST_MEANING if _defines(scene, part) else LONGEST_ANSWER
    if wh is None or cut_off or span[1] - span[0] > longest:
        return None
    kept = trailing(scene, parts[:place])
    form = Form("governed", wh.word, longest=longest)
    return compose(scene, form, span, inverted(scene), kept, (part.opener,), trailing(scene, rest))


def _defines(scene: Scene, part: Part) -> bool:
    return f"{scene.clause.verb.lemma}+{part.opener}" in ("define+as", "refer+to")


def _place(scene: Scene) -> int:
    """Where the governed part stands: right after the verb, or after its adjective or noun."""
    parts = scene.clause.parts
    verb = scene.clause.verb
    first = scene.first
    if first is None:
        return -1
    following = parts[1] if len(parts) > 1 else None
    if first.kind is PartKind.PREPOSITION:
        path = first.opener == "from" and following is not None and following.opener == "to"
        return 0 if f"{verb.lemma}+{first.opener}" in BY_VERB and not path else -1
    if following is None or following.kind is not PartKind.PREPOSITION:
        return -1
    if first.kind is PartKind.ADJECTIVE and verb.lemma == "be":
        return 1 if _of_adjective(scene, first, following) else -1
    return 1 if _carried(scene, first, following) else -1


def _of_adjective(scene: Scene, adjective: Part, following: Part) -> bool:
    """Whether a preposition belongs to an adjective; after two it may belong to one of them."""
    words = scene.tokens[adjective.start : adjective.end]
    single = all(token.tag != "CC" for token in words)
    return single and f"{words[-1].text.lower()}+{following.opener}" in BY_ADJECTIVE


def _carried(scene: Scene, noun: Part, following: Part) -> bool:
    """Whether verb and noun are one deed: "plays a role in"."""
    group = scene.group(noun.start)
    if noun.kind is not PartKind.NOUN or group is None or following.start != group.end:
        return False
    return f"{scene.clause.verb.lemma}+{scene.kind(group)}+{following.opener}" in BY_NOUN
