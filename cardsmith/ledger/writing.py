"""A record as text files, one for each subject: sorted, so that git can show and merge them."""

from collections import defaultdict
from collections.abc import Iterator

from cardsmith.ledger.asks import join_asks
from cardsmith.ledger.cells import (
    COLUMNS,
    DOCUMENT,
    FORMAT,
    HEADER,
    NOTE,
    SUBJECT,
    WAIVED,
    escape,
    join_numbers,
    join_words,
)
from cardsmith.ledger.marks import guid
from cardsmith.ledger.record import KnownDocument, KnownNote, Record, Waived
from cardsmith.ledger.slugs import slugs
from cardsmith.model import Tier

__all__ = ["write"]


def write(record: Record) -> dict[str, str]:
    """The files of a record by name; equal records give equal texts."""
    documents: defaultdict[str, list[KnownDocument]] = defaultdict(list)
    for _, document in sorted(record.documents.items()):
        documents[document.home].append(document)
    notes: defaultdict[str, list[str]] = defaultdict(list)
    for _, note in sorted(record.notes.items()):
        notes[note.document].append(_note(note))
    for _, waived in sorted(record.waived.items()):
        notes[waived.document].append(_waived(waived))
    subjects = {*record.subjects, *documents}
    return {
        f"{short}.tsv": "\n".join([*_lines(subject, documents[subject], notes), ""])
        for subject, short in sorted(slugs(subjects).items())
    }


def _lines(
    subject: str, documents: list[KnownDocument], notes: dict[str, list[str]]
) -> Iterator[str]:
    yield f"{HEADER}\t{FORMAT}"
    yield from ("\t".join((f"# {kind}", *columns)) for kind, columns in COLUMNS.items())
    yield f"{SUBJECT}\t{escape(subject)}"
    for document in documents:
        # git takes changes on lines that touch for a conflict; an empty line keeps them apart
        yield ""
        yield _document(document)
        yield from notes[document.key]


def _document(document: KnownDocument) -> str:
    cells = (
        DOCUMENT,
        escape(document.key),
        "" if document.own == document.key else escape(document.own),
        escape(document.id),
        document.question,
        _seconds(document.absent),
        join_words(document.keywords),
        document.text,
    )
    return "\t".join(cells)


def _note(note: KnownNote) -> str:
    cells = (
        NOTE,
        escape(note.document),
        escape(note.name),
        note.type,
        "" if note.tier is Tier.CORE else note.tier,
        "" if note.guid == guid(note.key) else note.guid,
        _seconds(note.released),
        _seconds(note.modified),
        join_numbers(note.numbers),
        _seconds(note.absent),
        _seconds(note.retired),
        join_asks(note.asks),
        escape(note.front),
        escape(note.back),
        note.digest,
    )
    return "\t".join(cells)


def _waived(waived: Waived) -> str:
    cells = (
        WAIVED,
        escape(waived.document),
        escape(waived.name),
        waived.code,
        join_asks(waived.asks),
        escape(waived.rival),
    )
    return "\t".join(cells)


def _seconds(seconds: int) -> str:
    return str(seconds) if seconds else ""
