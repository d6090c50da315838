"""A collection over three releases, edited in every way at once, in the hands of a learner.

The documents are in ``tests/cases/rebuilds``: all in ``may``, those edited later in ``june`` and
``july``.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from casefiles import CASES
from projects import run

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from backend import DIALOG, EVERYTHING
from edited import GONE, KEPT, LEFT, NEW, UNHIDDEN
from learners import Learner, changed, content, says, the_one
from pupils import OWN_TAG, OWN_WORDS, Row, packed

from cardsmith.build import ledgers
from cardsmith.ledger import modified

MAY: Final = 1_780_000_000
JUNE: Final = MAY + 30 * 86_400
JULY: Final = JUNE + 30 * 86_400
ALL: Final = ("may", "june", "july")


@dataclass(frozen=True)
class Releases:
    """The folder with the projects and collections, and what ``diff`` told before June."""

    folder: Path
    diff: Mapping[str, Any]

    def project(self, name: str) -> Path:
        return self.folder / name

    def notes(self, name: str) -> dict[str, Row]:
        return packed(self.folder / name)


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Releases:
    """Three releases, built as people do, and a learner who lives with that of May."""
    folder = tmp_path_factory.mktemp("releases")
    shutil.copytree(CASES / "rebuilds/may", folder / "may/content")
    built(folder / "may", MAY)
    shutil.copytree(folder / "may", folder / "june")
    for name in LEFT:
        (folder / "june/content" / name).unlink()
    shutil.copytree(CASES / "rebuilds/june", folder / "june/content", dirs_exist_ok=True)
    told = json.loads(run(folder / "june", "diff", "--json").out)
    built(folder / "june", JUNE)
    shutil.copytree(folder / "june", folder / "july")
    shutil.copytree(CASES / "rebuilds/july", folder / "july/content", dirs_exist_ok=True)
    built(folder / "july", JULY)
    with closing(Learner(folder / "learner")) as learner:
        assert learner.imports(folder / "may")[1:] == (0, 0)
        lives_with_it(learner)
    return Releases(folder, told)


def built(folder: Path, time: int) -> None:
    # updates for those who have the release of May, too
    # what a build writes is not kept with the documents
    shutil.rmtree(folder / "decks/out", ignore_errors=True)
    ran = run(folder, "build", "--since", str(MAY), "--release-time", str(time))
    assert ran.code == 0, ran.err + ran.out


def lives_with_it(learner: Learner) -> None:
    learner.studies()
    learner.forgets("When was the Habeas Corpus Act passed")
    learner.suspends("Elizabeth I shut")
    learner.suspends("Diet meet for the last time?")
    for words in ("The enzyme thrombin turns", "A central bank raises", "Glomerulus →"):
        learner.writes(words, MAY + 99)
    learner.writes("Erythropoietin →", JULY + 99)
    learner.changes("Habeas corpus →", "Definition", MAY + 99)
    # the one that a release comes too late for
    learner.changes("Plasmin →", "Definition", JULY + 99)


@pytest.fixture
def learner(releases: Releases, tmp_path: Path) -> Iterator[Learner]:
    shutil.copytree(releases.folder / "learner", tmp_path / "learner")
    with closing(Learner(tmp_path / "learner")) as made:
        yield made


def sentences(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    return [f"{edit}: {words[0]}" for edit, *words in rows]


@pytest.mark.parametrize(("_edit", "before", "after"), KEPT, ids=sentences(KEPT))
def test_what_asks_the_same_is_the_same_note(
    releases: Releases, _edit: str, before: str, after: str
) -> None:
    known, now = releases.notes("may"), releases.notes("june")
    guid = the_one(known, before)
    assert after in says(now[guid])
    assert the_one(now, after) == guid


@pytest.mark.parametrize(("_edit", "words"), GONE, ids=sentences(GONE))
def test_what_is_asked_no_more_has_no_note(releases: Releases, _edit: str, words: str) -> None:
    assert the_one(releases.notes("may"), words) not in releases.notes("june")


@pytest.mark.parametrize(("_edit", "words"), NEW, ids=sentences(NEW))
def test_another_fact_is_another_note(releases: Releases, _edit: str, words: str) -> None:
    assert the_one(releases.notes("june"), words) not in releases.notes("may")


def test_no_other_note_comes_or_goes(releases: Releases) -> None:
    may, june, july = (releases.notes(name) for name in ALL)
    assert len(may.keys() - june.keys()) == len(GONE)
    assert len(june.keys() - may.keys()) == len(NEW)
    assert {says(july[guid])[:7] for guid in july.keys() - june.keys()} == {"Cepheid", "Henriet"}
    assert june.keys() <= july.keys()
    assert july.keys() - june.keys() <= may.keys()


def test_what_comes_back_is_what_it_was(releases: Releases) -> None:
    may, july = releases.notes("may"), releases.notes("july")
    for words in ("Cepheid →", "Henrietta Leavitt found"):
        guid = the_one(may, words)
        assert july[guid] == may[guid]
    for words in ("The loop of Henle", "The enzyme renin is", "The proximal tubule takes"):
        guid = the_one(may, words)
        assert july[guid].fields == may[guid].fields
        assert july[guid].modified == JULY


def test_only_what_changed_is_newer(releases: Releases) -> None:
    last = releases.notes("may")
    for name, time in (("june", JUNE), ("july", JULY)):
        notes = releases.notes(name)
        for guid in notes.keys() & last.keys():
            same = content(notes[guid]) == content(last[guid])
            assert notes[guid].modified == (last[guid].modified if same else time), guid
        last |= notes


def test_diff_tells_what_the_release_changes(releases: Releases) -> None:
    may, june = releases.notes("may"), releases.notes("june")
    told = {each["guid"]: each for each in releases.diff["notes"]}
    fates = {guid: each["fate"] for guid, each in told.items()}
    changed = {guid for guid in may.keys() & june.keys() if may[guid] != june[guid]}
    assert {guid for guid in fates if fates[guid] in ("reworded", "touched")} == changed
    assert {guid for guid in fates if fates[guid] == "new"} == june.keys() - may.keys()
    gone = {guid for guid in fates if fates[guid] in ("retired", "absent")}
    assert gone == may.keys() - june.keys()
    assert releases.diff["counts"]["lost"] == 0


Card = tuple[str, int]
History = dict[Card, tuple[object, ...]]


@dataclass(frozen=True)
class Before:
    """What a learner has before an import."""

    history: History
    hidden: dict[Card, str]
    notes: dict[str, Row]
    answers: list[list[object]]


def before(learner: Learner) -> Before:
    return Before(learner.history(), learner.hidden(), learner.notes(), learner.tables()[2])


def nothing_is_lost(learner: Learner, was: Before) -> None:
    """Every card that was answered is as it was, and asks what it asked."""
    assert {card: now for card, now in learner.history().items() if card in was.history} == (
        was.history
    )
    assert learner.tables()[2] == was.answers
    for card, words in learner.hidden().items():
        # "" where the card is asked no more; a word in another form is the same word
        if card in was.history and words and was.hidden[card]:
            assert words[:5] == was.hidden[card][:5]
    asked = [says(row) for row in learner.notes().values()]
    assert sorted(asked) == sorted(set(asked))


def late(learner: Learner, project: Path) -> set[str]:
    """The notes that a learner touched after the record says that they changed."""
    times = modified(ledgers.load(project / "decks/ledger"))
    return {guid for guid, row in learner.notes().items() if row.modified > times[guid]}


def all_arrives(learner: Learner, was: Before, project: Path, fresh: set[str]) -> None:
    """A learner has the notes of a release; what did not change is as he left it."""
    now, release = learner.notes(), packed(project)
    due = fresh - late(learner, project)
    assert {guid: content(now[guid]) for guid in due} == {
        guid: content(release[guid]) for guid in due
    }
    rest = was.notes.keys() - due
    assert {guid: now[guid] for guid in rest} == {guid: was.notes[guid] for guid in rest}


WAYS: Final = {
    "the dialog's defaults": ("apkg", DIALOG),
    "everything ticked": ("apkg", EVERYTHING),
    "update packages": ("update.apkg", DIALOG),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("taken", [("june",), ("june", "july"), ("july",)], ids=" then ".join)
def test_a_learner_loses_nothing_and_gets_all_that_is_new(
    releases: Releases, learner: Learner, way: str, taken: tuple[str, ...]
) -> None:
    last = 0
    for name in taken:
        project, was = releases.project(name), before(learner)
        new, _, conflicting = learner.imports(project, *WAYS[way])
        assert (new, conflicting) == (len(packed(project).keys() - was.notes.keys()), 0)
        nothing_is_lost(learner, was)
        path = [releases.notes(each) for each in ALL[last : ALL.index(name) + 1]]
        all_arrives(learner, was, project, changed(path))
        tables = learner.tables()
        assert learner.imports(project, *WAYS[way])[:2] == (0, 0)
        assert learner.imports(project) == (0, 0, 0)
        assert learner.tables() == tables
        last = ALL.index(name)


def test_what_is_the_learners_stays_where_nothing_changed(
    releases: Releases, learner: Learner
) -> None:
    learner.imports(releases.project("june"))
    for words in ("Glomerulus →", "Erythropoietin →"):
        assert learner.note(words)["My notes"] == OWN_WORDS
        assert learner.note(words).has_tag(OWN_TAG)
    assert learner.note("When was the Habeas Corpus Act passed").has_tag("leech")
    assert learner.note("Habeas corpus →")["Definition"].endswith("(!)")
    for words in ("Elizabeth I shut", "Diet meet for the last time?"):
        assert {card.queue for card in learner.note(words).cards()} == {-1}


def test_only_what_was_touched_after_the_release_does_not_arrive(
    releases: Releases, learner: Learner
) -> None:
    learner.imports(releases.project("june"))
    now, june = learner.notes(), releases.notes("june")
    differ = {says(now[guid]) for guid in june if now[guid].fields != june[guid].fields}
    mine = "Habeas corpus → An order that brings a prisoner before a judge (!)"
    missed = "Plasmin → An enzyme that dissolves the mesh after the wound has healed (!)"
    assert differ == {mine, missed}
    assert the_one(now, "Plasmin →") in late(learner, releases.project("june"))


def test_the_text_file_brings_all_texts_and_takes_nothing(
    releases: Releases, learner: Learner
) -> None:
    project, was = releases.project("july"), before(learner)
    learner.imports(project, "update.txt")
    nothing_is_lost(learner, was)
    now = learner.notes()
    for guid, row in packed(project).items():
        assert now[guid].fields == row.fields
    for guid, row in was.notes.items():
        assert (now[guid].mine, now[guid].tags) == (row.mine, row.tags)
    tables = learner.tables()
    assert learner.imports(project, "update.txt") == (0, 0, 0)
    assert learner.tables() == tables


def test_cards_come_and_go_with_their_terms_only(releases: Releases, learner: Learner) -> None:
    was = before(learner)
    learner.imports(releases.project("june"))
    hidden = learner.hidden()
    assert {was.hidden[card] for card in was.hidden if not hidden[card]} == UNHIDDEN
    told = releases.diff["counts"]
    assert told["clozes removed"] == len(UNHIDDEN)
    added = {card for card in hidden if card not in was.hidden and card[0] in was.notes}
    assert {hidden[card] for card in added} == {"angiotensin", "dear voyages", "plug of platelets"}
    assert told["clozes added"] == len(added)
