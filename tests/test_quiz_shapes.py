"""Options of one shape: what looks alike may stand side by side, what says the same may not."""

import pytest

from cardsmith.quiz.shapes import Look, alike, overlap, shape, stands

LOOKS = {
    "1848": Look.NUMBER,
    "3.5 million": Look.NUMBER,
    "20 %": Look.NUMBER,
    "DNA": Look.ACRONYM,
    "LVM3": Look.ACRONYM,
    "x_1": Look.CODE,
    "print()": Look.CODE,
    "Mendel": Look.NAME,
    "Treaty of Paris": Look.NAME,
    "chloroplast": Look.WORDS,
    "Cell wall": Look.WORDS,
}


@pytest.mark.parametrize("term", LOOKS)
def test_a_term_has_a_look(term: str) -> None:
    assert shape(term).look is LOOKS[term]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cell wall", "membrane"),
        ("long bones", "flat bones"),
        ("encourage open dialogue", "maintain consistency"),
        ("mitosis", "meiosis"),
        ("DNA", "RNA"),
        ("1848", "1914"),
        ("supply and demand", "profit and loss"),
    ],
)
def test_terms_of_one_shape_may_be_options(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cell wall", "membranes"),
        ("DNA", "protein"),
        ("1848", "the year of revolutions"),
        ("supply and demand", "inflation"),
        ("building trust", "honest feedback"),
        ("encourage open dialogue", "honest feedback"),
        ("root", "the folded inner membrane of cells"),
    ],
)
def test_terms_of_other_shapes_stick_out(one: str, other: str) -> None:
    assert not alike(one, other)


def test_a_term_that_says_all_of_another_overlaps() -> None:
    assert overlap("cell wall", "primary cell wall")
    assert overlap("neurons", "Neuronal")
    assert not overlap("kinetic energy", "potential energy")


def test_a_term_stands_in_a_text_that_has_its_words() -> None:
    told = frozenset({"kinet", "energ", "grows"})
    assert not stands("potential energy", told)
    assert not stands("the", told)
