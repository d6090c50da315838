r"""Chemical formulas: ``\ce{...}`` in TeX -> the same in plain TeX (after the manual of mhchem 4).

Elements, amounts, charges, isotopes, states, bonds and arrows with words on them are known. What is
not known is left as ``\ce{...}``, which the reader of formulas then refuses.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

__all__ = ["spelled_out"]

_ARROWS: Final[Mapping[str, str]] = {
    "->": r"\rightarrow",
    "<-": r"\leftarrow",
    "<->": r"\leftrightarrow",
    "<-->": r"\leftrightarrow",
    "<=>": r"\rightleftharpoons",
    "<=>>": r"\rightleftharpoons",
    "<<=>": r"\rightleftharpoons",
    "→": r"\rightarrow",
    "←": r"\leftarrow",
    "↔": r"\leftrightarrow",
    "⇌": r"\rightleftharpoons",
}
_LONG_ARROWS: Final[Mapping[str, str]] = {
    r"\rightarrow": r"\xrightarrow",
    r"\leftarrow": r"\xleftarrow",
    r"\rightleftharpoons": r"\xrightleftharpoons",
    r"\leftrightarrow": r"\xleftrightarrow",
}
_BONDS: Final[Mapping[str, str]] = {
    "-": "-",
    "=": "=",
    "#": r"\equiv ",
    "*": r"\cdot ",
    ".": r"\cdot ",
}
_ARROW: Final = re.compile(
    r"(<<=>|<=>>|<=>|<-->|<->|->|<-|[→←↔⇌])(?:\[([^\]]*)\])?(?:\[([^\]]*)\])?"
)
_STATE: Final = re.compile(r"\((?:aq|s|l|g|cr|am|ads)\)")
_AMOUNT: Final = re.compile(r"(\d+/\d+|\d+(?:\.\d+)?)\s*(?=[A-Z(\[^_{])")
_NUMBER: Final = re.compile(r"(\d+)(?:/(\d+)|\.\d+)?")
_SCRIPT: Final = re.compile(r"([\^_])(?:\{([^{}]*)\}|(\d*[+-]|\d+|[a-zA-Z]))")
_PIECE: Final = re.compile(
    r"(?P<letters>[A-Z][a-z]?|[a-z])|(?P<count>\d+(?:\.\d+)?)|(?P<bracket>[()\[\]])"
    r"|(?P<charge>[+-]+$)|(?P<bond>[-=#*.])"
)


def spelled_out(tex: str) -> str:
    r"""A formula with every ``\ce{...}`` in it written in plain TeX."""
    done = ""
    while (at := tex.find(r"\ce{")) >= 0:
        end = _closing(tex, at + 3)
        plain = _equation(tex[at + 4 : end]) if end else None
        if plain is None:
            return done + tex
        done += tex[:at] + "{" + plain + "}"
        tex = tex[end + 1 :]
    return done + tex


def _closing(tex: str, opening: int) -> int:
    """Where the brace that opens at ``opening`` is closed, 0 where it never is."""
    depth = 0
    for at in range(opening, len(tex)):
        depth += (tex[at] == "{") - (tex[at] == "}")
        if depth == 0:
            return at
    return 0


def _equation(text: str) -> str | None:
    parts: list[str] = []
    at = 0
    for match in _ARROW.finditer(text):
        parts.extend((text[at : match.start()], match.group()))
        at = match.end()
    parts.append(text[at:])
    sides = [_arrow(part) if number % 2 else _side(part) for number, part in enumerate(parts)]
    known = [side for side in sides if side is not None]
    return " ".join(known) if len(known) == len(sides) else None


def _arrow(text: str) -> str | None:
    match = _ARROW.fullmatch(text)
    if match is None:
        return None
    arrow = _ARROWS[match.group(1)]
    above, below = match.group(2), match.group(3)
    if not above and not below:
        return arrow
    over, under = (_label(words) for words in (above or "", below or ""))
    return _LONG_ARROWS[arrow] + (f"[{under}]" if under else "") + f"{{{over}}}"


def _label(words: str) -> str:
    plain = _side(words) if re.search(r"[A-Z]\w*\d|[\^_]", words) else None
    return plain if plain is not None else rf"\text{{{words}}}" if words else ""


def _side(text: str) -> str | None:
    words = [_word(word) for word in _STATE.sub(lambda state: f" {state.group()} ", text).split()]
    known = [word for word in words if word is not None]
    return " ".join(known) if len(known) == len(words) else None


def _word(word: str) -> str | None:
    if _STATE.fullmatch(word):
        return rf"\text{{{word}}}"
    if word in ("+", "="):
        return word
    if _NUMBER.fullmatch(word):
        return _amount(word) + r"\,"
    if word in ("^", "v"):
        return r"\uparrow" if word == "^" else r"\downarrow"
    pieces = list(_pieces(word))
    known = [piece for piece in pieces if piece is not None]
    return "".join(known) if len(known) == len(pieces) else None


def _pieces(word: str) -> Iterator[str | None]:
    """The parts of one formula, None where a part is not known."""
    at = 0
    if amount := _AMOUNT.match(word):
        yield _amount(amount.group(1)) + r"\,"
        at = amount.end()
    open_to_scripts = False
    while at < len(word):
        match = _SCRIPT.match(word, at) or _PIECE.match(word, at)
        if match is None:
            yield None
            return
        if match.re is _SCRIPT:
            base = "" if open_to_scripts else "{}"
            yield f"{base}{match.group(1)}{{{match.group(2) or match.group(3)}}}"
            open_to_scripts = True
        else:
            yield _piece(match, "sub" if open_to_scripts else "line")
            open_to_scripts = match.lastgroup != "bond" and match.group() not in ("(", "[")
        at = match.end()


def _amount(text: str) -> str:
    top, _, bottom = text.partition("/")
    return rf"\frac{{{top}}}{{{bottom}}}" if bottom else top


def _piece(match: re.Match[str], place: str) -> str:
    text = match.group()
    match match.lastgroup:
        case "letters":
            return text if text.islower() else rf"\text{{{text}}}"
        case "count":
            return f"_{{{text}}}" if place == "sub" else text
        case "charge":
            return f"^{{{text}}}"
        case "bond":
            return _BONDS[text]
        case _:
            return text
