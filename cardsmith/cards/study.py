"""A document as the kinds of cards see it: topic, phrases, sentences that stand alone."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from cardsmith.cards import repair
from cardsmith.cards.acronyms import spelled
from cardsmith.cards.casing import Casing, casing
from cardsmith.cards.fragments import Shape, joined, shape
from cardsmith.cards.phrases import Index, index
from cardsmith.cards.sources import candidates
from cardsmith.cards.topic import topics
from cardsmith.grammar import (
    ENGLISH,
    UNKNOWN,
    Asked,
    Reading,
    count,
    families,
    language,
    questions,
    read,
)
from cardsmith.markup import flat, images, sentences
from cardsmith.model import (
    Answer,
    Blocks,
    Code,
    Document,
    Entry,
    Image,
    Listing,
    Math,
    Nature,
    Paragraph,
    Rejection,
    Runs,
    Section,
    Sentence,
    Span,
)
from cardsmith.parser.titles import nature

__all__ = ["LONGEST", "READ", "SHORTEST", "Piece", "Study", "spoken", "study"]

# rule R2, in words
SHORTEST: Final = 7
LONGEST: Final = 32
# and in characters, since signs are no words, and reading a row of them takes long
_MOST: Final = 1_500
# sentences that tell a language
_SAMPLE: Final = 8

_POINTS_AWAY: Final = re.compile(
    r"\b(?:(?:as|the|see|table|figure|list|listed|shown|described|given|code|example|diagram) "
    r"(?:above|below)|(?:above|below)(?=[.,;:)])|aforementioned|(?:the|as) following|mentioned|"
    r"this (?:article|answer|section|text|document|question)|discussed|the (?:former|latter)|"
    r"here)\b|[:;,]$",
    re.IGNORECASE,
)
# languages whose sentences are read; an unknown one is a text too short to tell
READ: Final = frozenset({ENGLISH, UNKNOWN})
# a sentence begins with a capital, unless its first word is spelled its own way ("mRNA", "pH")
_FRAGMENT: Final = re.compile(r"[a-z]+(?![\w-]*[A-Z])\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence that stands alone.

    ``section`` is the index of its section, -1 in the intro; ``title`` its label as it stands
    inside a sentence, "" where it has none worth saying; ``place`` counts from 0 under that label.
    ``runs`` may be repaired, ``source`` is the sentence as written. ``asked`` are the questions
    that it answers, ``nouns`` its noun groups without their determiners, as offsets into ``text``.
    """

    runs: Runs
    text: str
    source: Runs
    span: Span
    section: int
    title: str
    place: int
    asked: tuple[Asked, ...]
    nouns: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Study:
    """What every kind of card looks at, made once for a document.

    ``secret`` are the word families of the topic, which no front can hide; ``images`` the pictures
    by the title of the part that shows them, "" for the intro. ``readable`` tells whether its
    language is one whose sentences are read.
    """

    document: Document
    topics: tuple[str, ...]
    secret: frozenset[str]
    casing: Casing
    phrases: Index
    pieces: tuple[Piece, ...]
    rejected: tuple[Rejection, ...]
    images: Mapping[str, tuple[Image, ...]]
    readable: bool

    def title(self, piece: Piece) -> str:
        """The title of the section that a sentence stands in, "" in the intro."""
        sections = self.document.answer.sections
        return sections[piece.section].title if piece.section >= 0 else ""


def spoken(document: Document) -> str:
    """The language that a document is taken to be in (ISO 639-1, "" where too little tells)."""
    told = islice(sentences(_whole(document.answer)), _SAMPLE)
    return language(" ".join([document.front.question, *(_prose(each.runs) for each in told)]))


def study(document: Document) -> Study:
    """The document, looked at once for all kinds."""
    told = [_prose(each.runs) for each in sentences(_whole(document.answer))]
    spelling = casing([document.front.question, *told], document.front.keywords)
    pieces: list[Piece] = []
    rejected: list[Rejection] = []
    tongue = spoken(document)
    readable = tongue in READ
    for thing in _pieces(document, spelling) if readable else _unread(document, tongue):
        if isinstance(thing, Piece):
            pieces.append(thing)
        else:
            rejected.append(thing)
    terms = topics(document.front)
    return Study(
        document,
        terms,
        _topic_families(document, terms),
        spelling,
        index(candidates(document)),
        tuple(pieces),
        tuple(rejected),
        _images(document),
        readable,
    )


def _whole(answer: Answer) -> Blocks:
    inner = (block for section in answer.sections for block in section.blocks)
    return (*answer.intro, *inner, *answer.closing)


def _unread(document: Document, tongue: str) -> Iterator[Piece | Rejection]:
    """Why no sentence is looked at: English grammar would make nonsense of it."""
    front = document.front
    yield Rejection(front.key, "sentence", "language", tongue, front.span)


def _images(document: Document) -> dict[str, tuple[Image, ...]]:
    answer = document.answer
    parts = [("", answer.intro), *((each.title, each.blocks) for each in answer.sections)]
    return {title: tuple(image for image, _ in images(blocks)) for title, blocks in parts}


def _prose(runs: Runs) -> str:
    """The words of a sentence; code and formulas have a spelling of their own."""
    return "".join([run.text for run in runs if not isinstance(run, Code | Math)])


def _topic_families(document: Document, terms: tuple[str, ...]) -> frozenset[str]:
    """The families of the topic: of the question, and of acronyms of what it names."""
    asked = families(" ".join((*terms, document.front.question)))
    short = frozenset(
        family
        for body in (document.answer.intro, *(each.blocks for each in document.answer.sections))
        for sentence in sentences(body)
        for acronym, long in spelled(flat(sentence.runs))
        if families(long) <= asked
        for family in families(acronym)
    )
    return asked | short


def _pieces(document: Document, spelling: Casing) -> Iterator[Piece | Rejection]:
    answer = document.answer
    yield from _under(document, spelling, -1, "", answer.intro)
    for number, section in enumerate(answer.sections):
        yield from _under(document, spelling, number, _label(section), section.blocks)


def _label(section: Section) -> str:
    return section.title if section.nature is Nature.NAMED else ""


def _under(
    document: Document, spelling: Casing, section: int, title: str, blocks: Blocks
) -> Iterator[Piece | Rejection]:
    """The sentences under one title, those under a label of a list under that label."""
    place = 0
    for block in blocks:
        match block:
            case Paragraph(sentences=inner):
                for sentence in inner:
                    yield _piece(document, spelling, (section, title, place), sentence)
                    place += 1
            case Listing(entries=entries):
                for entry in entries:
                    yield from _entry(document, spelling, section, title, entry)
            case _:
                pass


def _entry(
    document: Document, spelling: Casing, section: int, title: str, entry: Entry
) -> Iterator[Piece | Rejection]:
    """A list's entry, under its own label where that is a name."""
    own = entry.label if entry.label and nature(entry.label) is Nature.NAMED else ""
    label = own if entry.label else title
    yield from _under(document, spelling, section, label, entry.blocks)


def _piece(
    document: Document, spelling: Casing, where: tuple[int, str, int], sentence: Sentence
) -> Piece | Rejection:
    section, title, place = where
    made = _standing(sentence.runs, repair.Label(title if place == 0 else ""), spelling)
    if isinstance(made, str):
        text = flat(sentence.runs)
        return Rejection(document.front.key, "sentence", made, text, sentence.span)
    runs, reading = made
    return Piece(
        runs=runs,
        text=flat(runs),
        source=sentence.runs,
        span=sentence.span,
        section=section,
        title=spelling.inside(title),
        place=place,
        asked=tuple(questions(reading)),
        nouns=tuple(_nouns(reading)),
    )


def _nouns(reading: Reading) -> Iterator[tuple[int, int]]:
    """The noun groups of a sentence up to their heads, without determiners."""
    for group in reading.nouns:
        start = group.start + bool(group.determiner)
        if start <= group.head:
            yield reading.tokens[start].start, reading.tokens[group.head].end


def _standing(source: Runs, label: repair.Label, spelling: Casing) -> tuple[Runs, Reading] | str:
    """The sentence so that it stands alone, with its reading, or the code of what is wrong."""
    written = flat(source)
    if not written.rstrip("\"'”’)").endswith((".", "!")) or _FRAGMENT.match(written):
        return "no-sentence"
    if _POINTS_AWAY.search(written):
        return "points-away"
    if len(written) > _MOST:
        return "length"
    runs = repair.standing(source, label, spelling)
    if runs is None:
        return "leans-on-context"
    # cheap rules first: a reading costs more than all of them
    text = flat(runs)
    if not repair.complete(text):
        return "points-out"
    return "length" if _is_long(text) else _read(runs, label, spelling)


def _is_long(text: str) -> bool:
    return len(text) > _MOST or count(text) > LONGEST


def _read(runs: Runs, label: repair.Label, spelling: Casing) -> tuple[Runs, Reading] | str:
    """The sentence and its reading; a fragment together with its label."""
    reading = read(runs)
    if (kind := shape(reading)) is not Shape.WHOLE:
        whole = joined(runs, kind, label, spelling)
        if whole is None:
            return "fragment"
        if _is_long(flat(whole)):
            return "length"
        runs, reading = whole, read(whole)
    return (runs, reading) if SHORTEST <= count(flat(runs)) <= LONGEST else "length"
