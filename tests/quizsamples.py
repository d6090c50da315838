"""Documents and notes for the tests of quizzes, written in a few lines each.

question: What are the parts of a plant cell?
keywords: chloroplast, vacuole
# Chloroplast                        a section
The [chloroplast] turns light into sugar.            a sentence; with brackets, a cloze note
- Osmosis: Water moves through a membrane.           an entry of a list, with its label
T: osmosis = the movement of water                   a term note
Q: Which part of the cell is this? It turns light into sugar. = Chloroplast
E: Explain how a cell makes food. = Light is caught. / Sugar is made.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from cardsmith.ledger import guid
from cardsmith.markup import fold
from cardsmith.model import (
    QA,
    Answer,
    Bank,
    Blocks,
    Body,
    Choice,
    Cloze,
    Document,
    Entry,
    Front,
    Hole,
    Item,
    ItemBody,
    Kept,
    Listing,
    Marker,
    Math,
    Nature,
    Note,
    Paragraph,
    Run,
    Runs,
    Section,
    Sentence,
    Short,
    Span,
    Term,
    Text,
    TrueFalse,
)
from cardsmith.quiz.ranks import rank

SPAN = Span("content/cells.md", 1, 1)
PIECES = re.compile(r"\[([^\]]+)\]|\$([^$]+)\$|([^\[$]+)")


def text(words: str) -> Runs:
    """Runs of a line; ``$x$`` is a formula, ``[x]`` a hole."""
    return tuple(_runs(words))


def _runs(words: str) -> Iterator[Run]:
    for hole, tex, plain in PIECES.findall(words):
        if hole:
            inner = Math(hole[1:-1]) if hole.startswith("$") else Text(hole)
            yield Hole((inner,), fold(hole))
        else:
            yield Math(tex) if tex else Text(plain)


def shown(runs: Runs) -> Runs:
    return tuple(Text(run.text) if isinstance(run, Hole) else run for run in runs)


def paragraph(*lines: str) -> Paragraph:
    return Paragraph(tuple(Sentence(text(line), SPAN) for line in lines), SPAN)


def front(question: str, key: str = "cells", keywords: Sequence[str] = ()) -> Front:
    return Front(key, key, "7", question, ("Biology",), tuple(keywords), (), "", "", SPAN)


def sample(source: str) -> tuple[Document, tuple[Kept, ...]]:
    """A document and its notes."""
    lines = [line for line in source.splitlines() if line.strip()]
    said = dict(line.split(": ", 1) for line in lines if re.match(r"[a-z]+: ", line))
    keywords = [word.strip() for word in said.get("keywords", "").split(",") if word.strip()]
    asked = front(said["question"], said.get("key", "cells"), keywords)
    body = [line for line in lines if not re.match(r"[a-z]+: ", line)]
    sections = list(_sections(body))
    answer = Answer(sections[0].blocks, tuple(sections[1:]), ())
    return Document(asked, answer), tuple(_notes(body, asked.key))


def _sections(lines: Sequence[str]) -> Iterator[Section]:
    title, number, inner = "", 0, list[str]()
    for line in [*lines, "# "]:
        if line.startswith("# "):
            nature = Nature.NAMED if title else Nature.UNTITLED
            yield Section(title, number, _blocks(inner), nature, SPAN)
            title, number, inner = line[2:], number + 1, []
        elif not re.match(r"[A-Z]: ", line):
            inner.append(line)


def _blocks(lines: Sequence[str]) -> Blocks:
    plain = [line.replace("[", "").replace("]", "") for line in lines]
    told = [line for line in plain if not line.startswith("- ")]
    entries = tuple(
        Entry(label, (paragraph(rest),), SPAN)
        for label, _, rest in (line[2:].partition(": ") for line in plain if line.startswith("- "))
    )
    blocks: list[Paragraph | Listing] = [paragraph(*told)] if told else []
    return (*blocks, Listing(entries, Marker.BULLET, SPAN)) if entries else tuple(blocks)


def _notes(lines: Sequence[str], key: str) -> Iterator[Kept]:
    section = ""
    for line in lines:
        if line.startswith("# "):
            section = line[2:]
        elif made := _made(line):
            kind, body, source = made
            name = fold(line)[:60]
            note = Note(key, kind, name, body, "", section, source, SPAN, 80)
            yield Kept(note, guid(note.key))


def _made(line: str) -> tuple[str, Body, Runs] | None:
    asked, _, told = line[3:].partition(" = ")
    match line[:3]:
        case "T: ":
            ask, name = text(f"What is {asked}?"), text("What is this called?")
            return "term", Term(text(asked), text(told), ask, name, ""), text(told)
        case "Q: ":
            return (
                "section",
                QA((paragraph(asked),), (paragraph(told),)),
                text(asked.split("? ")[-1]),
            )
        case "E: ":
            return "explain", QA((paragraph(asked),), (paragraph(*told.split(" / ")),)), ()
        case _:
            return _cloze(line)


def _cloze(line: str) -> tuple[str, Body, Runs] | None:
    runs = text(line.removeprefix("- "))
    holes = any(isinstance(run, Hole) for run in runs)
    return ("cloze", Cloze((paragraph(line),)), shown(runs)) if holes else None


def item(body: ItemBody, number: int, document: str = "cells") -> Item:
    """An item as if made from note ``number`` of a document."""
    kinds = {Choice: "choice", TrueFalse: "true-false", Bank: "bank", Short: "short"}
    kind = kinds[type(body)]
    name = f"{document}/{kind}/{number}"
    points = 2 if kind == "short" else 1
    source = text(f"Sentence {number} of the document on {document}.")
    asked = front(f"What is known of {document}?", document)
    return Item(
        guid(name)[:5].upper() + kind[0].upper(), kind, body, points, name, asked, source, SPAN
    )


def run_under(seed: str, program: str) -> str:
    """What a program prints in a process of its own, under a seed for the hashes of Python."""
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program],
        env={"PYTHONPATH": path, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout


SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


def word(*names: object) -> str:
    """A word of six letters that no other names give, or hardly ever."""
    number = rank("word", *names)
    return "".join(SYLLABLES[number // 70**place % 70] for place in range(3))


def pool(documents: int) -> list[Item]:
    """A choice, two statements, two gaps and an open question for each of many documents."""
    return [item for number in range(documents) for item in _six(f"doc{number}")]


def _six(document: str) -> Iterator[Item]:
    def made(place: int, body: ItemBody) -> Item:
        return replace(item(body, place, document))

    def w(*names: object) -> str:
        return word(document, *names)

    options = tuple(text(w("option", place)) for place in range(3 + len(document) % 2))
    yield made(0, Choice(text(f"{w(0).title()} makes ________."), options, 0))
    for place, truth in ((1, True), (2, False)):
        right = "" if truth else w("right")
        yield made(place, TrueFalse(text(f"{w(place).title()} makes {w(-place)}."), truth, right))
    for place in (3, 4):
        spares = tuple(w("spare", place, number) for number in range(3))
        yield made(place, Bank(text(f"{w(place).title()} is a [{w('gap', place)}]."), spares))
    yield made(5, Short(text(f"What is {w(5)}?"), (text(f"It is {w(6)} of {w(7)}."),)))
