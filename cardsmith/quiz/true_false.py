"""A statement to be judged: a sentence of the document, or one with a sibling in a term's place."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from typing import Final

from cardsmith.markup import carve, cut, flat, fold
from cardsmith.model import QA, Cloze, Kept, Note, Runs, Term, Text, TrueFalse
from cardsmith.quiz.drafts import Draft, Proposals
from cardsmith.quiz.material import Material, Passage
from cardsmith.quiz.siblings import distractors
from cardsmith.quiz.stems import filled, in_context, only_sentence

__all__ = ["propose"]

# Most sentences have no sibling to swap and can only be true: of those that have, four in five
# are turned false.
_FALSE: Final = 4
_OF: Final = 5


def propose(material: Material) -> Proposals:
    """One draft for each cloze or term note, true or false by the hash of its note."""
    for kept in material.notes:
        statement = _statement(kept.note)
        if not statement:
            continue
        passage = material.passage(kept.note)
        body = _false(kept, statement, passage, material) or TrueFalse(
            statement, truth=True, correction=""
        )
        body = replace(body, statement=in_context(body.statement, kept.note.context))
        yield Draft(kept, body, kept.note.source, passage)


def _statement(note: Note) -> Runs:
    """The sentence that a note states, () where it states none by itself."""
    match note.body:
        case Cloze():
            sentence = only_sentence(note)
            return filled(sentence.runs) if sentence else ()
        case Term():
            return note.source
        case QA():
            return ()


def _false(kept: Kept, statement: Runs, passage: Passage, material: Material) -> TrueFalse | None:
    digest = blake2b(kept.note.key.encode(), digest_size=4).digest()
    if int.from_bytes(digest) % _OF >= _FALSE:
        return None
    return next(_swapped(statement, passage, material), None)


def _swapped(statement: Runs, passage: Passage, material: Material) -> Iterator[TrueFalse]:
    """False statements: a term that stands once in the sentence gives way to a sibling."""
    text = flat(statement)
    for term in dict.fromkeys(term for terms in material.lists for term in terms):
        start = text.find(term)
        end = start + len(term)
        if start < 0 or fold(text).count(fold(term)) > 1 or not _whole(text, start, term):
            continue
        if carve(statement, start, end, term) is None:
            continue
        others = distractors(term, text, passage, material)
        for wrong in [other for other in others if other in material.sure][:1]:
            swapped = (*cut(statement, 0, start), Text(wrong), *cut(statement, end, len(text)))
            yield TrueFalse(swapped, truth=False, correction=term)


def _whole(text: str, start: int, term: str) -> bool:
    before, after = text[:start][-1:], text[start + len(term) :][:1]
    # what follows in brackets tells which term it was
    explained = text[start + len(term) :].startswith(" (")
    return not (before.isalnum() or after.isalnum() or "-" in (before, after) or explained)
