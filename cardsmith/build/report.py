"""What a command did, as values: for people in the command line, for scripts as JSON."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from cardsmith import __version__
from cardsmith.build.work import Carded
from cardsmith.cards.faces import faces
from cardsmith.diagnostics import Diagnostic
from cardsmith.ledger import Gone
from cardsmith.model import Note, Rejection, Span, Tier

__all__ = ["Built", "Tally", "Written", "fault", "lines", "summary", "tally"]


@dataclass(frozen=True, slots=True)
class Written:
    """A file that a build made: ``size`` in bytes, ``digest`` a SHA-256 in hex."""

    path: str
    size: int
    digest: str
    notes: int = 0
    cards: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over documents; ``barren`` are those that gave no note, with the reason."""

    files: int
    documents: int
    notes: int
    extra: int
    cards: int
    kinds: dict[str, int]
    rejected: dict[str, int]
    barren: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build: nothing was written where ``gone.lost`` stopped it (``stopped``).

    ``retired`` notes were given up by it; ``waiting`` are gone, but may come back.
    """

    tally: Tally
    faults: tuple[Diagnostic, ...]
    written: tuple[Written, ...]
    gone: Gone
    new: int = 0
    changed: int = 0
    retired: int = 0
    waiting: int = 0
    stopped: bool = False


def summary(built: Built) -> dict[str, Any]:
    """A build as JSON can hold it: counts, faults, files, and what learners lose."""
    return {
        "cardsmith": __version__,
        **asdict(built.tally),
        "new": built.new,
        "changed": built.changed,
        "retired": built.retired,
        "waiting": built.waiting,
        "gone": asdict(built.gone),
        "faults": [fault(each) for each in built.faults],
        "written": [asdict(each) for each in built.written],
    }


def fault(diagnostic: Diagnostic) -> dict[str, Any]:
    """A fault as JSON can hold it."""
    return {
        "path": diagnostic.span.path,
        "line": diagnostic.span.line,
        "column": diagnostic.span.column,
        "severity": str(diagnostic.severity),
        "code": diagnostic.code,
        "message": diagnostic.message,
    }


def tally(files: int, documents: Iterable[Carded]) -> Tally:
    """The counts of a build."""
    listed = tuple(documents)
    notes = [note for document in listed for note in document.notes]
    core = [note for note in notes if note.tier is Tier.CORE]
    rejected = Counter(each.code for document in listed for each in document.rejections)
    return Tally(
        files=files,
        documents=len(listed),
        notes=len(core),
        extra=len(notes) - len(core),
        cards=sum(_cards(note) for note in core),
        kinds=dict(sorted(Counter(note.kind for note in core).items())),
        rejected=dict(sorted(rejected.items(), key=lambda row: (-row[1], row[0]))),
        barren=tuple((str(each.front.span), _why(each)) for each in listed if not each.notes),
    )


def _cards(note: Note) -> int:
    return sum(1 for _ in faces(note))


def _why(document: Carded) -> str:
    """Why a document gave no note: the rules that refused most, or that it says too little."""
    codes = Counter(each.code for each in document.rejections).most_common(3)
    told = ", ".join(f"{code} {count}" for code, count in codes)
    return told or "no sentence that could be asked"


def lines(built: Built, documents: Iterable[Carded]) -> Iterator[str]:
    """The report as JSON, a line for each document: its notes, and every rejected candidate.

    One object whose last key, ``documents``, is a list; to be read with any JSON reader.
    """
    whole = json.dumps(summary(built), ensure_ascii=False, separators=(",", ":"))
    yield whole[:-1] + ',"documents":['
    comma = " "
    for each in documents:
        yield comma + json.dumps(_document(each), ensure_ascii=False, separators=(",", ":"))
        comma = ","
    yield "]}"


def _document(each: Carded) -> dict[str, Any]:
    return {
        "document": each.front.key,
        "path": each.front.span.path,
        "notes": [_note(note) for note in each.notes],
        "rejected": [_rejection(rejection) for rejection in each.rejections],
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "note": f"{note.kind}/{note.name}",
        "tier": str(note.tier),
        "score": note.score,
        "at": _at(note.span),
    }


def _rejection(rejection: Rejection) -> dict[str, Any]:
    return {
        "kind": rejection.kind,
        "code": rejection.code,
        "text": rejection.text,
        "at": _at(rejection.span),
    }


def _at(span: Span) -> str:
    return f"{span.line}:{span.column}"
