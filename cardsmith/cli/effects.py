"""What an import does to a collection, in words and as JSON."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from cardsmith.build.impact import Effect, Fate, Impact
from cardsmith.cli.console import say

__all__ = ["as_json", "told"]

_MEANING: Final[Mapping[Fate, str]] = {
    Fate.NEW: "come in",
    Fate.UPDATED: "get the newer text; what you know of them stays",
    Fate.SAME: "stay as they are",
    Fate.BLOCKED: "were changed by you after this release, so its text does not arrive",
    Fate.CONFLICTING: "cannot be updated: their note type was changed",
    Fate.LEFT: "are in none of these decks; they stay, with all you know of them",
}
# so many notes are a message, more are a list
_SOME: Final = 20
_WIDTH: Final = 72
_MARKS: Final = re.compile(r"<[^>]*>|\{\{c\d+::|(?:::[^{}]*)?\}\}")


def as_json(found: Impact) -> dict[str, Any]:
    """All of it, as JSON can hold it."""
    return {
        "counts": {str(fate): found.count(fate) for fate in Fate},
        "reviews": found.reviews,
        "renamed": [asdict(each) for each in found.renamed],
        "notes": [{**asdict(each), "costs": each.costs} for each in found.effects],
    }


def told(found: Impact) -> None:
    """Say it: in numbers first, then what it costs."""
    for fate in Fate:
        count = found.count(fate)
        if count:
            say(f"{count:>7,} notes {_MEANING[fate]}")
    more = sum(each.more for each in found.effects if each.fate is not Fate.NEW)
    fewer = sum(each.fewer for each in found.effects)
    if more:
        say(f"{more:>7,} cards are added to notes that you have")
    if fewer:
        say(f"{fewer:>7,} cards have no question any more: Tools > Empty Cards takes them away")
    say(f"{found.reviews:>7,} reviews stay")
    for each in found.renamed:
        say(f"Your deck {each.now} came as {each.deck}: new cards will come under that name.")
    for line in _costs(found):
        say(line)


def _costs(found: Impact) -> Iterator[str]:
    costly = [each for each in found.effects if each.costs]
    if costly:
        yield ""
        yield "What it costs; find a note in Anki's browser by ID:..."
    for each in costly[:_SOME]:
        yield f"  ID:{each.guid}  {_plain(each.text)}"
        yield f"      {'; '.join(_cost(each))}"
    if len(costly) > _SOME:
        yield f"  and {len(costly) - _SOME:,} more: --json lists them all"


def _cost(each: Effect) -> Iterator[str]:
    if each.fate is Fate.BLOCKED:
        yield "the new text does not arrive; import the .update.txt of this deck to get it"
    if each.fate is Fate.CONFLICTING:
        yield "its note type has other fields or cards than ours; see docs/updating.md"
    if each.own_notes:
        yield f"your notes are emptied: {_plain(each.own_notes)}"
    if each.own_tags:
        yield f"your tags go: {' '.join(each.own_tags)}"
    if each.own_text:
        yield "your own changes to its text are replaced"


def _plain(text: str) -> str:
    words = " ".join(html.unescape(_MARKS.sub(" ", text)).split())
    return words if len(words) <= _WIDTH else f"{words[: _WIDTH - 1]}…"
