r"""What a ``\n`` or a ``\t`` of two characters stands for, by what it stands in.

``\nu`` is a newline and a ``u`` in prose and in code, a Greek letter in a formula: so code and
formulas are found first, in a shadow of the text that is as long as the text itself.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from cardsmith.parser.formulas import Kind, Stretch, opaque

__all__ = ["COMMAND", "Escape", "escapes"]

# Closed on purpose: every other \n… in a formula is a newline before a letter.
_COMMANDS: Final = (
    "abla|approx|asymp|atural|cong|earrow|e|eg|egmedspace|egthickspace|egthinspace|eq"
    "|equiv|ewcommand|ewline|exists|geq|geqq|geqslant|gtr|gtrsim|i|leftarrow|Leftarrow"
    "|Leftrightarrow|leftrightarrow|leq|leqq|leqslant|less|lesssim|mid|obreak|obreakspace|oindent"
    "|olimits|onumber|opagebreak|ormalfont|ormalsize|ot|otag|otin|otni|parallel|prec|preceq"
    "|rightarrow|Rightarrow|shortmid|shortparallel|sim|simeq|subset|subseteq|subseteqq|succ|succeq"
    "|supset|supseteq|supseteqq|triangleleft|trianglelefteq|triangleright|trianglerighteq|u|vdash"
    "|vDash|Vdash|VDash|warrow"
)
# the look ahead is for speed: most newlines stand before no letter
COMMAND: Final = re.compile(rf"\\n(?=[a-zA-Z])(?:{_COMMANDS})(?![A-Za-z])")
# No word begins so: outside of formulas, too, these are no newlines.
_BARE: Final = re.compile(r"\\n(?:abla|eq(?=\s)|geq|leq|otin|subseteq|supseteq)(?![A-Za-z])")
_TAB_COMMAND: Final = re.compile(
    r"\\t(?:ag|an|anh|au|binom|ext[a-z]*|frac|h(?:erefore|eta|ickspace|inspace)|ilde|imes|o|op"
    r"|riangle[a-z]*|woheadrightarrow)(?![A-Za-z])"
)
_ROW: Final = re.compile(r"\\\\[ \t]*\n|\n[ \t]*\\end\{")
_ROW_START: Final = re.compile(r"(?:\\\\|\\begin\{[a-zA-Z*]+\}(?:\{[^{}]*\})?)\Z")
_LINE_START: Final = re.compile(r"\\n(?:\\t)*\Z")
_FENCE: Final = re.compile(r"[ \t]*(?:```|~~~)")
# A string ends before another line does, and no letter follows.
_STRING_END: Final = re.compile(r'(?:[^"\\\n]|\\(?!n\s)[^\n])*"(?!\w)')
_NEAR: Final = 80
_LONG: Final = 500


class Escape(NamedTuple):
    """Where several characters of the source are one, how many, which, and in what they stand."""

    start: int
    length: int
    character: str
    inside: Kind | None = None


def escapes(raw: str, pattern: re.Pattern[str]) -> Iterator[Escape]:
    """The escapes of a text that stand for a character, in order."""
    return _Reader(raw, pattern).found()


class _Reader:
    """Reads a text once, front to back."""

    def __init__(self, raw: str, pattern: re.Pattern[str]) -> None:
        self._raw, self._pattern = raw, pattern
        self._shadow = pattern.sub(self._shade, raw)
        self._line = 0
        self._rows: dict[int, bool] = {}

    def _shade(self, match: re.Match[str]) -> str:
        if match[0][-1] != "n" or COMMAND.match(self._raw, match.start()):
            return match[0]
        return "\n".rjust(len(match[0]))

    def found(self) -> Iterator[Escape]:
        end = len(self._raw)
        stretches = iter([*opaque(self._shadow), Stretch(end, end, Kind.CODE)])
        stretch = next(stretches)
        for match in self._pattern.finditer(self._raw):
            start = match.start()
            while stretch.end <= start:
                stretch = next(stretches)
            inside = stretch if stretch.start <= start else None
            character = self._read(match, inside)
            if character == "\n":
                self._line = match.end()
            if character:
                yield Escape(start, len(match[0]), character, inside.kind if inside else None)

    def _read(self, match: re.Match[str], inside: Stretch | None) -> str:
        """The character that an escape stands for, "" where it stands for itself."""
        escape = match[0]
        if escape == '""':
            return '"'
        if inside and inside.kind is Kind.CODE:
            return self._in_code(match, inside)
        if escape == "\\r\\n":
            return "\n"
        if inside is None:
            return self._in_prose(match)
        if escape != "\\n":
            return ""
        is_doubtful = COMMAND.match(self._raw, match.start())
        return "" if is_doubtful and self._is_command(match.start(), inside) else "\n"

    def _in_prose(self, match: re.Match[str]) -> str:
        at = match.start()
        match match[0]:
            case "\\n":
                return "" if _BARE.match(self._raw, at) else "\n"
            case "\\t" if self._begins_line(at) and not _TAB_COMMAND.match(self._raw, at):
                return "\t"
            case _:
                return ""

    def _in_code(self, match: re.Match[str], inside: Stretch) -> str:
        at, end = match.span()
        match match[0]:
            case "\\n" | "\\r\\n":
                before = self._raw[max(self._line, inside.start, at - _LONG) : at]
                after = self._raw[end : end + _NEAR]
                has_lines = _FENCE.match(self._raw, inside.start)
                is_authors = _ends_string if has_lines else _parts_no_words
                return "" if is_authors(before, after) else "\n"
            case "\\t":
                is_tab = self._begins_line(at) or not _TAB_COMMAND.match(self._raw, at)
                return "\t" if is_tab else ""
            case _:
                # "\\n" in code is the author's own "\n"
                return "\\" if self._raw[end : end + 1] in {"n", "t"} else ""

    def _begins_line(self, at: int) -> bool:
        """Whether nothing but tabs stands before a place in its line."""
        return bool(_LINE_START.search(self._raw[max(at - _NEAR, 0) : at]))

    def _is_command(self, at: int, inside: Stretch) -> bool:
        r"""Whether a doubtful ``\n`` in a formula is a command.

        Right after ``$$`` it is a newline if the closing ``$$`` stands on a line of its own, too;
        at the start of a row, if other rows end with a newline.
        """
        before = self._shadow[max(at - _NEAR, inside.start) : at].rstrip(" ")
        if before in {"$$", "\\["}:
            return not self._shadow[inside.start : inside.end - 2].rstrip(" ").endswith("\n")
        return not (_ROW_START.search(before) and self._has_lines(inside))

    def _has_lines(self, inside: Stretch) -> bool:
        """Whether a row of a formula ends with a newline."""
        if inside.start not in self._rows:
            row = _ROW.search(self._shadow, inside.start, inside.end)
            self._rows[inside.start] = bool(row)
        return self._rows[inside.start]


def _ends_string(before: str, after: str) -> bool:
    r"""Whether a ``\n`` in lines of code stands in a string, where its author wrote it."""
    if before.endswith("'") and after.startswith("'"):
        return True
    return before.replace('"""', "").count('"') % 2 == 1 and bool(_STRING_END.match(after))


def _parts_no_words(before: str, after: str) -> bool:
    r"""Whether a ``\n`` in code inside a line is no place where that line was wrapped."""
    return not (before[-1:].isalnum() and after[:1].isalnum())
