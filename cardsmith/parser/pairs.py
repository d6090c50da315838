"""Questions and answers as people note them down: a line that begins ``Q:``, one with ``A:``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cardsmith.diagnostics import Diagnostic, Severity, split
from cardsmith.markup import fold, images, plain
from cardsmith.model import Blocks, Document, Nature, Pair, Section, Written
from cardsmith.parser import (
    answers,
    front,
    gaps,
    lists,
    markdown,
    marks,
    names,
    notes,
    pair_lines,
    pair_signs,
    readings,
    sections,
    titles,
    worth,
)
from cardsmith.parser.answers import Asked
from cardsmith.parser.edits import pieced
from cardsmith.parser.pair_lines import Found, Lines, Pieces
from cardsmith.parser.readings import Clean, Reading
from cardsmith.parser.source import Source

__all__ = ["asked", "documents"]

_END: Final = " .:;?…？。"
# headings that say what kind of text follows, not what it is about
_KINDS_OF_TEXT: Final = frozenset(
    """anki cards exercises faq flashcards q&a q+a questions quiz review self-test vocabulary
    """.split()
)


def documents(source: Source) -> Iterator[Document | Diagnostic] | None:
    """The document of a file with such lines in its body; None where there are none."""
    if not pair_signs.any_in(source.text, source.body):
        return None
    clean = readings.body(source)
    found = pair_lines.found(clean.text)
    return _document(source, clean, found) if found.pairs or found.unanswered else None


def asked(question: Blocks) -> str:
    """What a question asks, for comparing: its words, and the pictures that it shows.

    The sign at its end does not count: who adds a question mark asks the same.
    """
    shown = [image.src.rpartition("/")[2] for image, _ in images(question)]
    text = fold(" ".join([plain(question), *shown]))
    return text.rstrip(_END) or text


def _document(source: Source, clean: Clean, found: Found) -> Iterator[Document | Diagnostic]:
    for at in found.unanswered:
        message = "this question has no answer; write one in a line below that begins with `A:`"
        yield Diagnostic(clean.places.span(at), "no-answer", message)
    if not found.pairs:
        yield from notes.documents(source)
        return
    # what is said about addresses of links holds in the whole file
    markdown.parse(clean.text, clean.known)
    reading = readings.read(_rest(clean, found))
    pairs, faults = split(_told(clean, found))
    yield from faults
    empty = frozenset(lines.title for lines in found.pairs)
    yield from _made(source, reading, pairs, empty)
    yield from clean.faults


def _rest(clean: Clean, found: Found) -> Clean:
    """What stands outside of the pairs."""
    pieces: list[tuple[str, int]] = []
    at = 0
    for pair in found.pairs:
        pieces += [(clean.text[at : pair.start], at), ("\n", pair.start)]
        at = pair.end
    return _part(clean, (*pieces, (clean.text[at:], at)))


def _part(clean: Clean, pieces: Pieces) -> Clean:
    text, places = pieced(pieces, clean.places)
    return replace(clean, text=text, places=places)


def _told(clean: Clean, found: Found) -> Iterator[Pair | Diagnostic]:
    """The pairs that make cards, and what is wrong with the others."""
    seen: set[str] = set()
    for lines in found.pairs:
        span = clean.places.span(lines.at)
        question, answer = _blocks(clean, lines.question), _blocks(clean, lines.answer)
        if gaps.has_holes((*question, *answer)):
            message = "a hole in a question or its answer hides nothing; write it outside of them"
            yield Diagnostic(span, "no-hole", message, Severity.WARNING)
        pair = Pair(gaps.filled(question), gaps.filled(answer), _title(lines), span)
        fault = _fault(pair, seen)
        yield fault or pair
        seen.add(asked(pair.question))


def _blocks(clean: Clean, pieces: Pieces) -> Blocks:
    return lists.blocks(lists.join(readings.read(_part(clean, pieces)).parts))


def _title(lines: Lines) -> str:
    """The heading over a pair, where it says what the pair is about."""
    is_kind = lines.title.casefold() in _KINDS_OF_TEXT
    return "" if is_kind or titles.nature(lines.title) is Nature.GENERIC else lines.title


def _fault(pair: Pair, seen: set[str]) -> Diagnostic | None:
    if not pair.question:
        message = "this answer has no question; write one behind `Q:`"
        return Diagnostic(pair.span, "no-question", message)
    if not pair.answer:
        message = "this question has no answer; write one behind `A:`"
        return Diagnostic(pair.span, "no-answer", message)
    if asked(pair.question) in seen:
        message = "this question is asked twice in this file; keep one"
        return Diagnostic(pair.span, "duplicate-question", message)
    return answers.unfinished(pair.answer[0].span) if worth.is_placeholder(pair.answer) else None


def _made(
    source: Source, reading: Reading, pairs: Sequence[Pair], over: frozenset[str]
) -> Iterator[Document | Diagnostic]:
    question, span, parts, _ = names.name(source, reading.parts)
    about = front.front(source, front.slug(source), question, span)
    answer = sections.answer(parts)
    # headings over nothing but pairs have no text
    texts = (each for each in answer.sections if each.blocks or each.title not in over)
    answer = replace(answer, sections=tuple(texts))
    out = marks.extents(reading.marks, marks.bounds(reading.parts, (*answer.sections, *pairs)))
    if out is None:
        yield answers.kept_out(reading.marks[0].span)
        return
    answer = marks.without(answer, out)
    kept = [pair for pair in pairs if not marks.within(out, pair.span)]
    skipped_pairs = (_section(pair) for pair in pairs if marks.within(out, pair.span))
    skipped = (*answer.skipped, *skipped_pairs)
    gapped, answer = gaps.gapped(replace(answer, skipped=skipped))
    cards: tuple[Written, ...] = (*kept, *gapped)
    if cards:
        yield Document(about, answer, tuple(sorted(cards, key=lambda card: card.span)))
    elif pairs:
        yield answers.kept_out(reading.marks[0].span)
    elif worth.all_blocks(answer):
        # none of its questions is a card yet, so it is a note like others
        yield from answers.documents(Asked(about), replace(reading, parts=tuple(parts)))


def _section(pair: Pair) -> Section:
    """A pair that its author keeps out."""
    return Section(" ".join(plain(pair.question).split()), 1, pair.answer, Nature.NAMED, pair.span)
