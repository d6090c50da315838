"""The parts of a formula, as frozen dataclasses: what MathML, speech and paper are made from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

__all__ = [
    "Accent",
    "Binomial",
    "Break",
    "Digits",
    "Fence",
    "Fraction",
    "Framed",
    "Gap",
    "Grid",
    "Name",
    "Node",
    "Refused",
    "Root",
    "Row",
    "Scripts",
    "Side",
    "Sign",
    "Stack",
    "Style",
    "Words",
]


class Style(StrEnum):
    """How letters stand; ``USUAL`` leaves it to the formula (variables in italics)."""

    USUAL = "usual"
    UPRIGHT = "upright"
    ITALIC = "italic"
    BOLD = "bold"
    BOLD_ITALIC = "bold-italic"
    SANS = "sans"
    MONO = "mono"


class Side(StrEnum):
    """Where a mark stands."""

    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Sign:
    """One letter or sign: a variable, an operator, a bracket that keeps its size."""

    text: str
    style: Style = Style.USUAL


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a function, as ``sin`` or ``lim``."""

    text: str


@dataclass(frozen=True, slots=True)
class Digits:
    """A number."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words inside a formula, their blanks kept."""

    text: str
    style: Style = Style.USUAL


@dataclass(frozen=True, slots=True)
class Gap:
    """White space; ``em`` may be below 0."""

    em: float


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line."""


@dataclass(frozen=True, slots=True)
class Row:
    """Parts side by side; none at all is an empty place."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Fraction:
    """One part over another, with a line between."""

    top: "Node"
    bottom: "Node"


@dataclass(frozen=True, slots=True)
class Binomial:
    """One part over another in round brackets, without a line."""

    top: "Node"
    bottom: "Node"


@dataclass(frozen=True, slots=True)
class Root:
    """A root; ``index`` is None for a square root."""

    body: "Node"
    index: "Node | None"


@dataclass(frozen=True, slots=True)
class Scripts:
    """A part with an index, an exponent or both beside it."""

    base: "Node"
    below: "Node | None"
    above: "Node | None"


@dataclass(frozen=True, slots=True)
class Stack:
    """A part with others straight under or over it."""

    base: "Node"
    below: "Node | None"
    above: "Node | None"


@dataclass(frozen=True, slots=True)
class Accent:
    """A part with a mark as wide as itself."""

    base: "Node"
    mark: str
    side: Side


@dataclass(frozen=True, slots=True)
class Fence:
    """A part in brackets as tall as itself; "" is a bracket that does not show."""

    left: str
    body: "Node"
    right: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells; ``aligns`` has a word (left, center, right) for each column.

    ``bars`` are the columns, counted from 1, that a line follows.
    """

    rows: "tuple[tuple[Node, ...], ...]"
    aligns: tuple[str, ...]
    bars: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Framed:
    """A part in a box or struck out; ``notation`` is MathML's word for it."""

    body: "Node"
    notation: str


Node: TypeAlias = (
    Sign
    | Name
    | Digits
    | Words
    | Gap
    | Break
    | Row
    | Fraction
    | Binomial
    | Root
    | Scripts
    | Stack
    | Accent
    | Fence
    | Grid
    | Framed
)


@dataclass(frozen=True, slots=True)
class Refused:
    """A formula that is not understood; ``reason`` names what is wrong with it."""

    reason: str
