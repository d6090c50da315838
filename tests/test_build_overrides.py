"""Corrections in builds: what reaches learners, what stays on record, what is told."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from projects import CELLS, make, run, write

from cardsmith.build import ledgers, overrides
from cardsmith.build import project as projects
from cardsmith.build.collect import collect
from cardsmith.build.decks import build
from cardsmith.build.report import Built
from cardsmith.build.request import Request
from cardsmith.cards.editing.overrides import NO_OVERRIDES
from cardsmith.ledger import KnownNote
from cardsmith.model import Note

ASK = "own/where the calvin cycle runs"
OWN = """# Cells

Q: What joins amino acids?
A: A ribosome

The {{c1::mitochondria}} make most of the {{c2::ATP}} of a cell.
"""
PLACE = "decks/overrides/organelles.toml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    make(tmp_path)
    # cards that their author wrote are the same whatever the rules of other kinds are
    write(tmp_path, "content/biology/organelles.md", OWN)
    return tmp_path


def silent(stage: str, done: int, total: int) -> None:
    pass


def request(folder: Path) -> Request:
    found = projects.find(folder)
    return Request((found.content,), found.out, found.ledger, release=1_790_000_000)


def built(folder: Path, *, release: int = 1_790_000_000) -> Built:
    return build(projects.find(folder), replace(request(folder), release=release), silent)


def notes(folder: Path) -> dict[str, Note]:
    record = ledgers.load(projects.find(folder).ledger)
    found = collect(projects.find(folder), request(folder), record, silent)
    return {note.key: note for each in found.documents for note in each.notes}


def known(folder: Path) -> dict[str, KnownNote]:
    return dict(ledgers.load(projects.find(folder).ledger).notes)


def told(result: Built) -> list[str]:
    return [str(fault) for fault in result.faults]


def names(folder: Path) -> Iterator[str]:
    """What the notes of documents called so are called in corrections."""
    made = notes(folder).values()
    return (f"{note.kind}/{note.name}" for note in made if note.document.startswith("organelles"))


def key(folder: Path, words: str) -> str:
    return next(name for name in names(folder) if words in name)


def test_a_dropped_note_is_retired_by_an_edit_and_not_lost(project: Path) -> None:
    built(project)
    name = key(project, "what-joins")
    write(project, PLACE, f'["{name}"]\ndrop = true\n')
    after = built(project)
    assert not after.stopped
    assert after.gone.retired == (f"organelles/{name}",)
    assert known(project)[f"organelles/{name}"].absent
    (project / PLACE).unlink()
    assert not built(project).stopped
    assert not known(project)[f"organelles/{name}"].absent


def test_new_words_keep_the_identity_of_a_note_and_the_numbers_of_its_gaps(project: Path) -> None:
    built(project)
    name = key(project, "the-mitochondria")
    before = known(project)[f"organelles/{name}"]
    write(project, PLACE, f"[\"{name}\"]\ntext = 'All {{{{c1::ATP}}}} of {{{{c2::life}}}}.'\n")
    assert built(project, release=1_800_000_000).changed == 1
    after = known(project)[f"organelles/{name}"]
    assert (after.guid, after.modified) == (before.guid, 1_800_000_000)
    assert before.numbers == {"mitochondria": 1, "atp": 2}
    assert after.numbers == {**before.numbers, "life": 3}


def test_an_added_note_is_known_by_its_name_whatever_its_words_are(project: Path) -> None:
    write(
        project, PLACE, '[add."Where the Calvin cycle runs"]\nfront = "Where?"\nback = "Stroma"\n'
    )
    assert built(project).new > 1
    write(project, PLACE, '[add."where the Calvin cycle runs"]\ntext = "In {{c1::it}}."\n')
    after = built(project, release=1_800_000_000)
    assert (after.new, after.changed) == (0, 1)
    assert f"organelles/{ASK}" in known(project)


@pytest.mark.parametrize(
    ("broken", "code"),
    [("dorp = true", "unknown-key"), ("drop = [", "override-syntax")],
    ids=["a key", "the file"],
)
def test_a_note_waits_for_its_correction_to_be_mended(
    project: Path, broken: str, code: str
) -> None:
    built(project)
    before = known(project)
    name = key(project, "what-joins")
    write(project, PLACE, f'["{name}"]\n{broken}\n')
    after = built(project, release=1_800_000_000)
    assert [fault.code for fault in after.faults] == [code]
    assert not after.stopped
    assert f"organelles/{name}" not in notes(project)
    assert known(project) == before


def test_corrections_of_no_document_are_told(project: Path) -> None:
    write(project, "decks/overrides/organeles.toml", '["own/x"]\ndrop = true\n')
    write(project, "decks/overrides/atoms.toml", "")
    assert told(built(project)) == [
        "decks/overrides/atoms.toml:1:1: error[override-without-document] there is no document "
        "`atoms`; name this file after one, or remove it",
        "decks/overrides/organeles.toml:1:1: error[override-without-document] the document "
        "`organeles` is not there; rename this file to organelles.toml",
    ]


def test_corrections_of_a_renamed_document_are_told_with_its_name(project: Path) -> None:
    write(project, PLACE, '[add.atp]\nterm = "ATP"\ndefinition = "What cells run on"\n')
    built(project)
    path = project / "content/biology/organelles.md"
    path.rename(path.with_name("parts.md"))
    (fault,) = told(built(project))
    assert fault.endswith("the document `organelles` was renamed; rename this file to parts.toml")
    (project / PLACE).rename(project / "decks/overrides/parts.toml")
    after = built(project)
    assert (told(after), after.new, after.gone.retired) == ([], 0, ())


def test_two_documents_of_one_name_share_their_corrections(project: Path) -> None:
    write(project, "content/history/organelles.md", "# Plants\n\nQ: What makes sugar?\nA: A leaf\n")
    cells, plants = key(project, "what-joins"), key(project, "what-makes")
    write(project, PLACE, "".join(f'["{each}"]\ndrop = true\n' for each in (cells, plants)))
    assert {cells, plants} & set(names(project)) == set()
    assert [fault.code for fault in built(project).faults] == ["same-name"]
    write(project, PLACE, '["own/neither"]\ndrop = true\n')
    assert [fault.code for fault in built(project).faults] == ["same-name", "unknown-note"]


def test_one_question_of_several_in_a_file_is_corrected_by_its_own_name(project: Path) -> None:
    write(
        project,
        "content/biology/faq.md",
        "# FAQ\n\n## What is ATP?\nFuel.\n\n## What is DNA?\nGenes.\n",
    )
    (name,) = (
        note.name for note in notes(project).values() if note.key.startswith("faq--what-is-dna")
    )
    write(project, "decks/overrides/faq--what-is-dna.toml", f'["own/{name}"]\nback = "An acid."\n')
    assert told(built(project)) == []
    faq = {note.document for note in notes(project).values() if note.document.startswith("faq")}
    assert faq == {"faq--what-is-atp", "faq--what-is-dna"}


def test_a_build_of_a_part_tells_nothing_of_corrections_elsewhere(project: Path) -> None:
    write(project, PLACE, "")
    write(project, "decks/overrides/atoms.toml", "")
    found = projects.find(project)
    part = replace(request(project), paths=(found.content / "history",))
    assert build(found, part, silent).faults == ()


def test_workers_are_given_what_belongs_to_their_files() -> None:
    known: overrides.Known = dict.fromkeys(["cells", "cells--what-is-dna", "blood"], NO_OVERRIDES)
    assert set(overrides.for_files(known, [Path("a/cells.md"), Path("b.md")])) == {
        "cells",
        "cells--what-is-dna",
    }


def test_a_quiz_asks_what_was_corrected_and_tells_what_is_wrong(project: Path) -> None:
    write(project, "content/biology/organelles.md", CELLS)
    write(
        project,
        PLACE,
        '["term/ribosome"]\ndefinition = "A particle that builds proteins"\nhint = "x"\n',
    )
    ran = run(project, "quiz", "content/biology", "--format", "json")
    assert "error[wrong-field] a hint stands in a gap" in ran.err


def test_settings_name_the_folder(project: Path) -> None:
    write(project, "cardsmith.toml", 'overrides = "corrections"\n')
    write(
        project, "corrections/organelles.toml", '[add.atp]\nfront = "What is ATP?"\nback = "Fuel"\n'
    )
    assert "organelles/own/atp" in notes(project)


Unreadable = Callable[[Path], object]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b'back = "\xff"'),
        lambda path: path.write_text("#" * 1_000_001, encoding="utf-8"),
        lambda path: path.mkdir(),
    ],
    ids=["not UTF-8", "too large", "a folder"],
)
def test_a_file_that_cannot_be_read_is_told_and_its_notes_wait(
    project: Path, spoil: Unreadable
) -> None:
    (project / "decks/overrides").mkdir(parents=True)
    spoil(project / PLACE)
    result = built(project)
    assert [fault.code for fault in result.faults] == ["override-syntax"]
    assert {note.document for note in notes(project).values()} == {"end-of-the-roman-republic"}


def test_a_picture_that_a_correction_shows_is_in_the_deck(project: Path) -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(20)
    (project / "decks/overrides").mkdir(parents=True)
    (project / "decks/overrides/cell.png").write_bytes(png)
    write(
        project, PLACE, '[add.cell]\nfront = "What is this? ![A cell](cell.png)"\nback = "A cell"\n'
    )
    assert told(built(project)) == []
    with zipfile.ZipFile(project / "decks/out/biology.apkg") as deck:
        assert png in {deck.read(name) for name in deck.namelist()}
    (project / "decks/overrides/cell.png").unlink()
    (fault,) = told(built(project))
    assert fault.startswith("decks/overrides/organelles.toml:2:10: ")
    assert "missing-image" in fault
