"""Clauses inside a predicate: "that ice floats", "how plants grow", "when light falls on it"."""

from typing import Final

from cardsmith.grammar.questions.asked import Scene
from cardsmith.grammar.questions.references import told_apart
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["is_claim", "joins_deed", "told_end"]

_ADDING: Final = frozenset(("WDT", "WP", "WP$", "WRB"))
# These begin something else after a comma.
_TURNING: Final = frozenset(
    """although as because but especially even for if including like not particularly rather
    since so such thereby though thus unlike whereas while with yet""".split()
)
_FINITE: Final = frozenset("MD VBD VBP VBZ".split())
# Two verbs of one subject agree in number, and are most often both with or without a helper.
_UNLIKE: Final = (
    frozenset(("VBP", "VBZ")),
    frozenset(("MD", "VBP")),
    frozenset(("MD", "VBZ")),
    frozenset(("MD", "VBD")),
)
_ASKING: Final = frozenset(("WDT", "WP", "WRB"))
_NO_CLAIMS: Final = frozenset("appear be become come go seem".split())
_SOURCES: Final = frozenset(
    """critic data estimate evidence expert finding report research researcher result scholar
    statistic statistics study survey""".split()
)


def told_end(scene: Scene, part: Part) -> int:
    """Where the clause of a part ends: before what a comma adds to it.

    -1 where it has no verb, or where a verb after "and" may be of another subject.
    """
    verbs: list[str] = []
    commas = 0
    for at in range(part.start, part.end):
        tag = scene.tokens[at].tag
        if tag == ":" or (tag == "," and _adds(scene, at + 1, commas, part.end)):
            return at if verbs else -1
        commas += tag == ","
        if tag in _FINITE:
            joined = scene.tokens[at - 1].tag == "CC"
            if joined and (not verbs or {tag, verbs[0]} in _UNLIKE):
                return -1
            verbs.append(tag)
    return part.end if verbs else -1


def _adds(scene: Scene, at: int, commas: int, end: int) -> bool:
    """Whether what follows a comma is no item of a list; ``commas`` are those before it."""
    token = scene.tokens[min(at, len(scene.tokens) - 1)]
    if token.tag == "CC" and token.text.lower() not in _TURNING:
        return not commas  # "and" ends a list, or begins another clause
    if token.tag == "VBG":  # "by cutting, curing, and storing fish"
        return not any(joins_deed(scene, place) for place in range(at, end))
    return token.tag in _ADDING or token.text.lower() in _TURNING


def joins_deed(scene: Scene, at: int) -> bool:
    """Whether "and" joins another deed to those before it."""
    return scene.is_tagged(at, "CC") and scene.text(at + 1, at + 2).endswith("ing")


def is_claim(scene: Scene, part: Part) -> bool:
    """Whether a part is a clause that a verb takes as its object, and one knows who claims it."""
    verb = scene.clause.verb
    if part is not scene.first or part.kind is not PartKind.THAT or verb.passive:
        return False
    first = scene.tokens[part.start]
    opened = first.text.lower() == "that" or first.tag in _ASKING
    return opened and verb.lemma not in _NO_CLAIMS and not _anybody(scene)


def _anybody(scene: Scene) -> bool:
    """Whether nobody knows whose claim it is: "Studies show ..."."""
    about = scene.clause.subject
    group = scene.group(about.start)
    if group is None or group.end != about.end or told_apart(scene, group):
        return False
    return scene.kind(group) in _SOURCES
