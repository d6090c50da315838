"""Holes that authors mark as Anki does: ``{{c1::words}}``, ``{{c1::words::hint}}``."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cardsmith.parser import formulas
from cardsmith.parser.edits import Edit, covering
from cardsmith.parser.formulas import Kind, Stretch

__all__ = ["Marked", "bare", "crosses", "find", "in_formulas", "lost"]

_OPEN: Final = re.compile(r"\{\{c(\d{1,3})::")
# What matters on the way to the end of a hole: code and formulas are passed over.
_STEP: Final = re.compile(r"\\[^()\[\]]|`+|\$|\\[(\[]|::|[{}]|\n[ \t]*\n", re.DOTALL)
_STEPS: Final = 150
_LONGEST: Final = 5_000
_DEPTHS: Final = {"{": 1, "}": -1}
_HEADING: Final = re.compile(r"[ ]{0,3}#{1,6}[ \t]")


class Marked(NamedTuple):
    """A hole as its author marked it: ``at`` is where its words start, ``end`` where it ends."""

    number: int
    words: str
    hint: str
    at: int
    end: int


def find(text: str, start: int) -> Marked | None:
    """The hole that opens at ``start``, None where none does or it is never closed."""
    opening = _OPEN.match(text, start)
    if opening is None:
        return None
    at = opening.end()
    inner = _ends(text, at)
    if inner is None:
        return None
    end, hint = inner
    words = text[at : hint if hint else end]
    return Marked(int(opening[1]), words, text[hint + 2 : end].strip() if hint else "", at, end + 2)


def _ends(text: str, start: int) -> tuple[int, int] | None:
    """Where the words of a hole end, and where its hint begins (0 for no hint)."""
    at, depth, limit = start, 0, start + _LONGEST
    ends: list[int] = []
    hints: list[int] = []
    if text.find("}}", start, limit) < 0:
        return None
    for _ in range(_STEPS):
        step = _STEP.search(text, at, limit)
        if step is None or step[0][0] == "\n":
            break
        at = _over(text, step)
        if step[0] == "}" and text.startswith("}}", step.start()):
            ends.append(step.start())
            if not depth:
                break
        elif step[0] == "::" and not depth:
            hints.append(step.start())
        depth = max(depth + _DEPTHS.get(step[0], 0), 0)
    if not ends:
        return None
    # braces in no order: the first two that close end it
    end = ends[0] if depth else ends[-1]
    return end, next((hint for hint in hints if hint < end), 0)


def _over(text: str, step: re.Match[str]) -> int:
    """Where to go on: behind the code or the formula that a sign opens."""
    sign = step[0]
    if sign[0] == "`":
        closing = re.compile(rf"(?<!`){sign}(?!`)").search(text, step.end(), step.end() + _LONGEST)
        return closing.end() if closing else step.end()
    if sign in {"$", "\\(", "\\["}:
        found = formulas.find(text, step.start())
        if found and not crosses(found.tex):
            return found.end
    return step.end()


def crosses(tex: str) -> bool:
    """Whether a hole opens between two signs of a formula and does not end there."""
    return any(not (find(tex, mark.start())) for mark in _OPEN.finditer(tex))


def bare(text: str) -> str:
    """The text with the words of all holes in their places."""
    while mark := _OPEN.search(text):
        found = find(text, mark.start())
        end, words = (found.end, found.words) if found else (mark.end(), "")
        text = text[: mark.start()] + words + text[end:]
    return text


def in_formulas(text: str, stretches: Sequence[Stretch]) -> Iterator[Edit]:
    """The edits that leave formulas without the holes in them, which cannot be hidden."""
    for stretch in stretches:
        tex = text[stretch.start : stretch.end]
        if stretch.kind is Kind.MATH and "{{c" in tex and not crosses(tex):
            yield Edit(stretch.start, stretch.end, bare(tex))


def lost(text: str, stretches: Sequence[Stretch]) -> Iterator[tuple[int, str]]:
    """The marks that hide nothing, each with where it stands and what to do."""
    end = 0
    for mark in _OPEN.finditer(text):
        stretch = covering(stretches, mark.start())
        if stretch and stretch.kind is Kind.CODE:
            continue
        found = find(text, mark.start())
        told = _fault(text, mark, found, stretch)
        if mark.start() < end:
            yield mark.start(), "a hole in a hole hides nothing; part them"
        elif told:
            yield mark.start(), told
        end = max(end, found.end if found else 0)


def _fault(
    text: str, mark: re.Match[str], found: Marked | None, stretch: Stretch | None
) -> str | None:
    if found is None:
        return "this hole is never closed; end it with }}"
    if stretch and not crosses(text[stretch.start : stretch.end]):
        return f"a hole in a formula hides nothing; write {{{{c{found.number}::$…$}}}}"
    if not found.words.strip():
        return "this hole is empty; write the words to hide into it"
    if _HEADING.match(text, text.rfind("\n", 0, mark.start()) + 1):
        return "a hole in a heading hides nothing; write it in the text"
    return None
