"""The equations of a document, each with the words that say of what it is the formula."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.signs.legends import Symbol, legend, squeezed, told
from cardsmith.cards.signs.passages import Passage, lead, masked, passages
from cardsmith.markup import cut, flat
from cardsmith.model import Document, Formula, Math, Paragraph, Runs, Sentence, Span, Text

__all__ = ["Equation", "equations"]

LONGEST: Final = 140

_RELATION: Final = re.compile(r"=|\\approx|\\propto|\\equiv|\\l?eq\b|\\[gl]e(?:q|\b)|[<>]|\\cong")
_ARROW: Final = re.compile(r"\\(?:long)?(?:left)?rightarrow|\\rightleftharpoons|\\to\b")
# a result that somebody worked out: "= 4 + 4 = 8", "f(2) = 5", or one of many: "y = 3x + 1"
_WORKED: Final = re.compile(
    r"=\s*[-+]?[\d.,]+\s*(?:\\,|\\;|\\%|\\text\{[^}]*\}|\s)*\.?\s*$|\(\s*-?\d[\d., -]*\)\s*=|"
    r"\d\s*(?:\\times|\\cdot|[-+])\s*\d+\s*=|"
    r"^\s*[a-z](?:\([a-z]\))?\s*=\s*-?[\d.]+\s*[a-z]\s*(?:[-+]\s*[\d.]+)?\s*$|"
    r"\\(?:implies|Rightarrow)|\\begin|\\dots|\\ldots|\\cdots|\\quad"
)
_LETTER: Final = re.compile(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])|\\(?:[a-zA-Z]+)|[A-Za-zα-ω]")
_UNITS: Final = re.compile(r"\\(?:text|mathrm)\{[^}]*\}|\\(?:times|cdot|frac|sqrt|left|right|pm|,)")
# what stands in a worked example is true of its numbers alone
EXAMPLE: Final = re.compile(
    r"\b(?:examples?|solutions?|step|problems?|practice|exercises?|illustrations?|scenario|case|"
    r"calculations?|verification|check|derivation|proof)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Equation:
    """A formula that relates things: ``tex`` without a closing sign.

    ``lead`` are the words before it, up to the start of their sentence, ``prior`` is the sentence
    before that one; ``source`` are lead and formula. ``legend`` explains those symbols that stand
    in it.
    """

    tex: str
    lead: Runs
    prior: Runs
    legend: tuple[Symbol, ...]
    passage: Passage
    source: Runs
    span: Span

    @property
    def left(self) -> str:
        """What stands before the first sign that relates, squeezed."""
        return squeezed(_RELATION.split(self.tex, maxsplit=1)[0])

    @property
    def reacts(self) -> bool:
        """Whether it is a reaction or a mapping, with an arrow."""
        return bool(_ARROW.search(self.tex)) and not _RELATION.search(self.tex)


def equations(document: Document) -> Iterator[Equation]:
    """All equations worth knowing, in reading order; worked examples are none."""
    for passage in passages(document):
        if EXAMPLE.search(passage.section) or EXAMPLE.search(passage.label):
            continue
        for at, block in enumerate(passage.blocks):
            match block:
                case Formula(text=tex, span=span):
                    after = legend(passage.blocks[at + 1 : at + 3])
                    leads = lead(passage, at, 2), lead(passage, at)
                    yield from _equation(tex, leads, after, (passage, span))
                case Paragraph(sentences=inner):
                    priors = (lead(passage, at), *(each.runs for each in inner))
                    for prior, sentence in zip(priors, inner, strict=False):
                        yield from _inline(sentence, prior, passage, at)
                case _:
                    pass


def _inline(sentence: Sentence, prior: Runs, passage: Passage, at: int) -> Iterator[Equation]:
    """The first equation inside a sentence, where nothing but its legend follows it."""
    start = 0
    for run in sentence.runs:
        end = start + len(run.text)
        if isinstance(run, Math) and _RELATION.search(run.text):
            after = cut(sentence.runs, end, len(flat(sentence.runs)))
            if re.match(r"\s*(?:[.,;:)]|where\b|with\b|$)", masked(after)):
                alone = not flat(cut(sentence.runs, 0, start)).strip()
                leads = ((), prior) if alone else (prior, cut(sentence.runs, 0, start))
                found = told(after) or legend(passage.blocks[at + 1 : at + 3])
                yield from _equation(run.text, leads, found, (passage, sentence.span))
            return
        start = end


def _equation(
    tex: str, leads: tuple[Runs, Runs], found: tuple[Symbol, ...], where: tuple[Passage, Span]
) -> Iterator[Equation]:
    passage, span = where
    prior, before = leads
    tex = tex.strip().rstrip(".,;").strip()
    if _knowable(tex):
        small = squeezed(tex)
        kept = tuple(
            symbol for symbol in found if all(squeezed(each) in small for each in symbol.texs)
        )
        gap = (Text(" "),) if before and not flat(before).endswith(" ") else ()
        yield Equation(tex, before, prior, kept, passage, (*before, *gap, Math(tex)), span)


def _knowable(tex: str) -> bool:
    if len(tex) > LONGEST or _WORKED.search(tex):
        return False
    relation = _RELATION.search(tex) or _ARROW.search(tex)
    if relation is None:
        return False
    left, right = tex[: relation.start()], tex[relation.end() :]
    variable = bool(_LETTER.search(_UNITS.sub("", right)))
    spelled = "\\text" in left and "\\text" in right
    # "total momentum before = total momentum after" is a sentence
    said = re.fullmatch(r"\s*\\text\{[^}]*\}\s*", right)
    return bool(left.strip()) and bool(right.strip()) and (variable or spelled) and not said
