"""Files of one build, put in place together: after a kill, a build is there whole or not at all.

Every file is first written beside its target, under a name that no reader looks at. Then a journal
beside the ledger tells which of them go where; from then on the build is done, and whoever comes
next finishes what a kill left undone. The renames follow each other within milliseconds.
"""

import json
import os
import re
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any, Final

from cardsmith.build import outputs
from cardsmith.diagnostics import CardsmithError

__all__ = ["UPDATES", "Staging", "finish", "tidy"]

JOURNAL: Final = ".unfinished"
# .biology.apkg.4711-3.new
_STAGED: Final = re.compile(r"\.(?P<name>.+)\.(?P<process>\d+)-\d+\.new")
_FORMAT: Final = 1
# what a build takes away: the ledger of a subject that is none any more, an old update
LEDGER: Final = ".tsv"
UPDATES: Final = (".update.apkg", ".update.txt")


class Staging:
    """The files that a build writes and takes away; nothing is seen of them before ``commit``."""

    def __init__(self, ledger: Path) -> None:
        """Begin with none; ``ledger`` is the folder that the journal stands in."""
        self._ledger = ledger
        self._numbers = count(1)
        self._staged: list[Path] = []
        self._removed: list[Path] = []

    def put(self, path: Path, content: bytes) -> None:
        """Let ``path`` have this content; a file that has it already is left alone.

        Raises:
            CardsmithError: it cannot be written.
        """
        if outputs.holds(path, content):
            return
        self._staged.append(outputs.stage(path, content, next(self._numbers)))

    def remove(self, path: Path) -> None:
        """Take ``path`` away, if it is there."""
        if path.exists():
            self._removed.append(path)

    def commit(self) -> None:
        """Put all files in place, or none where that cannot be done."""
        if self._staged or self._removed:
            outputs.replace(self._ledger / JOURNAL, json.dumps(self._journal()).encode())
            finish(self._ledger)

    def _journal(self) -> dict[str, Any]:
        def told(path: Path) -> str:
            # a checkout may be moved between a kill and the next command
            return Path(os.path.relpath(path, self._ledger)).as_posix()

        return {
            "cardsmith": _FORMAT,
            "staged": [told(path) for path in self._staged],
            "removed": [told(path) for path in self._removed],
        }

    def discard(self) -> None:
        """Take away what was staged and not put in place."""
        for path in self._staged:
            path.unlink(missing_ok=True)

    def __enter__(self) -> "Staging":
        """Begin a build."""
        return self

    def __exit__(self, *_fault: object) -> None:
        """End it: without ``commit`` it leaves nothing behind."""
        if not (self._ledger / JOURNAL).exists():
            self.discard()


def finish(ledger: Path) -> None:
    """Finish what a build that was killed began to put in place.

    Two processes may do so at once. Only files that were staged beside their targets are moved, so
    no journal can touch any other.

    Raises:
        CardsmithError: a file cannot be put in place, or the journal cannot be read.
    """
    journal = ledger / JOURNAL
    if not journal.is_file():
        return
    staged, removed = _read(journal)
    try:
        for path in staged:
            _put(path)
        for path in removed:
            path.unlink(missing_ok=True)
        journal.unlink(missing_ok=True)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise CardsmithError(
            f"{fault.filename}: cannot be put in place ({reason}); mend that and build again:"
            f" {journal} tells what is left to do"
        ) from None


def _read(journal: Path) -> tuple[list[Path], list[Path]]:
    try:
        told = json.loads(journal.read_text(encoding="utf-8"))
        staged = [_beside(journal, name) for name in told["staged"]]
        removed = [_beside(journal, name) for name in told["removed"]]
    except (ValueError, KeyError, TypeError, UnicodeDecodeError):
        raise CardsmithError(f"{journal}: is no journal of a build; remove it") from None
    for path in staged:
        if not _STAGED.fullmatch(path.name):
            raise CardsmithError(f"{journal}: names {path}, which no build staged; remove it")
    for path in removed:
        own = path.suffix == LEDGER and path.parent == Path(os.path.normpath(journal.parent))
        if not (own or path.name.endswith(UPDATES)):
            raise CardsmithError(f"{journal}: names {path}, which no build removes; remove it")
    return staged, removed


def _beside(journal: Path, name: str) -> Path:
    return Path(os.path.normpath(journal.parent / name))


def _put(path: Path) -> None:
    match = _STAGED.fullmatch(path.name)
    if match is not None:
        try:
            path.replace(path.with_name(match["name"]))
        except FileNotFoundError:
            # it was put in place before the kill, or by another process just now
            return


def tidy(folders: Iterable[Path]) -> None:
    """Take away what builds left that were killed before they were done."""
    for folder in folders:
        for path in sorted(folder.glob(".*.new")):
            match = _STAGED.fullmatch(path.name)
            if match is not None and not _runs(int(match["process"])):
                path.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    """Whether another process may still be running; only POSIX tells without harm."""
    if process == os.getpid():
        # a build tidies before it stages; in a container, each one may have this number
        return False
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
