"""Sentences that stand alone: what leans on the text around it is repaired, or not carded.

A repair is made only where it is certain: a connective is stripped; what "This", "It" or "This
artery" at the start stands for takes its place (``referents``).
"""

import re
from dataclasses import replace
from typing import Final

from cardsmith.cards.casing import Casing, capital
from cardsmith.cards.sentences.referents import Referent
from cardsmith.grammar import CONNECTIVES, FUNCTION, POINTERS, content, families, spellings, words
from cardsmith.markup import cut, flat
from cardsmith.model import Emphasis, Runs, Strong, Text

__all__ = [
    "complete",
    "demonstrates",
    "leans",
    "points_back",
    "replaced",
    "restates",
    "spaced",
    "stripped",
]

# these limit what they open
_HEDGES: Final = frozenset({"essentially", "generally", "particularly", "specifically"})
_LEADS: Final = re.compile(
    r"(?:(?:for (?:example|instance)|in (?:addition|contrast|response|fact|turn|general|particular|"
    r"short|essence|practice|other words)|as a (?:result|consequence)|on the (?:other|one) hand|"
    r"of course|by contrast|that is|at the same time|more specifically|first|second|third|next|"
    r"finally|" + "|".join(sorted(CONNECTIVES - _HEDGES)) + r"),\s+)",
    re.IGNORECASE,
)
# what "this" means is said once more in other words, unless "the reaction" is one told before
_MEANS: Final = re.compile(
    r"This (?:also |often |usually )?means (?:that )?(?!\w+ing\b|the\b)(?=\w)"
)
_SMALL_POINTER: Final = re.compile(r"\b(?:this|these|they|them|their|it|its|he|she|his|her|him)\b")
_POINTER: Final = re.compile(_SMALL_POINTER.pattern, re.IGNORECASE)
_DEMONSTRATIVES: Final = frozenset({"this", "these"})
_PERSONS: Final = frozenset({"he", "she", "his", "her", "him"})
_PREPOSITIONS: Final = frozenset(
    "after at before by during for from in on over through under upon with without".split()
)
# these open a clause of their own sentence
_SUBORDINATE: Final = frozenset("although as because since though unlike whereas while".split())
# words that point elsewhere, where they do not: "Both A and B", "Each cell", "There are two"
_STANDS: Final = re.compile(
    r"both (?:[\w-]+ ){1,5}and |each (?!of|other|one|has|is|was|can|may)[a-z]{3}|one of the |"
    r"some (?!of|are|is|were|have|can|may|do|even|also|argue|believe|will)[a-z]{3}|"
    r"there (?:are|were) (?:two|three|four|five|six|seven|eight|nine|ten|\d+) |"
    r"there (?:may be|can be|(?:is|are|was|were) (?:no|few)) (?!longer\b)",
    re.IGNORECASE,
)
_INSIDE: Final = re.compile(r" (?:this|these) [a-z]")
_BACK: Final = re.compile(r"(?:this|these|it|they|such|its|their|both of) ", re.IGNORECASE)
# "It is common for people to ..." stands for nothing
_EXPLETIVE: Final = re.compile(
    r"it (?:is|was|can be|may be|has been|becomes|seems|appears|should be|must be)"
    r"(?: [\w-]+){1,3} (?:to|that|for|how|when|who|which|whether)\b",
    re.IGNORECASE,
)
_RELATIVES: Final = frozenset({"where", "whereby", "which", "whose"})
# there is one sun
_OURS: Final = re.compile(r"our (?=(?:sun|earth|moon|planet|galaxy|solar system)\b)", re.IGNORECASE)
_OWNERS: Final = frozenset({"its", "their"})
_FRONTS: Final = frozenset(
    """because by despite due for from given in like owing through throughout unlike with
    without""".split()
)
_ADVERB: Final = re.compile(r"\b\w+ly\b")
_NOUN_ENDING: Final = re.compile(r"(?:ion|ity|ment|ness|ance|ence|ism|s)$")


def leans(text: str) -> bool | None:
    """Whether a sentence begins with a word that points out of it; None where it cannot stand."""
    first = next(iter(spellings(text)), "")
    # a quotation mark at most stands before it
    if not (text[:1].isalnum() or text[1:2].isalnum()):
        return None
    folded = first.casefold()
    if folded in POINTERS:
        return not _STANDS.match(text)
    opens = folded in CONNECTIVES - _SUBORDINATE - _HEDGES or folded in _RELATIVES
    return None if opens else False


def demonstrates(text: str) -> bool:
    """Whether "this" or "these" stands inside a text."""
    return _INSIDE.search(text) is not None


def restates(text: str) -> bool:
    """Whether a sentence says in other words what the one before it says: "This means that"."""
    return _MEANS.match(text) is not None


def points_back(text: str) -> bool:
    """Whether a sentence begins with a word that points at the sentence before it."""
    return _BACK.match(text) is not None and not _EXPLETIVE.match(text)


def spaced(first: Runs, second: Runs) -> Runs:
    """Two sentences in a row."""
    return (*first, Text(" "), *second)


def replaced(runs: Runs, found: Referent, casing: Casing) -> Runs:
    """The sentence with what its first words stand for in their place."""
    text = flat(runs)
    named = casing.inside(found.words) if found.is_label else found.words
    return (Text(capital(named)), *cut(runs, found.end, len(text)))


def complete(sentence: str) -> bool:
    """Whether every pointer inside a sentence points at something that the sentence has named.

    "These receptors" needs a receptor before it, "they" a word that can be meant, "he" a name.
    """
    # without regard to capitals a search takes thrice as long
    if not _SMALL_POINTER.search(sentence.lower()):
        return True
    return not any(_unnamed(sentence, match) for match in _POINTER.finditer(sentence))


def _unnamed(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[: match.start()]
    pointer = match.group().casefold()
    if match.group() == "IT" or (pointer in _OWNERS and _owned_later(sentence, match)):
        return False
    if pointer in _DEMONSTRATIVES:
        meant = spellings(sentence[match.end() :])[:2]
        return match.start() > 0 and not families(" ".join(meant)) & families(before)
    if pointer in _PERSONS and not _names(before):
        return True
    return _opening(before) or not content(_ADVERB.sub("", before))


def _owned_later(sentence: str, match: re.Match[str]) -> bool:
    """Whether the owner is the subject: "Due to their shape, fatty acids"."""
    lead, comma, rest = sentence.partition(",")
    first = next(iter(words(lead)), None)
    opens = first is not None and first.text.casefold() in _FRONTS
    subject = next(iter(words(rest)), None)
    named = subject is not None and subject.text.casefold() not in POINTERS
    return opens and bool(comma) and match.end() < len(lead) and named


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
    leading = bool(comma) and next(iter(spellings(lead)), "").casefold() in _PREPOSITIONS
    return leading and not content(rest) and not _NOUN_ENDING.search(lead)


def stripped(runs: Runs) -> Runs:
    """The sentence without the connective that opens it: "However,"."""
    text = flat(runs)
    ours = _OURS.match(text)
    if ours:
        return (Text("The "), *cut(runs, ours.end(), len(text)))
    match = _LEADS.match(text) or _MEANS.match(text)
    if match is None:
        return runs
    rest = cut(runs, match.end(), len(text))
    if rest and isinstance(rest[0], Text | Strong | Emphasis):
        return (replace(rest[0], text=capital(rest[0].text)), *rest[1:])
    return rest
