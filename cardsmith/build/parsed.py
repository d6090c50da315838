"""Documents as they were understood: by the parser, and on request by the grammar."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from json import dumps
from pathlib import Path

from cardsmith.build import sources
from cardsmith.build.work import documents_of
from cardsmith.cards.study import READ, spoken
from cardsmith.diagnostics import CardsmithError, Diagnostic
from cardsmith.grammar import plain_values as read_values
from cardsmith.grammar import questions, read
from cardsmith.grammar import tree as read_tree
from cardsmith.model import Document, Sentence
from cardsmith.parser.showing import tree
from cardsmith.parser.showing_values import Values, no_values, plain_values

__all__ = ["Depth", "documents", "json", "text"]


class Depth(StrEnum):
    """How much of a document is told."""

    PARTS = "parts"
    GRAMMAR = "grammar"  # also how each sentence is read


def documents(paths: Iterable[Path]) -> Iterator[Document | Diagnostic]:
    """The documents of the files at or below the paths, and the faults of those files.

    Raises:
        CardsmithError: a path that is not there, or paths that hold no document.
    """
    asked = tuple(paths)
    files = sources.find(asked)
    if not files:
        named = ", ".join(str(path) for path in asked)
        raise CardsmithError(f"{named}: holds no document; write one as NAME.md, or name a file")
    return (found for file in files for found in documents_of(file))


def text(found: Iterable[Document], depth: Depth) -> Iterator[str]:
    """Each document as a tree for people, a blank line between two."""
    blank = ""
    for document in found:
        yield blank + "\n".join(_tree(document, depth))
        blank = "\n"


def json(found: Iterable[Document], depth: Depth) -> Iterator[str]:
    """The documents as one JSON array, with the keys of ``parser.showing_values``.

    With their grammar, a document has ``language`` (ISO 639-1, "" where too little tells) at its
    end, and each sentence of its answer a ``reading`` (``grammar.showing``) if that is English.
    """
    yield "["
    waiting = ""
    for document in found:
        if waiting:
            yield f"{waiting},"
        waiting = dumps(_values(document, depth), ensure_ascii=False, indent=2)
    yield f"{waiting}\n]" if waiting else "]"


def _tree(document: Document, depth: Depth) -> Iterator[str]:
    if depth is Depth.PARTS:
        return tree(document)
    found = spoken(document)
    if found in READ:
        return tree(document, {"language": found or "too short to tell"}, _read_lines)
    return tree(document, {"language": f"{found}; only English (en) sentences are read"})


def _read_lines(sentence: Sentence) -> Iterator[str]:
    reading = read(sentence.runs)
    yield from read_tree(reading).split("\n")
    for asked in questions(reading):
        yield f"asks {asked.wording:11}{asked.question} -> {asked.answer}"


def _values(document: Document, depth: Depth) -> Values:
    if depth is Depth.PARTS:
        return plain_values(document)
    found = spoken(document)
    beside = _read_values if found in READ else no_values
    return {**plain_values(document, beside), "language": found}


def _read_values(sentence: Sentence) -> Values:
    reading = read(sentence.runs)
    return {"reading": read_values(reading, tuple(questions(reading)))}
