"""A sentence with a gap, to be filled from a bank of words."""

from cardsmith.markup import flat
from cardsmith.model import Bank, Hole, Kept, Rejection, Runs
from cardsmith.quiz.drafts import Draft, Proposals
from cardsmith.quiz.material import Material
from cardsmith.quiz.siblings import spares
from cardsmith.quiz.stems import filled, in_context, only_sentence, with_one_hole

__all__ = ["propose"]


def propose(material: Material) -> Proposals:
    """One draft for each hole of each cloze note of one sentence."""
    for kept in material.notes:
        sentence = only_sentence(kept.note)
        if sentence is None:
            continue
        for runs in with_one_hole(sentence.runs):
            yield _draft(kept, runs, material)


def _draft(kept: Kept, runs: Runs, material: Material) -> Draft | Rejection:
    note = kept.note
    passage = material.passage(note)
    hole = next(run for run in runs if isinstance(run, Hole))
    others = spares(hole.text, flat(filled(runs)), passage, material)
    return Draft(kept, Bank(in_context(runs, note.context), others), note.source, passage)
