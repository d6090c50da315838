"""Every rule of the gate, broken once: what a careful writer of questions would strike out."""

from collections.abc import Mapping

import pytest
from quizsamples import sample, text

from cardsmith.grammar import families
from cardsmith.model import Bank, Choice, ItemBody, Short, TrueFalse
from cardsmith.quiz.drafts import Draft
from cardsmith.quiz.gate import CHECKS, fault
from cardsmith.quiz.material import Passage

PASSAGE = "Chloroplasts capture sunlight. In chloroplasts carbon dioxide becomes glucose."


def draft(body: ItemBody, passage: str = PASSAGE) -> Draft:
    _, notes = sample("question: What is a cell?\nIn the cell a [chloroplast] captures sunlight.")
    return Draft(notes[0], body, text(passage), Passage("Cells", passage, families(passage)))


def choice(stem: str, *options: str) -> Choice:
    return Choice(text(stem), tuple(text(option) for option in options), 0)


def true(statement: str) -> TrueFalse:
    return TrueFalse(text(statement), truth=True, correction="")


def false(statement: str) -> TrueFalse:
    return TrueFalse(text(statement), truth=False, correction="chloroplast")


STEM = "Which part of a leaf captures sunlight?"
BROKEN: Mapping[str, ItemBody] = {
    "q01-options": choice(STEM, "Chloroplast", "Vacuole"),
    "q02-distinct": choice(STEM, "Chloroplast", "Vacuole", "vacuole"),
    "q03-key-longest": choice(STEM, "Chloroplast with its green membranes", "Vacuole", "Ribosome"),
    "q04-uneven": choice(STEM, "Green organelle", "Vacuole", "Membrane of the folded organelle"),
    "q05-catch-all": choice(STEM, "Chloroplast", "Vacuole", "None of these"),
    "q06-absolute": choice(STEM, "Chloroplast", "Vacuole", "Only ribosomes"),
    "q07-vague": choice(STEM, "Chloroplast", "Vacuole", "Usually ribosomes"),
    "q08-clang": choice("Which part captures sunlight?", "Sunlight trap", "Vacuole", "Ribosome"),
    "q09-grammar": choice(
        "In a leaf an ________ captures red light.", "Antenna", "Vacuole", "Root"
    ),
    "q10-type": choice(STEM, "Chloroplast", "Vacuoles", "Ribosome"),
    "q11-negative": choice("Which part does not see light?", "Nucleolus", "Vacuole", "Ribosome"),
    "q12-stem": choice("Leaves capture sunlight.", "Nucleolus", "Vacuole", "Ribosome"),
    "q12-dull": choice("Leaves play an important role in ________.", "Growth", "Health", "Sleep"),
    "q13-overlap": choice(STEM, "Chloroplast", "Cell wall", "Primary cell wall"),
    "q14-convergence": choice(STEM, "Red cell wall", "Red stem", "Cell sap"),
    "q15-plain": true("Leaves always capture sunlight."),
    "q15-leaning": true("It captures sunlight."),
    "q15-praise": true("Leaves play a vital role in nature."),
    "q15-statement": true("Leaves of green."),
    "q16-blank": Bank(
        text("[Chloroplast] membranes capture sunlight with chlorophyll."), ("a", "b")
    ),
    "q19-spares": Bank(text("Inside a leaf the [chloroplast] captures sunlight."), ("vacuole",)),
    "w23-spelled-out": Bank(
        text("A cell spends [ATP] (triphosphate) on its flagellum."), ("a", "b")
    ),
    "w23-second-answer": choice(STEM, "Xylem", "Glucose", "Vacuole"),
    "w26-said": false("Chloroplasts capture sunlight."),
    "short-too-long": Short(text("What is a cell?"), (text("Small and green. " * 60),)),
}


def test_every_rule_is_tried_in_its_order() -> None:
    assert list(BROKEN) == list(CHECKS)


@pytest.mark.parametrize("code", BROKEN)
def test_the_gate_tells_the_rule_that_is_broken(code: str) -> None:
    assert CHECKS[code](draft(BROKEN[code]))
    assert fault(draft(BROKEN[code])) == code


@pytest.mark.parametrize(
    "body",
    [
        choice(STEM, "Chloroplast", "Vacuole", "Ribosome"),
        choice("In each leaf a(n) ________ captures red light.", "Antenna", "Vacuole", "Ribosome"),
        true("Chlorophyll captures red sunlight."),
        Bank(text("Inside a leaf the [chloroplast] captures red light."), ("vacuole", "stoma")),
        Short(text("Why are leaves green?"), (text("Their pigments pass green light on."),)),
    ],
    ids=lambda body: type(body).__name__,
)
def test_a_fair_question_passes(body: ItemBody) -> None:
    assert fault(draft(body)) == ""


def test_codes_are_short_and_lower_case() -> None:
    for code in CHECKS:
        assert code == code.lower()
        assert len(code) <= 20
