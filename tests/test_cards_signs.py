"""Cards from what is no prose: formulas, code, tables and steps, whatever stands in them."""

import casefiles
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.cards import Limits, make
from cardsmith.cards.faces import faces
from cardsmith.cards.signs.passages import MASK, masked
from cardsmith.markup import flat, lines
from cardsmith.model import QA, Code, CodeBlock, Document, Formula, Math, Note, Text
from cardsmith.packager import html
from cardsmith.parser import parse

ALL = Limits(notes=100, score=0)
SIGNS = ("code", "formula", "steps", "table")
HEAD = "---\nquestion: What is a wave?\nsubject: Physics\nkeywords: wave, speed\n---\n"
PIECES = st.sampled_from(
    [
        "The speed of a wave is given by:\n\n",
        "$$v = \\lambda f$$\n\n",
        "$$",
        "where $v$ is the speed and $f$ is the frequency.\n\n",
        "where:\n- $v$: the speed\n- $f$ = \n",
        "It is defined as $p = m v$",
        "| a | b |\n| --- | --- |\n| tide | 1 |\n",
        "| Term | Meaning |\n| --- | --- |\n| $x$ | |\n| `y` | z |\n\n",
        "To list waves, use the `ls` command:\n\n",
        "```python\nprint(1)\nx = 2  # Output: 3\n```\n\n",
        "```\n",
        "- `-r`: Reverse the order\n",
        "1. Crest\n2. Trough\n3. Surf\n",
        "The process of breaking involves the following steps:\n\n",
        "\\",
        "`",
    ]
)


def documents(text: str) -> list[Document]:
    found = parse("content/physics/sample.md", text.encode("utf-8", "replace"))
    return [thing for thing in found if isinstance(thing, Document)]


def notes(text: str) -> list[Note]:
    made = [thing for document in documents(text) for thing in make(document, ALL)]
    return [thing for thing in made if isinstance(thing, Note) and thing.kind in SIGNS]


def given_texts(kind: str) -> list[str]:
    return [case.given for case in casefiles.read(casefiles.CASES / "cards" / f"{kind}.txt")]


@pytest.mark.parametrize("text", given_texts("formula"))
def test_a_formula_is_asked_or_shown_whole(text: str) -> None:
    written = "".join(text.split())
    for note in notes(text):
        assert isinstance(note.body, QA)
        inline = [run.text for runs in lines(note.body.front) for run in runs]
        whole = [block.text for block in note.body.back if isinstance(block, Formula)]
        told = whole or [tex for tex in inline if "=" in tex]
        assert told
        assert all("".join(tex.split()) in written for tex in told)


@pytest.mark.parametrize("text", given_texts("code"))
def test_code_stays_code_on_its_page(text: str) -> None:
    for note in notes(text):
        if isinstance(note.body, QA):
            for side in (note.body.front, note.body.back):
                page = html.blocks(side, {})
                coded = [block for block in side if isinstance(block, CodeBlock)]
                inline = [run for runs in lines(side) for run in runs if isinstance(run, Code)]
                assert page.count("<code") == len(coded) + len(inline)


def test_symbols_that_differ_by_a_capital_are_two_notes() -> None:
    made = notes(
        HEAD + "The pull of a planet is given by:\n\n$$F = \\frac{G M m}{r^2}$$\n\n"
        "where $M$ is the mass of the planet and $m$ is the mass of a small body.\n"
    )
    asked = [face.answer for note in made for face in faces(note)]
    assert "The mass of the planet" in asked
    assert "The mass of a small body" in asked


ROWS = ("| iron | Fe |", "| sodium | Na |", "| tin | Sn |", "| gold | Au |", "| lead | Pb |")


@given(st.permutations(ROWS))
def test_the_order_of_rows_changes_no_note(rows: list[str]) -> None:
    def keys(listed: list[str]) -> set[str]:
        table = "\n".join(["| Element | Symbol |", "| --- | --- |", *listed])
        return {note.key for note in notes(f"{HEAD}{table}\n")}

    assert keys(rows) == keys(list(ROWS))
    assert len(keys(rows)) == len(ROWS)


@given(st.lists(PIECES | st.text(max_size=12), max_size=12).map("".join))
def test_no_text_breaks_formulas_code_tables_or_steps(text: str) -> None:
    for note in notes(HEAD + text):
        shown = list(faces(note))
        assert shown
        assert all(face.answer.strip() and face.front.strip() for face in shown)


@given(
    st.lists(st.builds(Text, st.text()) | st.builds(Math, st.text()) | st.builds(Code, st.text()))
)
def test_masked_text_keeps_every_offset(runs: list[Text | Math | Code]) -> None:
    text = masked(tuple(runs))
    assert len(text) == len(flat(tuple(runs)))
    at = 0
    for run in runs:
        end = at + len(run.text)
        hidden = not isinstance(run, Text)
        assert text[at:end] == (MASK * len(run.text) if hidden else run.text)
        at = end
