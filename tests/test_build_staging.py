"""Files of one build, put in place together, whatever happens in between."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cardsmith.build.staging import JOURNAL, Staging, finish, tidy
from cardsmith.diagnostics import CardsmithError

OLD = {"ledger/biology.tsv": b"old cells", "out/biology.apkg": b"old deck", "out/kept.apkg": b"k"}
NEW = {"ledger/biology.tsv": b"new cells", "out/biology.apkg": b"new deck", "out/more.apkg": b"m"}
GONE = "out/biology.update.txt"
# the journal is moved to its place, and nothing of it is left; then as many files are moved, one
# is taken away, then the journal
STEPS = 7


class Killed(BaseException):
    """What a kill is to a process that cannot be asked any more."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in {**OLD, GONE: b"update"}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return tmp_path


def build(folder: Path) -> None:
    with Staging(folder / "ledger") as files:
        for name, content in NEW.items():
            files.put(folder / name, content)
        files.remove(folder / GONE)
        files.commit()


def there(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def dies_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process die at one of the renames and removals that put files in place."""
    steps: Iterator[int] = iter(range(1, 100))

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def counting(path: Path, *words: object, **more: object) -> object:
            if path.parent.name in {"ledger", "out"} and next(steps) == step:
                raise Killed
            return real(path, *words, **more)

        return counting

    for name in ("replace", "unlink"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))


def test_all_files_are_put_in_place_and_nothing_is_left_over(folder: Path) -> None:
    build(folder)
    assert there(folder) == {**OLD, **NEW}


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_after_a_kill_between_two_renames_the_next_command_finishes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    with monkeypatch.context() as patched:
        dies_at(step, patched)
        with pytest.raises(Killed):
            build(folder)
    finish(folder / "ledger")
    tidy((folder / "ledger", folder / "out"))
    # the first step is the rename that makes the journal: before it nothing has happened
    expected = {**OLD, GONE: b"update"} if step == 1 else {**OLD, **NEW}
    left = {name for name in there(folder) if name.startswith(("ledger/.", "out/."))}
    assert {name: each for name, each in there(folder).items() if name not in left} == expected
    if step > 1:
        assert not left


def fails(folder: Path) -> None:
    with Staging(folder / "ledger") as files:
        files.put(folder / "out/biology.apkg", b"new deck")
        raise Killed


def test_a_build_that_fails_leaves_nothing_behind(folder: Path) -> None:
    with pytest.raises(Killed):
        fails(folder)
    assert there(folder) == {**OLD, GONE: b"update"}


def test_a_file_that_is_there_already_is_not_touched(folder: Path) -> None:
    path = folder / "out/kept.apkg"
    os.utime(path, (1, 1))
    with Staging(folder / "ledger") as files:
        files.put(path, b"k")
        files.commit()
    assert path.stat().st_mtime == 1


def test_a_checkout_may_move_between_a_kill_and_the_next_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        dies_at(3, patched)
        with pytest.raises(Killed):
            build(folder)
    moved = folder.rename(folder.with_name("moved"))
    finish(moved / "ledger")
    assert there(moved) == {**OLD, **NEW}


def test_finishing_twice_does_no_harm(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        dies_at(4, patched)
        with pytest.raises(Killed):
            build(folder)
    journal = folder / "ledger" / JOURNAL
    told = journal.read_bytes()
    finish(folder / "ledger")
    journal.write_bytes(told)
    finish(folder / "ledger")
    assert there(folder) == {**OLD, **NEW}


@pytest.mark.parametrize(
    "told",
    [
        b"{",
        b"\xff",
        b"[]",
        b"{}",
        b'{"staged": [1], "removed": []}',
        b'{"staged": ["../out/biology.apkg"], "removed": []}',
        b'{"staged": [], "removed": ["../out/biology.apkg"]}',
        b'{"staged": [], "removed": ["../out/biology.tsv"]}',
        b'{"staged": [], "removed": ["../../elsewhere.tsv"]}',
    ],
)
def test_a_journal_that_no_build_wrote_touches_nothing(folder: Path, told: bytes) -> None:
    (folder / "ledger" / JOURNAL).write_bytes(told)
    before = there(folder)
    with pytest.raises(CardsmithError, match=r"\.unfinished: .*; remove it$"):
        finish(folder / "ledger")
    assert there(folder) == before


@pytest.mark.skipif(os.name != "posix", reason="only POSIX tells who runs")
def test_what_a_killed_build_staged_is_taken_away_unless_it_still_runs(folder: Path) -> None:
    running = folder / f"out/.a.apkg.{os.getppid()}-1.new"
    dead = folder / "out/.a.apkg.4194999-1.new"
    # the killed build was in a container, as this one is
    namesake = folder / f"out/.a.apkg.{os.getpid()}-1.new"
    other = folder / "out/.notes.new"
    for path in (running, dead, namesake, other):
        path.write_bytes(b"")
    tidy((folder / "out",))
    assert {path for path in (running, dead, namesake, other) if path.exists()} == {running, other}


def test_a_journal_tells_only_where_things_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        dies_at(3, patched)
        with pytest.raises(Killed):
            build(folder)
    told = json.loads((folder / "ledger" / JOURNAL).read_bytes())
    assert set(told) == {"cardsmith", "removed", "staged"}
    assert not any(str(folder) in name for name in (*told["staged"], *told["removed"]))
