"""A question that a sentence answers, and the scene it is asked in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from cardsmith.grammar.reading import Clause, NounGroup, Part, Reading, Token

__all__ = ["Asked", "Cut", "Piece", "Pieces", "Scene", "scenes", "spell"]

Cut: TypeAlias = tuple[int, int]  # offsets into the flat text of the sentence
Piece: TypeAlias = str | Cut
Pieces: TypeAlias = tuple[Piece, ...]

_CLOSING: Final = tuple(",;:.?!)]’'%")
_QUOTES: Final = ('"', "”")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and where its answer stands.

    ``wording`` names the kind of question. ``pieces`` are what ``question`` is made of: words of
    ours, and cuts of the sentence, so that a caller can keep its markup. ``start`` and ``end`` are
    the answer's offsets into the flat text, ``answer`` its text without parentheses. ``genus`` is
    what "Which ...?" asks for ("artery"); it may stand in the answer too. ``certainty`` is the
    smallest margin of the words that the question rests on.
    """

    wording: str
    question: str
    pieces: Pieces
    start: int
    end: int
    answer: str
    certainty: int
    genus: str = ""


class Scene(NamedTuple):
    """A clause of a sentence; ``subject`` stands for a subject that is a pronoun or "this".

    ``first`` is the part right after the verb. ``tokens`` are the words of the sentence, ``small``
    their texts in small letters and ``tags`` their tags, ``groups`` its noun groups by their first
    word: every asker looks at these, so that they are found once.
    """

    reading: Reading
    clause: Clause
    subject: str
    first: Part | None
    tokens: tuple[Token, ...]
    small: tuple[str, ...]
    tags: tuple[str, ...]
    groups: Mapping[int, NounGroup]

    def text(self, start: int, end: int) -> str:
        """Words as they stand in the sentence, as far as there are any."""
        words = self.tokens[start:end]
        return self.reading.text[words[0].start : words[-1].end] if words else ""

    def is_tagged(self, at: int, tag: str) -> bool:
        """Whether there is a word at a place, with this tag."""
        return at < len(self.tags) and self.tags[at] == tag

    def touches(self, end: int, start: int) -> bool:
        """Whether words that end and words that start have nothing between them but an aside."""
        return end == start or any(
            (aside.start, aside.end) == (end, start) for aside in self.reading.asides
        )

    def group(self, start: int) -> NounGroup | None:
        """The noun group that begins with a word."""
        return self.groups.get(start)

    def kind(self, group: NounGroup) -> str:
        """The head of a group, small and in the singular: what kind of thing it names."""
        return self.tokens[group.head].lemma.lower()


def scenes(reading: Reading, clauses: Iterable[Clause], subject: str = "") -> list[Scene]:
    """Some clauses of a sentence, each as askers see it."""
    tokens = reading.tokens
    small = tuple([token.text.lower() for token in tokens])
    tags = tuple([token.tag for token in tokens])
    groups = {group.start: group for group in reading.nouns}
    return [
        Scene(
            reading,
            clause,
            subject,
            clause.parts[0] if clause.parts else None,
            tokens,
            small,
            tags,
            groups,
        )
        for clause in clauses
    ]


def spell(text: str, pieces: Pieces) -> str:
    """The text of pieces, with single spaces between them but before a closing sign."""
    spelled = ""
    last = -1
    for piece in pieces:
        start, end = (-1, -1) if isinstance(piece, str) else piece
        word = (piece if isinstance(piece, str) else text[start:end]).strip()
        if word:
            touching = start == last and start >= 0
            if not (touching or word.startswith(_CLOSING) or word in _QUOTES) and spelled:
                spelled += " "
            spelled += word
            last = end
    return " ".join(spelled.split())
