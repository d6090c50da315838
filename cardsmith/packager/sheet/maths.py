"""The parts of a formula as plain data, a dictionary each, for ``maths.typ`` to draw.

Nothing is ever spelled as Typst source: a formula cannot run code or break a page.
"""

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

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
    Words,
)

__all__ = ["Data", "drawn", "signs"]

Data: TypeAlias = Mapping[str, object]

_LIMITED: Final = frozenset("lim max min sup inf det gcd Pr argmax argmin liminf limsup".split())
_ACCENTS: Final[Mapping[str, str]] = {
    "^": "^",
    "~": "~",
    "¯": "\u0304",
    "˙": "\u0307",
    "¨": "\u0308",
    "˘": "\u0306",
    "ˇ": "\u030c",
    "´": "\u0301",
    "`": "\u0300",
    "˚": "\u030a",
    "→": "\u20d7",
    "←": "\u20d6",
    "↔": "\u20e1",
    "⃛": "\u20db",
    "⃜": "\u20dc",
}
_SPANS: Final[Mapping[str, str]] = {
    "―": "line",
    "‾": "line",
    "_": "line",
    "⏞": "brace",
    "⏟": "brace",
    "⎴": "bracket",
    "⎵": "bracket",
}


def drawn(node: Node) -> Data:
    """A formula as data; every dictionary says under ``is`` what it is."""
    match node:
        case Sign() | Name() | Digits() | Words() | Gap() | Break():
            return _leaf(node)
        case Row(parts=parts):
            return {"is": "row", "parts": tuple(_row(parts))}
        case Fraction() | Binomial() | Root():
            return _pair(node)
        case Scripts() | Stack():
            place = "scripts" if isinstance(node, Scripts) else "stack"
            return _attached(place, node.base, node.below, node.above)
        case Accent(base=base, mark=mark, side=side):
            return _accent(base, mark, side)
        case Fence() | Grid() | Framed():
            return _enclosed(node)


def _attached(place: str, base: Node, below: Node | None, above: Node | None) -> Data:
    return {"is": place, "base": drawn(base), "below": _part(below), "above": _part(above)}


def _part(node: Node | None) -> Data | None:
    return None if node is None else drawn(node)


def _leaf(node: Sign | Name | Digits | Words | Gap | Break) -> Data:
    match node:
        case Sign(text=text, style=style):
            return {"is": "sign", "text": text, "style": style.value}
        case Name(text=text):
            return {"is": "name", "text": text, "limits": text in _LIMITED}
        case Digits(text=text):
            return {"is": "digits", "text": text}
        case Words(text=text, style=style):
            return {"is": "words", "text": text, "style": style.value}
        case Gap(em=em):
            return {"is": "gap", "em": em}
        case Break():
            return {"is": "break"}


def _row(parts: tuple[Node, ...]) -> Iterator[Data]:
    """The parts of a row; scripts that stand on nothing go in front of what follows them."""
    at = 0
    while at < len(parts):
        match parts[at : at + 2]:
            case [Scripts(base=Row(parts=()), below=below, above=above), next_part]:
                yield _attached("before", next_part, below, above)
                at += 2
            case _:
                yield drawn(parts[at])
                at += 1


def _pair(node: Fraction | Binomial | Root) -> Data:
    match node:
        case Fraction(top=top, bottom=bottom):
            return {"is": "fraction", "top": drawn(top), "bottom": drawn(bottom)}
        case Binomial(top=top, bottom=bottom):
            return {"is": "binomial", "top": drawn(top), "bottom": drawn(bottom)}
        case Root(body=body, index=index):
            return {"is": "root", "body": drawn(body), "index": _part(index)}


def _accent(base: Node, mark: str, side: Side) -> Data:
    if mark in _ACCENTS and side is Side.ABOVE:
        return {"is": "accent", "base": drawn(base), "mark": _ACCENTS[mark]}
    span = _SPANS.get(mark, "line")
    return {"is": f"{span}-{side.value}", "base": drawn(base)}


def _enclosed(node: Fence | Grid | Framed) -> Data:
    match node:
        case Fence(left=left, body=body, right=right):
            return {"is": "fence", "left": left, "body": drawn(body), "right": right}
        case Grid(rows=rows, aligns=aligns, bars=bars):
            return {
                "is": "grid",
                "rows": tuple(tuple(drawn(cell) for cell in row) for row in rows),
                "aligns": aligns,
                "bars": bars,
            }
        case Framed(body=body, notation=notation):
            return {"is": "box" if notation == "box" else "struck", "body": drawn(body)}


def signs(node: Node) -> Iterator[tuple[str, str]]:
    """The texts of a formula, each with the face that it is set in: ``maths`` or ``text``."""
    match node:
        case Sign(text=text):
            yield "maths", text
        case Words(text=text) | Name(text=text) | Digits(text=text):
            yield "text", text
        case Gap() | Break():
            return
        case _:
            if isinstance(node, Fence):
                yield from (("maths", side) for side in (node.left, node.right) if side)
            for part in _parts(node):
                yield from signs(part)


def _parts(node: Node) -> Iterator[Node]:
    """What a part is made of."""
    match node:
        case Row(parts=parts):
            yield from parts
        case Grid(rows=rows):
            yield from (cell for row in rows for cell in row)
        case Fraction(top=first, bottom=second) | Binomial(top=first, bottom=second):
            yield from (first, second)
        case Root(body=body, index=index):
            yield from (part for part in (body, index) if part is not None)
        case (
            Scripts(base=base, below=below, above=above)
            | Stack(base=base, below=below, above=above)
        ):
            yield from (part for part in (base, below, above) if part is not None)
        case Accent(base=body) | Fence(body=body) | Framed(body=body):
            yield body
        case _:
            return
