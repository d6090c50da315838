"""Documents in other languages, from the file to a learner's collection."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from projects import run

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

TEXTS = Path(__file__).parents[1] / "abroad"
ENGLISH = re.compile(r"\b(?:What|Which|How|Explain|stands? for|this called|does|the)\b")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    shutil.copytree(TEXTS, tmp_path / "content")
    ran = run(tmp_path, "build", "--quiet", "--full")
    assert ran.code == 0, ran.err
    return tmp_path


@pytest.fixture
def collection(built: Path, tmp_path: Path) -> Iterator[Collection]:
    made = Collection(str(tmp_path / "collection.anki2"))
    for path in sorted((built / "decks/out").glob("*.apkg")):
        options = ImportAnkiPackageOptions()
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = made.import_anki_package(request).log
        assert not [*log.conflicting, *log.first_field_match, *log.empty_first_field]
    yield made
    made.close()


def text(html: str) -> str:
    without_style = re.sub(r"(?s)<style.*?</style>", "", html)
    return " ".join(re.sub(r"<[^>]+>", " ", without_style).split())


def shown(collection: Collection) -> Iterator[tuple[Any, str, str]]:
    for number in collection.find_cards(""):
        card = collection.get_card(number)
        yield card.note(), text(card.question()), text(card.answer())


def test_every_card_of_another_language_has_a_front_and_another_back(
    collection: Collection,
) -> None:
    cards = list(shown(collection))
    assert len(cards) > 100
    for note, front, back in cards:
        assert front, note["ID"]
        assert back != front
        assert "front of this card is blank" not in front


def test_no_front_has_a_word_of_english(collection: Collection) -> None:
    told = [front for _, front, _ in shown(collection)]
    assert [front for front in told if ENGLISH.search(front)] == []


def test_every_document_gives_an_open_card_and_cards_that_hide(collection: Collection) -> None:
    for path in TEXTS.glob("*.md"):
        tags = f'"tag:doc::{path.stem}"'
        kinds = {
            tag
            for number in collection.find_notes(tags)
            for tag in collection.get_note(number).tags
        }
        assert {"kind::explain", "kind::cloze"} < kinds, path.stem


def test_a_second_build_brings_no_other_note(built: Path) -> None:
    decks = built / "decks/out"
    before = {path.name: path.read_bytes() for path in decks.glob("*.apkg")}
    shutil.rmtree(decks)
    assert run(built, "build", "--quiet", "--full").code == 0
    assert {path.name: path.read_bytes() for path in decks.glob("*.apkg")} == before


def test_the_strict_reader_of_english_judges_no_other_language(built: Path) -> None:
    ran = run(built, "check", "--cards", "--full", "content")
    assert ran.code == 0, ran.err
    assert "Judged     0 cards" in ran.out
