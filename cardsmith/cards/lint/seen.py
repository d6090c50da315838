"""What is judged: a card as its learner sees it, and the page it was made from."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from cardsmith.cards.lint.text import stems
from cardsmith.markup import flat, lines, mapped, plain, sentences
from cardsmith.model import (
    QA,
    Blocks,
    Cloze,
    Code,
    CodeBlock,
    Document,
    Formula,
    Hole,
    Listing,
    Math,
    Note,
    Paragraph,
    Run,
    Runs,
    Sentence,
    Span,
    Table,
    Term,
    Text,
)

__all__ = ["GAP", "OPAQUE", "Card", "Page", "Shape", "cards", "page"]

GAP: Final = "[…]"
# stands for a formula or a piece of code where only the prose around it is judged
OPAQUE: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
_NOWHERE: Final = Span("", 1, 1)
_CAPITAL: Final = re.compile(r"(?<!\w)[a-z]+[,;]? ([A-Z][a-z]+)(?=[ ,.;:)]+(?:[^A-Z]|$))")
_SMALL: Final = re.compile(r"(?<![\w-])[a-z]+")


class Shape(StrEnum):
    """How a card asks."""

    QUESTION = "question"
    MEANING = "meaning"  # of a term
    NAME = "name"  # the term, from its meaning
    GAP = "gap"  # in a sentence
    ITEM = "item"  # a gap in a list or table
    OPEN = "open"  # a question whose answer is a list or an explanation


@dataclass(frozen=True)
class Page:
    """The document as its reader sees it.

    ``sections`` are the titles, ``names`` the words that are only ever written with a capital
    inside its sentences, in their small form.
    """

    question: str
    subjects: tuple[str, ...]
    keywords: tuple[str, ...]
    text: str
    sections: tuple[str, ...]
    names: frozenset[str]

    @cached_property
    def asked(self) -> frozenset[str]:
        """The stems of its question."""
        return stems(self.question)

    @cached_property
    def topic(self) -> frozenset[str]:
        """The stems that its question shares with its keywords."""
        return self.asked & stems(self.keywords)

    @cached_property
    def marked(self) -> frozenset[str]:
        """The stems of its keywords and titles."""
        return stems((*self.keywords, *self.sections))

    @cached_property
    def known(self) -> frozenset[str]:
        """The stems of all that it says."""
        return stems((self.text, self.question, *self.keywords))


@dataclass(frozen=True)
class Card:
    """One card: everything on its front but the topic line, the topic line, the answer.

    ``prose`` and ``said`` are front and answer with every formula and piece of code a single sign.
    """

    note: Note
    page: Page
    shape: Shape
    front: str
    answer: str
    prose: str
    said: str
    context: str

    @cached_property
    def source(self) -> str:
        """The sentence that the note was made from."""
        return flat(self.note.source)

    @cached_property
    def filled(self) -> str:
        """The prose of the front, its gap filled."""
        return self.prose.replace(GAP, self.said)

    @cached_property
    def holes(self) -> int:
        """How many terms the note hides, one on each of its cards."""
        body = self.note.body
        return len(_holes(body.text)) if isinstance(body, Cloze) else 0

    @property
    def gapped(self) -> bool:
        """Whether the card hides words of a text."""
        return self.shape in (Shape.GAP, Shape.ITEM)


def page(document: Document) -> Page:
    """The page of a document."""
    answer = document.answer
    parts = [answer.intro, *(each.blocks for each in answer.sections), answer.closing]
    titles = tuple(each.title for each in answer.sections if each.title)
    heads = (*titles, *(each.group for each in answer.sections), answer.closing_title)
    return Page(
        question=document.front.question,
        subjects=document.front.subjects,
        keywords=document.front.keywords,
        text="\n".join([*heads, *(plain(part) for part in parts)]),
        sections=titles,
        names=_names(parts, document.front.question),
    )


def _names(parts: list[Blocks], question: str) -> frozenset[str]:
    told = " ".join(
        run.text if isinstance(run, Text) else OPAQUE
        for part in parts
        for sentence in sentences(part)
        for run in sentence.runs
    )
    small = set(_SMALL.findall(f"{told} {question}"))
    return frozenset(word.casefold() for word in _CAPITAL.findall(told)) - small


def cards(note: Note, seen: Page) -> Iterator[Card]:
    """The cards of a note, one for each term that a cloze hides."""
    match note.body:
        case QA(front=front, back=back):
            shape = Shape.OPEN if note.kind == "explain" or _several(back) else Shape.QUESTION
            yield _card(note, seen, shape, (front, back, note.context))
        case Term(term=term, definition=meaning, ask=ask, name=name, reverse_context=context):
            yield _card(note, seen, Shape.MEANING, (_line(ask), _line(meaning), note.context))
            front = _line((*name, Text(" "), *meaning))
            yield _card(note, seen, Shape.NAME, (front, _line(term), context))
        case Cloze(text=text):
            shape = Shape.ITEM if _several(text) else Shape.GAP
            for hole in _holes(text):
                front = mapped(text, _without(hole.term))
                yield _card(note, seen, shape, (front, _line(hole.runs), note.context))


def _card(note: Note, seen: Page, shape: Shape, faces: tuple[Blocks, Blocks, str]) -> Card:
    front, answer, context = faces
    prose, said = plain(_masked(front)), plain(_masked(answer))
    return Card(note, seen, shape, plain(front), plain(answer), prose, said, context)


def _line(runs: Runs) -> Blocks:
    return (Paragraph((Sentence(runs, _NOWHERE),), _NOWHERE),)


def _holes(text: Blocks) -> tuple[Hole, ...]:
    """The first hole of each hidden term."""
    found: dict[str, Hole] = {}
    for runs in lines(text):
        for run in runs:
            if isinstance(run, Hole):
                found.setdefault(run.term, run)
    return tuple(found.values())


def _without(term: str) -> Callable[[Runs], Runs]:
    """Runs as the card for ``term`` shows them: its hole a gap, the other holes their words."""

    def shown(run: Run) -> Runs:
        if not isinstance(run, Hole):
            return (run,)
        return (Text(GAP),) if run.term == term else run.runs

    return lambda runs: tuple(part for run in runs for part in shown(run))


def _several(blocks: Blocks) -> bool:
    return any(isinstance(block, Listing | Table) for block in blocks) or len(blocks) > 1


def _masked(blocks: Blocks) -> Blocks:
    whole = tuple(
        replace(block, text=OPAQUE) if isinstance(block, CodeBlock | Formula) else block
        for block in blocks
    )
    return mapped(whole, _opaque)


def _opaque(runs: Runs) -> Runs:
    return tuple(Text(OPAQUE) if isinstance(run, Code | Math) else run for run in runs)
