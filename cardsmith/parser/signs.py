r"""Formulas in titles, as plain text: ``\Omega`` -> Ω, ``CO_2`` -> CO₂.

A title is text for people and for comparing; what has no sign of its own keeps its TeX.
"""

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["readable"]

_NAMES: Final = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau
    upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega varepsilon
    times cdot pm leq geq neq approx infty to rightarrow leftarrow circ in cup cap subset le ge ne
    """.split()
_LETTERS: Final = "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩε×·±≤≥≠≈∞→→←°∈∪∩⊂≤≥≠"
_SIGNS: Final[Mapping[str, str]] = dict(zip(_NAMES, _LETTERS, strict=True))
_COMMAND: Final = re.compile(r"\\([A-Za-z]+)(?![A-Za-z])")
_WORDS: Final = re.compile(
    r"\\(?:text|mathrm|mathbf|mathit|mathsf|mathbb|mathcal|vec|ce)\{([^{}]*)\}"
)
_ROOT: Final = re.compile(r"\\sqrt\{([^{}]*)\}")
_FRACTION: Final = re.compile(r"\\[dt]?frac\{(\w+)\}\{(\w+)\}")
_SCRIPT: Final = re.compile(r"([_^])(?:\{([^{}]*)\}|([^\\{}\s]))")
_LOW: Final = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_HIGH: Final = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_PLAIN_LOW: Final = re.compile(r"[0-9+\-=()]+")
_PLAIN_HIGH: Final = re.compile(r"[0-9+\-=()n]+")


def readable(tex: str) -> str:
    """TeX with letters, signs, indices and powers as single characters where there are such."""
    text = _FRACTION.sub(r"\1/\2", _ROOT.sub(r"√\1", _WORDS.sub(r"\1", tex)))
    text = _COMMAND.sub(lambda match: _SIGNS.get(match[1], match[0]), text)
    return _SCRIPT.sub(_script, text)


def _script(match: re.Match[str]) -> str:
    mark, inside = match[1], match[2] if match[2] is not None else match[3]
    if mark == "_" and _PLAIN_LOW.fullmatch(inside):
        return inside.translate(_LOW)
    if mark == "^" and _PLAIN_HIGH.fullmatch(inside):
        return inside.translate(_HIGH)
    return f"{mark}{inside}" if "\\" not in inside else match[0]
