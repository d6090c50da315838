"""Two lines about one thing, as a merge of two branches leaves them: what both of them know.

Nobody need choose: the next build sees what has become of the document, and the line that is kept
makes sure that its outcome reaches the learners of either branch.
"""

from collections.abc import Mapping
from dataclasses import replace

from cardsmith.grammar import stems
from cardsmith.ledger.lines import Known
from cardsmith.ledger.marks import digest, guid
from cardsmith.ledger.matching import matched
from cardsmith.ledger.notes import KnownNote, Parts, known
from cardsmith.ledger.numbers import renewed
from cardsmith.ledger.recalled import of_record
from cardsmith.ledger.record import KnownDocument, Waived

__all__ = ["joined", "joined_notes"]


def joined(one: Known, other: Known) -> Known:
    """What two lines about one thing say together, whichever comes first.

    Raises:
        ValueError: no line can serve the learners of both branches; this follows on "is also in".
    """
    match one, other:
        case KnownNote(), KnownNote():
            return joined_notes(one, other)
        case KnownDocument(), KnownDocument():
            return _joined_documents(one, other)
        case Waived(), Waived():
            return min(one, other, key=lambda waived: (waived.rival, waived.code, waived.asks))
        case _:
            raise ValueError("; move the lines of this file there")


def _joined_documents(one: KnownDocument, other: KnownDocument) -> KnownDocument:
    first = min(one, other, key=_staleness)
    said = sorted({(each.question, each.text, each.chosen_by) for each in (one, other)})
    # learners have notes of both texts, and the merged one gives others: it counts as edited
    return first if len(said) == 1 else replace(first, text=digest(repr(said)))


def joined_notes(one: KnownNote, other: KnownNote) -> KnownNote:
    """What two lines about one note say together.

    Its keys may differ, if it was reworded on one branch, or on both.

    Raises:
        ValueError: as in ``joined``.
    """
    older, newer = sorted((one, other), key=_newness)
    old, new = older.parts, newer.parts
    _contradict(older, newer)
    return known(
        replace(
            new,
            digest=_fields(old, new),
            numbers=_numbers(old.numbers, new.numbers),
            # one branch has it: if it is away or given up, the next build finds that out again
            absent=max(old.absent, new.absent) if old.absent and new.absent else 0,
            retired=max(old.retired, new.retired),
        )
    )


def _newness(note: KnownNote) -> tuple[int, bool, int, str]:
    parts = note.parts
    reworded = note.guid != guid(note.key)
    return parts.modified, reworded, parts.released, note.line


def _staleness(document: KnownDocument) -> tuple[bool, bool, str, str, str, str, str, int]:
    # one that is there before one that is away, one that knows of a renaming before one that
    # does not; the rest is found out by the next build and must only be the same for everybody
    return (
        document.absent > 0,
        document.own == document.key,
        *(document.own, document.home, document.question, document.text, document.chosen_by),
        document.absent,
    )


def _contradict(older: KnownNote, newer: KnownNote) -> None:
    old, new = older.parts, newer.parts
    if older.guid != newer.guid:
        raise ValueError(", with another GUID; remove the line whose GUID fewer learners have")
    if older.key != newer.key and not _reworded(older, newer):
        raise ValueError(", where another thing is asked; remove the line whose note is gone")
    if old.type != new.type:
        raise ValueError(", as a note of another type; remove the line that is not so any more")


def _reworded(older: KnownNote, newer: KnownNote) -> bool:
    old, new = of_record(older), of_record(newer)
    # nothing is known of what a note of an early release asked
    return bool(old.front and new.front and matched([old], [new]))


def _fields(old: Parts, new: Parts) -> str:
    """A mark of the fields; a new one if there are two of one time.

    For then the next build raises the time: one that some learners have with other words would
    never bring them these.
    """
    if old.modified < new.modified or old.digest == new.digest:
        return new.digest
    return digest(f"{old.digest} {new.digest}")


def _numbers(old: Mapping[str, int], new: Mapping[str, int]) -> Mapping[str, int]:
    terms = {number: term for term, number in old.items()}
    free = max(*old.values(), *new.values(), 0, 0) + 1
    for term, number in new.items():
        if old.get(term, number) != number:
            low, high = sorted((old[term], number))
            raise ValueError(
                f"; {term!r} has the cloze number {low} in one and {high} in the other: write into "
                "both lines the one that learners have"
            )
        other = terms.get(number, term)
        if other != term and stems(other) != stems(term):
            first, second = sorted((other, term))
            raise ValueError(
                f"; the cloze number {number} is that of {first!r} in one and of {second!r} in the "
                f"other: write {free} for the one that fewer learners have"
            )
    return renewed(old, new)
