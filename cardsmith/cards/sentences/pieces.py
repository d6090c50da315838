"""The sentences of a document that stand alone, each with what may be asked of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from cardsmith.cards.casing import Casing
from cardsmith.cards.sentences.earlier import Before, before, named_end
from cardsmith.cards.sentences.labels import Label, names, term
from cardsmith.cards.sentences.repair import stripped
from cardsmith.cards.sentences.standing import Place, pair, standing
from cardsmith.grammar import Asked, Reading, questions, read, stem, words
from cardsmith.markup import flat
from cardsmith.model import (
    Blocks,
    Document,
    Entry,
    Listing,
    Nature,
    Paragraph,
    Rejection,
    Runs,
    Section,
    Sentence,
    Span,
)
from cardsmith.parser.titles import nature

__all__ = ["Piece", "Sequel", "pieces"]

_THIS: Final = "This "


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence that stands alone.

    ``section`` is the index of its section, -1 in the intro; ``title`` its label as it stands
    inside a sentence, "" where it has none worth saying; ``place`` counts from 0 under that label.
    ``runs`` may be repaired, ``source`` is the sentence as written. ``asked`` are the questions
    that it answers, ``nouns`` its noun groups without their determiners, as offsets into ``text``.
    ``reading`` is the grammar of ``runs``.

    A sentence that leans on the one before it may be a piece together with it: what is asked for
    then begins at ``start``, and there are no questions. Where the subject of a sentence is the
    label over it, it ends at ``named``; else that is 0.
    """

    runs: Runs
    text: str
    source: Runs
    span: Span
    section: int
    title: str
    place: int
    asked: tuple[Asked, ...]
    nouns: tuple[tuple[int, int], ...]
    reading: Reading
    start: int = 0
    named: int = 0


@dataclass(frozen=True, slots=True)
class Sequel:
    """A sentence that goes on with "This" from the one before, and does not stand alone."""

    first: Piece
    runs: Runs
    source: Runs
    span: Span


def pieces(document: Document, casing: Casing) -> Iterator[Piece | Sequel | Rejection]:
    """The sentences that stand alone, in reading order, and why others do not."""
    answer = document.answer
    topic = frozenset(stem(word.text) for word in words(document.front.question))
    walk = _Walk(document, casing, topic)
    yield from _under(walk, -1, "", answer.intro)
    for number, section in enumerate(answer.sections):
        yield from _under(walk, number, _label(section), section.blocks)


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands over sentences: the title as it stands inside one, and the label where a name."""

    section: int
    title: str
    label: Label
    term: Label


@dataclass(frozen=True, slots=True)
class _Walk:
    """What is the same for all sentences of a document; ``topic`` are stems of its question."""

    document: Document
    casing: Casing
    topic: frozenset[str]


def _label(section: Section) -> str:
    return section.title if section.nature is Nature.NAMED else ""


def _under(
    walk: _Walk, section: int, title: str, blocks: Blocks
) -> Iterator[Piece | Sequel | Rejection]:
    """The sentences under one title, those under a label of a list under that label."""
    inside = walk.casing.inside(title)
    label, meant = (Label(title if fits(inside) else "") for fits in (names, term))
    head = _Head(section, inside, label, meant)
    place = 0
    earlier: Piece | None = None
    told: Before | None = None
    for block in blocks:
        match block:
            case Paragraph(sentences=inner):
                for sentence in inner:
                    found = _piece(walk, head, sentence, place, told)
                    yield from _with_pair(found, sentence, earlier)
                    earlier, told = _next(walk, found, title)
                    place += 1
            case Listing(entries=entries):
                earlier = told = None
                for entry in entries:
                    yield from _entry(walk, section, title, entry)
            case _:
                earlier = told = None


def _entry(
    walk: _Walk, section: int, title: str, entry: Entry
) -> Iterator[Piece | Sequel | Rejection]:
    """A list's entry, under its own label where that is a name."""
    own = entry.label if entry.label and nature(entry.label) is Nature.NAMED else ""
    label = own if entry.label else title
    yield from _under(walk, section, label, entry.blocks)


def _next(walk: _Walk, found: Piece | Rejection, title: str) -> tuple[Piece | None, Before | None]:
    """What the next sentence may lean on."""
    if isinstance(found, Rejection):
        return None, None
    told = before(found.reading, Label(title), walk.topic)
    if found.named:
        about = told.about or found.text[: found.named]
        told = replace(told, about=about, sure=True, is_label=True)
    return found, told


def _piece(
    walk: _Walk, head: _Head, sentence: Sentence, place: int, told: Before | None
) -> Piece | Rejection:
    spot = Place(head.label, head.term, told, place == 0, walk.topic)
    made = standing(sentence.runs, spot, walk.casing)
    if isinstance(made, str):
        text = flat(sentence.runs)
        key = walk.document.front.key
        return Rejection(key, "sentence", made, text, sentence.span)
    return Piece(
        runs=made.runs,
        text=flat(made.runs),
        source=sentence.runs,
        span=sentence.span,
        section=head.section,
        title=head.title,
        place=place,
        asked=tuple(questions(made.reading)),
        nouns=tuple(_nouns(made.reading)),
        reading=made.reading,
        named=made.named or named_end(made.reading, head.label),
    )


def _with_pair(
    found: Piece | Rejection, sentence: Sentence, earlier: Piece | None
) -> Iterator[Piece | Sequel | Rejection]:
    """What was found; a sentence that leans on the one before it together with that one."""
    if not isinstance(found, Rejection) or earlier is None:
        yield found
        return
    runs = stripped(sentence.runs)
    if flat(runs).startswith(_THIS):
        yield Sequel(earlier, runs, sentence.runs, sentence.span)
    both = pair(sentence.runs, earlier.runs)
    if both is None:
        yield found
        return
    runs, start = both
    reading = read(runs)
    yield replace(
        earlier,
        runs=runs,
        text=flat(runs),
        source=(*earlier.source, *runs[len(earlier.runs) :]),
        span=sentence.span,
        asked=(),
        nouns=tuple(noun for noun in _nouns(reading) if noun[0] >= start),
        reading=reading,
        start=start,
        named=0,
    )


def _nouns(reading: Reading) -> Iterator[tuple[int, int]]:
    """The noun groups of a sentence up to their heads, without determiners."""
    for group in reading.nouns:
        start = group.start + bool(group.determiner)
        if start <= group.head:
            yield reading.tokens[start].start, reading.tokens[group.head].end
