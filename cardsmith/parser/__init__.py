"""Bytes of one file into the documents that they hold."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

from cardsmith.diagnostics import Diagnostic, Severity
from cardsmith.model import Document
from cardsmith.parser import answered, barren, notes, pairs
from cardsmith.parser.front import FrontError, hidden
from cardsmith.parser.source import Source, read

__all__ = ["WAYS", "Way", "parse"]

Way: TypeAlias = Callable[[Source], Iterator[Document | Diagnostic] | None]

# Ways of writing documents; the first that does not give None reads a file.
WAYS: Final[Mapping[str, Way]] = {
    "answered": answered.documents,
    "barren": barren.documents,
    "pairs": pairs.documents,
    "note": notes.documents,
}


def parse(path: str, content: bytes) -> Iterator[Document | Diagnostic]:
    """The documents of one file (usually one) and its faults, in file order."""
    source = read(path, content)
    if isinstance(source, Diagnostic):
        yield barren.instead(source, content)
        return
    kept_out = hidden(source)
    if kept_out:
        message = "`no_index` keeps this document out; remove the line to learn from it"
        yield Diagnostic(source.lines.span(kept_out.start), "refusal", message, Severity.WARNING)
        return
    try:
        yield from _documents(source)
    except FrontError as error:
        yield error.diagnostic


def _documents(source: Source) -> Iterator[Document | Diagnostic]:
    for way in WAYS.values():
        found = way(source)
        if found is not None:
            yield from found
            return
