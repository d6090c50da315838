"""A record from its text files; whatever a merge or an editor broke is told with its line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from cardsmith.diagnostics import CardsmithError
from cardsmith.ledger.joining import joined, joined_notes
from cardsmith.ledger.lines import Known, said_by
from cardsmith.ledger.marks import guid
from cardsmith.ledger.notes import KnownNote
from cardsmith.ledger.record import KnownDocument, Record, Waived
from cardsmith.ledger.slugs import fold_subject

__all__ = ["read"]


# a file and a line in it, from 1
Place: TypeAlias = tuple[str, int]

# possessive throughout: nothing is tried twice, so that a file costs one pass
_TIME: Final = r"(?:[1-9][0-9]*+)?+"
_CELL: Final = r"[^\t\r\n\\]*+"
_NUMBERS: Final = r"(?>(?:[1-9][0-9]*+=[^\t\r\n\\;]*+;?+)*+)"
_ASKS: Final = r"(?>(?:[a-z2-7]{8}(?:[a-z2-7]{4})?(?: (?=[a-z2-7])|(?=\t)))*+)"
_NOTE: Final = "\t".join(
    (
        *("note", _CELL, _CELL, "(?:qa|term|cloze)", "(?:extra)?", _CELL, _TIME, _TIME),
        *(_NUMBERS, _TIME, _TIME, _ASKS, _CELL, _CELL, _CELL),
    )
)
# as many lines as there are whose notes are sound, or that are about something else
_SOUND: Final = re.compile(rf"(?>{_NOTE}\n|(?!note)[^\n]*+\n)*+")


@dataclass(frozen=True, slots=True)
class _Found:
    """What the lines read so far say, by key; subjects by their folded names."""

    documents: dict[str, KnownDocument] = field(default_factory=dict)
    notes: dict[str, KnownNote] = field(default_factory=dict)
    waived: dict[str, Waived] = field(default_factory=dict)
    subjects: dict[str, str] = field(default_factory=dict)

    def take(self, each: Known) -> Known:
        """What another line said about the same thing, else what this one says."""
        match each:
            case KnownNote(key=key):
                return self.notes.setdefault(key, each)
            case KnownDocument(key=key):
                return self.documents.setdefault(key, each)
            case Waived(key=key):
                return self.waived.setdefault(key, each)
            case str():
                return self.subjects.setdefault(fold_subject(each), each)

    def put(self, each: Known) -> None:
        """Let this be what is known of its thing."""
        match each:
            case KnownNote(key=key):
                self.notes[key] = each
            case KnownDocument(key=key):
                self.documents[key] = each
            case Waived(key=key):
                self.waived[key] = each
            case str():
                self.subjects[fold_subject(each)] = each


def read(files: Mapping[str, str]) -> Record:
    """The record that is written in files (name to text); the order of their lines is free.

    Each file is asked for once, so that a record need not be in memory twice.

    Raises:
        CardsmithError: a line that is broken, or contradicts another; an unfinished merge; another
            format.
    """
    found = _Found()
    for name in sorted(files):
        _take(name, files[name], found, files)
    notes = found.notes
    if len({note.guid for note in notes.values()}) < len(notes):
        notes = _by_guid(files, notes)
    for listed in (notes, found.waived):
        for each in listed.values():
            if each.document not in found.documents:
                raise CardsmithError(_orphan(files, each))
    return Record(
        found.documents,
        notes,
        subjects=tuple(sorted(found.subjects.values())),
        waived=found.waived,
    )


def _take(name: str, text: str, found: _Found, files: Mapping[str, str]) -> None:
    """Take what the lines of a file say; nearly all are sound lines of notes, taken as they are."""
    subject = ""
    names: dict[str, str] = {}
    notes = found.notes
    for count, (line, is_sound) in enumerate(_checked(_text(text)), 1):
        if is_sound and subject and line.startswith("note\t"):
            note = _plain(line, names)
            if note is not None:
                held = notes.setdefault(note.key, note)
                if held is not note:
                    found.put(_both(files, held, note, (name, count)))
                continue
        each = _at(line, (name, count), subject)
        if each is not None and (known := found.take(each)) is not each:
            found.put(_both(files, known, each, (name, count)))
        if isinstance(each, str):
            subject = each


def _text(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _checked(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a text, and whether a line of a note is surely sound: checked in runs."""
    start = 0
    if not text:
        yield "", False
    while start < len(text):
        sound = _SOUND.match(text, start)
        end = sound.end() if sound else start
        if end > start:
            # only "\n" ends a line: str.splitlines would also cut at signs that terms may hold
            for line in text[start : end - 1].split("\n"):
                yield line, True
        if end < len(text):
            stop = text.find("\n", end)
            stop = len(text) if stop < 0 else stop
            yield text[end:stop], False
            end = stop + 1
        start = end


def _plain(line: str, names: dict[str, str]) -> KnownNote | None:
    """A note whose line need not be taken apart, None for one that must be.

    ``names`` holds each document's key once, however many notes it has.
    """
    _, document, name, _, _, mark, _, _, numbers, _ = line.split("\t", 9)
    key = f"{document}/{name}"
    own = guid(key)
    if mark == own or (";" in numbers and not _differ(numbers)):
        return None
    return KnownNote(key, mark or own, names.setdefault(document, document), line)


def _differ(numbers: str) -> bool:
    """Whether the cloze numbers of a sound cell, and their terms, are all different."""
    pairs = [pair.split("=", 1) for pair in numbers.split(";")]
    terms, given = {pair[-1] for pair in pairs}, {pair[0] for pair in pairs}
    return len(terms) == len(given) == len(pairs) and "" not in given


def _at(line: str, place: Place, subject: str) -> Known | None:
    try:
        return said_by(line, place[1], subject)
    except ValueError as fault:
        raise CardsmithError(f"{_told(place)}: {fault}") from None


def _both(files: Mapping[str, str], held: Known, again: Known, place: Place) -> Known:
    """What two lines about one thing say together."""
    try:
        return joined(held, again)
    except ValueError as fault:
        raise CardsmithError(f"{_told(place)}: {_first(files, again)}{fault}") from None


def _first(files: Mapping[str, str], again: Known) -> str:
    """Where the first line about a thing is: it is looked for only where that must be told."""
    claim = _claim(again)
    place = next(place for place, each in _lines(files) if _claim(each) == claim)
    return f"{claim} is also in {_told(place)}"


def _by_guid(files: Mapping[str, str], notes: Mapping[str, KnownNote]) -> dict[str, KnownNote]:
    """The notes, each GUID once: whoever was reworded on a branch is there under two keys."""
    found: dict[str, KnownNote] = {}
    for key in sorted(notes):
        note = notes[key]
        held = found.setdefault(note.guid, note)
        if held is not note:
            found[note.guid] = _same(files, held, note)
    return {note.key: note for note in found.values()}


def _same(files: Mapping[str, str], one: KnownNote, other: KnownNote) -> KnownNote:
    try:
        return joined_notes(one, other)
    except ValueError as fault:
        raise CardsmithError(_twins(files, one, other, str(fault))) from None


def _twins(files: Mapping[str, str], one: KnownNote, other: KnownNote, fault: str) -> str:
    """What to do about two notes with one GUID."""
    keys = {one.key, other.key}
    first, *_, (place, last) = (
        (place, each.key)
        for place, each in _lines(files)
        if isinstance(each, KnownNote) and each.key in keys
    )
    return f"{_told(place)}: note {last} has the GUID of {_told(first[0])}{fault}"


def _orphan(files: Mapping[str, str], orphan: KnownNote | Waived) -> str:
    place = next(place for place, each in _lines(files) if each == orphan)
    return (
        f"{_told(place)}: the line of its document, {orphan.document!r}, is missing; "
        "restore it from the last commit"
    )


def _claim(each: Known) -> str:
    """What no other line is about."""
    match each:
        case KnownDocument(key=key):
            return f"document {key}"
        case KnownNote(key=key):
            return f"note {key}"
        case Waived(key=key):
            return f"waived {key}"
        case str():
            return f"subject {fold_subject(each)}"


def _told(place: Place) -> str:
    name, count = place
    return f"{name}:{count}"


def _lines(files: Mapping[str, str]) -> Iterator[tuple[Place, Known]]:
    """Each line that says something, with its place: slowly, to tell what is wrong."""
    for name in sorted(files):
        subject = ""
        for count, line in enumerate(_text(files[name]).split("\n"), 1):
            each = _at(line, (name, count), subject)
            if each is not None:
                yield (name, count), each
            if isinstance(each, str):
                subject = each
