"""Pieces of a line into sentences, each with its place in the file."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, TypeAlias

import sentencex

from cardsmith.model import Code, Hole, Image, Math, Run, Sentence, Span, Text
from cardsmith.parser.inline import Kind, Piece

__all__ = ["Place", "sentences"]

Place: TypeAlias = Callable[[int], Span]

_ENDER: Final = re.compile(r"[.!?:。！？…]")
# What begins no sentence: a small letter, signs or digits alone, a reference, one bare word.
_FALSE_START: Final = re.compile(
    r"[\s\"'“‘(\[]*(?:[a-z](?![A-Z])|[\d\W]+$)|\s*\([^()]*\)[.;,]?\s*$|\s*\w+\s*$"
)
_BEFORE_NUMBER: Final = re.compile(
    r"\b(?:approx|ca|cap|ch|eq|eqn|fig|figs|no|nos|p|pat|pp|sec|vol|ver)\.\s+$", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"[\d\W]{1,8}")
_WINDOW: Final = 10_000
_LONG: Final = 20
# Words that the splitter takes for abbreviations wherever they stand.
_MISSED: Final = re.compile(r"(?:\bart|\bpH|/L)\.\s+(?=[A-Z][a-z]*\s)")
_BRACKET: Final = re.compile(r"[()\[\]“”]|\"")
_CLOSES: Final = {")": "(", "]": "[", "”": "“"}


def sentences(pieces: Sequence[Piece], place: Place) -> tuple[Sentence, ...]:
    """The sentences of a line; white space between them is left out."""
    if len(pieces) == 1 and type(pieces[0].run) is Text:
        return tuple(_plain(pieces[0], place))
    shown = "".join([_shown(piece) for piece in pieces])
    flat = "".join([piece.run.text for piece in pieces])
    cutter = _Cutter(pieces)
    return tuple(
        Sentence(cutter.runs(low, high), place(cutter.at(low)))
        for low, high in _trimmed(flat, _starts(shown, pieces))
    )


def _plain(piece: Piece, place: Place) -> Iterator[Sentence]:
    """The sentences of words without markup, which most lines are."""
    flat = piece.run.text
    for low, high in _trimmed(flat, _starts(flat, ())):
        yield Sentence((Text(flat[low:high]),), place(piece.at + low))


def _trimmed(flat: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where sentences start and end, the white space around them left out."""
    for start, end in pairwise([*starts, len(flat)]):
        text = flat[start:end]
        low, high = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        if low < high:
            yield low, high


def _shown(piece: Piece) -> str:
    """What the splitter sees: code and formulas look like one word with a capital letter."""
    if piece.kind is Kind.WHOLE or piece.kind is Kind.DISPLAY:
        length = len(piece.run.text)
        return "X" + "x" * (length - 1) if length else ""
    return piece.run.text


def _starts(shown: str, pieces: Sequence[Piece]) -> list[int]:
    """Where sentences start; a line that ends in a colon ends one, too."""
    starts = {0}
    if _ENDER.search(shown, 0, len(shown) - 1):
        guarded = _guarded(shown)
        starts.update(at for at in _split(shown) if not _inside(guarded, at))
    if len(pieces) > 1:
        starts.update(_after_colons(pieces))
    return sorted(starts)


def _split(shown: str) -> Iterator[int]:
    """Where the splitter starts a new sentence, and is not known to be wrong."""
    at = 0
    before = ""
    for part in _segments(shown):
        if at and (_is_plain(before, part) or _is_start(before, part)):
            yield at
        at += len(part)
        before = part
    if "art." in shown or "pH." in shown or "/L." in shown:
        for match in _MISSED.finditer(shown):
            yield match.end()


def _is_plain(before: str, part: str) -> bool:
    """Whether two parts are so long, and the second so begun, that nothing can be wrong."""
    return part[0].isupper() and len(part) > _LONG and len(before) > _LONG and " " in part[:_LONG]


def _segments(shown: str) -> Iterator[str]:
    """What the splitter gives; a text without end is cut first, since its time grows faster."""
    at = 0
    while len(shown) - at > _WINDOW:
        end = shown.rfind(". ", at, at + _WINDOW) + 2
        end = end if end > at + 1 else at + _WINDOW
        yield from sentencex.segment("en", shown[at:end])
        at = end
    yield from sentencex.segment("en", shown[at:] if at else shown)


def _is_start(before: str, part: str) -> bool:
    """Whether a part begins a sentence: no number stands before it, nor goes on with it."""
    if _FALSE_START.match(part) or _NUMBER.fullmatch(before):
        return False
    return not (part[0].isdigit() and _BEFORE_NUMBER.search(before))


def _after_colons(pieces: Sequence[Piece]) -> Iterator[int]:
    at = 0
    for before, piece in pairwise(pieces):
        at += len(before.run.text)
        if piece.kind in {Kind.SOFT, Kind.HARD} and before.run.text.rstrip().endswith(":"):
            yield at


def _guarded(shown: str) -> list[tuple[int, int]]:
    """Stretches between brackets or quotation marks that close."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(shown):
        sign = match[0]
        if sign == '"':
            sign = '"' if not any(mark == '"' for mark, _ in opened) else "close"
        opening = _CLOSES.get(sign, '"' if sign == "close" else "")
        if not opening:
            opened.append((sign, match.start()))
            continue
        while opened:
            mark, start = opened.pop()
            if mark == opening:
                found.append((start, match.start()))
                break
    return found


def _inside(guarded: Sequence[tuple[int, int]], at: int) -> bool:
    return any(start < at <= end for start, end in guarded)


class _Cutter:
    """Cuts pieces at offsets of their flat text, going forward only."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._starts: list[int] = []
        at = 0
        for piece in pieces:
            self._starts.append(at)
            at += len(piece.run.text)

    def at(self, offset: int) -> int:
        """The offset in the source of an offset in the flat text."""
        index = bisect_right(self._starts, offset) - 1
        piece = self._pieces[index]
        inside = offset - self._starts[index] if piece.kind is Kind.WORDS else 0
        return piece.at + inside

    def runs(self, low: int, high: int) -> tuple[Run, ...]:
        """The runs between two offsets; what is not to be cut stays whole."""
        found: list[Run] = []
        index = bisect_right(self._starts, low) - 1
        while index < len(self._pieces) and self._starts[index] < high:
            piece, start = self._pieces[index], self._starts[index]
            run = piece.run
            index += 1
            if piece.kind in {Kind.WORDS, Kind.SOFT, Kind.HARD}:
                text = run.text[max(low - start, 0) : high - start]
                if not text:
                    continue
                if found and type(found[-1]) is Text and type(run) is Text:
                    found[-1] = Text(found[-1].text + text)
                    continue
                run = _worded(run, text)
            found.append(run)
        return tuple(found)


def _worded(run: Run, text: str) -> Run:
    """The run with other words."""
    if text == run.text or isinstance(run, Code | Math | Image | Hole):
        return run
    return replace(run, text=text)
