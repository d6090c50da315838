"""What a document offers to its questions: passages, lists of siblings, and its own spelling."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from cardsmith.cards.casing import Casing, casing
from cardsmith.grammar import count, families
from cardsmith.markup import flat, fold, plain, sentences
from cardsmith.model import (
    Blocks,
    Cloze,
    Document,
    Hole,
    Kept,
    Listing,
    Nature,
    Note,
    Runs,
    Section,
    Table,
    Term,
)

__all__ = ["Material", "Passage", "material"]

# A list is one of three things or more, each named in a few words.
_FEWEST: Final = 3
_MOST_WORDS: Final = 5
# What stands before a term that does not begin its sentence.
_INSIDE: Final = re.compile(r"[a-z,] ")
_CAPITAL: Final = re.compile(r"(?<!\w)[A-Z][a-z]+(?!\w)")
# A term with one of these signs in it is a remark, not a name.
_REMARK: Final = re.compile(r"[:;?!=]| [-–—] |\.\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an answer as a text, with the families of its words."""

    title: str
    text: str
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Material:
    """A document and its notes, looked at once for all kinds of questions.

    ``lists`` hold terms of one type, spelled as inside a sentence: titles of sections under one
    heading, labels of one list, cells of one column, terms that are defined. ``sure`` are those
    whose spelling is more than a guess. ``terms`` are all other names of things in the document.
    ``topic`` are the word families of its question.
    """

    document: Document
    notes: tuple[Kept, ...]
    passages: tuple[Passage, ...]
    lists: tuple[tuple[str, ...], ...]
    sure: frozenset[str]
    terms: tuple[str, ...]
    topic: frozenset[str]
    casing: Casing

    def passage(self, note: Note) -> Passage:
        """The part of the answer that a note was made from; an empty one where that is unknown."""
        source = fold(flat(note.source))
        for each in self.passages:
            if source and source in fold(each.text):
                return each
        titled = (each for each in self.passages if each.title == note.section)
        return next(titled, Passage(note.section, "", frozenset()))

    def about(self, title: str) -> Passage | None:
        """The part of the answer under a title, however it is spelled."""
        wanted = fold(title)
        return next((each for each in self.passages if fold(each.title) == wanted), None)


def material(document: Document, notes: Sequence[Kept]) -> Material:
    """All that the kinds of questions need of a document."""
    answer = document.answer
    texts = (answer.intro, *(section.blocks for section in answer.sections), answer.closing)
    told_in = (flat(each.runs) for blocks in texts for each in sentences(blocks))
    spelling = casing(told_in, document.front.keywords)
    passages = tuple(_passages(document))
    running = " ".join(passage.text for passage in passages)
    told = fold(running)
    spelled = [
        tuple(dict.fromkeys(_inside(term, spelling, running) for term in terms))
        for terms in _lists(document, notes)
    ]
    lists = dict.fromkeys(_levelled(terms, spelling) for terms in spelled)
    keywords = (word for word in _short(document.front.keywords) if fold(word) in told)
    names = (_inside(word, spelling, running) for word in keywords)
    return Material(
        document=document,
        notes=tuple(notes),
        passages=passages,
        lists=tuple(terms for terms in lists if len(terms) >= _FEWEST),
        sure=frozenset(term for terms in spelled for term in terms),
        terms=tuple(dict.fromkeys((*names, *_hidden(notes)))),
        topic=families(document.front.question),
        casing=spelling,
    )


def _hidden(notes: Sequence[Kept]) -> Iterator[str]:
    """The terms that notes hide inside their sentences."""
    for kept in notes:
        if isinstance(kept.note.body, Cloze):
            for sentence in sentences(kept.note.body.text):
                yield from (run.text for run in sentence.runs[1:] if isinstance(run, Hole))


def _passages(document: Document) -> Iterator[Passage]:
    answer = document.answer
    for section in answer.sections:
        yield _passage(section.title, section.blocks)
    yield _passage("", answer.intro)
    yield _passage("", answer.closing)


def _passage(title: str, blocks: Blocks) -> Passage:
    text = plain(blocks)
    return Passage(title, text, families(text))


def _inside(term: str, spelling: Casing, running: str) -> str:
    """A term as the document spells it inside a sentence, else as its casing tells."""
    small, wanted = running.lower(), term.lower()
    at = small.find(wanted) if len(small) == len(running) else -1
    while at >= 0:
        end = at + len(wanted)
        if _INSIDE.fullmatch(running[max(at - 2, 0) : at]) and not running[end : end + 1].isalnum():
            return running[at:end]
        at = small.find(wanted, at + 1)
    return spelling.inside(term)


def _levelled(terms: tuple[str, ...], spelling: Casing) -> tuple[str, ...]:
    """A list of which one member is written small has no capitals in the others, names aside."""
    if not any(term[0].islower() for term in terms):
        return terms
    return tuple(dict.fromkeys(_CAPITAL.sub(partial(_small, spelling), term) for term in terms))


def _small(spelling: Casing, match: re.Match[str]) -> str:
    word = match.group()
    small = word.lower()
    return word if {small, f"{small}'s", f"{small}’s"} & spelling.names else small


def _lists(document: Document, notes: Sequence[Kept]) -> Iterator[tuple[str, ...]]:
    sections = document.answer.sections
    for _, members in groupby(sections, key=lambda section: section.group):
        yield tuple(_named(members))
    yield tuple(_groups(sections))
    for section in sections:
        yield from _inner(section.blocks)
    yield from _inner(document.answer.intro)
    defined = (kept.note for kept in notes)
    yield tuple(flat(note.body.term) for note in defined if isinstance(note.body, Term))


def _named(sections: Iterable[Section]) -> Iterator[str]:
    return _short(each.title for each in sections if each.nature is Nature.NAMED)


def _groups(sections: Iterable[Section]) -> Iterator[str]:
    return _short(dict.fromkeys(each.group for each in sections if each.group))


def _inner(blocks: Blocks) -> Iterator[tuple[str, ...]]:
    for block in blocks:
        match block:
            case Listing(entries=entries):
                yield tuple(_short(entry.label for entry in entries if entry.label))
                for entry in entries:
                    yield from _inner(entry.blocks)
            case Table(rows=rows):
                yield from (tuple(_column(cells)) for cells in zip(*rows, strict=False))
            case _:
                pass


def _column(cells: Iterable[Runs]) -> Iterator[str]:
    return _short(flat(cell).strip() for cell in cells)


def _short(terms: Iterable[str]) -> Iterator[str]:
    for term in terms:
        if 0 < count(term) <= _MOST_WORDS and term[0].isalnum() and not _REMARK.search(term):
            yield term
