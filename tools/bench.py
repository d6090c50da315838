"""How long the parser takes: ``bench.py [FOLDER] [--most N] [--rounds N]``, or ``make bench``.

Milliseconds of one core for a document, best of several rounds, beside what the two libraries
below it take for the same texts: nothing that uses them can be faster. Stages are timed in a round
of their own, since the clock itself takes time. Documents are chosen by the hash of their paths.
"""

import argparse
import hashlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import frontmatter
from markdown_it import MarkdownIt

from cardsmith import parser
from cardsmith.build.sources import find
from cardsmith.parser import escapes, markdown, sections, source, structure

clock: Final = time.process_time
# Each stage, and where the function that does it is called from.
STAGES: Final = (
    ("front matter", parser, "read"),
    ("escapes", escapes, "decode"),
    ("blocks", markdown, "parse"),
    ("lines, labels", structure, "parts"),
    ("sentences", structure, "sentences"),
    ("sections", sections, "answer"),
)
FLOOR: Final = "both libraries"
WHOLE: Final = "cardsmith parse"


def main() -> None:
    """Measure a folder, print a table."""
    wanted = _arguments()
    files = [(str(path), path.read_bytes()) for path in _chosen(wanted.folder, wanted.most)]
    texts = [content.decode("utf-8", "replace") for _, content in files]
    answers = [_answer(path, content) for path, content in files]
    best = partial(_best, wanted.rounds)
    rows = {
        "python-frontmatter": best(lambda: _each(frontmatter.loads, texts)),
        "markdown-it-py": best(lambda: _each(MarkdownIt().enable("table").parse, answers)),
    }
    rows[FLOOR] = sum(rows.values())
    rows[WHOLE] = best(lambda: _each(_parsed, files))
    rows |= {f"  {name}": spent for name, spent in _staged(wanted.rounds, files).items()}
    _print(rows, len(files))
    print(f"\ncardsmith --help: {_help(wanted.rounds) * 1000:.0f} ms")


def _arguments() -> argparse.Namespace:
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("folder", type=Path, nargs="?", default=Path("content"))
    told.add_argument("--most", type=int, default=2_000, help="documents to read at most")
    told.add_argument("--rounds", type=int, default=5)
    return told.parse_args()


def _chosen(folder: Path, most: int) -> Sequence[Path]:
    """The documents whose paths hash lowest: the same ones on every machine."""

    def rank(path: Path) -> str:
        return hashlib.sha256(path.relative_to(folder).as_posix().encode()).hexdigest()

    return sorted(find([folder]), key=rank)[:most]


def _answer(path: str, content: bytes) -> str:
    """The Markdown of a document: its answer with newlines, or the text under the front matter."""
    read = source.read(path, content)
    if not isinstance(read, source.Source):
        return ""
    answer = read.fields.get("answer")
    return escapes.decode(answer.text).text if answer else read.text[read.body :]


def _parsed(file: tuple[str, bytes]) -> None:
    for _ in parser.parse(*file):
        pass


def _each(function: Callable[[Any], object], things: Iterable[Any]) -> None:
    for thing in things:
        function(thing)


def _best(rounds: int, work: Callable[[], None]) -> float:
    return min(_spent(work) for _ in range(rounds))


def _spent(work: Callable[[], None]) -> float:
    start = clock()
    work()
    return clock() - start


def _staged(rounds: int, files: Sequence[tuple[str, bytes]]) -> dict[str, float]:
    """The time of each stage without those inside it, in the round that took the least."""
    watch = Watch()
    kept = [(module, name, getattr(module, name)) for _, module, name in STAGES]
    for stage, module, name in STAGES:
        setattr(module, name, watch.watched(stage, getattr(module, name)))
    found = []
    for _ in range(rounds):
        watch.spent = {}
        _each(_parsed, files)
        found.append(watch.spent)
    for module, name, function in kept:
        setattr(module, name, function)
    return min(found, key=lambda spent: sum(spent.values()))


class Watch:
    """Tells apart the time of functions that call each other."""

    def __init__(self) -> None:
        """Begin with nothing spent."""
        self.spent: dict[str, float] = {}
        self._inner = [0.0]

    def watched(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted for a stage."""

        def call(*words: Any) -> Any:
            self._inner.append(0.0)
            start = clock()
            result = function(*words)
            took = clock() - start
            self.spent[stage] = self.spent.get(stage, 0.0) + took - self._inner.pop()
            self._inner[-1] += took
            return result

        return call


def _help(rounds: int) -> float:
    """Seconds from the command to its help, all that happens in between."""
    command = [sys.executable, "-m", "cardsmith", "--help"]

    def once() -> float:
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        return time.perf_counter() - start

    return min(once() for _ in range(rounds))


def _print(rows: dict[str, float], count: int) -> None:
    print(f"{count:,} documents{'':10}ms each   of the floor")
    for name, spent in rows.items():
        print(f"{name:24} {spent * 1000 / count:8.3f} {spent / rows[FLOOR]:14.2f}")
    print(f"{FLOOR} are the floor; {WHOLE} is {rows[WHOLE] / rows[FLOOR]:.2f} times that.")


if __name__ == "__main__":
    main()
