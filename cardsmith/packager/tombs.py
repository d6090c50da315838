"""Notes that are given up, as rows whose cards Anki finds under *Tools › Empty Cards*.

A package cannot take a note away. It can empty it: of a text without holes, or of a note with its
field ``Retired`` filled, Anki sees no card, and offers to delete those that are there.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from cardsmith.ledger import Tomb
from cardsmith.ledger.said import CLOZE, QUESTION, TERM
from cardsmith.packager import html, notetypes
from cardsmith.packager.rows import Row

__all__ = ["tombstone"]

# the note type, and its fields for what a note said
TYPES: Final[Mapping[str, tuple[str, tuple[str, ...], str]]] = {
    CLOZE: (notetypes.CLOZE, ("Text",), "Extra"),
    QUESTION: (notetypes.QA, ("Front",), "Back"),
    # the list of cards shows what is asked
    TERM: (notetypes.TERM, ("Term", "Ask"), "Definition"),
}


def tombstone(tomb: Tomb) -> Row:
    """The row that empties a note and still tells what it was.

    It brings no card, so a learner who never had the note, or has deleted it, is not asked a blank
    one.
    """
    notetype, fronts, back = TYPES[tomb.type]
    filled = {
        "ID": tomb.guid,
        "Retired": f"No longer in this deck since {_day(tomb.since)}",
        back: html.text(tomb.back),
        **dict.fromkeys(fronts, html.text(tomb.front)),
    }
    return Row(
        guid=tomb.guid,
        notetype=notetype,
        fields=tuple([filled.get(name, "") for name in notetypes.FIELDS[notetype]]),
        tags=(),
        due=0,
        ordinals=(),
    )


def _day(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
