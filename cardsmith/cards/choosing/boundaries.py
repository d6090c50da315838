"""Where a noun group begins and ends: whether words of a sentence are a whole one."""

from typing import Final

from cardsmith.cards.commonness import RARE, band
from cardsmith.grammar import NounGroup, Reading

__all__ = ["adjective", "apposed", "whole"]

_ADJECTIVES: Final = frozenset("JJ JJR JJS".split())
# "the syllabus outlines what content is taught"
_ASKING: Final = frozenset("what whatever which whose".split())
# no noun has one of these after it: "Multiply each side by two"
_STARTING: Final = frozenset("DT PDT PRP PRP$ WDT".split())


def whole(reading: Reading, start: int, end: int, dull: int) -> bool:
    """Whether words begin with a noun group and end with the head of one.

    No question word leads them. Adjectives of bands under ``dull`` may stay outside: "significant
    [calcium influx]".
    """
    first = last = None
    for noun in reading.nouns:
        begins, ends = reading.tokens[noun.start].start, reading.tokens[noun.end - 1].end
        first = noun if begins <= start < ends else first
        last = noun if begins < end <= ends else last
    if first is None or last is None or _asked(reading, first):
        return False
    if reading.tokens[last.head].end != end or _order(reading, last):
        return False
    return _begins(reading, first, start, dull)


def _asked(reading: Reading, noun: NounGroup) -> bool:
    """Whether a question word leads a group."""
    before = reading.tokens[noun.start - 1].text.lower() if noun.start else ""
    return noun.determiner in _ASKING or before in _ASKING - {"which"}


def _order(reading: Reading, noun: NounGroup) -> bool:
    """Whether a group is the verb of an order."""
    if noun.end > 1 or noun.end >= len(reading.tokens):
        return False
    return reading.tokens[noun.end].tag in _STARTING


def _begins(reading: Reading, noun: NounGroup, start: int, dull: int) -> bool:
    """Whether nothing telling of a noun group stands before a place in it."""
    tokens = reading.tokens[noun.start + bool(noun.determiner) : noun.end]
    before = [token for token in tokens if token.end <= start]
    if before and before[-1].tag == "POS":
        return True
    return all(
        token.tag == "CD" or (token.tag in _ADJECTIVES and band(token.text) < dull)
        for token in before
    )


def apposed(reading: Reading, start: int, end: int) -> bool:
    """Whether a rare word stands behind the noun that tells what it is: "the hormone [leptin]"."""
    for noun in reading.nouns:
        head = reading.tokens[noun.head]
        if (head.start, head.end) == (start, end):
            kind = reading.tokens[noun.start + 1 : noun.head]
            known = [token for token in kind if token.tag == "NN" and band(token.text) < RARE]
            return (
                noun.determiner == "the"
                and len(known) == 1 == len(kind)
                and band(head.text) == RARE
            )
    return False


def adjective(reading: Reading, start: int, end: int) -> bool:
    """Whether the words are one adjective."""
    own = [token for token in reading.tokens if start <= token.start < end]
    return len(own) == 1 and own[0].tag in _ADJECTIVES
