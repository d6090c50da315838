"""What to hide in a sentence: its word groups by their worth, without those that hide badly."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cardsmith.cards.choosing.choice import Choice
from cardsmith.cards.choosing.hiding import LEAST, refusal
from cardsmith.cards.choosing.phrases import Origin
from cardsmith.cards.leaks import parted
from cardsmith.cards.study import Piece, Study
from cardsmith.grammar import families
from cardsmith.model import Rejection

__all__ = ["Blank", "blanks"]


@dataclass(frozen=True, slots=True)
class Blank:
    """Words to hide in a sentence, with offsets into its text; ``score`` is 0 to 100.

    ``marked`` are those that the author marked there.
    """

    text: str
    start: int
    end: int
    score: int
    figure: bool = False
    marked: bool = False


def blanks(piece: Piece, study: Study) -> tuple[list[Blank], list[Rejection]]:
    """The words of a sentence worth hiding, best first, and those refused, with their reasons.

    Where its author marked some, these are the ones. Of groups that nobody marked the worthiest is
    told where nothing else is.
    """
    every = study.choices.get(piece.span, ())
    # most are too weak, and refused without a word
    strong = [each for each in every if each.worth >= LEAST or each.origins]
    wanted = [each for each in strong if Origin.MARK in each.origins]
    good, refused = _sorted_out(wanted, piece, study)
    if good:
        return good, refused
    others = [each for each in strong if Origin.MARK not in each.origins]
    good, unusable = _sorted_out(others, piece, study)
    if not (good or refused or unusable):
        unmarked = [each for each in every if Origin.MARK not in each.origins]
        refused = list(_worthiest(unmarked, piece, study))
    return list(_apart(good)), [*refused, *unusable]


def _sorted_out(
    found: Iterable[Choice], piece: Piece, study: Study
) -> tuple[list[Blank], list[Rejection]]:
    good: list[Blank] = []
    refused: list[Rejection] = []
    for each in found:
        shown = piece.text[each.start : each.end]
        figure, marked = Origin.FIGURE in each.origins, Origin.MARK in each.origins
        if not marked and _is_topic(each, shown, study):
            continue
        reason = refusal(each, piece, study)
        if not reason:
            # what an author marks is asked whatever it is worth
            worth = 100 if marked else round(100 * each.worth)
            good.append(Blank(shown, each.start, each.end, worth, figure, marked))
        elif each.origins:
            refused.append(_rejection(shown, reason, piece, study))
    return good, refused


def _worthiest(found: Iterable[Choice], piece: Piece, study: Study) -> Iterator[Rejection]:
    """Why the best of groups that are all refused is so."""
    for each in sorted(found, key=lambda choice: (-choice.worth, choice.start, choice.end)):
        shown = piece.text[each.start : each.end]
        if not _is_topic(each, shown, study):
            yield _rejection(shown, refusal(each, piece, study), piece, study)
            return


def _rejection(shown: str, reason: str, piece: Piece, study: Study) -> Rejection:
    return Rejection(study.document.front.key, "cloze", reason, shown, piece.span)


def _is_topic(found: Choice, shown: str, study: Study) -> bool:
    """Whether words are what the document is about, and so no candidate for a blank."""
    if shown in study.document.front.question:
        return True
    if Origin.FIGURE in found.origins:
        return False
    return families(shown) - study.secret <= parted(study.document.front.question)


def _apart(found: list[Blank]) -> Iterator[Blank]:
    """Blanks that do not overlap, best first; the better of two that do."""
    taken: list[Blank] = []
    for each in sorted(found, key=lambda blank: (-blank.score, blank.start, blank.end)):
        if all(each.end <= other.start or other.end <= each.start for other in taken):
            taken.append(each)
            yield each
