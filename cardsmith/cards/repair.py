"""Sentences that stand alone: what leans on the text around it is repaired, or not carded.

A repair is made only where it is certain: a connective is stripped; "This" or "It" in the first
sentence under a label is the label; "This clearance" is the label that ends in "clearance".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.casing import Casing, capital
from cardsmith.cards.commonness import RARE, band
from cardsmith.grammar import CONNECTIVES, FUNCTION, POINTERS, Word, families, stem, words
from cardsmith.markup import cut, flat
from cardsmith.model import Runs, Text

__all__ = ["Label", "complete", "standing"]

_LEADS: Final = re.compile(
    r"(?:(?:for (?:example|instance)|in (?:addition|contrast|fact|turn|general|particular|short|"
    r"essence|practice|other words)|as a (?:result|consequence)|on the (?:other|one) hand|"
    r"of course|by contrast|that is|at the same time|more specifically|"
    + "|".join(sorted(CONNECTIVES))
    + r"),\s+)",
    re.IGNORECASE,
)
# "It is common for people to ..." stands for nothing
_EXPLETIVE: Final = re.compile(
    r"it (?:is|was|can be|may be|has been|becomes)(?: [\w-]+){1,2} (?:to|that|for|how|when)\b",
    re.IGNORECASE,
)
# After these a pronoun is the subject of its sentence, so a label can take its place.
_VERBS: Final = frozenset(
    """allows also are aims applies arises became began begins can causes combines comes consists
    contains could creates describes determines develops emphasizes enables encompasses ensures
    examines explains focuses forms gives had has have helps holds hosts includes indicates involves
    is lasts leads lets makes marks may means measures might must occurs often operates originates
    plays posits prevents produces promotes protects provides refers reflects regulates relates
    removes represents requires results seeks serves should shows states stores suggests supports
    takes tells typically uses usually was were will works would""".split()
)
# "This phase involves ..." under the label "Prophase" is Prophase.
_GENERA: Final = frozenset(
    """action algorithm approach area artery bias body bone branch cell component compound concept
    condition device disease disorder effect element enzyme event field form formula function gas
    gene gland group hormone idea instrument ion language law layer mechanism membrane metal method
    model molecule movement muscle nerve organ organism particle period phase phenomenon practice
    principle problem procedure process property protein protocol quantity reaction region role rule
    stage state step strategy structure style substance symptom system technique technology tendency
    term test theorem theory therapy tissue tool treatment type unit value variable virus
    vitamin wave""".split()
)
_POINTER: Final = re.compile(
    r"\b(?:this|these|they|them|their|it|its|he|she|his|her|him)\b", re.IGNORECASE
)
_DEMONSTRATIVES: Final = frozenset({"this", "these"})
_PERSONS: Final = frozenset({"he", "she", "his", "her", "him"})
_PREPOSITIONS: Final = frozenset(
    "after at before by during for from in on over through under upon with without".split()
)
# these open a clause of their own sentence
_SUBORDINATE: Final = frozenset("although as because since though unlike whereas while".split())
_ADVERB: Final = re.compile(r"\b\w+ly\b")
_NOUN_ENDING: Final = re.compile(r"(?:ion|ity|ment|ness|ance|ence|ism|s)$")
_SINGULAR: Final = frozenset({"this", "it"})
_PLURAL: Final = frozenset({"these", "they"})
_SINGULAR_ENDINGS: Final = ("ss", "us", "is", "ics", "sis")


@dataclass(frozen=True, slots=True)
class Label:
    """The title or bold label over a sentence: as it stands inside a sentence, "" for none."""

    text: str

    @property
    def plural(self) -> bool:
        """Whether the label names several things, judged by its head: "tables of contents"."""
        head = re.split(r" (?:of|in|for|on|to|with|by|from) ", self.text, maxsplit=1)[0]
        last = head.split(" ")[-1].casefold()
        if not last.endswith("s") or last.endswith(_SINGULAR_ENDINGS):
            return False
        # "Hermes" is no plural: neither it nor "Herme" is a word
        return min(band(last), band(last.removesuffix("s"))) < RARE


def standing(runs: Runs, label: Label, casing: Casing) -> Runs | None:
    """The sentence so that it stands alone, or None where that is not certain.

    ``label`` is what the first sentence under a title may lean on, empty for all others.
    """
    runs = _stripped(runs)
    text = flat(runs)
    first = next(iter(words(text)), None)
    if first is None or first.start > 1:
        return None
    if first.text.casefold() not in POINTERS:
        return None if first.text.casefold() in CONNECTIVES - _SUBORDINATE else runs
    end = _leaning(text, label)
    if end is None:
        return None
    subject = capital(casing.inside(label.text))
    return (Text(subject), *cut(runs, end, len(text)))


def complete(sentence: str) -> bool:
    """Whether every pointer inside a sentence points at something that the sentence has named.

    "These receptors" needs a receptor before it, "they" a word that can be meant, "he" a name.
    """
    return not any(_unnamed(sentence, match) for match in _POINTER.finditer(sentence))


def _unnamed(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[: match.start()]
    pointer = match.group().casefold()
    if pointer in _DEMONSTRATIVES:
        meant = [word.text for word in words(sentence[match.end() :])[:2]]
        return match.start() > 0 and not families(" ".join(meant)) & families(before)
    if pointer in _PERSONS and not _names(before):
        return True
    return _opening(before) or not families(_ADVERB.sub("", before))


def _names(before: str) -> bool:
    """Whether a name stands before a pronoun: a capital word that no place or time opens."""
    inside = words(before)
    capitals = [
        place
        for place, word in enumerate(inside)
        if word.text[0].isupper() and word.text.casefold() not in FUNCTION
    ]
    return any(
        place == 0 or inside[place - 1].text.casefold() not in _PREPOSITIONS for place in capitals
    )


def _opening(before: str) -> bool:
    """Whether only a leading phrase stands before a pronoun: "By doing so, they"."""
    lead, comma, rest = before.partition(",")
    first = next(iter(words(lead)), None)
    leading = first is not None and first.text.casefold() in _PREPOSITIONS
    return leading and bool(comma) and not families(rest) and not _NOUN_ENDING.search(lead)


def _stripped(runs: Runs) -> Runs:
    text = flat(runs)
    match = _LEADS.match(text)
    if match is None:
        return runs
    rest = cut(runs, match.end(), len(text))
    if rest and isinstance(rest[0], Text):
        return (Text(capital(rest[0].text)), *rest[1:])
    return rest


def _leaning(text: str, label: Label) -> int | None:
    """Where the words end that the label replaces, or None where it does not stand for them."""
    if not label.text or _EXPLETIVE.match(text):
        return None
    head, *rest = words(text)[:6]
    pointer = head.text.casefold()
    if pointer not in (_PLURAL if label.plural else _SINGULAR) or not rest:
        return None
    if rest[0].text.casefold() in _VERBS:
        return head.end
    if pointer in {"it", "they"}:
        return None
    if rest[0].text.casefold() in _GENERA and len(rest) > 1:
        return rest[0].end if rest[1].text.casefold() in _VERBS else None
    return _same_noun(rest, label)


def _same_noun(rest: Sequence[Word], label: Label) -> int | None:
    family = [stem(word.text) for word in words(label.text)]
    for count, word in enumerate(rest):
        if stem(word.text) not in family:
            return None
        if stem(word.text) == family[-1]:
            following = rest[count + 1 : count + 2]
            known = following and following[0].text.casefold() in _VERBS
            return word.end if known else None
    return None
