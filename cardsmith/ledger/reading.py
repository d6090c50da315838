"""A record from its text files; whatever a merge or an editor broke is told with its line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from cardsmith.diagnostics import CardsmithError
from cardsmith.ledger.asks import split_asks
from cardsmith.ledger.cells import (
    COLUMNS,
    DOCUMENT,
    FORMAT,
    HEADER,
    SUBJECT,
    WAIVED,
    clear,
    split_numbers,
    split_words,
)
from cardsmith.ledger.marks import guid
from cardsmith.ledger.record import KnownDocument, KnownNote, Record, Waived
from cardsmith.ledger.said import TYPES
from cardsmith.ledger.slugs import fold_subject
from cardsmith.model import Tier

__all__ = ["read"]

# a subject is its name
Known: TypeAlias = KnownDocument | KnownNote | Waived | str

_CONFLICT: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def read(files: Mapping[str, str]) -> Record:
    """The record that is written in files (name to text); the order of their lines is free.

    Raises:
        CardsmithError: a line that is broken, there twice or left by a merge; another format.
    """
    known = tuple(_once(_lines(files)))
    documents = {each.key: each for _, each in known if isinstance(each, KnownDocument)}
    for place, each in known:
        if isinstance(each, KnownNote | Waived) and each.document not in documents:
            raise CardsmithError(
                f"{place}: the line of its document, {each.document!r}, is missing; "
                "restore it from the last commit"
            )
    return Record(
        documents,
        notes={each.key: each for _, each in known if isinstance(each, KnownNote)},
        subjects=tuple(sorted(each for _, each in known if isinstance(each, str))),
        waived={each.key: each for _, each in known if isinstance(each, Waived)},
    )


def _once(lines: Iterable[tuple[str, Known]]) -> Iterator[tuple[str, Known]]:
    """The lines, none of which is about the same thing as another."""
    places: dict[str, str] = {}
    for place, known in lines:
        for claim in _claims(known):
            first = places.setdefault(claim, place)
            if first != place:
                raise CardsmithError(f"{place}: {claim} is also in {first}; keep the newer line")
        yield place, known


def _claims(known: Known) -> tuple[str, ...]:
    """What no other line may be about."""
    match known:
        case KnownDocument(key=key):
            return (f"document {key}",)
        case KnownNote(guid=mark):
            return f"note {known.key}", f"GUID {mark}"
        case Waived():
            return (f"waived {known.key}",)
        case str():
            return (f"subject {fold_subject(known)}",)


def _lines(files: Mapping[str, str]) -> Iterator[tuple[str, Known]]:
    """Each line that says something, with its place."""
    for name, text in sorted(files.items()):
        subject = ""
        # only "\n" ends a line: str.splitlines would also cut at signs that terms may hold
        for count, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
            place = f"{name}:{count}"
            try:
                known = _line(line.removesuffix("\r"), count, subject)
            except ValueError as fault:
                raise CardsmithError(f"{place}: {fault}") from None
            if known is not None:
                yield place, known
            if isinstance(known, str):
                subject = known


def _line(line: str, count: int, subject: str) -> Known | None:
    """What a line says; ``subject`` is that of the lines before."""
    if line.startswith(_CONFLICT):
        raise ValueError(
            "a merge left its marks; keep the lines of both sides, and of two lines for one note "
            "the one with the later time, then remove the marks"
        )
    if count == 1:
        _header(line)
        return None
    if not line or line.startswith("#"):
        return None
    kind, *cells = line.split("\t")
    if kind == SUBJECT and len(cells) == 1 and cells[0]:
        return _subject(clear(cells[0]), subject)
    if len(cells) != len(COLUMNS.get(kind, ())):
        raise ValueError("this line is broken; restore it from the last commit")
    if not subject:
        raise ValueError(f"this file names no {SUBJECT} above; restore it from the last commit")
    if kind == DOCUMENT:
        return _document(cells, subject)
    return _waived(cells) if kind == WAIVED else _note(cells)


def _header(line: str) -> None:
    name, _, number = line.partition("\t")
    if name != HEADER:
        raise ValueError(f"no ledger: its first line must be {HEADER!r}, a tab and {FORMAT!r}")
    if number != FORMAT:
        raise ValueError(f"format {number!r} is not known here ({FORMAT!r} is); update cardsmith")


def _subject(name: str, other: str) -> str:
    if other:
        raise ValueError(f"this file is about {other!r} already; move these lines to their own")
    return name


def _document(cells: list[str], subject: str) -> KnownDocument:
    key, own, name, question, absent, keywords, text = cells
    return KnownDocument(
        key=clear(key),
        own=clear(own or key),
        id=clear(name),
        question=question,
        text=text,
        home=subject,
        keywords=split_words(keywords),
        absent=_seconds(absent),
    )


def _note(cells: list[str]) -> KnownNote:
    document, name, kind, tier, mark, released, modified, numbers, absent, retired, asked = cells[
        :-3
    ]
    document, name = clear(document), clear(name)
    if kind not in TYPES:
        raise ValueError(f"{kind!r} is no type of a note ({', '.join(TYPES)}); restore this line")
    front, back, fields = cells[-3:]
    return KnownNote(
        document=document,
        name=name,
        guid=mark or guid(f"{document}/{name}"),
        modified=_seconds(modified),
        digest=fields,
        type=kind,
        tier=_tier(tier),
        released=_seconds(released),
        numbers=split_numbers(numbers),
        absent=_seconds(absent),
        retired=_seconds(retired),
        asks=split_asks(asked),
        front=clear(front),
        back=clear(back),
    )


def _tier(cell: str) -> Tier:
    if cell not in {"", Tier.EXTRA}:
        raise ValueError(f"{cell!r} is no tier of a note; restore this line from the last commit")
    return Tier(cell or Tier.CORE)


def _waived(cells: list[str]) -> Waived:
    document, name, code, asked, rival = cells
    return Waived(clear(document), clear(name), code, clear(rival), split_asks(asked))


def _seconds(cell: str) -> int:
    if cell and not (cell.isascii() and cell.isdigit()):
        raise ValueError(f"{cell!r} is no time in seconds; restore this line from the last commit")
    return int(cell or 0)
