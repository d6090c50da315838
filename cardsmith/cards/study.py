"""A document as the kinds of cards see it: topic, phrases, sentences that stand alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from cardsmith.cards.abroad.alone import Alone, standing
from cardsmith.cards.abroad.topic import topics as topics_abroad
from cardsmith.cards.acronyms import spelled
from cardsmith.cards.casing import Casing, casing
from cardsmith.cards.choosing.choice import Choice, choices, worth
from cardsmith.cards.choosing.phrases import Index, index
from cardsmith.cards.choosing.sources import candidates
from cardsmith.cards.questions.sorts import sorts
from cardsmith.cards.sentences.pieces import Piece, Sequel, pieces
from cardsmith.cards.topic import TERMS, topics
from cardsmith.grammar import ENGLISH, UNKNOWN, families, language
from cardsmith.markup import flat, images, sentences
from cardsmith.model import (
    Answer,
    Blocks,
    Code,
    Document,
    Image,
    Math,
    Nature,
    Rejection,
    Runs,
    Span,
)

__all__ = ["READ", "Piece", "Sequel", "Study", "spoken", "study"]

# sentences that tell a language
_SAMPLE: Final = 8

# languages whose sentences are read; an unknown one is a text too short to tell
READ: Final = frozenset({ENGLISH, UNKNOWN})


@dataclass(frozen=True, slots=True)
class Study:
    """What every kind of card looks at, made once for a document.

    ``secret`` are the word families of the question, which no front can hide; ``named`` those of
    them that name what the document is about, which may stand on a front beside an answer that
    says more. ``images`` are the pictures by the title of the part that shows them, "" for the
    intro; ``pairs`` sentences that lean on the one before, each together with it; ``sequels`` those
    that go on with "This", whatever their length. ``sorts`` tells what each thing is, by its folded
    name; ``choices`` the word groups of each sentence with their worth. ``language`` is ISO 639-1,
    "" where too little tells. One that is not read has no pieces: ``alone`` are the sentences that
    stand alone as far as their words tell.
    """

    document: Document
    topics: tuple[str, ...]
    secret: frozenset[str]
    named: frozenset[str]
    casing: Casing
    phrases: Index
    pieces: tuple[Piece, ...]
    pairs: tuple[Piece, ...]
    sorts: Mapping[str, str]
    choices: Mapping[Span, tuple[Choice, ...]]
    rejected: tuple[Rejection, ...]
    images: Mapping[str, tuple[Image, ...]]
    language: str
    alone: tuple[Alone, ...] = ()
    sequels: tuple[Sequel, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether the language is one whose sentences are read."""
        return self.language in READ

    def worth(self, piece: Piece, start: int, end: int) -> float:
        """What words of a sentence are worth as an answer, 0 to 1."""
        return worth(self.choices.get(piece.span, ()), start, end)

    def named_title(self, piece: Piece) -> str:
        """The title of its section as it stands inside a sentence, "" where it names nothing."""
        sections = self.document.answer.sections
        named = piece.section >= 0 and sections[piece.section].nature is Nature.NAMED
        return self.casing.inside(sections[piece.section].title) if named else ""

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
    found: list[Piece] = []
    unread: list[Alone] = []
    sequels: list[Sequel] = []
    rejected: list[Rejection] = []
    tongue = spoken(document)
    readable = tongue in READ
    for thing in pieces(document, spelling) if readable else _unread(document, tongue):
        match thing:
            case Piece():
                found.append(thing)
            case Sequel():
                sequels.append(thing)
            case Alone():
                unread.append(thing)
            case Rejection():
                rejected.append(thing)
    terms = topics(document.front) if readable else topics_abroad(document.front, tongue)
    alone = tuple(piece for piece in found if not piece.start)
    phrases = index(candidates(document))
    return Study(
        document,
        terms,
        _topic_families(document, terms),
        _named_families(document, terms[:TERMS]),
        spelling,
        phrases,
        alone,
        tuple(piece for piece in found if piece.start),
        sorts(document, alone, spelling),
        choices(document, found, phrases),
        tuple(rejected),
        _images(document),
        tongue,
        tuple(unread),
        tuple(sequels),
    )


def _named_families(document: Document, terms: tuple[str, ...]) -> frozenset[str]:
    """The families of the topic line, and of keywords that the question names whole."""
    front = document.front
    asked = families(front.question)
    keywords = (keyword for keyword in front.keywords if families(keyword) <= asked)
    return families(" ".join((*terms, *keywords)))


def _whole(answer: Answer) -> Blocks:
    inner = (block for section in answer.sections for block in section.blocks)
    return (*answer.intro, *inner, *answer.closing)


def _unread(document: Document, tongue: str) -> Iterator[Alone | Rejection]:
    """The sentences of another language; English grammar would make nonsense of them."""
    front = document.front
    yield Rejection(front.key, "sentence", "language", tongue, front.span)
    yield from standing(document, tongue)


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
