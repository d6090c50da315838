"""Finding and reading documents: the files below the paths given, in an order of their own."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from cardsmith.diagnostics import CardsmithError, Diagnostic
from cardsmith.model import Span
from cardsmith.parser.limits import LARGEST

__all__ = ["find", "read", "shown"]

SUFFIXES: Final = frozenset({".md", ".markdown"})
# Signs that would break a line of messages or turn it around, and bytes that are no text.
_UNSHOWN: Final = re.compile("[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def find(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The documents at or below the paths, sorted by path, each once.

    Folders whose name begins with a dot are passed over, links to folders are not followed. What
    is named like a document but is none, and a folder that cannot be listed, is found, too: it is
    told when it is read.

    Raises:
        CardsmithError: a path that does not exist.
    """
    found: dict[str, Path] = {}
    for path in paths:
        if not _is_there(path):
            raise CardsmithError(f"{path}: no such file or folder; name one that holds documents")
        for each in _below(path):
            found.setdefault(os.path.realpath(each), each)
    return tuple(sorted(found.values(), key=lambda each: each.parts))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        # too long a name, or below a folder that is closed
        return False


def _below(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    closed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (*folders, *names):
            if _is_named(name):
                yield Path(folder, name)
    yield from (Path(fault.filename) for fault in closed)


def _is_named(name: str) -> bool:
    """Whether a name is one of documents."""
    return Path(name).suffix.lower() in SUFFIXES and not name.startswith(".")


def shown(path: Path) -> str:
    """The path as messages name it: from the working folder where it lies below, on one line."""
    relative = os.path.relpath(path)
    name = Path(path if relative.startswith("..") else relative).as_posix()
    return _UNSHOWN.sub(lambda match: ascii(match[0])[1:-1], name)


def read(path: Path) -> bytes | Diagnostic:
    """The bytes of a document, or why they cannot be had; of one too large, one byte too many."""
    try:
        reason = _no_file(path)
        if not reason:
            with path.open("rb") as file:
                return file.read(LARGEST + 1)
    except FileNotFoundError:
        gone = "is gone since it was found; run the command again"
        reason = "is a link to nothing; mend it or remove it" if path.is_symlink() else gone
    except OSError as fault:
        reason = f"cannot be read: {fault.strerror or fault}; let it be read, or move it away"
    return Diagnostic(Span(shown(path), 1, 1), "unreadable", reason)


def _no_file(path: Path) -> str:
    """Why what was found is no document, if it is none: reading a pipe would wait for ever."""
    mode = path.stat().st_mode
    if stat.S_ISREG(mode):
        return ""
    if not stat.S_ISDIR(mode):
        return "is a pipe or a device that is named like a document; move it away"
    if _is_named(path.name):
        return "is a folder that is named like a document; rename it"
    return "is a folder that cannot be listed; let it be read, or move it away"
