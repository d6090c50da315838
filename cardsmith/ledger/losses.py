"""Notes that a build no longer gives: lost by the tool, retired by an edit, or absent."""

from collections.abc import Iterable
from dataclasses import dataclass

from cardsmith.ledger.record import Record
from cardsmith.ledger.sources import Source

__all__ = ["Gone", "gone", "lost"]


@dataclass(frozen=True, slots=True)
class Gone:
    """Keys of notes that were given and are no longer, sorted, by what became of their document.

    ``lost``: its question and text are as they were, so the tool or its settings changed;
    ``retired``: it was edited; ``absent``: it is not there.
    """

    lost: tuple[str, ...]
    retired: tuple[str, ...]
    absent: tuple[str, ...]


def gone(
    record: Record,
    documents: Iterable[Source],
    made: Iterable[str],
    unread: frozenset[str] = frozenset(),
) -> Gone:
    """What a build takes away; ``documents`` bear their recorded keys, ``made`` are keys of notes.

    Notes of ``unread`` documents (see ``Delivery``) are not gone.
    """
    present = frozenset(made)
    now = {source.front.key: source for source in documents}
    lost, retired, absent = [], [], []
    for key, note in record.notes.items():
        if key in present or note.absent or record.is_of(note, unread):
            continue
        document = record.documents.get(note.document)
        if document is None:
            # its note moved into a new document, which then gave it up
            retired.append(key)
        elif document.key not in now:
            absent.append(key)
        elif now[document.key].is_as(document):
            lost.append(key)
        else:
            retired.append(key)
    return Gone(tuple(sorted(lost)), tuple(sorted(retired)), tuple(sorted(absent)))


def lost(record: Record, documents: Iterable[Source], made: Iterable[str]) -> tuple[str, ...]:
    """The notes that unchanged documents no longer give: a build must not do this unasked."""
    return gone(record, documents, made).lost
