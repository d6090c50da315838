"""The subject of a main clause, with the clauses, participles and asides that hang on it."""

import re
from typing import Final

from cardsmith.grammar.complements import relative
from cardsmith.grammar.nouns import plain_subject
from cardsmith.grammar.rows import Piece, Row, matched

__all__ = ["subject"]

_MOST: Final = 4  # things that hang on one subject
_ASIDE: Final = re.compile(
    r",(?:[RC]?[NEGApo][^V,WS;:?]{0,12}(?:(?:,[^V,WS;:?]{1,8}){1,8},?C[^V,WS;:?]{1,8})?|R),(?=R?V)"
)
_LIST: Final = "(?:(?:,N){0,5},?CN)?"
_REDUCED: Final = re.compile(
    rf"(?:[EG]R?(?:N(?:CN)?|A)?(?:[po](?:N|GN?){_LIST}){{0,4}}"  # "compounds formed in the liver"
    r"|I(?:CB)?R?(?:N(?:CN)?|A)?(?:[po]N(?:CG?N)?){0,3}"  # "the ability to see"
    r"(?:C[IB](?:N|A)?(?:[po]N){0,3})?"
    r"|A(?:[po]N){0,2})(?=R?V)"  # "the only drug available"
)

_WHEN: Final = re.compile(r",S[EGAp][^V,;]{0,12},(?=R?V)")  # ", when ripe,"
_TOLD: Final = re.compile(
    "[StW](?![GEApI])[^V]*$"
)  # a clause that has no verb yet: "that say how bees"
_CONTACT: Final = re.compile(r"PR?V[^V,;]{0,8}(?=R?V)")  # "the way they manage it"
_PLACE: Final = re.compile(r",S[^V]{0,8}V[^V]{0,12},(?=R?V)")  # ", where earners pay more,"


def subject(row: Row, at: int) -> Piece | None:
    """The subject that begins at a place, or None."""
    piece = plain_subject(row, at)
    if piece is None or row.kind(at) not in "NG":
        return piece
    end = piece.end
    for _ in range(_MOST):
        after = _hanging(row, end)
        if after == end:
            break
        end = after
    return piece.ended(end)


def _hanging(row: Row, at: int) -> int:
    """The end of one thing that hangs on a subject; a thing in commas ends behind the second."""
    if row.kind(at) in "RV":  # most often the verb follows
        return at
    for pattern in (_ASIDE, _REDUCED, _CONTACT, _PLACE, _WHEN):
        end = matched(pattern, row, at)
        if end > at:
            return end
    opener = at + (row.kind(at) == ",")
    opener += row.kind(opener) == "p" and row.kind(opener + 1) == "W"
    that = row.kind(opener) == "t" and row.kind(opener + 1) == "V"
    return _relative(row, at, opener) if that or row.kind(opener) == "W" else at


def _relative(row: Row, at: int, opener: int) -> int:
    """A relative clause ends before the next verb, or at a comma where one opened it."""
    closing = "," if row.kind(at) == "," else ""
    verb = row.kinds.find("V", opener)
    ends = [row.kinds.find(closing + sign, verb + 1) for sign in ("V", "RV", "B", "RB")]
    stop = min((end for end in ends if end >= 0), default=-1)
    if verb < 0 or stop < 0 or _TOLD.search(row.kinds, verb + 1, stop):
        return at
    inside = row.until(stop)
    clause = relative(inside, opener, at)
    row.lost = row.lost or clause is None or inside.lost or clause.end != stop
    return stop + len(closing)
