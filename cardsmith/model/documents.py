"""A document: what it says about itself, its answer in sections, the cards its author wrote."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from cardsmith.model.text import Blocks, Span

__all__ = ["Answer", "Document", "Front", "Gapped", "Nature", "Pair", "Section", "Written"]


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
    """An answer: what comes before the first section, the sections, a closing summary.

    ``closing_title`` is the title over the closing words ("" where they have none, or where it says
    so much that it is a block of them). ``skipped`` are sections that their author keeps out of
    cards and quizzes; they are in no other part.
    """

    intro: Blocks
    sections: tuple[Section, ...]
    closing: Blocks
    closing_title: str = ""
    skipped: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and its answer as their author wrote them, under the heading ``title``."""

    question: Blocks
    answer: Blocks
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Gapped:
    """A text in which its author marked what to hide, under the heading ``title``.

    Its holes are those runs of ``text`` that are ``Hole``; what is hidden at once has one ``term``.
    """

    text: Blocks
    title: str
    span: Span


Written: TypeAlias = Pair | Gapped


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
    """One question with its answer.

    ``written`` are the cards that its author wrote; a document that has some gives no others. The
    text of a ``Gapped`` is in the answer, too, without holes; that of a ``Pair`` need not be.
    """

    front: Front
    answer: Answer
    written: tuple[Written, ...] = ()
