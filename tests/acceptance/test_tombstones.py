"""Notes that are given up, in the collections of learners."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from cardsmith.packager import Release, Row

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from releases import JULY, JUNE, ROWS, Learner, grave, released

GONE = {"note00", "note01", "note02"}


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with closing(Learner(tmp_path)) as made:
        assert made.takes("apkg", ROWS[:11], released()) == (11, 0, 0, 0)
        made.lives_with_it()
        yield made


def with_graves(when: int = JUNE) -> tuple[tuple[Row, ...], Release]:
    """A release that gave up a note of each type."""
    release = released({}, *[grave(row, when) for row in ROWS[:3]])
    times = {**release.modified, **dict.fromkeys(GONE, when)}
    return ROWS[3:11], replace(release, modified=times)


def test_empty_cards_finds_the_given_up_notes_and_no_others(learner: Learner) -> None:
    before = learner.history()
    assert learner.takes("update.apkg", *with_graves()) == (0, 3, 0, 0)
    assert learner.history() == before
    assert learner.blank() == GONE
    assert learner.note("note02")["Back"] == "what it told"
    told = learner.everything()
    assert learner.takes("update.apkg", *with_graves()) == (0, 0, 3, 0)
    assert learner.takes("apkg", *with_graves())[:2] == (0, 0)
    assert learner.everything() == told


def test_a_note_that_returns_is_asked_again_with_its_history(learner: Learner) -> None:
    before = learner.history()
    learner.takes("update.apkg", *with_graves())
    assert learner.takes("update.apkg", ROWS, released(dict.fromkeys(GONE, JULY)))[1] == 3
    assert learner.blank() == set()
    assert learner.history() == before
    assert learner.fields("note01") == list(ROWS[1].fields)


def test_who_took_the_cards_away_is_not_asked_again_until_the_note_returns(
    learner: Learner,
) -> None:
    before = learner.history(*GONE)
    learner.takes("update.apkg", *with_graves())
    empty = [card for each in learner.col.get_empty_cards().notes for card in each.card_ids]
    learner.col.remove_cards_and_orphaned_notes(empty)
    cards = learner.col.card_count()
    learner.takes("update.apkg", *with_graves())
    assert (learner.col.card_count(), learner.blank()) == (cards, set())
    assert [line for line in before if line not in learner.history()] == []
    learner.takes("apkg", ROWS, released(dict.fromkeys(GONE, JULY)))
    assert len(learner.note("note00").cards()) == 3
    assert learner.blank() == set()


def test_who_never_had_a_note_gets_no_card_of_its_tombstone(tmp_path: Path) -> None:
    with closing(Learner(tmp_path)) as fresh:
        assert fresh.takes("update.apkg", *with_graves()) == (3, 0, 0, 0)
        assert (fresh.col.card_count(), fresh.blank()) == (0, set())
        assert fresh.decks() == ["Default"]
