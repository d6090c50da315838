"""Sheets on paper and for scripts: nothing that a question says is lost, nothing is run."""

import io
import json
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest
from pypdf import PdfReader
from quizsamples import item, pool, run_under, text

from cardsmith.diagnostics import CardsmithError
from cardsmith.model import (
    Bank,
    Choice,
    Code,
    Image,
    Item,
    ItemBody,
    Math,
    Paper,
    Picture,
    Runs,
    Sheet,
    Short,
    Text,
    TrueFalse,
)
from cardsmith.packager import SHEET_WRITERS, printable
from cardsmith.quiz import Recipe, draw
from cardsmith.quiz.versions import mark

BODIES: Mapping[str, ItemBody] = {
    "choice": Choice(
        text("Which organelle captures sunlight?"),
        (text("Chloroplast"), text("Vacuole"), text("Ribosome of the rough membrane")),
        0,
    ),
    "true-false": TrueFalse(
        text("The aorta carries blood back to the heart."), truth=False, correction="vena cava"
    ),
    "bank": Bank(text("Sugar leaves a leaf through its [phloem] at night."), ("xylem", "cuticle")),
    "short": Short(
        text("How does a plant make sugar?"),
        (text("Pigments catch light."), text("Carbon dioxide becomes glucose.")),
    ),
}
# a sheet has no part with false statements only
TRUE = TrueFalse(text("Cold air sinks in a valley."), truth=True, correction="")
PARTS: Mapping[str, tuple[str, ...]] = {
    "choice": (
        "Which organelle captures sunlight?",
        "Chloroplast",
        "Vacuole",
        "Ribosome of the rough",
    ),
    "true-false": ("The aorta carries blood back to the heart.", "vena cava"),
    "bank": ("Sugar leaves a leaf through its", "at night.", "phloem", "xylem", "cuticle"),
    "short": ("How does a plant make sugar?", "Pigments catch light.", "Carbon dioxide becomes"),
}


def sheet(*items: Item, **changes: object) -> Sheet:
    return replace(draw(items, Recipe("Plant cells", seed=3)), **changes)  # type: ignore[arg-type]


def pdf(made: Sheet, pictures: Mapping[str, Picture] | None = None) -> PdfReader:
    return PdfReader(io.BytesIO(SHEET_WRITERS["pdf"](made, pictures or {})))


def plain(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@cache
def twenty() -> Sheet:
    return draw(pool(40), Recipe("Plant cells", seed=3, versions="ABC"))


def test_writers_stand_in_alphabetical_order() -> None:
    assert list(SHEET_WRITERS) == sorted(SHEET_WRITERS)


@pytest.mark.parametrize("kind", BODIES)
def test_paper_loses_nothing_of_a_question(kind: str) -> None:
    told = plain(pdf(sheet(item(BODIES[kind], 1), item(TRUE, 9))))
    for part in (*PARTS[kind], "Sentence 1 of the document on cells.", "What is known of cells?"):
        assert part in told


@pytest.mark.parametrize("kind", BODIES)
def test_json_loses_nothing_of_a_question(kind: str) -> None:
    told = SHEET_WRITERS["json"](sheet(item(BODIES[kind], 1), item(TRUE, 9)), {}).decode()
    for part in PARTS[kind]:
        assert all(piece in told for piece in part.split("|"))


def test_json_names_the_answer_by_its_place_or_its_words() -> None:
    items = [item(body, number) for number, body in enumerate((*BODIES.values(), TRUE))]
    questions = json.loads(SHEET_WRITERS["json"](sheet(*items), {}))
    choice, *_, gap, short = questions
    judged = next(each for each in questions if each.get("correction"))
    assert choice["options"][choice["answer_index"]] == "Chloroplast"
    assert judged["correction"] == "vena cava"
    assert judged["options"][judged["answer_index"]] == "False"
    assert gap["answers"] == ["phloem"]
    assert gap["stem"] == "Sugar leaves a leaf through its ________ at night."
    assert set(gap["options"]) == {"phloem", "xylem", "cuticle"}
    assert short["answers"][0] == "Pigments catch light."
    for question in questions:
        assert question["doc"] == "cells"
        assert question["card"].startswith("cells/")
        assert question["source"].startswith("Sentence")


def test_json_has_formulas_between_their_delimiters() -> None:
    body = Short((Text("What is "), Math("x^2"), Text("?")), (text("A square of some number."),))
    assert r"What is \\(x^2\\)?" in SHEET_WRITERS["json"](sheet(item(body, 1)), {}).decode()


def test_every_version_counts_its_own_pages_and_the_key_comes_last() -> None:
    pages = [page.extract_text() for page in pdf(twenty()).pages]
    runs = [re.search(r"(Version [ABC]|Key)\s+Page (\d+) of (\d+)", page) for page in pages]
    footers = [(run.group(1), int(run.group(2)), int(run.group(3))) for run in runs if run]
    assert len(footers) == len(pages)
    for name in ("Version A", "Version B", "Version C", "Key"):
        numbers = [(number, total) for run, number, total in footers if run == name]
        assert numbers == [(n, len(numbers)) for n in range(1, len(numbers) + 1)]
    assert [run for run, number, _ in footers if number == 1][-1] == "Key"
    assert "Answer key" in pages[[run for run, _, _ in footers].index("Key")]


def test_the_key_tells_the_letters_of_every_version() -> None:
    reader = pdf(twenty())
    told = plain(reader).split("Answer key")[1]
    for version in twenty().versions:
        items = [item for part in version.parts for item in part.items]
        letters = [f"{n} {mark(each)}" for n, each in enumerate(items, 1) if mark(each)]
        row = " ".join(["Version", version.letter, *letters])
        assert row in told


def test_the_front_page_has_lines_for_name_and_score() -> None:
    first = pdf(twenty()).pages[0].extract_text()
    for word in (
        "Plant cells",
        "Biology",
        "Name",
        "Class",
        "Date",
        "Score",
        f"/ {twenty().points}",
    ):
        assert word in first
    assert "Multiple choice" in first
    assert "1 point each." in first


def test_points_are_told_by_question_where_they_differ() -> None:
    brief = replace(item(Short(text("Who counted peas?"), (text("Mendel"),)), 1), points=1)
    told = plain(pdf(sheet(brief, item(BODIES["short"], 2))))
    assert "Who counted peas? (1 point)" in told
    assert "How does a plant make sugar? (2 points)" in told
    assert "points each" not in told


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_paper_is_a4_or_letter(paper: Paper, size: tuple[int, int]) -> None:
    box = pdf(replace(twenty(), paper=paper)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_a_sheet_can_be_read_aloud() -> None:
    body = Short(
        (Text("Why is "), Math(r"\frac{a}{b}"), Text(" small?")),
        (text("It is a fraction of one."),),
    )
    reader = pdf(sheet(item(body, 1)))
    root = reader.root_object
    assert "/Marked" in str(root["/MarkInfo"].get_object())
    assert str(root["/Lang"]).startswith("en")
    assert reader.metadata is not None
    assert reader.metadata.title == "Plant cells"
    assert "a over b" in set(alternatives(reader))


def alternatives(reader: PdfReader) -> Iterator[str]:
    for number in range(1, len(reader.xref_objStm) + len(reader.xref.get(0, {})) + 1):
        thing = reader.get_object(number)
        if isinstance(thing, dict) and "/Alt" in thing:
            yield str(thing["/Alt"])


def test_equal_sheets_are_equal_bytes_in_every_process() -> None:
    program = (
        "from quizsamples import pool; from cardsmith.quiz import Recipe, draw;"
        "from cardsmith.packager import SHEET_WRITERS; import hashlib;"
        "sheet = draw(pool(20), Recipe(seed=5));"
        "print([hashlib.sha256(write(sheet, {})).hexdigest() for write in SHEET_WRITERS.values()])"
    )
    told = {run_under(seed, program) for seed in ("1", "2")}
    assert len(told) == 1


HOSTILE = '#panic("x") *no* _no_ $no$ `no` \\no <no> @no "no" //no /*no*/ #{no} ~ -- {{c1::no}}'


def test_text_is_shown_and_never_run() -> None:
    body = Choice(text(HOSTILE.replace("$", "§")), (text("#a"), text("= b"), text("- c")), 0)
    said = plain(pdf(sheet(item(body, 1), title="#panic() *title*")))
    assert HOSTILE.replace("$", "§") in said
    assert "#panic() *title*" in said
    assert "= b" in said


def test_code_of_several_lines_keeps_its_lines() -> None:
    body = Short(
        (Text("What does it print?"), Code("for n in x:\n    print(n)")),
        (text("All the things in x."),),
    )
    lines = pdf(sheet(item(body, 1))).pages[0].extract_text().splitlines()
    assert any(line.strip() == "for n in x:" for line in lines)
    assert any("print(n)" in line for line in lines)


def test_an_item_with_a_formula_that_is_not_known_is_told_before_it_is_drawn() -> None:
    odd = item(
        Short((Text("What is "), Math(r"\struct{x}"), Text("?")), (text("Nobody knows."),)), 1
    )
    assert printable(odd) == r"formula '\\struct{x}': unknown command \struct"
    assert r"\struct{x}" in plain(pdf(sheet(odd)))


@pytest.mark.parametrize("sign", ["한", "😀"])
def test_an_item_with_a_character_that_no_font_has_is_told(sign: str) -> None:
    for runs in ((Text(f"What is {sign}?"),), (Code(sign),), (Math(sign),)):
        odd = item(Short(runs, (text("Nobody knows."),)), 1)
        assert printable(odd) == f"no font of the sheet has the character {sign!r}"


def test_common_signs_can_be_printed() -> None:
    signs = "é ß Ω → ≤ “quoted” – — … € ½ ² ₂ ′ e\u0301 ☐ ✓ α"
    assert printable(item(Short(text(signs), (text("All of them."),)), 1)) == ""


def test_a_title_that_cannot_be_printed_is_a_wrong_command() -> None:
    with pytest.raises(CardsmithError, match="choose another"):
        SHEET_WRITERS["pdf"](sheet(item(BODIES["short"], 1), title="한"), {})


def png(side: int) -> bytes:
    """A grey square."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    rows = b"".join(b"\0" + b"\x80" * side for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


ILLUSTRATED: Runs = (
    Text("Which vessel is this?"),
    Image("a branching vessel", "content/vessel.png"),
)


def test_a_picture_is_printed_with_its_alternative_text() -> None:
    made = sheet(item(Short(ILLUSTRATED, (text("The aorta of a frog."),)), 1))
    reader = pdf(made, {"content/vessel.png": Picture("cs-1.png", png(8))})
    assert len(reader.pages[0].images) == 1
    assert "a branching vessel" in set(alternatives(reader))


@pytest.mark.parametrize("content", [None, b"no picture at all"])
def test_a_picture_that_cannot_be_shown_is_told_in_words(content: bytes | None) -> None:
    pictures = {} if content is None else {"content/vessel.png": Picture("cs-2.png", content)}
    made = sheet(item(Short(ILLUSTRATED, (text("The aorta of a frog."),)), 1))
    assert "[a branching vessel]" in plain(pdf(made, pictures))


def test_a_bank_stands_on_every_page_that_has_one_of_its_gaps() -> None:
    made = draw(pool(60), Recipe("Gaps", count=40, seed=3, versions="A", parts=(("bank", 1),)))
    word = made.versions[0].parts[0].bank[0]
    pages = [page.extract_text() for page in pdf(made).pages]
    gaps = [page for page in pages if "____" in page]
    assert len(gaps) > 1
    assert all(word in page for page in gaps)
