"""The ledger's folder: read whole, written with the decks of its build."""

import gc
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from cardsmith.build.staging import Staging, finish
from cardsmith.diagnostics import CardsmithError
from cardsmith.ledger import Record, read, write

__all__ = ["load", "save"]

# git keeps the lines of both sides then, without being set up; reading joins what is there twice
_MERGING: Final = b"*.tsv merge=union\n"


def load(folder: Path) -> Record:
    """The record of earlier builds, an empty one where there is none.

    What a build that was killed left undone is done first.

    Raises:
        CardsmithError: a file that cannot be read or is broken, with its line.
    """
    finish(folder)
    collects = gc.isenabled()
    # hundreds of thousands of things that stay, none in a circle: looking for some costs a fifth
    gc.disable()
    try:
        return read(_Files(folder))
    finally:
        if collects:
            gc.enable()


class _Files(Mapping[str, str]):
    """The texts of a ledger's files by path, each read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._paths = {str(path): path for path in sorted(folder.glob("*.tsv"))}

    def __getitem__(self, name: str) -> str:
        path = self._paths[name]
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as fault:
            raise CardsmithError(f"{path}: cannot be read: {fault}; restore it") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def save(folder: Path, record: Record, staging: Staging) -> None:
    """Stage the record: a file for each subject; a file of no subject any more is taken away."""
    files = write(record)
    attributes = folder / ".gitattributes"
    if files and not attributes.exists():
        staging.put(attributes, _MERGING)
    for name in files:
        staging.put(folder / name, files[name].encode())
    for path in sorted(folder.glob("*.tsv")):
        if path.name not in files:
            staging.remove(path)
