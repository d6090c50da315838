"""Keywords on record: a document that is only tagged anew keeps its notes."""

from pathlib import Path

import pytest
from projects import CELLS, make, run, write

from cardsmith.ledger import Record, read

FILE = "content/biology/organelles.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make(tmp_path)
    return tmp_path


def built(folder: Path) -> Record:
    ran = run(folder, "build")
    assert ran.code == 0, ran.err
    return read({"biology.tsv": (folder / "decks/ledger/biology.tsv").read_text()})


def test_new_keywords_alone_change_no_note(project: Path) -> None:
    before = built(project)
    write(project, FILE, CELLS.replace("keywords: ", "keywords: vesicle, "))
    assert built(project) == before


def test_keywords_are_taken_with_the_next_edit_of_the_answer(project: Path) -> None:
    built(project)
    edited = CELLS.replace("keywords: ", "keywords: vesicle, ").replace("8 nano", "9 nano")
    write(project, FILE, edited)
    assert "vesicle" in built(project).documents["organelles"].keywords
