"""A Markdown note: its heading or title asks, the text under it answers.

Several headings that are questions are several documents of one file.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from cardsmith.diagnostics import Diagnostic, Severity
from cardsmith.model import Blocks, Document, Paragraph, Sentence, Span, Text
from cardsmith.parser import answers, front, lists, marks, names, readings, titles
from cardsmith.parser.answers import Asked
from cardsmith.parser.marks import Bound
from cardsmith.parser.readings import Reading
from cardsmith.parser.source import Source
from cardsmith.parser.structure import Heading, Part

__all__ = ["documents"]

_DEEPEST: Final = 6
_HEADING: Final = re.compile(r"[ \t>]*#{1,6}[ \t]+(?P<title>.*)$")
# what is more than its letters
_SPECIAL: Final = re.compile(r"[$`\\]|(?<!\*)\*(?!\*)|(?<![\w_])_(?!_)")
_FOREIGN: Final = re.compile(r"[^a-z0-9]+")


def documents(source: Source) -> Iterator[Document | Diagnostic]:
    """The documents of a file whose text stands under its front matter, or that has none."""
    reading = readings.read(readings.body(source))
    level = 0 if front.field(source, "question") else _level(reading.parts)
    if level:
        yield from _several(source, reading, level)
    else:
        yield from _one(source, reading)
    yield from reading.faults


def _one(source: Source, reading: Reading) -> Iterator[Document | Diagnostic]:
    question, span, parts, heading = names.name(source, reading.parts)
    found = front.front(source, front.slug(source), question, span)
    if not (parts or front.field(source, "question") or names.asks(question)):
        message = "nothing is written under this title; write the note, or remove the file"
        yield Diagnostic(span, "no-text", message, Severity.WARNING)
        return
    card = _card(source, heading, question) if heading and names.asks(question) else ()
    yield from answers.documents(Asked(found, card), replace(reading, parts=tuple(parts)))


def _plain(question: str, span: Span) -> Blocks:
    return (Paragraph((Sentence((Text(question),), span),), span),)


def _level(parts: Sequence[Part]) -> int:
    """The level of the headings that ask one question each, 0 where there are not several."""
    levels = [part.level for part in parts if isinstance(part, Heading) and names.asks(part.title)]
    top = min(levels, default=0)
    return top if levels.count(top) > 1 and top <= _DEEPEST else 0


def _several(source: Source, reading: Reading, level: int) -> Iterator[Document | Diagnostic]:
    parts = reading.parts
    asking = [
        (at, part)
        for at, part in enumerate(parts)
        if isinstance(part, Heading) and part.level == level and names.asks(part.title)
    ]
    before = parts[: asking[0][0]]
    bounds = [Bound(heading.span) for _, heading in asking]
    owners = [marks.owned(mark, bounds) for mark in reading.marks]
    if -1 in owners:
        yield answers.kept_out(reading.marks[owners.index(-1)].span)
        return
    yield from _unread(before)
    ends = [*[at for at, _ in asking[1:]], len(parts)]
    seen: set[str] = set()
    for number, ((at, heading), end) in enumerate(zip(asking, ends, strict=True)):
        own = tuple(
            mark for mark, owner in zip(reading.marks, owners, strict=True) if owner == number
        )
        asked = _asked(source, heading, _title(source, before), seen)
        if isinstance(asked, Diagnostic):
            yield asked
        else:
            inner = replace(reading, parts=parts[at + 1 : end], marks=own)
            yield from answers.documents(asked, inner)


def _unread(before: Sequence[Part]) -> Iterator[Diagnostic]:
    text = lists.blocks([part for part in before if not isinstance(part, Heading)])
    if text:
        message = "the text before the first question is not read; put it under a question"
        yield Diagnostic(text[0].span, "unread-text", message, Severity.WARNING)


def _title(source: Source, before: Sequence[Part]) -> str:
    """The title over all questions."""
    headings = [titles.clean(part.title) for part in before if isinstance(part, Heading)]
    return front.line(source, "title") or (headings[0] if headings else "")


def _asked(source: Source, heading: Heading, title: str, seen: set[str]) -> Asked | Diagnostic:
    question = titles.clean(heading.title)
    name = _slug(question)
    key = f"{front.slug(source)}--{name}"
    if key in seen:
        message = "this question is asked twice in this file; keep one"
        return Diagnostic(heading.span, "duplicate-question", message)
    seen.add(key)
    found = front.front(source, key, question, heading.span)
    if found.id:
        # an id names one document, and this file has several
        found = replace(found, id=f"{found.id}--{name}")
    return Asked(found, _card(source, heading, question), title)


def _card(source: Source, heading: Heading, question: str) -> Blocks:
    """A heading as the front of a card, its formulas and code as they are written."""
    start = source.lines.starts[heading.span.line - 1]
    line = source.text[start:].partition("\n")[0]
    written = _HEADING.match(line)
    if written is None or not _SPECIAL.search(line):
        return _plain(question, heading.span)
    title = written["title"].rstrip(" \t#")
    begin = start + written.start("title")
    clean = readings.part(source, begin + len(titles.number(title)), begin + len(title))
    return lists.blocks(readings.read(clean).parts) or _plain(question, heading.span)


def _slug(text: str) -> str:
    """Lower-case ASCII words with hyphens; letters of other scripts by their numbers."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    ascii_only = "".join(
        sign if sign.isascii() else f"-{ord(sign):x}-" if sign.isalnum() else "" for sign in bare
    )
    return _FOREIGN.sub("-", ascii_only).strip("-")
