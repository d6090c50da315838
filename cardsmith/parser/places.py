"""Where a character of the decoded answer stands in the file."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from cardsmith.model import Span
from cardsmith.parser.escapes import Decoded

__all__ = ["Lines", "Moved", "Places"]

_BREAK: Final = re.compile("\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file: where each starts, counted in characters."""

    path: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, path: str, text: str) -> "Lines":
        """The lines of a text whose line ends are newlines only."""
        return cls(path, (0, *[match.end() for match in _BREAK.finditer(text)]))

    def span(self, offset: int) -> Span:
        """The place of the character at ``offset``."""
        line = bisect_right(self.starts, offset)
        return Span(self.path, line, offset - self.starts[line - 1] + 1)


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the pieces of a text start, and where they stood in the text it was made from."""

    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """The offset in the older text."""
        piece = max(bisect_right(self.starts, offset) - 1, 0)
        return self.origins[piece] + offset - self.starts[piece]


@dataclass(frozen=True, slots=True)
class Places:
    """The way back from the text of an answer to the file.

    ``raw`` pairs offsets in the raw answer with offsets in the ``file``, both rising, where a
    verbatim piece starts in each. ``moves`` are what became of the decoded answer, in their order.
    """

    lines: Lines
    raw: tuple[int, ...]
    file: tuple[int, ...]
    decoded: Decoded
    moves: tuple[Moved, ...] = ()

    def moved(self, pieces: Iterable[tuple[int, int]]) -> "Places":
        """The way back from a text made of pieces of this one: where each starts and stood."""
        starts, origins = zip(*pieces, strict=True)
        return replace(self, moves=(*self.moves, Moved(starts, origins)))

    def span(self, offset: int) -> Span:
        """The place of the character at ``offset`` of the text."""
        if self.moves:
            for move in reversed(self.moves):
                offset = move.origin(offset)
        raw = offset + self.decoded.skipped + bisect_left(self.decoded.shrunk, offset)
        piece = max(bisect_right(self.raw, raw) - 1, 0)
        return self.lines.span(self.file[piece] + raw - self.raw[piece])
