"""Where a character of the decoded answer stands in the file."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final

from cardsmith.model import Span
from cardsmith.parser.escapes import Decoded

__all__ = ["Lines", "Places"]

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
class Places:
    """The way back from the decoded answer to the file.

    ``pieces`` pairs offsets in the raw answer with offsets in the file, both rising, where a
    verbatim piece starts in each.
    """

    lines: Lines
    raw: tuple[int, ...]
    file: tuple[int, ...]
    decoded: Decoded

    def span(self, offset: int) -> Span:
        """The place of the character at ``offset`` of the decoded answer."""
        raw = offset + self.decoded.skipped + bisect_left(self.decoded.shrunk, offset)
        piece = max(bisect_right(self.raw, raw) - 1, 0)
        return self.lines.span(self.file[piece] + raw - self.raw[piece])
