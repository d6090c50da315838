"""Marks by which authors keep parts of a document out: ``<!-- cardsmith: skip -->``."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from cardsmith.diagnostics import Diagnostic, Severity, quoted
from cardsmith.model import Answer, Nature, Pair, Section, Span
from cardsmith.parser.edits import covering
from cardsmith.parser.formulas import Stretch
from cardsmith.parser.places import Places
from cardsmith.parser.structure import Heading, Part

__all__ = [
    "Bound",
    "Extent",
    "Mark",
    "apart",
    "bounds",
    "extents",
    "found",
    "owned",
    "within",
    "without",
]

SKIP: Final = "skip"
# what has no headings under it
INNERMOST: Final = 99

_MARK: Final = re.compile(
    r"<!--\s*+cardsmith\b\s*+(?P<colon>:?)\s*+(?P<word>[^\n]{0,60}?)\s*-->", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark; ``reach`` is where the line ends that it stands right above, else its own place."""

    span: Span
    reach: Span


class Bound(NamedTuple):
    """Where a title, a section or a card starts, and its level as a heading."""

    span: Span
    level: int = INNERMOST


class Extent(NamedTuple):
    """A part of a file, from its first place to the one after it (None for the end)."""

    start: Span
    end: Span | None

    def holds(self, span: Span) -> bool:
        """Whether a place lies in it."""
        return self.start <= span and (self.end is None or span < self.end)


def found(text: str, places: Places, stretches: Sequence[Stretch]) -> Iterator[Mark | Diagnostic]:
    """The marks of a text, and those that say nothing to us."""
    for match in _MARK.finditer(text):
        span, word = places.span(match.start()), match["word"]
        if covering(stretches, match.start()):
            continue
        if word.casefold() == SKIP:
            yield Mark(span, _reach(text, match, places))
        elif match["colon"]:
            told = quoted(f"cardsmith: {word}")
            message = f"{told} means nothing; `cardsmith: {SKIP}` keeps a section out"
            yield Diagnostic(span, "unknown-mark", message, Severity.WARNING)


def _reach(text: str, match: re.Match[str], places: Places) -> Span:
    """The end of the line below a mark that stands alone, and no deeper than that line."""
    start = text.rfind("\n", 0, match.start()) + 1
    line, end, rest = text[start:].partition("\n")
    below = rest.partition("\n")[0]
    is_alone = line.strip() == match[0]
    if not is_alone or not below.strip() or _margin(line) > _margin(below):
        return places.span(match.start())
    return places.span(start + len(line) + len(end) + len(below))


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())


def owned(mark: Mark, bounds: Sequence[Bound]) -> int:
    """Which of the bounds, in file order, a mark belongs to; -1 for what stands before them."""
    return bisect_right(bounds, mark.reach, key=lambda bound: bound.span) - 1


def extents(marks: Sequence[Mark], bounds: Sequence[Bound]) -> tuple[Extent, ...] | None:
    """What marks keep out, in order, headings with all that is under them; None for the whole."""
    owners = sorted({owned(mark, bounds) for mark in marks})
    if owners and owners[0] < 0:
        return None
    kept: list[Extent] = []
    for at in owners:
        # what stands under a heading that is kept out is kept out with it
        if not within(kept, bounds[at].span):
            kept.append(Extent(bounds[at].span, _end(at, bounds)))
    return tuple(kept)


def _end(at: int, bounds: Sequence[Bound]) -> Span | None:
    for place in range(at + 1, len(bounds)):
        if bounds[place].level <= bounds[at].level:
            return bounds[place].span
    return None


def apart(answer: Answer, parts: Sequence[Part], marks: Sequence[Mark]) -> Answer | None:
    """The answer without the sections that marks keep out, None where they keep out all of it."""
    if not marks:
        return answer
    sections = (*answer.sections, *_closing(answer))
    out = extents(marks, bounds(parts, sections))
    if out is None or not sections or _leads(sections[0], marks):
        return None
    return without(answer, out)


def bounds(parts: Sequence[Part], others: Iterable[Section | Pair]) -> Sequence[Bound]:
    """Where headings stand, and sections and cards besides them, in file order."""
    headings = (part for part in parts if isinstance(part, Heading))
    inner = {each.span: Bound(each.span) for each in others}
    return sorted((inner | {each.span: Bound(each.span, each.level) for each in headings}).values())


def without(answer: Answer, out: Sequence[Extent]) -> Answer:
    """The answer with the sections apart that lie in what is kept out."""
    closing = _closing(answer)
    skipped = tuple(each for each in (*answer.sections, *closing) if within(out, each.span))
    kept = tuple(each for each in answer.sections if not within(out, each.span))
    answer = replace(answer, sections=kept, skipped=skipped)
    if any(within(out, each.span) for each in closing):
        return replace(answer, closing=(), closing_title="")
    return answer


def within(out: Sequence[Extent], span: Span) -> bool:
    """Whether a place lies in what is kept out: extents one after the other."""
    at = bisect_right(out, span, key=lambda extent: extent.start) - 1
    return at >= 0 and out[at].holds(span)


def _closing(answer: Answer) -> tuple[Section, ...]:
    """The closing words as a section."""
    if not answer.closing:
        return ()
    span = answer.closing[0].span
    return (Section(answer.closing_title, 1, answer.closing, Nature.GENERIC, span),)


def _leads(first: Section, marks: Sequence[Mark]) -> bool:
    """Whether a mark stands over an answer that begins without a title."""
    return first.nature is Nature.UNTITLED and any(mark.span < first.span for mark in marks)
