"""Writing: a file is the old one or the new one, never a torn one."""

import os
import tempfile
from pathlib import Path

from cardsmith.diagnostics import CardsmithError

__all__ = ["folder", "holds", "replace", "write"]


def folder(path: Path) -> Path:
    """The folder, made where it is missing, and tried: a build should fail before its work.

    Raises:
        CardsmithError: a file is in the way, or the folder cannot be written to.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path):
            return path
    except (FileExistsError, NotADirectoryError):
        raise CardsmithError(f"{path}: is a file, not a folder; choose another --out") from None
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise CardsmithError(f"{path}: cannot be written to ({reason}); choose another") from None


def holds(path: Path, content: bytes) -> bool:
    """Whether a file has this content."""
    try:
        return path.is_file() and path.read_bytes() == content
    except OSError:
        return False


def write(path: Path, content: bytes) -> None:
    """Write a new file, down to the disk.

    Raises:
        CardsmithError: it cannot be written.
    """
    try:
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise CardsmithError(f"{path}: cannot be written ({reason})") from None


def replace(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` in one step; nothing is touched where it is there already.

    Raises:
        CardsmithError: the file cannot be written; the old one is whole.
    """
    if holds(path, content):
        return
    try:
        _swap(path, content)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise CardsmithError(f"{path}: cannot be written ({reason})") from None


def _swap(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files that only their owner reads; decks are for everybody
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
