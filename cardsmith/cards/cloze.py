"""A sentence with one to three key terms hidden, each a card of its own."""

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from typing import Final

from cardsmith.cards.choosing.blanks import Blank, blanks
from cardsmith.cards.pages import line
from cardsmith.cards.study import Piece, Study
from cardsmith.cards.topic import context
from cardsmith.markup import carve, flat, fold
from cardsmith.model import Cloze, Note, Points, Rejection, Runs

__all__ = ["make", "name"]

# rule R8
MOST: Final = 3
# one term in so many sentences of a document
OFTEN: Final = 2
# after so many notes that ask for a number, another one costs points: numbers alone are dull
FIGURES: Final = 3
TIRED: Final = 20
# a second blank must be about as good as the first
NEARLY: Final = 12


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note a sentence, for each sentence that has something to hide, the best ones first.

    A term that two sentences ask for is asked for often enough.
    """
    found: list[tuple[Piece, list[Blank]]] = []
    for piece in (*study.pieces, *study.pairs):
        good, refused = blanks(piece, study)
        yield from refused
        if good:
            found.append((piece, good))
    asked = Counter[str]()
    figures = 0
    for piece, good in sorted(found, key=lambda row: (-row[1][0].score, row[0].text)):
        fresh = [each for each in good if each.marked or asked[fold(each.text)] < OFTEN]
        if fresh:
            chosen = _best(fresh)
            asked.update(fold(blank.text) for blank in chosen)
            figures += chosen[0].figure
            tired = chosen[0].figure and figures > FIGURES
            yield _note(piece, study, chosen, TIRED if tired else 0)
        else:
            yield _asked_already(piece, study, good[0])


def _asked_already(piece: Piece, study: Study, blank: Blank) -> Rejection:
    key = study.document.front.key
    return Rejection(key, "cloze", "asked-already", blank.text, piece.span)


def _best(good: list[Blank]) -> list[Blank]:
    """The best blank and those nearly as good, one figure at most; all that the author marked."""
    if good[0].marked:
        return good
    nearly = [blank for blank in good if blank.score >= good[0].score - NEARLY]
    figures = [blank for blank in nearly if blank.figure]
    return [blank for blank in nearly if not blank.figure or blank is figures[0]][:MOST]


def _note(piece: Piece, study: Study, chosen: list[Blank], lost: int) -> Note:
    runs: Runs = piece.runs
    # from the right, so that the offsets of the others stay true
    for blank in sorted(chosen, key=lambda blank: -blank.start):
        runs = carve(runs, blank.start, blank.end, fold(blank.text)) or runs
    hidden = " ".join(blank.text for blank in chosen)
    points = _points(chosen[0], lost)
    return Note(
        document=study.document.front.key,
        kind="cloze",
        name=name(flat(piece.source)),
        body=Cloze((line(runs, piece.span),)),
        context=context(study.topics, hidden, study.named_title(piece)),
        section=study.title(piece),
        source=piece.source,
        span=piece.span,
        score=sum(each for _, each in points),
        points=points,
    )


def _points(best: Blank, lost: int) -> Points:
    """What the score is made of; what an author marks is worth a card whatever it is."""
    if best.marked:
        return (("marked", 100),)
    worth = (("cloze", 25), ("words-are-worth-it", best.score * 13 // 20))
    return (*worth, ("many-figures", -lost)) if lost else worth


def name(sentence: str) -> str:
    """A sentence's name: its first words, and a hash that tells it from all others.

    It becomes part of a note's identity, so it rests on the letters of the sentence alone and on no
    list of words that somebody may edit.
    """
    folded = fold(sentence)
    digest = blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return "-".join([*re.findall(r"\w+", folded)[:4], digest])
