"""The ledger's folder: read whole, written file by file, each in one step."""

from pathlib import Path

from cardsmith.build import outputs
from cardsmith.diagnostics import CardsmithError
from cardsmith.ledger import Record, read, write

__all__ = ["load", "save"]


def load(folder: Path) -> Record:
    """The record of earlier builds, an empty one where there is none.

    Raises:
        CardsmithError: a file that cannot be read or is broken, with its line.
    """
    files = {}
    for path in sorted(folder.glob("*.tsv")):
        try:
            files[str(path)] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as fault:
            raise CardsmithError(f"{path}: cannot be read: {fault}; restore it") from None
    return read(files)


def save(folder: Path, record: Record) -> None:
    """Write the record: a file for each subject; a file of no subject any more is taken away."""
    files = write(record)
    for name, text in sorted(files.items()):
        outputs.replace(folder / name, text.encode())
    for path in sorted(folder.glob("*.tsv")):
        if path.name not in files:
            path.unlink()
