"""A small project in a folder, and the command run in it, as people meet it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CELLS = """---
id: 1
date: 2026-03-01
question: What are the organelles of an animal cell?
subject: Biology
seo:
  page_keywords: mitochondria, ribosomes, cell membrane, cristae
answer: >-
    Animal cells hold several kinds of organelles.\\n\\n1. **Mitochondria**: Mitochondria make most
    of the ATP of a cell with the help of oxygen. Their inner membrane is folded into
    cristae.\\n\\n2. **Ribosomes**: A ribosome is a particle of RNA and protein that joins amino
    acids.\\n\\n3. **Cell membrane**: The cell membrane is a double layer of phospholipids about
    8 nanometres thick.
---
"""
ROME = """---
id: 2
question: How did the Roman Republic end?
subject: History
keywords: Octavian, Actium
answer: |
  Julius Caesar crossed the Rubicon with one legion in January of 49 BC.

  Octavian won the naval battle of Actium in 31 BC against Mark Antony.

  The Senate gave Octavian the title Augustus in 27 BC and many powers.
---
"""


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


def run(folder: Path, *words: str, **environment: str) -> Ran:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "cardsmith", *words],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1790000000", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


def make(folder: Path) -> Path:
    write(folder, "content/biology/organelles.md", CELLS)
    write(folder, "content/history/end-of-the-roman-republic.md", ROME)
    return folder


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
