"""Clauses found in a row of groups: what leads, the subject, the verb, and the parts that follow.

A parser that never goes back: each function takes a place in the row and says what begins there
and where it ends. What fits no rule ends the reading, and the sentence is not ``whole`` then.
"""

import re
from typing import Final

from cardsmith.grammar.chunks import Chunks
from cardsmith.grammar.complements import PREDICATE, TIME, inner, parts, preposition
from cardsmith.grammar.nouns import CLAUSE
from cardsmith.grammar.reading import ClauseKind, PartKind
from cardsmith.grammar.rows import Found, Piece, Row, matched
from cardsmith.grammar.subjects import subject

__all__ = ["clauses"]

_LONGEST: Final = 60  # groups; what is longer is left alone
_MOST: Final = 4  # parts before a subject
# What may hang on a leading group: "In response to the doubts raised by critics,".
_TAIL: Final = re.compile(
    r"(?:(?:[po]N(?:(?:,N){0,5},?CN)?){1,4}|[EG][^V,;]{0,10}|,?W[^V]{0,5}V[^V,]{0,10})(?=,)"
)
_TELLING: Final = re.compile(r"[IGE]R?N?[StW]")
# Adverbs without -ly that begin a sentence and need no comma.
_ADVERBS: Final = frozenset("also here now often once sometimes soon then there thus today".split())


def clauses(chunks: Chunks, first: tuple[str, ...]) -> tuple[list[Found], bool]:
    """The clauses of a sentence in order, and whether every group found its place.

    ``first`` are the small first words of the groups.
    """
    row = Row(chunks.kinds.rstrip('."'), first, [])
    found: list[Found] = []
    if not row.kinds or len(row.kinds) > _LONGEST:
        return found, False
    at = 0
    while at < len(row.kinds) and not row.lost:
        clause = _main(row, at, found[-1] if found else None)
        if clause is None:
            row.lost = True
            break
        found.append(clause)
        at = clause.end
    return [*found, *row.inner], not row.lost


def _main(row: Row, at: int, before: Found | None) -> Found | None:
    """A main clause from ``at``, or a second predicate of the clause before it."""
    start = at
    while row.kind(at) in ";,":
        at += 1
    at += row.kind(at) == "C"
    if before is not None and row.comes(PREDICATE, at):
        return _told(row, start, (), before.subject, at + (row.kind(at) == "R"))
    lead, begins = _lead(row, at)
    found = subject(row, at) if lead and row.kind(at) == "G" else None
    if found is not None:  # "Keeping bees, such as bumblebees, is" has no lead
        lead = ()
    else:
        found = subject(row, begins)
    if found is None:
        return None
    verb = found.end
    while row.kind(verb) == "R":
        verb += 1
    # a base form where a finite verb is due is one that the tagger took for an infinitive
    return _told(row, start, lead, found, verb) if row.kind(verb) in "VB" else None


def _told(row: Row, start: int, lead: tuple[Piece, ...], found: Piece, verb: int) -> Found:
    rest, end = parts(row, verb + 1)
    return Found(ClauseKind.MAIN, start, end, -1, lead, found, verb, rest)


# ---------------------------------------------------------------- before the subject


def _lead(row: Row, at: int) -> tuple[tuple[Piece, ...], int]:
    lead: list[Piece] = []
    while row.kind(at) in "RpoSGEAI" and len(lead) < _MOST:
        piece = _leading(row, at)
        if piece is None:
            break
        lead.append(piece)
        at = piece.end + (row.kind(piece.end) == ",")
    return tuple(lead), at


def _leading(row: Row, at: int) -> Piece | None:
    """A part before the subject; its comma is needed but for "In 1926 the ..."."""
    kind = row.kind(at)
    if kind == "R":
        sure = row.kind(at + 1) == "," or row.first[at].endswith("ly") or row.first[at] in _ADVERBS
        return Piece(at, at + 1, PartKind.ADVERB, at + 1) if sure else None
    if kind == "S" or (row.first[at] in TIME and row.comes(CLAUSE, at + 1)):
        return _leading_clause(row, at)
    if kind in "po":
        piece = preposition(row, at)
        end = at if piece is None else matched(_TAIL, row, piece.end)
        return piece.ended(end) if piece and row.kind(end) in ",NPX" else None
    comma = row.kinds.find(",", at)
    if comma < 0 or ("V" in row.kinds[at:comma] and not _holds_clause(row, at, comma)):
        return None
    if row.kinds[at:comma] == "GA" and row.kind(comma + 1) == "N":
        return None  # "Using thick, soft paper helps": the comma parts adjectives
    named = {"A": PartKind.ADJECTIVE, "I": PartKind.INFINITIVE}
    return Piece(at, comma, named.get(kind, PartKind.PARTICIPLE), comma)


def _holds_clause(row: Row, at: int, comma: int) -> bool:
    """Whether a leading infinitive or participle ends in a clause: "To find out if it rains,"."""
    return (
        row.comes(_TELLING, at)
        and row.kinds.count("V", at, comma) == 1
        and row.comes(CLAUSE, comma + 1)
    )


def _leading_clause(row: Row, at: int) -> Piece | None:
    """A clause such as "When the artery is torn,": it ends at the comma before the subject."""
    verb = row.kinds.find("V", at)
    end = row.kinds.find(",", at)
    if 0 < end < verb and row.kind(at + 1) in "EGAp":
        return Piece(at, end, PartKind.SUBORDINATE, end)  # "If left untreated,"
    end = row.kinds.find(",", verb)
    while end >= 0 and not row.comes(CLAUSE, end + 1):
        end = row.kinds.find(",", end + 1)
    if verb < 0 or end < 0:
        return None
    inside = row.until(end)
    clause = inner(inside, at, ClauseKind.SUBORDINATE)
    row.lost = row.lost or inside.lost or clause is None or clause.end != end
    return Piece(at, end, PartKind.SUBORDINATE, end)
