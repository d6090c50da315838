"""Builds killed at any moment: what is found afterwards is the old build or the new one."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from packages import opened
from projects import CELLS, ROME, files, make, run, write

from cardsmith.build import ledgers
from cardsmith.ledger import modified

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only POSIX kills a process like that")

# `CARDSMITH_KILLS=200` for a long run, which also dies at every step of putting files in place
KILLS = int(os.environ.get("CARDSMITH_KILLS", "6"))
# from the start of Python to a little more than a build takes
MOMENTS = (0.2, 1.1)
# steps from one kill to the next; it is odd, so that writing and moving a file get their turns
STRIDE = 1 if KILLS >= 100 else 7
# two decks and their ledger files are written and moved, the journal, too
LEAST_STEPS = 10
# the command, killed before one of the steps by which files come to the disk and to their places
DYING = """
import os, signal, sys
from pathlib import Path

left = int(sys.argv.pop(1))

def counted(real):
    def counting(*words, **more):
        global left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*words, **more)
    return counting

Path.replace, Path.unlink, os.fsync = map(counted, (Path.replace, Path.unlink, os.fsync))

from cardsmith.cli import main

sys.exit(main())
"""


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


def timed_build(folder: Path, released: int) -> float:
    """How many seconds a build takes that nobody kills."""
    started = time.monotonic()
    done = run(folder, "build", "--updates", SOURCE_DATE_EPOCH=str(released))
    assert done.code == 0, done.err
    return time.monotonic() - started


def times(path: Path) -> dict[str, int]:
    """The modification times of a deck's notes, by GUID."""
    with opened(path) as db:
        return dict(db.execute("SELECT guid, mod FROM notes"))


def agree(folder: Path) -> None:
    """Every note of every deck is on record with its time."""
    known = modified(ledgers.load(folder / "decks/ledger"))
    for path in sorted((folder / "decks/out").glob("*.apkg")):
        assert times(path).items() <= known.items(), path.name


def test_builds_killed_at_any_moment_leave_the_old_build_or_the_new_one(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311
    torn, whole = make(tmp_path / "torn"), make(tmp_path / "whole")
    killed, took = 0, timed_build(make(tmp_path / "timed"), 1_790_000_000)
    for number in range(1, KILLS + 1):
        released = 1_790_000_000 + number
        edit(torn, number)
        edit(whole, number)
        killed += killed_build(torn, took * chance.uniform(*MOMENTS), released)
        for path in sorted((torn / "decks/out").glob("*.apkg")):
            assert times(path)
        again = run(torn, "build", "--updates", SOURCE_DATE_EPOCH=str(released))
        assert again.code == 0, again.err
        agree(torn)
        took = timed_build(whole, released)
        got, expected = files(torn / "decks"), files(whole / "decks")
        # what a build tells of itself is not the same the second time
        for told in (got, expected):
            told.pop("out/report.json")
        assert got == expected
    assert killed


def dying_build(folder: Path, step: int) -> int:
    """How a build ends that is killed before a step, from 1."""
    command = [sys.executable, "-c", DYING, str(step), "build", "-q"]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1790000002"}
    return subprocess.run(command, cwd=folder, env=environment, check=False).returncode  # noqa: S603


def released_twice(folder: Path) -> Path:
    """A project whose next build has files to change, to add and, as updates, to take away."""
    make(folder)
    for number in (1, 2):
        edit(folder, number)
        released = {"SOURCE_DATE_EPOCH": f"179000000{number - 1}"}
        assert run(folder, "build", "--updates", **released).code == 0
    edit(folder, 3)
    write(folder, "content/law/end.md", ROME.replace("History", "Law").replace("id: 2", "id: 9"))
    return folder


def test_a_build_killed_at_any_step_of_its_delivery_is_old_or_new(tmp_path: Path) -> None:
    before = released_twice(tmp_path / "before")
    whole = shutil.copytree(before, tmp_path / "whole")
    assert run(whole, "build", SOURCE_DATE_EPOCH="1790000002").code == 0
    expected = files(whole / "decks")
    expected.pop("out/report.json")
    ended, step = -signal.SIGKILL, 0
    while ended == -signal.SIGKILL:
        step += STRIDE
        torn = shutil.copytree(before, tmp_path / f"torn-{step}")
        ended = dying_build(torn, step)
        agree(torn)
        assert run(torn, "build", SOURCE_DATE_EPOCH="1790000002").code == 0
        got = files(torn / "decks")
        got.pop("out/report.json")
        assert got == expected, f"killed before step {step}"
    assert ended == 0
    assert step > LEAST_STEPS


def test_a_build_that_finds_no_room_leaves_everything_as_it_was(tmp_path: Path) -> None:
    folder = make(tmp_path)
    assert run(folder, "build").code == 0
    before = files(folder / "decks")
    edit(folder, 1)
    # no file may grow beyond four kilobytes: the ledger fits in, no deck does
    limited = ["/bin/sh", "-c", 'ulimit -f 8; exec "$@"', "sh", sys.executable]
    done = subprocess.run(  # noqa: S603
        [*limited, "-m", "cardsmith", "build"], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.count(b"cannot be written") == 1
    assert b"Traceback" not in done.stderr
    assert files(folder / "decks") == before
