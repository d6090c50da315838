"""Cards of relations: comparisons, causes and effects, cases and their concepts."""

from collections.abc import Iterator
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.cards import Limits, make
from cardsmith.cards.faces import faces
from cardsmith.cards.relations.apart import apart
from cardsmith.grammar import families
from cardsmith.model import Document, Note, Text
from cardsmith.parser import parse

HEAD = "---\nquestion: {question}\nsubject: Biology\nkeywords: {keywords}\n---\n"
WORDS = "blood bone enamel fibre glucose granite iodine marrow nerve osmosis pollen spleen".split()


def notes(question: str, keywords: str, body: str, kind: str) -> list[Note]:
    text = HEAD.format(question=question, keywords=keywords) + body
    found: list[Note] = []
    for document in parse("content/biology/sample.md", text.encode()):
        assert isinstance(document, Document)
        found += [
            thing
            for thing in make(document, Limits(notes=100, score=0))
            if isinstance(thing, Note) and thing.kind == kind
        ]
    return found


def shown(found: list[Note]) -> Iterator[str]:
    for note in found:
        yield from (f"{face.front} {face.answer}" for face in faces(note))


SIDES = (
    "   - **Solids**: Keep their shape on a table.\n",
    "   - **Liquids**: Flow into the corners of a jar.\n",
    "   - **Gases**: Spread through the whole room.\n",
)


def test_a_comparison_keeps_its_name_whatever_order_its_sides_stand_in() -> None:
    names = {
        note.name
        for order in permutations(SIDES)
        for note in notes(
            "How do solids, liquids and gases differ?",
            "solids, liquids, gases",
            "1. **Behaviour**\n" + "".join(order),
            "contrast",
        )
    }
    assert names == {"gases liquids solids behaviour"}


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), min_size=2, max_size=3))
def test_what_is_hidden_in_a_line_stands_in_no_other_line(rows: list[list[str]]) -> None:
    lines = [f"holds {' of '.join(row)} inside" for row in rows]
    for place, hole in enumerate(apart([(Text(line),) for line in lines], frozenset())):
        if hole is None:
            continue
        hidden = lines[place][slice(*hole)]
        others = " ".join([*lines[:place], *lines[place + 1 :]])
        assert hidden.strip() == hidden
        assert not families(hidden) & families(others)


@pytest.mark.parametrize(
    ("sentence", "hedge"),
    [
        ("Long winters without iodine can lead to swelling of the thyroid.", "can"),
        ("When a vessel is torn, platelets may stick to the exposed collagen.", "may"),
        ("A heavy frost might burst the cells of a leaf, causing brown spots.", "might"),
    ],
)
def test_an_effect_is_as_certain_as_its_sentence(sentence: str, hedge: str) -> None:
    found = notes("How do living things fail?", "thyroid", sentence + "\n", "effect")
    assert found
    for card in shown(found):
        assert hedge in card.casefold().split(), card


def test_a_concept_is_never_asked_for_its_example() -> None:
    found = notes(
        "What are the types of symbiosis?",
        "symbiosis, mutualism, parasitism, commensalism",
        "1. **Mutualism**: Both gain. For example, clownfish defend the anemone they sleep in.\n"
        "2. **Parasitism**: One loses. For example, tapeworms absorb sugar through a dog's gut.\n"
        "3. **Commensalism**: One gains. For example, barnacles travel on the skin of a whale.\n",
        "case",
    )
    assert {face.answer for note in found for face in faces(note)} <= {
        "Mutualism",
        "Parasitism",
        "Commensalism",
    }
    assert len(found) == len({note.name for note in found}) >= 2
