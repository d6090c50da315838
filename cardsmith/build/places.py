"""The places in a document's core that notes leave when they give way, and who takes them."""

from collections.abc import Iterable, Sequence

from cardsmith.cards.budget import PER_SECTION, TERMS
from cardsmith.markup import flat
from cardsmith.model import Note

__all__ = ["fits", "turn"]


def turn(note: Note) -> tuple[bool, int, str]:
    """A note's turn among those of its document: definitions first, then by score."""
    return note.kind not in TERMS, -note.score, note.key


def fits(note: Note, core: Sequence[Note], gone: Iterable[Note]) -> bool:
    """Whether a note may join a core: its section is not full, and its sentence not asked.

    A sentence whose note gave way is asked by another document.
    """
    crowded = sum(each.section == note.section for each in core) >= PER_SECTION
    told = {flat(each.source) for each in (*core, *gone)}
    return not (note.section and crowded) and flat(note.source) not in told
