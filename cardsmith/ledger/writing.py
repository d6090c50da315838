"""A record as text files, one for each subject: sorted, so that git can show and merge them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from operator import attrgetter

from cardsmith.ledger.asks import join_asks
from cardsmith.ledger.cells import (
    COLUMNS,
    DOCUMENT,
    FORMAT,
    HEADER,
    SUBJECT,
    WAIVED,
    escape,
    join_seconds,
)
from cardsmith.ledger.notes import KnownNote
from cardsmith.ledger.record import KnownDocument, Record, Waived
from cardsmith.ledger.slugs import slugs

__all__ = ["write"]


def write(record: Record) -> Mapping[str, str]:
    """The files of a record by name; equal records give equal texts.

    A text is made when it is asked for, so that a record need not be in memory twice.
    """
    return _Files(record)


class _Files(Mapping[str, str]):
    """The texts of a record's files, by name."""

    def __init__(self, record: Record) -> None:
        self._documents: defaultdict[str, list[KnownDocument]] = defaultdict(list)
        for document in record.documents.values():
            self._documents[document.home].append(document)
        self._notes: defaultdict[str, list[KnownNote]] = defaultdict(list)
        for note in record.notes.values():
            self._notes[note.document].append(note)
        self._waived: defaultdict[str, list[Waived]] = defaultdict(list)
        for waived in record.waived.values():
            self._waived[waived.document].append(waived)
        subjects = slugs({*record.subjects, *self._documents})
        self._subjects = {f"{short}.tsv": name for name, short in sorted(subjects.items())}

    def __getitem__(self, name: str) -> str:
        return "\n".join([*self._lines(self._subjects[name]), ""])

    def __iter__(self) -> Iterator[str]:
        return iter(self._subjects)

    def __len__(self) -> int:
        return len(self._subjects)

    def _lines(self, subject: str) -> Iterator[str]:
        yield f"{HEADER}\t{FORMAT}"
        yield from ("\t".join((f"# {kind}", *columns)) for kind, columns in COLUMNS.items())
        yield f"{SUBJECT}\t{escape(subject)}"
        for document in sorted(self._documents.get(subject, ()), key=attrgetter("key")):
            # git takes changes on lines that touch for a conflict; an empty line keeps them apart
            yield ""
            yield _document(document)
            notes = sorted(self._notes.get(document.key, ()))
            yield from [note.line for note in notes]
            waived = sorted(self._waived.get(document.key, ()), key=attrgetter("key"))
            yield from map(_waived, waived)


def _document(document: KnownDocument) -> str:
    cells = (
        DOCUMENT,
        escape(document.key),
        "" if document.own == document.key else escape(document.own),
        escape(document.id),
        document.question,
        join_seconds(document.absent),
        document.chosen_by,
        document.text,
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
