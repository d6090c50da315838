"""``cardsmith impact`` as people run it: what it says, and what it says of files that are none."""

import json
import sqlite3
from contextlib import closing
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import ROME, files, make, run, write

from cardsmith.build.fates import Coming, Fate, effect, releases
from cardsmith.diagnostics import CardsmithError
from cardsmith.packager.exports import HeldCard, HeldNote, read
from cardsmith.packager.notetypes import MODEL_IDS, QA

REPUBLIC = "content/history/end-of-the-roman-republic.md"
OWN = "UPDATE notes SET flds = flds || 'ask in <b>class</b>', tags = tags || 'exam '"
# later than any release of these tests
LATER = "UPDATE notes SET mod = 1899999999"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release that a learner has (``mine.apkg``), and a newer one."""
    folder = tmp_path_factory.mktemp("impact")
    make(folder)
    assert run(folder, "build").code == 0
    (folder / "decks/out/history.apkg").rename(folder / "mine.apkg")
    write(folder, REPUBLIC, ROME.replace("the title", "the new title").replace("many", "some"))
    assert run(folder, "build", SOURCE_DATE_EPOCH="1795000000").code == 0
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A learner's export beside the decks of the newer release."""
    (tmp_path / "decks/out").mkdir(parents=True)
    for name in ("mine.apkg", "decks/out/history.apkg", "decks/out/biology.apkg"):
        (tmp_path / name).write_bytes((built / name).read_bytes())
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
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "      6 notes come in",
        "      2 notes get newer text; what you know of them stays",
        "      2 notes stay as they are",
    ]
    assert files(project) == before


def test_what_a_learner_wrote_is_told_where_it_is_replaced(project: Path) -> None:
    changed(project / "mine.apkg", OWN)
    ran = run(project, "impact", "mine.apkg", "decks/out/history.apkg")
    assert ran.code == 1
    assert ran.out.splitlines()[3:7] == [
        "Replaced, since the deck has newer text for these notes (import its .update.txt instead to"
        " keep tags and My notes):",
        "  ID:4iglhghradw6t  What gave Octavian the title Augustus in 27 BC and many powers?",
        "      My notes: ask in class",
        "      tags: exam",
    ]
    told = json.loads(run(project, "impact", "--json", "mine.apkg").out)
    costly = [each for each in told["notes"] if each["costs"]]
    assert [each["own_tags"] for each in costly] == [["exam"], ["exam"]]
    assert [each["own_text"] for each in costly] == [False, False]


def test_texts_that_do_not_arrive_are_told(project: Path) -> None:
    changed(project / "mine.apkg", LATER)
    ran = run(project, "impact", "mine.apkg", "decks/out/history.apkg")
    assert ran.code == 1
    assert "2 notes were changed by you after the new text was made" in ran.out
    assert "(its .update.txt brings it):" in ran.out


def test_cards_reviews_and_decks_are_told(project: Path) -> None:
    changed(
        project / "mine.apkg",
        "DELETE FROM cards WHERE nid = (SELECT max(id) FROM notes)",
        "UPDATE cards SET reps = 1 WHERE id = (SELECT min(id) FROM cards)",
        """UPDATE col SET decks = replace(decks, 'Cardsmith::History', 'Mine')""",
    )
    ran = run(project, "impact", "mine.apkg", "decks/out/history.apkg")
    assert ran.out.splitlines()[2:] == [
        "      1 card is added to a note you have",
        "      1 review stays",
        "",
        "Your deck Mine came as Cardsmith::History: new cards come under that name.",
    ]


def test_the_same_deck_again_changes_nothing(project: Path) -> None:
    told = json.loads(run(project, "impact", "--json", "mine.apkg", "mine.apkg").out)
    assert [name for name, count in told["counts"].items() if count] == ["the same"]


def note(guid: str, modified: int, text: str = "", tags: str = "", mine: str = "") -> HeldNote:
    fields = "\x1f".join((guid, "asks", text, mine))
    card = HeldCard("History", 0)
    return HeldNote(guid, MODEL_IDS[QA], modified, fields, frozenset(tags.split()), {0: card})


def coming(guid: str, modified: int) -> Coming:
    return Coming(note(guid, modified, "new"), MODEL_IDS[QA], had=0)


@pytest.mark.parametrize(
    ("theirs", "is_own"),
    [
        (note("a", 500, "older"), True),
        # the time of many notes is a release's
        (note("a", 700, "older"), False),
        # that of many notes with a tag of a learner's is a learner's
        (note("a", 800, "older"), True),
        # a note that never changed has the middle of a day
        (note("a", 86_400 * 3 // 2, "older"), False),
        # a time that the deck has for another note is a release's
        (note("a", 900, "older"), False),
        # nothing is lost where the words are those that come
        (note("a", 500, "new"), False),
    ],
)
def test_a_text_is_the_learners_own_at_a_time_of_his_own(theirs: HeldNote, is_own: bool) -> None:  # noqa: FBT001  # what is expected
    many = [note(f"b{at}", 700) for at in range(3)]
    tagged = [note(f"c{at}", 800, tags="exam") for at in range(3)]
    decks = {"a": coming("a", 200_000), "d": coming("d", 900)}
    released = releases([theirs, *many, *tagged], decks)
    found = effect(decks["a"], theirs, released)
    assert (found.fate, found.own_text) == (Fate.UPDATED, is_own)


def archive(**entries: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name.replace("_", "."), content)
    return target.getvalue()


def locked(content: bytes) -> bytes:
    """An archive whose entries say that they need a password."""
    return content.replace(b"PK\x03\x04\x14\0\0", b"PK\x03\x04\x14\0\x01").replace(
        b"PK\x01\x02\x14\x03\x14\0\0", b"PK\x01\x02\x14\x03\x14\0\x01"
    )


def grown(content: bytes) -> bytes:
    """An archive whose entry would be of 2 GB."""
    at = content.index(b"PK\x01\x02") + 24
    return content[:at] + (2_000_000_000).to_bytes(4, "little") + content[at + 4 :]


def torn(content: bytes) -> bytes:
    """An archive with another byte in what is packed."""
    return content[:60] + bytes([content[60] ^ 0xFF]) + content[61:]


def database(*statements: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as db:
        for statement in statements:
            db.execute(statement)
        db.commit()
        return archive(collection_anki2=db.serialize())


TABLES = (
    "CREATE TABLE notes (id, guid, mid, mod, tags, flds)",
    "CREATE TABLE cards (nid, ord, did, odid, reps)",
    "CREATE TABLE col (models, decks)",
)
DEEP = "INSERT INTO col VALUES (replace(hex(zeroblob(50000)), '0', '['), '{}')"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "cannot be read as an Anki package"),
        (b"PK no zip", "cannot be read as an Anki package"),
        (archive(media=b"{}"), "holds no collection; export a deck from Anki as .apkg"),
        (archive(collection_anki21b=b"x", collection_anki2=b"y"), "Support older Anki versions"),
        (archive(collection_anki2=b"x" * 200), "its collection is damaged"),
        (archive(collection_anki2=b""), "its collection is damaged"),
        (grown(archive(collection_anki2=b"x" * 200)), "too large"),
        (locked(archive(collection_anki2=b"x" * 200)), "encrypted"),
        (torn(archive(collection_anki2=bytes(range(256)))), "cannot be read as an Anki package"),
        (database("CREATE TABLE notes (id)"), "cards, col missing"),
        (database(*TABLES), "its collection is damaged"),
        (database(*TABLES, "INSERT INTO col VALUES ('[]', '{}')"), "damaged"),
        (database(*TABLES, DEEP), "damaged"),
        (
            database(
                *TABLES,
                "INSERT INTO col VALUES ('{}', '{}')",
                "INSERT INTO notes VALUES (1, 'a', 2, 'soon', '', '')",
            ),
            "damaged",
        ),
        (
            database(
                *TABLES[1:],
                "CREATE VIEW notes AS WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n FROM a)"
                " SELECT n, n, n, n, n, n FROM a",
            ),
            "notes missing",
        ),
    ],
)
def test_a_file_that_is_no_export_is_told(content: bytes, message: str) -> None:
    with pytest.raises(CardsmithError, match=message) as told:
        read("odd.apkg", BytesIO(content))
    assert str(told.value).startswith("odd.apkg: ")


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_told(built: Path, at: int, other: bytes) -> None:
    content = (built / "mine.apkg").read_bytes()
    at %= len(content)
    try:
        read("odd.apkg", BytesIO(content[:at] + other + content[at + len(other) :]))
    except CardsmithError as told:
        assert str(told).startswith("odd.apkg: ")  # noqa: PT017  # it may be read as well


def test_files_that_are_not_there_or_not_ours_are_told_in_a_line(project: Path) -> None:
    (project / "odd.apkg").write_bytes(b"PK no zip")
    changed(project / "mine.apkg", "UPDATE notes SET mid = 7")
    for words, message in {
        ("odd.apkg",): "odd.apkg: cannot be read as an Anki package",
        ("none.apkg",): "none.apkg: cannot be read",
        ("decks",): "decks: cannot be read",
        ("mine.apkg", "mine.apkg"): "mine.apkg: is no deck of cardsmith; name one that it built",
    }.items():
        ran = run(project, "impact", *words)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)
        assert ran.err.startswith(f"cardsmith: {message}")


def test_where_no_deck_was_built_one_must_be_named(project: Path) -> None:
    for path in (project / "decks/out").glob("*.apkg"):
        path.rename(project / path.name)
    ran = run(project, "impact", "mine.apkg")
    assert (ran.code, "holds no deck; build one first" in ran.err) == (2, True)
    assert run(project, "impact", "mine.apkg", "history.apkg").code == 0
