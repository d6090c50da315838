"""Clauses said in other words: with another subject, as a gerund, a participle as a clause."""

from dataclasses import dataclass
from typing import Final

from cardsmith.grammar.inflect import gerund, third_person
from cardsmith.grammar.questions.asked import Pieces, Scene, scenes, spell
from cardsmith.grammar.questions.cutting import clause_end, cut
from cardsmith.grammar.questions.references import points, subject
from cardsmith.grammar.reading import Clause, Part, PartKind, Reading, Tense
from cardsmith.grammar.tagger import CERTAIN

__all__ = ["Said", "gerund_of", "statement", "tail_clause"]

_DOING: Final = frozenset(("VBG",))


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase: its text, what that is made of (``Asked.pieces``), and how certain it is."""

    text: str
    pieces: Pieces
    certainty: int


def statement(reading: Reading, clause: Clause, given: str = "") -> Said | None:
    """A clause as a sentence of its own: without what leads it, what is said in commas after it.

    ``given`` stands for a subject that is a pronoun or "this process": "It stores bile" says
    "The gallbladder stores bile". None where the subject points and nothing is given.
    """
    (scene,) = scenes(reading, (clause,), given)
    who = subject(scene)
    if who is None:
        return None
    end = clause_end(scene)
    pieces = (*who, *cut(scene, clause.verb.start, end))
    return _said(scene, (*_large(reading, pieces), "."), clause.start, end)


def gerund_of(reading: Reading, clause: Clause) -> Said | None:
    """The predicate of a clause as a noun: "breaks down starch" says "breaking down starch".

    None where the verb has helpers.
    """
    (scene,) = scenes(reading, (clause,))
    verb = clause.verb
    if verb.tense is Tense.NONE or verb.first != verb.head or verb.negated:
        return None
    before = cut(scene, verb.start, verb.head)
    end = clause_end(scene)
    rest = cut(scene, verb.head + 1, end)
    return _said(scene, (*before, gerund(verb.lemma), *rest), verb.start, end)


def tail_clause(reading: Reading, part: Part) -> Said | None:
    """A participle tail as a predicate: ", leading to cell death" says "leads to cell death"."""
    scene = next(iter(scenes(reading, reading.clauses[:1])), None)
    if scene is None or part.kind is not PartKind.PARTICIPLE or points(scene, part.start, part.end):
        return None
    head = next(
        (at for at in range(part.start, part.end) if reading.tokens[at].tag in _DOING), part.end
    )
    # adverbs may stand before it ("thereby"), anything else makes it no plain tail
    if head == part.end or any(t.tag[:2] != "RB" for t in reading.tokens[part.start : head]):
        return None
    deed = third_person(reading.tokens[head].lemma)
    rest = cut(scene, head + 1, part.end)
    return _said(scene, (deed, *rest), part.start, part.end)


def _large(reading: Reading, pieces: Pieces) -> Pieces:
    """Pieces with a capital at their head."""
    first, *rest = pieces
    if isinstance(first, str):
        return (first[:1].upper() + first[1:], *rest)
    text = reading.text[first[0] : first[1]]
    return (text[:1].upper() + text[1:], *rest)


def _said(scene: Scene, pieces: Pieces, start: int, end: int) -> Said:
    margins = [token.margin for token in scene.tokens[start:end]]
    text = spell(scene.reading.text, pieces)
    return Said(text, pieces, min(margins, default=CERTAIN))
