"""Writing: a file is the old one or the new one, never a torn one."""

import os
import tempfile
from pathlib import Path

from cardsmith.diagnostics import CardsmithError

__all__ = ["folder", "holds", "replace", "stage"]


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


def stage(path: Path, content: bytes, number: int = 0) -> Path:
    """Write what ``path`` is to hold beside it, down to the disk, under the name that is given.

    No reader looks at such a name, and it tells which process writes; ``number`` keeps apart what
    waits for one place.

    Raises:
        CardsmithError: it cannot be written.
    """
    staged = path.with_name(f".{path.name}.{os.getpid()}-{number}.new")
    try:
        _write(staged, content)
    except BaseException as fault:
        staged.unlink(missing_ok=True)
        if isinstance(fault, OSError):
            raise _unwritten(path, fault) from None
        raise
    return staged


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _unwritten(path: Path, fault: OSError) -> CardsmithError:
    reason = fault.strerror or str(fault)
    return CardsmithError(f"{path}: cannot be written ({reason})")


def replace(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` in one step; nothing is touched where it is there already.

    Raises:
        CardsmithError: the file cannot be written; the old one is whole.
    """
    if holds(path, content):
        return
    staged = stage(path, content)
    try:
        staged.replace(path)
    except OSError as fault:
        raise _unwritten(path, fault) from None
    finally:
        staged.unlink(missing_ok=True)
