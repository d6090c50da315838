"""What ``impact`` tells of an import, and what the real importer then does."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardsmith.build.impact import Fate, Impact, impact, load
from cardsmith.packager import DECK_FORMATS, Release, Row
from cardsmith.packager.notetypes import CLOZE, FIELDS, QA

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from anki.collection import ExportAnkiPackageOptions
from releases import JUNE, MADE, MAY, ROWS, Learner, edited, later, released

JULY = JUNE + 30 * 86_400


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with closing(Learner(tmp_path)) as made:
        assert made.takes("apkg", ROWS[:11], released()) == (11, 0, 0, 0)
        yield made


def told(learner: Learner, rows: tuple[Row, ...], release: Release) -> Impact:
    """What is told of importing a release into what the learner exports."""
    export, deck = learner.folder / "mine.apkg", learner.folder / "next.apkg"
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=False, legacy=True)
    learner.col.export_anki_package(out_path=str(export), options=options, limit=None)
    deck.write_bytes(DECK_FORMATS["apkg"].write(MADE, rows, release))
    return impact(load(export), [load(deck)])


def counts(found: Impact) -> tuple[int, int, int, int]:
    """As the importer counts: what is blocked is a duplicate to it."""
    same = found.count(Fate.SAME) + found.count(Fate.BLOCKED)
    return found.count(Fate.NEW), found.count(Fate.UPDATED), same, found.count(Fate.CONFLICTING)


def cards(learner: Learner) -> int:
    return int(learner.col.card_count())


def touch(learner: Learner, guid: str, when: int) -> None:
    learner.col.db.execute("UPDATE notes SET mod = ? WHERE guid = ?", when, guid)  # type: ignore[union-attr]  # it is open


def nothing(_learner: Learner) -> None:
    """A learner who only imported."""


def lives(learner: Learner) -> None:
    learner.lives_with_it()


def rewords(learner: Learner) -> None:
    mine = learner.note("note02")
    mine["Back"] = "my own words"
    learner.col.update_note(mine)
    touch(learner, "note02", MAY + 99)


def rewords_later(learner: Learner) -> None:
    rewords(learner)
    touch(learner, "note02", JUNE + 99)


def tags_later(learner: Learner) -> None:
    mine = learner.note("note03")
    mine.add_tag("leech")
    learner.col.update_note(mine)
    touch(learner, "note03", JUNE + 99)


def deletes_a_note(learner: Learner) -> None:
    learner.col.remove_notes([learner.note("note03").id])


def deletes_a_card(learner: Learner) -> None:
    learner.col.remove_cards_and_orphaned_notes([learner.note("note03").cards()[0].id])


def renames_the_deck(learner: Learner) -> None:
    learner.col.decks.rename(learner.col.decks.id_for_name(MADE.name), "Mine")  # type: ignore[arg-type]  # it is there


def adds_a_field(learner: Learner) -> None:
    kind = learner.col.models.by_name(QA)
    assert kind
    learner.col.models.add_field(kind, learner.col.models.new_field("Own"))
    learner.col.models.update_dict(kind)


def renames_a_field(learner: Learner) -> None:
    kind = learner.col.models.by_name(CLOZE)
    assert kind
    learner.col.models.rename_field(kind, kind["flds"][2], "More")
    learner.col.models.update_dict(kind)


def renames_the_type(learner: Learner) -> None:
    kind = learner.col.models.by_name(QA)
    assert kind
    kind["name"] = "My questions"
    learner.col.models.update_dict(kind)


def adds_a_note(learner: Learner) -> None:
    kind = learner.col.models.by_name(QA)
    assert kind
    mine = learner.col.new_note(kind)
    mine["Front"] = "my own question"
    learner.col.add_note(mine, learner.col.decks.id_for_name(MADE.name))  # type: ignore[arg-type]  # it is there


ACTIONS: tuple[Callable[[Learner], None], ...] = (
    nothing,
    lives,
    rewords,
    rewords_later,
    tags_later,
    deletes_a_note,
    deletes_a_card,
    renames_the_deck,
    adds_a_field,
    renames_a_field,
    renames_the_type,
    adds_a_note,
)


@pytest.mark.parametrize("action", ACTIONS)
def test_the_counts_are_those_of_the_importer(
    learner: Learner, action: Callable[[Learner], None]
) -> None:
    action(learner)
    rows, release = later()
    found = told(learner, rows, release)
    before = cards(learner)
    assert counts(found) == learner.takes("apkg", rows, release)
    assert cards(learner) == before + sum(each.more for each in found.effects)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.sampled_from(ACTIONS[1:6]), unique=True), st.integers(0, 1))
def test_the_counts_are_right_after_any_of_these_and_twice(
    actions: list[Callable[[Learner], None]], times: int
) -> None:
    with TemporaryDirectory() as folder, closing(Learner(Path(folder))) as learner:
        learner.takes("apkg", ROWS[:11], released())
        for action in sorted(actions, key=ACTIONS.index):
            action(learner)
        rows, release = later()
        for _ in range(times):
            learner.takes("apkg", rows, release)
        found = told(learner, rows, release)
        assert counts(found) == learner.takes("apkg", rows, release)


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
