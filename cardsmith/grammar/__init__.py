"""From the text of a sentence to its words: what they are, and which belong together."""

from cardsmith.grammar.language import ENGLISH, UNKNOWN, language
from cardsmith.grammar.questions import ASKERS, SURE, Asked, Cut, Piece, Pieces, questions
from cardsmith.grammar.reading import (
    Clause,
    ClauseKind,
    Group,
    NounGroup,
    Part,
    PartKind,
    Reading,
    Tense,
    Token,
    VerbGroup,
)
from cardsmith.grammar.sentence import read, read_text
from cardsmith.grammar.stems import families, family, stem
from cardsmith.grammar.words import (
    ADVERBS,
    CONNECTIVES,
    FUNCTION,
    HEDGES,
    POINTERS,
    Word,
    content,
    count,
    words,
)

__all__ = [
    "ADVERBS",
    "ASKERS",
    "CONNECTIVES",
    "ENGLISH",
    "FUNCTION",
    "HEDGES",
    "POINTERS",
    "SURE",
    "UNKNOWN",
    "Asked",
    "Clause",
    "ClauseKind",
    "Cut",
    "Group",
    "NounGroup",
    "Part",
    "PartKind",
    "Piece",
    "Pieces",
    "Reading",
    "Tense",
    "Token",
    "VerbGroup",
    "Word",
    "content",
    "count",
    "families",
    "family",
    "language",
    "questions",
    "read",
    "read_text",
    "stem",
    "words",
]
