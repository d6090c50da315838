"""What nobody writes by hand is told in one message, or read; nothing fails, nothing hangs."""

import faulthandler
import os
import random
import socket
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import parsed
import pytest
from projects import make as make_project
from projects import run, write

from cardsmith.build import sources
from cardsmith.cards import Limits, make
from cardsmith.diagnostics import Diagnostic
from cardsmith.markup import flat, sentences
from cardsmith.model import Document
from cardsmith.parser import parse
from cardsmith.parser.limits import LARGEST

# far more than the slowest machine needs: only what never ends meets it
PATIENCE = 300


@pytest.fixture(autouse=True)
def _no_hang() -> Iterator[None]:
    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


def read(text: str | bytes) -> list[Document | Diagnostic]:
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    found = list(parse(parsed.PATH, content))
    assert found
    return found


def codes(text: str | bytes) -> list[str]:
    return [each.code if isinstance(each, Diagnostic) else "" for each in read(text)]


def note(text: str) -> str:
    return f"# Why is it so?\n\n{text}\n"


def answer(text: str) -> str:
    return f"---\nquestion: Why is it so?\nanswer: >-\n  {text}\n---\n"


def field(text: str) -> str:
    return f"---\nquestion: Why is it so?\n{text}\nanswer: Cells hold mitochondria.\n---\n"


def carded(text: str) -> None:
    for found in read(text):
        if isinstance(found, Document):
            assert list(make(found, Limits()))


# -- much of the same ----------------------------------------------------------------------------

SIGNS = (
    *("[", "](", "(", ")", "*", "_", "$", "`", "|", "~~", "==", "<", "<b>", "&", "!", "\\", "\n"),
    *("\\(", "\\[", "\\n", "- ", "> ", ". ", '"', "“", "”", "{{c1::", "}}", "a", "the ", "(ATP) "),
)
MORE = (
    *("**", "1. ", "# ", ":", "[[", "[^1]", "Q: ", "A: ", "&nbsp;", "<!--", "\n\n", "\u0301", "中"),
    *(
        "A ",
        "1990 ",
        "^{",
        "\\frac{",
        "- a\n",
        "**a** and ",
        "**a**: b. ",
        "$a$ ",
        "![",
        "[a]: b\n",
    ),
)


@pytest.mark.parametrize("sign", [*SIGNS, *MORE])
def test_much_of_one_sign_gives_cards_or_a_message(sign: str) -> None:
    carded(note(sign * (10_000 // len(sign))))
    carded(answer(sign.replace("\n", "\\n") * (4_000 // len(sign))))


@pytest.mark.parametrize("first", SIGNS)
def test_much_of_two_signs_gives_cards_or_a_message(first: str) -> None:
    for second in SIGNS:
        both = first + second
        carded(note(both * (200 // len(both))))


def test_brackets_that_stay_open_before_many_marks_take_no_time() -> None:
    for opening, then in product('(“"', ('"A. " ', "A b. ", "a) B. ")):
        assert read(note(opening * 10_000 + then * 3_000))


# -- too much, told ------------------------------------------------------------------------------

MUCH = {
    "a million signs": (note("*" * 1_000_000), "too-much-markup"),
    "half a million newlines of two signs": (answer("\\n" * 500_000), "too-much-markup"),
    "ten thousand columns": (note("|a" * 10_000 + "|\n" + "|-" * 10_000), "too-much-markup"),
    "a million newlines": (note("\n" * 1_000_000 + "a"), "too-much-markup"),
    "a hundred thousand headings": (note("## a\n" * 100_000), "too-much-markup"),
    "a hundred thousand entries": (note("- a\n" * 100_000), "too-much-markup"),
    "a million sentences": (note("A. " * 600_000), "too-much-markup"),
    "more bytes than are read": (note("a" * LARGEST), "too-large"),
    "a thousand accents on one letter": (note("a" + "\u0301\u0323" * 500), "too-many-accents"),
    "ten thousand keys": (field("".join(f"k{at}: v\n" for at in range(10_000))), "too-many-values"),
    "a list of half a million": (field(f"a: [{'x,' * 500_000}]"), "too-many-values"),
    "a text that aliases repeat": (
        field(f"a: &a {'x' * 100_000}\nb: [{','.join(['*a'] * 4_000)}]"),
        "too-many-values",
    ),
    "aliases of aliases in merges": (
        field(
            "a0: &a0 {x: y}\n"
            + "".join(f"a{at + 1}: &a{at + 1}\n  <<: [{f'*a{at},' * 9}]\n" for at in range(9))
        ),
        "too-many-values",
    ),
    "an alias of itself": (field("a: &a [*a]"), "too-deep"),
    "flow lists in each other": (field(f"a: {'[' * 10_000}{']' * 10_000}"), "too-deep"),
    "flow mappings in each other": (field("a: " + "{a: " * 10_000), "too-deep"),
    "block lists in each other": (field("a:\n  " + "- " * 10_000 + "x"), "too-deep"),
    "keys in each other": (field("? " * 10_000 + "x"), "too-deep"),
    "lists in a line": (note("- " * 500_000 + "a"), "too-deep"),
    "quotations in a line": (note("> " * 500_000 + "a"), "too-deep"),
    "numbers in a line": (note("1. " * 9_000 + "a"), "too-deep"),
}


@pytest.mark.parametrize("name", MUCH)
def test_too_much_is_told_in_one_message(name: str) -> None:
    text, code = MUCH[name]
    (told,) = read(text)
    assert isinstance(told, Diagnostic)
    assert told.code == code
    assert len(told.message) < 200


READ = {
    "prose on one line": note("The cell divides and then it rests for a while. " * 12_000),
    "a word": note("a" * 1_000_000),
    "bold in bold": note("**a " * 2_000 + " b**" * 2_000),
    "bold and bold": note("**a** and " * 2_000),
    "HTML in HTML": note("<b>" * 5_000 + "a" + "</b>" * 5_000),
    "divisions in each other": note("<div>" * 5_000 + "a" + "</div>" * 5_000),
    "brackets in brackets": note("[" * 10_000 + "a" + "]" * 10_000),
    "links in links": note("[" * 5_000 + "a" + "](b)" * 5_000),
    "braces in a formula": note(f"${'{' * 9_000}x{'}' * 9_000}$ is one."),
    "fractions in a formula": note("$" + r"\frac{" * 4_000 + "a" + "}{b}" * 4_000 + "$ is one."),
    "a rule that is none": note("-" * 500_000 + "x"),
    "ten thousand keywords": field(
        "keywords: " + ", ".join(f"word{number}" for number in range(10_000))
    ),
    "a number of five thousand digits": field(f"? related_article{'1' * 5_000}\n: {{id: 3}}"),
}


@pytest.mark.parametrize("name", READ)
def test_much_that_can_be_read_is_read(name: str) -> None:
    assert all(isinstance(found, Document | Diagnostic) for found in read(READ[name]))
    assert not {"too-much-markup", "too-large"} & set(codes(READ[name]))


def test_many_columns_are_not_filled_up_row_by_row_for_ever() -> None:
    table = "|a" * 900 + "|\n" + "|-" * 900 + "|\n" + "|b|\n" * 900
    carded(note(table))


def test_words_and_signs_by_chance_are_taken() -> None:
    chance = random.Random(1)  # noqa: S311
    words = [b"Cells", b" divide ", b"\n", b"\n\n", b"**", b"- ", b"$", b"\\n", b"`", b"# ", b"["]
    for _ in range(40):
        assert read(b"# Why?\n\n" + b"".join(chance.choices(words, k=1_000)))


# -- findings, each by the smallest input --------------------------------------------------------


def test_a_message_is_one_short_line_whatever_it_quotes() -> None:
    name = "a\\nb\\e[31m" + "x" * 500
    mark = f"<!--cardsmith: e\x0cnd{'x' * 40}-->"
    for text in (field(f'"{name}": 1\n"{name}": 2'), note(f"Cells divide.\n\n{mark}")):
        told = [str(each) for each in read(text) if isinstance(each, Diagnostic)]
        assert told
        assert all(line.isprintable() and len(line) < 200 for line in told)


def test_a_hole_that_shows_nothing_is_no_part_of_a_sentence() -> None:
    for found in read("# Why?\n\nA cell <script>{{c1::b}}$R$ holds {{c2::DNA}}.\n"):
        assert isinstance(found, Document)
        for sentence in sentences(found.answer.sections[0].blocks):
            assert all(run.text for run in sentence.runs), flat(sentence.runs)


LONG_ROWS = {
    "spaces after a bold word": f"**Cell**{' ' * 90_000}x: It divides.\n\n- **A**{' ' * 90_000}x b",
    "apostrophes in a sentence": f"The cell {chr(39) * 90_000} holds the energy of the body.",
    "hyphens after a label": f"- **Cell{'a-' * 40_000}** holds the energy of the body in it.",
    "openings of fences": "A cell[^1].\n\n" + "~~~a\n" * 3_500,
    "one long fence": f"A cell[^1].\n\n{'~' * 12_000}{'[^1]:' * 200}",
    "environments without end": r"A cell $\nu$. " + r"\begin{align}" * 9_000,
    "acronyms": "The cell " + "(ATP) " * 40_000,
    "small words in a title": f"## {'a:' * 200_000}\n\nCells divide.",
    "names of notes": "[^" * 14_000,
    "holes": "{{c1::a}} " * 14_000,
}


@pytest.mark.parametrize("name", LONG_ROWS)
def test_a_long_row_of_what_is_mostly_short_takes_no_time(name: str) -> None:
    carded(note(LONG_ROWS[name]))


def test_an_entry_that_says_nothing_is_no_section() -> None:
    (found,) = read(note("1. **Growth**: Cells grow.\n2.\n3. **Division**: Cells divide."))
    assert isinstance(found, Document)
    assert [each.title for each in found.answer.sections] == ["Growth", "Division"]


def test_a_place_is_counted_in_letters_with_their_marks() -> None:
    (told,) = read("e\u0301e\u0301".encode() + b"\xff")
    assert str(told).startswith(f"{parsed.PATH}:1:3: error[not-utf8]")


# -- the disk ------------------------------------------------------------------------------------


def strange(folder: Path) -> dict[str, str]:
    """What is named like a document and is none, and what is told of each."""
    (folder / "folder.md").mkdir()
    (folder / "dangling.md").symlink_to("nowhere")
    (folder / "loop.md").symlink_to("loop.md")
    os.mkfifo(folder / "pipe.md")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(folder / "socket.md"))
    with (folder / "huge.md").open("wb") as file:
        file.truncate(50_000_000)
    return {
        "folder.md": "error[unreadable] is a folder that is named like a document; rename it",
        "dangling.md": "error[unreadable] is a link to nothing; mend it or remove it",
        "loop.md": "error[unreadable] cannot be read: Too many levels of symbolic links; "
        "let it be read, or move it away",
        "pipe.md": "error[unreadable] is a pipe or a device that is named like a document; "
        "move it away",
        "socket.md": "error[unreadable] is a pipe or a device that is named like a document; "
        "move it away",
        "huge.md": "error[too-large] the file is larger than 2 MB; split it",
    }


posix = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and sockets in folders")


@posix
@pytest.mark.parametrize("command", ["build", "check"])
def test_each_strange_file_is_told_once_and_the_others_are_built(
    tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make_project(tmp_path)
    told = strange(tmp_path / "content/biology")
    ran = run(tmp_path, command)
    assert ran.code == 1
    assert "2 documents" in ran.out
    wanted = {f"content/biology/{name}:1:1: {message}" for name, message in told.items()}
    assert wanted <= set(ran.err.splitlines())
    assert ran.err.count("error[") == len(told)


@posix
def test_names_that_are_no_line_of_text_are_shown_as_one(tmp_path: Path) -> None:
    make_project(tmp_path)
    names = [b"new\nline.md", b"caf\xe9.md", "\u202eturned.md".encode(), b"\x1b[31mred.md"]
    for number, name in enumerate(names):
        path = Path(os.fsdecode(os.fsencode(tmp_path / "content/biology") + b"/" + name))
        try:
            path.write_text(f"# How are {number} cells made?\n", encoding="utf-8")
        except OSError:
            pytest.skip("this file system takes no such names")
    ran = run(tmp_path, "build", LC_ALL="C.UTF-8")
    assert ran.code == 1
    told = [line for line in ran.err.splitlines() if "no-answer" in line]
    assert [line.partition(".md:")[0] for line in told] == [
        r"content/biology/\u202eturned",
        r"content/biology/\x1b[31mred",
        r"content/biology/caf\udce9",
        r"content/biology/new\nline",
    ]


@posix
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "closed/cells.md", "# Cells\n")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    path.parent.chmod(0)
    told = [sources.read(each) for each in (*sources.find([tmp_path]), path)]
    path.parent.chmod(0o700)
    told.append(sources.read(path))
    assert [each.code for each in told if isinstance(each, Diagnostic)] == ["unreadable"] * 3
    assert "is a folder that cannot be listed" in str(told[0])


def test_a_file_that_goes_away_while_others_are_read_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "cells.md", "# Cells\n")
    (found,) = sources.find([tmp_path])
    path.unlink()
    told = sources.read(found)
    assert isinstance(told, Diagnostic)
    assert told.message == "is gone since it was found; run the command again"


def test_no_more_of_a_large_file_is_read_than_tells_that_it_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    content = sources.read(path)
    assert isinstance(content, bytes)
    assert len(content) == LARGEST + 1


def test_a_path_with_too_long_a_name_is_not_there(tmp_path: Path) -> None:
    ran = run(tmp_path, "build", "a" * 300 + ".md")
    assert ran.code == 2
    assert "no such file or folder" in ran.err
