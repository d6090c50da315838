"""Cards in languages whose grammar is not read: what gives an answer away, what is hidden."""

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.cards import Limits, make
from cardsmith.cards.abroad.letters import akin, bare, edged, gives_away, size
from cardsmith.cards.abroad.short import spelled
from cardsmith.cards.abroad.tongues import tongue
from cardsmith.cards.faces import faces, holes
from cardsmith.model import Cloze, Document, Note, Strong, Text
from cardsmith.parser import parse

TEXTS = sorted((Path(__file__).parent / "abroad").glob("*.md"))
LANGUAGES = ("da", "de", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv", "zh")


def notes(path: Path) -> list[Note]:
    found = (each for each in parse(path.name, path.read_bytes()) if isinstance(each, Document))
    return [thing for each in found for thing in make(each, Limits(100)) if isinstance(thing, Note)]


def test_compounds_and_endings_are_akin_and_short_words_are_not() -> None:
    assert akin(bare("Zähne"), bare("Zahn"))
    assert akin("membran", "zellmembran")
    assert akin("elektron", "elektronen")
    assert not akin("kohlenstoff", "kohlendioxid")
    assert not akin("ion", "nation")


def test_an_answer_is_given_away_by_a_word_of_its_family() -> None:
    assert gives_away("Zellmembran", "Die Membran umgibt sie.", "de")
    assert gives_away("la célula", "Las células se dividen.", "es")
    assert not gives_away("la célula", "La vida empieza aquí.", "es")
    assert gives_away("光合作用", "光合色素吸收光。", "zh")
    assert not gives_away("光合作用", "光照很强。", "zh")


def test_what_the_question_names_may_stand_beside_an_answer_that_says_more() -> None:
    shown = "Der Planet Saturn hat sehr viele Ringe."
    assert gives_away("Ringe aus Eis", shown, "de")
    assert not gives_away("Ringe aus Eis", shown, "de", ("ringe",))
    assert gives_away("Ringe", shown, "de", ("ringe",))


def test_words_end_at_spaces_and_where_there_are_none_at_signs_and_particles() -> None:
    assert edged("Die Zelle lebt.", 4, 9, "")
    assert not edged("Die Zellen leben.", 4, 9, "")
    assert not edged("Die ATP-Synthase dreht sich.", 4, 7, "")
    assert edged("酵素は糖を作る", 3, 4, tongue("ja").cuts)
    assert not edged("舞蹈家在跳", 0, 2, tongue("zh").cuts)


def test_two_or_three_letters_of_a_dense_script_are_a_word() -> None:
    assert size("Die Zelle lebt.") == 3
    assert size("细胞膜是一层薄膜") == 3
    assert size("") == 0


def test_an_acronym_is_spelled_out_by_initials_compounds_or_bold_words() -> None:
    told = {
        "Der Deutsche Wetterdienst (DWD) misst.": ("DWD", "Deutsche Wetterdienst"),
        "Es entsteht Adenosintriphosphat (ATP).": ("ATP", "Adenosintriphosphat"),
        "Man misst ihn seit Jahren (DWD).": None,
    }
    for sentence, pair in told.items():
        assert next(spelled((Text(sentence),), "de"), None) == pair
    runs = (Strong("核糖核酸"), Text("（RNA）传递信息。"))
    assert list(spelled(runs, "zh")) == [("RNA", "核糖核酸")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_of_the_table_words_all_its_cards(code: str) -> None:
    known = tongue(code)
    silent = {"strips", "starts", "frames", "persons", "cuts"}
    empty = {each.name for each in fields(known) if not getattr(known, each.name)}
    assert empty <= silent
    for asked in (known.explain, known.means, known.stands):
        assert asked.count("{}") == 1
    assert all(part in known.symbol for part in ("{sign}", "{formula}"))
    assert all(part in known.cell for part in ("{thing}", "{aspect}"))
    assert "TERM" in known.defines


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_in_another_language_gives_cards_of_several_kinds(path: Path) -> None:
    kinds = {note.kind for note in notes(path)}
    assert {"cloze", "explain"} < kinds
    assert kinds & {"acronym", "overview", "term"}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_hidden_word_stands_on_its_card_or_over_it(path: Path) -> None:
    for note in notes(path):
        if isinstance(note.body, Cloze) and note.kind == "cloze":
            assert 1 <= len(holes(note.body.text)) <= 3
            for face in faces(note):
                assert bare(face.answer) not in bare(face.front)
                assert bare(face.answer) not in bare(face.context)


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from([*LANGUAGES, "fi", ""]))
def test_a_text_gives_itself_away(answer: str, around: str, code: str) -> None:
    if bare(answer).strip():
        assert gives_away(answer, f"{around} {answer}", code)


@given(st.text(alphabet="abcdefgh", min_size=1), st.text(alphabet="abcdefgh", min_size=1))
def test_kinship_has_no_direction(one: str, other: str) -> None:
    assert akin(one, other) == akin(other, one)
    assert akin(one, one)
