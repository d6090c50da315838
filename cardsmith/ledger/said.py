"""What a note says, in plain words, as far as it is known again by and shown to people."""

from dataclasses import dataclass
from typing import Final

from cardsmith.markup import flat, plain
from cardsmith.model import QA, Cloze, Note, Term

__all__ = ["CLOZE", "QUESTION", "TERM", "TYPES", "Said", "said"]

QUESTION: Final = "qa"
TERM: Final = "term"
CLOZE: Final = "cloze"
TYPES: Final = (QUESTION, TERM, CLOZE)

# what lists of many parts say after this tells no two notes apart, and would double a record
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Said:
    """A note in plain words, each text on one line and no longer than 300 signs.

    ``type`` is its note type in Anki. ``front`` is its question, its term, or its whole sentence
    with the holes filled; ``back`` is the answer, the meaning, or "".
    """

    type: str
    front: str
    back: str = ""


def said(note: Note) -> Said:
    """What a note says."""
    match note.body:
        case QA(front=front, back=back):
            return Said(QUESTION, _short(plain(front)), _short(plain(back)))
        case Term(term=term, definition=meaning):
            return Said(TERM, _short(flat(term)), _short(flat(meaning)))
        case Cloze(text=text):
            return Said(CLOZE, _short(plain(text)))


def _short(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
