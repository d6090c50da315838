r"""The two characters ``\n`` read as a newline, unless they begin a LaTeX command.

``\nu`` is a newline and a ``u`` in prose and in code, a Greek letter in a formula: so code and
formulas are found first, in a shadow of the text that is as long as the text itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from cardsmith.parser.formulas import Kind, Stretch, opaque

__all__ = ["Decoded", "decode"]

# Closed on purpose: every other \n… in a formula is a newline before a letter.
_COMMANDS: Final = (
    "abla|atural|cong|earrow|e|eg|eq|equiv|ewcommand|ewline|exists|geq|geqq|geqslant|gtr|i|leftarrow"
    "|Leftarrow|Leftrightarrow|leftrightarrow|leq|leqq|leqslant|less|mid|obreak|olimits|onumber"
    "|ormalfont|ormalsize|ot|otag|otin|parallel|prec|preceq|rightarrow|Rightarrow|shortmid|sim"
    "|subseteq|succ|succeq|supseteq|triangleleft|triangleright|u|vdash|vDash|Vdash|VDash|warrow"
)
_COMMAND: Final = re.compile(rf"\\n(?:{_COMMANDS})(?![A-Za-z])")
_TAB_COMMAND: Final = re.compile(
    r"\\t(?:an|anh|au|ext[a-z]*|exttt|herefore|heta|ilde|imes|o|op|riangle|frac)(?![A-Za-z])"
)
_ESCAPE: Final = re.compile(r"\\[\\nt]")
# A field of a spreadsheet that was pasted with its quotation marks.
_CSV: Final = re.compile(r'"(?:[^"]|"")*"\s*')
_CSV_ESCAPE: Final = re.compile(r'\\[\\nt]|""')
_ROW: Final = re.compile(r"\\\\[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the offsets in it of the characters that were two in the source, sorted.

    ``skipped`` counts the characters of the source before the first of the text.
    """

    text: str
    shrunk: tuple[int, ...] = ()
    skipped: int = 0


def decode(raw: str) -> Decoded:
    r"""Text with its newlines (and, in code, its tabs) read from ``\n`` and ``\t``."""
    if raw[:1] == '"' and '""' in raw and _CSV.fullmatch(raw):
        return replace(_with_spans(raw.rstrip()[1:-1], _CSV_ESCAPE), skipped=1)
    if "\\" not in raw:
        return Decoded(raw)
    tabbed = "`" in raw and "\\t" in raw
    if tabbed or "\\\\n" in raw or _COMMAND.search(raw):
        return _with_spans(raw, _ESCAPE)
    lines = raw.split("\\n")
    ends = accumulate([len(line) + 1 for line in lines[:-1]])
    return Decoded("\n".join(lines), tuple([end - 1 for end in ends]))


def _with_spans(raw: str, escape: re.Pattern[str]) -> Decoded:
    pieces: list[str] = []
    shrunk: list[int] = []
    at = 0
    for start, character in _decisions(raw, escape):
        pieces += (raw[at:start], character)
        shrunk.append(start - len(shrunk))
        at = start + 2
    pieces.append(raw[at:])
    return Decoded("".join(pieces), tuple(shrunk))


def _decisions(raw: str, escape: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Where two characters of the source are one, and which."""

    def shade(match: re.Match[str]) -> str:
        if match[0] != "\\n" or _COMMAND.match(raw, match.start()):
            return match[0]
        return " \n"

    shadow = _ESCAPE.sub(shade, raw)
    stretches = iter([*opaque(shadow), Stretch(len(raw), len(raw), Kind.CODE)])
    stretch = next(stretches)
    for match in escape.finditer(raw):
        start = match.start()
        if match[0] == '""':
            yield start, '"'
            continue
        while stretch.end <= start:
            stretch = next(stretches)
        inside = stretch if stretch.start <= start else None
        character = _read(raw, start, inside, shadow)
        if character:
            yield start, character


def _read(raw: str, at: int, inside: Stretch | None, shadow: str) -> str:
    """The character that an escape stands for, "" where it stands for itself."""
    escape = raw[at + 1]
    if inside is None:
        return "\n" if escape == "n" else ""
    if inside.kind is Kind.CODE:
        return _in_code(raw, at)
    if escape != "n":
        return ""
    return "" if _COMMAND.match(raw, at) and _is_command(at, inside, shadow) else "\n"


def _in_code(raw: str, at: int) -> str:
    match raw[at + 1]:
        case "n":
            return "\n"
        case "t":
            return "" if _TAB_COMMAND.match(raw, at) else "\t"
        case _:
            # "\\n" in code is the author's own "\n"
            return "\\" if raw[at + 2 : at + 3] in {"n", "t"} else ""


def _is_command(at: int, inside: Stretch, shadow: str) -> bool:
    r"""Whether a doubtful ``\n`` in a formula is a command.

    Right after ``$$`` it is a newline if the closing ``$$`` stands on a line of its own, too;
    after the end of a row, if other rows end with a newline.
    """
    before = shadow[inside.start : at].rstrip(" ")
    if before in {"$$", "\\["}:
        return not shadow[inside.start : inside.end - 2].rstrip(" ").endswith("\n")
    if before.endswith("\\\\"):
        return not _ROW.search(shadow, inside.start, inside.end)
    return True
