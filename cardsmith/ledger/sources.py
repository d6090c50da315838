"""A document as a build found it, and what it is known again by."""

from dataclasses import dataclass

from cardsmith.ledger.marks import digest
from cardsmith.markup import fold
from cardsmith.model import Front

__all__ = ["Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """A document of a build.

    ``text`` is a digest of all that its cards are made from besides the question (answer,
    keywords), and of nothing else: not of its subject, path, id or date.
    """

    front: Front
    text: str

    @property
    def traits(self) -> tuple[str, str]:
        """Marks of its question ("" for none) and of its text, as they are put on record."""
        asked = fold(self.front.question)
        return digest(asked) if asked else "", digest(self.text)
