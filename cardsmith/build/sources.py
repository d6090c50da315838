"""Finding and reading documents: the files below the paths given, in an order of their own."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from cardsmith.diagnostics import CardsmithError, Diagnostic
from cardsmith.model import Span

__all__ = ["find", "read", "shown"]

SUFFIXES: Final = frozenset({".md", ".markdown"})


def find(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The documents at or below the paths, sorted by path, each once.

    Folders whose name begins with a dot are passed over, links to folders are not followed.

    Raises:
        CardsmithError: a path that does not exist.
    """
    found: dict[str, Path] = {}
    for path in paths:
        if not path.exists():
            raise CardsmithError(f"{path}: no such file or folder; name one that holds documents")
        for each in _below(path):
            found.setdefault(os.path.realpath(each), each)
    return tuple(sorted(found.values(), key=lambda each: each.parts))


def _below(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith("."):
                yield Path(folder, name)


def shown(path: Path) -> str:
    """The path as messages name it: from the working folder where it lies below."""
    relative = os.path.relpath(path)
    return Path(path if relative.startswith("..") else relative).as_posix()


def read(path: Path) -> bytes | Diagnostic:
    """The bytes of a document, or why they cannot be had."""
    try:
        return path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or str(fault)
        return Diagnostic(Span(shown(path), 1, 1), "unreadable", f"cannot be read: {reason}")
