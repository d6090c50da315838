"""A sentence with one to three marked or named words hidden, in a language that is not read."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from cardsmith.cards.abroad.alone import Alone
from cardsmith.cards.abroad.gloss import defines
from cardsmith.cards.abroad.hiding import FIGURE, MARK, Hidden, hidden, phrases, refusal
from cardsmith.cards.abroad.topic import context
from cardsmith.cards.cloze import name
from cardsmith.cards.pages import line
from cardsmith.cards.study import Study
from cardsmith.markup import carve, flat, fold
from cardsmith.model import Cloze, Note, Rejection

__all__ = ["make"]

BASE: Final = 58
# rule R8
MOST: Final = 3
# one term in so many sentences of a document
OFTEN: Final = 2


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each sentence that has something to hide."""
    asked = Counter[str]()
    named = phrases(study.document, study.language)
    for piece in study.alone:
        good = list[Hidden]()
        defined = defines(piece, study)
        for each in hidden(piece, named, study.language):
            fault = refusal(each, piece, study.document.front.question, study.language)
            # the term of a definition is asked both ways by another kind
            if defined and each.worth != MARK and fold(each.text) == fold(defined[0]):
                continue
            if not fault and asked[fold(each.text)] >= OFTEN and each.worth != MARK:
                fault = "asked-already"
            if fault:
                key = study.document.front.key
                yield Rejection(key, "cloze", fault, each.text, piece.sentence.span)
            else:
                good.append(each)
        if good:
            chosen = _best(good)
            asked.update(fold(each.text) for each in chosen)
            yield _note(study, piece, chosen)


def _best(good: list[Hidden]) -> list[Hidden]:
    """The best ones, each term once, and one figure at most; all that the author marked."""
    if good[0].worth == MARK:
        return good
    ranked = sorted(good, key=lambda each: (-each.worth, each.start))
    figures = [each for each in ranked if each.worth == FIGURE]
    terms = [each for each in ranked if each.worth != FIGURE]
    return (terms[:MOST] if len(terms) >= MOST else [*terms, *figures[:1]])[:MOST]


def _note(study: Study, piece: Alone, chosen: list[Hidden]) -> Note:
    runs = piece.runs
    # from the right, so that the offsets of the others stay true
    for each in sorted(chosen, key=lambda each: -each.start):
        runs = carve(runs, each.start, each.end, fold(each.text)) or runs
    worth = max(each.worth for each in chosen)
    points = (("marked", 100),) if worth == MARK else (("cloze", BASE), ("author-named", worth))
    words = " ".join(each.text for each in chosen)
    return Note(
        document=study.document.front.key,
        kind="cloze",
        name=name(flat(piece.sentence.runs)),
        body=Cloze((line(runs, piece.sentence.span),)),
        context=context(study.topics, words, "", study.language),
        section=piece.title,
        source=piece.sentence.runs,
        span=piece.sentence.span,
        score=sum(each for _, each in points),
        points=points,
    )
