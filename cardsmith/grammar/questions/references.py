"""What a clause refers to: its subject as a question names it, what leads it, words that point."""

from typing import Final

from cardsmith.grammar.questions.asked import Pieces, Scene
from cardsmith.grammar.questions.cutting import cut
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["dangles", "lead", "points", "points_back", "subject", "subject_span"]

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
_SOME: Final = frozenset("all any both each either few many most neither several some".split())
_LIMITING: Final = frozenset(("not", "only"))
_OWN: Final = frozenset(("its", "their"))
# Leads that tie a sentence to others and limit nothing.
_EMPTY_LEADS: Final = frozenset(
    """as a consequence|as a result|as an example|at its core|at the heart|at the same time
    by contrast|for example|for instance|in addition|in comparison|in conclusion|in contrast
    in essence|in fact|in general|in many cases|in most cases|in other words|in particular
    in practice|in reality|in short|in some cases|in sum|in summary|in the end|in turn
    on the contrary|on the one hand|on the other hand""".replace("\n    ", "|").split("|")
)
_IDLE_LEADS: Final = frozenset("although despite like though unlike whereas while with".split())


def subject_span(scene: Scene) -> tuple[int, int]:
    """The words of the subject; a clause in commas that hangs on it is left out."""
    part = scene.clause.subject
    in_commas = part.core < part.end and scene.tokens[part.core].tag == ","
    return (part.start, part.core if in_commas else part.end)


def subject(scene: Scene) -> Pieces | None:
    """The subject as a question names it, or None where it only points at something."""
    start, end = subject_span(scene)
    pointing = points(scene, start, end)
    if scene.subject and pointing:
        return (scene.subject,)
    if points_back(scene, start, end) or end - start > LONGEST or scene.tokens[start].tag == "EX":
        return None
    return cut(scene, start, end)


def dangles(scene: Scene) -> bool:
    """Whether a subject is a part of something that it does not name: "The goal is ..."."""
    part = scene.clause.subject
    group = scene.group(part.start)
    if scene.tokens[part.start].text.lower() in _LIMITING:
        return True
    if group is None:  # "some may require", "many do": nobody knows who
        return scene.tokens[part.start].text.lower() in _SOME
    return group.end == part.end and scene.kind(group) in _RELATIVE


def points(scene: Scene, start: int, end: int) -> bool:
    """Whether words point outside themselves: "this process", "they"."""
    return any(
        token.tag == "PRP" or (token.text.lower() in _POINTING and token.tag != "NNP")
        for token in scene.tokens[start:end]
    )


def points_back(scene: Scene, start: int, end: int) -> bool:
    """Whether words point outside themselves or, with "its", to the subject."""
    return points(scene, start, end) or any(
        token.text.lower() in _OWN for token in scene.tokens[start:end]
    )


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


def _limits(scene: Scene, part: Part) -> bool:
    if part.kind not in (PartKind.PREPOSITION, PartKind.SUBORDINATE) or part.opener in _IDLE_LEADS:
        return False
    return scene.text(part.start, part.core).lower() not in _EMPTY_LEADS
