"""Notes, and the candidates that became none."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from cardsmith.model.documents import Front
from cardsmith.model.text import Blocks, Image, Runs, Span

__all__ = ["QA", "Body", "Cloze", "Kept", "Note", "Points", "Rejection", "Studied", "Term", "Tier"]

# what a score is made of, by name
Points: TypeAlias = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class QA:
    """A question and its answer; one card."""

    front: Blocks
    back: Blocks


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what it means; two cards, one each way.

    ``ask`` is the front that asks for the meaning, ``name`` the words over the meaning on the front
    that asks for the term. ``reverse_context`` is the topic line of the second ("" where it leaks).
    """

    term: Runs
    definition: Runs
    ask: Runs
    name: Runs
    reverse_context: str


@dataclass(frozen=True, slots=True)
class Cloze:
    """A text with holes: one note, one card for each number."""

    text: Blocks


Body: TypeAlias = QA | Term | Cloze


class Tier(StrEnum):
    """Whether a note belongs to the deck everybody gets, or only to the full one."""

    CORE = "core"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to learn.

    ``name`` says what is asked, folded: with ``kind`` and the key of its document it is the note's
    identity, so it holds no position, number or path. ``context`` is the topic line over the
    front, "" where it would give the answer away. ``source`` is the sentence that the note was
    made from, word for word. ``score`` runs from 0 to 100, ``points`` tell what it is made of.
    ``images`` are the pictures of its part of the answer, shown on the back.
    """

    document: str
    kind: str
    name: str
    body: Body
    context: str
    section: str
    source: Runs
    span: Span
    score: int
    tier: Tier = Tier.CORE
    images: tuple[Image, ...] = ()
    points: Points = ()

    @property
    def key(self) -> str:
        """``document/kind/name``, unique in a collection."""
        return f"{self.document}/{self.kind}/{self.name}"


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that became no note: ``code`` names the rule, ``text`` is what was refused."""

    document: str
    kind: str
    code: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Kept:
    """A note with its identity: GUID, and holes numbered for ever."""

    note: Note
    guid: str


@dataclass(frozen=True, slots=True)
class Studied:
    """A document without its answer, and the notes that it gave, in the order they are learned."""

    front: Front
    notes: tuple[Kept, ...]
