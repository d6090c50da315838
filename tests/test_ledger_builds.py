"""From build to build: times, absences, losses, and documents under another file name."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from builders import cloze, front, note
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.ledger import (
    Delivery,
    Parts,
    Record,
    Source,
    first_time,
    gone,
    guid,
    identify,
    known,
    lost,
    modified,
    read,
    stamp,
    write,
)
from cardsmith.model import Kept

MAY: int = int(datetime(2026, 5, 1, tzinfo=UTC).timestamp())
JUNE: int = int(datetime(2026, 6, 1, tzinfo=UTC).timestamp())
JULY: int = int(datetime(2026, 7, 1, tzinfo=UTC).timestamp())
DATE = "2026-03-04"
FIRST: int = int(datetime(2026, 3, 4, 12, tzinfo=UTC).timestamp())

# documents, each with its notes: what is asked, and the answer
World = Mapping[str, Mapping[str, str]]


def sources(world: World) -> list[Source]:
    return [
        Source(front(key, date=DATE), str(sorted(notes.items()))) for key, notes in world.items()
    ]


def made(world: World) -> list[str]:
    return [f"{key}/term/{name}" for key, notes in world.items() for name in notes]


def build(
    record: Record, world: World, release: int, unread: frozenset[str] = frozenset()
) -> Record:
    notes = [note(key, "term", name) for key, inside in world.items() for name in inside]
    kept = identify(notes, record)
    fields = [(each, world[each.note.document][each.note.name]) for each in kept]
    homes = dict.fromkeys(world, "Biology")
    return stamp(record, Delivery(release, sources(world), fields, homes, {}, unread))


BLOOD: World = {"blood": {"clot": "a plug", "vein": "a vessel"}, "bones": {"rib": "a bone"}}
FIRM: World = {**BLOOD, "blood": {"clot": "a firm plug", "vein": "a vessel"}}
NO_VEIN: World = {**BLOOD, "blood": {"clot": "a plug"}}
NO_BLOOD: World = {"bones": BLOOD["bones"]}


def times(record: Record) -> dict[str, int]:
    return {key: each.modified for key, each in record.notes.items()}


def absences(record: Record) -> dict[str, int]:
    return {key: each.absent for key, each in record.notes.items() if each.absent}


def test_a_new_note_has_noon_of_its_documents_date() -> None:
    assert times(build(Record(), BLOOD, MAY)) == dict.fromkeys(made(BLOOD), FIRST)


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2026-03-04", (2026, 3, 4)),
        ("2026-03-04T23:30:00+02:00", (2026, 3, 4)),
        ("", (2020, 1, 1)),
        ("last spring", (2020, 1, 1)),
        ("2026-02-30", (2020, 1, 1)),
        ("1066-10-14", (2020, 1, 1)),
    ],
)
def test_the_first_time_is_a_fixed_day_where_the_date_is_none(
    date: str, day: tuple[int, int, int]
) -> None:
    assert datetime.fromtimestamp(first_time(date), UTC) == datetime(*day, 12, tzinfo=UTC)


def test_only_a_changed_note_takes_the_time_of_the_release() -> None:
    record = build(build(Record(), BLOOD, MAY), FIRM, JUNE)
    assert times(record) == {
        "blood/term/clot": JUNE,
        "blood/term/vein": FIRST,
        "bones/term/rib": FIRST,
    }


def test_a_note_that_changes_again_in_the_same_release_is_newer_still() -> None:
    record = build(build(build(Record(), BLOOD, MAY), FIRM, JUNE), BLOOD, JUNE)
    assert times(record)["blood/term/clot"] == JUNE + 1


def test_a_release_that_is_older_than_the_last_one_is_newer_all_the_same() -> None:
    record = build(build(build(Record(), BLOOD, MAY), FIRM, JULY), BLOOD, JUNE)
    assert times(record)["blood/term/clot"] == JULY + 1


def test_the_same_build_again_changes_nothing() -> None:
    record = build(Record(), BLOOD, MAY)
    assert build(record, BLOOD, JUNE) == record


def test_times_go_by_guid_to_whoever_writes_decks() -> None:
    record = build(Record(), BLOOD, MAY)
    assert modified(record)[guid("bones/term/rib")] == FIRST
    assert len(modified(record)) == 3


def test_a_note_that_is_gone_stays_on_record_with_the_first_release_without_it() -> None:
    record = build(build(build(Record(), BLOOD, MAY), NO_VEIN, JUNE), NO_VEIN, JULY)
    assert absences(record) == {"blood/term/vein": JUNE}


def test_a_document_that_is_gone_stays_on_record_with_its_notes() -> None:
    record = build(build(Record(), BLOOD, MAY), NO_BLOOD, JUNE)
    assert absences(record) == {"blood/term/clot": JUNE, "blood/term/vein": JUNE}
    assert record.documents["blood"].absent == JUNE


def test_what_comes_back_is_what_it_was() -> None:
    record = build(Record(), BLOOD, MAY)
    assert build(build(record, NO_BLOOD, JUNE), BLOOD, JULY) == record


def test_what_comes_back_changed_is_newer() -> None:
    record = build(build(build(Record(), BLOOD, MAY), NO_BLOOD, JUNE), FIRM, JULY)
    assert times(record)["blood/term/clot"] == JULY
    assert not absences(record)


def test_cloze_numbers_come_back_with_their_note() -> None:
    def edition(record: Record, text: str) -> Record:
        notes = [(kept, text) for kept in identify([cloze(text)] if text else [], record)]
        documents = [Source(front("blood"), text)] if text else []
        return stamp(record, Delivery(MAY, documents, notes, {"blood": "Biology"}))

    record = Record()
    for text in (
        "The [heart] pumps [blood].",
        "The heart pumps [blood].",
        "",
        "A [lung] breathes.",
    ):
        record = edition(record, text)
    assert record.notes["blood/cloze/pump"].numbers == {"heart": 1, "blood": 2, "lung": 3}


def test_a_document_that_could_not_be_read_stays_as_it_was() -> None:
    record = build(Record(), BLOOD, MAY)
    assert build(record, NO_BLOOD, JUNE, frozenset({"blood"})) == record
    assert gone(record, sources(NO_BLOOD), made(NO_BLOOD), frozenset({"blood"})).absent == ()


def test_a_note_that_an_unchanged_document_no_longer_gives_is_lost() -> None:
    record = build(Record(), BLOOD, MAY)
    fewer = [key for key in made(BLOOD) if key != "blood/term/vein"]
    assert lost(record, sources(BLOOD), fewer) == ("blood/term/vein",)


def test_a_note_that_an_edit_took_out_is_retired_and_not_lost() -> None:
    record = build(Record(), BLOOD, MAY)
    went = gone(record, sources(NO_VEIN), made(NO_VEIN))
    assert (went.lost, went.retired, went.absent) == ((), ("blood/term/vein",), ())


def test_a_new_question_over_the_same_answer_is_an_edit() -> None:
    record = build(Record(), BLOOD, MAY)
    asked = [
        replace(source, front=replace(source.front, question="Why does blood clot?"))
        for source in sources(BLOOD)
    ]
    went = gone(record, asked, ["bones/term/rib"])
    assert (went.lost, went.retired) == ((), ("blood/term/clot", "blood/term/vein"))


def test_notes_of_a_missing_document_are_absent_and_told_once() -> None:
    record = build(Record(), BLOOD, MAY)
    went = gone(record, sources(NO_BLOOD), made(NO_BLOOD))
    assert (went.lost, went.retired) == ((), ())
    assert went.absent == ("blood/term/clot", "blood/term/vein")
    later = build(record, NO_BLOOD, JUNE)
    assert gone(later, sources(NO_BLOOD), made(NO_BLOOD)).absent == ()


def test_a_home_is_the_one_that_was_delivered() -> None:
    record = build(Record(), BLOOD, MAY)
    assert record.homes == {"blood": "Biology", "bones": "Biology"}
    assert record.names == {"biology": "Biology"}


def test_a_new_note_has_another_guid_where_its_own_is_on_record() -> None:
    taken = guid("bones/term/rib")
    old = known(Parts(document="blood", name="term/vein", guid=taken, modified=FIRST, digest=""))
    record = build(Record(), BLOOD, MAY)
    record = replace(record, notes={old.key: old})
    guids = {note.guid for note in build(record, NO_BLOOD, JUNE).notes.values()}
    assert guids == {old.guid, guid("bones/term/rib~2")}


WORLDS = st.dictionaries(
    st.sampled_from(["blood", "bones", "skin", "eyes"]),
    st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["one", "two"]), max_size=4),
)


@given(st.lists(WORLDS, max_size=6), st.lists(st.integers(MAY, JULY), min_size=6, max_size=6))
def test_a_time_rises_with_each_change_and_with_nothing_else(
    worlds: list[World], releases: list[int]
) -> None:
    record = Record()
    for world, release in zip(worlds, releases, strict=False):
        now = build(record, world, release)
        for key, each in now.notes.items():
            old = record.notes.get(key)
            if old:
                assert each.guid == old.guid
                assert (each.modified > old.modified) == (each.digest != old.digest)
                assert each.modified >= old.modified
        assert set(record.notes) <= set(now.notes)
        assert {key for key, each in now.notes.items() if not each.absent} == set(made(world))
        assert read(write(now)) == now
        record = now


@given(WORLDS, st.data())
def test_the_order_of_documents_and_notes_changes_no_file(
    world: World, data: st.DataObject
) -> None:
    mixed = {
        key: dict(data.draw(st.permutations(list(world[key].items()))))
        for key in data.draw(st.permutations(list(world)))
    }
    assert write(build(Record(), mixed, MAY)) == write(build(Record(), world, MAY))


@given(WORLDS, WORLDS)
def test_documents_that_come_and_go_touch_no_other(world: World, others: World) -> None:
    more = {**others, **world}
    alone, together = build(Record(), world, MAY), build(Record(), more, MAY)
    for key, each in alone.notes.items():
        assert together.notes[key] == each


def test_a_kept_note_is_recorded_under_the_guid_it_was_given() -> None:
    clot = Kept(note("blood", "term", "clot"), "older")
    delivery = Delivery(MAY, sources(NO_VEIN), [(clot, "a plug")], dict.fromkeys(BLOOD, "Biology"))
    assert stamp(Record(), delivery).notes["blood/term/clot"].guid == "older"
