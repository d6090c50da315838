"""What a sentence is made of: its words, groups and clauses, as frozen values.

Words are counted from 0; a ``Group`` and everything like it begins with ``start`` and ``end``, the
last word left out. Offsets count in the flat text of the sentence. What a document has hundreds of
is a named tuple: a frozen dataclass takes thrice as long to make.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from cardsmith.grammar.inflect import lemma
from cardsmith.grammar.universal import universal

__all__ = [
    "Clause",
    "ClauseKind",
    "Group",
    "NounGroup",
    "Part",
    "PartKind",
    "Reading",
    "Tense",
    "Token",
    "VerbGroup",
]


class Token(NamedTuple):
    """A word or a sign: its Penn tag, and by how much that tag won (``tagger.CERTAIN`` at most)."""

    text: str
    start: int
    end: int
    tag: str
    margin: int

    @property
    def universal(self) -> str:
        """The universal part of speech."""
        return universal(self.text, self.tag)

    @property
    def lemma(self) -> str:
        """The form in a dictionary: "encodes" gives "encode"."""
        return lemma(self.text, self.tag)


class Group(NamedTuple):
    """Words that belong together."""

    start: int
    end: int


class NounGroup(NamedTuple):
    """A noun with what stands before it: "the middle meningeal artery"; ``head`` is a word."""

    start: int
    end: int
    head: int
    determiner: str
    plural: bool
    proper: bool


class Tense(StrEnum):
    """What the finite word of a verb group says about time."""

    PRESENT = "present"
    PAST = "past"
    MODAL = "modal"
    NONE = "none"  # no finite word: an infinitive or a participle


class VerbGroup(NamedTuple):
    """A verb with its helpers: "may not have been isolated"; ``head`` is the word for the deed.

    ``first`` is the word that is moved before the subject in a question, or the head itself where
    there is no helper; ``lemma`` is the head's.
    """

    start: int
    end: int
    head: int
    first: int
    lemma: str
    tense: Tense
    modal: str
    negated: bool
    passive: bool
    perfect: bool
    progressive: bool


class PartKind(StrEnum):
    """What a part of a predicate is."""

    NOUN = "noun"  # an object, or what follows "is"
    PREPOSITION = "preposition"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    INFINITIVE = "infinitive"
    THAT = "that"  # "that" or a question word, and a clause
    SUBORDINATE = "subordinate"  # "because", "when", "if", and a clause
    RELATIVE = "relative"  # ", which" and a clause
    PARTICIPLE = "participle"  # ", leading to" and its objects
    APPOSITION = "apposition"  # ", a type of glial cell"


class Part(NamedTuple):
    """A part of a predicate, or what leads a clause: ``opener`` is its first word, small.

    ``core`` ends the part without relative clauses and participles that hang on it; ``items`` are
    the groups that "and" or "or" joins, at least one where the part is a noun or a preposition.
    """

    start: int
    end: int
    kind: PartKind
    opener: str
    core: int
    items: tuple[Group, ...] = ()


class ClauseKind(StrEnum):
    """How a clause stands in its sentence."""

    MAIN = "main"
    RELATIVE = "relative"
    SUBORDINATE = "subordinate"
    PARTICIPLE = "participle"


class Clause(NamedTuple):
    """A subject, a verb and the parts that follow; ``opener`` is "" or "which", "because" ...

    ``lead`` are the parts before the subject ("In 1926,"). The subject of a participle tail is
    empty (``start == end``), that of a relative clause is the group it hangs on, or the pronoun
    or group inside it.
    """

    start: int
    end: int
    kind: ClauseKind
    opener: str
    lead: tuple[Part, ...]
    subject: Part
    verb: VerbGroup
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as the grammar sees it.

    ``whole`` tells whether every word found its place in a clause; where it is false the clauses
    are guesses and no question is built on them. ``asides`` are the parentheses.
    """

    text: str
    tokens: tuple[Token, ...]
    nouns: tuple[NounGroup, ...]
    verbs: tuple[VerbGroup, ...]
    prepositions: tuple[Part, ...]
    asides: tuple[Group, ...]
    clauses: tuple[Clause, ...]
    whole: bool
