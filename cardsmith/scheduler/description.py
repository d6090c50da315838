"""What a deck says of itself in Anki: what it is, and how to update it without losing anything."""

import re
from collections.abc import Sequence
from typing import Final

from cardsmith.ledger import holes
from cardsmith.model import QA, Cloze, Note, Studied, Term

__all__ = ["description"]

_UPDATE: Final = (
    "**To update:** choose *File › Import* and the newer file of this deck, and leave the options "
    "as they are (*Update notes: If newer*; *learning progress* and *Merge note types* off). New "
    "cards come in, corrected ones are replaced, and what you have reviewed, suspended or moved "
    "stays as it is. Keep the name of the deck, and do not delete it before: the import finds "
    "your cards by itself.",
    "Where a note was corrected, its new text and tags replace your own changes to that note.",
)


def description(subject: str, studied: Sequence[Studied], build: str) -> str:
    """Markdown for a deck; it changes with every build, which touches no card."""
    notes = [kept.note for each in studied for kept in each.notes]
    sizes = ", ".join((_count(len(notes), "note"), _count(sum(map(_cards, notes)), "card")))
    origin = _count(len(studied), "document")
    release = [f"Release: {_plain(build)}"] if build else []
    return "\n\n".join([f"**{_plain(subject)}**: {sizes}, made from {origin}.", *release, *_UPDATE])


def _cards(note: Note) -> int:
    match note.body:
        case QA():
            return 1
        case Term():
            return 2
        case Cloze(text=text):
            return len({hole.number for hole in holes(text)})


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _plain(text: str) -> str:
    """Text that Markdown and HTML take for nothing but itself."""
    return re.sub(r"([\\`*_\[\]<>&#~])", r"\\\1", text)
