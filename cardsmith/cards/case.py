"""An example asked for its concept, and examples asked for together: "Name two dural folds."."""

import re
from collections.abc import Iterator
from typing import Final

from cardsmith.cards.casing import capital
from cardsmith.cards.cloze import name
from cardsmith.cards.commonness import commonest
from cardsmith.cards.facts import praise, telling
from cardsmith.cards.pages import line, text
from cardsmith.cards.questions.examples import examples
from cardsmith.cards.questions.genus import Genus, genus
from cardsmith.cards.questions.worded import worded
from cardsmith.cards.relations.members import Members, members
from cardsmith.cards.relations.opposed import marked
from cardsmith.cards.study import Piece, Study
from cardsmith.cards.topic import context
from cardsmith.grammar import POINTERS, count, families
from cardsmith.markup import flat, fold, plain
from cardsmith.model import QA, Note, Rejection

__all__ = ["make"]

SCORE: Final = 88
NAMED: Final = 80
MOST_WORDS: Final = 4
# a concept of words that many documents use is one of many that would fit
RARE: Final = 5
TELLING: Final = 3
LONGEST: Final = 25
# what the topic line says need not be said again at length
LONGEST_REST: Final = 4
# "Which type is this?" asks for nothing
LONGEST_OF_SORT: Final = 8
# an example is worth asking where its concept has siblings
FEWEST: Final = 3

_SORTS: Final = frozenset("category class form kind level sort stage type".split())
_EXAMPLE: Final = re.compile(r"(?:for example|for instance),? ", re.IGNORECASE)
_SAYS_SO: Final = re.compile(r"\b(?:examples?|illustrates?|such|this|these)\b", re.IGNORECASE)
# what an example can be a case of: "A benefit of sleep" has no cases
_CONCEPTS: Final = frozenset(
    """approach attack behavior bias category class competition conflict control defect defense
    device discrimination distortion error exercise fallacy feature form format gesture heuristic
    illusion kind law level maneuver mechanism method model mutation
    operator pattern phase phrase practice principle procedure process protocol reaction reinforcer
    relationship rule schedule selection sort species stage standard strategy style tactic technique
    theory trigger type violation""".split()
)


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each concept that an example stands for, one for each row of examples."""
    asked: set[str] = set()
    for piece in study.pieces:
        if _EXAMPLE.match(flat(piece.source)) and piece.title and not piece.start:
            for thing in _case(study, piece):
                if isinstance(thing, Rejection) or fold(piece.title) not in asked:
                    yield thing
                if isinstance(thing, Note):
                    asked.add(fold(piece.title))
        yield from _together(study, piece)


def _together(study: Study, piece: Piece) -> Iterator[Note | Rejection]:
    """The note for the examples of a sentence: by their kind, else by what is said of them."""
    named = [_named(study, piece, found) for found in members(piece)]
    found = examples(piece)
    if found is None or any(isinstance(each, Note) for each in named):
        yield from named
        return
    ask = line(worded(piece.runs, found.pieces, study.casing), piece.span)
    answer = line(text(capital(", ".join(found.names))), piece.span)
    yield _note(study, piece, QA((ask,), (answer,)), "members")


def _case(study: Study, piece: Piece) -> Iterator[Note | Rejection]:
    """The note that asks for the concept of an example, where its concept is one of a kind."""
    kind = _kind(study, piece)
    if kind is None:
        return
    code = _fault(study, piece)
    if code:
        yield Rejection(study.document.front.key, "case", code, piece.text, piece.span)
        return
    most = LONGEST_OF_SORT if kind.kind.casefold() in _SORTS else LONGEST_REST
    rest = kind.rest if count(kind.rest) <= most or not study.topics else ""
    worded = " ".join(study.casing.inside(f"{kind.kind} {rest}").split())
    front = (line(piece.runs, piece.span), line(text(f"Which {worded} is this?"), piece.span))
    if count(plain(front)) > LONGEST:
        yield Rejection(study.document.front.key, "case", "long-front", piece.text, piece.span)
        return
    yield _note(study, piece, QA(front, (line(text(capital(piece.title)), piece.span),)), "case")


def _kind(study: Study, piece: Piece) -> Genus | None:
    """What the concepts of a document are, where examples can be cases of them."""
    sections = study.document.answer.sections
    group = sections[piece.section].group if piece.section >= 0 else ""
    kind = genus(group or study.document.front.question)
    siblings = [each for each in sections if each.group == group]
    if kind is None or len(siblings) < FEWEST:
        return None
    head = kind.kind.rsplit(" ", 1)[-1].casefold()
    return kind if head in _CONCEPTS else None


def _fault(study: Study, piece: Piece) -> str:
    """Why an example is no case: R5, a concept that is none, an example that tells little."""
    title = piece.title
    own = families(title) - study.secret
    keywords = {fold(keyword) for keyword in study.document.front.keywords}
    first = title.split(" ", 1)[0].casefold()
    if count(title) > MOST_WORDS or first in POINTERS:
        return "long-answer"
    if commonest(title) < RARE and fold(title) not in keywords:
        return "answer-worthless"
    if not own or own & families(piece.text):
        return "leak"
    if _SAYS_SO.search(piece.text):
        return "leans-on-context"
    few = telling(piece.text) < TELLING or praise(piece.text) > 1
    return "no-fact" if few else ""


def _named(study: Study, piece: Piece, found: Members) -> Note | Rejection:
    """Examples are asked for together, where the document is about their kind or marks them all.

    Anybody can name two diseases.
    """
    kind = families(found.genus)
    told = kind & families(" ".join(found.names))
    if told or not (kind & study.secret or all(marked(each, study) for each in found.names)):
        key = study.document.front.key
        return Rejection(key, "case", "leak" if told else "open-kind", found.genus, piece.span)
    ask = text(f"Name {found.number} {study.casing.start(found.genus)}.")
    answer = text(capital(", ".join(found.names)))
    body = QA((line(ask, piece.span),), (line(answer, piece.span),))
    return _note(study, piece, body, "members")


def _note(study: Study, piece: Piece, body: QA, wording: str) -> Note:
    hidden = plain(body.back)
    return Note(
        document=study.document.front.key,
        kind="case",
        name=f"{name(flat(piece.source))}-{wording}",
        body=body,
        context=context(study.topics, hidden),
        section="" if wording == "case" else study.title(piece),
        source=piece.source,
        span=piece.span,
        score=SCORE if wording == "case" else NAMED,
    )
