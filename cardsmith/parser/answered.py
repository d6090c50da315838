"""A question and its answer, both in the front matter."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cardsmith.diagnostics import Diagnostic, Severity
from cardsmith.model import Document
from cardsmith.parser import answers, front, readings, scalars, titles
from cardsmith.parser.answers import Asked
from cardsmith.parser.source import Form, Source
from cardsmith.parser.structure import Heading

__all__ = ["documents"]

_BLANK: Final = re.compile(r"(?:\s|&nbsp;|\u200b|<br */?>)*")


def documents(source: Source) -> Iterator[Document | Diagnostic] | None:
    """The document of a file whose front matter has an answer; None where it has not."""
    found = front.field(source, "answer")
    if found is None or (found.form is Form.TEXT and not found.text.strip()):
        return None
    return _document(source)


def _document(source: Source) -> Iterator[Document | Diagnostic]:
    found = front.text(source, "answer")
    reading = readings.of_field(source, found)
    question, span = front.question(source), reading.start
    first = reading.parts[0] if reading.parts else None
    asked = front.field(source, "question") or front.field(source, "title")
    if question and asked:
        span = source.lines.span(scalars.start(source.text, asked))
    elif isinstance(first, Heading):
        question, span = titles.clean(first.title), first.span
        reading = replace(reading, parts=reading.parts[1:])
    else:
        message = "the question is missing; write a `question:` in the front matter"
        raise front.FrontError(Diagnostic(source.lines.span(0), "no-question", message))
    about = front.front(source, front.slug(source), question, span)
    yield from answers.documents(Asked(about), reading)
    yield from reading.faults
    if not _BLANK.fullmatch(source.text, source.body):
        where = source.lines.span(source.body + _margin(source.text[source.body :]))
        message = "the text under the front matter is not read, since that has an answer; join them"
        yield Diagnostic(where, "unread-text", message, Severity.WARNING)


def _margin(text: str) -> int:
    return len(text) - len(text.lstrip())
