"""What holds of every document: nothing is lost, nothing breaks, every place is right."""

import itertools
import re
import unicodedata

import parsed
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardsmith.diagnostics import Diagnostic
from cardsmith.markup import flat, plain, sentences
from cardsmith.model import Blocks, Document, Sentence
from cardsmith.parser import parse
from cardsmith.parser.escapes import Decoded, decode
from cardsmith.parser.places import Lines, Places

ANSWER = r"""Cells move.

1. **Flagella**: They *beat* at $\nu = 3$.
   - **Whip**: `a\tb`

$$
\nabla f
$$

2. **Cilia**: [They](a.md) sweep.

| a | b |
|---|---|
| c | d |

In summary, cells move."""
SAMPLE = f"""---
id: 12
date: 2025-02-06
question: >-
    How do cells move?
answer: >-
    {ANSWER.replace(chr(10), chr(92) + "n")}
subject: Biology
seo:
  page_keywords: >-
    cells, cilia
related_article1:
    id: 7
---

&nbsp;
"""
NOTE = """# How do cells move?
They *beat*.

1. **Flagella**: They beat.
   > A <b>whip</b>.

```c
x
```

## Cilia
- **One**: $x$
- two

## Why?
| a | b |
|---|---|
| c | d |
"""


# A slow machine is no fault of the parser.
steady = settings(deadline=None)


def documents(text: str | bytes) -> list[Document]:
    content = text if isinstance(text, bytes) else text.encode()
    found = list(parse(parsed.PATH, content))
    assert not [one for one in found if isinstance(one, Diagnostic)]
    return [one for one in found if isinstance(one, Document)]


def all_blocks(document: Document) -> Blocks:
    inner = [block for section in document.answer.sections for block in section.blocks]
    return (*document.answer.intro, *inner, *document.answer.closing)


def all_sentences(document: Document) -> list[Sentence]:
    return list(sentences(all_blocks(document)))


# -- nothing breaks ------------------------------------------------------------------------------

pieces = st.sampled_from(
    [
        *(b"---\n", b"\n", b"answer: ", b"$", b"$$", b"\\n", b"**", b"`", b"```\n", b"- ", b"1. "),
        *(b"# ", b"[", b"](", b"<b>", b"\xff", b"\0", b"\r\n", b"&a ", b"*a", b'"', b": ", b"{"),
        *(b"\\(", b"\\]", b"question: x?\n", b"    ", b"\t", b"~", b"!!x ", b">", b"|"),
        "é水😀\u2028\x85".encode(),
    ]
)
edits = st.lists(
    st.tuples(st.integers(0, 900), st.integers(0, 12), st.one_of(pieces, st.binary(max_size=3))),
    max_size=12,
)


@steady
@given(st.sampled_from([SAMPLE, NOTE]), edits)
def test_no_change_to_a_file_makes_the_parser_fail(
    text: str, changes: list[tuple[int, int, bytes]]
) -> None:
    content = text.encode()
    for at, length, piece in changes:
        content = content[:at] + piece + content[at + length :]
    for found in parse(parsed.PATH, content):
        if isinstance(found, Diagnostic):
            assert found.message
            assert found.span.line >= 1
            assert found.span.column >= 1
        else:
            assert all_blocks(found) or found.answer.sections


@steady
@given(st.lists(pieces, max_size=60).map(b"".join))
def test_no_bytes_make_the_parser_fail(content: bytes) -> None:
    for found in parse(parsed.PATH, content):
        assert isinstance(found, Document | Diagnostic)


@steady
@given(st.text(max_size=80))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    content = f"# Why?\n{text}".encode("utf-8", "surrogatepass")
    assert list(parse(parsed.PATH, content))


MANY = [
    *("![a", "[a](", "**a** ", "`a ", "a_", "<a ", "<b>x", "$a ", "\\(a", "\\[", "(A b. ", "a\n"),
    *("!", "- a\n", "## a\n", "**a**: b\n\n", "<div>\n", "> a\n", "|a|b\n|-|-\n"),
    "1. **a**\n\n```\nx\n```\n\n",
]


@pytest.mark.parametrize("unit", MANY)
def test_much_of_one_sign_is_read_to_the_end(unit: str) -> None:
    text = f"# Why is it so?\n{unit * (40_000 // len(unit))} end"
    (found, *_) = parse(parsed.PATH, text.encode())
    assert isinstance(found, Document)


def test_what_is_nested_too_deep_is_told() -> None:
    deep = [
        "> " * 10_000 + "a",
        "- " * 10_000 + "a",
        "\n".join("  " * at + "- a" for at in range(200)),
    ]
    for text in deep:
        (found,) = parse(parsed.PATH, f"# Why?\n{text}".encode())
        assert isinstance(found, Diagnostic)
        assert found.code == "too-deep"
    for text in ["[" * 10_000, "{a: " * 10_000, "".join(f"{' ' * at}a:\n" for at in range(1500))]:
        (found,) = parse(parsed.PATH, f"---\na: {text}\n---\n".encode())
        assert isinstance(found, Diagnostic)
        assert found.code in {"too-deep", "yaml"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "1:1: error[empty] the file is empty; write it or remove it"),
        (b"a\nb\xe9", "2:2: error[not-utf8] byte 0xe9 is not UTF-8; save the file as UTF-8"),
        (b"a\0", "1:2: error[binary] this looks like a binary file (it holds a NUL byte); move it"),
        (b"a" * 5_000_001, "1:1: error[too-large] the file is larger than 5 MB; split it"),
        (b"---\na: \x01\n---\n", "2:4: error[yaml] the character U+0001 cannot stand here"),
    ],
)
def test_bytes_that_are_no_text_are_told_with_their_place(content: bytes, told: str) -> None:
    (found,) = parse(parsed.PATH, content)
    assert str(found).startswith(f"{parsed.PATH}:{told}")


# -- nothing is lost -----------------------------------------------------------------------------

words = st.integers(0, 10**6).map(lambda number: f"w{number}x")
lines = st.lists(words, min_size=1, max_size=6).map(" ".join)
prose = st.lists(lines.map(lambda line: f"{line.capitalize()}."), min_size=1, max_size=3).map(
    " ".join
)
bold = lines.map(lambda line: f"**{line.title()}**")
labelled = st.tuples(bold, st.sampled_from([": ", " - ", " ", ":\n   "]), prose).map("".join)
items = st.lists(st.one_of(prose, labelled), min_size=1, max_size=4)


def numbered(entries: list[str]) -> str:
    return "\n".join(f"{number}. {entry}" for number, entry in enumerate(entries, 1))


def bulleted(entries: list[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)


blocks = st.one_of(
    prose,
    bold,
    labelled,
    items.map(numbered),
    items.map(bulleted),
    st.tuples(items.map(numbered), items.map(bulleted)).map(
        lambda both: both[0] + "\n" + both[1].replace("- ", "   - ")
    ),
    st.tuples(st.sampled_from(["##", "###", "####"]), lines).map(" ".join),
    lines.map(lambda line: f"```\n{line}\n```"),
    lines.map(lambda line: f"$$\n{line}\n$$"),
    lines.map(lambda line: f"> {line}"),
    lines.map(lambda line: f"| {line} | b |\n|---|---|\n| c | d |"),
    prose.map(lambda text: f"In summary, {text}"),
)


@steady
@given(st.lists(blocks, min_size=1, max_size=8))
def test_every_word_of_an_answer_is_in_one_of_its_parts(parts: list[str]) -> None:
    count = itertools.count(1)
    body = "\n\n".join(["The answer begins with a sentence of some length.", *parts])
    body = re.sub(r"(?i)w\d+x", lambda match: f"{match[0][0]}{next(count)}x", body)
    (document,) = documents(f"# Why is it so, and how?\n{body}")
    answer = document.answer
    told = "\n".join(
        [
            plain(all_blocks(document)),
            *(section.title for section in answer.sections),
            *{section.group for section in answer.sections},
        ]
    )
    assert set(re.findall(r"w\d+x", body.casefold())) <= set(re.findall(r"w\d+x", told.casefold()))


@steady
@given(st.lists(blocks, min_size=1, max_size=8))
def test_sections_are_counted_from_one(parts: list[str]) -> None:
    (document,) = documents(
        "# Why is it so, and how?\n"
        + "\n\n".join(["The answer begins with a sentence of some length.", *parts])
    )
    before: dict[str, int] = {}
    for section in document.answer.sections:
        assert section.number in {1, before.get(section.group, 0) + 1}
        before[section.group] = section.number


COMMANDS = r"\nabla \neq \neg \nu \notin \not \nmid \ne \ni \nleq \newline \theta \text{a}".split()


@steady
@given(
    st.lists(st.sampled_from(COMMANDS), min_size=1, max_size=5),
    st.sampled_from(["$%s$", r"\(%s\)", r"$$\n%s\n$$", r"\[\n%s\n\]", r"$$%s$$"]),
)
def test_a_command_that_begins_like_a_newline_survives(commands: list[str], form: str) -> None:
    tex = " = ".join(commands)
    text = f"Intro here.\\n\\n{form.replace('%s', tex)}\\n\\nnext one"
    (document,) = documents(f"---\nquestion: Why?\nanswer: >-\n  {text}\n---\n")
    told = plain(all_blocks(document))
    assert tex in told
    assert "\\n\\n" not in told
    assert told.endswith("next one")


# -- every place is right ------------------------------------------------------------------------

WAYS_TO_WRITE = {
    "folded": "---\nquestion: Why?\nanswer: >-\n    {folded}\n---\n",
    "literal": "---\nquestion: Why?\nanswer: |\n  {indented}\n---\n",
    "double": '---\nquestion: Why?\nanswer: "{folded}"\n---\n',
    "single": "---\nquestion: Why?\nanswer: '{folded}'\n---\n",
    "body": "---\nquestion: Why?\n---\n\n{real}\n",
    "windows": "---\r\nquestion: Why?\r\n---\r\n{windows}\r\n",
}


@pytest.mark.parametrize("way", WAYS_TO_WRITE)
@steady
@given(paragraphs=st.lists(prose, min_size=1, max_size=5))
def test_a_sentence_starts_where_its_place_says(way: str, paragraphs: list[str]) -> None:
    real = "\n\n".join(["Begin here now.", *paragraphs])
    text = WAYS_TO_WRITE[way].format(
        folded=real.replace("\n", "\\n"),
        indented=real.replace("\n", "\n  "),
        real=real,
        windows=real.replace("\n", "\r\n"),
    )
    (document,) = documents(text)
    rows = text.replace("\r\n", "\n").split("\n")
    for sentence in all_sentences(document):
        row = rows[sentence.span.line - 1]
        assert row.startswith(flat(sentence.runs), sentence.span.column - 1)


escaped = st.lists(
    st.sampled_from(["\\n", "\\t", "\\", "a", "$", "`", "\\nu", "```", "$$", " ", '"', "\n"])
).map("".join)


@steady
@given(escaped)
def test_decoding_knows_the_way_back(raw: str) -> None:
    decoded = decode(raw)
    places = Places(Lines.of("a.md", raw), (0,), (0,), decoded)
    rows = raw.split("\n")
    for at, sign in enumerate(decoded.text):
        span = places.span(at)
        row = rows[span.line - 1]
        if at in decoded.shrunk:
            assert row.startswith(("\\", '""'), span.column - 1)
        else:
            assert (row + "\n")[span.column - 1] == sign


def test_a_text_without_escapes_is_left_alone() -> None:
    assert decode("a\nb") == Decoded("a\nb")


# -- one text in many spellings ------------------------------------------------------------------


@pytest.mark.parametrize("text", [SAMPLE, NOTE])
def test_line_ends_marks_and_accents_make_no_difference(text: str) -> None:
    text = text.replace("cells", "c\u00e9lls")
    wanted = documents(text)
    assert documents(text.replace("\n", "\r\n")) == wanted
    assert documents(b"\xef\xbb\xbf" + text.encode()) == wanted
    assert documents(unicodedata.normalize("NFD", text)) == wanted


def test_the_same_bytes_give_the_same_documents() -> None:
    assert documents(SAMPLE) == documents(SAMPLE)
