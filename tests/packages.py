"""Packages, opened to see what is in them, and builds without a process of their own."""

import sqlite3
from collections.abc import Iterator
from contextlib import chdir, closing, contextmanager
from pathlib import Path
from zipfile import ZipFile

from cardsmith.build import decks
from cardsmith.build import project as projects
from cardsmith.build.report import Built
from cardsmith.build.request import Request
from cardsmith.diagnostics import Severity

__all__ = ["build", "opened"]


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The collection in a package."""
    with ZipFile(path) as archive, closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(archive.read("collection.anki2"))
        yield db


def build(folder: Path, release: int) -> Built:
    """What the command does; it stops where notes would be lost, and so do the tests."""
    with chdir(folder):
        found = projects.find(Path())
        request = Request((found.content,), found.out, found.ledger, release=release)
        built = decks.build(found, request, lambda *_: None)
    assert not built.stopped
    assert not [each for each in built.faults if each.severity is Severity.ERROR]
    return built
