"""Giving notes their identity: the one on record, or one made from what the note asks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, count

from cardsmith.diagnostics import CardsmithError
from cardsmith.ledger.marks import guid
from cardsmith.ledger.notes import KnownNote
from cardsmith.ledger.numbers import number, numbered
from cardsmith.ledger.record import Record
from cardsmith.model import Cloze, Kept, Note

__all__ = ["clash", "identify"]


def identify(notes: Iterable[Note], record: Record) -> Iterator[Kept]:
    """The notes in their order, each with its GUID and with its holes numbered.

    Raises:
        CardsmithError: two notes claim one GUID, so that an import would take one for the other.
    """
    owners: dict[str, str] = {}
    taken = frozenset(known.guid for known in record.notes.values())
    for note in notes:
        key = note.key
        known = record.notes.get(key)
        name = known.guid if known else _fresh(key, taken)
        if name in owners:
            raise CardsmithError(clash(name, owners[name], key))
        owners[name] = key
        yield Kept(_numbered(note, known), name)


def _fresh(key: str, taken: frozenset[str]) -> str:
    """A GUID made from the key; another one where a note that was reworded goes on with that."""
    names = chain((guid(key),), (guid(f"{key}~{number}") for number in count(2)))
    return next(name for name in names if name not in taken)


def _numbered(note: Note, known: KnownNote | None) -> Note:
    if not isinstance(note.body, Cloze):
        return note
    text = note.body.text
    numbers = number(text, known.numbers if known else {})
    return replace(note, body=Cloze(numbered(text, numbers)))


def clash(name: str, one: str, other: str) -> str:
    """What to do about two notes that claim one GUID."""
    if one == other:
        return f"two notes are called {one!r}; give one of their files another name"
    return f"{one!r} and {other!r} have one GUID, {name}; empty that cell of one in the ledger"
