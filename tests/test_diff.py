"""What the next build would change, told before it does."""

import json
from pathlib import Path
from typing import Any

import pytest
from projects import CELLS, ROME, files, make, run, write

ORGANELLES = "content/biology/organelles.md"
REPUBLIC = "content/history/end-of-the-roman-republic.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make(tmp_path)
    assert run(tmp_path, "build").code == 0
    return tmp_path


def counts(folder: Path, *words: str) -> dict[str, int]:
    """What is told in numbers, without those that are 0."""
    found: dict[str, int] = diff(folder, *words)["counts"]
    return {name: count for name, count in found.items() if count}


def diff(folder: Path, *words: str) -> Any:
    ran = run(folder, "diff", "--json", *words)
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def texts(folder: Path, fate: str) -> list[tuple[str, str]]:
    """The fronts of notes of one fate, before and after."""
    told = [each for each in diff(folder)["notes"] if each["fate"] == fate]
    return [((each["before"] or {}).get("front", ""), each["after"]["front"]) for each in told]


def test_where_nothing_was_edited_all_notes_stay_and_nothing_is_written(project: Path) -> None:
    before = files(project)
    ran = run(project, "diff")
    assert ran.code == 0
    assert ran.out.endswith("notes stay as they are\n")
    assert set(counts(project)) == {"kept"}
    assert files(project) == before


def test_a_reworded_sentence_is_told_with_both_wordings(project: Path) -> None:
    write(project, REPUBLIC, ROME.replace("the title Augustus in", "the new title Augustus in"))
    new = "What gave Octavian the new title Augustus in 27 BC and many powers?"
    assert (new.replace("new ", ""), new) in texts(project, "reworded")
    assert "new" not in counts(project)


def test_another_number_is_another_fact(project: Path) -> None:
    write(project, REPUBLIC, ROME.replace("31 BC", "30 BC"))
    found = counts(project)
    assert found["new"] == found["retired"] == 1


def test_a_missing_document_is_told_and_its_return(project: Path) -> None:
    (project / REPUBLIC).unlink()
    gone = counts(project)["absent"]
    assert gone > 0
    assert run(project, "build").code == 0
    assert set(counts(project)) == {"kept"}
    write(project, REPUBLIC, ROME)
    assert counts(project)["returned"] == gone


def test_a_document_of_another_subject_stays_in_its_deck(project: Path) -> None:
    (project / REPUBLIC).unlink()
    write(project, "content/rome/end-of-the-roman-republic.md", ROME.replace("History", "Rome"))
    found = diff(project)
    assert found["moved"] == [
        {"document": "end-of-the-roman-republic", "home": "History", "subjects": ["Rome"]}
    ]
    assert found["counts"]["new"] == 0
    assert "now Rome; its notes stay in the deck History" in run(project, "diff").out


def test_a_file_of_another_name_is_told_and_changes_nothing_else(project: Path) -> None:
    (project / REPUBLIC).rename(project / "content/history/fall-of-the-republic.md")
    assert diff(project)["renamed"] == {"end-of-the-roman-republic": "fall-of-the-republic"}
    assert counts(project).keys() & {"new", "retired", "absent", "lost"} == set()


def test_notes_that_no_edit_took_are_lost_which_fails_unless_it_is_accepted(project: Path) -> None:
    write(project, "cardsmith.toml", "min_score = 100\n")
    ran = run(project, "diff")
    assert ran.code == 3
    assert "would be lost though their documents did not change" in ran.out
    assert run(project, "diff", "--accept-loss").code == 0
    assert run(project, "build").code == 3


def test_what_is_told_is_what_a_build_then_does(project: Path) -> None:
    write(project, ORGANELLES, CELLS.replace("8 nano", "9 nano"))
    write(project, REPUBLIC, ROME.replace("31 BC", "30 BC").replace("many", "some"))
    told = counts(project)
    built = json.loads(run(project, "build", "--json").out)
    assert built["new"] == told["new"]
    assert built["changed"] == told.get("reworded", 0) + told.get("touched", 0)
    assert len(built["gone"]["retired"]) == told["retired"]
    assert set(counts(project)) == {"kept"}
