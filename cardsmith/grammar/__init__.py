"""From the text of a sentence to its words: what they are, and which belong together."""

from cardsmith.grammar.language import ENGLISH, UNKNOWN, language, small_words
from cardsmith.grammar.phrases import Said, gerund_of, statement, tail_clause
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
from cardsmith.grammar.sentence import read, read_text, tokens
from cardsmith.grammar.showing import plain_values, tree
from cardsmith.grammar.stems import families, family, stem, stems
from cardsmith.grammar.words import (
    CONNECTIVES,
    FUNCTION,
    HEDGES,
    POINTERS,
    Word,
    content,
    count,
    spellings,
    words,
)

__all__ = [
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
    "Said",
    "Tense",
    "Token",
    "VerbGroup",
    "Word",
    "content",
    "count",
    "families",
    "family",
    "gerund_of",
    "language",
    "plain_values",
    "questions",
    "read",
    "read_text",
    "small_words",
    "spellings",
    "statement",
    "stem",
    "stems",
    "tail_clause",
    "tokens",
    "tree",
    "words",
]
