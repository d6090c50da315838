"""What brings a deck up to date: the text file, the smaller package, tombstones."""

import csv
from dataclasses import replace

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st
from samples import CELLS, PICTURES, deck, modified

from cardsmith.ledger import Tomb
from cardsmith.model import Deck
from cardsmith.packager import DECK_FORMATS, Release, Row, tombstone
from cardsmith.packager.notetypes import CLOZE, FIELDS, MODEL_IDS, NOTE_TYPES, QA, TERM
from cardsmith.packager.rows import render

MADE = deck()
ROWS = render(MADE, PICTURES)
RELEASE = Release(PICTURES, modified(MADE))
NOVEMBER = 1_795_564_800  # 2026-11-25, midnight in Greenwich
CELL = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from('\t\n"#,;:')))


def text(made: Deck = MADE, rows: tuple[Row, ...] = ROWS) -> str:
    return DECK_FORMATS["update.txt"].write(made, rows, RELEASE).decode()


def body(rows: tuple[Row, ...]) -> list[list[str]]:
    """The notes of a text file as a reader of such files has them."""
    told = text(rows=rows)
    start = told.index("\n", told.index("#columns:")) + 1
    return list(csv.reader(told[start:].splitlines(keepends=True), "excel-tab"))


def tomb(kind: str, front: str, back: str = "") -> dict[str, str]:
    row = tombstone(Tomb("gone", kind, front, back, "Biology", NOVEMBER))
    return {
        name: field for name, field in zip(FIELDS[row.notetype], row.fields, strict=True) if field
    }


# The text file


def test_the_text_file_tells_its_columns_and_what_to_do_with_them() -> None:
    only = deck((samples.SENTENCE, CELLS))
    rows = render(only, PICTURES)
    assert text(only, rows).splitlines() == [
        "#separator:tab",
        "#html:true",
        "#if matches:update current",
        "#guid column:1",
        "#notetype column:2",
        "#deck:School::Biology",
        "#columns:" + "\t".join(["GUID", "Note type", *[f"Field {at}" for at in range(1, 16)]]),
        '"note00"\t"1517208493649"\t"note00"'
        '\t"In which part of the cell does glycolysis split glucose?"'
        '\t"In the <b>cytosol</b>"'
        '\t"Glycolysis splits each glucose molecule in the cytosol, before any oxygen is needed."'
        '\t"<a href=""https://example.org/learn/biology/cell-energy"">'
        'How does a cell release energy from sugar?</a> · Glycolysis"'
        '\t"cellular respiration"\t""\t""\t""\t""\t""',
    ]


def test_there_are_as_many_columns_as_the_widest_note_has_fields_of_ours() -> None:
    (columns,) = [line for line in text().splitlines() if line.startswith("#columns:")]
    widest = max(len(kind.fields) for kind in NOTE_TYPES.values())
    assert columns.count("\t") + 1 == widest - 1 + len(("GUID", "Note type"))


def test_every_note_gives_all_its_fields_but_the_one_of_the_learner() -> None:
    assert [cells[0] for cells in body(ROWS)] == [row.guid for row in ROWS]
    for cells, row in zip(body(ROWS), ROWS, strict=True):
        assert cells[1:] == [str(MODEL_IDS[row.notetype]), *row.fields[:-1]]


@given(st.lists(st.tuples(st.sampled_from((CLOZE, QA, TERM)), st.lists(CELL, min_size=15))))
def test_any_field_is_read_as_it_was_written(notes: list[tuple[str, list[str]]]) -> None:
    rows = []
    for at, (kind, cells) in enumerate(notes):
        own = [cell.replace("\r", "") for cell in cells[: len(FIELDS[kind]) - 1]]
        rows.append(Row(f"#note{at}", kind, (*own, "the learner's"), (), at, (0,)))
    assert [(cells[0], *cells[2:]) for cells in body(tuple(rows))] == [
        (row.guid, *row.fields[:-1]) for row in rows
    ]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ('The "old"::# deck', '#deck:The "old"::# deck'),
        ("One\nline\tonly", "#deck:Onelineonly"),
        ("Cafe\u0301", "#deck:Café"),
    ],
)
def test_a_deck_is_told_on_one_line(name: str, line: str) -> None:
    assert line in text(replace(MADE, name=name)).splitlines()


# The smaller package


def test_an_update_is_what_changed_and_what_is_given_up() -> None:
    grave = tombstone(Tomb("gone", "qa", "Where?", "There", "Biology", NOVEMBER))
    release = replace(RELEASE, changed={"note03", "note01", "of another deck"}, tombs=(grave,))
    told = DECK_FORMATS["update.apkg"].rows(ROWS, release)
    assert told == (ROWS[1], ROWS[3], grave)


def test_without_a_change_there_is_nothing_to_bring() -> None:
    assert DECK_FORMATS["update.apkg"].rows(ROWS, RELEASE) == ()
    assert DECK_FORMATS["apkg"].rows(ROWS, RELEASE) == ROWS
    assert DECK_FORMATS["update.txt"].rows(ROWS, RELEASE) == ROWS


def test_formats_stand_in_order() -> None:
    assert list(DECK_FORMATS) == sorted(DECK_FORMATS)


# Tombstones


def test_a_tombstone_tells_what_a_note_was_and_since_when_it_is_gone() -> None:
    gone = {"ID": "gone", "Retired": "No longer in this deck since 2026-11-25"}
    assert tomb("qa", "Where is 3 < 4?", "Here") == {
        **gone,
        "Front": "Where is 3 &lt; 4?",
        "Back": "Here",
    }
    assert tomb("term", "osmosis", "water passing") == {
        **gone,
        "Term": "osmosis",
        "Ask": "osmosis",
        "Definition": "water passing",
    }
    assert tomb("cloze", "Most ATP is made in mitochondria.") == {
        **gone,
        "Text": "Most ATP is made in mitochondria.",
    }


def test_a_tombstone_asks_nothing() -> None:
    for kind in ("cloze", "qa", "term"):
        row = tombstone(Tomb("gone", kind, "{{c1::a}}", "{{c2::b}}", "", NOVEMBER))
        assert row.ordinals == ()
        assert not any("{{c" in field for field in row.fields)
        assert row.fields[-1] == ""


def test_a_tombstone_says_the_same_day_everywhere() -> None:
    late = Tomb("gone", "qa", "a", "b", "", NOVEMBER - 1)
    assert "No longer in this deck since 2026-11-24" in tombstone(late).fields
