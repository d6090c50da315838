"""Figures over the cards of a collection, as docs/card-quality.md tells how they are counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import quantiles
from typing import Final

from cardsmith.cards.lint.checks import CHECKS
from cardsmith.cards.lint.defects import Weight
from cardsmith.cards.lint.proof import Proof, Row
from cardsmith.cards.lint.seen import Shape
from cardsmith.cards.lint.text import contents, words
from cardsmith.cards.lint.twins import Print, alike, ambiguous, doubles
from cardsmith.model import Tier

__all__ = ["TWINS", "Figures", "Judged", "advice", "figures", "judged", "weight"]

TWINS: Final[Mapping[str, str]] = {
    "ambiguous": "another card has this front and another answer",
    "duplicate": "another note says this in nearly the same words",
    "same-front": "only the topic line tells it from a card with another answer",
}
_COMPARED: Final[Mapping[str, Callable[[Sequence[Print]], Iterator[tuple[Print, Print]]]]] = {
    "ambiguous": ambiguous,
    "duplicate": doubles,
    "same-front": alike,
}
_COMMONEST: Final = 5


@dataclass(frozen=True, slots=True)
class Judged:
    """A card with all that is wrong with it, in itself and beside others of the collection."""

    row: Row
    faults: tuple[tuple[str, str], ...]

    @property
    def clean(self) -> bool:
        """Whether it has no hard defect."""
        return all(weight(code) is Weight.TASTE for code, _ in self.faults)


def weight(code: str) -> Weight:
    """What a defect is counted as."""
    if code in CHECKS:
        return CHECKS[code].weight
    return Weight.TASTE if code == "same-front" else Weight.TWIN


def advice(code: str) -> str:
    """What is wrong with a card that has the defect."""
    return CHECKS[code].advice if code in CHECKS else TWINS[code]


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of the cards of one tier; shares are of 1, rates of 1,000 cards.

    ``keywords`` and ``keywords_full`` are shares of the keywords that occur in their document's
    answer, asked by a clean card of the core, and of all notes. ``wordings`` are shares of the five
    commonest beginnings of questions, by four ways to tell two beginnings apart.
    """

    documents: int
    notes: int
    cards: int
    notes_per_document: float
    clean: float
    format_rate: float
    leak_rate: float
    twin_rate: float
    refusals_carded: int
    sections: float
    sections_or_items: float
    keywords: float
    keywords_full: float
    wordings: dict[str, float]
    answer_words: tuple[int, int]
    front_words: tuple[int, int]
    forms: dict[str, float]
    defects: dict[str, int]


def judged(proofs: Sequence[Proof], tiers: frozenset[Tier]) -> tuple[Judged, ...]:
    """The cards of the tiers, compared with each other, in the order of their documents."""
    rows = [row for each in proofs for row in each.rows if row.tier in tiers]
    at = {(row.note, row.place): row for row in rows}
    twins: dict[tuple[str, int], list[tuple[str, str]]] = {}
    prints = [row.print for row in rows]
    for code, found in _COMPARED.items():
        for one, other in found(prints):
            detail = f"{other.note}: {_short(at[other.note, other.place].answer)}"
            twins.setdefault((one.note, one.place), []).append((code, detail))
    return tuple(Judged(row, (*row.faults, *twins.get((row.note, row.place), ()))) for row in rows)


def _short(text: str) -> str:
    return " ".join(text.split())[:60]


def figures(proofs: Sequence[Proof], cards: Sequence[Judged], full: Sequence[Judged]) -> Figures:
    """The figures of ``cards``; ``full`` are the cards of all tiers."""
    notes = {each.row.note: each.row.form for each in cards}
    asked = [each.row for each in cards if each.row.shape is Shape.QUESTION]
    return Figures(
        documents=len(proofs),
        notes=len(notes),
        cards=len(cards),
        notes_per_document=_share(len(notes), len(proofs)),
        clean=_share(sum(each.clean for each in cards), len(cards)),
        format_rate=_rate(cards, Weight.FORMAT),
        leak_rate=_rate(cards, Weight.LEAK),
        twin_rate=_rate(cards, Weight.TWIN),
        refusals_carded=sum(each.refuses and bool(each.rows) for each in proofs),
        sections=_sections(proofs, cards, frozenset()),
        sections_or_items=_sections(proofs, cards, frozenset({Shape.ITEM})),
        keywords=_keywords(proofs, cards),
        keywords_full=_keywords(proofs, full),
        wordings=_wordings([row.front for row in asked]),
        answer_words=_middle([row.says for row in asked]),
        front_words=_middle([row.reads for row in asked]),
        forms=_forms(notes.values()),
        defects=_defects(cards),
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _rate(cards: Sequence[Judged], kind: Weight) -> float:
    """Cards that have such a defect, of a thousand."""
    hit = sum(any(weight(code) is kind for code, _ in each.faults) for each in cards)
    return round(1000 * hit / len(cards), 2) if cards else 0.0


def _document(row: Row) -> str:
    return row.note.split("/", 1)[0]


def _sections(proofs: Sequence[Proof], cards: Sequence[Judged], also: frozenset[Shape]) -> float:
    """Titled sections with a clean card of their own; ``also`` as the answer of such a card."""
    met: set[tuple[str, str]] = set()
    for each in cards:
        if each.clean and each.row.shape is not Shape.OPEN:
            met.add((_document(each.row), each.row.section))
            if each.row.shape in also:
                met.add((_document(each.row), each.row.answer))
    titled = [(each.document, title) for each in proofs for title in each.sections]
    return _share(sum(each in met for each in titled), len(titled))


def _keywords(proofs: Sequence[Proof], cards: Sequence[Judged]) -> float:
    met = {
        (_document(each.row), keyword)
        for each in cards
        if each.clean and each.row.shape is not Shape.OPEN
        for keyword in each.row.keywords
    }
    used = [(each.document, keyword) for each in proofs for keyword in each.asked]
    return _share(sum(each in met for each in used), len(used))


def _wordings(fronts: Sequence[str]) -> dict[str, float]:
    """How much of the questions begin in one of five ways."""
    ways = {
        "four words, content as slots": [_slots(front)[:4] for front in fronts],
        "first two words": [front.casefold().split()[:2] for front in fronts],
        "first three words": [front.casefold().split()[:3] for front in fronts],
        "function words in order": [_skeleton(front) for front in fronts],
    }
    return {name: _commonest(told) for name, told in ways.items()}


def _slots(front: str) -> list[str]:
    return ["_" if contents(word) else word.casefold() for word in words(front)]


def _skeleton(front: str) -> list[str]:
    """Function words, and one slot for each row of others."""
    slots = _slots(front)
    return [word for at, word in enumerate(slots) if word != "_" or not at or slots[at - 1] != "_"]


def _commonest(told: Sequence[Sequence[str]]) -> float:
    counts = Counter(tuple(each) for each in told)
    return _share(sum(count for _, count in counts.most_common(_COMMONEST)), len(told))


def _middle(counts: Sequence[int]) -> tuple[int, int]:
    """Median and ninth decile."""
    if len(counts) <= 1:
        return (counts[0], counts[0]) if counts else (0, 0)
    deciles = quantiles(counts, n=10, method="inclusive")
    return round(deciles[4]), round(deciles[8])


def _forms(forms: Iterable[str]) -> dict[str, float]:
    counts = Counter(forms)
    total = sum(counts.values())
    return {name: _share(counts[name], total) for name in ("question", "cloze", "list", "term")}


def _defects(cards: Sequence[Judged]) -> dict[str, int]:
    counts = Counter(code for each in cards for code in {code for code, _ in each.faults})
    return dict(sorted(counts.items(), key=lambda row: (-row[1], row[0])))
