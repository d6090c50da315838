"""The bold words that a line begins with, where they are its title."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from cardsmith.model import Math, Text
from cardsmith.parser.inline import Kind, Piece
from cardsmith.parser.signs import readable

__all__ = ["Label", "split", "told"]

# After the bold words: a remark in brackets, then a colon or a dash.
_COLON: Final = re.compile(r"\s*(\([^()]{1,80}\))?\s*(?:[:：]|[–—]|-+(?=\s)|→)\s*")
_AND: Final = re.compile(r"\s*(?:and|or|&|/|vs\.?|versus|,|\+)\s*")
_ENDS: Final = (":", "：", "–", "—", "?", "!")
_MARKS: Final = " \t:：–—-→"
_WORDS: Final = 14


class Label(NamedTuple):
    """The bold title of a line ("" where it has none), and what comes after it."""

    text: str
    rest: Sequence[Piece]
    has_line: bool = False  # the source goes on in a new line


def split(pieces: Sequence[Piece]) -> Label:
    """The label of a line, apart from the rest."""
    if not pieces or not pieces[0].is_bold:
        return Label("", pieces)
    count = _bold(pieces, 0)
    label = told(pieces[:count])
    if len(label.split()) > _WORDS:
        return Label("", pieces)
    rest = pieces[count:]
    if _stands_alone(label, rest):
        has_line = bool(rest) and rest[0].kind in {Kind.SOFT, Kind.HARD}
        return Label(_bare(label), _from(rest, _skip(rest)), has_line)
    end = _colon(rest)
    if not end:
        return Label("", pieces)
    remark = _flat(rest)[:end].rstrip(_MARKS)
    return Label(_bare(label + remark), _from(rest, end))


def _bold(pieces: Sequence[Piece], start: int) -> int:
    """How many pieces the bold words at the start take, with "and" between two bold groups."""
    count = start
    while count < len(pieces) and pieces[count].is_bold and pieces[count].kind is not Kind.DISPLAY:
        count += 1
    joined = count > start and count + 1 < len(pieces) and _AND.fullmatch(pieces[count].run.text)
    if joined and pieces[count + 1].is_bold:
        return _bold(pieces, count + 1)
    return count


def told(pieces: Sequence[Piece]) -> str:
    """Pieces as a title: their text on one line, formulas as far as they are signs."""
    texts = [
        readable(piece.run.text) if isinstance(piece.run, Math) else piece.run.text
        for piece in pieces
    ]
    return " ".join("".join(texts).split())


def _flat(pieces: Sequence[Piece]) -> str:
    return "".join([piece.run.text for piece in pieces])


def _bare(label: str) -> str:
    """The label without the signs that lead on from it; such signs alone stay."""
    return label.rstrip(_MARKS).lstrip() or label.strip()


def _stands_alone(label: str, rest: Sequence[Piece]) -> bool:
    if not rest or rest[0].kind in {Kind.SOFT, Kind.HARD, Kind.DISPLAY}:
        return True
    if label.rstrip().endswith(_ENDS):
        return True
    # "**Cells.** They divide": a title only if a sentence follows
    return label.rstrip().endswith(".") and rest[0].run.text.lstrip()[:1].isupper()


def _skip(rest: Sequence[Piece]) -> int:
    match = _COLON.match(_flat(rest[:2]))
    return match.end() if match and not match[1] else 0


def _colon(rest: Sequence[Piece]) -> int:
    match = _COLON.match(_flat(rest[:8]))
    return match.end() if match else 0


def _from(pieces: Sequence[Piece], offset: int) -> Sequence[Piece]:
    """The pieces after an offset of their flat text."""
    for index, piece in enumerate(pieces):
        length = len(piece.run.text)
        if offset < length:
            if not offset or piece.kind is not Kind.WORDS or type(piece.run) is not Text:
                return pieces[index:]
            tail = Piece(Text(piece.run.text[offset:]), piece.at + offset, piece.kind, piece.marks)
            return [tail, *pieces[index + 1 :]]
        offset -= length
    return []
