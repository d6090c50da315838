"""Two people edit and build on two branches; git merges, and no learner of either loses a thing."""

import shutil
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from branches import (
    BLOOD,
    BONES,
    FIRST,
    GREEN,
    LEAF,
    MERGED,
    OURS,
    PROMISE,
    ROOM,
    SAC,
    THEIRS,
    TORT,
    VEINS,
    Edit,
    Side,
    adds,
    commit,
    git,
    merge,
    nobody_loses,
    removes,
    renames,
    rewords,
)
from packages import build
from projects import CELLS, ROME, run, write

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from pupils import Pupil, packed

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    write(folder, ".gitignore", "decks/out/\n")
    write(folder, "content/biology/organelles.md", CELLS)
    write(folder, "content/history/end-of-the-roman-republic.md", ROME)
    write(folder, LEAF, GREEN)
    assert git(folder, "init", "-q").returncode == 0
    commit(folder, lambda _: None, FIRST)
    git(folder, "branch", "theirs")
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "project"))


MERGE: Mapping[str, tuple[Edit, Edit]] = {
    "both add a document, side by side in the ledger": (
        adds("content/biology/blood.md", BLOOD),
        adds("content/biology/bones.md", BONES),
    ),
    "both add documents that ask the same": (
        adds("content/biology/blood.md", BLOOD),
        adds("content/biology/veins.md", VEINS),
    ),
    "both begin a subject": (adds("content/law/a.md", TORT), adds("content/law/b.md", PROMISE)),
    "both begin a subject, in two spellings": (
        adds("content/law/a.md", TORT),
        adds("content/law/b.md", PROMISE.replace("Law", "LAW")),
    ),
    "both add the same document": (
        adds("content/biology/blood.md", BLOOD),
        adds("content/biology/blood.md", BLOOD),
    ),
    "both add a document of one file name, in two subjects": (
        adds("content/biology/cell.md", BLOOD),
        adds("content/law/cell.md", ROOM),
    ),
    "each edits another document": (SAC, rewords("content/biology/organelles.md", "8", "9")),
    "both edit a document, in two sentences": (
        rewords(LEAF, "is the fluid inside", "is the clear fluid inside"),
        SAC,
    ),
    "one renames the file that the other edits": (renames, SAC),
    "one moves the document that the other edits": (
        rewords(LEAF, "subject: Biology", "subject: Botany"),
        SAC,
    ),
    "one removes a document, the other adds its neighbour": (
        removes,
        adds("content/biology/letters.md", BONES),
    ),
}


@pytest.mark.parametrize("edits", MERGE.values(), ids=MERGE.keys())
def test_git_merges_it_and_no_learner_loses_a_note(project: Path, edits: tuple[Edit, Edit]) -> None:
    ours, theirs, conflicts = merge(project, *edits)
    assert conflicts == []
    nobody_loses(project, ours, theirs)


CONFLICT: Mapping[str, tuple[Edit, Edit]] = {
    "both reword a sentence": (
        rewords(LEAF, "is the fluid inside", "is the clear fluid inside"),
        rewords(LEAF, "is the fluid inside", "is the thick fluid inside"),
    ),
    "both reword a sentence with holes": (
        rewords(LEAF, "holds the enzymes", "holds all the enzymes"),
        rewords(LEAF, "holds the enzymes", "holds most enzymes"),
    ),
    "both begin a file in other words": (
        adds("content/biology/blood.md", BLOOD),
        adds("content/biology/blood.md", BLOOD.replace("yellow", "pale yellow")),
    ),
    "both go on at the end of a document": (
        rewords(LEAF, "its own DNA.", "its own DNA.\n\nA **granum** is a stack of thylakoids."),
        rewords(
            LEAF, "its own DNA.", "its own DNA.\n\nA **stoma** is a pore in the skin of a leaf."
        ),
    ),
    "one removes the document that the other edits": (removes, SAC),
}


@pytest.mark.parametrize("kept", ["--ours", "--theirs"])
@pytest.mark.parametrize("edits", CONFLICT.values(), ids=CONFLICT.keys())
def test_only_the_text_itself_is_left_to_decide(
    project: Path, edits: tuple[Edit, Edit], kept: str
) -> None:
    ours, theirs, conflicts = merge(project, *edits)
    (path,) = conflicts
    assert path.startswith("content/biology/")
    if git(project, "checkout", kept, path).returncode:
        (project / path).unlink()
    nobody_loses(project, ours, theirs)


def test_a_text_that_nobody_has_settled_is_told_and_costs_nothing(project: Path) -> None:
    ours, theirs, conflicts = merge(project, *CONFLICT["both reword a sentence"])
    told = run(project, "build", "--release-time", str(MERGED - 1))
    assert told.code == 1
    assert f"{LEAF}:7:1: error[merge-marks] a merge left its marks; settle it" in told.err
    git(project, "checkout", "--theirs", *conflicts)
    nobody_loses(project, ours, theirs)


def test_a_number_given_to_two_terms_is_told_and_the_advice_holds(project: Path) -> None:
    ours, theirs, conflicts = merge(
        project,
        rewords(LEAF, "its own DNA", "its own ==DNA=="),
        rewords(LEAF, "the enzymes of", "the ==enzymes== of"),
    )
    assert conflicts == [LEAF]
    both = GREEN.replace("its own DNA", "its own ==DNA==").replace("the enzymes", "the ==enzymes==")
    write(project, LEAF, both)
    told = run(project, "build")
    assert told.code == 2
    file, line, rest = told.err.removeprefix("cardsmith: ").split(":", 2)
    assert "note leaf/cloze/the-stroma-of-" in rest
    assert "the cloze number 2 is that of 'dna' in one and of 'enzymes' in the other" in rest
    assert "write 3 for the one that fewer learners have" in rest
    lines = Path(project, file).read_text(encoding="utf-8").split("\n")
    lines[int(line) - 1] = lines[int(line) - 1].replace("2=enzymes", "3=enzymes")
    Path(project, file).write_text("\n".join(lines), encoding="utf-8")
    # those who had the other branch only have that one card of another term
    known = {guid: note for guid, note in theirs.known.items() if "enzymes" not in note.numbers}
    nobody_loses(project, ours, Side(theirs.notes, known))


def test_marks_of_a_merge_without_our_rule_are_told_and_the_advice_holds(project: Path) -> None:
    git(project, "rm", "-q", "decks/ledger/.gitattributes")
    (project / "decks/ledger").joinpath(".gitattributes").write_text("", encoding="utf-8")
    ours, theirs, conflicts = merge(
        project, adds("content/biology/blood.md", BLOOD), adds("content/biology/bones.md", BONES)
    )
    (path,) = conflicts
    assert path == "decks/ledger/biology.tsv"
    told = run(project, "build")
    assert told.code == 2
    assert "decks/ledger/biology.tsv:7: a merge left its marks; remove them and keep" in told.err
    lines = (project / path).read_text(encoding="utf-8").split("\n")
    marks = ("<<<<<<<", "=======", ">>>>>>>")
    write(project, path, "\n".join(line for line in lines if not line.startswith(marks)))
    nobody_loses(project, ours, theirs)


@pytest.mark.parametrize("branch", ["ours", "theirs"])
def test_a_learner_of_either_branch_takes_the_merged_decks(
    project: Path, tmp_path: Path, branch: str
) -> None:
    with closing(Pupil(tmp_path / "pupil")) as pupil:

        def studied(edit: Edit, name: str) -> Edit:
            """The edit; the learner imports and studies what comes of it."""

            def done(folder: Path) -> None:
                edit(folder)
                if name == branch:
                    shutil.rmtree(folder / "decks/out", ignore_errors=True)
                    build(folder, OURS if name == "ours" else THEIRS)
                    pupil.takes(folder)
                    pupil.col.db.execute("UPDATE cards SET type = 2, queue = 2, reps = 3, ivl = 9")  # type: ignore[union-attr]  # it is open

            return done

        adding, boning = MERGE["both add a document, side by side in the ledger"]
        clear, sac = MERGE["both edit a document, in two sentences"]
        merge(
            project,
            studied(lambda folder: (adding(folder), clear(folder)), "ours"),
            studied(lambda folder: (boning(folder), sac(folder)), "theirs"),
        )
        before = pupil.history()
        shutil.rmtree(project / "decks/out")
        build(project, MERGED)
        assert pupil.takes(project) == 0
        assert before.items() <= pupil.history().items()
        wanted = {guid: row.fields for guid, row in packed(project).items()}
        assert {guid: row.fields for guid, row in pupil.notes().items()} == wanted
