"""Words that may be hidden, as the rules that judge them look at them."""

from dataclasses import dataclass
from typing import Final

from cardsmith.cards.choosing.choice import Choice
from cardsmith.cards.choosing.lexicon import Named, named
from cardsmith.cards.choosing.phrases import Origin
from cardsmith.cards.study import Piece, Study
from cardsmith.grammar import stems

__all__ = ["Hidden", "words_of"]

_OWN: Final = frozenset({Origin.ACRONYM, Origin.BOLD, Origin.KEYWORD})


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words under judgement, in their sentence and document.

    ``shown`` are the words, ``named`` tells how often they are a keyword anywhere.
    """

    found: Choice
    piece: Piece
    study: Study
    shown: str
    named: Named

    @property
    def rest(self) -> str:
        """The sentence without them."""
        return f"{self.piece.text[: self.found.start]} {self.piece.text[self.found.end :]}"

    @property
    def figure(self) -> bool:
        """Whether they are a number, year or date."""
        return Origin.FIGURE in self.found.origins

    @property
    def marked(self) -> bool:
        """Whether their author set them off as a term."""
        return not self.found.origins.isdisjoint(_OWN)

    @property
    def name(self) -> bool:
        """Whether they are written as a name inside the sentence."""
        return self.found.start > 0 and all(word[0].isupper() for word in self.shown.split())


def words_of(found: Choice, piece: Piece, study: Study) -> Hidden:
    """A word group of a sentence under judgement."""
    shown = piece.text[found.start : found.end]
    return Hidden(found, piece, study, shown, named(" ".join(stems(shown))))
