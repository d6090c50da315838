"""Where an author's new line begins something new, and does not go on with the line before it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cardsmith.parser.abbreviations import WHOLE
from cardsmith.parser.inline import Kind, Piece

__all__ = ["anew"]

_BULLET: Final = re.compile(r"\s*[•◦▪‣●○■►➢✓✔]\s")
_LABELLED: Final = re.compile(r"\W*[^\W\d_][^:.!?]{0,40}:\s")
_CAPITAL: Final = re.compile(r"[\W_]*([^\W_])")
_OPEN: Final = re.compile(
    r"(?:[,;:.!?…(–—-]|\b(?:an?|and|as|at|by|der|die|das|für|for|from|in|is|mit|of|on|or|that|the"
    r"|to|und|von|with))\s*$"
)
_FORMULA: Final = re.compile(rf"\s*{WHOLE}x*\.?\s*")
_SHORT: Final = 50
_MANY: Final = 3


def anew(pieces: Sequence[Piece], shown: str) -> Sequence[int]:
    """The places in the shown text of a paragraph where such lines begin."""
    if not [1 for piece in pieces if piece.kind is Kind.SOFT or piece.kind is Kind.HARD]:
        return ()
    breaks = [(at, kind) for at, kind in _breaks(pieces) if at]
    edges = [0, *(at for at, _ in breaks), len(shown)]
    lines = [shown[low:high] for low, high in pairwise(edges)]
    listed = _is_listed(lines)
    return [
        at
        for (at, kind), (line, following) in zip(breaks, pairwise(lines), strict=True)
        if listed or _is_new(line, following, kind)
    ]


def _breaks(pieces: Sequence[Piece]) -> Iterator[tuple[int, Kind]]:
    """Where the source or the author begins a new line."""
    at = 0
    for piece in pieces:
        if piece.kind is Kind.SOFT or piece.kind is Kind.HARD:
            yield at, piece.kind
        at += len(piece.run.text)


def _is_new(line: str, following: str, kind: Kind) -> bool:
    ended = line.rstrip()
    if ended.endswith(":") or _BULLET.match(following):
        return True
    if not _is_capital(following) or ended.endswith((",", ";")):
        return False
    if kind is Kind.HARD or _FORMULA.fullmatch(line):
        return True
    return bool(_LABELLED.match(line) and _LABELLED.match(following))


def _is_listed(lines: Sequence[str]) -> bool:
    """Whether three or more lines are items: short ones without stops, a capital at each start."""
    return (
        len(lines) >= _MANY
        and all(_is_capital(line) for line in lines)
        and not any(len(line) > _SHORT or _OPEN.search(line) for line in lines[:-1])
    )


def _is_capital(line: str) -> bool:
    match = _CAPITAL.match(line)
    return bool(match and not match[1].islower())
