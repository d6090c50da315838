"""What a note asks, as far as it is known again by: one that was made, and one on record."""

from cardsmith.ledger.matching import Told
from cardsmith.ledger.notes import KnownNote
from cardsmith.ledger.numbers import hidden
from cardsmith.ledger.said import said
from cardsmith.model import Note

__all__ = ["of_note", "of_record"]


def of_note(note: Note) -> Told:
    """A note of a build."""
    words = said(note)
    return Told(note.key, note.kind, words.type, words.front, words.back, hidden(note))


def of_record(note: KnownNote) -> Told:
    """A note on record, with all terms that it ever hid."""
    own = note.parts
    kind = own.name.partition("/")[0]
    terms = frozenset(own.numbers)
    return Told(note.key, kind, own.type, own.front, own.back, terms, own.absent)
