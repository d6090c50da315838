"""What an Anki field holds: everything an author can write, and only what we mean."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import casefiles
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import HERE, PICTURES, hole, numbered, paragraph, words

from cardsmith.model import (
    Block,
    Blocks,
    Code,
    CodeBlock,
    Emphasis,
    Entry,
    Formula,
    Hole,
    Image,
    Link,
    Listing,
    Lower,
    Marker,
    Math,
    Paragraph,
    Picture,
    Raised,
    Run,
    Runs,
    Sentence,
    Strong,
    Table,
    Text,
)
from cardsmith.packager import html

INLINE = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|\*(?P<emphasis>.+?)\*|`(?P<code>.+?)`|\$(?P<math>.+?)\$"
    r"|\^(?P<raised>.+?)\^|~(?P<lower>.+?)~|!\[(?P<alt>.*?)\]\((?P<src>.+?)\)"
    r"|\[(?P<label>[^]]*)\]\((?P<href>.+?)\)|==(?P<number>\d+) (?P<inner>.+?)(\|(?P<hint>.*?))?=="
)
SIMPLE: dict[str, Callable[[str], Run]] = {
    "strong": Strong,
    "emphasis": Emphasis,
    "code": Code,
    "math": Math,
    "raised": Raised,
    "lower": Lower,
}


def run(found: re.Match[str]) -> Run:
    for kind, make in SIMPLE.items():
        if found[kind] is not None:
            return make(found[kind])
    if found["src"]:
        return Image(found["alt"], found["src"])
    if found["href"]:
        return Link(found["label"], found["href"])
    return hole(int(found["number"]), *line(found["inner"]), hint=found["hint"] or "")


def line(text: str) -> Runs:
    runs: list[Run] = []
    at = 0
    for found in INLINE.finditer(text):
        runs += [Text(text[at : found.start()])] if text[at : found.start()] else []
        runs.append(run(found))
        at = found.end()
    return (*runs, Text(text[at:])) if text[at:] else tuple(runs)


def entry(text: str) -> Entry:
    label, bold, rest = re.fullmatch(r"(?:\*\*(.+?)\*\* ?(\\?))?(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]  # matches everything
    first, *nested = rest.split("\n  ")
    inner: list[Block] = [paragraph(*line(first))] if first else []
    inner += [block("\n".join(nested))] if nested else []
    return Entry((label or "") + (bold or ""), tuple(inner), HERE)


def block(text: str) -> Block:
    if text.startswith("```"):
        head, *body = text.split("\n")
        return CodeBlock("\n".join(body[:-1]), head[3:], HERE)
    if text.startswith("$$"):
        return Formula(text[2:-2], HERE)
    if text.startswith("|"):
        rows = [[line(cell.strip()) for cell in row[1:-1].split("|")] for row in text.split("\n")]
        return Table(tuple(rows[0]), tuple([tuple(row) for row in rows[1:]]), HERE)
    if text.startswith("- "):
        return Listing(tuple([entry(e) for e in text[2:].split("\n- ")]), Marker.BULLET, HERE)
    if re.match(r"\d+\. ", text):
        return Listing(tuple(ordered(text)), Marker.NUMBER, HERE)
    return Paragraph(tuple([Sentence(line(s), HERE) for s in text.split("\n")]), HERE)


def ordered(text: str) -> list[Entry]:
    parts = re.split(r"(?:^|\n)(\d+)\. ", text)[1:]
    made = [(int(n), entry(e)) for n, e in zip(parts[::2], parts[1::2], strict=True)]
    return [Entry(e.label, e.blocks, HERE, n) for n, e in made]


def author(text: str) -> Blocks:
    """Blocks as they could have been written; a hole is ``==1 text|hint==``."""
    return tuple([block(part) for part in text.split("\n\n")])


@pytest.mark.parametrize(
    "path",
    [path for path in casefiles.files("packager") if path.stem.startswith("html")],
    ids=lambda path: path.stem,
)
def test_blocks_become_the_html_of_a_field(path: Path) -> None:
    casefiles.check(path, lambda given: html.blocks(author(given), PICTURES))


class Reader(HTMLParser):
    """The text that a browser would show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert all(not name.startswith("on") for name, _ in attrs)
        if tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.shown += data


def shown(field: str) -> str:
    reader = Reader()
    reader.feed(field)
    reader.close()
    assert reader.open == []
    return html.clean(reader.shown).replace("\u2060", "")


# Texts in which what has a meaning for Anki, MathJax or a browser is not rare.
PIECES = r"{{c1:: { }} } :: : c <b> </p> &lt; & \" \( \ ( [ [sound: a] [latex] [$] [/$$] ] \] e a ="
SIGNS = ["image-occlusion:", "\x1f", "\0", "\x02", "\x03", "\r\n", "\ud800", "\u0301", "\u0338"]
TRICKY = st.lists(st.sampled_from([*PIECES.split(), *SIGNS])).map("".join)
TEXTS = st.one_of(TRICKY, st.text())
SPELLED = [Text, Strong, Emphasis, Raised, Lower, Code, Math]
RUNS = st.lists(st.builds(lambda kind, text: kind(text), st.sampled_from(SPELLED), TEXTS)).map(
    tuple
)


def flat(runs: Runs) -> str:
    """What a reader would see of runs, formulas as TeX."""
    return html.clean("".join([seen(part) for part in runs])).replace("\u2060", "")


def seen(run: Run) -> str:
    text = html.clean(run.text)
    if isinstance(run, Math):
        return rf"\({text}{' ' if text.endswith(chr(92)) else ''}\)"
    return text


@given(TEXTS)
def test_any_text_reads_in_a_browser_as_it_was_written(text: str) -> None:
    assert shown(html.text(text)) == html.clean(text).replace("\u2060", "")


@given(RUNS)
def test_any_runs_read_in_a_browser_as_they_were_written(runs: Runs) -> None:
    assert shown(html.runs(runs, {})) == flat(runs)


@given(RUNS)
def test_nothing_but_a_hole_means_something_to_anki(runs: Runs) -> None:
    field = html.blocks(
        (
            Paragraph((Sentence(runs, HERE),), HERE),
            Table((runs,), ((runs,),), HERE),
            numbered(runs),
            CodeBlock(flat(runs), flat(runs), HERE),
            Formula(flat(runs), HERE),
            paragraph(Link(flat(runs), f"https://{flat(runs)}"), Image(flat(runs), "a.png")),
        ),
        {"a.png": Picture("cs-a.png", b"")},
    )
    assert "{{c" not in field
    assert not re.search(r"\[(sound:|anki:|/?latex\]|/?\$+\])", field, re.IGNORECASE)
    assert not re.search("[\0-\x08\x0b-\x1f\x7f\ud800-\udfff]", field)


@given(RUNS, RUNS, RUNS, TEXTS, st.integers(1, 500))
def test_a_hole_holds_its_text_and_hint_whatever_they_are(
    before: Runs, inside: Runs, after: Runs, hint: str, number: int
) -> None:
    field = html.runs((*before, Hole(inside, "term", number, hint), *after), {})  # type: ignore[arg-type]  # no pictures among them
    parts = re.split(r"\{\{c(\d+)::(.*?)\}\}", field, maxsplit=1, flags=re.DOTALL)
    if not html.clean("".join(run.text for run in inside)).strip():
        assert len(parts) == 1
        return
    _, found, content, _ = parts
    text, _, asked = content.partition("::")
    assert int(found) == number
    assert shown(text) == flat(inside)
    assert shown(asked) == (html.clean(hint) if html.clean(hint).strip() else "").replace(
        "\u2060", ""
    )
    assert not text.startswith("image-occlusion:")


def test_a_picture_that_the_package_lacks_is_told_in_words() -> None:
    assert html.runs(words(Image("a cell", "cell.png")), {}) == "a cell"
    assert html.runs(words(Image("", "folder/plant-cell.png")), {}) == "plant-cell"


def test_prose_never_begins_a_formula() -> None:
    assert "\\(" not in html.runs(words("a \\", "(b"), {})
    assert "\\[" not in html.text("\\[")
    assert "\\(" not in html.runs(words(Code(r"\(")), {})


def test_a_backslash_at_the_end_of_a_formula_leaves_its_delimiter_alone() -> None:
    assert html.runs(words(Math("a\\")), {}) == r"\(a\ \)"


def test_an_accent_that_begins_a_run_does_not_eat_a_tag() -> None:
    assert html.runs(words("a", Strong("\u0338b")), {}) == "a<b>&#824;b</b>"
