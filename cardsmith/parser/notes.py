"""A Markdown note: its heading or title asks, the text under it answers.

Several headings that are questions are several documents of one file.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cardsmith.diagnostics import Diagnostic, Severity
from cardsmith.model import Document, Span
from cardsmith.parser import answers, front, lists, scalars, titles
from cardsmith.parser.source import Source
from cardsmith.parser.structure import Heading, Part

__all__ = ["documents"]

_DEEPEST: Final = 6
_FOREIGN: Final = re.compile(r"[^a-z0-9]+")


def documents(source: Source) -> Iterator[Document | Diagnostic]:
    """The documents of a file whose text stands under its front matter, or that has none."""
    parts = answers.of_body(source).parts
    asked = front.field(source, "question") or front.field(source, "title")
    span = source.lines.span(scalars.start(source.text, asked) if asked else 0)
    level = 0 if front.field(source, "question") else _level(parts)
    if level:
        yield from _several(source, parts, level)
    else:
        yield from _one(source, parts, span)


def _one(source: Source, parts: Sequence[Part], span: Span) -> Iterator[Document | Diagnostic]:
    question = front.question(source)
    first = parts[0] if parts else None
    if isinstance(first, Heading):
        title = titles.clean(first.title)
        if not question:
            question, span, parts = title, first.span, parts[1:]
        elif title.casefold() == question.casefold():
            parts = parts[1:]
    if question:
        found = front.front(source, front.slug(source), question, span)
        yield from answers.documents(found, parts)
    else:
        message = "the question is missing; write a heading over the text, or a `question:`"
        yield Diagnostic(source.lines.span(0), "no-question", message)


def _level(parts: Sequence[Part]) -> int:
    """The level of the headings that ask one question each, 0 where there are not several."""
    levels = [part.level for part in parts if isinstance(part, Heading) and _asks(part)]
    top = min(levels, default=0)
    return top if levels.count(top) > 1 and top <= _DEEPEST else 0


def _asks(heading: Heading) -> bool:
    return heading.title.rstrip().endswith(("?", "？"))


def _several(source: Source, parts: Sequence[Part], level: int) -> Iterator[Document | Diagnostic]:
    starts = [
        at
        for at, part in enumerate(parts)
        if isinstance(part, Heading) and part.level == level and _asks(part)
    ]
    before = lists.blocks([part for part in parts[: starts[0]] if not isinstance(part, Heading)])
    if before:
        message = "the text before the first question is not read; put it under a question"
        yield Diagnostic(before[0].span, "unread-text", message, Severity.WARNING)
    seen: set[str] = set()
    for start, end in zip(starts, [*starts[1:], len(parts)], strict=True):
        heading = parts[start]
        if isinstance(heading, Heading):
            yield from _asked(source, heading, parts[start + 1 : end], seen)


def _asked(
    source: Source, heading: Heading, parts: Sequence[Part], seen: set[str]
) -> Iterator[Document | Diagnostic]:
    question = titles.clean(heading.title)
    name = _slug(question)
    key = f"{front.slug(source)}--{name}"
    if key in seen:
        message = "this question is asked twice in this file; keep one"
        yield Diagnostic(heading.span, "duplicate-question", message)
        return
    seen.add(key)
    found = front.front(source, key, question, heading.span)
    if found.id:
        # an id names one document, and this file has several
        found = replace(found, id=f"{found.id}--{name}")
    yield from answers.documents(found, parts)


def _slug(text: str) -> str:
    """Lower-case ASCII words with hyphens; letters of other scripts by their numbers."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = "".join(
        sign if sign.isascii() else f"-{ord(sign):x}-" if sign.isalnum() else "" for sign in bare
    )
    return _FOREIGN.sub("-", ascii_only).strip("-")
