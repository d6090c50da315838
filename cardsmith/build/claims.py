"""Who asks what: the cards of a build that stay, and whether one more repeats or contradicts them.

Nothing but marks is held of a card, so that the cards of a whole collection fit into memory.
"""

from dataclasses import dataclass

from cardsmith.grammar import families
from cardsmith.ledger import Ask
from cardsmith.markup import flat
from cardsmith.model import Note, Term

__all__ = ["Candidate", "Claims", "Clash", "Holder"]


@dataclass(frozen=True, slots=True)
class Holder:
    """A note that stays, as far as the record tells of it.

    ``document`` is the key of its document, ``deck`` the subject in whose deck it is.
    """

    key: str
    document: str
    deck: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Candidate(Holder):
    """A note as it competes with others."""

    note: Note


@dataclass(frozen=True, slots=True)
class Clash:
    """Why a note gives way: ``rival`` is the key of the one that stays, in ``document``."""

    code: str
    rival: str
    document: str


class Claims:
    """The cards that stay, by what they ask."""

    def __init__(self) -> None:
        """Begin with none."""
        self._holders: dict[str, list[tuple[str, Holder]]] = {}

    def take(self, note: Holder) -> None:
        """Let a note stay, whoever else asks the same."""
        for ask in note.asks:
            self._holders.setdefault(ask.front, []).append((ask.answer, note))

    def clash(self, candidate: Candidate) -> Clash | None:
        """Why a note cannot stay: another asks the same with the same answer, or another one.

        Facts are one note in the whole build; only fronts in one deck contradict each other.
        """
        ambiguous: Clash | None = None
        for ask in candidate.asks:
            for answer, holder in self._holders.get(ask.front, ()):
                if holder.key == candidate.key:
                    continue
                if answer == ask.answer:
                    return Clash("same-note", holder.key, holder.document)
                if holder.deck == candidate.deck and not _apart(holder, candidate):
                    ambiguous = ambiguous or Clash("ambiguous", holder.key, holder.document)
        return ambiguous


def _apart(holder: Holder, candidate: Candidate) -> bool:
    """Whether topic lines tell two acronyms apart that are spelled alike and share no word.

    The topic of a question is in its front, so that another line over it tells nothing new.
    """
    if not isinstance(holder, Candidate):
        return False
    first, second = holder.note, candidate.note
    topics = families(first.context), families(second.context)
    return (
        first.kind == second.kind == "acronym"
        and all(topics)
        and not topics[0] & topics[1]
        and not _long(first) & _long(second)
    )


def _long(note: Note) -> frozenset[str]:
    return families(flat(note.body.definition)) if isinstance(note.body, Term) else frozenset()
