"""Fragments: "**Amylase**: An enzyme that splits starch." is a sentence with its label."""

from enum import StrEnum
from typing import Final

from cardsmith.cards.casing import Casing, capital
from cardsmith.cards.sentences.labels import Label
from cardsmith.grammar import NounGroup, Reading, Tense, families
from cardsmith.markup import cut, flat
from cardsmith.model import Runs, Text

__all__ = ["Shape", "defines", "joined", "shape"]

# these open a clause of their own, so that the finite verb after them is not the sentence's
_OPENERS: Final = frozenset(
    """although because how if that though unless what when where whereas whether which while who
    whom whose why""".split()
)
_ARTICLES: Final = frozenset({"a", "an", "the", "any"})
# "Best suited for small sets", "Used to split starch", "Rich in iron"
_STATES: Final = frozenset({"VBN", "JJ", "JJS", "JJR"})
_MODALS: Final = frozenset("can could may might must shall should will would".split())
_ADVERBS: Final = frozenset({"RB", "RBR", "RBS"})
_DEFINE: Final = frozenset({"denote", "describe", "designate", "indicate", "mean", "refer"})


class Shape(StrEnum):
    """What a sentence is made of."""

    WHOLE = "whole"  # a finite verb of its own, or an order
    THING = "thing"  # "An enzyme that splits starch."
    DEED = "deed"  # "Mostly splits starch into sugar."
    STATE = "state"  # "Best suited for small sets."
    OTHER = "other"  # "To split starch."


_TOLD: Final = frozenset({Shape.THING, Shape.DEED})


def shape(reading: Reading) -> Shape:
    """What a sentence is; where its grammar is in doubt it is held to be whole."""
    tokens = reading.tokens
    at = 0
    while at < len(tokens) - 1 and tokens[at].tag in _ADVERBS:
        at += 1
    if tokens[at].tag in {"VBZ", "MD"}:
        return Shape.DEED
    if _is_state(reading, at):
        return Shape.STATE
    if tokens[at].tag == "VBG" and not _finite(reading):
        return Shape.OTHER
    if tokens[0].tag == "VB" or _finite(reading) or _in_doubt(reading):
        return Shape.WHOLE
    return Shape.THING if _is_thing(reading) else Shape.OTHER


def _is_thing(reading: Reading) -> bool:
    """Whether it is a noun that is told apart at once: "a rate at which", not "the rate rises,"."""
    group = next(iter(reading.nouns), None)
    if group is None or group.start > 0:
        return False
    end = _joined_end(reading, group)
    # without an article only what is many is surely a thing: "Proteins that speed up"
    article = reading.tokens[0].text.casefold() in _ARTICLES
    if not (article or _surely_many(reading, group)) or end >= len(reading.tokens):
        return False
    following = reading.tokens[end]
    relative = following.text.casefold() in _OPENERS or following.tag == "VBN"
    if not article:
        return relative or following.text == "of"
    return relative or following.tag in {"IN", "TO", "VBG"} or end >= len(reading.tokens) - 1


def _surely_many(reading: Reading, group: NounGroup) -> bool:
    """Whether a group is a plural noun, and its first word no verb: "Shapes perceptions of"."""
    first = reading.tokens[0].tag
    return group.plural and (group.end == 1 or first in {"JJ", "NN", "VBN"})


def _joined_end(reading: Reading, group: NounGroup) -> int:
    """The end of a group and what "or" joins to it: "the muscle or gland"."""
    starts = {each.start: each.end for each in reading.nouns}
    tokens, end = reading.tokens, group.end
    while end < len(tokens) and tokens[end].tag == "CC" and end + 1 in starts:
        end = starts[end + 1]
    return end


def _is_state(reading: Reading, at: int) -> bool:
    """Whether it says how something is: a participle or adjective, and what belongs to it."""
    tokens = reading.tokens
    after = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    # "Known for its role, the hippocampus is": what leads a subject
    leads = any(clause.lead for clause in reading.clauses)
    return tokens[at].tag in _STATES and after in {"IN", "TO", "WRB"} and not leads


def _finite(reading: Reading) -> bool:
    """Whether a finite verb is left when each opener has taken the one after it.

    What stands before the first noun is no verb of the sentence: "Mostly splits starch".
    """
    finite = {verb.first for verb in reading.verbs if verb.tense is not Tense.NONE}
    opened = 0
    for place, token in enumerate(reading.tokens):
        if _opens(reading, place):
            opened += 1
        elif token.text == ",":
            opened = 0
        elif place in finite:
            if not opened:
                return True
            opened -= 1
    return False


def _opens(reading: Reading, at: int) -> bool:
    """Whether a word opens a clause with a finite verb: not "that part", "how to", "if used"."""
    if reading.tokens[at].text.casefold() not in _OPENERS or reading.tokens[at].tag == "DT":
        return False
    after = reading.tokens[at + 1].tag if at + 1 < len(reading.tokens) else ""
    return after not in {"TO", "VBG", "VBN"}


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


def _modal(text: str) -> bool:
    """Whether a deed begins with a verb that agrees with one and many."""
    return text.split(" ", 1)[0].casefold() in _MODALS


def defines(reading: Reading, kind: Shape) -> bool:
    """Whether a fragment says what its label means: "The value in the middle", "Refers to"."""
    first = reading.tokens[0]
    if kind is Shape.THING:
        return first.text.casefold() in _ARTICLES
    return kind is Shape.DEED and first.lemma in _DEFINE


def joined(reading: Reading, runs: Runs, kind: Shape, label: Label, casing: Casing) -> Runs | None:
    """The label and its fragment as one sentence, or None where they make none."""
    text = flat(runs)
    # what names its label is no answer to it: the grammar missed a verb
    if families(label.text) & families(text) and not _narrows(reading, kind, label):
        return runs if kind is Shape.OTHER else None
    if (
        not label.text
        or kind is Shape.OTHER
        or (kind is Shape.DEED and label.plural and not _modal(text))
    ):
        return None
    copula = "" if kind is Shape.DEED else " are" if label.plural else " is"
    subject = capital(casing.inside(label.text))
    head = Text(f"{subject}{copula} {text[:1].lower()}")
    return (head, *cut(runs, 1, len(text)))


def _narrows(reading: Reading, kind: Shape, label: Label) -> bool:
    """Whether a fragment says what its label is with a word of it.

    A gravitational force is "the force between two masses", an active directory "a directory".
    """
    if kind not in _TOLD or families(label.text) <= families(reading.text):
        return False
    if kind is Shape.DEED or reading.tokens[0].text.casefold() in {"a", "an"}:
        return True
    head = reading.tokens[reading.nouns[0].head].text
    return reading.tokens[0].text == "The" and bool(families(head) & families(label.head))
