"""Notes as rows, and rows as a package that is the same on every day and machine."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import samples
from samples import CELLS, NOTES, PICTURES, blocks, deck, hole, modified, note, paragraph, words

from cardsmith import __version__
from cardsmith.diagnostics import CardsmithError
from cardsmith.model import QA, Body, Cloze, Deck, Front, Note, Placed, Term
from cardsmith.packager import DECK_FORMATS, Release, Row, apkg
from cardsmith.packager.notetypes import CLOZE, FIELDS, NOTE_TYPES, TERM
from cardsmith.packager.rows import render

WHEN = 1_772_409_600


def only(*made: tuple[Note, Front]) -> Row:
    (row,) = render(deck(*made), PICTURES)
    return row


def filled(row: Row) -> dict[str, str]:
    named = zip(FIELDS[row.notetype], row.fields, strict=True)
    return {name: field for name, field in named if field}


def packed(made: Deck) -> bytes:
    return apkg.write(made, render(made, PICTURES), Release(PICTURES, modified(made)))


@contextmanager
def opened(package: bytes, folder: Path) -> Iterator[sqlite3.Connection]:
    with ZipFile(BytesIO(package)) as archive:
        path = Path(archive.extract("collection.anki2", folder))
    with closing(sqlite3.connect(path)) as db:
        yield db


def with_tags(made: Deck, *tags: str) -> Deck:
    placed = [replace(each, tags=tags) for each in made.notes]
    return replace(made, notes=tuple(placed))


# Rows


def test_a_cloze_has_a_card_for_each_number_and_says_where_it_is_from() -> None:
    row = only((samples.SENTENCE_HOLES, CELLS))
    assert (row.notetype, row.ordinals, row.due) == (CLOZE, (0, 2), 100)
    assert filled(row) == {
        "ID": "note00",
        "Text": "Most ATP of an animal cell is made in its"
        " {{c1::mito<i>chondria</i>::organelle}}, where {{c3::oxygen}} takes up the electrons.",
        "Source": '<a href="https://example.org/learn/biology/cell-energy">'
        "How does a cell release energy from sugar?</a> · The last step",
        "Context": "cellular respiration",
    }


def test_a_term_has_two_cards_each_with_its_own_front_and_topic() -> None:
    row = only((samples.TERM, CELLS))
    assert (row.notetype, row.ordinals) == (TERM, (0, 1))
    assert filled(row)["Ask"] == "What is <b>osmosis</b>?"
    assert filled(row)["Reverse"] == "1"
    assert filled(row)["Reverse context"] == "transport in cells"
    assert filled(row)["Extra"].startswith("Osmosis is the passing of water")


def test_a_term_that_is_asked_one_way_has_one_card() -> None:
    body = Term(words("tibia"), words("the shin bone"), words("What is the tibia?"), (), "")
    row = only((note("tibia", body), CELLS))
    assert row.ordinals == (0,)
    assert "Reverse" not in filled(row)


def test_the_sentence_behind_a_note_is_given_unless_the_card_shows_it() -> None:
    sentence = "The tibia is the shin bone."
    asked = note("a", QA(blocks("What is the tibia?"), blocks("The shin bone")), source=sentence)
    told = note("b", QA(blocks("Explain the tibia."), blocks(sentence)), source=sentence)
    assert filled(only((asked, CELLS)))["Extra"] == sentence
    assert "Extra" not in filled(only((told, CELLS)))


def test_a_document_without_a_web_address_is_named_without_a_link() -> None:
    assert filled(only((samples.CODE, samples.LOOPS)))["Source"] == (
        "How do loops end? · Loops with else"
    )
    relative = replace(samples.LOOPS, url="/learn/loops")
    assert filled(only((samples.CODE, relative)))["Source"].startswith("How do loops end?")


def test_the_field_for_the_learner_is_last_and_empty() -> None:
    for row in render(deck(), PICTURES):
        assert FIELDS[row.notetype][-1] == "My notes"
        assert row.fields[-1] == ""
        assert row.fields[0] == row.guid


def test_tags_are_sorted_and_hold_no_space() -> None:
    (row, *_) = render(with_tags(deck(), "topic::cell biology", "doc::a", "doc::a", " "), PICTURES)
    assert row.tags == ("doc::a", "topic::cell-biology")


def test_the_digest_follows_fields_tags_and_note_type_and_nothing_else() -> None:
    row = only((samples.SENTENCE, CELLS))
    assert row.digest == "c731c372a85b432c38d8adf23cead730"
    assert row.digest == replace(row, due=5, ordinals=(7,), guid="other").digest
    others = {
        replace(row, notetype=CLOZE).digest,
        replace(row, tags=("a",)).digest,
        replace(row, fields=(*row.fields[:-1], "mine")).digest,
        replace(row, fields=(*row.fields[:-2], "mine", "")).digest,
    }
    assert len(others | {row.digest}) == 5


@pytest.mark.parametrize(
    "body",
    [
        QA((), blocks("an answer")),
        Cloze(blocks("a text without a hole")),
        Cloze(blocks(paragraph(hole(0, "unnumbered")))),
        Cloze(blocks(paragraph(hole(501, "one too many")))),
        Cloze(blocks(paragraph(hole(1, " ")))),
    ],
)
def test_a_note_that_would_have_no_card_is_refused_with_its_key(body: Body) -> None:
    with pytest.raises(CardsmithError, match=r"cells.md:12:5: the note doc/fact/empty"):
        render(deck((note("empty", body), CELLS)), PICTURES)


# Note types


def test_note_types_are_frozen() -> None:
    assert {
        name: (kind.id, *kind.fields[:2], kind.fields[-1], len(kind.fields), kind.templates[-1].id)
        for name, kind in NOTE_TYPES.items()
    } == {
        "cardsmith Cloze v1": (
            1517208493671,
            (517301, "ID"),
            (517302, "Text"),
            (517311, "My notes"),
            11,
            517391,
        ),
        "cardsmith QA v1": (
            1517208493649,
            (517101, "ID"),
            (517102, "Front"),
            (517112, "My notes"),
            12,
            517191,
        ),
        "cardsmith Term v1": (
            1517208493660,
            (517201, "ID"),
            (517202, "Term"),
            (517216, "My notes"),
            16,
            517292,
        ),
    }


def test_templates_name_only_fields_that_exist() -> None:
    theme = Path(apkg.__file__).parent / "theme"
    for name, kind in NOTE_TYPES.items():
        for template in kind.templates:
            for side in ("front", "back"):
                text = (theme / f"{template.file}.{side}.html").read_text(encoding="utf-8")
                used = set(re.findall(r"\{\{[#^/]?(?:cloze:)?([^}]+)\}\}", text))
                assert used <= set(FIELDS[name])


def test_the_design_needs_nothing_from_outside() -> None:
    for path in (Path(apkg.__file__).parent / "theme").iterdir():
        text = path.read_text(encoding="utf-8").casefold()
        assert not re.search(r"https?:|url\(|@import|<script|\bon\w+=", text), path.name


# The package


def test_the_same_deck_gives_the_same_bytes_everywhere_and_leaves_no_file(tmp_path: Path) -> None:
    script = (
        "import hashlib, sys; from test_packager_apkg import deck, packed;"
        "print(hashlib.sha256(packed(deck())).hexdigest())"
    )
    found = set()
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima")):
        around = {"PYTHONHASHSEED": seed, "TZ": zone, "TMPDIR": str(tmp_path)}
        done = subprocess.run(  # noqa: S603  # our own interpreter and script
            [sys.executable, "-c", script],
            env={**os.environ, **around, "PYTHONPATH": str(Path(__file__).parent)},
            capture_output=True,
            check=True,
        )
        found.add(done.stdout)
    assert len(found) == 1
    assert list(tmp_path.iterdir()) == []


def test_the_archive_is_sorted_compressed_and_of_no_day() -> None:
    with ZipFile(BytesIO(packed(deck()))) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == [
            "0",
            "cardsmith.json",
            "collection.anki2",
            "media",
        ]
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert json.loads(archive.read("media")) == {"0": "cs-5b7e0c9d21aa44f0.png"}
        assert json.loads(archive.read("cardsmith.json")) == {
            "cardsmith": __version__,
            "deck": "School::Biology",
            "notes": 12,
            "cards": 17,
            "pictures": 1,
        }


def test_only_pictures_that_a_note_shows_are_packed() -> None:
    with ZipFile(BytesIO(packed(deck((samples.TERM, CELLS))))) as archive:
        assert json.loads(archive.read("media")) == {}


def test_each_note_has_its_own_time_and_a_card_for_each_ordinal(tmp_path: Path) -> None:
    made = deck()
    times = {placed.kept.guid: WHEN + at for at, placed in enumerate(made.notes)}
    package = apkg.write(made, render(made, PICTURES), Release(PICTURES, times))
    with opened(package, tmp_path) as db:
        assert dict(db.execute("SELECT guid, mod FROM notes")) == times
        cards = db.execute(
            "SELECT guid, ord, due, c.mod FROM cards c JOIN notes n ON n.id = nid ORDER BY c.id"
        ).fetchall()
        newest = db.execute("SELECT max(id) FROM cards").fetchone()[0]
    assert cards[:5] == [
        ("note00", 0, 100, WHEN),
        ("note00", 1, 100, WHEN),
        ("note00", 2, 100, WHEN),
        ("note01", 0, 200, WHEN + 1),
        ("note01", 1, 200, WHEN + 1),
    ]
    assert newest < WHEN * 1000


def test_the_collection_has_no_index_and_no_trace_of_its_making(tmp_path: Path) -> None:
    with opened(packed(deck()), tmp_path) as db:
        assert db.execute("SELECT * FROM sqlite_master WHERE type = 'index'").fetchall() == []
        assert db.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert (tmp_path / "collection.anki2").read_bytes()[24:28] == bytes(4)


def test_a_changed_preset_is_another_preset(tmp_path: Path) -> None:
    def preset(made: Deck) -> str:
        with opened(packed(made), tmp_path) as db:
            presets = json.loads(db.execute("SELECT dconf FROM col").fetchone()[0])
        (key,) = presets.keys() - {"1"}
        assert presets[key]["new"]["perDay"] == made.preset.new_per_day
        return str(key)

    made = deck()
    more = replace(made, preset=replace(made.preset, new_per_day=12))
    assert preset(made) == preset(replace(made, name="School::Physics")) != preset(more)


def test_a_guid_that_stands_twice_is_refused() -> None:
    made = deck()
    twice: tuple[Placed, ...] = (*made.notes, made.notes[0])
    with pytest.raises(CardsmithError, match=r"two notes of the deck School::Biology .* note00"):
        packed(replace(made, notes=twice))


def test_a_note_without_its_time_of_change_is_refused() -> None:
    made = deck()
    with pytest.raises(CardsmithError, match=r"note00 .* no time of change"):
        apkg.write(made, render(made, PICTURES), Release(PICTURES, {}))


def test_a_deck_without_notes_is_a_package_too(tmp_path: Path) -> None:
    with opened(packed(replace(deck(), notes=())), tmp_path) as db:
        assert db.execute("SELECT count(*) FROM notes").fetchone() == (0,)


def test_every_note_of_the_sample_is_packed_by_every_writer() -> None:
    made = deck()
    rows = render(made, PICTURES)
    release = Release(PICTURES, modified(made), {row.guid for row in rows})
    for name, kind in DECK_FORMATS.items():
        assert kind.rows(rows, release) == rows, name
        assert kind.write(made, rows, release)
    assert len(NOTES) == len(made.notes)
