"""The three ways in which a new release reaches a learner, in the hands of the real importer."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import NOTES

from cardsmith.model import Deck
from cardsmith.packager import DECK_FORMATS, Release, Row, html
from cardsmith.packager.notetypes import CLOZE, FIELDS, QA, TERM

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from anki.collection import ImportAnkiPackageRequest, ImportCsvRequest
from backend import EVERYTHING
from releases import JULY, JUNE, MADE, MAY, ROWS, Learner, edited, grave, later, released

WAYS = ("apkg", "update.apkg", "update.txt")


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with closing(Learner(tmp_path)) as made:
        assert made.takes("apkg", ROWS[:11], released()) == (11, 0, 0, 0)
        made.lives_with_it()
        yield made


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Learner]:
    """Somebody else with the deck of May."""
    folder = tmp_path / "other"
    folder.mkdir()
    with closing(Learner(folder)) as made:
        assert made.takes("apkg", ROWS[:11], released()) == (11, 0, 0, 0)
        yield made


@pytest.mark.parametrize("way", WAYS)
def test_the_text_arrives_and_no_history_is_lost(learner: Learner, way: str) -> None:
    rows, release = later()
    before = learner.history()
    learner.takes(way, rows, release)
    after = learner.history()
    assert [line for line in before if line not in after] == []
    assert len(after) == len(before) + 2  # the card of the new hole, that of the new note
    for row in rows:
        assert learner.fields(row.guid)[:-1] == list(row.fields[:-1])
    assert [card.ord for card in learner.note("note03").cards()] == [0, 2, 3]
    assert learner.blank() == set()


def test_the_update_does_what_the_whole_package_does(learner: Learner, tmp_path: Path) -> None:
    rows, release = later()
    learner.col.close()
    twin = tmp_path / "twin"
    twin.mkdir()
    (twin / "collection.anki2").write_bytes((tmp_path / "collection.anki2").read_bytes())
    learner.col.reopen()
    with closing(Learner(twin)) as second:
        assert learner.takes("apkg", rows, release) == (1, 3, 8, 0)
        assert second.takes("update.apkg", rows, release) == (1, 3, 0, 0)
        assert second.everything() == learner.everything()
        # and whoever has taken one of them gets nothing from the other
        assert learner.takes("update.apkg", rows, release) == (0, 0, 4, 0)
        assert second.takes("apkg", rows, release) == (0, 0, 12, 0)
        assert second.everything() == learner.everything()


def test_the_text_file_leaves_tags_and_own_words_alone(learner: Learner) -> None:
    rows, release = later()
    assert learner.takes("update.txt", rows, release) == (1, 2, 9, 0)
    assert learner.note("note02")["Back"] == "In the cytosol, without oxygen"
    for guid in ("note02", "note06"):
        assert learner.note(guid)["My notes"] == "ask in class"
        assert learner.note(guid).has_tag("exam")


def test_the_text_arrives_where_a_learner_edited_after_the_release(learner: Learner) -> None:
    rows, release = later()
    mine = learner.note("note02")
    mine["Back"] = "cytosol!"
    learner.col.update_note(mine)
    learner.takes("apkg", rows, release)
    assert learner.note("note02")["Back"] == "cytosol!"
    learner.takes("update.txt", rows, release)
    assert learner.note("note02")["Back"] == "In the cytosol, without oxygen"
    assert learner.note("note02")["My notes"] == "ask in class"


@pytest.mark.parametrize("ways", [("update.apkg", "update.txt"), ("update.txt", "update.apkg")])
def test_the_second_time_changes_nothing(learner: Learner, ways: tuple[str, str]) -> None:
    rows, release = later()
    for way in ways:
        learner.takes(way, rows, release)
    before = learner.everything()
    for way in (*ways, "apkg", *reversed(ways)):
        new, updated, _, conflicting = learner.takes(way, rows, release)
        assert (new, updated, conflicting) == (0, 0, 0), way
    assert learner.everything() == before


def test_with_everything_ticked_it_is_the_same(learner: Learner) -> None:
    rows, release = later()
    before = learner.history()
    assert learner.takes("update.apkg", rows, release, EVERYTHING) == (1, 3, 0, 0)
    assert [line for line in before if line not in learner.history()] == []
    assert learner.note("note06")["My notes"] == "ask in class"
    told = learner.everything()
    assert learner.takes("update.apkg", rows, release, EVERYTHING) == (0, 0, 4, 0)
    assert learner.takes("apkg", rows, release, EVERYTHING) == (0, 0, 12, 0)
    assert learner.everything() == told


def test_a_release_may_be_skipped(learner: Learner, other: Learner) -> None:
    june, release = later()
    july = (*june[:5], edited(june[5], Back="A grid to count cells in"), *june[6:])
    changed = {**dict.fromkeys(release.changed, JUNE), "note02": JULY, "note05": JULY}
    july = (*july[:2], edited(july[2], Back="In the cytosol"), *july[3:])
    since_may = released(changed, grave(ROWS[9], JULY))
    since_may = replace(since_may, modified={**since_may.modified, "note09": JULY})
    since_june = replace(since_may, changed={"note02", "note05"})
    left = tuple(row for row in july if row.guid != "note09")
    before = learner.history()
    assert learner.takes("update.apkg", left, since_may) == (1, 5, 0, 0)
    assert [line for line in before if line not in learner.history()] == []
    other.takes("update.apkg", june, release)
    assert other.takes("update.apkg", left, since_june) == (0, 3, 0, 0)
    # all but what the first learner wrote into a note that did not change
    known = [line for line in learner.notes() if line[0] != "note06"]
    assert [line for line in other.notes() if line[0] != "note06"] == known


CELL = st.text(st.one_of(st.characters(), st.sampled_from('\t\n\r"#,;\0\x1f<&{[')), max_size=20)
OWN = {CLOZE: ("Text", "Extra"), QA: ("Front", "Back"), TERM: ("Term", "Ask")}


@given(st.lists(st.tuples(st.sampled_from(sorted(OWN)), CELL, CELL), min_size=5, max_size=30))
@settings(max_examples=15, deadline=None)
def test_the_text_file_stores_what_the_package_stores(notes: list[tuple[str, str, str]]) -> None:
    blank, full = [], []
    for at, (kind, *cells) in enumerate([*[(kind, "", "") for kind in OWN], *notes]):
        named = dict.fromkeys(FIELDS[kind], "") | {"ID": f"#{at}", OWN[kind][0]: "{{c1::a}}"}
        row = Row(f'#"{at}', kind, tuple(named.values()), (), at, (0,))
        one, two = map(html.text, cells)
        blank.append(row)
        full.append(edited(row, Hint=one, **{OWN[kind][1]: two}))
    release = Release({}, {row.guid: MAY for row in full})
    stored = []
    # the notes are there; they are there with other texts; all but three are missing
    for before, way in ((full, "apkg"), (blank, "update.txt"), (full[:3], "update.txt")):
        with TemporaryDirectory() as folder, closing(Learner(Path(folder))) as learner:
            learner.takes("apkg", tuple(before), release)
            learner.takes(way, tuple(full), release)
            stored.append(learner.rows("SELECT guid, mid, flds FROM notes ORDER BY guid"))
    assert stored[0] == stored[1] == stored[2]


def test_what_a_learner_did_to_type_deck_and_dialog_does_not_stop_the_text(
    learner: Learner,
) -> None:
    rows, release = later()
    kind = learner.col.models.by_name(QA)
    assert kind is not None
    kind["name"] = "my questions"
    learner.col.models.add_field(kind, learner.col.models.new_field("Mnemonic"))
    learner.col.models.update_dict(kind)
    learner.col.decks.rename(learner.col.decks.id(MADE.name), "School::biology")  # type: ignore[arg-type]  # it is there
    learner.col.set_config("csvDuplicateResolution", 1)  # "preserve", the choice of another day
    assert learner.takes("update.txt", rows, release) == (1, 2, 9, 0)
    assert learner.note("note02")["Back"] == "In the cytosol, without oxygen"
    assert learner.decks() == ["Default", "School", "School::biology"]


def test_a_deck_of_any_name_is_found_again(tmp_path: Path) -> None:
    for at, name in enumerate(('The "old"::#1', " spaced ::out ", "A::::B", "e\u0301::x", "12345")):
        folder = tmp_path / str(at)
        folder.mkdir()
        with closing(Learner(folder)) as learner:
            made = replace(MADE, name=name)
            package = DECK_FORMATS["apkg"].write(made, ROWS, released())
            known = taken(learner, "apkg", package)
            assert known == taken(learner, "update.txt", text_of(made)), name


def text_of(made: Deck) -> bytes:
    rows = tuple([replace(row, fields=(*row.fields[:1], "new", *row.fields[2:])) for row in ROWS])
    return DECK_FORMATS["update.txt"].write(made, rows, released())


def taken(learner: Learner, way: str, content: bytes) -> list[str]:
    """The decks that there are after an import."""
    path = learner.folder / f"any.{way}"
    path.write_bytes(content)
    if way == "apkg":
        learner.col.import_anki_package(ImportAnkiPackageRequest(package_path=str(path)))
    else:
        about = learner.col.get_csv_metadata(str(path), None)
        learner.col.import_csv(ImportCsvRequest(path=str(path), metadata=about))
    assert learner.col.note_count() == len(NOTES)
    return learner.decks()
