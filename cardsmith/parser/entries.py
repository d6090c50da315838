"""Entries of lists and paragraphs that begin with a title of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cardsmith.markup import flat
from cardsmith.model import Entry, Listing, Math, Paragraph, Runs, Strong
from cardsmith.parser.signs import readable
from cardsmith.parser.structure import Part

__all__ = ["is_titled", "run_in", "subject", "title"]

_LONGEST: Final = 12
_REMARK: Final = re.compile(r"\s*+(?:\([^()]*\))?[.,;:\s]*+")
# "On the other hand, **toads** …" names its subject as "**Frogs** …" does.
_CONTRASTS: Final = re.compile(
    r"(?:additionally|by contrast|conversely|finally|however|in comparison|in contrast"
    r"|on the other hand|similarly|whereas|while),? (?:an? |the )?",
    re.IGNORECASE,
)


def title(entry: Entry) -> str:
    """The title of an entry, "" where it has none."""
    return entry.label or run_in(entry.blocks)


def is_titled(part: Part) -> bool:
    """Whether a part is a list of titles with text."""
    if not isinstance(part, Listing):
        return False
    titled = sum(bool(title(entry)) for entry in part.entries)
    said = sum(_says(entry) for entry in part.entries)
    return titled * 2 >= len(part.entries) and said * 2 >= len(part.entries)


def _says(entry: Entry) -> bool:
    """Whether there is more to an entry than its title: "**1 Gy = 1 J/kg** (dose)" is all text."""
    if entry.label or not entry.blocks:
        return bool(entry.blocks)
    first = entry.blocks[0]
    if len(entry.blocks) > 1 or not isinstance(first, Paragraph) or len(first.sentences) > 1:
        return True
    runs = first.sentences[0].runs
    return not isinstance(runs[0], Strong) or not _REMARK.fullmatch(flat(runs[1:]))


def subject(part: Part) -> str:
    """The bold subject of a paragraph, which "in contrast, the" may stand before."""
    if not isinstance(part, Paragraph):
        return ""
    first = part.sentences[0]
    if len(first.runs) > 1 and _CONTRASTS.fullmatch(first.runs[0].text):
        part = replace(part, sentences=(replace(first, runs=first.runs[1:]),))
    return run_in([part])


def run_in(blocks: Sequence[Part]) -> str:
    """The bold words that the first sentence begins with, which are a part of it."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph):
        return ""
    runs = first.sentences[0].runs
    count = _bold(runs)
    if not count or len(runs) == count or runs[count].text[:1].isalnum():
        return ""
    words = "".join(
        [readable(run.text) if isinstance(run, Math) else run.text for run in runs[:count]]
    )
    return words if len(words.split()) <= _LONGEST else ""


def _bold(runs: Runs) -> int:
    """How many runs the bold words at the start are, formulas inside them included."""
    count = int(isinstance(runs[0], Strong))
    while count and [type(run) for run in runs[count : count + 2]] == [Math, Strong]:
        count += 2
    return count
