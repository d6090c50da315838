"""A formula, asked by the name of what it is the formula of, and what its symbols stand for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cardsmith.cards.casing import capital
from cardsmith.cards.cloze import name
from cardsmith.cards.pages import line
from cardsmith.cards.signs.equations import Equation, equations
from cardsmith.cards.signs.formula_questions import Named, named
from cardsmith.cards.signs.legends import Symbol, squeezed
from cardsmith.cards.study import Study
from cardsmith.cards.topic import context
from cardsmith.grammar import content, count, families
from cardsmith.markup import flat, fold
from cardsmith.model import QA, Formula, Math, Note, Rejection, Runs, Text

__all__ = ["make"]

FORMULA: Final = 90
SYMBOL: Final = 76
# words of a front with its symbols explained, each symbol one of them
MOST_WORDS: Final = 24
_RELATED: Final = re.compile(r"=|\\approx|\\propto|\\leq?|\\geq?|<|>|\\rightarrow|\\to\b")
_GREEK: Final = (
    r"\\(?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|rho|sigma|tau|"
    r"phi|chi|psi|omega|Phi|Psi|Omega|Delta|Sigma|Lambda|Gamma)(?![a-z])"
)
_COMMAND: Final = re.compile(r"\\text\{[^}]*\}|\\[A-Za-z]+")
# a letter of its own, of which e, d and i are seldom a quantity
_VARIABLE: Final = re.compile(rf"{_GREEK}|(?<![A-Za-z])[A-Za-ce-hj-z](?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class _Asked:
    """An equation and the question for it."""

    equation: Equation
    named: Named


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each formula of a named thing, and one for each symbol that is explained."""
    found = list(_once(equations(study.document)))
    asked = []
    for equation in found:
        question = named(equation, study.casing)
        if question is None:
            yield _refused(study, equation, "formula-of-what")
        else:
            asked.append(_Asked(equation, question))
    yield from _formulas(study, asked)
    yield from _symbols(study, found)


def _refused(study: Study, equation: Equation, code: str) -> Rejection:
    key = study.document.front.key
    return Rejection(key, "formula", code, flat(equation.source), equation.span)


def _once(found: Iterable[Equation]) -> Iterator[Equation]:
    """Equal equations once: the one that is told best, wherever it stands."""
    best: dict[str, Equation] = {}
    for equation in found:
        # F = ma is F = m \cdot a
        tex = re.sub(r"\\cdot|\\times|\*", "", squeezed(equation.tex))
        if tex not in best or _told(equation) > _told(best[tex]):
            best[tex] = equation
    yield from best.values()


def _told(equation: Equation) -> tuple[int, int, str]:
    text = flat(equation.lead)
    return len(equation.legend), len(text), text


def _formulas(study: Study, asked: list[_Asked]) -> Iterator[Note | Rejection]:
    """Notes for formulas; where two are of one thing, each is told by the title over it."""
    told = [(_key(each), each.equation.passage.title) for each in asked]
    things = Counter(thing for thing, _ in told)
    places = Counter(told)
    for each, (thing, title) in zip(asked, told, strict=True):
        if things[thing] == 1:
            yield _formula(study, each, "")
        elif not title or places[thing, title] > 1 or families(title) <= families(thing):
            yield _refused(study, each.equation, "two-formulas")
        else:
            yield _formula(study, each, title)


def _key(asked: _Asked) -> str:
    question = asked.named
    return re.sub(r"^(?:the|an?) ", "", fold(f"{flat(question.thing)} {flat(question.scene)}"))


def _formula(study: Study, asked: _Asked, title: str) -> Note:
    equation, question = asked.equation, asked.named
    inside = f" ({study.casing.inside(title)})" if title else ""
    scene = (*question.scene, Text(", ")) if question.scene else ()
    start = question.start[0].lower() + question.start[1:] if scene else question.start
    front = (*_capital(scene), Text(start), *question.thing, Text(f"{question.end}{inside}"))
    explained = (*front, *_explained(equation))
    front = explained if _length(explained) <= MOST_WORDS else (*front, *_listed(equation))
    span = equation.span
    return Note(
        document=study.document.front.key,
        kind="formula",
        name=name(f"{_key(asked)} {fold(title)}".strip()),
        body=QA((line(_joined((*front, Text("?"))), span),), (Formula(equation.tex, span),)),
        context=context(study.topics, ""),
        section=equation.passage.section,
        source=equation.source,
        span=span,
        score=FORMULA,
    )


def _length(runs: Runs) -> int:
    return sum(1 if isinstance(run, Math) else count(run.text) for run in runs)


def _capital(runs: Runs) -> Runs:
    first = runs[0] if runs else None
    return (
        (replace(first, text=capital(first.text)), *runs[1:]) if isinstance(first, Text) else runs
    )


def _right(equation: Equation) -> tuple[Symbol, ...]:
    """The symbols that stand for something else than what the formula is of."""
    return tuple(
        symbol
        for symbol in equation.legend
        if all(squeezed(tex) != equation.left for tex in symbol.texs)
    )


def _listed(equation: Equation) -> Runs:
    """The symbols alone, where what they stand for would make a long front."""
    signs = [Math(tex) for symbol in _right(equation) for tex in symbol.texs]
    right = _RELATED.split(equation.tex, maxsplit=1)[-1]
    if _variables(right) - frozenset().union(*[_variables(sign.text) for sign in signs]):
        return ()
    return _row(", in terms of ", [(sign,) for sign in signs])


def _variables(tex: str) -> frozenset[str]:
    """The letters of a formula that stand alone, Greek ones by their names."""
    letters = _COMMAND.sub(
        lambda match: match[0] if re.match(_GREEK, match[0]) else " ", re.sub("[{}_^]", " ", tex)
    )
    return frozenset(_VARIABLE.findall(letters))


def _row(opening: str, told: Sequence[Runs]) -> Runs:
    runs: list[Runs] = []
    for place, each in enumerate(told):
        last = place == len(told) - 1
        runs.append((Text(opening if not place else " and " if last else ", "), *each))
    return tuple(run for part in runs for run in part)


def _explained(equation: Equation) -> Runs:
    """The symbols that a learner may spell the formula with: "with V for the volume"."""
    told = [(*each.signs, Text(" for "), *each.meaning) for each in _right(equation)]
    return _row(", with ", told)


def _joined(runs: Runs) -> Runs:
    """Runs with words beside words as one run."""
    joined: list[Runs] = []
    for run in runs:
        last = joined[-1][0] if joined else None
        if isinstance(run, Text) and isinstance(last, Text):
            joined[-1] = (Text(last.text + run.text),)
        elif run.text:
            joined.append((run,))
    return tuple(run for part in joined for run in part)


def _symbols(study: Study, found: Iterable[Equation]) -> Iterator[Note | Rejection]:
    """One note a symbol, in the shortest equation that explains it so, but for the left side."""
    best: dict[tuple[str, str], tuple[Equation, Symbol]] = {}
    for equation in found:
        for symbol in equation.legend:
            if any(squeezed(tex) == equation.left for tex in symbol.texs):
                continue
            if not symbol.telling or _mnemonic(symbol):
                yield _refused(study, equation, "answer-worthless")
                continue
            key = (squeezed(flat(symbol.signs)), fold(flat(symbol.meaning)))
            if key not in best or _size(equation) < _size(best[key][0]):
                best[key] = (equation, symbol)
    for equation, symbol in best.values():
        yield _symbol(study, equation, symbol)


def _size(equation: Equation) -> tuple[int, str]:
    return len(squeezed(equation.tex)), equation.tex


def _symbol(study: Study, equation: Equation, symbol: Symbol) -> Note:
    span = equation.span
    be = "are" if len(symbol.texs) > 1 else "is"
    front = (Text("In "), Math(equation.tex), Text(f", what {be} "), *symbol.signs, Text("?"))
    answer = _capital(symbol.meaning)
    signs = "-".join(re.sub(r"\W+", "-", tex).strip("-") for tex in symbol.texs)
    return Note(
        document=study.document.front.key,
        kind="formula",
        # V is not v: the symbol keeps its case
        name=f"{name(squeezed(equation.tex))}-{signs}",
        body=QA((line(front, span),), (line(answer, span),)),
        context=context(study.topics, flat(symbol.meaning)),
        section=equation.passage.section,
        source=symbol.source,
        span=span,
        score=SYMBOL,
    )


def _mnemonic(symbol: Symbol) -> bool:
    """Whether the letter tells the answer: "m" for the mass."""
    words = content(re.sub(r"\([^)]*\)", "", flat(symbol.meaning)))
    return len(words) == 1 and squeezed(symbol.texs[0])[:1].casefold() == words[0][:1]
