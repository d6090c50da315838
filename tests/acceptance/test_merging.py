"""Two people edit and build on two branches; git merges, and no learner of either loses a thing."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Mapping
from contextlib import chdir, closing
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest
from projects import CELLS, ROME, run, write

from cardsmith.build import decks, ledgers
from cardsmith.build import project as projects
from cardsmith.build.request import Losses, Request
from cardsmith.ledger import KnownNote

pytest.importorskip("anki", reason="the real importer is a package for tests: pip install anki")

from pupils import Pupil, packed

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")

FIRST = 1_790_000_000
OURS, THEIRS, MERGED = FIRST + 50, FIRST + 100, FIRST + 200
LEAF = "content/biology/leaf.md"
Edit = Callable[[Path], object]


def document(question: str, *sentences: str, subject: str = "Biology") -> str:
    body = "\n\n".join(sentences)
    front = f"date: 2026-03-01\nquestion: {question}\nsubject: {subject}"
    return f"---\n{front}\n---\n\n{body}\n"


GREEN = document(
    "What happens in a leaf?",
    "The **stroma** is the fluid inside a chloroplast.",
    "Photosynthesis makes 12 molecules of water from six molecules of carbon dioxide.",
    "The **thylakoid** is a flat sac in which light is caught by chlorophyll.",
    "The ==stroma== of a leaf holds the enzymes of the Calvin cycle and its own DNA.",
)
CARRIER = "**Hemoglobin** is the protein that carries oxygen in red blood cells."
BLOOD = document(
    "What is blood made of?",
    CARRIER,
    "A red blood cell lives for about 120 days before the spleen takes it away.",
    "**Plasma** is the yellow fluid in which blood cells float.",
)
VEINS = document(
    "What flows in a vein?", CARRIER, "Veins hold about 70 percent of the blood of a body."
)
BONES = document(
    "What is bone made of?",
    "**Osteoblasts** are the cells that build new bone.",
    "**Marrow** is the soft tissue inside bones that makes blood cells.",
)
TORT = document("What is a tort?", "A **tort** is a civil wrong to a person.", subject="Law")
PROMISE = document(
    "What is a contract?", "A **contract** is a promise that courts enforce.", subject="Law"
)
ROOM = document(
    "What may be in a prison cell?",
    "A **prison cell** is a locked room of at least six square metres.",
    subject="Law",
)


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    own = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "core.hooksPath=")
    return subprocess.run(  # noqa: S603
        [shutil.which("git") or "git", *own, "-c", "commit.gpgsign=false", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def build(folder: Path, release: int) -> None:
    with chdir(folder):
        request = Request(
            paths=(Path("content"),),
            out=Path("decks/out"),
            ledger=Path("decks/ledger"),
            release=release,
            losses=Losses.REFUSE,
        )
        assert not decks.build(projects.find(folder), request, lambda *_: None).stopped


class Note(NamedTuple):
    modified: int
    words: str
    tags: str


class Side(NamedTuple):
    """What the learners of a branch have, and what its ledger says."""

    notes: Mapping[str, Note]
    known: Mapping[str, KnownNote]


def side(folder: Path) -> Side:
    notes: dict[str, Note] = {}
    for path in (folder / "decks/out").glob("*.apkg"):
        with ZipFile(path) as archive, closing(sqlite3.connect(":memory:")) as db:
            db.deserialize(archive.read("collection.anki2"))
            for guid, *rest in db.execute("SELECT guid, mod, flds, tags FROM notes"):
                assert notes.setdefault(guid, Note(*rest)) == Note(*rest)
    record = ledgers.load(folder / "decks/ledger")
    return Side(notes, {note.guid: note for note in record.notes.values()})


def commit(folder: Path, edit: Edit, release: int) -> Side:
    """Edit, build and commit on the branch that is checked out."""
    edit(folder)
    shutil.rmtree(folder / "decks/out", ignore_errors=True)
    build(folder, release)
    git(folder, "add", "-A")
    assert git(folder, "commit", "-qm", "edit").returncode == 0
    return side(folder)


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


def merge(folder: Path, ours: Edit, theirs: Edit) -> tuple[Side, Side, list[str]]:
    """Both branches as they were, and the files that git could not merge."""
    mine = commit(folder, ours, OURS)
    git(folder, "checkout", "-q", "theirs")
    others = commit(folder, theirs, THEIRS)
    git(folder, "checkout", "-q", "-")
    git(folder, "merge", "-q", "theirs")
    return mine, others, git(folder, "diff", "--name-only", "--diff-filter=U").stdout.split()


def nobody_loses(folder: Path, *before: Side) -> None:
    """Every note of either branch is known as it was, and what is new in it will arrive."""
    shutil.rmtree(folder / "decks/out", ignore_errors=True)
    build(folder, MERGED)
    now = side(folder)
    for branch in before:
        for guid, note in branch.known.items():
            assert note.numbers.items() <= now.known[guid].numbers.items(), note.key
    for guid, today in now.notes.items():
        had = [branch.notes[guid] for branch in before if guid in branch.notes]
        newer = {then.modified < today.modified for then in had if then[1:] != today[1:]}
        assert newer <= {True}, today
        if not newer:
            assert {then.modified for then in had} <= {today.modified}, today
    for note in now.known.values():
        assert len(set(note.numbers.values())) == len(note.numbers), note.key
    again = {path: path.read_bytes() for path in (folder / "decks/ledger").iterdir()}
    build(folder, MERGED + 1000)
    assert {path: path.read_bytes() for path in (folder / "decks/ledger").iterdir()} == again


def adds(name: str, text: str) -> Edit:
    return lambda folder: write(folder, name, text)


def rewords(name: str, old: str, new: str) -> Edit:
    def edit(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        write(folder, name, text.replace(old, new))

    return edit


def removes(folder: Path) -> None:
    (folder / LEAF).unlink()


def renames(folder: Path) -> None:
    (folder / LEAF).rename(folder / "content/biology/a-green-leaf.md")


SAC = rewords(LEAF, "flat sac", "flat green sac")

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
