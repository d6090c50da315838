"""From documents to a learner's collection: our own content, built and studied."""

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

ROOT = Path(__file__).parents[2]
DIALOG = ImportAnkiPackageOptions()


class Learner:
    """A collection that decks are imported into as the dialog does it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.collection = Collection(str(folder / "collection.anki2"))

    def takes(self, decks: Path) -> tuple[int, int, int]:
        """How many notes are new, updated and refused after importing all decks of a folder."""
        new = updated = refused = 0
        for path in sorted(decks.glob("*.apkg")):
            request = ImportAnkiPackageRequest(package_path=str(path), options=DIALOG)
            log = self.collection.import_anki_package(request).log
            new += len(log.new)
            updated += len(log.updated)
            refused += (
                len(log.conflicting) + len(log.first_field_match) + len(log.empty_first_field)
            )
        return new, updated, refused

    def cards(self, query: str = "") -> Iterator[Any]:
        for number in self.collection.find_cards(query, order="c.due asc"):
            yield self.collection.get_card(number)

    def answers_all(self) -> None:
        scheduler: Any = self.collection.sched
        for card in self.cards():
            card.start_timer()
            states = self.collection._backend.get_scheduling_states(card.id)  # noqa: SLF001
            scheduler.answer_card(scheduler.build_answer(card=card, states=states, rating=2))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "content", folder / "content")
    return folder


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    made = Learner(tmp_path / "learner")
    yield made
    made.collection.close()


def build(project: Path, release: int) -> Path:
    ran = run(project, "build", "--quiet", SOURCE_DATE_EPOCH=str(release))
    assert ran.code == 0, ran.err
    return project / "decks/out"


def text(html: str) -> str:
    without_style = re.sub(r"(?s)<style.*?</style>", "", html)
    return re.sub(r"<[^>]+>", "", without_style).strip()


def test_every_card_of_our_decks_shows_a_front_and_another_back(
    project: Path, learner: Learner
) -> None:
    new, updated, refused = learner.takes(build(project, 1_790_000_000))
    assert new > 150
    assert updated == refused == 0
    shown = list(learner.cards())
    assert len(shown) > new
    for card in shown:
        front, back = text(card.question()), text(card.answer())
        assert front
        assert "front of this card is blank" not in front
        assert back != front
        if "Definition" in card.note():
            shown_meaning = text(card.note()["Definition"]) in front
            assert shown_meaning == (card.ord == 1), "the meaning is the question or the answer"
        # braces are part of a formula, and left over anywhere else
        prose = re.sub(r"\\\(.*?\\\)|\\\[.*?\\\]", " ", front + back, flags=re.DOTALL)
        assert not re.search(r"\{\{|\}\}|\*\*|\\n(?![a-z])", prose), card.note()["ID"]


def test_the_same_decks_again_bring_nothing_and_touch_nothing(
    project: Path, learner: Learner
) -> None:
    decks = build(project, 1_790_000_000)
    learner.takes(decks)
    learner.answers_all()
    before = [(card.id, card.reps, card.due) for card in learner.cards()]
    assert learner.takes(decks) == (0, 0, 0)
    build(project, 1_890_000_000)
    assert learner.takes(decks) == (0, 0, 0)
    assert [(card.id, card.reps, card.due) for card in learner.cards()] == before


def test_an_edit_arrives_and_costs_no_history(project: Path, learner: Learner) -> None:
    decks = build(project, 1_790_000_000)
    learner.takes(decks)
    learner.answers_all()
    answered = {card.id: card.reps for card in learner.cards()}
    path = next((project / "content").glob("health-studies/how-does-glutamate*.md"))
    path.write_text(path.read_text("utf-8").replace("url: /learn", "url: https://x.example/learn"))
    build(project, 1_890_000_000)
    new, updated, refused = learner.takes(decks)
    assert (new, refused) == (0, 0)
    assert updated > 5
    assert {card.id: card.reps for card in learner.cards()} == answered


def test_new_cards_come_in_learning_order_with_the_open_question_last(
    project: Path, learner: Learner
) -> None:
    learner.takes(build(project, 1_790_000_000))
    for tag in {tag for tag in learner.collection.tags.all() if tag.startswith("doc::")}:
        kinds = [
            next(each for each in card.note().tags if each.startswith("kind::"))
            for card in learner.cards(f'"tag:{tag}"')
        ]
        assert kinds[-1] == "kind::explain"
        assert "kind::overview" not in kinds[kinds.index(kinds[-2]) :]


def test_the_committed_ledger_fits_the_committed_documents(project: Path) -> None:
    ledger = ROOT / "decks/ledger"
    if not ledger.is_dir():
        pytest.skip("no ledger is committed")
    shutil.copytree(ledger, project / "decks/ledger")
    shutil.copy(ROOT / "pyproject.toml", project)
    build(project, 1_890_000_000)
    now = {path.name: path.read_bytes() for path in (project / "decks/ledger").iterdir()}
    assert now == {path.name: path.read_bytes() for path in ledger.iterdir()}
