"""Cards that only make sense beside the text they were taken from."""

import re
from typing import Final

from cardsmith.cards.lint.lists import CONNECTIVES, PRONOUNS, SHELLS
from cardsmith.cards.lint.seen import OPAQUE, Card, Shape
from cardsmith.cards.lint.text import contents, light, stem
from cardsmith.cards.lint.whole import tagged

__all__ = ["half_told", "leaning", "pointing", "unnamed", "unresolved", "untold"]

_DEMONSTRATIVE: Final = re.compile(
    r"\b(?:this|these|those|such)\s+([\w’-]+(?:\s+[\w’-]+){0,3})", re.IGNORECASE
)
_SCAFFOLD: Final = re.compile(
    r"(?:what|which acronym|which term|which concept|what term|what concept)\s+(?:is|are|stands "
    r"for|does|do)\s+(?:this|these)\b[^?]*\?",
    re.IGNORECASE,
)
_POINTS: Final = re.compile(
    r"\b(?:the (?:former|latter)|aforementioned|above-mentioned|(?:as|see|shown|described|given|"
    r"listed|mentioned|discussed|noted|stated)(?: \w+)? (?:above|below|earlier|previously)|the "
    r"(?:above|below)|"
    r"(?:mentioned|discussed) (?:here|earlier)|as mentioned|the following|as follows|"
    r"this (?:article|answer|section|text|document|question|response|essay|passage|chapter|list)|"
    r"previous (?:section|example|paragraph))\b",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(r"\w+(?:ing|ed)\b|who\b|that\b|which\b|whose\b|of\b|with\b|in\b")
# "Flights were grounded. What did this lead to?"
_TOLD_FIRST: Final = re.compile(r"[.!] (?:What|Why|How|Which|Who|When|Where)\b")
# telling words that make a clause
_CLAUSE: Final = 4
# a short question without a topic line
_BARE: Final = 3
_THE: Final = re.compile(r"^the (\w+)\b", re.IGNORECASE)
_DEEDS: Final = frozenset({"MD", "VBD", "VBP", "VBZ"})
_OPENERS: Final = re.compile(
    r"(?:after that|as a result|as such|at that time|because of (?:this|that)|by contrast|"
    r"for example|for instance|in addition|in contrast|in other words|in response|in turn|"
    r"in this (?:case|context|way)|on the contrary|on the other hand|to this end),",
    re.IGNORECASE,
)
# "it is important to …" stands for nothing
_EMPTY: Final = re.compile(
    r"\b(?:(?:is|was|makes?|made|find|found) it (?=\w+ (?:to|that|for)\b)|it (?=(?:is|was|takes|"
    r"seems|appears|follows|would be|can be|may be)\b[^.,]*\b(?:to|that|for)\b))",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(r"^\W*([\w’'-]+)(\W*)")
_FORWARD: Final = re.compile(
    r"^(?:after|although|as|because|before|by|despite|due|during|even|for|from|given|if|in|like|on|"
    r"since|through|throughout|unlike|when|while|with|without)\b",
    re.IGNORECASE,
)
_DEFINITE: Final = re.compile(
    r"^(?:what|which|how|why|where|when|who)\b.*\b(?:the|this) (?:approach|author|case|concept|"
    r"condition|device|disorder|event|example|experiment|group|idea|issue|method|model|"
    r"organization|phenomenon|practice|problem|process|situation|strategy|study|system|technique|"
    r"technology|term|theory|tool|work)s?(?=\s*\?)",
    re.IGNORECASE,
)


def leaning(card: Card) -> str:
    """A front or answer that begins with a pronoun, or a front that begins with a connective."""
    if card.shape is Shape.OPEN or card.note.kind == "own":
        return ""
    return _leaning_front(card.filled) or ("" if card.gapped else _leaning_answer(card.said))


def _leaning_front(text: str) -> str:
    found = _FIRST.match(text)
    if not found:
        return ""
    word, after = found[1].casefold(), found[2]
    if opening := _OPENERS.match(text):
        return opening[0]
    if word in PRONOUNS:
        return found[1]
    if word in ("this", "these", "those", "that") and not text.startswith("That "):
        return found[1]
    return found[1] if word in CONNECTIVES and "," in after else ""


def _leaning_answer(text: str) -> str:
    found = _FIRST.match(text)
    word = found[1] if found else ""
    low = word.casefold()
    alone = low in ("it", "they", "he", "she", "them", "him", "this", "these", "those")
    return word if alone else ""


def unresolved(card: Card) -> str:
    """A pronoun with nothing before it that it could stand for."""
    if card.shape is Shape.OPEN:
        return ""
    text = _EMPTY.sub(" ", _face(card))
    for found in re.finditer(r"[\w’'-]+", text):
        if found[0].casefold() in PRONOUNS:
            before = text[: found.start()]
            if not _things(before) and not (_FORWARD.match(text) and "," in text):
                return found[0]
    return ""


def _things(before: str) -> bool:
    """Whether something that a pronoun may stand for was named."""
    return bool(contents(before)) or OPAQUE in before


def unnamed(card: Card) -> str:
    """Says "this method" or "these cells" where none was named before (rule R3)."""
    if card.shape is Shape.OPEN:
        return ""
    text = _SCAFFOLD.sub(lambda found: " " * len(found[0]), _face(card))
    for found in _DEMONSTRATIVE.finditer(text):
        opener = found[0].split()[0].casefold()
        if opener == "such" or _told(opener, found[1]):
            continue
        if not _named(text[: found.start()], _group(found[1]), opener):
            return f"{opener} {_group(found[1])}"
    return ""


def _group(after: str) -> str:
    """The words of the noun group after "this": up to the first that carries no content."""
    group: list[str] = []
    for word in after.split():
        if not contents(word):
            break
        group.append(word)
    return " ".join(group)


def _told(opener: str, after: str) -> bool:
    """Whether the words after tell which: "those of plants", "those dividing"."""
    return opener == "those" and bool(_TELLS.match(after))


def _named(before: str, group: str, opener: str) -> bool:
    earlier = contents(before)
    if opener == "those" or not group:
        return bool(earlier)
    # a clause before can be what "this increase" sums up; a bare noun phrase cannot
    same = {stem(word) for word in earlier} & {stem(word) for word in contents(group)}
    return bool(same) or len(earlier) >= _CLAUSE or bool(_TOLD_FIRST.search(before))


def pointing(card: Card) -> str:
    """Words that point at a place in the text."""
    found = _POINTS.search(_face(card)) if card.shape is not Shape.OPEN else None
    if found:
        return found[0]
    lost = _DEFINITE.match(card.prose) if card.shape is Shape.QUESTION else None
    other = len(contents(card.prose)) < _BARE and not card.context
    return card.prose if lost and other else ""


def untold(card: Card) -> str:
    """A front like "The event became …" without a topic line that tells which event."""
    return "" if card.context else _shell(card)


def half_told(card: Card) -> str:
    """A front like "The event became …" where only the topic line may tell which event."""
    told = {word for each in contents(card.context) for word in (each, light(each))}
    found = _shell(card) if card.context else ""
    return "" if light(found.split(" ")[-1]) in told else found


def _shell(card: Card) -> str:
    """A subject that begins a sentence and is "the" and a noun of any document."""
    found = _THE.match(card.filled) if card.shape is Shape.GAP else None
    if not found or light(found[1].casefold()) not in SHELLS:
        return ""
    tokens = tagged(card.filled)
    return found[0].casefold() if tokens[2:] and tokens[2].tag in _DEEDS else ""


def _face(card: Card) -> str:
    """Front and answer as they are read."""
    return card.filled if card.gapped else f"{card.prose} {card.said}"
