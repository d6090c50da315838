"""``cardsmith impact`` as people run it: what it says, and what it says of files that are none."""

import json
import sqlite3
from contextlib import closing
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from projects import ROME, files, make, run, write

REPUBLIC = "content/history/end-of-the-roman-republic.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A release that a learner has (``mine.apkg``), and a newer one."""
    make(tmp_path)
    assert run(tmp_path, "build").code == 0
    (tmp_path / "decks/out/history.apkg").rename(tmp_path / "mine.apkg")
    write(tmp_path, REPUBLIC, ROME.replace("the title", "the new title").replace("many", "some"))
    assert run(tmp_path, "build", SOURCE_DATE_EPOCH="1795000000").code == 0
    return tmp_path


def changed(path: Path, *statements: str) -> None:
    """Do to the collection in a package what a learner might have done."""
    with ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(entries["collection.anki2"])
        for statement in statements:
            db.execute(statement)
        db.commit()
        entries["collection.anki2"] = db.serialize()
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


def test_an_update_that_costs_nothing_is_told_in_numbers(project: Path) -> None:
    before = files(project)
    ran = run(project, "impact", "mine.apkg")
    assert ran.code == 0, ran.err
    assert "notes get the newer text; what you know of them stays" in ran.out
    assert "notes come in" in ran.out
    assert "What it costs" not in ran.out
    assert files(project) == before


def test_what_a_learner_wrote_is_told_where_it_is_replaced(project: Path) -> None:
    changed(
        project / "mine.apkg",
        "UPDATE notes SET flds = flds || 'ask in class', tags = tags || 'exam '",
    )
    ran = run(project, "impact", "mine.apkg", "decks/out/history.apkg")
    assert ran.code == 1
    assert "your notes are emptied: ask in class; your tags go: exam" in ran.out
    told = json.loads(run(project, "impact", "--json", "mine.apkg").out)
    costly = [each for each in told["notes"] if each["costs"]]
    assert costly
    assert all(each["own_tags"] == ["exam"] for each in costly)


def test_the_same_deck_again_changes_nothing(project: Path) -> None:
    told = json.loads(run(project, "impact", "--json", "mine.apkg", "mine.apkg").out)
    assert set(told["counts"]) >= {"new", "updated"}
    assert [name for name, count in told["counts"].items() if count] == ["the same"]


def archive(**entries: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as made:
        for name, content in entries.items():
            made.writestr(name.replace("_", "."), content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "cannot be read as an Anki package"),
        (b"PK no zip", "cannot be read as an Anki package"),
        (archive(media=b"{}"), "holds no collection; export a deck from Anki as .apkg"),
        (archive(collection_anki21b=b"x", collection_anki2=b"y"), "Support older Anki versions"),
        (archive(collection_anki2=b"x" * 200), "its collection is damaged"),
        (archive(collection_anki2=b""), "its collection is damaged"),
    ],
)
def test_a_file_that_is_no_export_is_told(project: Path, content: bytes, message: str) -> None:
    (project / "odd.apkg").write_bytes(content)
    ran = run(project, "impact", "odd.apkg")
    assert ran.code == 2
    assert ran.err.startswith("cardsmith: odd.apkg: ")
    assert message in ran.err


def test_a_file_or_a_deck_that_is_not_there_is_told(project: Path) -> None:
    assert "none.apkg: cannot be read" in run(project, "impact", "none.apkg").err
    assert "content: cannot be read" in run(project, "impact", "content").err
    for path in (project / "decks/out").glob("*.apkg"):
        path.unlink()
    assert "holds no deck; build one first" in run(project, "impact", "mine.apkg").err
