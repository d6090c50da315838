"""A document as a build found it, and what it is known again by."""

from dataclasses import dataclass

from cardsmith.ledger.marks import digest
from cardsmith.ledger.record import KnownDocument
from cardsmith.markup import fold
from cardsmith.model import Front

__all__ = ["Source", "marks"]


@dataclass(frozen=True, slots=True)
class Source:
    """A document of a build.

    ``text`` is a digest of its answer and of nothing else: not of its subject, path, id or date.
    ``corrections`` is one of what people corrected in its notes, "" for nothing.
    """

    front: Front
    text: str
    corrections: str = ""

    @property
    def traits(self) -> tuple[str, str]:
        """Marks of its question ("" for none), and of its answer with the corrections."""
        question, answer = marks(self.front.question, self.text)
        return question, f"{answer}+{digest(self.corrections)}" if self.corrections else answer

    def is_as(self, known: KnownDocument) -> bool:
        """Whether it asks and answers, and is corrected, as it was."""
        return self.traits == (known.question, known.text)


def marks(question: str, text: str) -> tuple[str, str]:
    """Marks of a document's question and answer: with equal ones, its notes are those on record.

    That is so whatever became of its keywords.
    """
    asked = fold(question)
    return digest(asked) if asked else "", digest(text)
