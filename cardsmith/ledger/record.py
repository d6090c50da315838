"""What is remembered of the notes and documents of earlier builds."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from cardsmith.ledger.asks import Ask
from cardsmith.ledger.cells import split_words
from cardsmith.ledger.notes import KnownNote
from cardsmith.ledger.slugs import fold_subject

__all__ = ["KnownDocument", "Record", "Waived"]


@dataclass(frozen=True, slots=True)
class Waived:
    """A note that gave way to one of another document, and stays away.

    ``name`` is ``kind/name``, ``code`` tells why it gave way, ``rival`` is the key of the note that
    stayed. ``asks`` are its own cards in marks: it may come back once they or its document change.
    """

    document: str
    name: str
    code: str
    rival: str
    asks: tuple[Ask, ...]

    @property
    def key(self) -> str:
        """``document/kind/name``."""
        return f"{self.document}/{self.name}"


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document as it was last built.

    ``own`` is the key that its file gives it, another one than ``key`` once the file was renamed.
    ``question`` and ``text`` are marks (``Source.traits``), ``home`` is the subject, as shown, in
    whose deck its notes are. ``chosen_by`` are the keywords that its notes were chosen by, as they
    are written. ``absent`` is as in a note.
    """

    key: str
    own: str
    id: str
    question: str
    text: str
    home: str
    chosen_by: str = ""
    absent: int = 0

    @property
    def keywords(self) -> tuple[str, ...]:
        """The keywords that its notes were chosen by."""
        return split_words(self.chosen_by)


@dataclass(frozen=True, slots=True)
class Record:
    """Known documents and notes by key, and the subjects' names that decks were made under.

    ``waived`` are the notes that gave way, by key.
    """

    documents: Mapping[str, KnownDocument] = field(default_factory=dict)
    notes: Mapping[str, KnownNote] = field(default_factory=dict)
    subjects: tuple[str, ...] = ()
    waived: Mapping[str, Waived] = field(default_factory=dict)

    @property
    def homes(self) -> dict[str, str]:
        """The shown name of the home subject of every document, by its key."""
        return {key: document.home for key, document in self.documents.items()}

    @property
    def names(self) -> dict[str, str]:
        """The shown name of every subject, by its folded name."""
        return {fold_subject(name): name for name in self.subjects}

    def is_of(self, note: KnownNote, owns: Container[str]) -> bool:
        """Whether the file of a note's document gives it one of these keys.

        A note that came into a new document is of none that is on record.
        """
        document = self.documents.get(note.document)
        return document is not None and document.own in owns
