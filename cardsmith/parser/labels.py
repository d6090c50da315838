"""The bold words that a line begins with, where they are its title."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple, TypeAlias

from cardsmith.model import (
    Code,
    Emphasis,
    Hole,
    Image,
    Link,
    Lower,
    Math,
    Raised,
    Strong,
    Text,
)
from cardsmith.parser.inline import Kind, Piece
from cardsmith.parser.signs import readable

__all__ = ["Label", "split", "told"]

# After the bold words: a remark in brackets, then a colon or a dash.
_COLON: Final = re.compile(r"\s*+(\([^()]{1,80}\))?\s*+(?:[:：]|[–—]|-+(?=\s)|→)\s*")
_SPELLED: Final = re.compile(r"[a-z][^:：.;]{0,60}[:：]\s+")
_AND: Final = re.compile(r"\s*(?:and|or|&|/|vs\.?|versus|,|\+)\s*")
_ENDS: Final = (":", "：", "–", "—", "?", "!")
_MARKS: Final = " \t:：–—-→"
_WORDS: Final = 14


_Worded: TypeAlias = Text | Strong | Emphasis | Raised | Lower | Link


class Label(NamedTuple):
    """The bold title of a line ("" where it has none), and what comes after it."""

    text: str
    rest: Sequence[Piece]
    has_line: bool = False  # the source goes on in a new line


def split(pieces: Sequence[Piece]) -> Label:
    """The label of a line, apart from the rest."""
    if not pieces or not pieces[0].is_bold:
        return Label("", pieces)
    count = _bold(pieces)
    label = told(pieces[:count])
    if len(label.split()) > _WORDS:
        return Label("", pieces)
    rest = pieces[count:]
    if _stands_alone(label, rest):
        has_line = bool(rest) and rest[0].kind in {Kind.SOFT, Kind.HARD}
        return Label(_bare(label), _cut(rest, _skip(rest))[1], has_line)
    end = _spelled(label, rest) or _colon(rest)
    remark, after = _cut(rest, end)
    if not end or after is rest:
        return Label("", pieces)
    return Label(_bare(told([*pieces[:count], *remark])), after)


def _spelled(label: str, rest: Sequence[Piece]) -> int:
    """Where a title ends whose first letter alone is bold: "**S**etting: …" spells a word."""
    match = _SPELLED.match(_flat(rest[:1])) if len(label) == 1 and label.isupper() else None
    return match.end() if match else 0


def _bold(pieces: Sequence[Piece]) -> int:
    """How many pieces the bold words at the start take, with "and" between two bold groups."""
    count, joined = 0, True
    while joined:
        start = count
        while count < len(pieces) and _is_bold_word(pieces[count]):
            count += 1
        joined = start < count < len(pieces) - 1 and _joins(pieces[count], pieces[count + 1])
        count += joined
    return count


def _is_bold_word(piece: Piece) -> bool:
    return piece.is_bold and piece.kind is not Kind.DISPLAY


def _joins(piece: Piece, after: Piece) -> bool:
    return after.is_bold and _AND.fullmatch(piece.run.text) is not None


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


def _cut(pieces: Sequence[Piece], offset: int) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """The pieces before an offset of their flat text, and those after it.

    Where it would tear code or a formula, ``pieces`` as they are are after it.
    """
    for index, piece in enumerate(pieces):
        length = len(piece.run.text)
        if offset < length:
            if not offset:
                return pieces[:index], pieces[index:]
            if isinstance(piece.run, Code | Math | Image | Hole):
                return [], pieces
            head, tail = piece.run.text[:offset], piece.run.text[offset:]
            before = piece._replace(run=_worded(piece.run, head))
            after = piece._replace(run=_worded(piece.run, tail), at=piece.at + offset)
            return [*pieces[:index], before], [after, *pieces[index + 1 :]]
        offset -= length
    return pieces, []


def _worded(run: _Worded, text: str) -> _Worded:
    # the plain words that most runs are need no general way to change them
    return Text(text, run.marked) if type(run) is Text else replace(run, text=text)
