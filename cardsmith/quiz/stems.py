"""The words of a question: a sentence with a gap, the same sentence filled, a line of context."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cardsmith.cards.casing import capital
from cardsmith.grammar import families
from cardsmith.markup import flat, sentences
from cardsmith.model import (
    Blocks,
    Cloze,
    Code,
    CodeBlock,
    Emphasis,
    Formula,
    Hole,
    Math,
    Note,
    Paragraph,
    Run,
    Runs,
    Sentence,
    Text,
)

__all__ = [
    "GAP",
    "asked",
    "bare",
    "filled",
    "gapped",
    "in_context",
    "only_sentence",
    "with_one_hole",
]

GAP: Final = "________"

_ARTICLE: Final = re.compile(r"\b([Aa])n? ([\"“‘'(]?)$")


def only_sentence(note: Note) -> Sentence | None:
    """The sentence of a cloze note that is made of one sentence."""
    if not isinstance(note.body, Cloze) or len(note.body.text) != 1:
        return None
    found = list(sentences(note.body.text))
    return found[0] if len(found) == 1 else None


def filled(runs: Runs) -> Runs:
    """A sentence with all its holes filled in."""
    return tuple(_without_holes(runs))


def _without_holes(runs: Runs) -> Iterator[Run]:
    for run in runs:
        if isinstance(run, Hole):
            yield from run.runs
        else:
            yield run


def with_one_hole(runs: Runs) -> Iterator[Runs]:
    """The sentence once for each of its holes, with the others filled in.

    A hidden formula is passed over: banks and options hold words.
    """
    for at, run in enumerate(runs):
        if not isinstance(run, Hole) or any(isinstance(part, Math) for part in run.runs):
            continue
        yield (*_article(filled(runs[:at])), run, *filled(runs[at + 1 :]))


def _article(runs: Runs) -> Runs:
    """What stands before a gap, with an article that tells nothing of the word behind it."""
    if runs and isinstance(runs[-1], Text):
        last = runs[-1]
        return (*runs[:-1], replace(last, text=_ARTICLE.sub(r"\1(n) \2", last.text)))
    return runs


def gapped(runs: Runs) -> Runs:
    """A sentence with lines to write on in place of its hole."""
    return tuple(Text(GAP) if isinstance(run, Hole) else run for run in runs)


def in_context(runs: Runs, context: str) -> Runs:
    """A sentence behind its topic line, where it does not say itself what it is about."""
    if not context or families(context) & families(flat(filled(runs))):
        return runs
    return (Emphasis(f"{capital(context)}: "), *runs)


def bare(runs: Runs) -> Runs:
    """A sentence without its topic line."""
    led = runs and isinstance(runs[0], Emphasis) and runs[0].text.endswith(": ")
    return runs[1:] if led else runs


def asked(blocks: Blocks) -> Runs:
    """A front as one line, its code and formulas in their places; () where it holds a list."""
    runs: list[Run] = []
    for block in blocks:
        match block:
            case Paragraph(sentences=inner):
                lines = [sentence.runs for sentence in inner]
            case CodeBlock(text=text):
                lines = [(Code(text),)]
            case Formula(text=text):
                lines = [(Math(text),)]
            case _:
                return ()
        for line in lines:
            runs += [Text(" "), *line] if runs else line
    return tuple(runs)
