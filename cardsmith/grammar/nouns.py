"""Nouns with what belongs to them: "of" groups, lists, other prepositional groups, participles."""

import re
from typing import Final

from cardsmith.grammar.reading import PartKind
from cardsmith.grammar.rows import NOUN, NOUN_OF, Piece, Row, matched

__all__ = ["CLAUSE", "noun", "object_noun", "plain_subject", "subject_noun"]

_NO_VERB: Final = r"(?!(?:[po]N|[EG](?:N|[po]N){1,3}){0,8}R?V)"
_AFTER_VERB: Final = (
    re.compile(
        rf"(?:,{NOUN}){{1,20}},?C(?:R?{NOUN}|G(?:N(?:[po]N){{0,3}})?)(?:C{NOUN}{_NO_VERB})?{_NO_VERB}"
    ),
    re.compile(rf"(?:,?CR?{NOUN_OF}{_NO_VERB}(?!,?CN?V)){{1,2}}"),
)
_BEFORE_VERB: Final = (
    re.compile(rf"(?:,{NOUN}){{1,20}},?C{NOUN}(?=R?V|[WEG,])"),
    re.compile(rf"C{NOUN_OF}"),
)
# A clause begins here: a subject, and sooner or later its verb.
CLAUSE: Final = re.compile(
    rf"R?,?(?:{NOUN}|X|GN?(?:[po]N){{0,2}})(?:C{NOUN})?(?:,?W[^V]{{0,9}}V[^V]{{0,9}},?)?R?V"
)
_GROUPS: Final = re.compile(r"(?:[po](?:N|GN?)(?:(?:,N){1,9},?CN|CN)?){0,8}")
_ITEM: Final = re.compile(rf"{NOUN}|G(?:N(?:[po]N){{0,3}})?")
_DONE: Final = (
    r"(?:N(?:(?:,N){0,5},?CN)?)?(?:(?:[po](?:N|GN?)|Ip?[NA]?|Ep?N)(?:(?:,N){0,5},?CN)?){0,4}"
)
_GERUND: Final = re.compile(
    rf"GR?(?:{_DONE}(?:CGR?{_DONE})?)(?=R?V|W[^V]{{0,3}}V[^V,;]{{0,9}}R?V|,pN[^V]{{0,16}},R?V)"
)
_OF: Final = re.compile(r"(?:o[NP]){0,6}")


def noun(row: Row, at: int, joins: tuple[re.Pattern[str], ...]) -> Piece:
    """A noun with its "of" groups, and those that a list or "and" joins to it."""
    end = matched(_OF, row, at + 1)
    items = [(at, end)]
    for pattern in joins:
        match = pattern.match(row.kinds, end)
        if match is not None:
            found = _ITEM.finditer(match.group())
            items += [(end + nouns.start(), end + nouns.end()) for nouns in found]
            end = match.end()
            break
    return Piece(at, end, PartKind.NOUN, end, tuple(items))


def object_noun(row: Row, at: int) -> Piece:
    """A noun after a verb or a preposition."""
    return noun(row, at, _AFTER_VERB)


def subject_noun(row: Row, at: int) -> Piece:
    """A noun before its verb, with all its prepositional groups: nothing else can claim them."""
    piece = noun(row, at, _BEFORE_VERB)
    end = matched(_GROUPS, row, piece.end)
    return Piece(at, end, PartKind.NOUN, end, piece.items)


def plain_subject(row: Row, at: int) -> Piece | None:
    """A subject on which no clause hangs."""
    kind = row.kind(at)
    if kind in "PX":
        return Piece(at, at + 1, PartKind.NOUN, at + 1, ((at, at + 1),))
    if kind == "G":
        end = matched(_GERUND, row, at)
        return Piece(at, end, PartKind.PARTICIPLE, end, ((at, end),)) if end > at else None
    return subject_noun(row, at) if kind == "N" else None
