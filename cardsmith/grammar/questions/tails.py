"""What follows the verb, as far as it stays in a question or belongs to an answer."""

from itertools import takewhile
from typing import Final

from cardsmith.grammar.questions.asked import Pieces, Scene
from cardsmith.grammar.questions.attachment import stays_with_noun, telling
from cardsmith.grammar.questions.cutting import cut
from cardsmith.grammar.questions.references import points
from cardsmith.grammar.questions.told import is_claim, told_end
from cardsmith.grammar.reading import Part, PartKind

__all__ = [
    "answer_end",
    "groups_after",
    "simple",
    "staying",
    "torn",
    "trailing",
    "unclaimed",
    "worded",
]

_CLAUSES: Final = frozenset(
    (PartKind.APPOSITION, PartKind.RELATIVE, PartKind.SUBORDINATE, PartKind.THAT)
)
# These tell more of a noun ("a culture where ...") or bind the fact ("unless ...").
_BINDING: Final = frozenset("as if in which than unless until when where whereby whether".split())
_RELATIVES: Final = frozenset(("WDT", "WP"))
# A noun before one of these goes on: "a step forward".
_DIRECTIONS: Final = frozenset("abroad ago ahead forward".split())
_JOINED: Final = 2  # words: the one before "and", and "and"
_SIMPLE: Final = frozenset(
    (PartKind.ADJECTIVE, PartKind.ADVERB, PartKind.NOUN, PartKind.PREPOSITION)
)


def staying(scene: Scene, parts: tuple[Part, ...]) -> tuple[Part, ...] | None:
    """The parts that stay in a question: up to the first comma or clause.

    None where one points outside the sentence, or where the cut would tear a clause off its noun.
    """
    kept: list[Part] = []
    for part in parts:
        if part.start and scene.tags[part.start - 1] in (",", "CC", ":"):
            if _shares_object(scene, part.start):
                return None
            break
        if is_claim(scene, part):
            end = told_end(scene, part)
            return None if end < 0 else (*kept, part._replace(end=end))
        if part.kind in _CLAUSES and not telling(scene, part):
            binding = part.kind is not PartKind.SUBORDINATE or part.opener in _BINDING
            return None if binding else tuple(kept)
        if points(scene, part.start, part.end):
            return None
        kept.append(part)
    return tuple(kept)


def _shares_object(scene: Scene, at: int) -> bool:
    """Whether a word before "and" has its noun behind it: "for reading and writing books"."""
    if at < _JOINED or scene.tokens[at - 1].tag != "CC":
        return False
    before = scene.tokens[at - _JOINED]
    doing = before.text.endswith("ing") and scene.is_tagged(at, "VBG")
    return doing or before.tag == "CD"


def trailing(scene: Scene, parts: tuple[Part, ...]) -> Pieces | None:
    """The words of the parts that stay."""
    kept = staying(scene, parts)
    return None if kept is None else worded(scene, kept)


def worded(scene: Scene, parts: tuple[Part, ...]) -> Pieces:
    """The words of parts."""
    return tuple(piece for part in parts for piece in cut(scene, part.start, part.end))


def simple(parts: tuple[Part, ...]) -> bool:
    """Whether parts hold no clause, so that what follows them belongs to their verb."""
    return all(part.kind in _SIMPLE and part.end == part.core for part in parts)


def torn(scene: Scene, end: int, rest: tuple[Part, ...]) -> bool:
    """Whether an answer that ends before ``rest`` is torn off what tells more of it."""
    if _for_others(scene.clause.parts):
        return True
    if any(part.opener.startswith("than") for part in rest):
        return True
    near = takewhile(lambda part: scene.tokens[part.start - 1].tag != ",", rest)
    if any(_hangs(scene, part) or telling(scene, part) for part in near):
        return True
    if not rest or not scene.touches(end, rest[0].start):
        return False
    forward = scene.tokens[rest[0].start].text.lower() in _DIRECTIONS
    return forward or rest[0].kind is PartKind.THAT


def _for_others(parts: tuple[Part, ...]) -> bool:
    """Whether an infinitive has a doer of its own: "a place for people in need to rest"."""
    others = False
    for part in parts:
        if others and part.kind is PartKind.INFINITIVE:
            return True
        others = part.opener == "for" or (others and part.kind is PartKind.PREPOSITION)
    return False


def _hangs(scene: Scene, part: Part) -> bool:
    """Whether a relative clause hangs on a part: it may tell of a noun before that."""
    return part.core < part.end and scene.tokens[part.core].tag in _RELATIVES


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


def answer_end(scene: Scene, place: int) -> int:
    """The end of ``groups_after`` with the infinitive that its last noun takes."""
    groups = groups_after(scene, place)
    after = scene.clause.parts[place + len(groups) :]
    if (
        after
        and after[0].kind is PartKind.INFINITIVE
        and stays_with_noun(scene, groups[-1], after[0])
    ):
        return after[0].end
    return groups[-1].end
