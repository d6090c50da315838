r"""Formulas in titles, as plain text: ``\Omega`` -> Ω, ``CO_2`` -> CO₂.

A title is text for people and for comparing; what has no sign of its own keeps its TeX.
"""

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["readable"]


def _table(names: str, signs: str) -> Mapping[str, str]:
    return dict(zip(names.split(), signs.split(), strict=True))


_LETTERS: Final = _table(
    """alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau
    upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega varepsilon
    vartheta varphi ell hbar partial nabla infty emptyset varnothing angle sum prod int neg lnot
    forall exists""",
    """α β γ δ ε ζ η θ ι κ λ μ ν ξ π ρ σ τ
    υ φ χ ψ ω Γ Δ Θ Λ Ξ Π Σ Φ Ψ Ω ε
    ϑ φ ℓ ħ ∂ ∇ ∞ ∅ ∅ ∠ ∑ ∏ ∫ ¬ ¬
    ∀ ∃""",
)
_SIGNS: Final = _table(
    """times cdot div pm mp leq geq neq le ge ne ll gg approx equiv sim cong propto to rightarrow
    leftarrow leftrightarrow Rightarrow Leftrightarrow rightleftharpoons mapsto circ in notin cup
    cap subset subseteq supset land wedge lor vee oplus otimes perp parallel mid ldots dots cdots
    prime""",
    """× · ÷ ± ∓ ≤ ≥ ≠ ≤ ≥ ≠ ≪ ≫ ≈ ≡ ∼ ≅ ∝ → →
    ← ↔ ⇒ ⇔ ⇌ ↦ ° ∈ ∉ ∪
    ∩ ⊂ ⊆ ⊃ ∧ ∧ ∨ ∨ ⊕ ⊗ ⊥ ∥ | … … …
    ′""",
)
_FUNCTIONS: Final = frozenset(
    "arccos arcsin arctan cos cosh cot csc deg det dim exp gcd inf ker lim ln log max min mod sec"
    " sin sinh sup tan tanh".split()
)
_MARKS: Final = {"bar": "\u0304", "dot": "\u0307", "hat": "\u0302", "tilde": "\u0303"}

# A space ends the name of a command; after the name of a letter that is all it does.
_COMMAND: Final = re.compile(r"\\([A-Za-z]+)(?![A-Za-z])( ?)")
_WORDS: Final = re.compile(
    r"\\(?:text|mathrm|mathbf|mathit|mathsf|mathbb|mathcal|operatorname|vec|ce)\{([^{}]*)\}"
)
_MARKED: Final = re.compile(rf"\\({'|'.join(_MARKS)})(?:\{{(\w)\}}| (\w))")
_ROOT: Final = re.compile(r"\\sqrt\{([^{}]*)\}")
_FRACTION: Final = re.compile(r"\\[dt]?frac\{(\w+)\}\{(\w+)\}")
_GAP: Final = re.compile(r"\\(?:[,;:! ]|quad\b|qquad\b)\s*")
_SIZE: Final = re.compile(r"\\(?:left|right|big|Big)(?![A-Za-z])\s*")
_ESCAPED: Final = re.compile(r"\\([%$#&_{}|])")
_SCRIPT: Final = re.compile(r"([_^])(?:\{([^{}]*)\}|([^\\{}\s]))")
_LOW: Final = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_HIGH: Final = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_PLAIN_LOW: Final = re.compile(r"[0-9+\-=()]+")
_PLAIN_HIGH: Final = re.compile(r"[0-9+\-=()n]+")


def readable(tex: str) -> str:
    """TeX with letters, signs, indices and powers as single characters where there are such."""
    text = _FRACTION.sub(r"\1/\2", _ROOT.sub(r"√\1", _WORDS.sub(r"\1", tex)))
    text = _SIZE.sub("", _GAP.sub(" ", _MARKED.sub(_marked, text)))
    text = _SCRIPT.sub(_script, _COMMAND.sub(_named, text))
    return _ESCAPED.sub(r"\1", text)


def _named(match: re.Match[str]) -> str:
    name, gap = match[1], match[2]
    if name in _LETTERS:
        after = match.string[match.end() : match.end() + 1]
        return _LETTERS[name] + ("" if after.isalnum() or after == "(" else gap)
    if name in _SIGNS:
        return _SIGNS[name] + gap
    return name + gap if name in _FUNCTIONS else match[0]


def _marked(match: re.Match[str]) -> str:
    return (match[2] or match[3]) + _MARKS[match[1]]


def _script(match: re.Match[str]) -> str:
    mark, inside = match[1], match[2] if match[2] is not None else match[3]
    if mark == "_" and _PLAIN_LOW.fullmatch(inside):
        return inside.translate(_LOW)
    if mark == "^" and _PLAIN_HIGH.fullmatch(inside):
        return inside.translate(_HIGH)
    if mark == "^" and inside in {"°", "′"}:
        return inside
    return f"{mark}{inside}" if "\\" not in inside else match[0]
