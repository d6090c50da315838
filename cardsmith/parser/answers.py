"""An answer judged: the document that it makes, or why it makes none."""

from collections.abc import Iterator
from dataclasses import dataclass

from cardsmith.diagnostics import Diagnostic, Severity
from cardsmith.model import Answer, Blocks, Document, Front, Pair, Span, Written
from cardsmith.parser import gaps, marks, sections, worth
from cardsmith.parser.readings import Reading

__all__ = ["Asked", "documents", "kept_out", "unfinished"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked.

    ``card`` is the question as the front of a card, under the heading ``title``: where there is
    one, a short answer is its back, else it is a stub.
    """

    front: Front
    card: Blocks = ()
    title: str = ""


def documents(asked: Asked, reading: Reading) -> Iterator[Document | Diagnostic]:
    """The document that a question and the parts of its answer make up, or why there is none."""
    answer = marks.apart(sections.answer(reading.parts), reading.parts, reading.marks)
    if answer is None:
        yield kept_out(reading.marks[0].span)
        return
    written, answer = gaps.gapped(answer) if reading.has_holes else ((), answer)
    fault = _fault(asked, answer) if not written else None
    yield fault or Document(asked.front, answer, written or _short(asked, answer))


def _fault(asked: Asked, answer: Answer) -> Diagnostic | None:
    blocks = worth.all_blocks(answer)
    if blocks or answer.sections:
        told = blocks if len(answer.sections) <= 1 else ()
        return _refusal(blocks) or _stub(asked, told)
    if answer.skipped:
        return kept_out(answer.skipped[0].span)
    message = "this question has no answer; write one"
    return Diagnostic(asked.front.span, "no-answer", message)


def _refusal(blocks: Blocks) -> Diagnostic | None:
    first = worth.declines(blocks)
    if first is None:
        return None
    message = "the answer declines to answer; answer the question, or remove it"
    return Diagnostic(first.span, "refusal", message, Severity.WARNING)


def _stub(asked: Asked, blocks: Blocks) -> Diagnostic | None:
    if worth.is_placeholder(blocks):
        return unfinished(blocks[0].span)
    if asked.card or not worth.is_stub(blocks):
        return None
    message = (
        "the answer is a few words and gives no card; say more, "
        "or write it as `Q:` and `A:` lines if that is all"
    )
    return Diagnostic(blocks[0].span, "stub", message, Severity.WARNING)


def kept_out(span: Span) -> Diagnostic:
    """What is told of a document that its author keeps out."""
    message = "`cardsmith: skip` keeps this document out; remove the mark to learn from it"
    return Diagnostic(span, "skipped", message, Severity.WARNING)


def unfinished(span: Span) -> Diagnostic:
    """What is told of an answer that is still to be written."""
    message = "the answer is still to be written; write it, or remove the question"
    return Diagnostic(span, "stub", message, Severity.WARNING)


def _short(asked: Asked, answer: Answer) -> tuple[Written, ...]:
    """The card that a question and a short answer are."""
    blocks = worth.all_blocks(answer)
    if not (asked.card and worth.is_short(blocks) and not answer.skipped):
        return ()
    return (Pair(asked.card, blocks, asked.title, asked.front.span),)
