"""What the parts of an answer are, where its question or heading says so: "causes of erosion"."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cardsmith.grammar import POINTERS, NounGroup, Reading, Tense, VerbGroup, read_text
from cardsmith.grammar.inflect import third_person
from cardsmith.grammar.plurals import singular

__all__ = ["Genus", "genus"]

# what asks for a second thing: "What are the causes of X, and how are they treated?"
_SECOND: Final = re.compile(
    r",? (?:and|as well as|including|especially|particularly) "
    r"(?:how|what|why|when|where|which|who|can|do|does|is|are|their|its|the ways?)\b.*",
    re.IGNORECASE,
)
_POLITE: Final = re.compile(
    r"(?:(?:can|could|would|will) you (?:please )?)?(?:briefly )?"
    r"(?:explain|describe|provide|give|list|discuss|name|outline|identify|tell me|summarize|"
    r"share) ",
    re.IGNORECASE,
)
# "the main causes" are causes, but "the risk factors" are no factors
_EMPTY: Final = frozenset(
    """all basic best certain central common core critical current different distinct effective
    eight essential first five following four fundamental general good great important key latest
    leading main major many modern more most necessary notable other popular possible potential
    primary principal seven several significant six some specific standard ten the these three top
    two typical useful various""".split()
)
# what sections may be called, but no part is one
_NO_KIND: Final = frozenset(
    """analysis answer aspect basic beginning change classification consideration contribution data
    detail difference finding implication information insight issue lesson outcome people person
    question recommendation representation result role similarity statistic student thing topic
    trend way work year""".split()
)
_JOINS: Final = frozenset({"and", "or", "&", "/", "versus", "vs", ","})
_PREPOSITIONS: Final = frozenset({"IN", "TO"})
_PARTICIPLES: Final = frozenset({"associated", "caused", "found", "involved", "used"})
_HAVE: Final = frozenset({"had", "has", "have"})
_WH: Final = frozenset({"what", "which"})
_OWN: Final = frozenset({"'s", "’s", "'", "’"})
MOST_WORDS: Final = 3
_AFTER_COPULA: Final = 2
_SORTS: Final = frozenset({"category", "class", "form", "kind", "sort", "type"})
LONGEST: Final = 10


@dataclass(frozen=True, slots=True)
class Genus:
    """What each part is ("cause"), and of what ("of the French Revolution", "" if not told)."""

    kind: str
    rest: str


@lru_cache(maxsize=64)
def genus(text: str) -> Genus | None:
    """What the parts under a question or heading are, where it says so in the plural.

    A question that asks for two kinds, or what to do about one, does not say which part is what.
    """
    polite = _POLITE.match(text)
    asked = _SECOND.sub("", text[polite.end() if polite else 0 :].rstrip("?.: "))
    reading = read_text(asked)
    if not reading.tokens:
        return None
    start = _start(reading)
    group = next((each for each in reading.nouns if each.start == start), None)
    if group is None or not group.plural or _joined(reading, group):
        return None
    kind, rest = _kind(reading, group), _rest(reading, group)
    # "What are pointers?" asks what they are, "What are the common threats?" which ones there are
    listed = bool(rest) or bool(group.determiner) or start < _AFTER_COPULA
    return Genus(kind, rest) if kind and rest is not None and listed else None


def _start(reading: Reading) -> int:
    """Where the noun begins: after "What are", or at once, with "What" as its determiner."""
    tokens = reading.tokens
    asks = tokens[0].text.casefold() in _WH
    being = asks and len(tokens) > 1 and tokens[1].text.casefold() in {"are", "were"}
    if not being:
        return 0 if any(group.start == 0 for group in reading.nouns) else int(asks)
    some_of = [each.text.casefold() for each in tokens[2:4]] == ["some", "of"]
    return _AFTER_COPULA + 2 * some_of


def _joined(reading: Reading, group: NounGroup) -> bool:
    after = reading.tokens[group.end].text.casefold() if group.end < len(reading.tokens) else ""
    inside = {token.text.casefold() for token in reading.tokens[group.start : group.end]}
    return after in _JOINS or bool(inside & _JOINS)


def _kind(reading: Reading, group: NounGroup) -> str:
    """The noun in the singular, with what tells it apart; "" where it says little."""
    head = singular(reading.tokens[group.head].text)
    same = head == reading.tokens[group.head].text  # "dynamics"
    if head.casefold() in _NO_KIND or group.head != group.end - 1 or same:
        return ""
    before = reading.tokens[group.start : group.head]
    kept = [
        token.text
        for token in before
        if token.text.casefold() not in _EMPTY | _WH and token.tag not in {"DT", "CD", "RBS", "WDT"}
    ]
    pointing = {word.casefold() for word in kept} & (POINTERS | _OWN)
    return "" if pointing or len(kept) >= MOST_WORDS else " ".join([*kept, head])


def _rest(reading: Reading, group: NounGroup) -> str | None:
    """What the parts belong to, or do; None where it would not fit behind "Which cause"."""
    tokens = reading.tokens
    at = group.end
    if at >= len(tokens):
        return ""
    words = {token.text.casefold() for token in tokens[at:]}
    if words & (POINTERS - {"that", "other", "each", "one"} | {","}) or len(tokens) - at > LONGEST:
        return None
    told = next(
        (each for each in reading.verbs if each.start >= at and each.tense is not Tense.NONE), None
    )
    if told is not None:
        return (
            _relative(reading, told) if told.start == at and group.start < _AFTER_COPULA else None
        )
    if tokens[at].tag in _PREPOSITIONS or tokens[at].text in _PARTICIPLES:
        return _after(reading, group)
    return None


def _after(reading: Reading, group: NounGroup) -> str:
    """What follows the noun; of sorts of things there is one: "type of cell"."""
    tokens, at = reading.tokens, group.end
    owner = next((each for each in reading.nouns if each.start == at + 1), None)
    sort = singular(tokens[group.head].text).casefold() in _SORTS and tokens[at].text == "of"
    if not (sort and owner is not None and owner.plural and not owner.determiner):
        return reading.text[tokens[at].start :]
    head = tokens[owner.head]
    before = reading.text[tokens[at].start : head.start]
    return f"{before}{singular(head.text)}{reading.text[head.end :]}"


def _relative(reading: Reading, verb: VerbGroup) -> str | None:
    """The verb as a relative, "that affects membranes"; None where it stands before a subject."""
    tokens = reading.tokens
    first = tokens[verb.first].text.casefold()
    if first in {"do", "does", "did"} or (first in _HAVE and verb.head == verb.first):
        return None
    helped = verb.head != verb.first or first in {"are", "were"}
    following = tokens[verb.end].tag if verb.end < len(tokens) else ""
    if helped and verb.head == verb.first and following in {"DT", "PRP", "PRP$", "NNP", "NNS"}:
        return None
    rest = reading.text[tokens[verb.first].end :].strip()
    agreeing = {"are": "is", "were": "was", "have": "has"}.get(first)
    if agreeing is None:
        present = verb.tense is Tense.PRESENT and tokens[verb.first].tag in {"VBP", "VB"}
        agreeing = third_person(first) if present else first
    return f"that {agreeing} {rest}" if rest else None
