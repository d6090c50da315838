"""Formulas: understood as a whole and said in words, or refused with a reason."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardsmith.markup.chemistry import spelled_out
from cardsmith.markup.formulas import Digits, Fence, Fraction, Grid, Node, Refused, Row, Sign
from cardsmith.markup.mathml import read
from cardsmith.markup.speech import spoken
from cardsmith.packager.sheet.maths import drawn, signs

SAID = {
    r"\frac{P}{Q}(1+r)^n": "P over Q open bracket 1 plus r close bracket to the n",
    r"\nabla \cdot E = \frac{\rho}{\varepsilon_0}": "del times E equals rho over epsilon sub 0",
    r"\frac{a+b}{2}": "the fraction a plus b over 2 end of fraction,",
    r"30\%": "30 percent",
    "30 % of x": "30 percent o f x",
    r"|x| = \begin{cases} x & \text{if } x \geq 0 \\ -x & \text{else} \end{cases}": (
        "bar x bar equals cases: x if x is at least 0; minus x else;"
    ),
    r"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}": "the matrix 1 0; 0 1; end of matrix",
    r"\begin{aligned} a &= b \\ c &= d \end{aligned}": "a equals b; c equals d;",
    r"\sum_{i=1}^{n} x_i^2": "the sum from i equals 1 to n of x sub i, squared",
    r"\lim_{x \to 0} \sin x": "the limit as x goes to 0 of sine x",
    r"\int_0^1 f(x)\,dx": ("the integral from 0 to 1 of f open bracket x close bracket d x"),
    r"\sqrt{2}": "the square root of 2",
    r"\sqrt[3]{x+1}": "the root of order 3 of x plus 1 end of root,",
    r"\binom{n}{k}": "n choose k",
    r"\vec{F} = m\vec{a}": "F vector equals m a vector",
    r"\mathbf{v}": "bold v",
    r"\mathcal{L}(\lambda)": "script L open bracket lambda close bracket",
    r"\Omega \epsilon": "capital omega epsilon",
    r"\mathbb{R}": "the real numbers",
    r"\Delta G^\circ": "capital delta G degrees",
    "f'(x)": "f prime open bracket x close bracket",
    r"x^{10}": "x to the 10",
    r"e^{-x}": "e to the power minus x end of power,",
    r"A \xrightarrow{\text{heat}} B": "A goes to with heat above B",
    r"1{,}000": "1,000",
    r"\text{pH} = 7": "pH equals 7",
    r"\boxed{x}": "x in a box",
}
CHEMISTRY = {
    r"\ce{H2O}": "H sub 2 O",
    r"\ce{MnO4^-}": "Mn O sub 4, minus",
    r"\ce{SO4^2-}": "S O sub 4, 2 minus",
    r"\ce{2H2 + O2 -> 2H2O}": "2 H sub 2 plus O sub 2 goes to 2 H sub 2 O",
    r"\ce{CaCO3 ->[heat] CaO + CO2 ^}": (
        "Ca C O sub 3 goes to with heat above Ca O plus C O sub 2 up arrow"
    ),
    r"\ce{N2O4 <=> 2NO2}": "N sub 2 O sub 4 is in equilibrium with 2 N O sub 2",
    r"\ce{^{14}_{6}C}": "sub 6, to the 14 C",
    r"\ce{1/2 O2(g)}": "1 over 2 O sub 2 (g)",
    r"\ce{Na+} + \ce{Cl-}": "Na plus plus Cl minus",
    r"\ce{[Fe(CN)6]^3-}": (
        "open square bracket Fe open bracket C N close bracket sub 6 close square bracket 3 minus"
    ),
}
REFUSED = {
    r"\struct{x}": r"unknown command \struct",
    r"x_": "missing super script or subscript",
    r"\frac{a}": "mfrac with 1 parts instead of 2",
    "a & b": "a stray &",
    "": "no available tokens",
    r"\ce{x \foo y}": r"unknown command \ce",
    r"\left( x": "extra left or missing right",
    "x" * 2001: "longer than 2000 characters",
    "{" * 50 + "x" + "}" * 50: "nested deeper than 40",
    r"\text{a $x$ b}": "unknown command a $x$ b",
}


@pytest.mark.parametrize("tex", [*SAID, *CHEMISTRY])
def test_a_formula_is_said_in_words(tex: str) -> None:
    assert spoken(parts(tex)) == {**SAID, **CHEMISTRY}[tex]


def parts(tex: str) -> Node:
    node = read(tex)
    assert not isinstance(node, Refused), node.reason
    return node


@pytest.mark.parametrize("tex", REFUSED)
def test_a_formula_that_is_not_known_is_refused_with_its_reason(tex: str) -> None:
    assert read(tex) == Refused(REFUSED[tex])


def test_a_fraction_holds_its_own_parts_and_no_more() -> None:
    found = parts(r"\frac{P}{Q}(1+r)^n")
    assert isinstance(found, Row)
    assert found.parts[0] == Fraction(Sign("P"), Sign("Q"))
    assert len(found.parts) == 6


def test_a_percent_sign_begins_no_comment() -> None:
    assert parts("30% + x") == parts(r"30\% + x")


def test_a_matrix_stands_in_its_brackets_and_keeps_its_bar() -> None:
    found = parts(r"\left[\begin{array}{cc|c} 1 & 2 & 3 \end{array}\right]")
    assert isinstance(found, Fence)
    assert isinstance(found.body, Grid)
    assert found.body.bars == (2,)


def test_thousands_are_one_number() -> None:
    assert parts("1,000,000") == Row((Digits("1,000"), Sign(","), Digits("000")))


def test_text_beside_chemistry_is_left_alone() -> None:
    assert spelled_out(r"a + b \ce{H2}") == r"a + b {\text{H}_{2}}"
    assert spelled_out(r"\ce{H2") == r"\ce{H2"


COMMANDS = (
    r"\frac \sqrt \sum \left \right \middle \begin{cases} \end{cases} \begin{array}{c|c} "
    r"\end{array} \text{ \ce{ \binom \overline \vec \xrightarrow \limits \tag \hspace{ \color \not "
    r"\underbrace \mathbf \cancel \boxed \substack \sideset \genfrac \cfrac \operatorname{ \\ "
)
TEX = st.one_of(
    st.lists(st.sampled_from([*"abx012+-=()[]{}^_&%$|,. \\", *COMMANDS.split()]), max_size=20).map(
        "".join
    ),
    st.text(max_size=20),
)


@settings(max_examples=300, deadline=None)
@given(TEX)
def test_any_text_is_read_or_refused_and_never_raises(tex: str) -> None:
    node = read(tex)
    if not isinstance(node, Refused):
        assert isinstance(spoken(node), str)
        assert drawn(node)
        assert all(len(text) == 1 for face, text in signs(node) if face == "maths")
