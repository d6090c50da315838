"""Case files: many titled examples a file, each an input and what it gives.

    @@ a title in plain words
    input, as an author could have written it
    @@ gives
    what comes of it

``make golden`` rewrites what they give; its diff is read like any other.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"
GIVES = "@@ gives"


@dataclass(frozen=True)
class Case:
    title: str
    given: str
    gives: str


def read(path: Path) -> Iterator[Case]:
    title = ""
    given: list[str] = []
    gives: list[str] = []
    target = None
    for line in [*path.read_text(encoding="utf-8").splitlines(), "@@ "]:
        if line == GIVES:
            target = gives
        elif line.startswith("@@ "):
            if title:
                yield Case(title, "\n".join(given).rstrip("\n"), "\n".join(gives).rstrip("\n"))
            title, given, gives = line[3:], [], []
            target = given
        elif target is not None:
            target.append(line)


def write(path: Path, cases: list[Case]) -> None:
    texts = [f"@@ {case.title}\n{case.given}\n{GIVES}\n{case.gives}\n" for case in cases]
    path.write_text("\n".join(texts), encoding="utf-8")


def check(path: Path, give: Callable[[str], str]) -> None:
    """Every case of a file, all differences told at once."""
    cases = list(read(path))
    assert cases, f"{path} holds no case"
    got = [Case(case.title, case.given, give(case.given).rstrip("\n")) for case in cases]
    if os.environ.get("CARDSMITH_GOLDEN"):
        write(path, got)
        return
    wrong = [
        f"@@ {case.title}\n-- expected\n{case.gives}\n-- got\n{now.gives}"
        for case, now in zip(cases, got, strict=True)
        if case.gives != now.gives
    ]
    if wrong:
        pytest.fail("\n\n".join(wrong), pytrace=False)


def files(room: str) -> list[Path]:
    return sorted((CASES / room).glob("*.txt"))
