"""Cards that people write by hand, from their notes to a learner's collection and to a quiz."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from projects import Ran, run, write

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from test_decks import Learner, text

BLOOD = """# Blood

Q: What carries oxygen?
A: **Haemoglobin**, a protein

Q: Which cells fight bacteria?
A:
- granulocytes
- macrophages

## Vessels
1. The {{c1::aorta}} leads away, the {{c2::vena cava::two words}} to the heart.
2. The {{c1::arteries}} and {{c1::veins}} are joined by {{c2::capillaries}}.

Flow is area times speed:

- $Q$ is {{c1::$A v$}} in {{c2::$m^3/s$}}
"""
# a pair before the others, those turned around, one answer reworded, texts with other numbers
REBUILT = """# Blood

Q: What is plasma?
A: The liquid of the blood

Q: Which cells fight bacteria?
A:
- granulocytes
- macrophages

Q: What carries oxygen?
A: **Haemoglobin**, a red protein

## Vessels
1. The {{c2::arteries}} and {{c2::veins}} are joined by {{c1::capillaries}}.
2. The {{c7::aorta}} leads away, the {{c3::vena cava::two words}} to the heart.

Flow is area times speed:

- $Q$ is {{c2::$A v$}} in {{c1::$m^3/s$}}
"""
WORDS = """Q: the spoon
A: der Löffel

Q: the fork
A: die Gabel
"""
FRONTS = {
    "What carries oxygen?",
    "Which cells fight bacteria?",
    "the spoon",
    "the fork",
    "The [...] leads away, the vena cava to the heart.",
    "The aorta leads away, the [two words] to the heart.",
    "The [...] and [...] are joined by capillaries.",
    "The arteries and veins are joined by [...].",
    r"Flow is area times speed:\(Q\) is [...] in \(m^3/s\)",
    r"Flow is area times speed:\(Q\) is \(A v\) in [...]",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "notes/biology/blood.md", BLOOD)
    write(tmp_path, "notes/german/at table.md", WORDS)
    return tmp_path


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    made = Learner(tmp_path / "learner")
    yield made
    made.collection.close()


def build(folder: Path, release: int) -> Ran:
    ran = run(folder, "build", "notes", "--out", "out", SOURCE_DATE_EPOCH=str(release))
    assert ran.code == 0, ran.err
    assert "warning" not in ran.err
    return ran


def cards(learner: Learner) -> Iterator[tuple[str, str, int, int]]:
    """Front (without its topic line), back, id and number of answers of every card."""
    for card in learner.cards():
        front = text(re.sub(r"(?s)<div class=\"context.*?</div>", "", card.question()))
        yield " ".join(front.split()), text(card.answer()), int(card.id), int(card.reps)


def test_cards_come_as_they_were_written(folder: Path, learner: Learner) -> None:
    build(folder, 1_790_000_000)
    assert learner.takes(folder / "out") == (7, 0, 0)
    shown = {front: back for front, back, _, _ in cards(learner)}
    assert shown.keys() == FRONTS
    assert "Haemoglobin, a protein" in shown["What carries oxygen?"]
    assert "macrophages" in shown["Which cells fight bacteria?"]
    assert "der Löffel" in shown["the spoon"]
    assert not learner.collection.get_empty_cards().notes


def test_a_changed_file_brings_what_changed_and_costs_no_history(
    folder: Path, learner: Learner
) -> None:
    build(folder, 1_790_000_000)
    learner.takes(folder / "out")
    learner.answers_all()
    before = {front: (number, reps) for front, _, number, reps in cards(learner)}
    write(folder, "notes/biology/blood.md", REBUILT)
    build(folder, 1_890_000_000)
    new, updated, refused = learner.takes(folder / "out")
    assert (new, updated, refused) == (1, 1, 0)
    after = {front: (number, reps) for front, _, number, reps in cards(learner)}
    assert after.keys() == {*FRONTS, "What is plasma?"}
    assert {front: after[front] for front in before} == before
    backs = {front: back for front, back, _, _ in cards(learner)}
    assert "a red protein" in backs["What carries oxygen?"]


def test_a_pair_that_its_author_takes_away_is_no_loss_of_ours(folder: Path) -> None:
    build(folder, 1_790_000_000)
    write(folder, "notes/german/at table.md", WORDS.partition("\n\n")[0])
    assert "1 no longer made" in build(folder, 1_890_000_000).out


def test_files_of_one_name_keep_their_cards_apart(folder: Path, learner: Learner) -> None:
    write(folder, "notes/french/at table.md", WORDS.replace("der Löffel", "la cuillère"))
    run(folder, "build", "notes", "--out", "out")
    assert learner.takes(folder / "out") == (9, 0, 0)


def test_reports_counts_and_quizzes_know_them(folder: Path) -> None:
    build(folder, 1_790_000_000)
    report = json.loads((folder / "out/report.json").read_text(encoding="utf-8"))
    assert (report["kinds"], report["notes"], report["cards"]) == ({"own": 7}, 7, 10)
    assert report["rejected"] == {}
    assert "own" in run(folder, "stats", "notes").out
    assert "warning" not in run(folder, "check", "notes").err
    ran = run(folder, "quiz", "notes", "--out", "out", "--format", "pdf,json")
    assert ran.code == 0, ran.err
    (path,) = (folder / "out").glob("quiz*.json")
    asked = json.loads(path.read_text(encoding="utf-8"))
    stems = " ".join(each["stem"] for each in asked)
    assert "What carries oxygen?" in stems
    assert all(each["source"] for each in asked)
