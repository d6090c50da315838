"""Two things set against each other: by "while", "whereas", "unlike", "than", "In contrast"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.choosing.phrases import occurrences
from cardsmith.cards.study import Piece, Study
from cardsmith.grammar import (
    SURE,
    Asked,
    Clause,
    ClauseKind,
    NounGroup,
    Part,
    PartKind,
    Pieces,
    Reading,
    Tense,
    count,
    families,
)
from cardsmith.markup import cut, flat
from cardsmith.model import Runs, Text

__all__ = ["Opposed", "marked", "opposed", "turned"]

_AGAINST: Final = frozenset(("whereas", "while"))
_LEADS: Final = frozenset(("in contrast to", "unlike"))
_TURN: Final = re.compile(
    r"(?:by contrast|conversely|in contrast|on the other hand),", re.IGNORECASE
)
# questions for the predicate, the one with the surest single answer first
_WORDINGS: Final = ("how-many", "when", "where", "governed", "members", "object", "claim", "how")
_LONGEST_SIDE: Final = 14
_LONGEST_THING: Final = 4
_POINTING: Final = frozenset(("PRP", "PRP$"))
_DEMONSTRATIVES: Final = frozenset("that this these those such both another other".split())
_DEGREES: Final = frozenset(("JJR", "RBR"))


@dataclass(frozen=True, slots=True)
class Opposed:
    """A question behind the other side, which is told first (empty where it stands within).

    ``start`` and ``end`` are offsets of its answer.
    """

    wording: str
    told: Runs
    pieces: Pieces
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Side:
    """A thing that something is told of: its name without an article, and the noun of that."""

    name: str
    noun: str


def opposed(piece: Piece, study: Study) -> Iterator[Opposed]:
    """What a sentence that sets two things against each other may be asked, the best first."""
    main = _only(piece.reading)
    if main is not None:
        yield from _beside(piece, main, study)
        yield from _more(piece, main, study)


def turned(before: Piece, piece: Piece, study: Study) -> Iterator[Opposed]:
    """What a sentence may be asked that turns from the one before it: "In contrast, ..."."""
    first, second = _only(before.reading), _only(piece.reading)
    if first is None or second is None or not _TURN.match(flat(piece.source)):
        return
    one = _side(before.reading, first.subject.start)
    other = _side(piece.reading, second.subject.start)
    end = _end(before.reading, first)
    if first.lead or not _siblings(one, other, study) or not _stands(before.reading, 0, end):
        return
    said = cut(before.runs, 0, before.reading.tokens[end - 1].end)
    head = said[0] if said else None
    if count(flat(said)) <= _LONGEST_SIDE and isinstance(head, Text):
        small = Text(study.casing.start(head.text))
        yield from _asked(piece, second, (Text("While "), small, *said[1:], Text(", ")))


def _only(reading: Reading) -> Clause | None:
    """The main clause of a sentence that is understood and has no other."""
    mains = [each for each in reading.clauses if each.kind is ClauseKind.MAIN]
    return mains[0] if reading.whole and len(mains) == 1 else None


def _end(reading: Reading, main: Clause) -> int:
    """The end of a clause without what hangs on it in commas."""
    end = main.verb.end
    for part in main.parts:
        if reading.tokens[part.start - 1].tag in {",", ":"}:
            break
        end = part.end
    return end


def _beside(piece: Piece, main: Clause, study: Study) -> Iterator[Opposed]:
    """What one side does, asked behind the other: "While arteries carry blood away, what ...?"."""
    reading = piece.reading
    part = _against(main)
    if part is None:
        return
    at = part.start + count(part.opener)
    one, other = _side(reading, main.subject.start), _side(reading, at)
    clause = part.kind is PartKind.SUBORDINATE
    if not _siblings(one, other, study) or (clause and not _tells(reading, at, part.end)):
        return
    start, end = reading.tokens[at].start, reading.tokens[part.end - 1].end
    if _stands(reading, at, part.end) and count(reading.text[start:end]) <= _LONGEST_SIDE:
        opener = "While " if clause else "Unlike "
        yield from _asked(piece, main, (Text(opener), *cut(piece.runs, start, end), Text(", ")))


def _against(main: Clause) -> Part | None:
    """The one part that brings the other side, before the subject or at the end."""
    against = [
        part
        for part in (*main.lead, *main.parts)
        if (part.kind is PartKind.SUBORDINATE and part.opener in _AGAINST)
        or (part.kind is PartKind.PREPOSITION and part.opener in _LEADS)
    ]
    return against[0] if len(against) == 1 else None


def _tells(reading: Reading, at: int, end: int) -> bool:
    """Whether the group at a place is the subject of a finite verb: "(while) veins carry"."""
    group = _group(reading, at)
    return group is not None and any(
        verb.tense is not Tense.NONE and verb.start == group.end and verb.end <= end
        for verb in reading.verbs
    )


def _stands(reading: Reading, start: int, end: int) -> bool:
    """Whether nothing in the other side points outside it."""
    return not any(
        token.tag in _POINTING or token.text.casefold() in _DEMONSTRATIVES
        for token in reading.tokens[start:end]
    )


def _asked(piece: Piece, main: Clause, told: Runs) -> Iterator[Opposed]:
    """The questions for the predicate of the main clause that are certain, the best first."""
    begins = piece.reading.tokens[main.verb.start].start
    for wording in _WORDINGS:
        for each in piece.asked:
            fits = each.wording == wording and each.start >= begins and each.certainty >= SURE
            if fits and isinstance(each.pieces[0], str):
                yield Opposed(wording, told, _small(each), each.start, each.end)


def _small(asked: Asked) -> Pieces:
    """A question further in: its first word loses its capital."""
    first, *rest = asked.pieces
    return (first[:1].lower() + first[1:] if isinstance(first, str) else first, *rest)


def _more(piece: Piece, main: Clause, study: Study) -> Iterator[Opposed]:
    """The side that has more of something: "Which is denser, bone or cartilage?"."""
    reading, tokens = piece.reading, piece.reading.tokens
    than = main.parts[-1] if main.parts else None
    if than is None or than.opener != "than" or main.lead or main.verb.negated:
        return
    one, other = _group(reading, main.subject.start), _group(reading, than.start + 1)
    said = tokens[main.verb.start : than.start]
    compared = any(token.tag in _DEGREES for token in said)
    twice = any(token.text.casefold() == "than" for token in said)
    if not compared or twice or one is None or other is None:
        return
    whole = one.end == main.subject.end and other.end == than.end
    if not whole or not _siblings(_side(reading, one.start), _side(reading, other.start), study):
        return
    spans = [(tokens[each.start].start, tokens[each.end - 1].end) for each in (one, other)]
    # by the alphabet, so that the place of a side says nothing
    first, second = sorted(spans, key=lambda span: reading.text[slice(*span)].casefold())
    predicate = (tokens[main.verb.start].start, tokens[than.start - 1].end)
    yield Opposed("more", (), ("Which", predicate, ",", first, "or", second, "?"), *spans[0])


def _group(reading: Reading, start: int) -> NounGroup | None:
    return next((group for group in reading.nouns if group.start == start), None)


def _side(reading: Reading, start: int) -> _Side | None:
    group = _group(reading, start)
    if group is None:
        return None
    first = reading.tokens[min(group.start + bool(group.determiner), group.head)]
    name = reading.text[first.start : reading.tokens[group.end - 1].end]
    return _Side(name, reading.tokens[group.head].lemma.casefold())


def _siblings(one: _Side | None, other: _Side | None, study: Study) -> bool:
    """Whether two sides name things of one kind, or are both terms of the document."""
    if one is None or other is None:
        return False
    names = (one.name, other.name)
    if max(map(count, names)) > _LONGEST_THING or families(one.name) == families(other.name):
        return False
    same = one.noun == other.noun and min(map(count, names)) > 1
    return same or all(marked(name, study) for name in names)


def marked(name: str, study: Study) -> bool:
    """Whether words are a term of the document: a keyword, a title, bold, an acronym."""
    found = next(occurrences(name, study.phrases), None)
    return found is not None and found.end - found.start == len(name)
