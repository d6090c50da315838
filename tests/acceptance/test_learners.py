"""What becomes of a learner's history when documents are edited in every way that people do."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import chdir, closing
from pathlib import Path

import pytest
from projects import CELLS, ROME, make, write

from cardsmith.build import decks
from cardsmith.build import project as projects
from cardsmith.build.report import Built
from cardsmith.build.request import Request
from cardsmith.diagnostics import Severity

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from pupils import DIALOG, EVERYTHING, OWN_TAG, OWN_WORDS, Pupil, packed

FIRST = 1_780_000_000
SECOND = FIRST + 30 * 86_400
THIRD = SECOND + 30 * 86_400
ORGANELLES = "content/biology/organelles.md"
REPUBLIC = "content/history/end-of-the-roman-republic.md"
HEART = "content/biology/the-heart.md"
PUMP = """---
id: 7
date: 2026-02-01
question: How does the heart move blood?
subject: Biology
keywords: atrium, ventricle, aorta, pacemaker
answer: |
  1. **Chambers**: The left ventricle pumps blood through the aorta into the body. The right
  ventricle pumps blood through the pulmonary artery into the lungs.

  2. **Rhythm**: The sinoatrial node sets the rhythm of the heart with about 70 beats a minute.

  3. **Valves**: The mitral valve keeps blood from flowing back into the left atrium.
---
"""


def edit(folder: Path, name: str, *pairs: tuple[str, str]) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def retitles(folder: Path) -> None:
    edit(folder, HEART, ("**Rhythm**", "**Beat**"))


def rewords(folder: Path) -> None:
    edit(folder, REPUBLIC, ("won the naval battle", "then won the great naval battle"))


def rewrites(folder: Path) -> None:
    edit(
        folder,
        HEART,
        (
            "The mitral valve keeps blood from flowing back into the left atrium.",
            "Between the left chambers stands the mitral valve, whose flaps close at each beat.",
        ),
    )


def another_number(folder: Path) -> None:
    edit(folder, HEART, ("70 beats", "60 beats"))


def inserts_in_front(folder: Path) -> None:
    edit(
        folder,
        HEART,
        (
            "  1. **Chambers**",
            "  1. **Wall**: The myocardium is a thick muscle that contracts "
            "without any command of the brain.\n\n  1. **Chambers**",
        ),
    )


def deletes(folder: Path) -> None:
    path = folder / HEART
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  2. **Rhythm**"), text.index("  3. **Valves**")
    path.write_text(text[:start] + text[end:], encoding="utf-8")


def reorders(folder: Path) -> None:
    path = folder / HEART
    text = path.read_text(encoding="utf-8")
    second, third = text.index("  2. **Rhythm**"), text.index("  3. **Valves**")
    end = text.rindex("---")
    moved = text[third:end].rstrip() + "\n\n" + text[second:third].rstrip() + "\n"
    path.write_text(text[:second] + moved + text[end:], encoding="utf-8")


def splits(folder: Path) -> None:
    """The third section becomes a document of its own."""
    path = folder / HEART
    text = path.read_text(encoding="utf-8")
    third, end = text.index("  3. **Valves**"), text.rindex("---")
    path.write_text(text[:third].rstrip() + "\n" + text[end:], encoding="utf-8")
    own = text[: text.index("  1. **Chambers**")].replace("id: 7", "id: 8")
    own = own.replace("How does the heart move blood?", "What do valves do?")
    write(folder, "content/biology/valves.md", own + text[third:])


def merges(folder: Path) -> None:
    """The fall of the republic becomes a part of another document."""
    text = ROME[ROME.index("  Julius") : ROME.rindex("---")]
    (folder / REPUBLIC).unlink()
    write(
        folder,
        "content/history/rome.md",
        f"---\nid: 9\nquestion: What is worth knowing about Rome?\nsubject: History\n"
        f"keywords: Octavian, Actium\nanswer: |\n{text}---\n",
    )


def another_question(folder: Path) -> None:
    edit(folder, HEART, ("How does the heart move blood?", "What keeps the blood in motion?"))


def another_subject(folder: Path) -> None:
    write(
        folder,
        "content/medicine/the-heart.md",
        PUMP.replace("subject: Biology", "subject: Medicine"),
    )
    (folder / HEART).unlink()


def another_file(folder: Path) -> None:
    (folder / HEART).rename(folder / "content/biology/how-the-heart-moves-blood.md")


def another_id(folder: Path) -> None:
    edit(folder, HEART, ("id: 7", "id: 4711"))


def other_keywords(folder: Path) -> None:
    edit(folder, HEART, ("atrium, ventricle, aorta, pacemaker", "mitral valve, lungs"))


def no_keywords(folder: Path) -> None:
    edit(folder, HEART, ("keywords: atrium, ventricle, aorta, pacemaker\n", ""))


def markup(folder: Path) -> None:
    edit(folder, HEART, ("left ventricle", "**left ventricle**"), ("about 70", "about  70"))


def inflects(folder: Path) -> None:
    edit(folder, HEART, ("The mitral valve keeps", "Mitral valves keep"))


def another_folder_of_that_name(folder: Path) -> None:
    write(folder, "content/medicine/the-heart.md", PUMP.replace("Biology", "Medicine"))


def removes(folder: Path) -> None:
    (folder / HEART).unlink()


def all_of_it(folder: Path) -> None:
    for each in (reorders, rewords, retitles, inflects, another_number, another_id, other_keywords):
        each(folder)
    another_file(folder)


# how many notes of the first release the second one no longer has
EDITS: tuple[tuple[Callable[[Path], None], int], ...] = (
    (retitles, 0),
    (rewords, 0),
    (rewrites, 1),
    (another_number, 1),
    (inserts_in_front, 0),
    (deletes, 1),
    (reorders, 0),
    (splits, 0),
    (merges, 1),
    (another_question, 0),
    (another_subject, 0),
    (another_file, 0),
    (another_id, 0),
    (other_keywords, 0),
    (no_keywords, 0),
    (markup, 0),
    (inflects, 0),
    (another_folder_of_that_name, 0),
    (removes, 5),
    (all_of_it, 1),
)


def build(folder: Path, time: int) -> Built:
    """What the command does, without a process of its own: there are many builds here."""
    with chdir(folder):
        found = projects.find(Path())
        request = Request((found.content,), found.out, found.ledger, release=time)
        built = decks.build(found, request, lambda *_: None)
    assert not built.stopped
    assert not [each for each in built.faults if each.severity is Severity.ERROR]
    return built


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
