"""What follows a verb, part by part, to the end of its clause."""

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from cardsmith.grammar.nouns import CLAUSE, object_noun, plain_subject
from cardsmith.grammar.reading import ClauseKind, PartKind
from cardsmith.grammar.rows import NOUN, Found, Piece, Row, matched

__all__ = ["PREDICATE", "TIME", "inner", "parts", "preposition", "relative"]

Reader: TypeAlias = Callable[[Row, int, list[Piece]], Piece | None]

PREDICATE: Final = re.compile(r"R?V")
# Prepositions that open a clause when one follows.
TIME: Final = frozenset("as since until till before after than once while like".split())
_BARE_CLAUSE: Final = re.compile(r"[NPX](?:[po]N){0,2}R?V")
# "which in turn affects"; a base form there is a finite verb that the tagger mistook
_TO_VERB: Final = re.compile("(?:,?pN,?)?R?(?=[VB])")
_DEED: Final = re.compile("[VB]")
_STATE: Final = re.compile(r"R?[AER](?:CR?[AE])?")  # "as fresh and newly made"
_TWO: Final = re.compile("[po]C[po]")  # "before and after"
_ADVERB: Final = re.compile("R*")
# What a participle takes along: everything but a new clause.
_ABSORBED: Final = re.compile(
    r"[RNPAIpoGEB]|C(?=R?[NGEIABpo])"
    r"|,(?=N(?:[po]N)*(?:,N(?:[po]N)*)*,?CN)"
    r"|,(?=G[NRAop]{0,4}(?:,G[NRAop]{0,4})*,C[NRA]?G)"  # "by reading, writing, and counting"
    r"|,(?=B[NRAIop]{0,5}(?:,B[NRAIop]{0,5})*,?CR?B)"  # "to plan, set, and lead"
    r"|,(?=CR?[NGEIABpo])"
)
_APPOSITION: Final = re.compile(rf",{NOUN}(?:C{NOUN})?(?=,(?![NC])|[EGW]|$)")
_DETERMINERS: Final = frozenset("a an each her his its my our the their these this those".split())
# Right after a verb these begin what it tells: "shows how", "depends on whether".
_TELLING: Final = frozenset("how if where whether why".split())


def parts(row: Row, at: int) -> tuple[tuple[Piece, ...], int]:
    """The parts of a predicate from ``at``, and where its clause ends."""
    found: list[Piece] = []
    while at < len(row.kinds) and not row.lost and not _new_clause(row, at):
        read = _READERS.get(row.kinds[at])
        piece = None if read is None else read(row, at, found)
        if piece is None:
            row.lost = True
            break
        found.append(piece)
        at = piece.end
    return tuple(found), at


def _new_clause(row: Row, at: int) -> bool:
    kind = row.kind(at)
    if kind == ",":
        at += 1
        kind = row.kind(at)
    elif kind == ";":
        return True
    return kind == "C" and (row.comes(PREDICATE, at + 1) or row.comes(CLAUSE, at + 1))


def inner(row: Row, at: int, kind: ClauseKind) -> Found | None:
    """A clause after its opener: a subject, a verb and parts; kept among the inner ones."""
    subject = plain_subject(row, at + 1)
    if subject is None:
        return None
    verb = matched(_ADVERB, row, subject.end)
    return _told(row, (at, at), kind, subject, verb) if row.kind(verb) == "V" else None


def _told(row: Row, begins: tuple[int, int], kind: ClauseKind, subject: Piece, verb: int) -> Found:
    """A clause from where it begins and from its opener."""
    rest, end = parts(row, verb + 1)
    clause = Found(kind, begins[0], end, begins[1], (), subject, verb, rest)
    row.inner.append(clause)
    return clause


def relative(row: Row, at: int, noun_end: int) -> Found | None:
    """A relative clause from its pronoun; where the pronoun is the subject, the noun is."""
    verb = matched(_TO_VERB, row, at + 1)
    if not row.comes(_DEED, verb):
        return inner(row, at, ClauseKind.RELATIVE)
    noun = max(row.kinds.rfind("N", 0, noun_end), 0)
    subject = Piece(noun, noun + 1, PartKind.NOUN, noun + 1, ((noun, noun + 1),))
    return _told(row, (at, at), ClauseKind.RELATIVE, subject, verb)


# ---------------------------------------------------------------- what hangs on a noun


def _hung(row: Row, at: int) -> int:
    """The end of a restrictive clause or participle that hangs on a noun."""
    kind = row.kind(at)
    if kind == "W" or (kind == "t" and row.kind(at + 1) == "V"):
        clause = relative(row, at, at)
        row.lost = row.lost or clause is None
        return at if clause is None else clause.end
    if kind in "EG":
        return _participle(row, at).end
    if kind == "R" and row.kind(at + 1) == "E":  # "a disorder mainly caused by"
        return _participle(row, at + 1).end
    if kind == "p" and row.kind(at + 1) == "W":  # "the extent to which"
        return _rest(row, at, PartKind.RELATIVE).end
    return _contact(row, at)


def _contact(row: Row, at: int) -> int:
    """The end of a clause without a pronoun: "the noise it makes", "the role the heart plays"."""
    begins = row.kind(at) == "P" or (row.kind(at) == "N" and row.first[at] in _DETERMINERS)
    if not begins or not row.comes(_BARE_CLAUSE, at):
        return at
    subject = plain_subject(row, at)
    verb = at if subject is None else matched(_ADVERB, row, subject.end)
    if subject is None or row.kind(verb) != "V":
        return at
    return _told(row, (at, -1), ClauseKind.RELATIVE, subject, verb).end


def _participle(row: Row, at: int) -> Piece:
    """A participle with all that follows it in its clause."""
    end = at + 1
    if row.comes(_BARE_CLAUSE, end):  # "ensuring they remain relevant"
        return _rest(row, at, PartKind.PARTICIPLE)
    while end < len(row.kinds) and row.comes(_ABSORBED, end) and not _another(row, end):
        end += 1
    if row.kind(end) == "W":
        end = _hung(row, end)
    elif row.kind(end) in "tS":
        end = _rest(row, end, PartKind.THAT).end
    return Piece(at, end, PartKind.PARTICIPLE, end)


def _another(row: Row, at: int) -> bool:
    """Whether a clause begins that is no part of a participle: "as they provide"."""
    told = row.kind(at) == "p" and row.first[at] in TIME and row.comes(CLAUSE, at + 1)
    return told or _new_clause(row, at)


def _rest(row: Row, at: int, kind: PartKind) -> Piece:
    """All to the end of the sentence, or to a semicolon."""
    end = row.kinds.find(";", at)
    end = len(row.kinds) if end < 0 else end
    return Piece(at, end, kind, end)


# ---------------------------------------------------------------- the parts, by their first group


def _noun(row: Row, at: int, before: list[Piece]) -> Piece:
    if not before and row.comes(_BARE_CLAUSE, at):  # "shows the cell divides"
        return _rest(row, at, PartKind.THAT)
    piece = object_noun(row, at)
    return piece.ended(_hung(row, piece.end))


def preposition(row: Row, at: int) -> Piece | None:
    """A preposition, or two that "and" joins, with its noun or participle."""
    noun = at + 3 if row.comes(_TWO, at) else at + 1
    if row.kind(noun) in "NP":
        piece = object_noun(row, noun)
        return Piece(at, piece.end, PartKind.PREPOSITION, piece.core, piece.items)
    gerund = noun + (row.kind(noun) == "R")  # "in carefully choosing"
    if row.kind(gerund) == "G":
        end = _participle(row, gerund).end
        return Piece(at, end, PartKind.PREPOSITION, end, ((noun, end),))
    return None


def _preposition(row: Row, at: int, _before: list[Piece]) -> Piece | None:
    clause = row.first[at] in TIME and row.comes(CLAUSE, at + 1)
    if clause or row.kind(at + 1) in "WSt":
        return _rest(row, at, PartKind.SUBORDINATE)
    if row.kind(at + 1) in "AER" and row.first[at] in ("as", "than"):
        end = matched(_STATE, row, at + 1)
        return Piece(at, end, PartKind.ADVERB, end)
    piece = preposition(row, at)
    return None if piece is None else piece.ended(_hung(row, piece.end))


def _pair(row: Row, at: int, kind: PartKind) -> Piece:
    """One group, or two of a sort that "and" joins."""
    letter = row.kind(at)
    end = at + 3 if row.kinds.startswith(f"{letter}C{letter}", at) else at + 1
    return Piece(at, end, kind, end, ((at, end),))


def _adjective(row: Row, at: int, _before: list[Piece]) -> Piece:
    return _pair(row, at, PartKind.ADJECTIVE)


def _adverb(row: Row, at: int, _before: list[Piece]) -> Piece:
    return _pair(row, at, PartKind.ADVERB)


def _infinitive(row: Row, at: int, _before: list[Piece]) -> Piece:
    end = _participle(row, at).end
    return Piece(at, end, PartKind.INFINITIVE, end)


def _gerund(row: Row, at: int, _before: list[Piece]) -> Piece:
    return _participle(row, at)


def _that(row: Row, at: int, _before: list[Piece]) -> Piece:
    return _rest(row, at, PartKind.THAT)


def _question_word(row: Row, at: int, before: list[Piece]) -> Piece:
    told = row.kind(at) == "W" or (not before and row.first[at] in _TELLING)
    return _rest(row, at, PartKind.THAT if told else PartKind.SUBORDINATE)


def _joined(row: Row, at: int, before: list[Piece]) -> Piece | None:
    """What "and" adds to the part before it."""
    word = at + 1 + (row.kind(at + 1) == "R")
    if row.kind(word) in "EB":
        return _participle(row, word).begun(at)
    after = row.kind(at + 1)
    if after == "W" or (after == "S" and row.first[at + 1] in _TELLING):
        return _rest(row, at, PartKind.THAT)  # "and how it grows"
    if after in "GIApo" and before:
        piece = _READERS[after](row, at + 1, before)
        return None if piece is None else piece.begun(at)
    return None


def _after_comma(row: Row, at: int, before: list[Piece]) -> Piece | None:
    after = row.kind(at + 1)
    if after == "W" or (after == "p" and row.kind(at + 2) == "W"):
        clause = relative(row, at + 1 + (after == "p"), at)
        return None if clause is None else Piece(at, clause.end, PartKind.RELATIVE, clause.end)
    if after == "S":
        return _rest(row, at + 1, PartKind.SUBORDINATE).begun(at)
    if after in "GEpoIRAC" and at + 2 < len(row.kinds):
        first = before or [Piece(at, at, PartKind.ADVERB, at)]
        piece = _READERS[after](row, at + 1, first)
        return None if piece is None else piece.begun(at)
    return _apposition(row, at)


def _apposition(row: Row, at: int) -> Piece | None:
    """What a noun is, after a comma and up to the next: ", a type of glial cell"."""
    end = matched(_APPOSITION, row, at)
    if end == at or row.comes(CLAUSE, at + 1):
        return None
    return Piece(at, _hung(row, end), PartKind.APPOSITION, end)


_READERS: Final[Mapping[str, Reader]] = {
    ",": _after_comma,
    ":": _that,
    "A": _adjective,
    "B": _infinitive,
    "C": _joined,
    "E": _gerund,
    "G": _gerund,
    "I": _infinitive,
    "N": _noun,
    "P": _noun,
    "R": _adverb,
    "S": _question_word,
    "W": _question_word,
    "o": _preposition,
    "p": _preposition,
    "t": _that,
}
