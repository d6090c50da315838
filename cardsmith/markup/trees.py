"""The walk over a MathML tree: its elements become the parts of a formula, or it is refused."""

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final
from xml.etree.ElementTree import Element

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

__all__ = ["NotUnderstoodError", "walked"]

_STYLES: Final[Mapping[str, Style]] = {
    "normal": Style.UPRIGHT,
    "italic": Style.ITALIC,
    "bold": Style.BOLD,
    "bold-italic": Style.BOLD_ITALIC,
    "sans-serif": Style.SANS,
    "monospace": Style.MONO,
}
_NAMED_WIDTHS: Final[Mapping[str, float]] = {
    "negativethinmathspace": -0.167,
    "negativemediummathspace": -0.222,
    "negativethickmathspace": -0.278,
}
_EM: Final[Mapping[str, float]] = {
    "em": 1.0,
    "ex": 0.45,
    "mu": 1 / 18,
    "pt": 0.1,
    "px": 0.075,
    "cm": 2.85,
    "mm": 0.285,
    "in": 7.2,
}
_WIDTH: Final = re.compile(r"([+-]?\d*\.?\d+)([a-z]{2})")
_ESCAPED: Final = re.compile(r"\\([%&$#_{}\\])")
_MARKS: Final = frozenset("^~¯˙¨˘ˇ´`˚→←↔―‾⏞⏟⃛⃜_⎴⎵")
_EMPTY: Final = Row(())
_THOUSAND: Final = 3
_BRACKETS: Final = frozenset("()[]{}|‖⟨⟩⌈⌉⌊⌋")


class NotUnderstoodError(Exception):
    """Leaves the walk over a formula that is not known as a whole; the message names the part."""


def walked(element: Element) -> Node:
    """The parts of a formula.

    Raises:
        NotUnderstoodError: an element, command or width that is not known.
    """
    make = _MAKERS.get(element.tag)
    if make is None:
        raise NotUnderstoodError(f"unknown part {element.tag}")
    return make(element)


def _text(element: Element) -> str:
    text = html.unescape(element.text or "").replace("\N{NO-BREAK SPACE}", " ")
    if element.tag == "mtext":
        text = _ESCAPED.sub(r"\1", text)
    if "\\" in text or (element.tag == "mtext" and "$" in html.unescape(element.text or "")):
        raise NotUnderstoodError(f"unknown command {text}")
    if text == "&":
        raise NotUnderstoodError("a stray &")
    return text


def _style(element: Element) -> Style:
    variant = element.get("mathvariant", "")
    raw = element.text or ""
    # \mathrm{d} leaves no attribute behind, only a letter written as an entity
    if not variant and raw.startswith("&#") and html.unescape(raw).isascii():
        return Style.UPRIGHT
    return _STYLES.get(variant, Style.USUAL)


def _identifier(element: Element) -> Node:
    text = _text(element)
    if not text:
        return _EMPTY
    if text[0].isdigit() or text[0] == ".":
        return Digits(text)
    if len(text) == 1:
        return Sign(text, _style(element))
    return Name(text) if text.isalpha() else Words(text, _style(element))


def _number(element: Element) -> Node:
    if _style(element) is Style.BOLD:
        return Words(_text(element), Style.BOLD)
    return Digits(_text(element))


def _operator(element: Element) -> Node:
    text = _text(element)
    if not text:
        return _EMPTY
    if len(text) == 1:
        return Sign(text)
    return Name(text) if any(sign.isalpha() for sign in text) else Words(text)


def _words(element: Element) -> Node:
    text = _text(element)
    return Words(text, _style(element)) if text else _EMPTY


def _gap(element: Element) -> Node:
    if element.get("linebreak") == "newline":
        return Break()
    width = element.get("width", "0em")
    if width in _NAMED_WIDTHS:
        return Gap(_NAMED_WIDTHS[width])
    match = _WIDTH.fullmatch(width)
    if match is None or match.group(2) not in _EM:
        raise NotUnderstoodError(f"unknown width {width}")
    return Gap(round(float(match.group(1)) * _EM[match.group(2)], 3))


def _row(element: Element) -> Node:
    children = list(element)
    if element.tag == "mpadded" and element.get("width") == "0":
        raise NotUnderstoodError("a sign struck through")
    if len(children) > 1 and children[0].get("form") == "prefix":
        return _fence(children)
    return _joined(tuple(_bracketed([walked(child) for child in children])))


def _joined(parts: tuple[Node, ...]) -> Node:
    return parts[0] if len(parts) == 1 else Row(parts)


def _fence(children: Sequence[Element]) -> Node:
    closed = children[-1].get("form") == "postfix"
    inside = children[1:-1] if closed else children[1:]
    body = _joined(tuple(_bracketed([walked(child) for child in inside])))
    return Fence(_text(children[0]), body, _text(children[-1]) if closed else "")


def _bracketed(parts: Sequence[Node]) -> Iterator[Node]:
    """Parts with the brackets of a matrix or a binomial drawn as tall as what they hold.

    A comma between thousands belongs to the number.
    """
    at = 0
    while at < len(parts):
        match parts[at : at + 3]:
            case [Digits(text=text), Sign(text=","), Digits(text=more)] if len(more) == _THOUSAND:
                yield Digits(f"{text},{more}")
                at += 3
            case [Sign(text=left), Grid() as grid, Sign(text=right)] if {left, right} <= _BRACKETS:
                yield Fence(left, grid, right)
                at += 3
            case [Sign(text="("), Binomial() as binomial, Sign(text=")")]:
                yield binomial
                at += 3
            case _:
                yield parts[at]
                at += 1


def _children(element: Element, count: int) -> tuple[Node, ...]:
    children = tuple(walked(child) for child in element)
    if len(children) != count:
        raise NotUnderstoodError(f"{element.tag} with {len(children)} parts instead of {count}")
    return children


def _fraction(element: Element) -> Node:
    top, bottom = _children(element, 2)
    if element.get("linethickness") in ("0", "0pt", "0em"):
        return Binomial(top, bottom)
    return Fraction(top, bottom)


def _square_root(element: Element) -> Node:
    return Root(_joined(tuple(walked(child) for child in element)), None)


def _other_root(element: Element) -> Node:
    body, index = _children(element, 2)
    return Root(body, index)


def _scripts(element: Element) -> Node:
    if element.tag == "msubsup":
        return Scripts(*_children(element, 3))
    base, other = _children(element, 2)
    return Scripts(base, other, None) if element.tag == "msub" else Scripts(base, None, other)


def _stack(element: Element) -> Node:
    if element.tag == "munderover":
        return Stack(*_children(element, 3))
    base, other = _children(element, 2)
    side = Side.BELOW if element.tag == "munder" else Side.ABOVE
    if isinstance(other, Sign) and other.text in _MARKS and not _is_arrow(base):
        return Accent(base, other.text, side)
    return Stack(base, other, None) if side is Side.BELOW else Stack(base, None, other)


def _is_arrow(node: Node) -> bool:
    return isinstance(node, Sign) and node.text in "→←↔⇌⇒⇐⇔↦"


def _grid(element: Element) -> Node:
    rows = tuple(tuple(_cell(cell) for cell in row) for row in element)
    width = max((len(row) for row in rows), default=0)
    padded = tuple((*row, *(_EMPTY for _ in range(width - len(row)))) for row in rows)
    filled = tuple(row for row in padded if any(cell != _EMPTY for cell in row))
    if not filled:
        raise NotUnderstoodError("a table without cells")
    widest = next(row for row in element if len(row) == width)
    lines = element.get("columnlines", "").split()
    bars = tuple(at for at, line in enumerate(lines, 1) if line == "solid" and at < width)
    return Grid(filled, tuple(cell.get("columnalign", "center") for cell in widest), bars)


def _cell(element: Element) -> Node:
    return _joined(tuple(_bracketed([walked(part) for part in element])))


def _framed(element: Element) -> Node:
    body = _joined(tuple(walked(child) for child in element))
    return Framed(body, element.get("notation", "box"))


_MAKERS: Final[Mapping[str, Callable[[Element], Node]]] = {
    "math": _row,
    "menclose": _framed,
    "mfrac": _fraction,
    "mi": _identifier,
    "mn": _number,
    "mo": _operator,
    "mover": _stack,
    "mpadded": _row,
    "mroot": _other_root,
    "mrow": _row,
    "mspace": _gap,
    "msqrt": _square_root,
    "mstyle": _row,
    "msub": _scripts,
    "msubsup": _scripts,
    "msup": _scripts,
    "mtable": _grid,
    "mtext": _words,
    "munder": _stack,
    "munderover": _stack,
}
