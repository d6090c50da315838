"""What follows the verb, as far as it stays in a question or belongs to an answer."""

from typing import Final

from cardsmith.grammar.questions.asked import Pieces, Scene
from cardsmith.grammar.questions.attachment import stays_with_noun
from cardsmith.grammar.questions.cutting import cut
from cardsmith.grammar.questions.references import points
from cardsmith.grammar.reading import Part, PartKind

__all__ = ["groups_after", "simple", "staying", "trailing", "unclaimed"]

_CLAUSES: Final = frozenset(
    (PartKind.APPOSITION, PartKind.RELATIVE, PartKind.SUBORDINATE, PartKind.THAT)
)
# These tell more of a noun ("a culture where ...") or bind the fact ("unless ...").
_BINDING: Final = frozenset("as if in which than unless until when where whereby whether".split())
_SIMPLE: Final = frozenset(
    (PartKind.ADJECTIVE, PartKind.ADVERB, PartKind.NOUN, PartKind.PREPOSITION)
)


def staying(scene: Scene, parts: tuple[Part, ...]) -> tuple[Part, ...] | None:
    """The parts that stay in a question: up to the first comma or clause.

    None where one points outside the sentence, or where the cut would tear a clause off its noun.
    """
    kept: list[Part] = []
    for part in parts:
        if part.start and scene.tokens[part.start - 1].tag in (",", "CC", ":"):
            break
        if part.kind in _CLAUSES:
            torn = part.kind is not PartKind.SUBORDINATE or part.opener in _BINDING
            return None if torn else tuple(kept)
        if points(scene, part.start, part.end):
            return None
        kept.append(part)
    return tuple(kept)


def trailing(scene: Scene, parts: tuple[Part, ...]) -> Pieces | None:
    """The words of the parts that stay."""
    kept = staying(scene, parts)
    if kept is None:
        return None
    return tuple(piece for part in kept for piece in cut(scene, part.start, part.end))


def simple(parts: tuple[Part, ...]) -> bool:
    """Whether parts hold no clause, so that what follows them belongs to their verb."""
    return all(part.kind in _SIMPLE and part.end == part.core for part in parts)


def unclaimed(scene: Scene, place: int) -> tuple[Part, ...]:
    """The parts after the one at ``place`` that do not belong to its noun."""
    parts = scene.clause.parts
    at = place + 1
    while at < len(parts) and stays_with_noun(scene, parts[at - 1], parts[at]):
        at += 1
    return parts[at:]


def groups_after(scene: Scene, place: int) -> tuple[Part, ...]:
    """The part at ``place`` and all prepositional groups that follow it without a break."""
    parts = scene.clause.parts
    at = place + 1
    while (
        at < len(parts)
        and parts[at].kind is PartKind.PREPOSITION
        and scene.touches(parts[at - 1].end, parts[at].start)
    ):
        at += 1
    return parts[place:at]
