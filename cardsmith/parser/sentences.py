"""Pieces of a line into sentences, each with its place in the file.

``sentencex`` finds where sentences begin. It is asked for English in any language: its other rules
are shorter (in French "Dr." ends a sentence), and what English lacks is said in ``abbreviations``.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, TypeAlias

import sentencex

from cardsmith.model import Code, Hole, Image, Link, Math, Raised, Run, Sentence, Span, Text
from cardsmith.parser.abbreviations import ABBREVIATED, WHOLE, ends, goes_on, last
from cardsmith.parser.breaks import anew
from cardsmith.parser.enclosed import Stretch, enclosed, is_clear, outside
from cardsmith.parser.inline import Kind, Piece

__all__ = ["Place", "sentences"]

Place: TypeAlias = Callable[[int], Span]

_ENDER: Final = re.compile(r"[.!?…。！？｡؟۔।॥։;;]")
# Stops that the splitter does not know, or not before a number: of Japanese, of Greek questions.
_OTHER: Final = re.compile(
    r"(?<![。！？｡])[。！？｡]++(?:[）》〉】]*+|[」』”]++(?=[\s「『“]))\s*+(?=[^、，。）》〉】」』”’])"
    r"|[Ͱ-Ͽἀ-῿][;;][»”)]*+\s++(?=[«“(]*+(?P<greek>[Ͱ-Ͽἀ-῿]))"
)
_STOP: Final = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++)"
    r"(?P<close>(?:[\"'”’“»)\]*†¹²³⁰⁴-⁹]|\s»|\[\^?[\d,– -]{1,12}\])*+)\s++"
    r"(?=[\"'“‘«„(\[¿¡*]*+(?P<next>[^\W\d_]))"
)
_WINDOW: Final = 4_000
_LONG: Final = 20
_HEAD: Final = 60
_PART: Final = 300


def sentences(pieces: Sequence[Piece], place: Place) -> tuple[Sentence, ...]:
    """The sentences of a line; white space between them is left out."""
    if len(pieces) == 1 and type(pieces[0].run) is Text and not pieces[0].run.marked:
        # words without markup, which most lines are
        flat, at = pieces[0].run.text, pieces[0].at
        cut = _trimmed(flat, _starts(flat, ()))
        return tuple([Sentence((Text(text),), place(at + low)) for low, text in cut])
    cutter = _Cutter(pieces)
    cut = _trimmed(cutter.flat, _starts("".join(_shown(pieces)), pieces))
    return tuple(
        [Sentence(cutter.runs(low, low + len(text)), place(cutter.at(low))) for low, text in cut]
    )


def _trimmed(flat: str, starts: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Where sentences start, and their text without the white space around it."""
    for start, end in pairwise([*starts, len(flat)]):
        words = flat[start:end]
        text = words.strip()
        if text:
            yield start + (0 if words[0] == text[0] else words.index(text[0])), text


def _shown(pieces: Sequence[Piece]) -> Iterator[str]:
    """What the splitter sees: code and formulas are words with a capital, notes are no words."""
    before = ""
    for run, _, kind, _ in pieces:
        text = run.text
        if kind is Kind.WHOLE or kind is Kind.DISPLAY:
            text = _closed(run)
        elif type(run) is Raised and before.endswith((".", "?", "!")):
            text = "†" * len(text)
        before = text
        yield text


def _closed(run: Run) -> str:
    """One word in place of a formula, code or a picture; a formula may hold its full stop."""
    length = len(run.text)
    if length > 1 and run.text[-1] == "." and isinstance(run, Math | Hole):
        return f"{WHOLE:x<{length - 1}}."
    return f"{WHOLE:x<{length}}" if length else ""


def _starts(shown: str, pieces: Sequence[Piece]) -> Sequence[int]:
    """Where sentences start: at new lines that begin anew, after stops that end one."""
    lines = anew(pieces, shown) if len(pieces) > 1 else ()
    found = [0]
    for low, high in pairwise([0, *lines, len(shown)]):
        if low:
            found.append(low)
        line = shown[low:high] if lines else shown
        if ". " in line or _ENDER.search(line, 0, len(line) - 1):
            found.extend([low + at for at in _begun(line)])
    if len(found) > 1:
        links = tuple(_links(pieces)) if pieces else ()
        if links or not is_clear(shown, found):
            return [0, *outside(found[1:], enclosed(shown, links))]
    return found


def _links(pieces: Sequence[Piece]) -> Iterator[Stretch]:
    """What is never cut, though it is made of words: links and holes."""
    at = start = 0
    target = ""
    for piece in pieces:
        run, end = piece.run, at + len(piece.run.text)
        if isinstance(run, Link | Hole):
            aim = run.href if isinstance(run, Link) else run.term
            if aim != target:
                start, target = at, aim
            yield start, end - 1
        elif piece.kind is Kind.WORDS:
            target = ""
        at = end


def _begun(line: str) -> Sequence[int]:
    """Where sentences start behind the first.

    A line without end is looked at in parts, each from the last start that was found: the
    splitter's time grows faster than its text.
    """
    if len(line) <= _WINDOW:
        return _split(line)
    found: list[int] = []
    at = 0
    while at + _WINDOW < len(line):
        # what stands close to the end of a part is not yet told by what follows
        near = [start for start in _split(line[at : at + _WINDOW]) if start < _WINDOW - _PART]
        found.extend([at + start for start in near])
        at += near[-1] if near else _WINDOW
    return [*found, *[at + start for start in _split(line[at:])]]


def _split(text: str) -> Sequence[int]:
    """Where sentences start behind the first: the splitter's starts, some left out, some added."""
    found: list[int] = []
    wrong: list[int] = []
    at = 0
    before = ""
    for part in sentencex.segment("en", text):
        if not at:
            before = part
        elif _is_plain(before, part) or not goes_on(before, part):
            found.append(at)
            before = part
        else:
            wrong.append(at)
            before = before[-_HEAD:] + part
        at += len(part)
    stops = text.count(".") + text.count("?") + text.count("!")
    if stops > len(found) + text.endswith((".", "?", "!")):
        found.extend(_passed_over(text, {*found, *wrong}))
        found.sort()
    return found if text.isascii() else sorted({*found, *_others(text)})


def _is_plain(before: str, part: str) -> bool:
    """Whether two parts are so long, and the stop between them so plain, that nothing is wrong."""
    return (
        len(part) > _LONG
        and len(before) > _LONG
        and part[0].isupper()
        and before[-1] == " "
        and before[-2] in ".?!"
        and before[-4:-2].isalpha()
        and before[before.rfind(" ", 0, -1) + 1 : -1] not in ABBREVIATED
    )


def _passed_over(text: str, looked: set[int]) -> Iterator[int]:
    """Where sentences start though the splitter sees an abbreviation, or a bracket around it."""
    for match in _STOP.finditer(text):
        at = match.end()
        if at in looked or not _is_missed(text, match):
            continue
        if not goes_on(text[max(0, at - _HEAD) : at], text[at : at + _PART]):
            yield at


def _is_missed(text: str, match: re.Match[str]) -> bool:
    head = text[max(0, match.start() - _HEAD) : match.start()]
    rest = text[match.end() : match.end() + _HEAD]
    if not head or head[-1].isspace() or not match["next"].isupper():
        return False
    stop = match["stop"]
    alone = f"{last(head)[1]}{stop} "
    if stop == "…" or len(stop) > 1 or sentencex.segment("en", alone + rest)[0] == alone:
        return True
    return stop == "." and ends(head, match["close"], rest)


def _others(text: str) -> Iterator[int]:
    """Where sentences start after stops of which the splitter knows nothing, or too little."""
    for match in _OTHER.finditer(text):
        if not match["greek"] or match["greek"].isupper():
            yield match.end()


class _Cutter:
    """Cuts pieces at offsets of their flat text, going forward only."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.flat = "".join([piece.run.text for piece in pieces])
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
                if not text or (piece.kind is not Kind.WORDS and _is_spaced(found)):
                    continue
                last = found[-1] if found else None
                if type(last) is Text and type(run) is Text and last.marked == run.marked:
                    found[-1] = Text(last.text + text, run.marked)
                    continue
                run = _worded(run, text)
            found.append(run)
        return tuple(found)


def _is_spaced(runs: Sequence[Run]) -> bool:
    """Whether a new line needs no space, since one is there."""
    return bool(runs) and runs[-1].text.endswith(" ")


def _worded(run: Run, text: str) -> Run:
    """The run with other words."""
    if text == run.text or isinstance(run, Code | Math | Image | Hole):
        return run
    return replace(run, text=text)
