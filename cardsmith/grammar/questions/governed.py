"""Questions for what a preposition takes: "What is it composed of?", "What does it lead to?"."""

from cardsmith.grammar.questions.asked import Asked, Scene
from cardsmith.grammar.questions.composing import LONGEST_ANSWER, Form, compose
from cardsmith.grammar.questions.governing import BY_ADJECTIVE, BY_NOUN, BY_VERB
from cardsmith.grammar.questions.references import points
from cardsmith.grammar.questions.tails import trailing, unclaimed
from cardsmith.grammar.questions.verbs import inverted
from cardsmith.grammar.questions.wh import thing
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["ask_governed"]


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
    if wh is None or gerund or span[1] - span[0] > LONGEST_ANSWER:
        return None
    kept = trailing(scene, parts[:place])
    form = Form("governed", wh.word)
    return compose(scene, form, span, inverted(scene), kept, (part.opener,), trailing(scene, rest))


def _place(scene: Scene) -> int:
    """Where the governed part stands: right after the verb, or after its adjective or noun."""
    parts = scene.clause.parts
    verb = scene.clause.verb
    first = scene.first
    if first is None:
        return -1
    if first.kind is PartKind.PREPOSITION:
        return 0 if f"{verb.lemma}+{first.opener}" in BY_VERB else -1
    following = parts[1] if len(parts) > 1 else None
    if following is None or following.kind is not PartKind.PREPOSITION:
        return -1
    if first.kind is PartKind.ADJECTIVE and verb.lemma == "be":
        adjective = scene.tokens[first.end - 1].text.lower()
        return 1 if f"{adjective}+{following.opener}" in BY_ADJECTIVE else -1
    return 1 if _carried(scene, first, following) else -1


def _carried(scene: Scene, noun: Part, following: Part) -> bool:
    """Whether verb and noun are one deed: "plays a role in"."""
    group = scene.group(noun.start)
    if noun.kind is not PartKind.NOUN or group is None or following.start != group.end:
        return False
    return f"{scene.clause.verb.lemma}+{scene.kind(group)}+{following.opener}" in BY_NOUN
