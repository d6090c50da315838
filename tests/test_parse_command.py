"""``cardsmith parse``: what people see of a document, what programs get, and where faults go."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import casefiles
import parsed
import pytest
from builders import front
from projects import ROME, make, run, write

from cardsmith.markup import flat, sentences
from cardsmith.model import (
    Answer,
    Block,
    Blocks,
    Code,
    CodeBlock,
    Document,
    Emphasis,
    Entry,
    Formula,
    Front,
    Gapped,
    Hole,
    Image,
    Link,
    Listing,
    Lower,
    Marker,
    Math,
    Nature,
    Pair,
    Paragraph,
    Raised,
    Run,
    Runs,
    Section,
    Sentence,
    Span,
    Strong,
    Table,
    Text,
    Written,
)
from cardsmith.parser import parse
from cardsmith.parser.showing import tree
from cardsmith.parser.showing_runs import shown
from cardsmith.parser.showing_values import plain_values

GERMAN = """# Wie bewegen sich die Zellen?

Die Zellen schwimmen mit der Geißel. Sie ist ein langer Faden, der sich dreht.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path)


# -- the command in a folder ---------------------------------------------------------------------


def test_a_file_is_shown_as_a_tree_with_places(project: Path) -> None:
    ran = run(project, "parse", "content/biology/organelles.md")
    assert (ran.code, ran.err) == (0, "")
    first, *rest = ran.out.splitlines()
    assert first == "content/biology/organelles.md:4:11 What are the organelles of an animal cell?"
    assert '  9:55   section 1 "Mitochondria" (named)' in rest
    assert "  10:51      Their inner membrane is folded into cristae." in rest


def test_files_and_folders_are_shown_each_once_sorted_by_path(project: Path) -> None:
    ran = run(project, "parse", "content/history", "content", "content/biology/organelles.md")
    heads = [line for line in ran.out.splitlines() if line.startswith("content/")]
    assert [head.split(":")[0] for head in heads] == [
        "content/biology/organelles.md",
        "content/history/end-of-the-roman-republic.md",
    ]


def test_faults_are_told_as_check_tells_them_and_the_rest_is_shown(project: Path) -> None:
    write(project, "content/biology/bad.md", "---\nquestion: [a\n---\n")
    write(project, "content/biology/short.md", "# Reasons\nBecause it is.\n")
    ran = run(project, "parse", "content")
    told = run(project, "check", "content").err.splitlines()
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 2
    assert set(ran.err.splitlines()) <= set(told)
    assert "content/biology/bad.md:" in ran.err
    assert "error[yaml]" in ran.err
    assert "warning[stub]" in ran.err
    assert "Because it is." not in ran.out, "a stub is no document"
    assert "¶ Julius Caesar crossed the Rubicon" in ran.out


def test_a_warning_is_no_failure(project: Path) -> None:
    write(project, "short.md", "# Reasons\nBecause it is.\n")
    assert run(project, "parse", "short.md").code == 0


def test_wrong_paths_are_told_and_nothing_is_printed(project: Path) -> None:
    (project / "empty").mkdir()
    for words in (["nowhere"], ["empty"], ["content", "nowhere"], []):
        ran = run(project, "parse", "--json", *words)
        assert (ran.code, ran.out) == (2, "")
        assert (
            "nowhere: no such file" in ran.err or "empty: holds no document" in ran.err or not words
        )


def test_a_project_with_wrong_settings_can_still_be_looked_at(project: Path) -> None:
    write(project, "cardsmith.toml", "ouput = 'x'\n")
    assert run(project, "parse", "content").code == 0


def test_json_is_one_array_of_all_documents(project: Path) -> None:
    write(project, "content/biology/bad.md", "---\nquestion: [a\n---\n")
    ran = run(project, "parse", "--json", "content")
    assert ran.code == 1
    assert [each["key"] for each in json.loads(ran.out)] == [
        "organelles",
        "end-of-the-roman-republic",
    ]
    write(project, "hidden.md", f"---\nno_index: true\n{ROME[4:]}")
    assert json.loads(run(project, "parse", "--json", "hidden.md").out) == []


def test_grammar_is_told_of_english_and_only_of_english(project: Path) -> None:
    write(project, "content/biology/zellen.md", GERMAN)
    english = run(project, "parse", "--grammar", "content/history").out
    assert "  language  en\n" in english
    assert "words     Julius/NNP Caesar/NNP crossed/VBD the/DT" in english
    assert "asks object     What did Julius Caesar cross in January of 49 BC? ->" in english
    german = run(project, "parse", "--grammar", "content/biology/zellen.md").out
    assert "  language  de; only English (en) sentences are read\n" in german
    assert "¶ Die Zellen schwimmen mit der Geißel." in german
    assert "words " not in german


def test_grammar_in_json_stands_beside_its_sentence(project: Path) -> None:
    write(project, "content/biology/zellen.md", GERMAN)
    documents = json.loads(run(project, "parse", "--grammar", "--json", "content").out)
    assert {each["key"]: each["language"] for each in documents} == {
        "end-of-the-roman-republic": "en",
        "organelles": "en",
        "zellen": "de",
    }
    for document in documents:
        for sentence in spoken(document["answer"]):
            if document["language"] == "en":
                assert sentence["reading"]["text"] == sentence["text"]
                assert sentence["reading"]["words"]
            else:
                assert "reading" not in sentence


def test_letters_that_a_terminal_cannot_show_stop_nothing(project: Path) -> None:
    write(project, "greek.md", "# Γιατί 😀?\nΤα κύτταρα είναι μικρά και κινούνται.\n")
    for encoding in ("ascii", "cp1252", "utf-8"):
        ran = run(project, "parse", "--json", "greek.md", PYTHONIOENCODING=encoding)
        assert json.loads(ran.out)[0]["question"] == "Γιατί 😀?"


def spoken(value: object) -> Iterator[dict[str, Any]]:
    """All sentences inside plain values."""
    if isinstance(value, list):
        for each in value:
            yield from spoken(each)
    elif isinstance(value, dict):
        if "runs" in value and "line" in value:
            yield value
        for each in value.values():
            yield from spoken(each)


# -- nothing is missing --------------------------------------------------------------------------

HERE = Span("notes/cells.md", 3, 5)
LINKED = Link("a cell", "https://example.org/cell")
HOLE = Hole((Strong("ATP"), Text(" synthase")), "atp synthase; motor", 2, "a motor")


def words(*runs: Run) -> Blocks:
    return (Paragraph((Sentence(runs, HERE),), HERE),)


EVERYTHING = Document(
    replace(front("cells", related=["7"]), keywords=("ATP",), url="/cells", span=HERE),
    Answer(
        words(Text("A"), Emphasis("b"), Raised("2"), Lower("3"), Code("c"), Math("x^2"), LINKED),
        (
            Section("One", 1, words(Image("a picture", "notes/p.png")), Nature.NAMED, HERE),
            Section("", 1, (CodeBlock("x\n", "c", HERE),), Nature.UNTITLED, HERE, "Group"),
            Section("Two", 2, (Formula("a\nb", HERE),), Nature.GENERIC, HERE, "Group"),
        ),
        (
            Table(((Text("a"),), ()), (((Math("1"),), (Text("2"),)),), HERE),
            Listing(
                (
                    Entry("Label", words(Text("text")), HERE, 3),
                    Entry("", (), HERE, 4),
                ),
                Marker.NUMBER,
                HERE,
            ),
            Listing((Entry("", words(HOLE), HERE),), Marker.BULLET, HERE),
        ),
        "Summary",
        (Section("Notes", 1, words(Text("for me")), Nature.NAMED, HERE),),
    ),
    (
        Pair(words(Text("What?")), words(Text("That.")), "One", HERE),
        Gapped(words(Text("The "), HOLE, Hole((Text("b"),), "b")), "Two", HERE),
    ),
)


def documents(text: str) -> Iterator[Document]:
    found = parse(parsed.PATH, text.encode("utf-8", "surrogatepass"))
    return (each for each in found if isinstance(each, Document))


def inputs() -> Iterator[str]:
    for path in casefiles.files("parser"):
        yield from (case.given for case in casefiles.read(path))


def test_a_document_can_be_made_again_from_its_json() -> None:
    for document in (EVERYTHING, *(each for text in inputs() for each in documents(text))):
        values = json.loads(json.dumps(plain_values(document)))
        assert made_of(values) == document


def test_every_sentence_stands_in_the_tree_behind_its_place() -> None:
    for document in (each for text in inputs() for each in documents(text)):
        lines = list(tree(document))
        for sentence in all_sentences(document):
            place = f"  {sentence.span.line}:{sentence.span.column} "
            found = [line for line in lines if line.startswith(place)]
            assert any(line.endswith(shown(sentence.runs).rstrip()) for line in found)


def test_every_part_has_a_line_in_the_tree() -> None:
    told = "\n".join(tree(EVERYTHING))
    for line in (
        "A<emphasis b><raised 2><lower 3><code c><math x^2><link a cell | https://example.org/cell>",
        "<image a picture | notes/p.png>",
        'under "Group"',
        'section 2 "Two" (generic)',
        "head [a] []",
        "row  [<math 1>] [2]",
        '3.  label "Label"',
        'closing "Summary"',
        'skipped section 1 "Notes" (named)',
        "cards written by the author: 2",
        'question and answer "One"',
        'text with gaps "Two"',
        "The {{c2::<strong ATP> synthase = atp synthase; motor::a motor}}{{b}}",
    ):
        assert line in told


@pytest.mark.parametrize("sign", ["\u200b", "\u00a0", "\x1b", "\u202e", "\ud800"])
def test_signs_that_cannot_be_seen_are_named(sign: str) -> None:
    assert shown((Text(f"a{sign}b"),)) == f"a<U+{ord(sign):04X}>b"


def test_tabs_and_trailing_spaces_of_code_are_kept_in_sight() -> None:
    (document,) = documents("# Why do cells move?\nSo that they live.\n\n```\na  \n\n\tb\n```\n")
    assert [line[7:] for line in tree(document)][-3:] == ["    | a  ", "    |", "    | ⇥b"]


def all_sentences(document: Document) -> Iterator[Sentence]:
    answer = document.answer
    kept = (*answer.sections, *answer.skipped)
    for blocks in (answer.intro, *(each.blocks for each in kept), answer.closing):
        yield from sentences(blocks)


# -- the way back, as another program would go it --------------------------------------------------


def made_of(values: dict[str, Any]) -> Document:
    return Made(values["path"]).document(values)


class Made:
    def __init__(self, path: str) -> None:
        self.path = path

    def span(self, of: dict[str, Any]) -> Span:
        return Span(self.path, of["line"], of["column"])

    def document(self, of: dict[str, Any]) -> Document:
        names = ("key", "slug", "id", "question", "url", "date")
        lists = ("subjects", "keywords", "related")
        said = {name: of[name] for name in names} | {name: tuple(of[name]) for name in lists}
        answer = of["answer"]
        return Document(
            Front(**said, span=self.span(of)),
            Answer(
                self.blocks(answer["intro"]),
                tuple(self.section(each) for each in answer["sections"]),
                self.blocks(answer["closing"]),
                answer["closing_title"],
                tuple(self.section(each) for each in answer["skipped"]),
            ),
            tuple(self.written(each) for each in of["written"]),
        )

    def section(self, of: dict[str, Any]) -> Section:
        blocks, nature = self.blocks(of["blocks"]), Nature(of["nature"])
        return Section(of["title"], of["number"], blocks, nature, self.span(of), of["group"])

    def written(self, of: dict[str, Any]) -> Written:
        span = self.span(of)
        if of["kind"] == "gapped":
            return Gapped(self.blocks(of["text"]), of["title"], span)
        question, answer = self.blocks(of["question"]), self.blocks(of["answer"])
        return Pair(question, answer, of["title"], span)

    def blocks(self, of: list[dict[str, Any]]) -> Blocks:
        return tuple(self.block(each) for each in of)

    def block(self, of: dict[str, Any]) -> Block:
        span = self.span(of)
        match of["kind"]:
            case "paragraph":
                inner = tuple(self.sentence(each) for each in of["sentences"])
                return Paragraph(inner, span)
            case "code":
                return CodeBlock(of["text"], of["language"], span)
            case "formula":
                return Formula(of["text"], span)
            case "table":
                rows = tuple(tuple(runs(cell) for cell in row) for row in of["rows"])
                return Table(tuple(runs(cell) for cell in of["header"]), rows, span)
            case _:
                entries = tuple(self.entry(each) for each in of["entries"])
                return Listing(entries, Marker(of["marker"]), span)

    def entry(self, of: dict[str, Any]) -> Entry:
        return Entry(of["label"], self.blocks(of["blocks"]), self.span(of), of["number"])

    def sentence(self, of: dict[str, Any]) -> Sentence:
        made = Sentence(runs(of["runs"]), self.span(of))
        assert of["text"] == flat(made.runs)
        return made


PLAIN: dict[str, Callable[[str, bool], Run]] = {
    "text": Text,
    "strong": Strong,
    "emphasis": Emphasis,
    "raised": Raised,
    "lower": Lower,
    "code": Code,
    "math": Math,
}


def runs(of: list[dict[str, Any]]) -> Runs:
    return tuple(one_run(each) for each in of)


def one_run(of: dict[str, Any]) -> Run:
    match of["kind"]:
        case "link":
            return Link(of["text"], of["href"], of.get("marked", False))
        case "image":
            return Image(of["text"], of["src"])
        case "hole":
            inside = runs(of["runs"])
            assert of["text"] == flat(inside)
            return Hole(inside, of["term"], of["number"], of["hint"])  # type: ignore[arg-type]
        case kind:
            return PLAIN[kind](of["text"], of.get("marked", False))
