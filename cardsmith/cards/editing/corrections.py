"""Notes as people corrected them: dropped, reworded, added, given a hint or a tier."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from cardsmith.cards.editing.overrides import Override, Overrides
from cardsmith.cards.editing.rewording import misfit, reworded, said, under, unhinted, whole
from cardsmith.cards.pages import text
from cardsmith.cards.topic import topics
from cardsmith.diagnostics import Diagnostic, Severity, quoted
from cardsmith.markup import flat, fold, lines, plain, sentences
from cardsmith.model import (
    QA,
    Body,
    Cloze,
    Document,
    Note,
    Rejection,
    Runs,
    Sentence,
    Span,
    Term,
)
from cardsmith.parser.gaps import filled

__all__ = ["DROPPED", "HELD", "REPLACED", "Proposed", "corrected", "origin"]

DROPPED: Final = "dropped"
HELD: Final = "held-back"
REPLACED: Final = "replaced"
BEST: Final = 100
# how alike a sentence and what became of it are, from 0 to 1
_NEARLY: Final = 0.8


def origin(note: Note) -> str:
    """What a note was made from, on one line: its sentence, or else its own parts."""
    told = flat(note.source)
    return " ".join((told or " ".join(_parts(note.body))).split())


def _parts(body: Body) -> tuple[str, ...]:
    match body:
        case QA(front=front, back=back):
            return plain(front), plain(back)
        case Term(term=term, definition=meaning):
            return flat(term), flat(meaning)
        case Cloze(text=blocks):
            return (plain(blocks),)


@dataclass(frozen=True)
class Proposed:
    """The notes and rejections of a document, before anybody corrected them."""

    document: Document
    notes: Sequence[Note]
    rejections: Sequence[Rejection] = ()

    @cached_property
    def by_name(self) -> Mapping[str, Note]:
        """The notes by their key without the document."""
        return {f"{note.kind}/{note.name}": note for note in self.notes}

    @cached_property
    def told(self) -> Mapping[str, tuple[Sentence, str]]:
        """The sentences of the document, folded, each with the title that it stands under."""
        answer = self.document.answer
        under = [("", answer.intro), *((each.title, each.blocks) for each in answer.sections)]
        return {
            fold(flat(each.runs)): (each, title)
            for title, blocks in (*under, ("", answer.closing))
            for each in sentences(blocks)
        }


def corrected(proposed: Proposed, overrides: Overrides) -> Iterator[Note | Rejection | Diagnostic]:
    """The notes in their order with all corrections made, added ones last; what was left undone.

    A note that is dropped, or waits for its correction, becomes a rejection.
    """
    yield from overrides.faults
    yield from _own(proposed, overrides)
    for name, override in overrides.changes.items():
        if name not in proposed.by_name:
            yield from _without_note(proposed, override)
    for override in overrides.added:
        if override.key in proposed.by_name:
            message = f"the document has a card {quoted(override.key)}; give this another name"
            yield Diagnostic(override.span, "duplicate", message)
        else:
            yield from _made(proposed, override)


def _own(proposed: Proposed, overrides: Overrides) -> Iterator[Note | Rejection | Diagnostic]:
    """The document's own notes, and what became of them."""
    claimed = frozenset(_claims(proposed, overrides))
    for name, note in proposed.by_name.items():
        override = overrides.changes.get(name)
        if name in overrides.held or not overrides.sound:
            yield _rejection(note, HELD)
        elif (note.kind, fold(flat(note.source))) in claimed:
            yield _rejection(note, REPLACED)
        elif override is None:
            yield note
        else:
            yield from _changed(note, override)


def _claims(proposed: Proposed, overrides: Overrides) -> Iterator[tuple[str, str]]:
    """Kinds and sentences that older notes ask for, which somebody keeps alive by their key.

    So a stanza follows its sentence by its ``for`` alone, and learners keep their history.
    """
    for name, override in overrides.changes.items():
        if name not in proposed.by_name and override.is_whole:
            yield name.partition("/")[0], fold(override.made_for)


def _rejection(note: Note, code: str) -> Rejection:
    return Rejection(note.document, note.kind, code, note.name, note.span)


def _changed(note: Note, override: Override) -> Iterator[Note | Rejection | Diagnostic]:
    stale = override.made_for and fold(override.made_for) != fold(origin(note))
    if override.drops:
        yield _rejection(note, DROPPED)
        done = "it is dropped all the same"
    else:
        wrong = misfit(note.body, override)
        if wrong:
            yield Diagnostic(override.span, "wrong-field", wrong)
            yield _rejection(note, HELD)
            return
        yield reworded(note, override)
        done = "the correction is made all the same"
    if stale:
        message = f"its sentence is now {quoted(origin(note))}; {done}: look at it, then set `for` "
        message += f"(cardsmith why {note.key} prints it)"
        yield Diagnostic(override.span, "stale-override", message, Severity.WARNING)


def _made(proposed: Proposed, override: Override) -> Iterator[Note | Diagnostic]:
    """A note that an override says all of."""
    body = whole(override)
    wrong = unhinted(body, override)
    if wrong:
        yield Diagnostic(override.span, "wrong-field", wrong)
        return
    sentence, section = _place(proposed, override)
    kind, _, name = override.key.partition("/")
    note = Note(
        document=proposed.document.front.key,
        kind=kind,
        name=name,
        body=body,
        context="",
        section=section,
        source=text(override.made_for) if override.made_for else _own_words(body),
        span=sentence,
        score=BEST,
    )
    if override.context is None:
        terms = topics(proposed.document.front)
        yield under(note, terms, terms)
    else:
        yield said(note, override.context)
    if override.made_for and fold(override.made_for) not in proposed.told:
        yield _orphaned(proposed, override)


def _orphaned(proposed: Proposed, override: Override) -> Diagnostic:
    """What to do about a note whose sentence is gone."""
    message = "the sentence that it was made for is gone; it is asked all the same: "
    near = get_close_matches(fold(override.made_for), proposed.told, 1, _NEARLY)
    if near:
        now = flat(proposed.told[near[0]][0].runs)
        message += f"look at it, then set `for` to what is there now: {quoted(now)}"
    else:
        message += "drop it, or take `for` out of an added note"
    return Diagnostic(override.span, "stale-override", message, Severity.WARNING)


def _own_words(body: Body) -> Runs:
    """What a note says that comes from no sentence."""
    match body:
        case QA(back=back):
            return next(lines(back), ())
        case Term(definition=meaning):
            return meaning
        case Cloze(text=blocks):
            return next(lines(filled(blocks)), ())


def _place(proposed: Proposed, override: Override) -> tuple[Span, str]:
    """Where the sentence stands that an override was made for; else the override itself."""
    found = proposed.told.get(fold(override.made_for))
    return (found[0].span, found[1]) if found else (override.span, "")


def _without_note(proposed: Proposed, override: Override) -> Iterator[Note | Diagnostic]:
    """What an override does whose note is not made.

    One that says all of a note and of which sentence keeps it alive: the work of its author and
    the history of learners outlive a reworded sentence and a new version of the rules.
    """
    if override.made_for and override.is_whole:
        yield from _made(proposed, override)
        return
    there = fold(override.made_for) in proposed.told
    if override.drops and there:
        return
    message = f"no note is called {quoted(override.key)}; {_advice(proposed, override)}"
    if override.made_for and not there:
        message = f"its sentence is gone, and so is its note; {_advice(proposed, override)}"
        yield Diagnostic(override.span, "stale-override", message, Severity.WARNING)
    else:
        yield Diagnostic(override.span, "unknown-note", message)


def _advice(proposed: Proposed, override: Override) -> str:
    """What an override could have meant: a note from nearly the same sentence, or of that name."""
    kind, _, name = override.key.partition("/")
    for each in proposed.rejections:
        if each.kind == kind and name in {each.text, fold(each.text)}:
            return f"it was refused ({each.code}): write it whole, with `for`, to have it anyway"
    origins = {fold(origin(note)): key for key, note in proposed.by_name.items()}
    near = get_close_matches(fold(override.made_for), origins, 1) if override.made_for else []
    keys = [origins[near[0]]] if near else get_close_matches(override.key, proposed.by_name, 1, 0.5)
    key = proposed.document.front.key
    if keys:
        return f"did you mean {quoted(keys[0])}? (cardsmith why {key} lists all)"
    return f"cardsmith why {key} lists all"
