"""Where everything stands, and that the style in which a file holds an answer changes nothing."""

import unicodedata
from pathlib import Path

import located
import parts
import pytest
import spelled
import written
from hypothesis import given, settings
from hypothesis import strategies as st

from cardsmith.parser.escapes import Decoded, decode
from cardsmith.parser.places import Lines, Places

CONTENT = sorted((Path(__file__).parent.parent / "content").rglob("*.md"))
STYLES = tuple(spelled.files("It is\n\nso."))

# A slow machine is no fault of the parser.
steady = settings(deadline=None)


# -- one answer in many styles -------------------------------------------------------------------


def check(answer: str, style: str) -> None:
    files = spelled.files(answer)
    text = files.get(style, files["body"])
    (wanted,), (document,) = parts.documents(files["folded line"]), parts.documents(text)
    assert parts.unplaced(document.answer) == parts.unplaced(wanted.answer)
    assert list(located.misplaced(text, document)) == []


@steady
@given(written.answers, st.sampled_from(STYLES))
def test_the_style_of_a_file_changes_places_only(answer: str, style: str) -> None:
    check(answer, style)


@steady
@given(written.technical_answers, st.sampled_from(STYLES))
def test_nor_does_it_change_formulas_and_code(answer: written.Written, style: str) -> None:
    check(answer.text, style)


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem[:40])
def test_our_own_documents_are_the_same_in_every_style(path: Path) -> None:
    answer = decode(spelled.answer_of(path.read_text(encoding="utf-8"))).text.strip("\n")
    for style in STYLES:
        check(answer, style)


# -- every place is right ------------------------------------------------------------------------


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem[:40])
def test_everything_in_our_own_documents_stands_where_it_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    (document,) = parts.documents(text)
    assert list(located.misplaced(text, document)) == []


@steady
@given(st.lists(written.prose, min_size=1, max_size=5), st.sampled_from(STYLES))
def test_a_sentence_starts_with_its_first_character(paragraphs: list[str], style: str) -> None:
    text = spelled.files("\n\n".join(["Begin here now.", *paragraphs]))[style]
    (document,) = parts.documents(text)
    rows = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for place in parts.places(document):
        row = rows[place.span.line - 1]
        assert row.startswith(place.text.split()[0], place.span.column - 1)


def test_a_part_that_points_elsewhere_is_told() -> None:
    text = spelled.files("Begin here.\n\n1. **A**: Go.\n2. **B**: Stop.")["body"]
    (document,) = parts.documents(text)
    assert list(located.misplaced(text, document)) == []
    assert len(list(located.misplaced(text.replace("Begin", " Begin"), document))) == 2
    assert len(list(located.misplaced(text.replace("Stop", "**Stop"), document))) == 0
    assert len(list(located.misplaced(text.replace("2. ", "- "), document))) == 2


escaped = st.lists(
    st.sampled_from(
        ["\\n", "\\t", "\\r\\n", "\\", "\\\\n", "a", "$", "`", "\\nu", "```", "$$", " ", '"', "\n"]
    )
).map("".join)


@steady
@given(escaped)
def test_decoding_knows_the_way_back(raw: str) -> None:
    decoded = decode(raw)
    places = Places(Lines.of("a.md", raw), (0,), (0,), decoded)
    rows = raw.split("\n")
    for at, sign in enumerate(decoded.text):
        span = places.span(at)
        row = rows[span.line - 1]
        if at in decoded.shrunk:
            assert row.startswith(("\\", '""'), span.column - 1)
        else:
            assert (row + "\n")[span.column - 1] == sign


def test_a_text_without_escapes_is_left_alone() -> None:
    assert decode("a\nb") == Decoded("a\nb")


# -- one text in many spellings ------------------------------------------------------------------


@pytest.mark.parametrize("text", [written.SAMPLE, written.NOTE])
def test_line_ends_marks_and_accents_make_no_difference(text: str) -> None:
    text = text.replace("cells", "c\u00e9lls")
    wanted = parts.documents(text)
    assert parts.documents(text.replace("\n", "\r\n")) == wanted
    assert parts.documents(b"\xef\xbb\xbf" + text.encode()) == wanted
    assert parts.documents(unicodedata.normalize("NFD", text)) == wanted
