"""What a deed is done to: "What do beta blockers help to lower?" rather than "… help to do?"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from cardsmith.cards.sentences.pieces import Piece
from cardsmith.grammar import Asked, Token
from cardsmith.grammar.questions.asked import spell
from cardsmith.grammar.questions.kinds import PERSONS

__all__ = ["WORDING", "narrowed"]

WORDING: Final = "deed-object"
# verbs that say little of what they are done to, or take no object of that kind
_LIGHT: Final = frozenset(
    """achieve address allow attend be become build create develop do enable enhance ensure
    establish facilitate foster gain get give have help improve keep know look make manage meet play
    provide promote reach seem support take understand use utilize""".split()
)
_DEED: Final = ("to do", "?")


def narrowed(piece: Piece) -> Iterator[Asked]:
    """The questions for deeds of a sentence, each for what its deed is done to."""
    for asked in piece.asked:
        if asked.wording == "deed" and asked.pieces[-2:] == _DEED:
            found = _narrowed(asked, piece)
            if found is not None:
                yield found


def _narrowed(asked: Asked, piece: Piece) -> Asked | None:
    reading = piece.reading
    inside = [each for each in reading.tokens if asked.start <= each.start < asked.end]
    at = next((place for place, each in enumerate(inside[:2]) if each.tag == "VB"), None)
    if at is None or at + 1 >= len(inside) or inside[at].lemma in _LIGHT:
        return None
    start = inside[at + 1].start
    found = (each for each in reading.nouns if reading.tokens[each.start].start == start)
    group = next(found, None)
    if group is None or _goes_on(inside[at + 1 :]) or _somebody(reading.tokens[group.head]):
        return None
    pieces = (*asked.pieces[:-2], "to", (inside[0].start, inside[at].end), "?")
    return replace(
        asked,
        wording=WORDING,
        pieces=pieces,
        question=spell(piece.text, pieces),
        start=start,
        answer=piece.text[start : asked.end],
    )


def _somebody(head: Token) -> bool:
    """Whether the deed is done to people, so that "what" would not ask for them."""
    return head.lemma.casefold() in PERSONS or head.tag in {"NNP", "PRP"}


def _goes_on(inside: list[Token]) -> bool:
    """Whether a second deed follows: "reduce swelling and relieve pain"."""
    joined = (two.tag for one, two in pairwise(inside) if one.tag == "CC")
    return any(tag in {"RB", "VBP"} for tag in joined) or any(each.tag == "VB" for each in inside)
