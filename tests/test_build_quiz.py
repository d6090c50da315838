"""The quiz command as teachers meet it: its files, messages and exit codes."""

import io
import json
import shutil
from pathlib import Path

import pytest
from projects import files, make, run
from pypdf import PdfReader

CONTENT = Path(__file__).parent.parent / "content"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path)


@pytest.fixture
def school(tmp_path: Path) -> Path:
    shutil.copytree(CONTENT, tmp_path / "content")
    return tmp_path


def pdf(folder: Path) -> PdfReader:
    (path,) = folder.glob("*.pdf")
    return PdfReader(io.BytesIO(path.read_bytes()))


def test_a_folder_with_content_becomes_a_quiz_with_two_versions_and_a_key(school: Path) -> None:
    ran = run(school, "quiz", "--format", "pdf,json")
    assert ran.code == 0, ran.err
    text = "\n".join(page.extract_text() for page in pdf(school / "decks/out").pages)
    assert "Version A" in text
    assert "Version B" in text
    assert "Answer key" in text
    (path,) = (school / "decks/out").glob("*.json")
    questions = json.loads(path.read_text(encoding="utf-8"))
    assert len(questions) == 20
    for question in questions:
        assert question["stem"]
        assert question["source"]
        assert ("answer_index" in question) != ("answers" in question)
    assert not (school / "decks/ledger").exists()


def test_the_same_paper_under_any_hash_seed_time_zone_and_clock(school: Path) -> None:
    first = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1600000000"}
    second = {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "SOURCE_DATE_EPOCH": "1700000000"}
    run(school, "quiz", "--out", "one", "--format", "pdf,json", **first)
    run(school, "quiz", "--out", "two", "--format", "pdf,json", **second)
    assert files(school / "one") == files(school / "two")
    assert len(files(school / "one")) == 2


def test_another_seed_draws_another_paper(school: Path) -> None:
    one = json.loads(run(school, "quiz", "--out", "one", "--json").out)
    two = json.loads(run(school, "quiz", "--out", "two", "--json", "--seed", "2").out)
    assert one["questions"] == two["questions"] == 20
    assert one["code"] != two["code"]


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_the_page_has_the_size_of_the_paper(school: Path, paper: str, width: int) -> None:
    biology = "content/biology"
    assert run(school, "quiz", biology, "--paper", paper, "--out", "out").code == 0
    assert round(pdf(school / "out").pages[0].mediabox.width) == width


def test_count_versions_and_title_are_as_said(school: Path) -> None:
    words = ["--count", "8", "--versions", "abc", "--title", "Unit three", "--out", "out"]
    ran = run(school, "quiz", *words)
    assert ran.code == 0
    assert "Unit three" in ran.out
    text = "\n".join(page.extract_text() for page in pdf(school / "out").pages)
    assert "Version C" in text


def test_a_small_folder_gives_a_short_quiz(project: Path) -> None:
    ran = run(project, "quiz")
    assert ran.code == 0
    assert "Wrote" in ran.out


def test_wrong_words_are_told(project: Path) -> None:
    for words, message in (
        (["--format", "docx"], "json, pdf"),
        (["--versions", "XY"], "letters from A to F"),
        (["nowhere"], "no such file"),
        (["--paper", "a5"], "a5"),
        (["--count", "0"], "--count"),
    ):
        ran = run(project, "quiz", *words)
        assert ran.code == 2, words
        assert message in ran.err, ran.err


def test_documents_without_a_question_are_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text(
        "---\nquestion: Is it so?\nsubject: Logic\n---\nIt is as it is, and that is all of it.\n"
    )
    ran = run(tmp_path, "quiz")
    assert ran.code == 2
    assert "no question can be made" in ran.err
