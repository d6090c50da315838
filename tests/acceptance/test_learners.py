"""What becomes of a learner's history when documents are edited in every way that people do."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from packages import build
from projects import CELLS, make, write
from ways import EDITS, HEART, PUMP, edit, inflects, reorders, rewords

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from backend import DIALOG, EVERYTHING
from pupils import OWN_TAG, OWN_WORDS, Pupil, packed

FIRST = 1_780_000_000
SECOND = FIRST + 30 * 86_400
THIRD = SECOND + 30 * 86_400


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the first release, and a learner who has it."""
    folder = tmp_path_factory.mktemp("first")
    project = make(folder / "project")
    write(project, HEART, PUMP)
    build(project, FIRST)
    with closing(Pupil(folder / "pupil")) as pupil:
        assert pupil.takes(project) == 0
        pupil.lives_with_it(FIRST)
    return folder


@pytest.fixture
def project(first: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first / "project", tmp_path / "project"))


@pytest.fixture
def pupil(first: Path, tmp_path: Path) -> Iterator[Pupil]:
    shutil.copytree(first / "pupil", tmp_path / "pupil")
    with closing(Pupil(tmp_path / "pupil")) as made:
        yield made


def check(pupil: Pupil, project: Path, was: dict[str, object], options: object = DIALOG) -> None:
    """Import a release; nothing is lost, nothing comes twice, all of it arrives."""
    history, hidden, notes = pupil.history(), pupil.hidden(), pupil.notes()
    assert pupil.takes(project, options) == 0  # type: ignore[arg-type]  # options of an import
    assert {card: now for card, now in pupil.history().items() if card in history} == history
    for card, words in pupil.hidden().items():
        # a word in another form is the same word
        assert not hidden.get(card) or not words or words[:4] == hidden[card][:4]
    after, release = pupil.notes(), packed(project)
    for guid, row in release.items():
        assert after[guid].fields == row.fields
        assert row.tags <= after[guid].tags
        if was.get(guid) == row:
            assert after[guid] == notes[guid]
            assert after[guid].mine == OWN_WORDS
            assert OWN_TAG in after[guid].tags
    asked = [row.asks for row in after.values()]
    assert len(set(asked)) == len(asked)
    before = pupil.everything()
    pupil.takes(project, options)  # type: ignore[arg-type]  # options of an import
    assert pupil.everything() == before


@pytest.mark.parametrize(("edits", "lost"), EDITS)
def test_after_an_edit_history_stays_where_the_same_is_asked(
    project: Path, pupil: Pupil, edits: Callable[[Path], None], lost: int
) -> None:
    was = packed(project)
    edits(project)
    told = build(project, SECOND).gone
    check(pupil, project, dict(was))
    gone = was.keys() - packed(project).keys()
    assert len(gone) == lost
    assert len(told.retired) + len(told.absent) == lost


def away_and_back(project: Path, meanwhile: str) -> None:
    """A release with another document only, then one with all that was there before."""
    removed = (project / "content").rename(project / "away")
    write(project, "content/biology/sponges.md", meanwhile)
    build(project, SECOND)
    shutil.rmtree(project / "content")
    removed.rename(project / "content")
    build(project, THIRD)


def test_a_collection_that_is_removed_and_put_back_is_as_it_was(
    project: Path, pupil: Pupil
) -> None:
    was, before = packed(project), pupil.everything()
    away_and_back(project, "# What are sponges?\n\nA sponge is an animal without any organs.\n")
    assert packed(project) == was
    pupil.takes(project)
    assert pupil.everything() == before


def test_a_fact_that_another_document_told_meanwhile_is_the_same_note(
    project: Path, pupil: Pupil
) -> None:
    was = packed(project)
    away_and_back(project, CELLS.replace("id: 1", "id: 12"))
    assert packed(project).keys() == was.keys()
    check(pupil, project, dict(was))


def test_a_release_that_was_left_out_loses_nothing(project: Path, pupil: Pupil) -> None:
    was = packed(project)
    rewords(project)
    build(project, SECOND)
    inflects(project)
    reorders(project)
    build(project, THIRD)
    check(pupil, project, dict(was))


def test_an_import_with_everything_ticked_loses_nothing(project: Path, pupil: Pupil) -> None:
    was = packed(project)
    rewords(project)
    build(project, SECOND)
    check(pupil, project, dict(was), EVERYTHING)


def test_a_term_that_goes_and_comes_back_has_its_number_again(project: Path, pupil: Pupil) -> None:
    was = packed(project)
    away = ("the left ventricle pumps", "it pumps")
    edit(project, HEART, (away[0].capitalize(), away[1].capitalize()))
    build(project, SECOND)
    edit(project, HEART, (away[1].capitalize(), away[0].capitalize()))
    build(project, THIRD)
    now = packed(project)
    assert {guid: row.fields for guid, row in now.items()} == {
        guid: row.fields for guid, row in was.items()
    }
    check(pupil, project, dict(was))


def test_without_a_ledger_unchanged_documents_have_the_same_guids(project: Path) -> None:
    was = packed(project)
    shutil.rmtree(project / "decks")
    build(project, SECOND)
    assert packed(project) == was
