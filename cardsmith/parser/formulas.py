"""Where a formula begins and ends, and whether dollars mean money."""

import re
from enum import StrEnum
from typing import Final, NamedTuple

__all__ = ["Found", "Kind", "Stretch", "find", "opaque"]

# A formula's text may break lines but not hold an empty one (display formulas may).
_DOLLAR: Final = re.compile(r"\$((?:\\.|[^$\\\n]|\n(?![ \t]*\n))+)\$(?![\d$])", re.DOTALL)
_ROUND: Final = re.compile(r"\\\(((?:(?!\\[()]|\n[ \t]*\n).)+)\\\)", re.DOTALL)
_DOUBLE: Final = re.compile(r"\$\$((?:\\.|[^$\\]|\$(?!\$))+)\$\$", re.DOTALL)
_SQUARE: Final = re.compile(r"\\\[((?:(?!\\\]|\\\[).)+)\\\]", re.DOTALL)
_FORMS: Final = (("$$", _DOUBLE), ("$", _DOLLAR), ("\\(", _ROUND), ("\\[", _SQUARE))
_LIMIT: Final = 20_000

_TEXT: Final = re.compile(r"\\(?:text|mathrm|operatorname|textbf|textit|mbox)[a-z]*\*?\{[^{}]*\}")
_COMMAND: Final = re.compile(r"\\[A-Za-z]+")
_SIGN: Final = re.compile(r"[\\^_={}<>≤≥≠≈±×·∑∫√→∈]")
_WORD: Final = re.compile(r"(?<![A-Za-z])[A-Za-z]{3,}(?![A-Za-z(])")
_AMOUNT: Final = re.compile(r"\s?\d[\d,.]*")
_PROSE: Final = re.compile(
    r"(?<![\w\\])(?:and|as|at|by|for|from|in|is|of|on|or|per|the|to|vs)(?!\w)"
)
_WORDS: Final = 2
_SIGNED_WORDS: Final = 5

_OPAQUE: Final = re.compile(
    r"(?P<fence>^[ ]*(?P<mark>```+|~~~+)[^`\n]*\n(?:.*?\n)??[ ]*(?P=mark)[`~]*[ \t]*$)"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)"
    r"(?:[^`\n]|(?!(?P=ticks)(?!`))`|\n(?![ \t]*\n))+?(?P=ticks)(?!`))"
    r"|(?P<escape>\\[\\$`])"
    r"|(?P<math>\$\$?|\\\(|\\\[)",
    re.DOTALL | re.MULTILINE,
)


class Kind(StrEnum):
    """What Markdown does not look into."""

    CODE = "code"
    MATH = "math"


class Stretch(NamedTuple):
    """A part of a text that Markdown does not look into."""

    start: int
    end: int
    kind: Kind


class Found(NamedTuple):
    """A formula: its ``tex``, where it ends, and the signs that opened it."""

    tex: str
    end: int
    opening: str


def find(text: str, start: int) -> Found | None:
    """The formula that opens at ``start``, or None where the signs mean something else."""
    for opening, pattern in _FORMS:
        if text.startswith(opening, start):
            match = pattern.match(text, start, start + _LIMIT)
            if match and _is_formula(match[1], opening):
                return Found(match[1].strip(), match.end(), opening)
            if opening == "$$":
                return None
    return None


def _is_formula(tex: str, opening: str) -> bool:
    if opening in {"$$", "\\("} or not tex.strip():
        return bool(tex.strip())
    bare = _COMMAND.sub("", _TEXT.sub("", tex))
    words = len(_WORD.findall(bare))
    if _SIGN.search(tex):
        return words <= _SIGNED_WORDS or opening == "\\["
    if opening == "\\[":
        return words <= _WORDS
    if _PROSE.search(bare):
        return False
    if _AMOUNT.match(tex):
        return words == 0 and tex[0].isspace() == tex[-1].isspace()
    return words <= 1


def opaque(text: str) -> list[Stretch]:
    """The code and the formulas of a text, in order."""
    found: list[Stretch] = []
    at = 0
    while match := _OPAQUE.search(text, at):
        start, at = match.span()
        if match["math"]:
            formula = find(text, start)
            if formula:
                at = formula.end
                found.append(Stretch(start, at, Kind.MATH))
        elif not match["escape"]:
            found.append(Stretch(start, at, Kind.CODE))
    return found
