"""Builds killed at any moment: what is found afterwards is the old build or the new one."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest
from projects import CELLS, ROME, files, make, run, write

from cardsmith.build import ledgers
from cardsmith.ledger import modified

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only POSIX kills a process like that")

# `CARDSMITH_KILLS=200` for a long run
KILLS = int(os.environ.get("CARDSMITH_KILLS", "6"))
# a build of these few documents takes half a second to a second
LONGEST = 1.2


def edit(folder: Path, number: int) -> None:
    write(folder, "content/biology/organelles.md", CELLS.replace("8 nano", f"{8 + number} nano"))
    write(
        folder,
        f"content/rome/end-{number}.md",
        ROME.replace("id: 2", f"id: {100 + number}").replace("Roman Republic", f"state {number}"),
    )
    if number % 3 == 0:
        (folder / f"content/rome/end-{number - 2}.md").unlink(missing_ok=True)


def killed_build(folder: Path, seconds: float, released: int) -> bool:
    """Whether a build was killed after some seconds; else it was done before."""
    command = [sys.executable, "-m", "cardsmith", "build", "--updates", "-q"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(released)}
    building = subprocess.Popen(command, cwd=folder, env=environment)  # noqa: S603
    time.sleep(seconds)
    building.send_signal(signal.SIGKILL)
    return building.wait() == -signal.SIGKILL


def times(path: Path) -> dict[str, int]:
    """The modification times of a deck's notes, by GUID."""
    with ZipFile(path) as archive, closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(archive.read("collection.anki2"))
        return dict(db.execute("SELECT guid, mod FROM notes"))


def agree(folder: Path) -> None:
    """Every note of every deck is on record with its time."""
    known = modified(ledgers.load(folder / "decks/ledger"))
    for path in sorted((folder / "decks/out").glob("*.apkg")):
        assert times(path).items() <= known.items(), path.name


def test_builds_killed_at_any_moment_leave_the_old_build_or_the_new_one(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311
    torn, whole = make(tmp_path / "torn"), make(tmp_path / "whole")
    killed = 0
    for number in range(1, KILLS + 1):
        released = 1_790_000_000 + number
        edit(torn, number)
        edit(whole, number)
        killed += killed_build(torn, chance.uniform(0.2, LONGEST), released)
        for path in sorted((torn / "decks/out").glob("*.apkg")):
            assert times(path)
        again = run(torn, "build", "--updates", SOURCE_DATE_EPOCH=str(released))
        assert again.code == 0, again.err
        agree(torn)
        assert run(whole, "build", "--updates", SOURCE_DATE_EPOCH=str(released)).code == 0
        got, expected = files(torn / "decks"), files(whole / "decks")
        # what a build tells of itself is not the same the second time
        for told in (got, expected):
            told.pop("out/report.json")
        assert got == expected
    assert killed
