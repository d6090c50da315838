"""What people write by hand comes out word for word, in its place, whatever stands around it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import parsed
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.diagnostics import Diagnostic, Severity
from cardsmith.markup import flat, lines, plain, sentences
from cardsmith.model import Blocks, Document, Gapped, Hole, Pair, Span, Text
from cardsmith.parser import parse
from cardsmith.parser.edits import Edit, edited
from cardsmith.parser.escapes import Decoded
from cardsmith.parser.names import words as named
from cardsmith.parser.places import Lines, Places


def read(text: str) -> Document:
    """The only document of a file without faults."""
    (document,) = parse(parsed.PATH, text.encode())
    assert isinstance(document, Document), document
    return document


def at(text: str, span: Span) -> str:
    """What stands at a place of a file, to the end of its line."""
    return text.split("\n")[span.line - 1][span.column - 1 :]


words = st.integers(0, 10**6).map(lambda number: f"w{number}x")
line = st.lists(words, min_size=1, max_size=7).map(" ".join)
sentence = line.map(lambda text: f"{text.capitalize()}.")


# -- pairs ---------------------------------------------------------------------------------------

MARKS = [
    ("Q: ", "A: "),
    ("q1: ", "a1: "),
    ("Q. ", "A. "),
    ("Question: ", "Answer: "),
    ("**Q:** ", "**A:** "),
    ("**Question 3**: ", "**Answer**: "),
    ("- Q: ", "- A: "),
    ("### Q: ", "A:\n\n"),
    ("> Q: ", "> A: "),
]
pair = st.tuples(st.sampled_from(MARKS), line, st.lists(line, min_size=1, max_size=3))
stray = st.one_of(line.map("## {}".format), st.just("---"), line.map("## X\n\n{}".format))


@given(st.lists(st.tuples(st.lists(stray, max_size=1), pair), min_size=1, max_size=6))
def test_every_pair_comes_out_word_for_word_and_in_its_place(
    written: list[tuple[list[str], tuple[tuple[str, str], str, list[str]]]],
) -> None:
    numbers = count()
    blocks: list[str] = []
    wanted: list[tuple[str, str]] = []
    for before, ((asks, answers), question, rows) in written:
        asked, (first, *more) = f"n{next(numbers)} {question}?", rows
        quote = "> " if asks.startswith(">") else ""
        lead = "" if answers.endswith("\n") else " " * (len(answers) - len(quote))
        under = "".join(f"\n{quote}{lead if not quote else ''}{row}" for row in more)
        blocks += [*before, f"{asks}{asked}\n{answers}{first}{under}"]
        wanted.append((asked, " ".join([first, *more])))
    text = "\n\n".join(["Some words come first.", *blocks])
    found = [card for card in read(text).written if isinstance(card, Pair)]
    assert [(plain(card.question), plain(card.answer)) for card in found] == wanted
    for card in found:
        assert at(text, card.span).startswith(plain(card.question))
        for each in sentences((*card.question, *card.answer)):
            assert at(text, each.span).startswith(flat(each.runs).split(" ", 1)[0])


def test_what_stands_outside_of_pairs_is_the_answer_and_stays_in_place() -> None:
    text = (
        "# Blood\nOne here.\n\nQ: a?\nA: b\n---\nTwo **here**.\n\n## Cells\nQ: c?\nA: d\n## E\nF."
    )
    answer = read(text).answer
    told = [*sentences(answer.intro), *sentences(answer.sections[0].blocks)]
    assert [at(text, each.span) for each in told] == ["One here.", "Two **here**.", "F."]
    assert [section.title for section in answer.sections] == ["E"]


def test_only_a_missing_answer_is_told_and_the_other_pairs_are_kept() -> None:
    text = "Q: a?\nQ: b?\nA: c\n\nQ: d?\n\n## E\nA: f"
    found = list(parse(parsed.PATH, text.encode()))
    faults = [one for one in found if isinstance(one, Diagnostic)]
    assert [(one.code, at(text, one.span)) for one in faults] == [
        ("no-answer", "a?"),
        ("no-answer", "d?"),
    ]
    (document,) = [one for one in found if isinstance(one, Document)]
    assert [plain(card.question) for card in document.written if isinstance(card, Pair)] == ["b?"]


# -- gaps ----------------------------------------------------------------------------------------

inner = st.one_of(
    line,
    line.map("**{}**".format),
    line.map("`{}::y`".format),
    line.map("${}^{{2}}$".format),
    st.just("{1, 2}"),
)
hint = st.one_of(st.just(""), line.map("::{}".format))
hole = st.tuples(st.integers(1, 4), inner, hint)
SIGNS = re.compile(r"\*\*|`|\$")


def holes(text: Blocks) -> Iterator[Hole]:
    return (run for runs in lines(text) for run in runs if isinstance(run, Hole))


def gapped(document: Document) -> list[Gapped]:
    return [card for card in document.written if isinstance(card, Gapped)]


@given(st.lists(st.tuples(line, hole), min_size=1, max_size=6), line)
def test_every_gap_hides_what_its_author_marked(
    parts: list[tuple[str, tuple[int, str, str]]], end: str
) -> None:
    marked = "".join(
        f"{before} {{{{c{number}::{inside}{told}}}}} " for before, (number, inside, told) in parts
    )
    text = f"{marked}{end}."
    document = read(text)
    (found,) = gapped(document)
    assert at(text, found.span) == text
    shown = "".join(f"{before} {SIGNS.sub('', inside)} " for before, (_, inside, _) in parts)
    assert plain(found.text) == f"{shown}{end}."
    assert not list(holes(document.answer.sections[0].blocks))
    assert plain(document.answer.sections[0].blocks) == plain(found.text)
    made = list(holes(found.text))
    assert [(one.text, one.hint) for one in made] == [
        (SIGNS.sub("", inside), told.removeprefix("::")) for _, (_, inside, told) in parts
    ]
    numbers = [number for _, (number, _, _) in parts]
    together = {(one.term, number) for one, number in zip(made, numbers, strict=True)}
    assert len({term for term, _ in together}) == len(together) == len(set(numbers))


@given(st.lists(hole, min_size=1, max_size=5), st.permutations(range(1, 5)))
def test_the_numbers_themselves_mean_nothing(
    parts: list[tuple[int, str, str]], others: list[int]
) -> None:
    def text(numbers: list[int]) -> str:
        return " and ".join(
            f"{{{{c{numbers[number - 1]}::{inside}{told}}}}}" for number, inside, told in parts
        )

    one, other = gapped(read(text([1, 2, 3, 4]))), gapped(read(text(others)))
    assert [list(holes(card.text)) for card in one] == [
        [replace(run, number=0) for run in holes(card.text)] for card in other
    ]


# -- what stands beside the text -----------------------------------------------------------------

ASIDES = [
    "%%no%%",
    "<!-- no -->",
    "[^1]",
    "[[no#no|yes]]",
    "[[yes]]",
    "[[no/yes]]",
    "![[no]]",
    "`[[yes]]`",
]
noted = st.lists(
    st.lists(st.one_of(words, st.sampled_from(ASIDES)), min_size=1, max_size=8), min_size=1
)


@given(noted, st.sampled_from(["", "- [ ] ", "> [!note]\n> ", "1. [x] "]))
def test_words_keep_their_places_among_all_that_is_no_text(
    rows: list[list[str]], lead: str
) -> None:
    paragraphs = [f"{lead}{' '.join(['First', *row])}. #tag\n" for row in rows]
    text = "\n".join(["Begin here.\n", *paragraphs, "[^1]: Last."])
    document = read(text)
    answer = document.answer
    found = [
        each
        for part in (answer.intro, *[s.blocks for s in answer.sections], answer.closing)
        for each in sentences(part)
    ]
    assert len(found) == len(rows) + 2
    for each, row in zip(found[1:-1], rows, strict=True):
        assert at(text, each.span).startswith("First")
        told = [re.sub(r"\[\[yes\]\]", "[[yes]]", word) for word in row]
        kept = ["First", *[word for word in told if "yes" in word or word.startswith("w")]]
        wanted = [
            "[[yes]]" if word.startswith("`") else "yes" if "yes" in word else word for word in kept
        ]
        assert flat(each.runs).rstrip(".").split() == wanted
    assert at(text, found[-1].span) == "Last."


@given(st.text(st.sampled_from("ab\n"), min_size=1, max_size=30), st.data())
def test_an_edited_text_knows_where_its_characters_stood(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    edits = data.draw(st.lists(st.tuples(ends, ends, st.sampled_from(["", "-", "--"]))))
    places = Places(Lines.of("a.md", text), (0,), (0,), Decoded(text))
    new, moved = edited(text, places, [Edit(min(a, b), max(a, b), c) for a, b, c in edits])
    for offset, sign in enumerate(new):
        if sign != "-":
            span = moved.span(offset)
            assert (text.split("\n")[span.line - 1] + "\n")[span.column - 1] == sign


# -- marks ---------------------------------------------------------------------------------------


@given(st.lists(st.tuples(line, sentence, st.booleans()), min_size=2, max_size=6))
def test_what_is_kept_out_is_kept_apart_and_nothing_is_lost(
    parts: list[tuple[str, str, bool]],
) -> None:
    mark = " <!-- cardsmith: skip -->"
    rows = [
        f"## n{number} {title}\nIt is said that {text}{mark if out else ''}"
        for number, (title, text, out) in enumerate(parts)
    ]
    (found,) = parse(parsed.PATH, "\n".join(["Some words on all of it at first.", *rows]).encode())
    if all(out for _, _, out in parts):
        assert isinstance(found, Document)
        assert not found.answer.sections
        return
    assert isinstance(found, Document)
    titles = [f"n{number} {title}" for number, (title, _, _) in enumerate(parts)]
    kept = [title for title, (_, _, out) in zip(titles, parts, strict=True) if not out]
    out = [title for title, (_, _, out) in zip(titles, parts, strict=True) if out]
    assert [section.title for section in found.answer.sections] == kept
    assert [section.title for section in found.answer.skipped] == out


# -- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("cell-membrane_transport", "Cell membrane transport"),
        ("Cell membrane", "Cell membrane"),
        ("T-cells in blood", "T-cells in blood"),
        ("pH_and_buffers", "pH and buffers"),
        ("01 - Osmosis", "Osmosis"),
        ("02-osmosis", "Osmosis"),
        ("3. Diffusion", "Diffusion"),
        ("3-laws-of-motion", "3 laws of motion"),
        ("202603011200 Osmosis", "Osmosis"),
        ("2026-03-01", "2026-03-01"),
        ("Zellatmung", "Zellatmung"),
        ("---", "---"),
    ],
)
def test_the_name_of_a_file_in_words(slug: str, name: str) -> None:
    assert named(slug) == name


def test_a_subject_that_is_a_link_is_its_words() -> None:
    text = (
        '---\nsubject: "[[Biology]]"\ntags: ["[[Cells|cell]]", wall]\n---\nCells have a wall here.'
    )
    front = read(text + " It is thick.").front
    assert (front.subjects, front.keywords) == (("Biology",), ("cell", "wall"))


# -- nothing breaks ------------------------------------------------------------------------------

NOTE = """---
tags: [a]
---
#tag
Q: What is {{c1::a}}? ![[b.png]]
A: It is [[c|d]].[^1] ^name

> [!note] Title
> - [ ] a task %%no%%

Answer: {{c2::$x_{1}$::hint}} and {{c1::`y`}}:
- {{c3::z}} <!-- cardsmith: skip -->

## Q2. How?
A. So. <!-- cardsmith: skipp -->

[^1]: Text.
"""
pieces = st.sampled_from(
    [
        *("{{c1::", "}}", "::", "[[", "]]", "![[", "|", "%%", "<!--", "-->", "[^1]", "^a1b", "#t"),
        *("[!a]", "`", "$", "cardsmith", "\n", "\n\n", "Q: ", "\nA: ", "> ", "- ", "## ", "---\n"),
        "```\n",
    ]
)
changes = st.lists(st.tuples(st.integers(0, 420), st.integers(0, 9), pieces), max_size=10)


@given(changes)
def test_no_change_to_a_note_makes_the_parser_fail(edits: list[tuple[int, int, str]]) -> None:
    text = NOTE
    for start, length, piece in edits:
        text = text[:start] + piece + text[start + length :]
    rows = text.split("\n")
    for found in parse(parsed.PATH, text.encode()):
        span = found.span if isinstance(found, Diagnostic) else found.front.span
        assert 1 <= span.line <= len(rows)
        if isinstance(found, Document):
            for card in found.written:
                assert card.span.line <= len(rows)


MANY = [
    *("{{c1::a ", "{{c1::a}} ", "{{", "}}", "{{c1::`", "{{c1::$a ", "{{c1::{{c2::a}} "),
    *("[[a ", "[[a]] ", "![[a ", "%% ", "%%\n", "<!-- ", "-->", "[^1]", "[^1]: a\n", "^abc\n"),
    *("#a ", "#a\n", "Q: a\n", "Q: a\nA: b\n\n", "A: a\n", "> [!a] b\n", "- [ ] a\n", "{{a}} "),
    *("<!-- cardsmith: skip -->\n", "## a <!-- cardsmith: skip -->\n", "Q: a?\nB: b\n", "[[a|b"),
]


@pytest.mark.parametrize("unit", MANY)
def test_much_of_one_mark_is_read_to_the_end(unit: str) -> None:
    text = f"# Cells and more\n{unit * (30_000 // len(unit))} end\n"
    for found in parse(parsed.PATH, text.encode()):
        if isinstance(found, Diagnostic) and found.severity is Severity.ERROR:
            assert found.code in {"duplicate-question", "no-answer", "too-much-markup"}


def test_a_hole_is_plain_words_in_the_answer() -> None:
    (section,) = read("The {{c1::heart}} beats.").answer.sections
    assert list(lines(section.blocks)) == [(Text("The heart beats."),)]
