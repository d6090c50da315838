"""Two branches of one project: what is edited, built and merged on them, with the real git."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from packages import build, opened
from projects import write

from cardsmith.build import ledgers
from cardsmith.ledger import KnownNote

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
        with opened(path) as db:
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
