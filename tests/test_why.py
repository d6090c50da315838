"""``cardsmith why``: where a card comes from, why it is one, and how to correct it."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from projects import files, make, run, write

from cardsmith.build import project as projects
from cardsmith.build.request import Request
from cardsmith.build.why import why
from cardsmith.cards import Limits
from cardsmith.cards import make as made
from cardsmith.cards.editing.corrections import Proposed, corrected
from cardsmith.cards.editing.pasted import stanza
from cardsmith.cards.editing.stanzas import read
from cardsmith.cards.faces import faces
from cardsmith.cards.reasons import REASONS
from cardsmith.cli import explained
from cardsmith.diagnostics import CardsmithError
from cardsmith.ledger import Record, identify
from cardsmith.markup import flat, sentences
from cardsmith.model import Document, Note, Rejection
from cardsmith.parser import parse

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "content").rglob("*.md"))
PAGE = ROOT / "docs/card-quality.md"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make(tmp_path)


def told(folder: Path, key: str) -> dict[str, Any]:
    found = projects.find(folder)
    asked = Request((found.content,), found.out, found.ledger)
    return explained.values(why(found, asked, key, lambda *_: None))


def notes(value: dict[str, Any]) -> list[dict[str, Any]]:
    return [note for part in value["parts"] for note in part["notes"]]


def documents(path: Path) -> list[Document]:
    return [each for each in parse(str(path), path.read_bytes()) if isinstance(each, Document)]


def test_a_document_is_told_with_all_its_notes_and_all_that_was_refused(project: Path) -> None:
    run(project, "build", "--full")
    report = json.loads((project / "decks/out/report.json").read_text(encoding="utf-8"))
    (reported,) = (each for each in report["documents"] if each["document"] == "organelles")
    value = told(project, "organelles")
    keys = sorted(note["note"] for note in notes(value))
    assert keys == sorted(f"organelles/{note['note']}" for note in reported["notes"])
    refused = [each for part in value["parts"] for each in part["rejected"]]
    assert len(refused) == len(reported["rejected"])
    assert {part["name"] for part in value["parts"]} > {"section “Ribosomes”"}


@pytest.mark.parametrize("path", SOURCES[::4], ids=lambda path: path.stem[:40])
def test_no_sentence_is_passed_over_in_silence(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "content/sample.md", path.read_text(encoding="utf-8"))
    (document,) = documents(tmp_path / "content/sample.md")
    value = told(tmp_path, "sample")
    places = {each["at"] for part in value["parts"] for each in (*part["notes"], *part["rejected"])}
    silent = [text for part in value["parts"] for text in part["silent"]]
    answer = document.answer
    for blocks in (answer.intro, *(section.blocks for section in answer.sections)):
        for sentence in sentences(blocks):
            place = f"content/sample.md:{sentence.span.line}:{sentence.span.column}"
            assert (place in places) != (flat(sentence.runs) in silent)


def test_a_note_is_found_by_its_key_its_file_and_its_id(project: Path) -> None:
    first = notes(told(project, "organelles"))[0]
    name = first["note"].removeprefix("organelles/")
    asked = [
        first["note"],
        f"content/biology/organelles.md/{name}",
        first["guid"],
        first["guid"][:5].upper() + "C",
        f"ID:{first['guid'][:5]}*",
    ]
    assert {told(project, key)["note"] for key in asked} == {first["note"]}
    run(project, "build")
    assert {told(project, key)["note"] for key in asked} == {first["note"]}


def test_a_renamed_document_is_found_by_both_names(project: Path) -> None:
    run(project, "build")
    path = project / "content/biology/organelles.md"
    path.rename(path.with_name("parts-of-a-cell.md"))
    for key in ("organelles", "content/biology/parts-of-a-cell.md"):
        value = told(project, key)
        assert value["document"] == "organelles"
        assert value["corrections"] == "decks/overrides/parts-of-a-cell.toml"


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("organeles", "did you mean organelles?"),
        ("organelles/term/ribosom", "did you mean organelles/term/ribosome"),
        ("abcde", "a note as DOCUMENT/KIND/NAME"),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest(project: Path, key: str, hint: str) -> None:
    with pytest.raises(CardsmithError, match=hint):
        told(project, key)


def test_a_wrong_key_is_a_wrong_command(project: Path) -> None:
    ran = run(project, "why", "organeles")
    assert (ran.code, ran.out) == (2, "")


def test_json_and_text_tell_the_same_note(project: Path) -> None:
    key = "organelles/explain/question"
    value = told(project, key)
    ran = run(project, "why", key, "--json")
    assert json.loads(ran.out) == value
    text = run(project, "why", key).out
    assert text.startswith(f"{key}\n")
    assert text.endswith(f"{value['stanza']}\n")
    assert all(len(line) <= 100 for line in text.partition("\n\n")[0].splitlines())


def test_nothing_is_written(project: Path) -> None:
    before = files(project)
    run(project, "why", "organelles")
    run(project, "why", "abcde")
    assert files(project) == before


def test_the_lines_that_it_prints_correct_the_note(project: Path) -> None:
    key = next(each for each in notes(told(project, "organelles")) if "/term/" in each["note"])
    value = told(project, key["note"])
    changed = value["stanza"].replace('definition = "', 'definition = "Something else: ')
    write(project, value["corrections"], changed)
    ran = run(project, "why", key["note"])
    assert "Something else: " in ran.out
    assert f"It is as {value['corrections']}:1:1 says." in ran.out
    assert told(project, key["note"])["cards"] != value["cards"]


def test_what_a_note_was_made_from_is_told_though_it_says_something_else_now(project: Path) -> None:
    key = "organelles/overview/sections"
    before = told(project, key)
    text = 'text = "A cell has {{c1::mitochondria}} and {{c2::ribosomes}}."'
    write(project, before["corrections"], f'["overview/sections"]\n{text}\n')
    after = told(project, key)
    assert after["sentence"] == before["sentence"]
    assert after["cards"] != before["cards"]
    write(project, before["corrections"], after["stanza"])
    assert "stale-override" not in run(project, "check").err


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem[:40])
def test_a_stanza_pasted_as_it_is_changes_nothing(path: Path) -> None:
    for document in documents(path):
        plain = [thing for thing in made(document, Limits(100, 0)) if isinstance(thing, Note)]
        numbered = [kept.note for kept in identify(plain, Record())]
        overrides = read("o.toml", "\n\n".join(map(stanza, numbered)))
        things = list(corrected(Proposed(document, numbered), overrides))
        assert [thing for thing in things if not isinstance(thing, Note)] == []
        after = {thing.key: shown(thing) for thing in things if isinstance(thing, Note)}
        assert after == {note.key: shown(note) for note in numbered}


def shown(note: Note) -> list[tuple[str, ...]]:
    return [
        tuple(" ".join(text.split()) for text in (face.context, face.front, face.answer))
        for face in faces(note)
    ]


def test_every_code_is_told_in_words() -> None:
    codes = {
        thing.code
        for path in SOURCES
        for document in documents(path)
        for thing in made(document, Limits())
        if isinstance(thing, Rejection)
    }
    assert codes <= REASONS.keys()


def test_the_page_tells_every_code_in_the_same_words() -> None:
    text = PAGE.read_text(encoding="utf-8")
    table = re.search(r"(?<=because \|\n\| --- \| --- \|\n)(?:\|.*\n)+", text)
    assert table
    rows = "".join(f"| `{code}` | {words} |\n" for code, words in REASONS.items())
    if os.environ.get("CARDSMITH_GOLDEN"):
        PAGE.write_text(text.replace(table[0], rows), encoding="utf-8")
    else:
        assert table[0] == rows, "a code is described in cards/reasons.py: then run make golden"
