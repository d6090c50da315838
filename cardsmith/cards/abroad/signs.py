"""The symbols of a formula, each asked by the list behind it that explains it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.abroad.letters import fits
from cardsmith.cards.abroad.tongues import filled, tongue
from cardsmith.cards.abroad.topic import context
from cardsmith.cards.casing import capital
from cardsmith.cards.cloze import name
from cardsmith.cards.pages import line
from cardsmith.cards.signs.legends import squeezed
from cardsmith.cards.signs.passages import Passage, passages
from cardsmith.cards.study import Study
from cardsmith.markup import cut, flat
from cardsmith.model import QA, Formula, Listing, Math, Note, Paragraph, Runs, Text

__all__ = ["make"]

SYMBOL: Final = 80
MOST: Final = 12
# so far behind a formula its list begins, in blocks
NEAR: Final = 2
# what stands between a symbol and its meaning
_IS: Final = re.compile(
    r"\s*(?:[:：=–—-]|(?:ist|steht für|es|est|è|é|is|är|er|to|representa|représente|"
    r"rappresenta)\s|是|表示)\s*"
)


@dataclass(frozen=True, slots=True)
class _Symbol:
    """A symbol of a formula, what it stands for, and the line that says so."""

    sign: Math
    meaning: Runs
    source: Runs


def make(study: Study) -> Iterator[Note]:
    """One note for each symbol of each formula that a list explains."""
    for passage in passages(study.document):
        for at, block in enumerate(passage.blocks):
            if isinstance(block, Formula) and "=" in block.text:
                for symbol in _legend(passage, at):
                    if squeezed(symbol.sign.text) in squeezed(block.text):
                        yield _note(study, passage, block, symbol)


def _legend(passage: Passage, at: int) -> Iterator[_Symbol]:
    for block in passage.blocks[at + 1 : at + 1 + NEAR]:
        if isinstance(block, Formula):
            return
        for entry in block.entries if isinstance(block, Listing) else ():
            first = entry.blocks[0] if entry.blocks and not entry.label else None
            if isinstance(first, Paragraph):
                yield from _symbol(first.sentences[0].runs)


def _symbol(runs: Runs) -> Iterator[_Symbol]:
    sign = runs[0]
    if not isinstance(sign, Math):
        return
    start, text = len(sign.text), flat(runs)
    found = _IS.match(text, start)
    end = len(text.rstrip(" .,;。，；"))
    if found and fits(text[found.end() : end], 1, MOST):
        yield _Symbol(sign, _own_line(cut(runs, found.end(), end)), runs)


def _own_line(runs: Runs) -> Runs:
    first = runs[0]
    return (Text(capital(first.text)), *runs[1:]) if isinstance(first, Text) else runs


def _note(study: Study, passage: Passage, formula: Formula, symbol: _Symbol) -> Note:
    parts: dict[str, Runs] = {"sign": (symbol.sign,), "formula": (Math(formula.text.strip()),)}
    asked = filled(tongue(study.language).symbol, parts)
    meaning = flat(symbol.meaning)
    return Note(
        document=study.document.front.key,
        kind="formula",
        name=name(f"{symbol.sign.text} in {formula.text}"),
        body=QA((line(asked, formula.span),), (line(symbol.meaning, formula.span),)),
        context=context(study.topics, meaning, "", study.language),
        section=passage.section,
        source=(*parts["formula"], Text("; "), *symbol.source),
        span=formula.span,
        score=SYMBOL,
    )
