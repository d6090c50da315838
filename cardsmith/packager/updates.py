"""A deck as a text file for Anki's *File › Import*, which updates what it tells and nothing else.

It writes our fields into the notes with these GUIDs, whatever their times. Tags and the learner's
own field stand in no column, so they stay. A note that a learner does not have comes without tags
and before all others: the package is the first way, this is the second.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from cardsmith.model import Deck
from cardsmith.packager import html, notetypes
from cardsmith.packager.rows import Release, Row

__all__ = ["write"]

# The learner's own field is the last one of every note type.
WIDTH: Final = max([len(fields) for fields in notetypes.FIELDS.values()]) - 1
COLUMNS: Final = ("GUID", "Note type", *[f"Field {at}" for at in range(1, WIDTH + 1)])


def write(deck: Deck, rows: Sequence[Row], _release: Release) -> bytes:
    """The text file of a deck, as the manual of Anki has it ("Text Files", file headers).

    A column for the deck would do as well as a line; but where Anki keeps a name in another
    spelling, it makes one more deck for every note. A line is spelled by Anki itself.
    """
    lines = (*_head(deck), *map(_line, rows))
    return "".join([f"{line}\n" for line in lines]).encode()


def _head(deck: Deck) -> Iterator[str]:
    yield "#separator:tab"
    yield "#html:true"
    # else the choice that the learner made for another file
    yield "#if matches:update current"
    yield "#guid column:1"
    yield "#notetype column:2"
    yield f"#deck:{_in_a_line(deck.name)}"
    # Anki reads as many columns as it finds names, or else as many as the first note has.
    yield "#columns:" + "\t".join(COLUMNS)


def _line(row: Row) -> str:
    """A note; a field past the end of its line stays as it is.

    The note type is told by its id, since learners may give it another name.
    """
    cells = (row.guid, str(notetypes.MODEL_IDS[row.notetype]), *row.fields[:-1])
    return "\t".join([_quoted(cell) for cell in cells])


def _quoted(cell: str) -> str:
    # also where nothing needs it: a line that begins with "#" would be taken for a comment
    return '"' + cell.replace('"', '""') + '"'


def _in_a_line(name: str) -> str:
    """A name as Anki keeps it: without the two control characters that a field may hold."""
    return html.clean(name).replace("\t", "").replace("\n", "")
