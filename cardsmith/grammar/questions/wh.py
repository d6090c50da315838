"""The question word for a noun: who, what, or which with the kind of thing that it names."""

from dataclasses import dataclass
from typing import Final

from cardsmith.grammar.questions.asked import Scene
from cardsmith.grammar.questions.kinds import (
    BODIES,
    NAMED_KINDS,
    NO_KIND,
    PERSONAL_DEEDS,
    PERSONS,
    THINGS_IN_ING,
    VAGUE,
    maybe_person,
)
from cardsmith.grammar.questions.names import FIRST_NAMES, INITIALS_OF_BODIES, TITLES
from cardsmith.grammar.reading import NounGroup, Part

__all__ = ["Wh", "is_person", "thing", "which"]

_LONGEST_NAME: Final = 5  # words
_LONGEST_INITIALS: Final = 6  # letters


@dataclass(frozen=True, slots=True)
class Wh:
    """A question word and, after "which", the kind that is asked for."""

    word: str
    genus: str = ""


def is_person(scene: Scene, group: NounGroup) -> bool:
    """Whether a group surely names a person."""
    if not group.proper:
        return scene.kind(group) in PERSONS
    tokens = scene.tokens[group.start : group.end]
    words = [token.text for token in tokens]
    if any(token.tag == "POS" for token in tokens) or len(words) > _LONGEST_NAME:
        return False
    if words[-1].lower() in NAMED_KINDS:
        return False
    return words[0] in FIRST_NAMES or not TITLES.isdisjoint(words[:-1])


def which(scene: Scene, part: Part) -> Wh | None:
    """The kind for "Which artery ...?", from "the middle meningeal artery".

    None where no word tells the thing apart from others of its kind.
    """
    group = scene.group(part.start)
    if (
        group is None
        or part.core != group.end
        or len(part.items) > 1
        or group.head != group.end - 1
    ):
        return None
    kind = scene.kind(group)
    named = not group.proper or kind in NAMED_KINDS
    whole = group.head > group.start and scene.tokens[group.head - 1].tag != "HYPH"
    doing = kind.endswith("ing") and kind not in THINGS_IN_ING
    if not named or not whole or doing or kind in NO_KIND or not kind.isalpha():
        return None
    if not (group.plural or group.proper or group.determiner or _has_owner(scene, group)):
        return None  # "Static analysis" is no one of several
    telling = any(
        token.tag[:2] in ("NN", "JJ", "VB") and token.text.lower() not in VAGUE
        for token in scene.tokens[group.start : group.head]
    )
    head = scene.tokens[group.head].text
    return Wh("which", head if head[1:] != head[1:].lower() else head.lower()) if telling else None


def _has_owner(scene: Scene, group: NounGroup) -> bool:
    return any(token.tag == "POS" for token in scene.tokens[group.start : group.head])


def thing(scene: Scene, part: Part) -> Wh | None:
    """What, or who for people; None where the noun leaves it open."""
    groups = [scene.group(item.start) for item in part.items]
    if not groups:
        return None
    words = {_word(scene, group) if group else "" for group in groups}
    if words == {""} and scene.tokens[part.items[0].start].tag == "VBG":
        return Wh("what")
    return Wh(words.pop()) if len(words) == 1 and "" not in words else None


def _word(scene: Scene, group: NounGroup) -> str:
    if is_person(scene, group):
        return "who"
    if group.proper:
        return _of_name(scene, group)
    kind = scene.kind(group)
    unsure = scene.tokens[group.head].tag == "CD" or kind in BODIES or maybe_person(kind)
    return "" if unsure else "what"


def _of_name(scene: Scene, group: NounGroup) -> str:
    """A name is a person's where only people do the deed; capitals and digits name things."""
    last = scene.tokens[group.head].text
    if last.lower() in NAMED_KINDS or any(sign.isdigit() for sign in last):
        return "what"
    if 1 < len(last) <= _LONGEST_INITIALS and last.isupper():
        return "" if last in INITIALS_OF_BODIES else "what"
    verb = scene.clause.verb
    return "who" if verb.lemma in PERSONAL_DEEDS and not verb.passive else ""
