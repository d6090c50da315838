"""Who has a place in the core of a document: the notes that learners have before newcomers."""

from dataclasses import replace

from cardsmith.build.places import turn
from cardsmith.build.work import Carded
from cardsmith.ledger import Record
from cardsmith.model import Note, Tier

__all__ = ["seated"]


def seated(document: Carded, record: Record, most: int) -> Carded:
    """The document with the notes in its core that learners have there.

    An edit may bring better notes, and a build must not take the others from their learners; where
    the core has more than ``most`` by it, newcomers wait outside, those last in turn first.
    """
    free = [note for note in document.notes if note.key not in document.settled]
    known = {note.key for note in free if _is_core(record, note)}
    kept = {note.key for note in free if note.key in known and note.tier is Tier.EXTRA}
    fresh = [note for note in free if note.key not in known and note.tier is Tier.CORE]
    if not kept:
        return document
    core = sum(note.tier is Tier.CORE for note in document.notes)
    over = min(max(core + len(kept) - most, 0), len(kept))
    waiting = {note.key for note in sorted(fresh, key=turn, reverse=True)[:over]}

    def placed(note: Note) -> Note:
        if note.key in kept:
            return replace(note, tier=Tier.CORE)
        return replace(note, tier=Tier.EXTRA) if note.key in waiting else note

    return replace(document, notes=tuple(map(placed, document.notes)))


def _is_core(record: Record, note: Note) -> bool:
    known = record.notes.get(note.key)
    if known is None or known.tier is not Tier.CORE:
        return False
    document = record.documents.get(note.document)
    # what went with its document comes back with it
    return not known.absent or (document is not None and document.absent == known.absent)
