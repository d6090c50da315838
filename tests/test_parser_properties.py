"""What holds of every document: nothing is lost, no formula is changed, sections count on."""

from pathlib import Path

import parts
import plainly
import pytest
import spelled
import written
from hypothesis import given, settings

CONTENT = sorted((Path(__file__).parent.parent / "content").rglob("*.md"))

# A slow machine is no fault of the parser.
steady = settings(deadline=None)


# -- nothing is lost -----------------------------------------------------------------------------


@steady
@given(written.answers)
def test_the_parts_of_a_document_are_its_answer(answer: str) -> None:
    for style in ("folded line", "body"):
        (document,) = parts.documents(spelled.files(answer)[style])
        assert plainly.lost(answer, parts.texts(document)) == ""


@steady
@given(written.technical_answers)
def test_formulas_code_and_prices_are_not_lost_either(answer: written.Written) -> None:
    (document,) = parts.documents(spelled.files(answer.text)["folded line"])
    assert plainly.lost(answer.text, parts.texts(document)) == ""


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem[:40])
def test_the_parts_of_our_own_documents_are_their_answers(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    (document,) = parts.documents(text)
    assert plainly.lost(spelled.answer_of(text), parts.texts(document)) == ""


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("One two.", ["One"]),
        ("One two.", ["two", "One"]),
        ("One two.", ["One", "two", "two"]),
        ("12 apples fell.", ["apples fell"]),
        ("So it costs 3. It is cheap.", ["So it costs", "It is cheap"]),
        ("### Summary\nIt is so.", ["It is so"]),
    ],
)
def test_a_plain_reading_misses_what_is_lost(answer: str, told: list[str]) -> None:
    assert plainly.lost(answer, told)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("1. **Step 2: Mix** it\n2. Stir", ["Mix", "it", "Stir"]),
        ("### 3.1. Of [atoms](a/b.md)", ["Of atoms"]),
        (r"**The $\Omega$ of it**:\n- a &amp; <b>b</b>", ["The Ω of it", "a b"]),
        ("Then 2. came", ["Then 2. came"]),
    ],
)
def test_a_plain_reading_lets_markup_go(answer: str, told: list[str]) -> None:
    assert plainly.lost(answer, told) == ""


# -- no formula is changed -----------------------------------------------------------------------


@steady
@given(written.technical_answers)
def test_formulas_and_code_are_found_as_they_were_written(answer: written.Written) -> None:
    (document,) = parts.documents(spelled.files(answer.text)["folded line"])
    assert tuple(parts.formulas(document)) == answer.formulas
    assert tuple(parts.code(document)) == answer.code


@steady
@given(written.technical_answers)
def test_every_command_of_tex_is_told(answer: written.Written) -> None:
    line = spelled.folded(answer.text)
    (document,) = parts.documents(spelled.files(answer.text)["folded line"])
    assert plainly.commands(line) == plainly.told_commands(parts.texts(document))


@pytest.mark.parametrize("path", CONTENT, ids=lambda path: path.stem[:40])
def test_every_command_of_our_own_documents_is_told(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    (document,) = parts.documents(text)
    told = plainly.told_commands(parts.texts(document))
    assert plainly.commands(spelled.answer_of(text)) == told


# -- sections ------------------------------------------------------------------------------------


@steady
@given(written.answers)
def test_sections_are_counted_in_their_order(answer: str) -> None:
    (document,) = parts.documents(spelled.files(answer)["body"])
    before: dict[str, int] = {}
    for section in document.answer.sections:
        assert section.number == 1 or section.number > before.get(section.group, 0)
        before[section.group] = section.number


@steady
@given(written.answers)
def test_no_title_is_numbered_or_marked(answer: str) -> None:
    (document,) = parts.documents(spelled.files(answer)["body"])
    for section in document.answer.sections:
        assert not plainly.NUMBER.match(section.title)
        assert not set(section.title) & set("*#`")


def test_the_same_bytes_give_the_same_documents() -> None:
    assert parts.documents(written.SAMPLE) == parts.documents(written.SAMPLE)
