"""The question word for a noun: who, what, or which with the kind of thing that it names."""

import re
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
from cardsmith.grammar.questions.names import FIRST_NAMES, INITIALS_OF_BODIES, NATIONS, TITLES
from cardsmith.grammar.reading import Group, NounGroup, Part
from cardsmith.grammar.tagger import model

__all__ = ["Wh", "is_person", "thing", "which"]

_SHARES: Final = frozenset("% half handful majority minority percent".split())
_NUMBERS: Final = frozenset("fraction number percentage proportion".split())
# No name of a person ends so.
_OF_THINGS: Final = re.compile(
    r".*(?:age|ance|ase|ence|gen|ics|ide|ing|ion|ism|itis|ity|logy|ment|ness|phy|sis|ure|ware|water|[^e]s)"
)
_LONGEST_NAME: Final = 5  # words
_LONGEST_INITIALS: Final = 6  # letters


@dataclass(frozen=True, slots=True)
class Wh:
    """A question word and, after "which", the kind that is asked for."""

    word: str
    genus: str = ""


def is_person(scene: Scene, group: NounGroup) -> bool:
    """Whether a group surely names a person."""
    head = scene.tokens[group.head].text
    if group.plural and head in NATIONS and head.endswith("s"):
        return True
    if not group.proper:
        return scene.kind(group) in PERSONS
    tokens = scene.tokens[group.start : group.end]
    words = [token.text for token in tokens]
    if "POS" in scene.tags[group.start : group.end] or len(words) > _LONGEST_NAME:
        return False
    if words[-1].lower() in NAMED_KINDS:
        return False
    return words[0] in FIRST_NAMES or not TITLES.isdisjoint(words[:-1])


def which(scene: Scene, part: Part) -> Wh | None:
    """The kind for "Which artery ...?", from "the middle meningeal artery".

    None where no word tells the thing apart from others of its kind.
    """
    group = scene.group(part.start)
    if group is None or not _is_plain(scene, part, group) or not _is_kind(scene, group):
        return None
    if not (group.plural or group.proper or group.determiner or _has_owner(scene, group)):
        return None  # "Static analysis" is no one of several
    telling = any(
        token.tag[:2] in ("NN", "JJ", "VB") and token.text.lower() not in VAGUE
        for token in scene.tokens[group.start : group.head]
    )
    head = scene.tokens[group.head].text
    return Wh("which", head if head[1:] != head[1:].lower() else head.lower()) if telling else None


def _is_plain(scene: Scene, part: Part, group: NounGroup) -> bool:
    """Whether a part is one group that ends in its head; "the night setting" may end in "night"."""
    goes_on = part.end == group.end + 1 and scene.is_tagged(group.end, "VBG")
    single = part.core == group.end and len(part.items) <= 1
    return single and group.head == group.end - 1 and not goes_on


def _is_kind(scene: Scene, group: NounGroup) -> bool:
    """Whether a head is a kind of thing, and not a half of a name: "Homo erectus"."""
    kind = scene.kind(group)
    head, before = scene.tokens[group.head], scene.tokens[group.head - 1]
    if group.head == group.start or before.tag == "HYPH" or not kind.isalpha():
        return False
    if group.proper and kind not in NAMED_KINDS:
        return False
    strange = head.tag == "NN" and head.text.islower() and kind not in model().known
    doing = kind.endswith("ing") and kind not in THINGS_IN_ING
    return not (doing or kind in NO_KIND or (strange and before.tag == "NNP"))


def _has_owner(scene: Scene, group: NounGroup) -> bool:
    return "POS" in scene.tags[group.start : group.head]


def thing(scene: Scene, part: Part) -> Wh | None:
    """What, or who for people; None where the noun leaves it open."""
    groups = [_counted(scene, scene.group(item.start)) for item in _told(scene, part)]
    if not groups:
        return None
    words = {_word(scene, group) if group else "" for group in groups}
    if words == {""} and scene.tokens[part.items[0].start].tag == "VBG":
        words = {_doing(scene, part)}
    return Wh(words.pop()) if len(words) == 1 and "" not in words else None


def _told(scene: Scene, part: Part) -> tuple[Group, ...]:
    """The things a part names; in "the role of air and water" the "and" stands inside the "of"."""
    first = scene.group(part.items[0].start) if part.items else None
    inside = first is not None and part.items[0].end > first.end and not first.plural
    return part.items[:1] if inside else part.items


def _doing(scene: Scene, part: Part) -> str:
    """The word for a deed; "aspiring artists need" is no deed, since the verb is plural."""
    group = scene.group(part.start + 1)
    plural = scene.tokens[scene.clause.verb.first].tag == "VBP"
    compound = plural and part is scene.clause.subject and group is not None
    return _word(scene, group) if compound and group is not None else "what"


def _counted(scene: Scene, group: NounGroup | None) -> NounGroup | None:
    """What a number or a share is of: "10 % of the members" are members.

    "The number of the members" is a number.
    """
    if group is None:
        return None
    head = scene.small[group.head]
    share = head in _SHARES or (head in _NUMBERS and group.determiner != "the")
    of = share and group.end < len(scene.small) and scene.small[group.end] == "of"
    return scene.group(group.end + 1) if of else group


def _word(scene: Scene, group: NounGroup) -> str:
    if is_person(scene, group):
        return "who"
    if group.proper or _may_be_name(scene, group):
        return _of_name(scene, group)
    kind = scene.kind(group)
    unsure = scene.tokens[group.head].tag == "CD" or kind in BODIES or maybe_person(kind)
    return "" if unsure or _does_as_people_do(scene, group) else "what"


def _does_as_people_do(scene: Scene, group: NounGroup) -> bool:
    """Whether several that are no known persons do what only people do: "progressives argued"."""
    verb = scene.clause.verb
    subject = group.start == scene.clause.subject.start
    return subject and group.plural and verb.lemma in PERSONAL_DEEDS and not verb.passive


def _may_be_name(scene: Scene, group: NounGroup) -> bool:
    """Whether a word that only stands at the head of a sentence is no known noun: "Freud"."""
    head = scene.tokens[group.head]
    alone = group.head == group.start == 0 and head.text.istitle() and head.text.isalpha()
    plural = head.tag == "NNS" and scene.tokens[scene.clause.verb.first].tag == "VBP"
    known = head.lemma.lower() in model().known or _OF_THINGS.fullmatch(head.text) is not None
    return alone and head.tag in ("NN", "NNS") and not plural and not known


def _of_name(scene: Scene, group: NounGroup) -> str:
    """A name is a person's where only people do the deed; capitals and digits name things."""
    last = scene.tokens[group.head].text
    if last.lower() in NAMED_KINDS or any(sign.isdigit() for sign in last):
        return "what"
    if 1 < len(last) <= _LONGEST_INITIALS and last.isupper():
        return "" if last in INITIALS_OF_BODIES else "what"
    kind = scene.kind(group)
    single = not group.plural and not kind.endswith("s")
    if group.determiner == "the" and single and kind not in PERSONS | BODIES:
        return "what"
    verb = scene.clause.verb
    return "who" if verb.lemma in PERSONAL_DEEDS and not verb.passive else ""
