"""The pipeline as people meet it: a command in a folder, its files, messages and exit codes."""

import json
import zipfile
from pathlib import Path

import pytest
from projects import CELLS, ROME, files, make, run, write


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path)


def summary(folder: Path, *words: str) -> dict[str, object]:
    value = json.loads(run(folder, "build", "--json", *words).out)
    assert isinstance(value, dict)
    return value


def test_a_folder_with_content_becomes_decks_a_ledger_and_a_report(project: Path) -> None:
    ran = run(project, "build")
    assert ran.code == 0, ran.err
    assert set(files(project / "decks")) == {
        "ledger/.gitattributes",
        "ledger/biology.tsv",
        "ledger/history.tsv",
        "out/biology.apkg",
        "out/history.apkg",
        "out/report.json",
    }
    assert "2 documents" in ran.out
    with zipfile.ZipFile(project / "decks/out/biology.apkg") as deck:
        assert "collection.anki2" in deck.namelist()


def test_a_second_build_changes_no_byte(project: Path) -> None:
    run(project, "build")
    decks = {k: v for k, v in files(project / "decks").items() if not k.endswith(".json")}
    again = summary(project)
    assert again["new"] == again["changed"] == 0
    assert {k: v for k, v in files(project / "decks").items() if not k.endswith(".json")} == decks


def test_a_lost_deck_comes_back_byte_for_byte(project: Path) -> None:
    run(project, "build")
    deck = project / "decks/out/history.apkg"
    before = deck.read_bytes()
    deck.unlink()
    run(project, "build", SOURCE_DATE_EPOCH="1890000000")
    assert deck.read_bytes() == before


def test_the_same_bytes_under_any_hash_seed_time_zone_and_locale(project: Path) -> None:
    one = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    two = {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"}
    run(project, "build", "--out", "one", **one)
    run(project, "build", "--out", "two", **two)
    first, second = files(project / "one"), files(project / "two")
    assert first.keys() == second.keys()
    assert all(first[name] == second[name] for name in first if name != "report.json")


def test_an_edit_changes_its_own_notes_only(project: Path) -> None:
    run(project, "build")
    write(project, "content/biology/organelles.md", CELLS.replace("8 nanometres", "9 nanometres"))
    ledger = (project / "decks/ledger/history.tsv").read_bytes()
    built = summary(project)
    assert built["new"] in {0, 1}
    assert (project / "decks/ledger/history.tsv").read_bytes() == ledger


def test_an_edit_touches_no_line_of_another_document(project: Path) -> None:
    other = CELLS.replace("id: 1", "id: 3").replace("animal cell", "plant cell")
    write(project, "content/biology/plants.md", other.replace("nimal cells", "nd plant cells"))
    run(project, "build")
    ledger = project / "decks/ledger/biology.tsv"
    before = ledger.read_text(encoding="utf-8").splitlines()
    write(project, "content/biology/organelles.md", CELLS.replace("8 nanometres", "9 nanometres"))
    run(project, "build")
    after = ledger.read_text(encoding="utf-8").splitlines()
    assert sum("\tplants\t" in line for line in after) > 1
    touched = {*before} ^ {*after}
    assert touched
    assert {line.split("\t")[1] for line in touched} == {"organelles"}
    assert [line for line in before if line in after] == [line for line in after if line in before]


def test_a_build_of_a_part_leaves_the_rest_of_the_ledger_alone(project: Path) -> None:
    run(project, "build")
    before = files(project / "decks/ledger")
    assert run(project, "build", "content/history").code == 0
    assert files(project / "decks/ledger") == before


def test_an_output_of_its_own_keeps_its_ledger_beside_it(project: Path) -> None:
    assert run(project, "build", "content/history", "--out", "exam").code == 0
    assert set(files(project / "exam")) == {
        "history.apkg",
        "ledger/.gitattributes",
        "ledger/history.tsv",
        "report.json",
    }
    assert not (project / "decks").exists()
    assert run(project, "build", "--out", "exam", "--ledger", "elsewhere").code == 0
    assert (project / "elsewhere/biology.tsv").exists()


def test_a_missing_document_is_not_dead(project: Path) -> None:
    run(project, "build")
    before = files(project / "decks/ledger")
    path = project / "content/history/end-of-the-roman-republic.md"
    path.unlink()
    assert run(project, "build").code == 0
    write(project, "content/history/end-of-the-roman-republic.md", ROME)
    built = summary(project)
    assert built["new"] == 0
    assert files(project / "decks/ledger") == before


def test_a_renamed_file_keeps_its_notes(project: Path) -> None:
    run(project, "build")
    path = project / "content/history/end-of-the-roman-republic.md"
    path.rename(path.with_name("fall-of-the-republic.md"))
    built = summary(project)
    assert built["new"] == built["changed"] == 0


def test_notes_that_no_edit_took_are_not_taken_unasked(project: Path) -> None:
    run(project, "build")
    before = files(project / "decks")
    write(project, "cardsmith.toml", "min_score = 100\n")
    ran = run(project, "build")
    assert ran.code == 3
    assert "--accept-loss" in ran.out
    assert files(project / "decks") == before
    assert run(project, "build", "--accept-loss").code == 0


def test_one_document_in_two_folders_is_one_document_with_two_subjects(project: Path) -> None:
    # the same answer, tagged with other keywords by somebody else
    twin = CELLS.replace("subject: Biology", "subject: Medicine").replace(", cristae", "")
    write(project, "content/medicine/organelles.md", twin)
    built = summary(project)
    assert built["documents"] == 2
    names = {Path(str(each["path"])).name for each in built["written"]}  # type: ignore[attr-defined]
    assert names == {"biology.apkg", "history.apkg"}


def test_two_documents_of_one_name_keep_apart_and_are_told(project: Path) -> None:
    other = ROME.replace("How did the Roman Republic end?", "What happened at Actium?")
    write(project, "content/more/end-of-the-roman-republic.md", other)
    ran = run(project, "build")
    assert ran.code == 0
    assert "warning[same-name]" in ran.err
    assert "3 documents" in ran.out


BAD = {
    "broken YAML": ("question: [a\n", "yaml"),
    "no question": ("subject: Biology\nanswer: Cells hold mitochondria and more.\n", "no-question"),
    "no answer": ("question: What is a cell?\n", "no-answer"),
    "wrong type": ("question: What is a cell?\nanswer:\n  - one\n  - two\n", "wrong-type"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_faulty_document_costs_its_own_cards_only(project: Path, name: str) -> None:
    text, code = BAD[name]
    write(project, "content/biology/bad.md", f"---\n{text}---\n")
    ran = run(project, "build")
    assert ran.code == 1
    assert "content/biology/bad.md:" in ran.err
    assert f"error[{code}" in ran.err
    assert "2 documents of 3 files" in ran.out
    assert (project / "decks/out/biology.apkg").exists()


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"---\nquestion: \xe4\n---\n", b"\x00" * 64]
)
def test_a_file_that_is_no_text_is_told(project: Path, content: bytes) -> None:
    (project / "content/biology/bad.md").write_bytes(content)
    ran = run(project, "build")
    assert ran.code == 1
    assert "content/biology/bad.md:1:" in ran.err or "content/biology/bad.md:2:" in ran.err


def test_a_faulty_document_keeps_its_identities(project: Path) -> None:
    run(project, "build")
    before = files(project / "decks/ledger")
    write(project, "content/biology/organelles.md", "---\nquestion: [a\n---\n")
    assert run(project, "build").code == 1
    assert files(project / "decks/ledger") == before


def test_a_missing_picture_is_told_and_the_card_stays(project: Path) -> None:
    text = ROME.replace("with one legion", "with one legion ![map](map.png)")
    write(project, "content/history/end-of-the-roman-republic.md", text)
    ran = run(project, "build")
    assert ran.code == 1
    assert "error[missing-image]" in ran.err
    assert (project / "decks/out/history.apkg").exists()


def test_a_folder_named_like_a_document_is_told_and_what_is_in_it_is_read(project: Path) -> None:
    write(project, "content/odd.md/inner.md", CELLS.replace("id: 1", "id: 9"))
    ran = run(project, "build")
    assert ran.code == 1
    assert "content/odd.md:1:1: error[unreadable] is a folder that is named like a" in ran.err
    assert "content/odd.md/inner.md" in (project / "decks/out/report.json").read_text()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("ouput = 'x'", "did you mean 'out'"),
        ("seed = 'x'", "whole number"),
        ("paper = 'a5'", "'letter'"),
        ("seed = ", "TOML"),
    ],
)
def test_wrong_settings_are_told_with_file_and_line(
    project: Path, settings: str, message: str
) -> None:
    write(project, "cardsmith.toml", f"# settings\n{settings}\n")
    ran = run(project, "build")
    assert ran.code == 2
    assert "cardsmith.toml" in ran.err
    assert message in ran.err
    assert not (project / "decks").exists()


def test_wrong_commands_are_told(project: Path) -> None:
    assert run(project, "build", "nowhere").code == 2
    write(project, "file", "")
    ran = run(project, "build", "--out", "file")
    assert ran.code == 2
    assert "is a file" in ran.err
    assert run(project, "build", "--jobs", "many").code == 2
    assert run(project, "build", "--release-time", "soon").code == 2
    assert run(project, "bulid").code == 2


def test_a_broken_ledger_is_never_a_silent_restart(project: Path) -> None:
    run(project, "build")
    ledger = project / "decks/ledger/history.tsv"
    ledger.write_text(ledger.read_text(encoding="utf-8") + "<<<<<<< ours\n", encoding="utf-8")
    before = files(project / "decks/out")
    ran = run(project, "build")
    assert ran.code == 2
    assert "history.tsv:" in ran.err
    assert files(project / "decks/out") == before


def test_check_and_stats_write_nothing(project: Path) -> None:
    before = files(project)
    assert run(project, "check").code == 0
    stats = run(project, "stats")
    assert stats.code == 0
    assert "Biology" in stats.out
    assert json.loads(run(project, "stats", "--json").out)["documents"] == 2
    assert files(project) == before


def test_full_adds_notes_and_takes_none(project: Path) -> None:
    write(project, "cardsmith.toml", "max_notes = 2\n")
    core = summary(project)
    full = summary(project, "--full")
    assert full["new"] == full["extra"]
    assert core["notes"] == full["notes"]
    gone = full["gone"]
    assert isinstance(gone, dict)
    assert not any(gone.values())


def test_no_scratch_file_is_left(project: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    run(project, "build", TMPDIR=str(scratch))
    assert not list(scratch.iterdir())
    assert not [name for name in files(project / "decks") if name.endswith(".new")]


def test_version_and_help_need_no_project(tmp_path: Path) -> None:
    assert run(tmp_path, "--version").out.startswith("cardsmith ")
    for command in ("build", "quiz", "check", "stats"):
        assert command in run(tmp_path, "--help").out
        assert run(tmp_path, command, "--help").code == 0
