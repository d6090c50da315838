"""Blocks as Markdown: what people are given to edit reads as the same again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cardsmith.diagnostics import Diagnostic
from cardsmith.markup import flat, lines, plain
from cardsmith.markup.markdown import markdown, one_line
from cardsmith.model import (
    Blocks,
    Code,
    Document,
    Emphasis,
    Hole,
    Link,
    Lower,
    Math,
    Raised,
    Run,
    Runs,
    Strong,
    Text,
)
from cardsmith.parser import parse
from cardsmith.parser.places import Lines
from cardsmith.parser.snippets import gapped, side

SOURCES = sorted((Path(__file__).parent.parent / "content").rglob("*.md"))
FILE = Lines.of("x.toml", "")
SIGNS = "ab*_`$~=<>&[](){}#|-+.:!1é \\^"


def read(text: str) -> Blocks:
    blocks = side(text, FILE, 0)
    assert not isinstance(blocks, Diagnostic), text
    return blocks


def told(runs: Runs) -> list[tuple[str, str]]:
    """Runs with their kinds, words beside words as one."""
    found: list[tuple[str, str]] = []
    for run in runs:
        kind = type(run).__name__
        if found and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1] + run.text)
        else:
            found.append((kind, run.text))
    return found


def words(signs: str = SIGNS) -> st.SearchStrategy[str]:
    return st.text(signs, min_size=1, max_size=12).map(str.strip).filter(bool)


def of(kind: Callable[[str], Run], signs: str = SIGNS) -> st.SearchStrategy[Run]:
    return words(signs).map(kind)


RUNS = st.lists(
    st.one_of(
        of(Text),
        of(Strong, "ab *_1("),
        of(Emphasis, "ab *_1("),
        of(Raised, "ab2+"),
        of(Lower, "ab2"),
        of(Code, "ab`*{<"),
        of(Math, "ab^_{}2"),
        st.just(Link("a page", "https://example.org/a_b")),
    ),
    min_size=1,
    max_size=4,
).map(lambda runs: tuple(each for run in runs for each in (run, Text(" "))))


@given(RUNS)
@example((Text("2 * 3 * 4 and a_b_c"), Text(" "), Math(r"\frac{1}{2}")))
@example((Text("- no list, # no heading, 1. no number"),))
@example((Text("1. no number"),))
@example((Text("costs $5 to $6, ==marked==, ~~struck~~, {{c1::hidden}}, &amp; <b>"),))
@example((Text("[a](b) ![c](d)"),))
def test_a_line_reads_as_it_was(runs: Runs) -> None:
    back = list(lines(read(one_line(runs))))
    joined = [run for line in back for run in (*line, Text(" "))]
    assert flat(tuple(joined)).split() == flat(runs).split()
    kinds = [row for row in told(tuple(joined)) if row[1].strip()]
    assert [row[0] for row in kinds if row[0] != "Text"] == [
        row[0] for row in told(runs) if row[0] != "Text"
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem[:40])
def test_all_blocks_of_our_documents_read_as_they_were(path: Path) -> None:
    for document in parse(str(path), path.read_bytes()):
        assert isinstance(document, Document)
        answer = document.answer
        for blocks in (answer.intro, *(section.blocks for section in answer.sections)):
            for block in blocks:
                back = read(markdown((block,)))
                assert plain(back).split() == plain((block,)).split()
                assert [told(line) for line in lines(back)] == [
                    told(line) for line in lines((block,))
                ]


def test_holes_keep_their_terms_numbers_and_hints() -> None:
    runs = (
        Text("The "),
        Hole((Strong("aorta"),), "aorta", 2, "a vessel"),
        Text(" holds "),
        Hole((Math("5"), Text(" litres")), "5 litres", 1),
    )
    text = one_line(runs)
    assert text == r"The {{c2::**aorta**::a vessel}} holds {{c1::\(5\) litres}}"
    (blocks,) = gapped(text, FILE, 0)
    assert not isinstance(blocks, Diagnostic)
    (line,) = lines(blocks)
    assert [run.term for run in line if isinstance(run, Hole)] == ["aorta", "5 litres"]
    assert flat(line) == flat(runs)
