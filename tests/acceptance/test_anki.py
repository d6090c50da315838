"""Decks in the hands of the real importer, with the options that its dialog starts with."""

import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import (
    CELLS,
    LOOPS,
    NOTES,
    PICTURES,
    TERM,
    blocks,
    deck,
    hole,
    modified,
    note,
    paragraph,
)
from test_packager_apkg_html import RUNS, TEXTS, flat, shown

from cardsmith.model import QA, Cloze, Deck, Hole, Math, Note, Runs, Strong, Text
from cardsmith.packager import Release, Row, apkg
from cardsmith.packager.notetypes import FIELDS
from cardsmith.packager.rows import render

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from anki.collection import ImportAnkiPackageOptions
from backend import DIALOG, Anki, Counts, counted

WHEN = 1_772_409_600
GUIDS = [f"note{at:02}" for at in range(len(NOTES))]
WITH_PRESETS = ImportAnkiPackageOptions(with_deck_configs=True)


class Learner(Anki):
    """A collection of somebody who takes decks that were made in memory."""

    def takes(
        self,
        made: Deck,
        changed: Mapping[str, int] | None = None,
        options: ImportAnkiPackageOptions = DIALOG,
    ) -> Counts:
        """Import a deck; how many notes are new, updated, known and conflicting."""
        times = {**modified(made), **(changed or {})}
        return self.takes_rows(made, render(made, PICTURES), times, options)

    def takes_rows(
        self,
        made: Deck,
        rows: tuple[Row, ...],
        times: Mapping[str, int],
        options: ImportAnkiPackageOptions = DIALOG,
    ) -> Counts:
        path = self.folder / "deck.apkg"
        path.write_bytes(apkg.write(made, rows, Release(PICTURES, times)))
        return counted(self.imported(path, options))

    def studies(self, made: Deck, cards: int) -> list[str]:
        """Answer cards of a deck; the notes they are of, in their order."""
        self.col.decks.select(self.col.decks.id_for_name(made.name))  # type: ignore[arg-type]  # it is there
        seen = []
        for _ in range(cards):
            card = self.col.sched.getCard()
            assert card is not None
            seen.append(f"{card.note()['ID']}.{card.ord}")
            self.col.sched.answerCard(card, 4)
        return seen

    def field(self, guid: str, name: str) -> str:
        return str(self.note(guid)[name])

    def history(self) -> list[list[object]]:
        """What a learner must never lose: every card's state and every answer."""
        cards = "SELECT nid, ord, did, type, queue, due, ivl, factor, reps FROM cards ORDER BY id"
        return self.rows(cards) + self.rows("SELECT id, cid, ease, ivl FROM revlog ORDER BY id")


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with closing(Learner(tmp_path)) as made:
        yield made


def reworded(made: Deck, guid: str, back: str) -> Deck:
    """The deck with another answer of one of its questions."""
    placed = []
    for each in made.notes:
        body = each.kept.note.body
        if each.kept.guid == guid:
            assert isinstance(body, QA)
            changed = replace(each.kept.note, body=QA(body.front, blocks(back)))
            placed.append(replace(each, kept=replace(each.kept, note=changed)))
        else:
            placed.append(each)
    return replace(made, notes=tuple(placed))


def test_every_card_of_the_sample_has_a_front_and_a_back(learner: Learner) -> None:
    made = deck()
    assert learner.takes(made) == (12, 0, 0, 0)
    cards = [learner.col.get_card(found) for found in learner.col.find_cards("")]
    assert len(cards) == 17
    for card in cards:
        for side in (card.question(), card.answer()):
            shown = side.split("</style>")[1]
            assert 'class="question"' in shown
            assert "blank" not in shown
            assert "{{#" not in shown
            assert "unknown field" not in shown.casefold()
            assert "Retired" not in shown
        assert card.question() != card.answer()
    assert learner.col.get_empty_cards().notes == []
    assert learner.col.fix_integrity()[1]


def test_a_hole_is_asked_one_at_a_time_with_its_hint(learner: Learner) -> None:
    learner.takes(deck())
    first, third = learner.note("note03").cards()
    assert "[organelle]" in first.question()
    assert ">oxygen</span>" in first.question()
    assert "mito<i>chondria</i>" in third.question()
    assert ">[...]</span>" in third.question()
    code, formula = learner.note("note08").cards()
    assert "[namespace&#58;&#58;name]" in code.question()
    assert ">[...]</span> times" in formula.question()
    assert r"\(\frac&#123;1&#125;&#123;&#123;n&#125;&#125;\)</span>" in formula.answer()


def test_what_looks_like_anki_in_a_text_is_shown_as_text(learner: Learner) -> None:
    learner.takes(deck())
    (card,) = learner.note("note09").cards()
    assert "&#91;sound:beep.mp3]" in card.question()
    assert "&#123;&#123;c1::this}}" in card.question()
    assert card.question_av_tags() == []


def odd(runs: Runs, hint: str) -> Note:
    """A cloze with runs before, in, between and after two holes."""
    inside = Hole((*runs, Text("a")), "a", 1, hint)  # type: ignore[arg-type]  # no pictures among them
    text = (*runs, inside, *runs, Hole((Math("x"), Strong("b")), "xb", 2), *runs)
    return note(repr(text), Cloze(blocks(paragraph(*text))))


def front(side: str) -> str:
    return shown(side.split('class="question" dir="auto">')[1].split("</div>", maxsplit=1)[0])


@given(st.lists(st.tuples(RUNS, TEXTS), min_size=10, max_size=40))
@settings(max_examples=10, deadline=None)
def test_any_text_is_shown_as_it_was_written(texts: list[tuple[Runs, str]]) -> None:
    made = deck(*[(odd(runs, hint), LOOPS) for runs, hint in texts])
    with TemporaryDirectory() as folder, closing(Learner(Path(folder))) as learner:
        assert learner.takes(made) == (len(texts), 0, 0, 0)
        assert learner.col.get_empty_cards().notes == []
        for placed, (runs, hint) in zip(made.notes, texts, strict=True):
            one, two = learner.note(placed.kept.guid).cards()
            text, asked = flat(runs), flat((Text(hint),))
            gap = f"[{asked}]" if asked.strip() else "[...]"
            assert front(one.question()) == flat_text(text, gap, text, r"\(x\)b", text)
            assert front(one.answer()) == flat_text(text, text, "a", text, r"\(x\)b", text)
            assert front(two.question()) == flat_text(text, text, "a", text, "[...]", text)


def flat_text(*parts: str) -> str:
    return flat((Text("".join(parts)),))


def test_the_same_deck_again_changes_nothing(learner: Learner) -> None:
    made = deck()
    learner.takes(made)
    learner.studies(made, 3)
    mine = learner.note("note02")
    mine["My notes"] = "the soup around everything"
    mine.add_tag("exam")
    learner.col.update_note(mine)
    before = learner.history()
    assert learner.takes(made) == (0, 0, 12, 0)
    assert learner.history() == before
    assert learner.field("note02", "My notes") == "the soup around everything"
    assert learner.note("note02").has_tag("exam")


def test_a_changed_note_arrives_alone_and_keeps_its_history(learner: Learner) -> None:
    made = deck()
    learner.takes(made)
    learner.studies(made, 4)
    mine = learner.note("note04")
    mine["My notes"] = "ask about the genes"
    learner.col.update_note(mine)
    before = learner.history()
    again = reworded(made, "note02", "In the cytosol, without oxygen")
    assert learner.takes(again, {"note02": WHEN + 1}) == (0, 1, 11, 0)
    assert learner.history() == before
    assert learner.field("note02", "Back") == "In the cytosol, without oxygen"
    assert learner.field("note04", "My notes") == "ask about the genes"
    assert learner.takes(again, {"note02": WHEN + 1}) == (0, 0, 12, 0)


def test_a_new_hole_is_a_new_card_beside_the_old_ones(learner: Learner) -> None:
    text = ("Blood leaves the heart through the ", hole(1, "aorta"), " of the left side.")
    more = ("Blood leaves the ", hole(2, "heart"), " through the ", hole(1, "aorta"), ".")
    made = deck((note("aorta", Cloze(blocks(paragraph(*text)))), CELLS))
    again = deck((note("aorta", Cloze(blocks(paragraph(*more)))), CELLS))
    learner.takes(made)
    learner.studies(made, 1)
    before = learner.history()
    assert learner.takes(again, {"note00": WHEN + 1}) == (0, 1, 0, 0)
    assert all(line in learner.history() for line in before)
    assert [card.ord for card in learner.note("note00").cards()] == [0, 1]


def test_packages_share_the_note_types(learner: Learner) -> None:
    learner.takes(deck())
    other = deck((replace(TERM, name="other"), CELLS), name="School::Chemistry")
    placed = tuple([replace(each, kept=replace(each.kept, guid="q")) for each in other.notes])
    assert learner.takes(replace(other, notes=placed)) == (1, 0, 0, 0)
    names = [kind.name for kind in learner.col.models.all_names_and_ids()]
    assert sorted(name for name in names if "cardsmith" in name) == sorted(FIELDS)
    assert {deck.name for deck in learner.col.decks.all_names_and_ids()} == {
        "Default",
        "School",
        "School::Biology",
        "School::Chemistry",
    }


def test_fields_and_templates_arrive_with_their_ids(learner: Learner) -> None:
    learner.takes(deck())
    for name, fields in FIELDS.items():
        kind = learner.col.models.by_name(name)
        assert kind is not None
        assert [field["name"] for field in kind["flds"]] == list(fields)
        assert all(field["id"] < 600_000 for field in (*kind["flds"], *kind["tmpls"]))
        assert kind["flds"][-1]["preventDeletion"]
        assert kind["flds"][-1]["description"].startswith("Yours.")
        assert kind["sortf"] == 1


def test_a_renamed_spare_field_is_no_conflict(learner: Learner) -> None:
    learner.takes(deck())
    kind = learner.col.models.by_name("cardsmith QA v1")
    assert kind is not None
    kind["flds"][8]["name"] = "Video"
    learner.col.models.update_dict(kind)
    again = reworded(deck(), "note02", "In the cytosol")
    assert learner.takes(again, {"note02": WHEN + 1}) == (0, 1, 11, 0)


def test_the_preset_comes_with_the_tick_and_the_description_always(learner: Learner) -> None:
    made = deck()
    learner.takes(made)
    did = learner.col.decks.id_for_name(made.name)
    assert did is not None
    about = learner.col.decks.get(did)
    assert about is not None
    assert (about["desc"], about["md"]) == (made.description, True)
    assert learner.col.decks.config_dict_for_deck_id(did)["name"] == "Default"
    learner.takes(made, options=WITH_PRESETS)
    preset = learner.col.decks.config_dict_for_deck_id(did)
    assert preset["name"] == made.preset.name
    assert preset["new"]["perDay"] == 8
    assert preset["rev"]["perDay"] == 150
    assert preset["desiredRetention"] == pytest.approx(0.9)
    assert preset["new"]["bury"] is preset["rev"]["bury"] is True


def test_a_changed_preset_arrives_as_another_one(learner: Learner) -> None:
    made = deck()
    learner.takes(made, options=WITH_PRESETS)
    more = replace(made, preset=replace(made.preset, new_per_day=12))
    learner.takes(more, options=WITH_PRESETS)
    did = learner.col.decks.id_for_name(made.name)
    assert did is not None
    assert learner.col.decks.config_dict_for_deck_id(did)["new"]["perDay"] == 12


def test_new_cards_come_in_the_order_of_the_deck_and_siblings_wait(learner: Learner) -> None:
    made = deck()
    backwards = replace(made, notes=tuple(reversed(made.notes)))
    learner.takes(backwards, options=WITH_PRESETS)
    seen = learner.studies(made, 8)
    assert seen == [f"{guid}.0" for guid in GUIDS[:8]]


def test_pictures_arrive_and_none_is_missing(learner: Learner) -> None:
    learner.takes(deck())
    (card,) = learner.note("note05").cards()
    assert '<img src="cs-5b7e0c9d21aa44f0.png" alt="a grid">' in card.question()
    found = learner.col.media.check()
    assert (list(found.missing), list(found.unused)) == ([], [])


def test_a_retired_note_is_found_by_empty_cards(learner: Learner) -> None:
    made = deck()
    learner.takes(made)
    learner.studies(made, 2)
    retired = []
    for row in render(made, PICTURES):
        named = dict(zip(FIELDS[row.notetype], row.fields, strict=True))
        named |= {"Retired": "Left the deck in May.", "Text": "a text without holes"}
        fields = tuple([named[name] for name in FIELDS[row.notetype]])
        retired.append(replace(row, fields=fields))
    times = modified(made, WHEN + 1)
    assert learner.takes_rows(made, tuple(retired), times) == (0, 12, 0, 0)
    empty = learner.col.get_empty_cards().notes
    assert sum([len(found.card_ids) for found in empty]) == 17
    assert all(found.will_delete_note for found in empty)


def test_ids_lie_in_the_past_and_follow_the_deck(learner: Learner) -> None:
    learner.takes(deck())
    found = learner.rows("SELECT id FROM notes ORDER BY id")
    assert [learner.col.get_note(int(str(row[0])))["ID"] for row in found] == GUIDS  # type: ignore[arg-type]  # a note's id is a number of its own kind
    assert int(str(found[-1][0])) < time.time() * 1000


def test_tables_and_code_keep_their_shape(learner: Learner) -> None:
    learner.takes(deck())
    (table,) = learner.note("note04").cards()
    assert "<th>Mitosis</th>" in table.answer()
    (code,) = learner.note("note07").cards()
    assert '<pre><code class="language-python">for n in range(2, 4):\n    if n &lt; 0' in (
        code.question()
    )
