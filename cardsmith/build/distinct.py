"""Each fact once: a note that asks what another one asks gives way, and stays away.

Who was there first stays, so a document that is added, edited or removed changes no note of another
(``docs/collection.md``).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cardsmith.build.claims import Candidate, Holder
from cardsmith.build.collection import source
from cardsmith.build.hearing import Entrant, Hearing
from cardsmith.build.work import Carded
from cardsmith.ledger import Ask, Record, Waived
from cardsmith.model import Note, Rejection, Tier

__all__ = ["Distinct", "distinct"]


@dataclass(frozen=True, slots=True)
class Distinct:
    """Documents without the notes that gave way; ``waived`` are those, for the record.

    ``asks`` are the cards of the notes that stay, in marks, by key.
    """

    documents: tuple[Carded, ...]
    waived: tuple[Waived, ...]
    asks: Mapping[str, tuple[Ask, ...]]


def distinct(
    documents: Sequence[Carded], record: Record, homes: Mapping[str, str], unread: frozenset[str]
) -> Distinct:
    """The documents with notes that neither repeat nor contradict each other.

    ``documents`` bear their recorded keys, ``homes`` name the deck of each. What notes of
    ``unread`` documents (see ``Delivery``) ask is known from the record.
    """
    entrants = [_entrant(each, homes[each.front.key], record) for each in documents]
    hearing = Hearing(record, _unseen(record, unread))
    hearing.hear(entrants)
    candidates = [each for entrant in entrants for each in entrant.candidates]
    return Distinct(
        documents=tuple(_settled(each, hearing) for each in documents),
        waived=tuple(_waived(candidates, hearing)),
        asks={each.key: each.asks for each in candidates if each.key not in hearing.gone},
    )


def _entrant(document: Carded, deck: str, record: Record) -> Entrant:
    key = document.front.key
    known = record.documents.get(key)
    return Entrant(
        document=key,
        candidates=tuple(
            Candidate(note.key, key, deck, asks, note)
            for note, asks in zip(document.notes, document.asks, strict=True)
        ),
        edited=known is None or not source(document).is_as(known),
        settled=document.settled,
    )


def _unseen(record: Record, unread: frozenset[str]) -> Iterator[Holder]:
    """The notes that learners have of documents that were not read."""
    for key, known in record.notes.items():
        if record.is_of(known, unread) and not known.absent:
            document = record.documents[known.document]
            yield Holder(key, document.key, document.home, known.asks)


def _settled(document: Carded, hearing: Hearing) -> Carded:
    """The document with the notes that stay, those in free places promoted."""
    kept = [
        (_placed(note, hearing), asks)
        for note, asks in zip(document.notes, document.asks, strict=True)
        if note.key not in hearing.gone
    ]
    refused = (_refused(note, hearing) for note in document.notes if note.key in hearing.gone)
    return replace(
        document,
        notes=tuple(note for note, _ in kept),
        asks=tuple(asks for _, asks in kept),
        rejections=(*document.rejections, *refused),
    )


def _placed(note: Note, hearing: Hearing) -> Note:
    return replace(note, tier=Tier.CORE) if note.key in hearing.promoted else note


def _refused(note: Note, hearing: Hearing) -> Rejection:
    clash = hearing.gone[note.key]
    text = f"{note.name}: {clash.rival} stays"
    return Rejection(note.document, note.kind, clash.code, text, note.span)


def _waived(candidates: Sequence[Candidate], hearing: Hearing) -> Iterator[Waived]:
    """What the record must know: inside a document, each build decides the same again."""
    for each in candidates:
        clash = hearing.gone.get(each.key)
        if clash and clash.document != each.document:
            name = f"{each.note.kind}/{each.note.name}"
            yield Waived(each.document, name, clash.code, clash.rival, each.asks)
