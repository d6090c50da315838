"""What to hide in a sentence: its phrases scored by named features, worthless ones refused."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.acronyms import spelled
from cardsmith.cards.commonness import RARE, band, commonest
from cardsmith.cards.phrases import Found, Origin, Phrase, figures, occurrences
from cardsmith.cards.study import Piece, Study
from cardsmith.grammar import count, families, words
from cardsmith.markup import carve
from cardsmith.model import Rejection

__all__ = ["WEIGHTS", "Blank", "blanks"]

# rule R7
MOST_WORDS: Final = 5
MOST_LETTERS: Final = 40
# a single word that stands in more than one document of sixteen is not worth recalling
TELLING: Final = 4
# an unmarked group of more words is a description
MOST_IN_GROUP: Final = 3
# a blank worth less is no card; WEIGHTS are points on the same scale
LEAST: Final = 40
_SIGNS: Final = re.compile(r"(?<!\w)\d|[^\w\s'’.-]")
# a figure counts as a word that one document in sixty holds
_FIGURE_RARITY: Final = 0.7


@dataclass(frozen=True, slots=True)
class Blank:
    """Words to hide in a sentence, with offsets into its text; ``score`` is 0 and more."""

    text: str
    start: int
    end: int
    score: int
    figure: bool = False


def _rarity(found: Found, text: str) -> float:
    shown = text[found.start : found.end]
    return _FIGURE_RARITY if _figure(found) else commonest(shown) / RARE


def _figure(found: Found) -> bool:
    return Origin.FIGURE in found.phrase.origins


def _late(found: Found, text: str) -> float:
    return found.start / max(len(text), 1)


def _ends_clause(found: Found, text: str) -> float:
    return float(text[found.end : found.end + 1] in {",", ".", ";", ")", ":"})


def _named(found: Found, text: str) -> float:
    before = text[: found.start].rstrip(" \"“‘'").casefold()
    cues = ("called", "known as", "termed", "named", "referred to as", "is", "are", "by")
    return float(before.endswith(tuple(f" {cue}" for cue in cues)))


def _explained(found: Found, text: str) -> float:
    return float(text[found.end :].lstrip().startswith(("(", "is ", "are ", "refers ", ", which")))


def _several(found: Found, text: str) -> float:
    return float(count(text[found.start : found.end]) > 1)


def _from(origin: Origin) -> Callable[[Found, str], float]:
    return lambda found, _text: float(origin in found.phrase.origins)


# Points for each feature, each from 0 to 1. A phrase nobody marked has rarity alone to show.
WEIGHTS: Final[Mapping[str, tuple[Callable[[Found, str], float], int]]] = {
    "acronym": (_from(Origin.ACRONYM), 8),
    "bold": (_from(Origin.BOLD), 18),
    "ends-clause": (_ends_clause, 6),
    "explained": (_explained, 4),
    "figure": (_from(Origin.FIGURE), 24),
    "keyword": (_from(Origin.KEYWORD), 22),
    "late": (_late, 8),
    "named": (_named, 8),
    "rarity": (_rarity, 34),
    "several-words": (_several, 8),
    "title": (_from(Origin.TITLE), 6),
}


def blanks(piece: Piece, study: Study) -> tuple[list[Blank], list[Rejection]]:
    """The words of a sentence worth hiding, best first, and those refused, with their reasons.

    A sentence without a good phrase is looked at again for its noun groups.
    """
    marked = [*occurrences(piece.text, study.phrases), *figures(piece.text)]
    good, refused = _sorted_out(marked, piece, study)
    if not good:
        good, _ = _sorted_out(_groups(piece), piece, study)
    return list(_apart(good)), refused


def _groups(piece: Piece) -> Iterator[Found]:
    """The noun groups of words alone: a number in one is a half of something ("to 449 BCE")."""
    for start, end in piece.nouns:
        shown = piece.text[start:end]
        if not _SIGNS.search(shown):
            yield Found(Phrase(shown, frozenset({Origin.GROUP})), start, end)


def _sorted_out(
    found: Iterable[Found], piece: Piece, study: Study
) -> tuple[list[Blank], list[Rejection]]:
    good: list[Blank] = []
    refused: list[Rejection] = []
    for each in found:
        shown = piece.text[each.start : each.end]
        told = shown in study.document.front.question
        if told or (not _figure(each) and families(shown) <= study.secret):
            continue  # what the document is about is no candidate for a blank
        reason = _refused(each, piece, study)
        if reason:
            key = study.document.front.key
            refused.append(Rejection(key, "cloze", reason, shown, piece.span))
        else:
            score = _score(each, piece.text)
            good.append(Blank(shown, each.start, each.end, score, _figure(each)))
    return good, refused


def _score(found: Found, text: str) -> int:
    return round(sum(weight * feature(found, text) for feature, weight in WEIGHTS.values()))


@dataclass(frozen=True, slots=True)
class _Hidden:
    """Words under judgement, with the sentence without them."""

    found: Found
    piece: Piece
    study: Study
    shown: str
    rest: str


def _refused(found: Found, piece: Piece, study: Study) -> str:
    text = piece.text
    rest = f"{text[: found.start]} {text[found.end :]}"
    hidden = _Hidden(found, piece, study, text[found.start : found.end], rest)
    return next((code for code, wrong in RULES.items() if wrong(hidden)), "")


def _too_large(hidden: _Hidden) -> bool:
    return count(hidden.shown) > MOST_WORDS or len(hidden.shown) > MOST_LETTERS


def _worthless(hidden: _Hidden) -> bool:
    if Origin.GROUP in hidden.found.phrase.origins:
        return commonest(hidden.shown) < TELLING or count(hidden.shown) > MOST_IN_GROUP
    single = " " not in hidden.shown
    return single and not _figure(hidden.found) and band(hidden.shown) < TELLING


def _leak(hidden: _Hidden) -> bool:
    """R5: a word of the answer's families stands elsewhere in the sentence, or the answer does."""
    if (families(hidden.shown) - hidden.study.secret) & families(hidden.rest):
        return True
    return any(word.text.casefold() == hidden.shown.casefold() for word in words(hidden.rest))


def _spells_out(hidden: _Hidden) -> bool:
    """W23: "the Food and Drug Administration (FDA)" gives either of its two names away."""
    found, text = hidden.found, hidden.piece.text
    if text[: found.start].endswith("(") and text[found.end :].startswith(")"):
        return count(hidden.shown) == 1
    return any(long.endswith(hidden.shown) for _, long in spelled(text))


def _weak(hidden: _Hidden) -> bool:
    return _score(hidden.found, hidden.piece.text) < LEAST


def _tears(hidden: _Hidden) -> bool:
    return carve(hidden.piece.runs, hidden.found.start, hidden.found.end, "") is None


RULES: Final[Mapping[str, Callable[[_Hidden], bool]]] = {
    "blank-size": _too_large,
    "blank-worthless": _worthless,
    "spelled-out": _spells_out,
    "leak": _leak,
    "blank-weak": _weak,
    "blank-tears-markup": _tears,
}


def _apart(found: list[Blank]) -> Iterator[Blank]:
    """Blanks that do not overlap, best first; the better of two that do."""
    taken: list[Blank] = []
    for each in sorted(found, key=lambda blank: (-blank.score, blank.start)):
        if all(each.end <= other.start or other.end <= each.start for other in taken):
            taken.append(each)
            yield each
