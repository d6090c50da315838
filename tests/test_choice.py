"""What is worth asking for: word groups, their features, their worth, and what may be hidden."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.cards.choosing.boundaries import apposed, whole
from cardsmith.cards.choosing.candidates import candidates, units
from cardsmith.cards.choosing.choice import Choice, worth
from cardsmith.cards.choosing.coordination import joined
from cardsmith.cards.choosing.features import features, score, tables
from cardsmith.cards.choosing.lexicon import UNNAMED, named
from cardsmith.cards.choosing.stock import stock
from cardsmith.cards.study import Study, study
from cardsmith.grammar import read_text, stem
from cardsmith.model import Document, Span
from cardsmith.parser import parse

CONTENT = Path(__file__).parent.parent / "content"
SOURCES = sorted(CONTENT.rglob("*.md"))
SPAN = Span("sample.md", 1, 1)
DULL = 4


def studied(text: str, keywords: str = "") -> Study:
    front = f"---\nquestion: What is there to know?\nkeywords: {keywords}\n---\n"
    found = list(parse("sample.md", (front + text).encode("utf-8", "replace")))
    (document,) = [thing for thing in found if isinstance(thing, Document)]
    return study(document)


def ranked(text: str, keywords: str = "") -> list[str]:
    """The word groups of all sentences, the worthiest first."""
    seen = studied(text, keywords)
    found = [
        (-each.worth, piece.text[each.start : each.end])
        for piece in seen.pieces
        for each in seen.choices[piece.span]
    ]
    return [words for _, words in sorted(found)]


def groups(text: str) -> list[str]:
    row = units(read_text(text))
    return [text[row[start].start : row[end - 1].end] for start, end in candidates(row)]


def test_groups_have_one_to_three_words_and_begin_and_end_with_telling_ones() -> None:
    assert groups("The red blood cells carry oxygen.") == [
        *("red", "red blood", "red blood cells", "blood", "blood cells", "cells", "oxygen"),
    ]


def test_a_compound_is_one_word_and_a_pair_may_be_longer() -> None:
    assert "rain-fed fields" in groups("Farmers water the rain-fed fields.")
    assert "bone marrow and lymph nodes" in groups("It fills the bone marrow and lymph nodes.")


def test_what_a_sentence_names_is_worth_more_than_what_it_says_of_it() -> None:
    best = ranked(
        "The change of a liquid into a gas below its boiling point is called evaporation."
    )
    assert best[0] == "evaporation"


def test_a_keyword_is_worth_more_than_the_same_words_without() -> None:
    text = "Roman engineers raised the water of the river by long stone aqueducts to the hills."
    plain, marked = studied(text), studied(text, "aqueducts")
    assert _of(marked, "aqueducts") > _of(plain, "aqueducts")
    assert _of(marked, "stone aqueducts") < _of(plain, "stone aqueducts"), "torn from a mark"


def _of(seen: Study, words: str) -> float:
    (piece,) = seen.pieces
    found = seen.choices[piece.span]
    return next(each.worth for each in found if piece.text[each.start : each.end] == words)


def test_a_longer_answer_is_worth_what_its_best_part_is() -> None:
    found = (Choice(4, 9, 0.25), Choice(10, 20, 0.75), Choice(30, 40, 0.9))
    assert worth(found, 0, 25) == 0.75
    assert worth(found, 4, 9) == 0.25
    assert worth(found, 21, 25) == 0


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem[:40])
def test_every_feature_of_our_documents_has_a_weight(path: Path) -> None:
    known = {*tables()["fitted"], *tables()["marks"]}
    for document in parse(str(path), path.read_bytes()):
        assert isinstance(document, Document)
        for piece in study(document).pieces:
            for group in features(piece.reading, piece.span, stock([]), {}):
                assert {name for name, _ in group.values()} <= known


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem[:40])
def test_worth_is_a_share_and_its_words_stand_in_the_sentence(path: Path) -> None:
    for document in parse(str(path), path.read_bytes()):
        assert isinstance(document, Document)
        seen = study(document)
        for piece in (*seen.pieces, *seen.pairs):
            for each in seen.choices[piece.span]:
                assert 0 < each.worth < 1
                assert piece.start <= each.start < each.end <= len(piece.text)
                assert (
                    piece.text[each.start : each.end].strip() == piece.text[each.start : each.end]
                )


@given(st.text(max_size=300))
def test_no_sentence_breaks_the_features(text: str) -> None:
    flat = " ".join(text.split())
    counted = stock([[(SPAN, flat)]])
    found = list(features(read_text(flat), SPAN, counted, {})) if flat else []
    assert [score(each) for each in found] == [
        pytest.approx(sum({**tables()["fitted"]}[name] * value for name, value in each.values()))
        for each in found
    ]


def test_the_stock_counts_sentences_not_uses() -> None:
    counted = stock([[(SPAN, "Bees feed bees."), (Span("sample.md", 2, 1), "A bee dances.")]])
    assert counted.sentences[stem("bees")] == 2
    assert counted.first[0][stem("dances")] == 1
    assert counted.places[Span("sample.md", 2, 1)] == (0, 1)
    assert sorted(counted.rarer, reverse=True) == list(counted.rarer)


def test_the_lexicon_knows_terms_by_their_stems() -> None:
    term = named(" ".join([stem("amino"), stem("acids")]))
    assert term.often > 0
    assert term.share > 0
    assert named("no such term of anything") == UNNAMED


@pytest.mark.parametrize(
    ("text", "words", "is_item"),
    [
        ("Otters eat crabs, clams, and urchins.", "crabs", True),
        ("Otters eat crabs, clams, and urchins.", "clams", True),
        ("Otters eat crabs, clams, and urchins.", "urchins", True),
        ("Otters eat crabs, clams, and urchins.", "Otters", False),
        ("Salt and pepper season the soup.", "Salt", True),
        ("Salt and pepper season the soup.", "Salt and pepper", False),
        ("The moon pulls the sea, and the sea rises.", "sea", False),
        ("In winter, birds and mammals grow fat.", "winter", False),
        ("The heart, a muscle, pumps blood.", "heart", False),
    ],
)
def test_an_item_of_a_list_is_known(text: str, words: str, is_item: bool) -> None:  # noqa: FBT001
    start = text.index(words)
    assert joined(read_text(text), start, start + len(words)) is is_item


@pytest.mark.parametrize(
    ("text", "words", "is_whole"),
    [
        ("The left ventricle pumps blood.", "left ventricle", True),
        ("The left ventricle pumps blood.", "left", False),
        ("The significant influx of calcium harms them.", "influx", True),
        ("The calcium influx harms them.", "influx", False),
        ("The two hydrogen atoms share electrons.", "hydrogen atoms", True),
        ("The syllabus outlines what content is taught.", "content", False),
        ("Doctors feel the patient's pulse.", "pulse", True),
    ],
)
def test_a_whole_noun_group_is_known(text: str, words: str, is_whole: bool) -> None:  # noqa: FBT001
    start = text.index(words)
    assert whole(read_text(text), start, start + len(words), DULL) is is_whole


def test_a_rare_name_behind_its_kind_may_be_hidden_alone() -> None:
    text = "The gland secretes the hormone melatonin."
    start = text.index("melatonin")
    assert apposed(read_text(text), start, start + len("melatonin"))
    assert not apposed(read_text(text), text.index("hormone"), start - 1)
