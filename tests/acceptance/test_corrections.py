"""Corrections of cards on their way into a learner's collection: no history is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from projects import run, write

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from test_decks import Learner, text

BLOOD = """# Blood

Q: What carries oxygen?
A: **Haemoglobin**, a protein

Q: Which cells fight bacteria?
A: Granulocytes

The {{c1::aorta}} leads away, the {{c2::vena cava}} to the heart.
"""
# the gaps turned around and another one before them, a side reworded, a note dropped, one added
CORRECTED = """
['{aorta}']
text = '''
Blood leaves by the {{{{c1::left ventricle}}}} and the {{{{c2::aorta::a vessel}}}},
and comes back by the {{{{c3::vena cava}}}}.'''

['{oxygen}']
back = 'Haemoglobin with $Fe^{{2+}}$'

['{bacteria}']
drop = true

[add.plasma]
front = 'What is plasma?'
back = 'The liquid of the blood'
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "content/blood.md", BLOOD)
    return tmp_path


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    made = Learner(tmp_path / "learner")
    yield made
    made.collection.close()


def build(folder: Path, release: int) -> None:
    ran = run(folder, "build", SOURCE_DATE_EPOCH=str(release))
    assert (ran.code, "error" in ran.err, "warning" in ran.err) == (0, False, False), ran.err


def names(folder: Path) -> dict[str, str]:
    ledger = next((folder / "decks/ledger").glob("*.tsv")).read_text(encoding="utf-8")
    cells = [line.split("\t") for line in ledger.splitlines() if line.startswith("note\t")]
    words = ("aorta", "oxygen", "bacteria")
    return {word: next(row[2] for row in cells if word in "".join(row)) for word in words}


def answered(learner: Learner) -> dict[str, int]:
    """How often each card was answered, by what is behind its gap or on its back."""
    return {text(card.answer()): card.reps for card in learner.cards()}


def test_corrected_notes_keep_their_history_and_their_gaps(folder: Path, learner: Learner) -> None:
    decks = folder / "decks/out"
    build(folder, 1_790_000_000)
    assert learner.takes(decks) == (3, 0, 0)
    learner.answers_all()
    ordinals = {card.ord: card.id for card in learner.cards("aorta")}
    write(folder, "decks/overrides/blood.toml", CORRECTED.format(**names(folder)))
    build(folder, 1_890_000_000)
    assert learner.takes(decks) == (1, 2, 0)
    after = {card.ord: card for card in learner.cards("aorta")}
    # the two old gaps are the cards they were; the new one is a new card behind them
    assert {place: after[place].id for place in ordinals} == ordinals
    assert [after[place].reps for place in sorted(after)] == [1, 1, 0]
    assert "[a vessel]" in text(after[0].question())
    assert "vena cava" in text(after[1].answer())
    assert "left ventricle" in text(after[2].answer())
    (oxygen,) = learner.cards("oxygen")
    assert (oxygen.reps, "Fe^{2+}" in text(oxygen.answer())) == (1, True)
    # what a build drops stays with learners who have it
    assert [card.reps for card in learner.cards("bacteria")] == [1]
    assert [card.reps for card in learner.cards("plasma")] == [0]


def test_corrections_that_are_taken_back_cost_nothing(folder: Path, learner: Learner) -> None:
    decks = folder / "decks/out"
    build(folder, 1_790_000_000)
    learner.takes(decks)
    learner.answers_all()
    before = {card.id: text(card.question()) for card in learner.cards()}
    path = write(folder, "decks/overrides/blood.toml", CORRECTED.format(**names(folder)))
    build(folder, 1_890_000_000)
    learner.takes(decks)
    path.unlink()
    build(folder, 1_990_000_000)
    learner.takes(decks)
    after = {card.id: text(card.question()) for card in learner.cards() if card.reps}
    assert after == before
