"""What a note is called: by its front matter, by its only heading on top, or by its file."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from cardsmith.model import Nature, Span
from cardsmith.parser import front, scalars, titles
from cardsmith.parser.source import Source
from cardsmith.parser.structure import Heading, Part

__all__ = ["Name", "asks", "name", "words"]

# the time a note was made at, or its place among others: "202605011200 Cells", "01 - Cells"
_STAMP: Final = re.compile(r"(?:\d{8,14}[\s_-]+|0\d{1,2}[\s._-]+|\d{1,3}(?:\.| [-–—])\s+)(?=\D)")
_JOIN: Final = re.compile(r"(?<=[^\W\d_])[-_]+|[-_]+(?=[^\W\d_])|_+")
# "Definition", "Key Concepts": the file's name says more
_FEW: Final = 2
_QUESTION_MARKS: Final = ("?", "？", "؟")


class Name(NamedTuple):
    """The question of a note, where it stands, and the parts without the ``heading`` that asks."""

    question: str
    span: Span
    parts: Sequence[Part]
    heading: Heading | None = None


def name(source: Source, parts: Sequence[Part]) -> Name:
    """What a note with these parts is called."""
    asked = front.field(source, "question") or front.field(source, "title")
    question = front.question(source)
    if question:
        span = source.lines.span(scalars.start(source.text, asked) if asked else 0)
        return Name(question, span, _without(parts, question))
    for at, part in enumerate(parts):
        if isinstance(part, Heading):
            if _is_title(part, at, parts):
                title = titles.clean(part.title)
                return Name(title, part.span, (*parts[:at], *parts[at + 1 :]), part)
            break
    return Name(words(front.slug(source)), source.lines.span(0), parts)


def _without(parts: Sequence[Part], question: str) -> Sequence[Part]:
    """The parts without a heading on top that says the same."""
    first = parts[0] if parts else None
    if isinstance(first, Heading) and titles.clean(first.title).casefold() == question.casefold():
        return parts[1:]
    return parts


def _is_title(heading: Heading, at: int, parts: Sequence[Part]) -> bool:
    """Whether the first heading is that of the whole: no other is beside or over it."""
    title = titles.clean(heading.title)
    if titles.nature(title) is Nature.GENERIC and len(title.split()) <= _FEW and not asks(title):
        return False
    if at and heading.level > 1:
        return False
    later = (part for part in parts[at + 1 :] if isinstance(part, Heading))
    return all(part.level > heading.level for part in later)


def asks(title: str) -> bool:
    """Whether a title is a question."""
    return title.rstrip().endswith(_QUESTION_MARKS)


def words(slug: str) -> str:
    """The name of a file in words."""
    stamp = _STAMP.match(slug)
    bare = slug[stamp.end() :] if stamp else slug
    spaced = bare.replace("_", " ") if " " in bare else _JOIN.sub(" ", bare)
    text = " ".join(spaced.split()) or slug
    return text[:1].upper() + text[1:] if text[1:] == text[1:].lower() else text
