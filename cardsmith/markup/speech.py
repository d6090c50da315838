"""A formula in words, for those who hear a page instead of seeing it.

Grouping is said where a listener would lose it ("the fraction … over … end of fraction"), and left
out where two letters stand alone ("P over Q").
"""

import unicodedata
from collections.abc import Mapping
from typing import Final

from cardsmith.markup.formulas import (
    Accent,
    Binomial,
    Break,
    Digits,
    Fence,
    Fraction,
    Framed,
    Gap,
    Grid,
    Name,
    Node,
    Root,
    Row,
    Scripts,
    Side,
    Sign,
    Stack,
    Style,
    Words,
)
from cardsmith.markup.pronounced import MARKS, NAMES, SIGNS

__all__ = ["spoken"]

_POWERS: Final[Mapping[str, str]] = {
    "2": "squared",
    "3": "cubed",
    "′": "prime",
    "″": "double prime",
    "‴": "triple prime",
    "∘": "degrees",
    "+": "plus",
    "−": "minus",
    "∗": "star",
    "*": "star",
}
# Faces of letters that mean something else than the plain letter.
_FACES: Final = ("bold", "script", "fraktur", "double-struck")
_RANGED: Final = frozenset("∑∏∫∬∭∮⋃⋂")


def spoken(node: Node) -> str:
    """A formula in English words."""
    return " ".join(_said(node).replace(" ,", ",").split())


def _said(node: Node) -> str:
    match node:
        case Sign() | Name() | Digits() | Words() | Gap() | Break():
            return _leaf(node)
        case Row(parts=parts):
            return " ".join(_said(part) for part in parts)
        case Fraction() | Binomial() | Root():
            return _pair(node)
        case Scripts() | Stack():
            return _attached(node)
        case Accent(base=base, mark=mark, side=side):
            return f"{_said(base)} {_mark(mark, side)}"
        case Fence() | Grid() | Framed():
            return _enclosed(node)


def _leaf(node: Sign | Name | Digits | Words | Gap | Break) -> str:
    match node:
        case Sign(text=text, style=style):
            bold = "bold " if style in (Style.BOLD, Style.BOLD_ITALIC) else ""
            return bold + " ".join(_sign(sign) for sign in text)
        case Name(text=text):
            return NAMES.get(text, text)
        case Digits(text=text) | Words(text=text):
            return text
        case Gap():
            return ""
        case Break():
            return ";"


def _sign(sign: str) -> str:
    if sign in SIGNS:
        return SIGNS[sign]
    name = unicodedata.name(sign, "").lower()
    face = next((f"{face} " for face in _FACES if face in name.split()), "")
    plain = unicodedata.normalize("NFKC", sign)
    if len(plain) == 1 and plain.isascii():
        return face + plain
    greek = unicodedata.name(plain[0], "").lower().replace("lamda", "lambda")
    greek = greek.removeprefix("greek small letter ").removesuffix(" symbol")
    return face + greek.replace("greek capital letter", "capital")


def _mark(mark: str, side: Side) -> str:
    if side is Side.BELOW and mark in "―_":
        return "underlined"
    return MARKS.get(mark, "marked")


def _pair(node: Fraction | Binomial | Root) -> str:
    match node:
        case Fraction(top=top, bottom=bottom) if _short(top) and _short(bottom):
            return f"{_said(top)} over {_said(bottom)}"
        case Fraction(top=top, bottom=bottom):
            return f"the fraction {_said(top)} over {_said(bottom)} end of fraction,"
        case Binomial(top=top, bottom=bottom):
            return f"{_said(top)} choose {_said(bottom)}"
        case Root(body=body, index=index):
            which = (
                "the square root of" if index is None else f"the root of order {_said(index)} of"
            )
            return f"{which} {_said(body)}" + ("" if _short(body) else " end of root,")


def _short(node: Node) -> bool:
    match node:
        case Sign() | Name() | Digits() | Words():
            return True
        case Scripts(base=base, below=below, above=above):
            return all(part is None or _short(part) for part in (base, below, above))
        case Row(parts=(Digits(), Sign())):
            return True
        case _:
            return False


def _attached(node: Scripts | Stack) -> str:
    base, below, above = node.base, node.below, node.above
    if _is_ranged(base):
        return _range(base, below, above)
    return (_scripts if isinstance(node, Scripts) else _stack)(base, below, above)


def _scripts(base: Node, below: Node | None, above: Node | None) -> str:
    said = _said(base)
    if below is not None:
        said += f" sub {_said(below)}" + ("" if _short(below) else " end of sub")
        said += "," if above is not None or not _short(below) else ""
    if above is not None:
        said += f" {_power(above)}"
    return said


def _is_ranged(node: Node) -> bool:
    match node:
        case Sign(text=text):
            return text in _RANGED
        case Name(text=text):
            return text in ("lim", "max", "min", "sup", "inf")
        case _:
            return False


def _range(base: Node, below: Node | None, above: Node | None) -> str:
    said = _said(base)
    if below is None:
        return f"{said} to {_said(above)} of" if above is not None else said
    if above is not None:
        return f"{said} from {_said(below)} to {_said(above)} of"
    over = "as" if isinstance(base, Name) and base.text == "lim" else "over"
    return f"{said} {over} {_said(below)} of"


def _power(node: Node) -> str:
    if isinstance(node, Sign | Digits) and node.text in _POWERS:
        return _POWERS[node.text]
    match node:
        case Row(parts=(Digits(text=text), Sign(text="+" | "−" as charge))):
            return f"{text} {_POWERS[charge]}"
        case _ if _short(node):
            return f"to the {_said(node)}"
        case _:
            return f"to the power {_said(node)} end of power,"


def _stack(base: Node, below: Node | None, above: Node | None) -> str:
    over = f" with {_said(above)} above" if above is not None else ""
    under = f" with {_said(below)} below" if below is not None else ""
    return f"{_said(base)}{over}{under}"


def _enclosed(node: Fence | Grid | Framed) -> str:
    match node:
        case Fence(left="{", body=Grid() as grid, right=""):
            return f"cases: {_rows(grid)}"
        case Fence(body=Grid() as grid):
            return f"the matrix {_rows(grid)} end of matrix"
        case Fence(left=left, body=body, right=right):
            opened, closed = (_sign(side) if side else "" for side in (left, right))
            return f"{opened} {_said(body)} {closed}"
        case Grid():
            return _rows(node)
        case Framed(body=body, notation="box"):
            return f"{_said(body)} in a box"
        case Framed(body=body):
            return f"{_said(body)} struck out"


def _rows(grid: Grid) -> str:
    return "; ".join(" ".join(_said(cell) for cell in row) for row in grid.rows) + ";"
