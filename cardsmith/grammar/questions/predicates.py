"""Questions for the subject: "Which artery is torn in ...?", "What encodes new memories?"."""

from typing import Final

from cardsmith.grammar.questions.asked import Asked, Scene
from cardsmith.grammar.questions.composing import LONGEST_ANSWER, Form, compose
from cardsmith.grammar.questions.references import points_back, subject_span
from cardsmith.grammar.questions.tails import staying, worded
from cardsmith.grammar.questions.verbs import agreeing
from cardsmith.grammar.questions.wh import thing, which
from cardsmith.grammar.reading import ClauseKind, Part, PartKind

__all__ = ["ask_subject", "beside_subject"]

# With two subjects these say what holds between them.
_MUTUAL: Final = frozenset(
    "alternate coexist combine compete differ interact meet merge overlap vary".split()
)


def ask_subject(scene: Scene) -> Asked | None:
    """Which or what does what the predicate says."""
    clause = scene.clause
    span = subject_span(scene)
    if span[1] - span[0] > LONGEST_ANSWER or not _says_enough(scene) or points_back(scene, *span):
        return None
    kept = staying(scene, clause.parts)
    # "its" and "their" in the predicate would point at the answer
    if not kept or any(points_back(scene, part.start, part.end) for part in kept):
        return None
    wh = which(scene, clause.subject) or thing(scene, clause.subject)
    if wh is None:
        return None
    form = Form("subject", wh.word, wh.genus)
    return compose(scene, form, span, agreeing(scene, wh.word), worded(scene, kept))


def _says_enough(scene: Scene) -> bool:
    """Whether a predicate tells one subject from others: "is small" does not."""
    clause = scene.clause
    verb = clause.verb
    first = scene.first
    if first is None or scene.tags[clause.subject.start] == "EX":
        return False
    if verb.progressive or (len(clause.subject.items) > 1 and verb.lemma in _MUTUAL):
        return False
    if first.kind is PartKind.ADJECTIVE:
        return _goes_on(clause.parts)
    if verb.lemma == "be":
        return verb.passive
    return first.kind is not PartKind.ADVERB or len(clause.parts) > 1


def _goes_on(parts: tuple[Part, ...]) -> bool:
    """Whether an adjective takes something along: "rich in iron"."""
    return (
        len(parts) > 1
        and parts[1].kind in (PartKind.PREPOSITION, PartKind.INFINITIVE)
        and parts[1].start == parts[0].end
    )


def beside_subject(scene: Scene) -> bool:
    """Whether a relative clause stands in commas right after the subject of its sentence."""
    told = scene.clause
    return told.kind is ClauseKind.RELATIVE and any(
        main.kind is ClauseKind.MAIN
        and main.subject.core < told.end <= main.subject.end
        and (main.subject.start, main.subject.core) == (told.subject.start, told.subject.end)
        and scene.tokens[main.subject.core].tag == ","
        for main in scene.reading.clauses
    )
