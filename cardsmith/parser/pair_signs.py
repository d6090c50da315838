"""The lines that begin or end a question or its answer, and how each of them is written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cardsmith.parser import titles

__all__ = ["Kind", "Line", "any_in", "is_letter", "is_option", "signed"]

_LEAD: Final = (
    r"(?P<lead>[ \t]*(?:>[ \t]?)*)(?P<hashes>#{1,6}[ \t]+)?(?P<bullet>(?:[-*+]|\d{1,3}[.)])[ \t]+)?"
)
_NAME: Final = (
    r"(?P<bold>\*\*|__|[*_])?(?P<word>Q|Question|A|Ans|Answer)(?:[ \t]*(?P<number>\d{1,4}))?"
)
# "**Q:** words", "**Q**: words", "**Q: words**"
_SIGN: Final = (
    r"(?P<closed>(?(bold)(?P=bold)|(?!)))?[ \t]*(?P<sign>[:：.)])(?!:)"
    r"(?P<after>(?(bold)(?P=bold)|(?!)))?[ \t]*"
)
_MARK: Final = re.compile(_LEAD + _NAME + _SIGN, re.IGNORECASE)
_QUICK: Final = re.compile(
    r"^[ \t>]*+(?:#{1,6}[ \t]++)?(?:(?:[-*+]|\d{1,3}[.)])[ \t]++)?[*_]{0,2}Q(?:uestion)?[ \t]*+"
    r"\d*+[*_]{0,2}[ \t]*+[:：.)]",
    re.IGNORECASE | re.MULTILINE,
)
_HEADING: Final = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(?P<title>.*)")
_RULE: Final = re.compile(r"[ ]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_FENCE: Final = re.compile(
    r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)"
)
_HOLE: Final = re.compile(r"\{\{c\d+::")
# "W: work", "B. Helium": one of a list of signs or of options
_LETTER: Final = re.compile(
    r"[ \t>]*(?:[-*+][ \t]+)?[*_$]{0,2}[^\W\d_](?:_?\w)?[*_$]{0,2}[ \t]*[:.)][*_]{0,2}(?:\s|$)"
)
_INDENT: Final = 3


class Kind(StrEnum):
    """What a line does to a question and its answer."""

    QUESTION = "question"
    ANSWER = "answer"
    END = "end"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that begins or ends something: the ``row``-th one, at ``start``.

    Its own words begin at ``content``; ``opening`` is the mark before the sign that they close.
    ``title`` is what it says as a heading.
    """

    kind: Kind
    row: int
    start: int
    content: int = 0
    word: str = ""
    sign: str = ""
    title: str = ""
    opening: tuple[str, int] = ("", 0)
    is_quoted: bool = False
    is_entry: bool = False


def any_in(text: str, start: int) -> bool:
    """Whether a text may hold pairs: one quick look."""
    return bool(_QUICK.search(text, start))


def signed(rows: Sequence[str]) -> Iterator[Line]:
    """The lines that count; what stands between fences does not."""
    fence, start = "", 0
    gaps = frozenset(_gaps(rows))
    for number, row in enumerate(rows):
        line = None if fence else _line(row, number, start)
        if line is None and not fence and number in gaps:
            line = Line(Kind.END, number, start)
        own = row[line.content - start :] if line and line.kind is not Kind.END else row
        opened = _FENCE.fullmatch(own)
        if fence:
            closes = opened and opened["fence"].startswith(fence) and not opened["info"].strip()
            fence = "" if closes else fence
        elif opened:
            fence = opened["fence"]
        if line:
            yield line
        start += len(row) + 1


def _gaps(rows: Sequence[str]) -> Iterator[int]:
    """The first lines of paragraphs with holes, which are cards of their own."""
    first = 0
    for number, row in enumerate(rows):
        if not row.strip():
            first = number + 1
        elif _HOLE.search(row) and not _FENCE.fullmatch(rows[first]):
            yield first


def _line(row: str, number: int, start: int) -> Line | None:
    match = _MARK.match(row)
    heading = _HEADING.fullmatch(row)
    title = titles.clean(heading["title"].rstrip(" \t#")) if heading else ""
    if match and _counts(row, match):
        is_open = bool(match["bold"]) and match["closed"] is None and match["after"] is None
        return Line(
            kind=Kind.QUESTION if match["word"][0] in "Qq" else Kind.ANSWER,
            row=number,
            start=start,
            content=start + match.end(),
            word=match["word"].casefold(),
            sign=match["sign"].replace("：", ":"),
            title=title,
            opening=(match["bold"], start + match.start("bold")) if is_open else ("", 0),
            is_quoted=">" in match["lead"],
            is_entry=bool(match["bullet"]),
        )
    if heading or _RULE.fullmatch(row):
        return Line(Kind.END, number, start, title=title)
    return None


def _counts(row: str, match: re.Match[str]) -> bool:
    """Whether a mark is one: no code, no "Q.E.D.", no option "A)"."""
    indent = match["lead"].expandtabs(4)
    if len(indent) > _INDENT and not (match["bullet"] or ">" in indent or match["word"][0] in "Aa"):
        return False
    spaced = match.end() == len(row) or row[match.end() - 1] in " \t*_"
    return match["sign"] in ":：" or (spaced and (match["sign"] == "." or bool(match["number"])))


def is_option(row: str) -> bool:
    """Whether a line begins with a letter of its own."""
    return bool(_LETTER.match(row))


def is_letter(row: str) -> bool:
    """Whether a line tells what a letter stands for, and is no question or answer."""
    return is_option(row) and not _MARK.match(row)
