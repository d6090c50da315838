"""Small documents and notes for tests that care for a few of their parts only."""

import re
from collections.abc import Iterable
from typing import Final

from cardsmith.markup import fold
from cardsmith.model import (
    QA,
    Blocks,
    Cloze,
    Front,
    Hole,
    Kept,
    Note,
    Paragraph,
    Runs,
    Sentence,
    Span,
    Studied,
    Text,
)

HERE: Final = Span("content/biology/blood.md", 1, 1)


def front(
    key: str,
    question: str = "",
    subjects: Iterable[str] = ("Biology",),
    related: Iterable[str] = (),
    date: str = "",
) -> Front:
    """A document whose id is its key, in capitals."""
    return Front(
        key=key,
        slug=key,
        id=key.upper(),
        question=question or f"What of {key}?",
        subjects=tuple(subjects),
        keywords=(),
        related=tuple(related),
        url="",
        date=date,
        span=HERE,
    )


def runs(text: str) -> Runs:
    """Words with holes: ``The [heart] pumps [blood].``."""
    parts = re.split(r"\[(.*?)\]", text)
    return tuple(
        Hole((Text(part),), fold(part)) if at % 2 else Text(part) for at, part in enumerate(parts)
    )


def paragraph(text: str) -> Blocks:
    return (Paragraph((Sentence(runs(text), HERE),), HERE),)


def cloze(text: str, document: str = "blood", name: str = "pump") -> Note:
    return Note(document, "cloze", name, Cloze(paragraph(text)), "", "", (), HERE, 80)


def note(document: str, kind: str, name: str, line: int = 1) -> Note:
    """A note with a question and an answer, from a line of its document."""
    body = QA(paragraph(f"What is {name}?"), paragraph(name))
    return Note(document, kind, name, body, "", "", (), Span(HERE.path, line, 1), 80)


def studied(about: Front, *notes: Note) -> Studied:
    return Studied(about, tuple(Kept(each, f"guid of {each.key}") for each in notes))
