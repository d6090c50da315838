"""Whether a subject and its verb agree in number: where they do not, the reading is wrong."""

from typing import Final

from cardsmith.grammar.questions.asked import Scene
from cardsmith.grammar.reading import NounGroup, PartKind, Tense

__all__ = ["agrees"]

_EITHER: Final = frozenset(
    """% aircraft array couple data deer dynamics economics ethics family fish group half
    handful host lot majority mathematics means media minority number offspring people
    percent plenty police politics range rest series set sheep species staff statistics team
    variety""".split()
)
_SINGULAR: Final = frozenset("does has is was".split())
_PLURAL: Final = frozenset("are do have were".split())
_OPEN: Final = frozenset("all each some".split())


def agrees(scene: Scene) -> bool:
    """Whether number of subject and verb fit, as far as both show it."""
    part = scene.clause.subject
    group = scene.group(part.start)
    singular, plural = _number(scene)
    if part.kind is PartKind.PARTICIPLE:
        return not plural or _several_deeds(scene)
    if group is None or not (singular or plural) or _either(scene, group):
        return True
    if len(part.items) > 1:
        joined = scene.tokens[part.items[-1].start - 1].text.lower()
        # "mastery of stops and turns was": the "and" stands inside the "of"
        inside = part.items[0].end > group.end and not group.plural
        return plural or joined != "and" or inside
    return group.plural == plural or group.proper or group.determiner in _OPEN


def _several_deeds(scene: Scene) -> bool:
    """Whether a subject in -ing is plural: "keeping bees and selling honey", "bridging bodies"."""
    part = scene.clause.subject
    group = scene.group(part.start + 1)
    ensuring = scene.tokens[part.start].lemma == "ensure"  # "ensuring doors are shut"
    compound = group is not None and group.plural and group.end == part.end and not ensuring
    return compound or "CC" in scene.tags[part.start : part.end]


def _number(scene: Scene) -> tuple[bool, bool]:
    """Whether the finite word is singular, and whether it is plural; a past tense is neither."""
    finite = scene.tokens[scene.clause.verb.first]
    small = scene.small[scene.clause.verb.first]
    if scene.clause.verb.tense is Tense.MODAL:
        return False, False
    if small in _SINGULAR or small in _PLURAL:
        return small in _SINGULAR, small in _PLURAL
    return finite.tag == "VBZ", finite.tag == "VBP"


def _either(scene: Scene, group: NounGroup) -> bool:
    head = scene.tokens[group.head]
    return head.tag in ("CD", "DT") or head.text.lower() in _EITHER or scene.kind(group) in _EITHER
