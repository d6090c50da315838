r"""TeX -> the parts of a formula, by way of the MathML tree that latex2mathml makes.

The library lets an unknown command through as text and takes ``%`` for the start of a comment, so
signs are protected before it and every word is checked after it: a formula is understood as a
whole or refused.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final
from xml.etree.ElementTree import Element

from cardsmith.markup.chemistry import spelled_out
from cardsmith.markup.formulas import Node, Refused
from cardsmith.markup.trees import NotUnderstoodError, walked

__all__ = ["read"]

_LONGEST: Final = 2_000
_DEEPEST: Final = 40
_MEMORY: Final = 20_000

_REWRITES: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (re.compile(r"(?<!\\)%"), r"\\%"),
    (
        re.compile(r"\\(begin|end)\{(?:aligned|gathered|gather\*?|alignedat|eqnarray\*?)\}"),
        r"\\\1{align*}",
    ),
    (re.compile(r"\\(?:nonumber|notag|displaystyle|limits|nolimits)(?![a-zA-Z])"), " "),
    (re.compile(r"\\label\s*\{[^{}]*\}"), ""),
    (re.compile(r"\\not\s*="), r"\\neq "),
    (re.compile(r"\\arg(?![a-zA-Z])"), r"\\operatorname{arg}"),
)
# What the library raises over a formula that is not one, beside exceptions of its own.
_FAULTS: Final = (AttributeError, IndexError, KeyError, StopIteration, TypeError, ValueError)


@lru_cache(maxsize=_MEMORY)
def read(tex: str) -> Node | Refused:
    """The parts of a formula given in TeX without its delimiters."""
    if len(tex) > _LONGEST:
        return Refused(f"longer than {_LONGEST} characters")
    if _depth(tex) > _DEEPEST:
        return Refused(f"nested deeper than {_DEEPEST}")
    convert, faults = _library()
    try:
        return walked(convert(_protected(tex)))
    except NotUnderstoodError as fault:
        return Refused(str(fault))
    except faults as fault:
        name = type(fault).__name__.removesuffix("Error")
        return Refused(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower())


@cache
def _library() -> tuple[Callable[[str], Element], tuple[type[Exception], ...]]:
    """The converter and what it raises; loaded late, since it takes 0.1 s."""
    from latex2mathml import converter, exceptions  # noqa: PLC0415

    own = [
        each
        for each in vars(exceptions).values()
        if isinstance(each, type) and issubclass(each, Exception)
    ]
    return converter.convert_to_element, (*own, *_FAULTS)


def _protected(tex: str) -> str:
    tex = spelled_out(tex)
    for pattern, replacement in _REWRITES:
        tex = pattern.sub(replacement, tex)
    return tex


def _depth(tex: str) -> int:
    depth = deepest = 0
    for sign in tex:
        depth += (sign == "{") - (sign == "}")
        deepest = max(deepest, depth)
    # every \left opens a level of the library's own recursion as well
    return deepest + tex.count(r"\left") + tex.count(r"\begin")
