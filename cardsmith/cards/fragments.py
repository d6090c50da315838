"""Fragments: "**Amylase**: An enzyme that splits starch." is a sentence with its label."""

from enum import StrEnum
from typing import Final

from cardsmith.cards.casing import Casing, capital
from cardsmith.cards.repair import Label
from cardsmith.grammar import Reading, Tense, families
from cardsmith.markup import cut, flat
from cardsmith.model import Runs, Text

__all__ = ["Shape", "joined", "shape"]

# these open a clause of their own, so that the finite verb after them is not the sentence's
_OPENERS: Final = frozenset(
    """although because how if that though unless what when where whereas whether which while who
    whom whose why""".split()
)


class Shape(StrEnum):
    """What a sentence is made of."""

    WHOLE = "whole"  # a finite verb of its own, or an order
    THING = "thing"  # "An enzyme that splits starch."
    DEED = "deed"  # "Splits starch into sugar."
    OTHER = "other"  # "To split starch."


def shape(reading: Reading) -> Shape:
    """What a sentence is; where its grammar is in doubt it is held to be whole."""
    first = reading.tokens[0]
    if first.tag == "VBZ":
        return Shape.DEED
    if first.tag == "VB" or _finite(reading) or _in_doubt(reading):
        return Shape.WHOLE
    article = first.text.casefold() in {"a", "an", "the"}
    return Shape.THING if article and _told_apart(reading) else Shape.OTHER


def _told_apart(reading: Reading) -> bool:
    """Whether its first noun is told apart at once: "a rate at which", not "the rate rises,"."""
    group = next(iter(reading.nouns), None)
    if group is None or group.start > 0 or group.end >= len(reading.tokens):
        return False
    following = reading.tokens[group.end]
    return following.tag in {"IN", "TO", "VBN", "VBG"} or following.text.casefold() in _OPENERS


def _finite(reading: Reading) -> bool:
    """Whether a finite verb is left when each opener has taken the one after it."""
    finite = {verb.first for verb in reading.verbs if verb.tense is not Tense.NONE}
    opened = 0
    for place, token in enumerate(reading.tokens):
        if token.text.casefold() in _OPENERS:
            opened += 1
        elif token.text == ",":
            opened = 0
        elif place in finite:
            if not opened:
                return True
            opened -= 1
    return False


def _in_doubt(reading: Reading) -> bool:
    """Whether a word may be the verb after all.

    A participle may be a past tense ("the chariots allowed", but "a part used by"), a bare verb a
    present one ("lines that end a stanza evoke").
    """
    article = reading.tokens[0].text.casefold()
    if article in {"a", "an"}:
        return False
    for before, token, after in zip(
        reading.tokens, reading.tokens[1:], reading.tokens[2:], strict=False
    ):
        part = token.tag in {"VBN", "VBD"} and after.text != "by"
        bare = token.tag in {"VB", "VBP"} and before.tag not in {"TO", "MD"}
        if bare or (part and not (article == "the" and token.text == "used")):
            return True
    return False


def joined(runs: Runs, kind: Shape, label: Label, casing: Casing) -> Runs | None:
    """The label and its fragment as one sentence, or None where they make none."""
    text = flat(runs)
    if families(label.text) & families(text):
        # what names its label is no answer to it: the grammar missed a verb
        return runs
    if not label.text or kind is Shape.OTHER or (kind is Shape.DEED and label.plural):
        return None
    copula = "" if kind is Shape.DEED else " are" if label.plural else " is"
    subject = capital(casing.inside(label.text))
    head = Text(f"{subject}{copula} {text[:1].lower()}")
    return (head, *cut(runs, 1, len(text)))
