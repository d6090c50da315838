"""Text as runs and blocks, each with its place in a file where it has one.

Runs that are ``marked`` are words that their author wants to be asked for (``==words==``); on cards
they look like any others.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

__all__ = [
    "Block",
    "Blocks",
    "Code",
    "CodeBlock",
    "Emphasis",
    "Entry",
    "Formula",
    "Hole",
    "Image",
    "Link",
    "Listing",
    "Lower",
    "Marker",
    "Math",
    "Paragraph",
    "Raised",
    "Run",
    "Runs",
    "Sentence",
    "Span",
    "Strong",
    "Table",
    "Text",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: ``path`` as the user named it, ``line`` and ``column`` from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        """The place as ``path:line:column``, as editors understand it."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Strong:
    """Words in bold."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words in italics."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Raised:
    """A superscript."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Lower:
    """A subscript."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """Code inside a line."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Math:
    """A formula inside a line; ``text`` is TeX without its delimiters."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to ``href``."""

    text: str
    href: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; ``text`` is its alternative text.

    ``src`` is a path from the folder that the build was started in, or a web address.
    """

    text: str
    src: str


@dataclass(frozen=True, slots=True)
class Hole:
    """Words to be hidden: ``term`` is what the learner recalls, folded (its identity in the note).

    ``number`` is the cloze number, 0 until the ledger gives one. ``hint`` stands in the gap.
    """

    runs: "tuple[Text | Strong | Emphasis | Raised | Lower | Code | Math | Link, ...]"
    term: str
    number: int = 0
    hint: str = ""

    @property
    def text(self) -> str:
        """The hidden words, without markup."""
        return "".join(run.text for run in self.runs)


Run: TypeAlias = Text | Strong | Emphasis | Raised | Lower | Code | Math | Link | Image | Hole
Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it starts in the file."""

    runs: Runs
    span: Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences in a row."""

    sentences: tuple[Sentence, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines of code, their indentation and inner newlines kept, no newline at the end."""

    text: str
    language: str
    span: Span


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula on a line of its own; ``text`` is TeX without its delimiters."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one tuple of cells for the header, one for each row, all of one length."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    span: Span


class Marker(StrEnum):
    """What stands before the entries of a list."""

    BULLET = "bullet"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list; ``label`` is its leading bold words ("" where it has none).

    The label is not repeated in ``blocks``. ``number`` is 0 under a bullet.
    """

    label: str
    blocks: "Blocks"
    span: Span
    number: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    entries: tuple[Entry, ...]
    marker: Marker
    span: Span


Block: TypeAlias = Paragraph | CodeBlock | Formula | Table | Listing
Blocks: TypeAlias = tuple[Block, ...]
