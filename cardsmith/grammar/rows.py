"""The row of groups that clauses are read from, and the pieces that it is read into."""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from cardsmith.grammar.reading import ClauseKind, PartKind

__all__ = ["NOUN", "NOUN_OF", "Found", "Piece", "Row", "matched"]

# A noun with its prepositional groups, as it stands in a list; and with those of "of" alone.
NOUN: Final = "[NP](?:[po]N){0,6}"
NOUN_OF: Final = "[NP](?:oN){0,4}"


class Piece(NamedTuple):
    """A ``Part`` counted in groups instead of words."""

    start: int
    end: int
    kind: PartKind
    core: int
    items: tuple[tuple[int, int], ...] = ()

    def begun(self, start: int) -> "Piece":
        """The same piece from another start."""
        return Piece(start, self.end, self.kind, self.core, self.items)

    def ended(self, end: int) -> "Piece":
        """The same piece with more hanging on it."""
        return Piece(self.start, end, self.kind, self.core, self.items)


class Found(NamedTuple):
    """A clause counted in groups; ``opener`` is -1 where it has none."""

    kind: ClauseKind
    start: int
    end: int
    opener: int
    lead: tuple[Piece, ...]
    subject: Piece
    verb: int
    parts: tuple[Piece, ...]


@dataclass(slots=True)
class Row:
    """The letters of the groups (``chunks.Chunks``) and the small first word of each.

    The one value in this room that changes: ``inner`` collects the clauses inside others, and
    ``lost`` is set by whoever meets a group that fits no rule, so that all readers stop.
    """

    kinds: str
    first: tuple[str, ...]
    inner: list[Found]
    lost: bool = False

    def comes(self, pattern: re.Pattern[str], at: int) -> bool:
        """Whether a pattern matches from a place on."""
        return pattern.match(self.kinds, at) is not None

    def kind(self, at: int) -> str:
        """The letter at a place, a full stop behind the end."""
        return self.kinds[at] if at < len(self.kinds) else "."

    def until(self, end: int) -> "Row":
        """The row without what stands behind ``end``."""
        return Row(self.kinds[:end], self.first, self.inner)


def matched(pattern: re.Pattern[str], row: Row, at: int) -> int:
    """The end of a match, or ``at`` where there is none."""
    match = pattern.match(row.kinds, at)
    return at if match is None else match.end()
