"""Keywords on record: a document whose question and answer stand keeps the notes it gave.

Keywords steer which notes are made; people tag an old answer anew, and no learner should lose a
note by it. New keywords are taken with the next edit of the question or the answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from cardsmith.build.overrides import files_of
from cardsmith.ledger import KnownDocument, Record, marks
from cardsmith.model import Document

__all__ = ["Known", "Remembered", "for_files", "load", "recalled"]


@dataclass(frozen=True, slots=True)
class Remembered:
    """A document on record: ``key`` as its file gives it, marks of its question and answer."""

    key: str
    question: str
    answer: str
    keywords: tuple[str, ...]


# by the names that the file of a document may have
Known: TypeAlias = Mapping[str, tuple[Remembered, ...]]


def load(record: Record) -> dict[str, tuple[Remembered, ...]]:
    """What is on record of all documents."""
    found: defaultdict[str, list[Remembered]] = defaultdict(list)
    for document in record.documents.values():
        each = _remembered(document)
        for name in files_of(each.key):
            found[name].append(each)
    return {name: tuple(group) for name, group in found.items()}


def _remembered(document: KnownDocument) -> Remembered:
    # what is behind these signs tells documents of one file name, and corrections, apart
    key, _, _ = document.own.partition("~")
    answer, _, _ = document.text.partition("+")
    return Remembered(key, document.question, answer, document.keywords)


def for_files(known: Known, paths: Iterable[Path]) -> tuple[Remembered, ...]:
    """Those that may be in some files."""
    return tuple(each for path in paths for each in known.get(path.stem, ()))


def recalled(document: Document, answer: str, known: Iterable[Remembered]) -> Document:
    """The document with the keywords on record, where it asks and answers what it did.

    ``answer`` is the digest of its answer.
    """
    front = document.front
    own = [each for each in known if each.key == front.key]
    traits = marks(front.question, answer) if own else ("", "")
    for each in own:
        if (each.question, each.answer) == traits:
            return replace(document, front=replace(front, keywords=each.keywords))
    return document
