"""One right answer among siblings: which term fits a gap, a meaning or a description."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.casing import capital
from cardsmith.markup import flat, plain
from cardsmith.model import QA, Choice, Cloze, Hole, Kept, Note, Rejection, Runs, Term, Text
from cardsmith.quiz.drafts import Draft, Proposals
from cardsmith.quiz.material import Material
from cardsmith.quiz.siblings import distractors
from cardsmith.quiz.stems import asked, gapped, in_context, only_sentence, with_one_hole

__all__ = ["propose"]

_ARTICLE: Final = re.compile(r"^(?:the|an?) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A stem and its right answer, spelled as inside a sentence."""

    stem: Runs
    key: str


def propose(material: Material) -> Proposals:
    """One draft for each way of asking for a term that has siblings."""
    for kept in material.notes:
        for found in _asked(kept.note, material):
            yield _draft(kept, found, material)


def _asked(note: Note, material: Material) -> Iterator[_Asked]:
    match note.body:
        case Cloze():
            sentence = only_sentence(note)
            for runs in with_one_hole(sentence.runs) if sentence else ():
                key = next(run.text for run in runs if isinstance(run, Hole))
                yield _Asked(in_context(gapped(runs), note.context), _first(runs, key, material))
        case Term(term=term, definition=definition, name=name):
            shown = () if flat(definition) in flat(name) else (Text(" "), *definition)
            stem = (*name, *shown)
            yield _Asked(in_context(stem, note.body.reverse_context), _inside(term, material))
        case QA(front=front, back=back):
            key = _ARTICLE.sub("", material.casing.inside(plain(back)))
            yield _Asked(in_context(asked(front), note.context), key)


def _first(runs: Runs, key: str, material: Material) -> str:
    """A hidden term, without the capital that it owes to the start of its sentence."""
    return material.casing.start(key) if isinstance(runs[0], Hole) else key


def _inside(term: Runs, material: Material) -> str:
    return material.casing.inside(flat(term))


def _draft(kept: Kept, found: _Asked, material: Material) -> Draft | Rejection:
    note = kept.note
    passage = material.passage(note)
    wrong = distractors(found.key, flat(found.stem), passage, material)
    # every option begins with a capital, so that none stands out
    options = tuple((Text(capital(option)),) for option in (found.key, *wrong))
    body = Choice(found.stem, options, 0)
    return Draft(kept, body, note.source, passage)
