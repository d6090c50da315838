"""Updates for those who have an earlier release: what is in them, and since when."""

from pathlib import Path

import pytest
from packages import opened
from projects import CELLS, ROME, files, make, run, write

REPUBLIC = "content/history/end-of-the-roman-republic.md"
ANOTHER_YEAR = ROME.replace("31 BC", "30 BC")
DAY = 24 * 3600
FIRST = 1_780_000_000


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make(tmp_path)
    release(tmp_path, FIRST)
    return tmp_path


def release(folder: Path, time: int, *words: str) -> str:
    ran = run(folder, "build", "--updates", "--release-time", str(time), *words)
    assert ran.code == 0, ran.err
    return ran.out


def notes(path: Path) -> dict[str, tuple[int, str]]:
    """The modification time and the tombstone of each note of a package, by its first fields."""
    found = {}
    with opened(path) as db:
        for modified, fields in db.execute("SELECT mod, flds FROM notes"):
            ours = fields.split("\x1f")
            told = next((each for each in ours if each.startswith("No longer")), "")
            found[ours[1]] = (modified, told)
    return found


def test_a_first_release_has_no_update_package(project: Path) -> None:
    out = files(project / "decks/out")
    assert "history.update.apkg" not in out
    assert "history.update.txt" in out


def test_an_update_has_what_its_release_changed_and_the_same_twice(project: Path) -> None:
    write(project, REPUBLIC, ANOTHER_YEAR)
    release(project, FIRST + DAY)
    update = notes(project / "decks/out/history.update.apkg")
    whole = notes(project / "decks/out/history.apkg")
    assert 0 < len(update) < len(whole)
    assert update.items() <= whole.items()
    assert any("30 BC" in front for front in update)
    assert "biology.update.apkg" not in files(project / "decks/out")
    before = files(project / "decks")
    release(project, FIRST + 2 * DAY)
    after = files(project / "decks")
    assert {name: after[name] for name in before if "report" not in name} == {
        name: before[name] for name in before if "report" not in name
    }


def test_an_update_since_an_older_release_brings_all_that_came_after_it(project: Path) -> None:
    write(project, REPUBLIC, ANOTHER_YEAR)
    release(project, FIRST + DAY)
    write(project, "content/biology/organelles.md", CELLS.replace("8 nano", "9 nano"))
    release(project, FIRST + 2 * DAY)
    assert "history.update.apkg" not in files(project / "decks/out")
    release(project, FIRST + 2 * DAY, "--since", str(FIRST))
    assert len(notes(project / "decks/out/history.update.apkg")) > 1
    assert len(notes(project / "decks/out/biology.update.apkg")) > 0
    release(project, FIRST + 2 * DAY, "--since", str(FIRST + DAY))
    assert "history.update.apkg" not in files(project / "decks/out")


def test_a_build_without_updates_leaves_none_of_an_earlier_release(project: Path) -> None:
    assert run(project, "build").code == 0
    assert not [name for name in files(project / "decks/out") if "update" in name]


def test_a_deck_that_is_gone_leaves_no_updates(project: Path) -> None:
    write(project, REPUBLIC, ANOTHER_YEAR)
    release(project, FIRST + DAY)
    (project / REPUBLIC).unlink()
    release(project, FIRST + 2 * DAY)
    out = files(project / "decks/out")
    assert "history.apkg" in out
    assert not [name for name in out if name.startswith("history.update")]


def test_a_note_that_an_edit_took_is_given_up_at_once(project: Path) -> None:
    write(project, REPUBLIC, ANOTHER_YEAR)
    told = release(project, FIRST + DAY, "--retire")
    assert "Retired    1 note" in told
    tombs = {
        front: told
        for front, (_, told) in notes(project / "decks/out/history.update.apkg").items()
        if told
    }
    assert list(tombs.values()) == ["No longer in this deck since 2026-05-29"]
    assert "31 BC" in next(iter(tombs))
    assert not any("31 BC" in front for front in notes(project / "decks/out/history.apkg"))


def test_a_note_that_returns_after_its_tombstone_is_newer(project: Path) -> None:
    write(project, REPUBLIC, ANOTHER_YEAR)
    release(project, FIRST + DAY, "--retire")
    gone = notes(project / "decks/out/history.update.apkg")
    write(project, REPUBLIC, ROME)
    release(project, FIRST + 2 * DAY)
    (back,) = (
        (front, time)
        for front, (time, _) in notes(project / "decks/out/history.update.apkg").items()
        if "31 BC" in front and "c1::" in front
    )
    (tomb,) = (time for time, told in gone.values() if told)
    assert back[1] > tomb


def test_notes_of_a_missing_document_wait_for_its_return(project: Path) -> None:
    (project / REPUBLIC).unlink()
    release(project, FIRST + DAY, "--retire")
    assert "history.update.apkg" not in files(project / "decks/out")
    assert "Retired" in release(project, FIRST + 31 * DAY, "--retire")
    buried = notes(project / "decks/out/history.update.apkg")
    assert buried
    assert all(told for _, told in buried.values())


def test_a_time_that_cannot_be_read_is_told(project: Path) -> None:
    ran = run(project, "build", "--since", "last week")
    assert ran.code == 2
    assert "--since: 'last week' is no time; write 2026-11-24T08:00:00Z" in ran.err


def test_a_document_of_a_later_day_than_its_release_is_retired_all_the_same(project: Path) -> None:
    late = ROME.replace("id: 2", "id: 2\ndate: 2030-01-01")
    write(project, "content/rome/late.md", late.replace("Roman Republic", "late republic"))
    release(project, FIRST + DAY)
    write(project, "content/rome/late.md", ANOTHER_YEAR.replace("Roman Republic", "late republic"))
    release(project, FIRST + 2 * DAY, "--retire")
    write(project, REPUBLIC, ROME.replace("27 BC", "28 BC"))
    release(project, FIRST + 3 * DAY, "--retire")
    assert any(told for _, told in notes(project / "decks/out/history.update.apkg").values())
