"""Documents that say the same, built in a folder: one note, whatever happens to the other."""

import json
from pathlib import Path

import pytest
from projects import CELLS, make, run, write

from cardsmith.ledger import read

ENERGY = """---
id: 3
question: Where does a cell get its energy from?
subject: Biology
keywords: glucose, glycolysis
answer: |
  Glycolysis splits glucose into two molecules of pyruvate in the cytosol.

  A ribosome is a particle of RNA and protein that joins amino acids.
---
"""
NAME = "content/biology/energy.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make(tmp_path)
    write(tmp_path, NAME, ENERGY)
    return tmp_path


def built(folder: Path, *words: str) -> None:
    ran = run(folder, "build", *words)
    assert ran.code == 0, ran.err


def lines(folder: Path, document: str) -> list[str]:
    text = (folder / "decks/ledger/biology.tsv").read_text()
    return [line for line in text.split("\n") if line.split("\t")[1:2] == [document]]


def names(folder: Path, document: str) -> set[str]:
    """The notes of a document that learners get."""
    record = read({"biology.tsv": (folder / "decks/ledger/biology.tsv").read_text()})
    notes = record.notes.values()
    there = (note.parts for note in notes if note.document == document and not note.absent)
    return {each.name for each in there}


def test_a_fact_of_two_documents_is_one_note_and_the_report_tells_which_stays(
    project: Path,
) -> None:
    built(project)
    assert "term/ribosome" in names(project, "energy")
    assert "term/ribosome" not in names(project, "organelles")
    report = json.loads((project / "decks/out/report.json").read_text())
    (organelles,) = (each for each in report["documents"] if each["document"] == "organelles")
    told = [each["text"] for each in organelles["rejected"] if each["kind"] == "term"]
    assert told == ["ribosome: energy/term/ribosome stays"]


def test_a_note_that_gave_way_returns_with_an_edit_of_its_own_document_only(project: Path) -> None:
    built(project)
    before = lines(project, "organelles")
    (project / NAME).unlink()
    built(project)
    assert lines(project, "organelles") == before
    write(project, "content/biology/organelles.md", CELLS.replace("8 nano", "9 nano"))
    built(project)
    assert "term/ribosome" in names(project, "organelles")
    # the first one comes back to find its place taken
    write(project, NAME, ENERGY)
    built(project)
    assert "term/ribosome" not in names(project, "energy")


def test_a_build_of_a_part_knows_what_the_rest_asks(project: Path) -> None:
    (project / NAME).unlink()
    built(project)
    before = lines(project, "organelles")
    write(project, NAME, ENERGY)
    built(project, NAME)
    assert lines(project, "organelles") == before
    assert "term/ribosome" not in names(project, "energy")
