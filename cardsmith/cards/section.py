"""One part of an answer: its name, asked by what the text says of it.

Where its first sentence tells what it is ("This enzyme splits starch."), the question asks for
that; else for what the document's question calls its parts.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cardsmith.cards.commonness import commonest
from cardsmith.cards.facts import praise, telling
from cardsmith.cards.pages import line, text
from cardsmith.cards.questions.genus import Genus, genus
from cardsmith.cards.questions.pointed import pointed
from cardsmith.cards.questions.worded import worded
from cardsmith.cards.study import Piece, Study
from cardsmith.cards.topic import context
from cardsmith.grammar import POINTERS, count, families
from cardsmith.markup import flat, fold, sentences
from cardsmith.model import QA, Blocks, Entry, Listing, Nature, Note, Rejection, Section, Sentence
from cardsmith.parser.titles import nature

__all__ = ["make"]

DESCRIBED: Final = 66
POINTED: Final = 90
MOST_ASKED: Final = 6
MOST_WORDS: Final = 3
TELLING: Final = 3
# a title of words that many documents use is one of many that would fit
RARE_TITLE: Final = 5
LONGEST: Final = 17
# what the topic line says need not be said again at length
LONGEST_REST: Final = 6


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note, "Which cause of X is this?", for each section told without its own name.

    A labelled item of a list is asked for, too, where its first sentence tells what it is.
    """
    for number, section in enumerate(study.document.answer.sections):
        first = section.title.split(" ", 1)[0].casefold()
        if section.nature is Nature.NAMED and first not in POINTERS:
            pointing = _pointing(study, section, section.title, section.blocks)
            if pointing is None:
                yield from _named(study, number, section)
            else:
                yield pointing
        for entry in _labelled(section.blocks):
            pointing = _pointing(study, section, entry.label, entry.blocks)
            if pointing is not None:
                # siblings are told apart under each of several titles
                yield replace(pointing, name=f"{fold(section.title)}-{pointing.name}")


def _labelled(blocks: Blocks) -> Iterator[Entry]:
    """The items of lists that have a name for a label."""
    for block in blocks:
        for entry in block.entries if isinstance(block, Listing) else ():
            if entry.label and nature(entry.label) is Nature.NAMED:
                yield entry


def _pointing(study: Study, section: Section, title: str, blocks: Blocks) -> Note | None:
    """The note for a part that its first sentence says to be of some sort."""
    first = next(iter(sentences(blocks)), None)
    if first is None or count(title) > MOST_ASKED:
        return None
    found = pointed(first.runs, title, study.document.front.question)
    if found is None:
        return None
    front = line(worded(first.runs, found.pieces, study.casing), first.span)
    return _made(study, section, title, first, QA((front,), (line(text(title), first.span),)))


def _named(study: Study, number: int, section: Section) -> Iterator[Note | Rejection]:
    kind = genus(section.group or study.document.front.question)
    key = study.document.front.key
    if kind is None:
        yield Rejection(key, "section", "no-genus", section.title, section.span)
        return
    if count(section.title) > MOST_WORDS:
        yield Rejection(key, "section", "long-answer", section.title, section.span)
        return
    if commonest(section.title) < RARE_TITLE and fold(section.title) not in _keywords(study):
        yield Rejection(key, "section", "answer-worthless", section.title, section.span)
        return
    described = [piece for piece in study.pieces if _describes(study, number, section, piece)]
    if not described:
        yield Rejection(key, "section", "leak", section.title, section.span)
        return
    best = max(
        described, key=lambda piece: (telling(piece.text) - praise(piece.text), -piece.place)
    )
    yield _note(study, section, best, _asked(study, kind))


def _keywords(study: Study) -> frozenset[str]:
    return frozenset(fold(keyword) for keyword in study.document.front.keywords)


def _asked(study: Study, kind: Genus) -> str:
    rest = kind.rest if count(kind.rest) <= LONGEST_REST or not study.topics else ""
    worded = study.casing.inside(f"{kind.kind} {rest}")
    return " ".join(f"Which {worded} is this?".split())


def _describes(study: Study, number: int, section: Section, piece: Piece) -> bool:
    own = families(section.title) - study.secret
    return (
        piece.section == number
        and bool(own)
        and ":" not in piece.text
        and not own & families(piece.text)
        # a repaired sentence would say the very name that is asked
        and flat(piece.source)[:12] == piece.text[:12]
        and telling(piece.text) >= TELLING
        and count(piece.text) <= LONGEST
    )


def _note(study: Study, section: Section, piece: Piece, ask: str) -> Note:
    front = (line(text(ask), piece.span), line(piece.runs, piece.span))
    body = QA(front, (line(text(section.title), piece.span),))
    note = _made(study, section, section.title, Sentence(piece.source, piece.span), body)
    return replace(note, score=DESCRIBED)


def _made(study: Study, section: Section, title: str, source: Sentence, body: QA) -> Note:
    return Note(
        document=study.document.front.key,
        kind="section",
        name=fold(title),
        body=body,
        context=context(study.topics, title),
        section=section.title,
        source=source.runs,
        span=source.span,
        score=POINTED,
    )
