"""What a release changes, in words and as JSON."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import groupby
from typing import Any, Final

from cardsmith.build.changes import Change, Changes, Fate, Text
from cardsmith.cli.console import say

__all__ = ["as_json", "told"]

_MEANING: Final[Mapping[Fate, str]] = {
    Fate.NEW: "come in as new cards",
    Fate.RETURNED: "come back; learners who kept them go on where they were",
    Fate.REWORDED: "get new words; what learners know of them stays",
    Fate.TOUCHED: "get another topic line, source, picture or tag",
    Fate.RETIRED: "are no longer made after an edit; they stay with learners who have them",
    Fate.ABSENT: "are not made since their document is missing; they stay with learners",
    Fate.LOST: "would be lost though their documents did not change",
}
_SIGNS: Final[Mapping[Fate, str]] = {
    Fate.NEW: "+",
    Fate.RETURNED: "+",
    Fate.REWORDED: "~",
    Fate.TOUCHED: "~",
    Fate.RETIRED: "-",
    Fate.ABSENT: "-",
    Fate.LOST: "!",
}
# a text longer than a line tells no more of what changed
_WIDTH: Final = 96
# so many signs are shown before a difference
_SEEN: Final = 30


def as_json(found: Changes) -> dict[str, Any]:
    """The changes as JSON can hold them, with their counts."""
    return {
        "counts": {"kept": found.kept, **_counts(found)},
        "notes": [asdict(each) for each in found.notes],
        "moved": [asdict(each) for each in found.moved],
        "renamed": dict(found.renamed),
    }


def _counts(found: Changes) -> dict[str, int]:
    counts = Counter(each.fate for each in found.notes)
    return {
        **{str(fate): counts[fate] for fate in Fate},
        "clozes added": sum(len(each.added) for each in found.notes),
        "clozes removed": sum(len(each.removed) for each in found.notes),
        "moved": len(found.moved),
        "renamed": len(found.renamed),
    }


def told(found: Changes) -> None:
    """Say what changes: document by document, then in numbers."""
    for line in _lines(found):
        say(line)
    counts = Counter(each.fate for each in found.notes)
    say(f"{found.kept:>7,} notes stay as they are")
    for fate in Fate:
        if counts[fate]:
            say(f"{counts[fate]:>7,} {fate}: {_MEANING[fate]}")
    for line in _documents(found):
        say(line)


def _documents(found: Changes) -> Iterator[str]:
    for each in found.moved:
        now = ", ".join(each.subjects)
        yield f"moved   {each.document}: now {now}; its notes stay in the deck {each.home}"
    for known, own in found.renamed.items():
        yield f"renamed {known}: its file is now called {own}; nothing changes for learners"


def _lines(found: Changes) -> Iterator[str]:
    for document, group in groupby(found.notes, lambda each: each.key.partition("/")[0]):
        yield document
        for each in group:
            yield from _note(each)
        yield ""


def _note(each: Change) -> Iterator[str]:
    yield f"  {_SIGNS[each.fate]} {each.fate} {each.key.partition('/')[2]}"
    before, after = (_whole(text) for text in (each.before, each.after))
    start = _start(before, after) if before and after else 0
    if before and before != after:
        yield f"      - {_cut(before, start)}"
    if after:
        yield f"      + {_cut(after, start)}"
    if each.added:
        yield f"      new card for: {', '.join(each.added)}"
    if each.removed:
        yield f"      no card any more for: {', '.join(each.removed)}"


def _whole(text: Text | None) -> str:
    if text is None:
        return ""
    return f"{text.front} → {text.back}" if text.back else text.front


def _start(before: str, after: str) -> int:
    """Where to begin so that a difference is seen: the start of a word before it."""
    pairs = enumerate(zip(before, after, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), len(before))
    if same < _WIDTH - _SEEN or before == after:
        return 0
    return before.rfind(" ", 0, same - _SEEN) + 1


def _cut(text: str, start: int) -> str:
    shown = f"…{text[start:]}" if start else text
    return shown if len(shown) <= _WIDTH else f"{shown[: _WIDTH - 1]}…"
