"""What ``impact`` tells of an import, and what the real importer then does."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardsmith.build.impact import Fate, Impact, impact, load
from cardsmith.packager import DECK_FORMATS, Release, Row
from cardsmith.packager.notetypes import CLOZE, FIELDS

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from anki.collection import ExportAnkiPackageOptions, ImportAnkiPackageRequest
from backend import DIALOG
from deeds import (
    ACTIONS,
    NAMES,
    does,
    imports_june_into_a_changed_type,
    moves_cards,
    renames_the_deck,
    renames_the_deck_in_other_letters,
    rewords,
    rewords_later,
    touch,
)
from releases import JULY, JUNE, MADE, MAY, ROWS, Learner, edited, grave, later, released

# tags and fields, by GUID
Texts = Mapping[str, tuple[frozenset[str], tuple[str, ...]]]


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with closing(Learner(tmp_path)) as made:
        assert made.takes("apkg", ROWS[:11], released()) == (11, 0, 0, 0)
        yield made


def told(learner: Learner, rows: tuple[Row, ...], release: Release) -> Impact:
    """What is told of importing a release into what the learner exports."""
    deck = learner.folder / "next.apkg"
    deck.write_bytes(DECK_FORMATS["apkg"].write(MADE, rows, release))
    return impact(load(exported(learner)), [load(deck)])


def exported(learner: Learner) -> Path:
    """What a learner gives for reading."""
    path = learner.folder / "mine.apkg"
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=False, legacy=True)
    learner.col.export_anki_package(out_path=str(path), options=options, limit=None)
    return path


def counts(found: Impact) -> tuple[int, int, int, int]:
    """As the importer counts: a text that it does not take is a duplicate to it."""
    same = sum(found.count(fate) for fate in (Fate.SAME, Fate.KEPT, Fate.BLOCKED))
    return found.count(Fate.NEW), found.count(Fate.UPDATED), same, found.count(Fate.CONFLICTING)


def cards(learner: Learner) -> int:
    return int(learner.col.card_count())


def texts(learner: Learner) -> Texts:
    """What notes say, and are tagged with."""
    rows = learner.rows("SELECT guid, tags, flds FROM notes")
    return {
        str(guid): (frozenset(str(tags).split()), tuple(str(fields).split("\x1f")))
        for guid, tags, fields in rows
    }


def named(found: Impact, fate: Fate) -> set[str]:
    """The notes that are named to the learner, as they cost something."""
    return {each.guid for each in found.effects if each.fate is fate and each.costs}


def replaced(given: Texts, before: Texts, after: Texts) -> set[str]:
    """The notes of which a learner had changed what was given, and has it no more."""
    own = {guid for guid, text in before.items() if guid in given and given[guid] != text}
    return {guid for guid in own if after[guid] != before[guid]}


def missing(rows: tuple[Row, ...], before: Texts, after: Texts) -> set[str]:
    """The notes of the release of June that a learner still has in the words of May."""
    news = {row.guid: row for row in rows if row not in ROWS}
    return {
        guid
        for guid in news.keys() & before.keys()
        if after[guid][1][:-1] != news[guid].fields[:-1]
    }


@pytest.mark.parametrize("action", ACTIONS)
def test_counts_and_names_are_those_of_the_importer(
    learner: Learner, action: Callable[[Learner], None]
) -> None:
    given = texts(learner)
    action(learner)
    agrees(learner, given)


def agrees(learner: Learner, given: Texts) -> None:
    """Import the release of June, and see that all was told before."""
    rows, release = later()
    found, before, had = told(learner, rows, release), texts(learner), cards(learner)
    assert counts(found) == learner.takes("apkg", rows, release)
    after = texts(learner)
    assert cards(learner) == had + sum(each.more for each in found.effects)
    assert named(found, Fate.UPDATED) == replaced(given, before, after)
    still = missing(rows, before, after)
    assert named(found, Fate.BLOCKED) == still - named(found, Fate.CONFLICTING)


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from((MAY + 99, JUNE + 99)),
            st.sampled_from(NAMES),
            st.sampled_from(("tag", "My notes", "words", "card", "note", "suspend")),
        ),
        max_size=9,
    )
)
def test_counts_and_names_are_right_after_any_mix_of_deeds(
    deeds: list[tuple[int, str, str]],
) -> None:
    with TemporaryDirectory() as folder, closing(Learner(Path(folder))) as learner:
        learner.takes("apkg", ROWS[:11], released())
        given = texts(learner)
        for when, guid, deed in sorted(deeds):
            if guid in texts(learner):
                does(learner, guid, deed, when)
        agrees(learner, given)
        rows, release = later()
        again = told(learner, rows, release)
        assert counts(again) == learner.takes("apkg", rows, release)
        assert not named(again, Fate.UPDATED)


def test_what_an_update_replaces_of_the_learners_own_is_told(learner: Learner) -> None:
    learner.lives_with_it()
    rewords(learner)
    rows, release = later()
    found = {each.guid: each for each in told(learner, rows, release).effects if each.costs}
    assert set(found) == {"note02"}
    assert found["note02"].own_notes == "ask in class"
    assert found["note02"].own_tags == ("exam",)
    assert found["note02"].own_text


def test_a_text_that_does_not_arrive_is_told(learner: Learner) -> None:
    rewords_later(learner)
    rows, release = later()
    (blocked,) = (each for each in told(learner, rows, release).effects if each.costs)
    assert (blocked.guid, blocked.fate) == ("note02", Fate.BLOCKED)
    learner.takes("apkg", rows, release)
    assert learner.note("note02")["Back"] == "my own words"


def test_a_hole_that_is_gone_leaves_a_card_without_a_question(learner: Learner) -> None:
    rows = list(ROWS)
    text = dict(zip(FIELDS[CLOZE], rows[3].fields, strict=True))["Text"]
    rows[3] = replace(edited(rows[3], Text=text.replace("{{c1::", "{{c2::")), ordinals=(1, 2))
    release = released({"note03": JULY})
    found = told(learner, tuple(rows), release)
    fewer = sum(each.fewer for each in found.effects)
    learner.takes("apkg", tuple(rows), release)
    empty = learner.col.get_empty_cards().notes
    assert fewer == sum(len(each.card_ids) for each in empty) == 1


def test_notes_that_are_in_no_deck_any_more_are_left_alone(learner: Learner) -> None:
    found = told(learner, ROWS[:9], released())
    left = [each.guid for each in found.effects if each.fate is Fate.LEFT]
    assert left == [row.guid for row in ROWS[9:11]]


def test_a_deck_of_another_name_is_told(learner: Learner) -> None:
    renames_the_deck(learner)
    rows, release = later()
    (renamed,) = told(learner, rows, release).renamed
    assert (renamed.deck, renamed.now) == (MADE.name, "Mine")
    learner.takes("apkg", rows, release)
    assert MADE.name in learner.decks()


def test_reviews_are_counted(learner: Learner) -> None:
    learner.lives_with_it()
    rows, release = later()
    assert told(learner, rows, release).reviews == len(learner.rows("SELECT id FROM revlog"))


def test_own_words_that_no_release_has_newer_ones_for_cost_nothing(learner: Learner) -> None:
    mine = learner.note("note06")
    mine["Back"] = "my own words"
    learner.col.update_note(mine)
    rows, release = later()
    found = {each.guid: each for each in told(learner, rows, release).effects}
    assert found["note06"].fate is Fate.KEPT
    assert not found["note06"].costs


def test_an_own_field_that_was_emptied_costs_nothing(learner: Learner) -> None:
    mine = learner.note("note02")
    mine["My notes"] = "<div><br>&nbsp;</div>"
    learner.col.update_note(mine)
    touch(learner, "note02", MAY + 99)
    rows, release = later()
    (found,) = (each for each in told(learner, rows, release).effects if each.guid == "note02")
    assert found.own_notes == ""


def test_a_tombstone_is_told_as_what_it_takes(learner: Learner) -> None:
    learner.lives_with_it()
    rows, release = (), released({"note06": JUNE}, grave(ROWS[6]))
    kind = DECK_FORMATS["update.apkg"]
    update = learner.folder / "next.update.apkg"
    update.write_bytes(kind.write(MADE, kind.rows(rows, release), release))
    found = impact(load(exported(learner)), [load(update)])
    (taken,) = (each for each in found.effects if each.fate is Fate.UPDATED)
    assert (taken.guid, taken.fewer) == ("note06", 1)
    assert (taken.own_notes, taken.own_tags) == ("ask in class", ("exam",))
    assert learner.takes("update.apkg", rows, release)[1] == 1
    assert learner.blank() == {"note06"}


def test_a_note_of_two_decks_is_told_as_it_is_after_both(learner: Learner) -> None:
    rows, release = later()
    other = replace(MADE, name="Another")
    older, newer = learner.folder / "older.apkg", learner.folder / "newer.apkg"
    write = DECK_FORMATS["apkg"].write
    older.write_bytes(write(MADE, ROWS, released()))
    newer.write_bytes(write(other, rows[2:4], release))
    mine = load(exported(learner))
    for order in ((older, newer), (newer, older)):
        found = impact(mine, [load(path) for path in order])
        updated = {each.guid for each in found.effects if each.fate is Fate.UPDATED}
        assert (found.count(Fate.NEW), updated) == (1, {"note02", "note03"})
        assert sum(each.more for each in found.effects if each.fate is not Fate.NEW) == 1
        assert not found.renamed
    had = cards(learner)
    for path in (older, newer):
        asked = ImportAnkiPackageRequest(package_path=str(path), options=DIALOG)
        learner.col.import_anki_package(asked)
    assert learner.note("note02")["Back"] == "In the cytosol, without oxygen"
    assert cards(learner) == had + 2


@pytest.mark.parametrize(
    ("moved", "now"), [(moves_cards, "Mine::Hard"), (renames_the_deck_in_other_letters, None)]
)
def test_new_cards_come_where_the_deck_was(
    learner: Learner, moved: Callable[[Learner], None], now: str | None
) -> None:
    moved(learner)
    rows, release = later()
    told_now = [each.now for each in told(learner, rows, release).renamed]
    assert told_now == ([now] if now else [])
    learner.takes("apkg", rows, release)
    deck = learner.col.decks.name(learner.note("note11").cards()[0].did)
    assert (deck == MADE.name) is bool(now)


def test_a_whole_collection_is_read_as_a_deck_is(learner: Learner) -> None:
    learner.lives_with_it()
    rows, release = later()
    deck, whole = learner.folder / "next.apkg", learner.folder / "mine.colpkg"
    found = told(learner, rows, release)
    learner.col.export_collection_package(str(whole), include_media=False, legacy=True)
    assert impact(load(whole), [load(deck)]) == found


def test_notes_of_the_note_type_that_anki_made_beside_ours_are_told(learner: Learner) -> None:
    imports_june_into_a_changed_type(learner)
    rows, _ = later()
    rows = (*rows[:11], edited(rows[11], Back="Cairo"))
    release = released({"note02": JULY, "note11": JULY})
    found = told(learner, rows, release)
    assert [each.guid for each in found.effects if each.fate is Fate.UPDATED] == ["note11"]
    assert counts(found) == learner.takes("apkg", rows, release) == (0, 1, 4, 7)
    assert learner.note("note11")["Back"] == "Cairo"
