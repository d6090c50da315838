r"""The two characters ``\n`` read as a newline, unless they begin a LaTeX command.

``\nu`` is a newline and a ``u`` in prose and in code, a Greek letter in a formula: so code and
formulas are found first, in a shadow of the text that is as long as the text itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final, NamedTuple

from cardsmith.parser.formulas import Kind, Stretch, opaque

__all__ = ["Decoded", "decode"]

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
_COMMAND: Final = re.compile(rf"\\n(?=[a-zA-Z])(?:{_COMMANDS})(?![A-Za-z])")
# No word begins so: outside of formulas, too, these are no newlines.
_BARE: Final = re.compile(r"\\n(?:abla|eq(?=\s)|geq|leq|otin|subseteq|supseteq)(?![A-Za-z])")
_TAB_COMMAND: Final = re.compile(
    r"\\t(?:ag|an|anh|au|binom|ext[a-z]*|frac|h(?:erefore|eta|ickspace|inspace)|ilde|imes|o|op"
    r"|riangle[a-z]*|woheadrightarrow)(?![A-Za-z])"
)
_ESCAPE: Final = re.compile(r"\\r\\n|\\[\\nt]")
# A field of a spreadsheet that was pasted with its quotation marks.
_CSV: Final = re.compile(r'"(?:[^"]|"")*"\s*')
_CSV_ESCAPE: Final = re.compile(r'\\r\\n|\\[\\nt]|""')
_SEVERAL: Final = re.compile(r'""|\\n|[.!?] ')
# Every backslash of a text written twice, newlines among them.
_TWICE: Final = re.compile(
    r"\\\\n(?=\\\\n|\s*(?:[-*+>|]|#{1,6}|\d{1,3}[.)])\s)|(?<=[.!?:])\\\\n(?=[A-Z*])"
)
_ONCE: Final = re.compile(r"(?<!\\)(?:\\\\)*\\(?!\\)")
_PAIR: Final = re.compile(r"\\\\")
_ROW: Final = re.compile(r"\\\\[ \t]*\n|\n[ \t]*\\end\{")
_ROW_START: Final = re.compile(r"(?:\\\\|\\begin\{[a-zA-Z*]+\}(?:\{[^{}]*\})?)\Z")
_NEAR: Final = 80
_LONG: Final = 500
_FENCE: Final = re.compile(r"[ \t]*(?:```|~~~)")
# A string ends before another line does, and no letter follows.
_STRING_END: Final = re.compile(r'(?:[^"\\\n]|\\(?!n\s)[^\n])*"(?!\w)')
# A newline among real ones: two in a row, before a sign of Markdown, or between sentences.
_STRAY: Final = re.compile(
    r"(?:\\r)?\\n(?=(?:\\r)?\\n|[ \t]*(?:[-*+>|]|#{1,6}|\d{1,3}[.)])[ \t]|\s*\Z)"
    r"|(?<=\\n)\\n|(?<=[.!?:;)*])(?:\\r)?\\n(?=[A-Z*])"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the offsets in it of the characters that were several in the source, sorted.

    An offset stands there once for each character that it is short of. ``skipped`` counts the
    characters of the source before the first of the text.
    """

    text: str
    shrunk: tuple[int, ...] = ()
    skipped: int = 0


class _Escape(NamedTuple):
    """Where several characters of the source are one, how many, which, and in what they stand."""

    start: int
    length: int
    character: str
    inside: Kind | None = None


def decode(raw: str) -> Decoded:
    r"""Text with its newlines (and its tabs) read from ``\n`` and ``\t``.

    Where newlines are real ones, and more than those, only what cannot be meant is read.
    """
    if raw[:1] == '"' and _CSV.fullmatch(raw) and _SEVERAL.search(raw):
        inner = raw.rstrip()[1:-1]
        return replace(_joined(inner, [*_escapes(inner, _CSV_ESCAPE)]), skipped=1)
    if "\\" not in raw:
        return Decoded(raw)
    if "\\\\n" in raw and _TWICE.search(raw) and not _ONCE.search(raw):
        return _twice(raw)
    if "\n" in raw and "\n" in raw.strip():
        return _joined(raw, _strays(raw, [*_escapes(raw, _ESCAPE)]))
    special = ("`", "\\n\\t", "\\\\n", "\\r\\n")
    if any(sign in raw for sign in special) or _COMMAND.search(raw):
        return _joined(raw, [*_escapes(raw, _ESCAPE)])
    lines = raw.split("\\n")
    ends = accumulate([len(line) + 1 for line in lines[:-1]])
    return Decoded("\n".join(lines), tuple([end - 1 for end in ends]))


def _joined(raw: str, escapes: Sequence[_Escape]) -> Decoded:
    pieces: list[str] = []
    shrunk: list[int] = []
    at = 0
    for escape in escapes:
        pieces += (raw[at : escape.start], escape.character)
        shrunk += [escape.start - len(shrunk)] * (escape.length - 1)
        at = escape.start + escape.length
    pieces.append(raw[at:])
    return Decoded("".join(pieces), tuple(shrunk))


def _twice(raw: str) -> Decoded:
    """A text read that was written with every backslash twice."""
    halves = [_Escape(match.start(), 2, "\\") for match in _PAIR.finditer(raw)]
    half = _joined(raw, halves)
    whole = decode(half.text)
    shrunk = [*whole.shrunk]
    starts = [offset + index for index, offset in enumerate(whole.shrunk)]
    before = 0
    for offset in half.shrunk:
        while before < len(starts) and starts[before] < offset:
            before += 1
        shrunk.append(offset - before)
    return Decoded(whole.text, tuple(sorted(shrunk)))


def _strays(raw: str, escapes: Sequence[_Escape]) -> Sequence[_Escape]:
    """All escapes of a text with real newlines, too; or those alone that must be newlines."""
    sure = [
        escape
        for escape in escapes
        if escape.inside is None and escape.character == "\n" and _STRAY.match(raw, escape.start)
    ]
    return escapes if len(sure) > raw.strip().count("\n") else sure


def _escapes(raw: str, pattern: re.Pattern[str]) -> Iterator[_Escape]:
    """The escapes of a text, in order."""

    def shade(match: re.Match[str]) -> str:
        if match[0][-1] != "n" or _COMMAND.match(raw, match.start()):
            return match[0]
        return "\n".rjust(len(match[0]))

    shadow = pattern.sub(shade, raw)
    stretches = iter([*opaque(shadow), Stretch(len(raw), len(raw), Kind.CODE)])
    stretch = next(stretches)
    line = 0
    for match in pattern.finditer(raw):
        start = match.start()
        if match[0] == '""':
            yield _Escape(start, 2, '"')
            continue
        while stretch.end <= start:
            stretch = next(stretches)
        inside = stretch if stretch.start <= start else None
        character = _read(raw, match, inside, (shadow, line))
        if character == "\n":
            line = match.end()
        if character:
            yield _Escape(start, len(match[0]), character, inside.kind if inside else None)


def _read(raw: str, match: re.Match[str], inside: Stretch | None, around: tuple[str, int]) -> str:
    """The character that an escape stands for, "" where it stands for itself.

    ``around`` are the shadow of the text, and where the line starts.
    """
    shadow, line = around
    at, escape = match.start(), match[0]
    if inside and inside.kind is Kind.CODE:
        return _in_code(raw, match, raw[max(line, inside.start, at - _LONG) : at], inside)
    if escape == "\\r\\n":
        return "\n"
    if inside is None:
        return _in_prose(raw, at)
    if escape != "\\n":
        return ""
    return "" if _COMMAND.match(raw, at) and _is_command(at, inside, shadow) else "\n"


def _in_prose(raw: str, at: int) -> str:
    match raw[at + 1]:
        case "n":
            return "" if _BARE.match(raw, at) else "\n"
        case "t" if _begins_line(raw, at) and not _TAB_COMMAND.match(raw, at):
            return "\t"
        case _:
            return ""


def _in_code(raw: str, match: re.Match[str], before: str, inside: Stretch) -> str:
    at, end = match.span()
    match match[0]:
        case "\\n" | "\\r\\n":
            after = raw[end : end + _NEAR]
            is_line = bool(_FENCE.match(raw, inside.start))
            is_authors = _ends_string(before, after) if is_line else _is_alone(before, after)
            return "" if is_authors else "\n"
        case "\\t":
            return "\t" if _begins_line(raw, at) or not _TAB_COMMAND.match(raw, at) else ""
        case _:
            # "\\n" in code is the author's own "\n"
            return "\\" if raw[end : end + 1] in {"n", "t"} else ""


def _ends_string(before: str, after: str) -> bool:
    r"""Whether a ``\n`` in lines of code stands in a string, where its author wrote it."""
    if before.endswith("'") and after.startswith("'"):
        return True
    return before.replace('"""', "").count('"') % 2 == 1 and bool(_STRING_END.match(after))


def _is_alone(before: str, after: str) -> bool:
    r"""Whether a ``\n`` in code inside a line parts no words, so that its author wrote it."""
    return not (before[-1:].isalnum() and after[:1].isalnum())


def _begins_line(raw: str, at: int) -> bool:
    """Whether nothing but tabs stands before a place in its line."""
    while raw.startswith("\\t", at - 2) and at > 1:
        at -= 2
    return at > 1 and raw.startswith("\\n", at - 2)


def _is_command(at: int, inside: Stretch, shadow: str) -> bool:
    r"""Whether a doubtful ``\n`` in a formula is a command.

    Right after ``$$`` it is a newline if the closing ``$$`` stands on a line of its own, too;
    at the start of a row, if other rows end with a newline.
    """
    before = shadow[inside.start : at].rstrip(" ")
    if before in {"$$", "\\["}:
        return not shadow[inside.start : inside.end - 2].rstrip(" ").endswith("\n")
    if _ROW_START.search(before[-_NEAR:]):
        return not _ROW.search(shadow, inside.start, inside.end)
    return True
