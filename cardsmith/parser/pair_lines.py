"""Pairs out of the lines that begin a question and its answer, as texts to be read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from cardsmith.parser.pair_signs import Kind, Line, is_letter, is_option, signed

__all__ = ["Found", "Lines", "Pieces", "found"]

# texts, each with where it stands
Pieces: TypeAlias = tuple[tuple[str, int], ...]

_OPTION: Final = re.compile(r"[ \t>]*(?:[-*+][ \t]+)?[*_]{0,2}B[*_]{0,2}[:.)]", re.IGNORECASE)
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Lines:
    """A question and its answer, from ``start`` to ``end``, as texts to be read.

    ``at`` is where the words of the question begin, ``title`` the heading over it as written.
    """

    start: int
    end: int
    at: int
    question: Pieces
    answer: Pieces
    title: str


@dataclass(frozen=True, slots=True)
class Found:
    """The pairs of a text, and where questions stand that have no answer."""

    pairs: tuple[Lines, ...]
    unanswered: tuple[int, ...]


def found(text: str) -> Found:
    """The pairs of a text, in order."""
    rows = text.split("\n")
    lines = tuple(signed(rows))
    ends = [*[line.start for line in lines], len(text)]
    pairs: list[Lines] = []
    unanswered: list[Line] = []
    known = {":"}
    title = ""
    for at, line in enumerate(lines):
        answers = _answers(lines, at)
        is_legend = _is_legend(line, answers[0] if answers else line, rows)
        answer = None if is_legend else _answer(answers, rows)
        if answer:
            pairs.append(_pair(text, (line, answer), ends[_next(lines, at)], title))
            known.add(line.sign)
        elif line.title or line.kind is not Kind.QUESTION:
            title = line.title or title
        elif not is_legend:
            unanswered.append(line)
    return Found(tuple(pairs), tuple(line.content for line in unanswered if line.sign in known))


def _answers(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines that may answer a question."""
    question = lines[at]
    if question.kind is not Kind.QUESTION:
        return ()
    end = _next(lines, at)
    return [
        line
        for line in lines[at + 1 : end]
        if line.word != "a" or line.sign in {":", question.sign}
    ]


def _answer(answers: Sequence[Line], rows: Sequence[str]) -> Line | None:
    """The line that answers: not the first of some options."""
    first = answers[0] if answers else None
    if first and first.word == "a" and any(map(_OPTION.match, rows[first.row + 1 : first.row + 2])):
        return next((line for line in answers if line.word != "a"), None)
    return first


def _is_legend(question: Line, last: Line, rows: Sequence[str]) -> bool:
    """Whether "Q: heat" tells what a sign means: others beside it do the same."""
    words = rows[question.row].partition(question.sign)[2] if question.sign else "?"
    if "?" in words or len(words.split()) > _FEW:
        return False
    beside = [*rows[max(question.row - 1, 0) : last.row], *rows[last.row + 1 : last.row + 2]]
    return any(map(is_letter, beside))


def _next(lines: Sequence[Line], at: int) -> int:
    """Which line ends what begins in another one."""
    places = range(at + 1, len(lines))
    return next((each for each in places if lines[each].kind is not Kind.ANSWER), len(lines))


def _pair(text: str, pair: tuple[Line, Line], end: int, title: str) -> Lines:
    question, answer = pair
    return Lines(
        start=question.start,
        end=end,
        at=question.content,
        question=tuple(_pieces(text, question, answer.start)),
        answer=tuple(_pieces(text, answer, end)),
        title=title,
    )


_QUOTE: Final = re.compile(r"[ \t]*>[ \t]?")
# what would be a sign of Markdown at the start of a line, and is one of the words behind "A:"
_NUMBER: Final = re.compile(r"(\d+)([.)])[ \t]*")
_SIGN_FIRST: Final = re.compile(r">|#{1,6}(?=[ \t])")
_CODE: Final = 4


def _pieces(text: str, line: Line, end: int) -> Iterator[tuple[str, int]]:
    """The words behind a mark, and the lines under them without what they are set in by."""
    first = text.find("\n", line.content, end)
    stop = first if first >= 0 else end
    yield line.opening
    yield from _first(text[line.content : stop], line.content)
    rows = [*_under(text, stop, end, line)]
    inner = _indent([row for row, _ in rows], line)
    for row, at in rows:
        cut = min(inner, len(row) - len(row.lstrip(" \t")))
        # options stand in lines of their own
        yield "\n\n" if is_option(row) else "\n", at - 1
        yield row[cut:], at + cut


def _first(words: str, at: int) -> Iterator[tuple[str, int]]:
    number = _NUMBER.fullmatch(words)
    if number:
        yield from ((number[1], at), ("\\", at), (number[2], at + len(number[1])))
        return
    if _SIGN_FIRST.match(words):
        yield "\\", at
    yield words, at


def _under(text: str, start: int, end: int, line: Line) -> Iterator[tuple[str, int]]:
    at = start + 1
    for row in text[start:end].rstrip().split("\n")[1:]:
        mark = _QUOTE.match(row) if line.is_quoted else None
        cut = mark.end() if mark else 0
        yield row[cut:], at + cut
        at += len(row) + 1


def _indent(rows: Sequence[str], line: Line) -> int:
    """How far all lines are set in; outside of a list, so far is code."""
    margins = [row[: len(row) - len(row.lstrip(" \t"))] for row in rows if row.strip()]
    common = min((len(margin) for margin in margins), default=0)
    is_code = any("\t" in margin for margin in margins) or common >= _CODE
    return 0 if is_code and not line.is_entry else common
