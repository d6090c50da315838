"""A note with the words that somebody gave it: fields, hints, topic line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from cardsmith.cards.editing.overrides import Override
from cardsmith.cards.faces import Face, faces, holes
from cardsmith.cards.pages import text
from cardsmith.cards.topic import JOIN
from cardsmith.diagnostics import quoted
from cardsmith.grammar import families
from cardsmith.markup import flat, fold, lines, mapped
from cardsmith.model import QA, Blocks, Body, Cloze, Hole, Note, Runs, Term, Text

__all__ = ["misfit", "reworded", "said", "under", "unhinted", "whole"]

_FIELDS: Final[Mapping[type, frozenset[str]]] = {
    QA: frozenset({"front", "back"}),
    Term: frozenset({"term", "definition", "front"}),
    Cloze: frozenset({"text"}),
}
_CALLED: Final[Mapping[type, str]] = {QA: "a question", Term: "a term", Cloze: "a text with gaps"}


def misfit(body: Body, override: Override) -> str:
    """What keeps an override from this kind of note, "" for nothing.

    Anki takes no other kind of note for the history of one.
    """
    strange = sorted(override.fields.keys() - _FIELDS[type(body)])
    if strange:
        known = ", ".join(sorted(_FIELDS[type(body)]))
        message = f"this note is {_CALLED[type(body)]} and has no {strange[0]}; it has {known} "
        message += "(for another kind of card, drop it and write one under [add.NAME])"
        return message
    return unhinted(_body(body, override), override)


def unhinted(body: Body, override: Override) -> str:
    """Why the hints of an override find no gap, "" where they do."""
    if not override.hints:
        return ""
    found = holes(body.text) if isinstance(body, Cloze) else ()
    gaps = {fold(hole.term) for hole in found}
    told = ", ".join(quoted(hole.text) for hole in found)
    if not gaps:
        return "a hint stands in a gap, and this note has none; take it out"
    if isinstance(override.hints, str):
        many = f'there are several gaps ({told}); write hint = {{ "words" = "hint" }}'
        return "" if len(gaps) == 1 else many
    lost = sorted(override.hints.keys() - gaps)
    return f"no gap hides {quoted(lost[0])}; there are {told}" if lost else ""


def reworded(note: Note, override: Override) -> Note:
    """The note with all that an override says; its identity, place and source stay."""
    body = _body(note.body, override)
    changed = replace(note, body=body)
    if override.context is not None:
        return said(changed, override.context)
    if not override.fields:
        return changed
    behind = body.reverse_context if isinstance(body, Term) else note.context
    return under(changed, note.context.split(JOIN), behind.split(JOIN))


def said(note: Note, context: str) -> Note:
    """The note under the topic line that somebody gave it; not over a term that it tells."""
    if isinstance(note.body, Term):
        note = under(note, (), (context,))
    return replace(note, context=context)


def under(note: Note, terms: Sequence[str], behind: Sequence[str]) -> Note:
    """The note under those terms that tell no answer; ``behind`` are for the way to a term."""
    shown = list(faces(note))
    if isinstance(note.body, Term):
        *shown, reverse = shown
        note = replace(note, body=replace(note.body, reverse_context=_safe(behind, [reverse])))
    return replace(note, context=_safe(terms, shown))


def _safe(terms: Iterable[str], shown: Iterable[Face]) -> str:
    """The terms without those that tell what a card asks and does not show."""
    secret: set[str] = set()
    for face in shown:
        secret |= families(face.answer) - families(face.front)
    return JOIN.join(term for term in terms if not families(term) & secret)


def _body(body: Body, override: Override) -> Body:
    fields = override.fields
    match body:
        case QA():
            return QA(fields.get("front", body.front), fields.get("back", body.back))
        case Term():
            return _term(body, fields)
        case Cloze():
            return Cloze(_hinted(fields.get("text", body.text), override))


def _term(body: Term, fields: Mapping[str, Blocks]) -> Term:
    term = _line(fields["term"]) if "term" in fields else body.term
    ask = _line(fields["front"]) if "front" in fields else body.ask
    if "term" in fields and "front" not in fields:
        ask = _asking(flat(term))
    meaning = _line(fields["definition"]) if "definition" in fields else body.definition
    return replace(body, term=term, definition=meaning, ask=ask)


def _line(blocks: Blocks) -> Runs:
    """The sentences of a paragraph as one line."""
    joined: list[Runs] = []
    for runs in lines(blocks):
        joined.append((Text(" "), *runs) if joined else runs)
    return tuple(run for runs in joined for run in runs)


def _asking(term: str) -> Runs:
    # in any language and number, and for things and people alike
    return text(f"What does “{term}” mean?")


def _hinted(blocks: Blocks, override: Override) -> Blocks:
    hints = override.hints

    def hinted(runs: Runs) -> Runs:
        return tuple(
            replace(run, hint=hints if isinstance(hints, str) else hints.get(fold(run.term), ""))
            if isinstance(run, Hole)
            else run
            for run in runs
        )

    return mapped(blocks, hinted) if hints else blocks


def whole(override: Override) -> Body:
    """What a note asks whose override says all of it."""
    fields = override.fields
    if "text" in fields:
        return Cloze(_hinted(fields["text"], override))
    if "back" in fields:
        return QA(fields["front"], fields["back"])
    term = _line(fields["term"])
    ask = _line(fields["front"]) if "front" in fields else _asking(flat(term))
    return Term(term, _line(fields["definition"]), ask, text("What is this called?"), "")
