"""The notes of a build in turn: each one takes its place or gives way to those before it.

First what learners have, then the core notes by document, then those that take the places of core
notes that gave way, then the rest.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cardsmith.build.claims import Candidate, Claims, Clash, Holder
from cardsmith.build.places import fits, turn
from cardsmith.ledger import Record
from cardsmith.model import Tier

__all__ = ["Entrant", "Hearing"]


@dataclass(frozen=True, slots=True)
class Entrant:
    """The notes of one document in their order; ``edited``: new, or not as it is on record.

    ``settled`` are keys of notes that people wrote or corrected: they are taken as they stand.
    """

    document: str
    candidates: tuple[Candidate, ...]
    edited: bool
    settled: frozenset[str] = frozenset()


class Hearing:
    """What became of notes.

    ``gone`` tells of each one that gave way why, by key; ``promoted`` are keys of notes that took
    a place in the core of their document.
    """

    def __init__(self, record: Record, unseen: Iterable[Holder]) -> None:
        """Begin with the notes that are not heard, but were given to learners (``unseen``)."""
        self._record = record
        self._claims = Claims()
        self._stay: set[str] = set()
        self.gone: dict[str, Clash] = {}
        self.promoted: set[str] = set()
        for each in unseen:
            self._claims.take(each)

    def hear(self, entrants: Iterable[Entrant]) -> None:
        """Hear all notes of these documents, in one order whatever order the files are in."""
        ordered = sorted(entrants, key=lambda each: each.document)
        for entrant in ordered:
            self._recall(entrant)
        core = [each for entrant in ordered for each in entrant.candidates if _core(each)]
        for each in sorted(core, key=self._seniority):
            self._stays(each)
        for entrant in ordered:
            self._fill(entrant)
        for entrant in ordered:
            for each in _extra(entrant):
                self._stays(each)

    def _recall(self, entrant: Entrant) -> None:
        """Let what learners have stay, and keep away what gave way before."""
        for each in entrant.candidates:
            waived = self._record.waived.get(each.key)
            if each.key in entrant.settled or self._standing(each, entrant):
                self._stay.add(each.key)
                self._claims.take(each)
            elif waived and waived.asks == each.asks and not entrant.edited:
                self.gone[each.key] = Clash(waived.code, waived.rival, "")

    def _standing(self, candidate: Candidate, entrant: Entrant) -> bool:
        known = self._record.notes.get(candidate.key)
        if known is None or known.absent:
            return False
        return known.asks == candidate.asks or not entrant.edited

    def _stays(self, candidate: Candidate) -> bool:
        """Whether a note stays, which is decided when it is asked first."""
        key = candidate.key
        if key in self._stay or key in self.gone:
            return key in self._stay
        clash = self._claims.clash(candidate)
        if clash:
            self.gone[key] = clash
            return False
        self._stay.add(key)
        self._claims.take(candidate)
        return True

    def _seniority(self, candidate: Candidate) -> tuple[int, str, tuple[bool, int, str]]:
        known = self._record.notes.get(candidate.key)
        age = 2 if known is None else int(known.absent > 0)
        return (age, candidate.document, turn(candidate.note))

    def _fill(self, entrant: Entrant) -> None:
        """Give the places of core notes that gave way to the next best notes of the document.

        A document that is as it was has its places filled: its notes on record are in its core.
        """
        if not entrant.edited:
            return
        core = [each for each in entrant.candidates if _core(each)]
        left = [each.note for each in core if each.key in self.gone]
        kept = [each.note for each in core if each.key not in self.gone]
        for each in _extra(entrant) if left else ():
            if len(kept) == len(core):
                break
            free = each.key not in entrant.settled and fits(each.note, kept, left)
            if free and self._stays(each):
                kept.append(each.note)
                self.promoted.add(each.key)


def _core(candidate: Candidate) -> bool:
    return candidate.note.tier is Tier.CORE


def _extra(entrant: Entrant) -> list[Candidate]:
    """The notes over the budget, those first that are next in turn for a place."""
    extra = [each for each in entrant.candidates if not _core(each)]
    return sorted(extra, key=lambda each: turn(each.note))
