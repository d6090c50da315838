"""Where a formula begins and ends, and whether dollars mean money."""

import re
from enum import StrEnum
from typing import Final, NamedTuple

__all__ = ["DISPLAYED", "Found", "Kind", "Stretch", "find", "opaque"]

# A formula's text may break lines but not hold an empty one (display formulas may).
_DOLLAR: Final = re.compile(r"\$((?:\\.|[^$\\\n]|\n(?![ \t]*\n))+)\$(?![\d$])", re.DOTALL)
_ROUND: Final = re.compile(r"\\\(((?:(?!\\[()]|\n[ \t]*\n).)+)\\\)", re.DOTALL)
_DOUBLE: Final = re.compile(r"\$\$((?:\\.|[^$\\]|\$(?!\$))+)\$\$", re.DOTALL)
_SQUARE: Final = re.compile(r"\\\[((?:(?!\\\]|\\\[).)+)\\\]", re.DOTALL)
# An environment of mathematics needs no delimiters around it.
_ENVIRONMENT: Final = re.compile(
    r"(\\begin\{((?:align(?:ed|at|edat)?|array|d?cases|displaymath|eqnarray|equation|flalign"
    r"|gather(?:ed)?|multline|split|[bBpvV]?(?:small)?matrix)\*?)\}.*?\\end\{\2\})",
    re.DOTALL,
)
_BEGIN: Final = "\\begin{"
_FORMS: Final = (
    ("$$", _DOUBLE),
    ("$", _DOLLAR),
    ("\\(", _ROUND),
    ("\\[", _SQUARE),
    (_BEGIN, _ENVIRONMENT),
)
# Openings of formulas that stand on lines of their own.
DISPLAYED: Final = frozenset({"$$", "\\[", _BEGIN})
_LIMIT: Final = 20_000
_NAME: Final = 30

_TEXT: Final = re.compile(r"\\(?:text|mathrm|operatorname|textbf|textit|mbox)[a-z]*\*?\{[^{}]*\}")
_COMMAND: Final = re.compile(r"\\[A-Za-z]+")
_SIGN: Final = re.compile(r"[\\^_={}<>≤≥≠≈±×·∑∫√→∈]")
_WORD: Final = re.compile(r"(?<![A-Za-z])[A-Za-z]{3,}(?![A-Za-z(])")
_AMOUNT: Final = re.compile(r"\s?\d[\d,.]*")
_PROSE: Final = re.compile(
    r"(?<![\w\\])(?:and|as|at|by|for|from|in|is|of|on|or|per|the|to|vs)(?!\w)"
)
_AFTER_AMOUNT: Final = re.compile(r"[\s,.;:)]|\Z")
_OPEN_ENDS: Final = " \t\n/,;:(="
_SIGNED_WORDS: Final = 5

_CODE: Final = (
    r"(?<!`)(?P<ticks>`+)(?!`)(?:[^`\n]|(?!(?P=ticks)(?!`))`|\n(?![ \t]*\n))+?(?P=ticks)(?!`)"
)
_SPAN: Final = re.compile(_CODE)
_OPAQUE: Final = re.compile(
    r"(?P<fence>^[ ]*(?P<mark>```++|~~~++)[^`\n]*\n)"
    rf"|(?P<code>{_CODE})"
    r"|(?P<escape>\\[\\$`])"
    r"|(?P<math>\$\$?|\\\(|\\\[|\\begin\{)",
    re.MULTILINE,
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
            match = pattern.match(text, start, _latest(text, start, opening))
            if match and _is_formula(match[1], opening) and not _is_money(match, opening):
                return Found(match[1].strip(), match.end(), opening)
            if opening == "$$":
                return None
    return None


def _latest(text: str, start: int, opening: str) -> int:
    """Where a formula ends at the latest; an environment without end is not searched for it."""
    if opening != _BEGIN:
        return start + _LIMIT
    name = text[start + len(_BEGIN) : text.find("}", start, start + _NAME) + 1]
    ending = f"\\end{{{name}"
    end = text.find(ending, start, start + _LIMIT) if name else -1
    return end + len(ending) if end >= 0 else start


def _is_formula(tex: str, opening: str) -> bool:
    if opening in {"$$", _BEGIN} or not tex.strip():
        return bool(tex.strip())
    bare = _COMMAND.sub("", _TEXT.sub("", tex))
    words = len(_WORD.findall(bare))
    is_amount = bool(_AMOUNT.match(tex))
    if _SIGN.search(tex):
        is_price = is_amount and _PROSE.search(bare)
        return opening != "$" or (words <= _SIGNED_WORDS and not is_price)
    if _PROSE.search(bare):
        return False
    if opening != "$":
        # "\[sic]" is how some write a bracket that is no link
        return words <= int(opening == "\\(")
    return words <= int(not is_amount) and tex[0].isspace() == tex[-1].isspace()


def _is_money(match: re.Match[str], opening: str) -> bool:
    """Whether the dollars are those of "5$ or 6$", or of "$a = $b", which is code."""
    if opening != "$":
        return False
    text, start, end = match.string, match.start(), match.end()
    if text[start - 1 : start].isdigit() and _AFTER_AMOUNT.match(text, start + 1):
        return True
    return text[end - 2] in _OPEN_ENDS and text[end : end + 1].isalnum()


def opaque(text: str) -> list[Stretch]:
    """The code and the formulas of a text, in order."""
    found: list[Stretch] = []
    fences = _Fences(text)
    at = 0
    while match := _OPAQUE.search(text, at):
        start, at = match.span()
        if match["math"]:
            formula = find(text, start)
            if formula:
                at = formula.end
                found.append(Stretch(start, at, Kind.MATH))
        elif match["mark"]:
            start, at = fences.stretch(match)
            if start < at:
                found.append(Stretch(start, at, Kind.CODE))
        elif not match["escape"]:
            found.append(Stretch(start, at, Kind.CODE))
    return found


class _Fences:
    """Where fences end; what ends none is looked for once, however many are opened."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._endless: dict[str, int] = {}

    def stretch(self, opening: re.Match[str]) -> tuple[int, int]:
        """The code from a fence to the one that ends it, or the code span that it is else."""
        mark = opening["mark"]
        end = self._end(mark, opening.end())
        if end >= 0:
            return opening.start(), end
        span = _SPAN.match(self._text, opening.start("mark"))
        return span.span() if span else (opening.end("mark"), opening.end("mark"))

    def _end(self, mark: str, at: int) -> int:
        shortest = self._endless.get(mark[0])
        if shortest is not None and len(mark) >= shortest:
            return -1
        closing = re.compile(rf"^[ ]*{mark}[`~]*[ \t]*$", re.MULTILINE).search(self._text, at)
        if closing is None:
            self._endless[mark[0]] = len(mark)
            return -1
        return closing.end()
