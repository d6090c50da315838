"""Runs for people to look at: what is markup, and what only looks like it."""

from typing import Final

from cardsmith.markup import fold
from cardsmith.model import Hole, Image, Link, Run, Runs, Text

__all__ = ["shown", "visible"]

# letters of some scripts, and some pictograms, are spelled with joiners
_JOINERS: Final = "\u200c\u200d"
_SPACES: Final = {"\n": "⏎", "\t": "⇥"}


def shown(runs: Runs) -> str:
    """The runs on one line: plain words as they are, ``<strong words>``, ``{{hidden words}}``.

    What is marked stands in ``<marked …>``, its markup inside of it.

    Markdown would not tell a bold word from two asterisks that nobody read.
    """
    return "".join([_marked(run) for run in runs])


def _marked(run: Run) -> str:
    if isinstance(run, Image | Hole) or not run.marked:
        return _run(run)
    return f"<marked {_run(run)}>"


def _run(run: Run) -> str:
    match run:
        case Text(text=text):
            return visible(text)
        case Link(text=text, href=other) | Image(text=text, src=other):
            inside = visible(text) if text == other else f"{visible(text)} | {visible(other)}"
        case Hole():
            return _hole(run)
        case _:
            inside = visible(run.text)
    return f"<{type(run).__name__.lower()} {inside}>"


def _hole(hole: Hole) -> str:
    """The hidden words, as Anki writes a gap; what else the learner recalls, where it differs."""
    number = f"c{hole.number}::" if hole.number else ""
    term = "" if hole.term == fold(hole.text) else f" = {visible(hole.term)}"
    hint = f"::{visible(hole.hint)}" if hole.hint else ""
    return f"{{{{{number}{shown(hole.runs)}{term}{hint}}}}}"


def visible(text: str) -> str:
    """The text with every sign that cannot be seen by its number, ``<U+200B>``; a tab as "⇥"."""
    return text if text.isprintable() else "".join([_sign(sign) for sign in text])


def _sign(sign: str) -> str:
    if sign.isprintable() or sign in _JOINERS:
        return sign
    return _SPACES.get(sign) or f"<U+{ord(sign):04X}>"
