"""One deck with a note of every kind that a writer has to spell."""

import zlib
from struct import pack
from typing import Final

from cardsmith.model import (
    QA,
    Block,
    Blocks,
    Body,
    Cloze,
    Code,
    CodeBlock,
    Deck,
    Emphasis,
    Entry,
    Formula,
    Front,
    Hole,
    Image,
    Kept,
    Link,
    Listing,
    Lower,
    Marker,
    Math,
    Note,
    Paragraph,
    Picture,
    Placed,
    Preset,
    Raised,
    Run,
    Runs,
    Sentence,
    Span,
    Strong,
    Table,
    Term,
    Text,
)

HERE: Final = Span("content/biology/cells.md", 12, 5)
PRESET: Final = Preset("cardsmith: 8 new a day", new_per_day=8, reviews_per_day=150, retention=0.9)


def words(*runs: Run | str) -> Runs:
    return tuple([Text(run) if isinstance(run, str) else run for run in runs])


def paragraph(*runs: Run | str) -> Paragraph:
    return Paragraph((Sentence(words(*runs), HERE),), HERE)


def blocks(*parts: Block | str) -> Blocks:
    return tuple([paragraph(part) if isinstance(part, str) else part for part in parts])


def hole(number: int, *runs: Run | str, hint: str = "") -> Hole:
    inside = words(*runs)
    return Hole(inside, "".join(run.text for run in inside).casefold(), number, hint)  # type: ignore[arg-type]  # a hole in a hole is a mistake of the test


def numbered(*entries: Runs) -> Listing:
    made = [
        Entry("", (Paragraph((Sentence(runs, HERE),), HERE),), HERE, number)
        for number, runs in enumerate(entries, 1)
    ]
    return Listing(tuple(made), Marker.NUMBER, HERE)


def front(question: str, slug: str, subject: str = "Biology", url: str = "") -> Front:
    return Front(slug, slug, "", question, (subject,), (), (), url, "2026-03-02", HERE)


def png(width: int, height: int) -> bytes:
    """A picture of black lines on a transparent ground."""
    rows = [
        b"\0" + b"".join(
            b"\0\0\0\xff" if x % 40 < 3 or y % 40 < 3 else b"\0\0\0\0" for x in range(width)
        )
        for y in range(height)
    ]  # fmt: skip
    parts = [(b"IHDR", pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))]
    parts += [(b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b"")]
    chunks = [
        pack(">I", len(body)) + kind + body + pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


PICTURES: Final = {
    "content/biology/grid.png": Picture("cs-5b7e0c9d21aa44f0.png", png(320, 200)),
}

CELLS: Final = front(
    "How does a cell release energy from sugar?",
    "how-does-a-cell-release-energy-from-sugar",
    url="https://example.org/learn/biology/cell-energy",
)
LOOPS: Final = front("How do loops end?", "how-do-loops-end", "Computer science")
WAVES: Final = front("What is a standing wave?", "what-is-a-standing-wave", "Physics")


def note(name: str, body: Body, context: str = "", section: str = "", source: str = "") -> Note:
    text = words(source) if source else ()
    return Note("doc", "fact", name, body, context, section, text, HERE, 90)


SENTENCE: Final = note(
    "glycolysis in the cytosol",
    QA(
        blocks("In which part of the cell does glycolysis split glucose?"),
        blocks(paragraph("In the ", Strong("cytosol"))),
    ),
    "cellular respiration",
    "Glycolysis",
    "Glycolysis splits each glucose molecule in the cytosol, before any oxygen is needed.",
)
EXPLAIN: Final = note(
    "explain",
    QA(
        blocks("Explain how a cell releases energy from sugar."),
        blocks(
            numbered(
                words(Strong("Glycolysis"), ": glucose becomes two pyruvate molecules."),
                words(Strong("Citric acid cycle"), ": carbon leaves as CO", Lower("2"), "."),
                words(
                    Strong("Oxidative phosphorylation"),
                    ": a gradient of H",
                    Raised("+"),
                    " drives ATP synthase.",
                ),
            )
        ),
    ),
    "cellular respiration",
)
CODE: Final = note(
    "for else",
    QA(
        blocks(
            paragraph("What does this print, and why does ", Code("else"), " run?"),
            CodeBlock(
                'for n in range(2, 4):\n    if n < 0 or n[0] == "{{c1::x}}":\n        break\n'
                'else:\n    print("done", n, sep="::", end="  # a rather long line\\n")',
                "python",
                HERE,
            ),
        ),
        blocks(
            paragraph(Code("done::3"), ", since no ", Code("break"), " ended the loop."),
        ),
    ),
    "Python · loops",
    "Loops with else",
    "The else part of a loop runs unless break ended the loop.",
)
TABLE: Final = note(
    "meiosis table",
    QA(
        blocks("How do mitosis and meiosis differ in their daughter cells?"),
        blocks(
            Table(
                (words(), words("Mitosis"), words("Meiosis"), words("Where in the body")),
                (
                    (words("Cells"), words("2"), words("4"), words("Meiosis only in gonads")),
                    (words("Chromosome sets"), words("2"), words("1"), words("–")),
                    (words("Genes"), words("equal"), words(Emphasis("mixed")), words("–")),
                ),
                HERE,
            )
        ),
    ),
    "cell division",
    source="Mitosis gives two equal cells, meiosis four with half the chromosomes.",
)
MATH: Final = note(
    "formula of a standing wave",
    QA(
        blocks(
            paragraph("Which formula gives the wavelength of the ", Math("n"), "-th harmonic?"),
        ),
        blocks(Formula(r"\lambda_n = \frac{2L}{n}, \quad n < \infty", HERE)),
    ),
    "standing waves",
    source="A string of length L carries waves of length 2L/n.",
)
PICTURE: Final = note(
    "grid",
    QA(
        blocks(
            paragraph("Which pattern is this? ", Image("a grid", "content/biology/grid.png")),
        ),
        blocks("A counting grid"),
    ),
    "microscopy",
)
TERM: Final = note(
    "osmosis",
    Term(
        words("osmosis"),
        words("Water passing a membrane towards the side with more dissolved matter"),
        words("What is ", Strong("osmosis"), "?"),
        words("What is this called?"),
        "transport in cells",
    ),
    "transport in cells",
    "Osmosis",
    "Osmosis is the passing of water through a membrane towards the side with more dissolved"
    " matter.",
)
SENTENCE_HOLES: Final = note(
    "mitochondria",
    Cloze(
        blocks(
            paragraph(
                "Most ATP of an animal cell is made in its ",
                hole(1, "mito", Emphasis("chondria"), hint="organelle"),
                ", where ",
                hole(3, "oxygen"),
                " takes up the electrons.",
            )
        )
    ),
    "cellular respiration",
    "The last step",
    "Most ATP of an animal cell is made in its mitochondria, where oxygen takes up the electrons.",
)
LIST_HOLES: Final = note(
    "overview",
    Cloze(
        blocks(
            "Steps by which a cell releases energy from sugar:",
            numbered(
                words(hole(1, "Glycolysis")),
                words(hole(2, "Citric acid cycle")),
                words(hole(3, "Oxidative phosphorylation")),
            ),
        )
    ),
    "cellular respiration",
)
CODE_HOLES: Final = note(
    "scope",
    Cloze(
        blocks(
            paragraph(
                "In C++ a list of growing size is a ",
                hole(1, Code("std::vector"), hint="namespace::name"),
                ", written ",
                hole(2, Math(r"\frac{1}{{n}}")),
                " times as often as an array of sets like ",
                Code("{{c9::x}}"),
                ".",
            )
        )
    ),
    "C++",
)
ODD_SIGNS: Final = note(
    "odd signs",
    QA(
        blocks(paragraph(r"Is 3 < 4 & 5 > 2 in \(prose\) with [sound:beep.mp3] and {{c1::this}}?")),
        blocks(paragraph("Yes, see ", Link("the tables", "https://example.org/a?b=1&c=2"), ".")),
    ),
)
RIGHT_TO_LEFT: Final = note(
    "right to left",
    QA(blocks("ما هي عاصمة مصر؟"), blocks("القاهرة، على نهر النيل")),
    "جغرافيا",
    source="القاهرة هي عاصمة مصر، وتقع على ضفاف نهر النيل.",
)

NOTES: Final = (
    (LIST_HOLES, CELLS),
    (TERM, CELLS),
    (SENTENCE, CELLS),
    (SENTENCE_HOLES, CELLS),
    (TABLE, CELLS),
    (PICTURE, CELLS),
    (EXPLAIN, CELLS),
    (CODE, LOOPS),
    (CODE_HOLES, LOOPS),
    (ODD_SIGNS, LOOPS),
    (MATH, WAVES),
    (RIGHT_TO_LEFT, WAVES),
)


def deck(*notes: tuple[Note, Front], name: str = "School::Biology") -> Deck:
    """A deck of these notes, or of all of them: GUID ``note00`` and so on, 100 apart."""
    placed = [
        Placed(
            Kept(made, f"note{at:02}"),
            about,
            due=100 * at + 100,
            tags=("tier::core", f"doc::{about.slug}", "kind::fact"),
        )
        for at, (made, about) in enumerate(notes or NOTES)
    ]
    return Deck(name, "biology", tuple(placed), PRESET, "**Biology**, release of May.")


def modified(made: Deck, seconds: int = 1_772_409_600) -> dict[str, int]:
    return {placed.kept.guid: seconds for placed in made.notes}
