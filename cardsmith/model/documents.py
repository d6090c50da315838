"""A document: what it says about itself, and its answer in sections."""

from dataclasses import dataclass
from enum import StrEnum

from cardsmith.model.text import Blocks, Span

__all__ = ["Answer", "Document", "Front", "Nature", "Section"]


class Nature(StrEnum):
    """What the title of a section is worth as an answer."""

    NAMED = "named"  # names a thing: "Excitotoxicity"
    GENERIC = "generic"  # fits any document: "Applications", "Conclusion"
    UNTITLED = "untitled"  # a paragraph of plain prose


@dataclass(frozen=True, slots=True)
class Section:
    """One part of an answer.

    ``title`` is cleaned for people (no numbering, markup or colon), ``group`` is the title of the
    heading that it stands under ("" where there is none), ``number`` its place there from 1.
    """

    title: str
    number: int
    blocks: Blocks
    nature: Nature
    span: Span
    group: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: what comes before the first section, the sections, a closing summary."""

    intro: Blocks
    sections: tuple[Section, ...]
    closing: Blocks


@dataclass(frozen=True, slots=True)
class Front:
    """What a document says about itself.

    ``key`` names the document for ever: its slug, told apart from others where two share one.
    ``slug`` is the file name without ``.md``. ``subjects`` are spelled as in the file, one or more.
    ``related`` are ids of related documents, in the author's order. ``date`` is ISO or "".
    """

    key: str
    slug: str
    id: str
    question: str
    subjects: tuple[str, ...]
    keywords: tuple[str, ...]
    related: tuple[str, ...]
    url: str
    date: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One question with its answer."""

    front: Front
    answer: Answer
