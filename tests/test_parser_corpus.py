"""The properties of the parser on real documents, where an archive of them lies near the project.

One in sixteen of them is read; ``CARDSMITH_CORPUS=whole`` reads all.
"""

import os
import re
import tarfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import located
import parts
import plainly
import pytest
import spelled

from cardsmith.diagnostics import Diagnostic
from cardsmith.model import Document
from cardsmith.parser import parse
from cardsmith.parser.escapes import decode

ARCHIVE = Path(__file__).parent.parent.parent / "shared" / "corpus" / "dev.tar.xz"
SHARE = 1 if os.environ.get("CARDSMITH_CORPUS") == "whole" else 16
# One document in so many is written in another style, too.
RESPELLED = 5
STYLES = tuple(spelled.files("It is\n\nso."))

# What would be a piece of a formula that was not found; a price is none.
PIECE = re.compile(r"\\[A-Za-z(){}\[\]]|\$\$|\$(?!\s?\d)")
PAIRS = (
    (re.compile(r"(?<!\\)\{"), re.compile(r"(?<!\\)\}")),
    (re.compile(r"\\left(?![a-z])"), re.compile(r"\\right(?![a-z])")),
    (re.compile(r"\\begin\{"), re.compile(r"\\end\{")),
)


@dataclass(frozen=True)
class Findings:
    """What is wrong, by document: each list should be empty."""

    unread: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    unbalanced: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)
    restyled: list[str] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)


@pytest.fixture(scope="module")
def findings() -> Findings:
    if not ARCHIVE.exists():
        pytest.skip("no archive of real documents lies beside the project")
    found = Findings()
    for name, content in documents():
        examine(name, content, found)
    return found


def documents() -> Iterator[tuple[str, bytes]]:
    with tarfile.open(ARCHIVE, "r|xz") as archive:
        for member in archive:
            if member.isfile() and zlib.crc32(member.name.encode()) % SHARE == 0:
                file = archive.extractfile(member)
                assert file
                yield member.name, file.read()


def examine(name: str, content: bytes, found: Findings) -> None:
    read = list(parse(name, content))
    found.codes.update(one.code if isinstance(one, Diagnostic) else "read" for one in read)
    if not read:
        found.unread.append(name)
    text = content.decode()
    for document in (one for one in read if isinstance(one, Document)):
        answer = spelled.answer_of(text)
        examine_text(name, answer, document, found)
        found.misplaced.extend(located.misplaced(text, document))
        number = zlib.crc32(name.encode()) // SHARE
        if number % RESPELLED == 0:
            style = STYLES[number // RESPELLED % len(STYLES)]
            examine_style(f"{name} ({style})", answer, style, found)


def examine_text(name: str, answer: str, document: Document, found: Findings) -> None:
    texts = list(parts.texts(document))
    if lost := plainly.lost(answer, texts):
        found.lost.append(f"{name}: {lost}")
    if "\\" in answer:
        wanted, told = plainly.commands(answer), plainly.told_commands(texts)
        if wanted != told:
            found.commands.append(f"{name}: {wanted - told} lost, {told - wanted} added")
    for tex in parts.formulas(document):
        if any(len(one.findall(tex)) != len(other.findall(tex)) for one, other in PAIRS):
            found.unbalanced.append(f"{name}: {tex}")
    found.pieces.extend(f"{name}: {each}" for each in parts.words(document) if PIECE.search(each))


def examine_style(name: str, answer: str, style: str, found: Findings) -> None:
    files = spelled.files(decode(answer).text)
    if style not in files:
        return
    (wanted,), (document,) = parts.documents(files["folded line"]), parts.documents(files[style])
    if parts.unplaced(document.answer) != parts.unplaced(wanted.answer):
        found.restyled.append(name)
    found.misplaced.extend(f"{name}: {each}" for each in located.misplaced(files[style], document))


def test_every_document_is_read_or_told(findings: Findings) -> None:
    assert findings.unread == []
    assert findings.codes["read"] > 0.99 * sum(findings.codes.values())


def test_nothing_of_an_answer_is_lost(findings: Findings) -> None:
    assert findings.lost == []


def test_no_command_of_tex_is_destroyed(findings: Findings) -> None:
    assert findings.commands == []


def test_no_formula_is_cut_in_two(findings: Findings) -> None:
    assert findings.unbalanced == []


def test_no_piece_of_a_formula_is_left_in_the_text(findings: Findings) -> None:
    assert findings.pieces == []


def test_everything_stands_where_it_says(findings: Findings) -> None:
    assert findings.misplaced == []


def test_the_style_of_a_file_changes_places_only(findings: Findings) -> None:
    assert findings.restyled == []
