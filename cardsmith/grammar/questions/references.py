"""What a clause refers to: its subject as a question names it, what leads it, words that point."""

from typing import Final

from cardsmith.grammar.questions.asked import Pieces, Scene
from cardsmith.grammar.questions.cutting import cut
from cardsmith.grammar.questions.kinds import VAGUE
from cardsmith.grammar.reading import NounGroup, Part, PartKind

__all__ = [
    "dangles",
    "lead",
    "limited",
    "points",
    "points_back",
    "subject",
    "subject_span",
    "told_apart",
]

LONGEST: Final = 12  # words of a subject or of what leads a question
_POINTING: Final = frozenset(
    """above aforementioned another both each former he her here hers herself him himself his
    i it itself latter me mine my one ones other others our ours same she such that them
    themselves there these they this those us we you your yours""".split()
) - {"that"}
# Nouns that say nothing without what they belong to.
_RELATIVE: Final = frozenset(
    """advantage aim aspect benefit case cause challenge conclusion consequence difference
    disadvantage effect emphasis example factor feature focus form goal idea implication instance
    key objective outcome part point problem process purpose reason result role solution step
    strategy theme type way""".split()
)
# "a classic example" says no more than "an example".
_EXAMPLES: Final = frozenset("case example instance outcome result".split())
_SUPERLATIVES: Final = frozenset(("JJS", "RBS"))  # "the most common cause"
_SOME: Final = frozenset("all any both each either few many most neither several some".split())
_NUMBERS: Final = {"it": False, "they": True}  # whether it is plural
_DEMONSTRATIVES: Final = frozenset("such that these this those".split())
_POINTING_UNLESS: Final = {"one": "of", "such": "as"}
_NEAR: Final = 8  # words
_SORTS: Final = frozenset("form kind sort type".split())
_LIMITING: Final = frozenset(("not", "only"))
_TELLING: Final = frozenset(("JJ", "NN", "VB"))
_OWN: Final = frozenset(("its", "their"))
# Leads that tie a sentence to others and limit nothing.
_EMPTY_LEADS: Final = frozenset(
    """as a consequence|as a result|as an example|at its core|at the heart|at the same time
    by contrast|for example|for instance|in addition|in comparison|in conclusion|in contrast
    in essence|in fact|in general|in many cases|in most cases|in other words|in particular
    in practice|in reality|in short|in some cases|in sum|in summary|in the end|in turn
    on the contrary|on the one hand|on the other hand""".replace("\n    ", "|").split("|")
)
# These tell how, or what a sign stands for.
_NO_LIMITS: Final = frozenset("by through using via where".split())
_IDLE_LEADS: Final = frozenset(
    """although|despite|like|such as|though|unlike|whereas|while|with""".split("|")
)


def subject_span(scene: Scene) -> tuple[int, int]:
    """The words of the subject; a clause in commas that hangs on it is left out."""
    part = scene.clause.subject
    in_commas = part.core < part.end and scene.tags[part.core] == ","
    return (part.start, part.core if in_commas else part.end)


def subject(scene: Scene) -> Pieces | None:
    """The subject as a question names it, or None where it only points at something."""
    start, end = subject_span(scene)
    if scene.subject and points_back(scene, start, end):
        return _given(scene, start, end)
    if scene.tags[start] == "EX" or end - start > LONGEST:
        return None
    if points_back(scene, start, end) and not _named_before(scene):
        return None
    return cut(scene, start, end)


def _named_before(scene: Scene) -> bool:
    """Whether "it" or "they" is the subject of a clause in front: "When ice melts, it shrinks"."""
    number = _NUMBERS.get(scene.tokens[scene.clause.subject.start].text.lower())
    named = [part.start for part in scene.clause.lead if _limits(scene, part)]
    clauses = [inner for inner in scene.reading.clauses if inner.start in named]
    if number is None or len(clauses) != 1:
        return False
    about = clauses[0].subject
    group = scene.group(about.start)
    if group is None or points_back(scene, about.start, about.end):
        return False
    return number is (group.plural or len(about.items) > 1)


def _given(scene: Scene, start: int, end: int) -> Pieces | None:
    """What stands for "it", "this process" or the "its" of "its walls"; None for anything else."""
    first = scene.tokens[start]
    if first.tag == "PRP$" and not points_back(scene, start + 1, end):
        owner = scene.subject + ("’" if scene.subject.endswith("s") else "’s")
        return (owner, *cut(scene, start + 1, end))
    group = scene.group(start)
    if group is None:
        return (scene.subject,) if end == start + 1 else None
    sort = scene.kind(group) in _SORTS and scene.text(group.end, group.end + 1) == "of"
    whole = first.text.lower() in _DEMONSTRATIVES and (group.end == end or sort)
    return (scene.subject,) if whole else None


def dangles(scene: Scene) -> bool:
    """Whether a subject is a part of something that it does not name: "The goal is ..."."""
    part = scene.clause.subject
    if scene.small[part.start] in _LIMITING:
        return True
    one_of = scene.text(part.start, part.start + 2).lower() == "one of"
    group = scene.group(part.start + 2 * one_of)
    if group is not None and one_of:
        return group.end == part.end and not _named(scene, group)
    if group is None:  # "some may require", "many do": nobody knows who
        return scene.small[part.start] in _SOME
    if group.end != part.end or scene.kind(group) not in _RELATIVE:
        return False
    ranked = any(token.tag in _SUPERLATIVES for token in scene.tokens[group.start : group.head])
    apart = _named if ranked or scene.kind(group) in _EXAMPLES else told_apart
    return not apart(scene, group)


def _named(scene: Scene, group: NounGroup) -> bool:
    """Whether a noun before a noun tells whose it is or what of: "field results"."""
    return any(
        token.tag == "POS" or token.tag[:2] == "NN"
        for token in scene.tokens[group.start : group.head]
    )


def told_apart(scene: Scene, group: NounGroup) -> bool:
    """Whether a word before a noun tells it from others: "landmark cases", "H.M.'s case"."""
    return any(
        token.tag == "POS" or (token.tag[:2] in _TELLING and token.text.lower() not in VAGUE)
        for token in scene.tokens[group.start : group.head]
    )


def points(scene: Scene, start: int, end: int) -> bool:
    """Whether words point outside themselves: "this process", "they"."""
    if "PRP" in scene.tags[start:end]:
        return True
    small = scene.small[start:end]
    return not _POINTING.isdisjoint(small) and any(
        word in _POINTING and _is_pointer(scene, at) for at, word in enumerate(small, start)
    )


def _is_pointer(scene: Scene, at: int) -> bool:
    """Whether a word that may point does so here."""
    small = scene.small[at]
    if scene.tags[at] == "NNP":
        return False
    after = scene.text(at + 1, at + 2).lower()
    if small in _POINTING_UNLESS:
        return after != _POINTING_UNLESS[small]
    if small == "both":
        return "and" not in scene.small[at : at + _NEAR]
    if small == "each":  # "each cell", but for "Each cell has"
        return at == scene.clause.subject.start or after in ("of", "other")
    return small != "other" or at == 0 or scene.tokens[at - 1].tag != "CC"  # "and other fruits"


def points_back(scene: Scene, start: int, end: int) -> bool:
    """Whether words point outside themselves or, with "its", to the subject."""
    return points(scene, start, end) or not _OWN.isdisjoint(scene.small[start:end])


def lead(scene: Scene, asked: Part | None = None) -> Pieces | None:
    """What stands before the subject and limits the fact: "In plants,"; None where it points.

    ``asked`` is the part that the question asks for.
    """
    kept: Pieces = ()
    for part in scene.clause.lead:
        if part is asked or not _limits(scene, part):
            continue
        if points_back(scene, part.start, part.end) or part.end - part.start > LONGEST:
            return None
        kept += (*cut(scene, part.start, part.end), ",")
    return kept


def limited(scene: Scene) -> bool:
    """Whether something before the subject limits the fact, and may limit those that follow."""
    return any(_limits(scene, part) and part.opener not in _NO_LIMITS for part in scene.clause.lead)


def _limits(scene: Scene, part: Part) -> bool:
    if part.kind not in (PartKind.PREPOSITION, PartKind.SUBORDINATE) or part.opener in _IDLE_LEADS:
        return False
    return scene.text(part.start, part.core).lower() not in _EMPTY_LEADS
