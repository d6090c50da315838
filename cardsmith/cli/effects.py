"""What an import does to a collection, in words and as JSON."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from cardsmith.build.impact import Effect, Fate, Impact
from cardsmith.cli.console import say

__all__ = ["as_json", "told"]

# of one note, of several
_MEANING: Final[Mapping[Fate, tuple[str, str]]] = {
    Fate.NEW: ("comes in", "come in"),
    Fate.UPDATED: (
        "gets newer text; what you know of it stays",
        "get newer text; what you know of them stays",
    ),
    Fate.SAME: ("stays as it is", "stay as they are"),
    Fate.KEPT: ("stays as you changed it", "stay as you changed them"),
    Fate.BLOCKED: (
        "was changed by you after the new text was made, which does not arrive",
        "were changed by you after the new text was made, which does not arrive",
    ),
    Fate.CONFLICTING: (
        "cannot be updated: its note type was changed",
        "cannot be updated: their note types were changed",
    ),
    Fate.LEFT: (
        "is in none of these decks; it stays, with all you know of it",
        "are in none of these decks; they stay, with all you know of them",
    ),
}
_LISTS: Final[Mapping[Fate, str]] = {
    Fate.UPDATED: "Replaced, since the deck has newer text for these notes (import its .update.txt"
    " instead to keep tags and My notes):",
    Fate.BLOCKED: "Kept as you have them, without the deck's new text (its .update.txt brings it):",
    Fate.CONFLICTING: "Not updated (docs/updating.md tells what to do with a changed note type):",
}
# so many notes are a message, more are a list
_SOME: Final = 20
_WIDTH: Final = 72
# holes, pictures and sounds, what begins a line, all other marks
_SHOWN: Final = (
    (re.compile(r"\{\{c\d+::(.*?)(?:::[^{}]*)?\}\}", re.DOTALL), r"\1"),
    (re.compile(r"<(?:img|audio|video|object)\b[^>]*>|\[sound:[^\]]*\]"), " (picture or sound) "),
    (re.compile(r"</?(?:br|div|p|li|ul|ol|table|tr|td|th|pre|hr)\b[^>]*>"), " "),
    (re.compile(r"<[^>]*>"), ""),
)


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
    for fate, meaning in _MEANING.items():
        _number(found.count(fate), "note", meaning)
    more = sum(each.more for each in found.effects if each.fate is not Fate.NEW)
    _number(more, "card", ("is added to a note you have", "are added to notes you have"))
    fewer = sum(each.fewer for each in found.effects)
    empty = "no question any more: Tools > Empty Cards takes"
    _number(fewer, "card", (f"has {empty} it away", f"have {empty} them away"))
    _number(found.reviews, "review", ("stays", "stay"))
    for each in found.renamed:
        say("")
        say(f"Your deck {each.now} came as {each.deck}: new cards come under that name.")
    for fate, heading in _LISTS.items():
        _list(heading, [each for each in found.effects if each.fate is fate and each.costs])


def _number(count: int, noun: str, meaning: tuple[str, str]) -> None:
    if count:
        say(f"{count:>7,} {noun if count == 1 else f'{noun}s'} {meaning[count != 1]}")


def _list(heading: str, effects: list[Effect]) -> None:
    if not effects:
        return
    say("")
    say(heading)
    for each in effects[:_SOME]:
        say(f"  ID:{each.guid}  {_plain(each.text)}")
        for line in _replaced(each):
            say(f"      {line}")
    if len(effects) > _SOME:
        say(f"  and {len(effects) - _SOME:,} more: --json lists them all")


def _replaced(each: Effect) -> Iterator[str]:
    if each.own_notes:
        yield f"My notes: {_plain(each.own_notes)}"
    if each.own_tags:
        yield f"tags: {' '.join(each.own_tags)}"
    if each.own_text:
        yield "words that you changed"


def _plain(text: str) -> str:
    """The first words of a field, as they look."""
    for marks, shown in _SHOWN:
        text = marks.sub(shown, text)
    seen = [sign if sign.isprintable() else " " for sign in html.unescape(text)]
    words = " ".join("".join(seen).split())
    return words if len(words) <= _WIDTH else f"{words[: _WIDTH - 1]}…"
