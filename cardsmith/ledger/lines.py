"""What one line of a record says, or what is wrong with it."""

from typing import Final, TypeAlias

from cardsmith.ledger.asks import split_asks
from cardsmith.ledger.cells import (
    COLUMNS,
    DOCUMENT,
    FORMAT,
    HEADER,
    SUBJECT,
    WAIVED,
    clear,
    join_words,
    split_numbers,
    split_seconds,
    split_words,
)
from cardsmith.ledger.marks import guid
from cardsmith.ledger.notes import KnownNote, Parts, known
from cardsmith.ledger.record import KnownDocument, Waived
from cardsmith.ledger.said import TYPES
from cardsmith.ledger.slugs import fold_subject
from cardsmith.model import Tier

__all__ = ["Known", "said_by"]

# a subject is its name
Known: TypeAlias = KnownDocument | KnownNote | Waived | str

_CONFLICT: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def said_by(line: str, count: int, subject: str) -> Known | None:
    """What a line says; ``subject`` is that of the lines before."""
    if line.startswith(_CONFLICT):
        raise ValueError(
            "a merge left its marks; remove them and keep the lines of both sides: two lines for "
            "one note are joined by the next build"
        )
    # both sides of a merge may have begun the file
    if count == 1 or line.startswith(f"{HEADER}\t"):
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


def _subject(name: str, other: str) -> str | None:
    if other and fold_subject(name) == fold_subject(other):
        return None
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
        chosen_by=join_words(split_words(keywords)) if "\\" in keywords else keywords,
        absent=split_seconds(absent),
    )


def _note(cells: list[str]) -> KnownNote:
    document, name = map(clear, cells[:2])
    kind, tier, mark, released, modified, numbers, absent, retired, asked = cells[2:-3]
    if kind not in TYPES:
        raise ValueError(f"{kind!r} is no type of a note ({', '.join(TYPES)}); restore this line")
    front, back, fields = cells[-3:]
    return known(
        Parts(
            document=document,
            name=name,
            guid=mark or guid(f"{document}/{name}"),
            modified=split_seconds(modified),
            digest=fields,
            type=kind,
            tier=_tier(tier),
            released=split_seconds(released),
            numbers=split_numbers(numbers),
            absent=split_seconds(absent),
            retired=split_seconds(retired),
            asks=split_asks(asked),
            front=clear(front),
            back=clear(back),
        )
    )


def _tier(cell: str) -> Tier:
    if cell not in {"", Tier.EXTRA}:
        raise ValueError(f"{cell!r} is no tier of a note; restore this line from the last commit")
    return Tier(cell or Tier.CORE)


def _waived(cells: list[str]) -> Waived:
    document, name, code, asked, rival = cells
    return Waived(clear(document), clear(name), code, clear(rival), split_asks(asked))
