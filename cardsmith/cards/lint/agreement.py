"""Questions and articles that anybody hears to be wrong."""

import re
from typing import Final

from cardsmith.cards.lint.seen import GAP, OPAQUE, Card, Shape
from cardsmith.cards.lint.text import contents
from cardsmith.cards.lint.whole import tagged
from cardsmith.grammar import Token
from cardsmith.grammar.inflect import article as proper_article

__all__ = ["article", "clash", "helper", "lowered", "raised", "what_or_who"]

# by how much a tag must have won
_SURE: Final = 5
_INNER: Final = re.compile(r"(?<![\w-])[a-z]+ ([A-Z][a-z]{3,})\b(?![-’'])(?! [A-Z])")
_PERSONAL: Final = re.compile(
    r"^What (?:also |first |often )?(?:argue[ds]|believe[ds]|died|fought|hoped|married|thinks|"
    r"thought|wanted|was born|writes|wrote)\b"
)
_CLASH: Final = re.compile(
    r"(?<![\w'’])(?:the (?:of|is|are|was|were|when|and|or|by|to|in|for)\b|"
    r"(?:an|of) (?:is|are|was|were|of)\b|(?:the|an)[.,?])"
)
_MANY: Final = frozenset("cattle clergy crew faculty media people police staff team youth".split())
_HELPERS: Final = frozenset("can could did do does may might must should will would".split())
_QUESTION: Final = frozenset({"WP", "WDT", "WRB", "WP$"})
_SPLITS: Final = frozenset(
    {"that", "which", "who", "when", "where", "while", "if", "as", "because"}
)
_ARTICLE: Final = re.compile(r"(?<![\w'’])(a|an) ([^\W\d_]\w+)", re.IGNORECASE)
# said with and without their first sound
_EITHER: Final = ("herb", "histor", "hors", "hypothe")
_SINGULAR_S: Final = re.compile(
    r"(?:ss|us|is|ics|series|species|means|lens|gas|bias|canvas|always|"
    r"media|data|plus|sales|headquarters|crossroads|news|chaos|atlas|corps)$"
)


def helper(card: Card) -> str:
    """Verbs that do not fit: "What does X causes?", "What do the cell do?"."""
    if card.gapped or card.shape is Shape.OPEN or "?" not in card.prose:
        return ""
    tokens = tagged(card.prose.split("?")[0] + "?")
    start = next((at for at, each in enumerate(tokens) if each.tag in _QUESTION), None)
    if start is None:
        return ""
    at = next((n for n in range(start, min(start + 4, len(tokens))) if _helps(tokens[n])), None)
    return _inflected(tokens, at) or _number(tokens, at) if at is not None else ""


def _helps(token: Token) -> bool:
    return token.text.casefold() in _HELPERS and token.tag in ("MD", "VBZ", "VBP", "VBD", "VB")


def _inflected(tokens: tuple[Token, ...], at: int) -> str:
    """The verb after a helper and its subject, where it has an ending."""
    rest = tokens[at + 1 :]
    if rest[0].tag == "VB" or any(token.tag in ("VB", "VBP") for token in rest):
        return ""
    for token in rest[1:]:
        if token.text.casefold() in _SPLITS or token.text in (",", OPAQUE):
            return ""
        if token.tag in ("VBZ", "VBD") and token.margin >= _SURE and token.text.islower():
            return f"{tokens[at].text} … {token.text}"
    return ""


def _number(tokens: tuple[Token, ...], at: int) -> str:
    """Finds "does" before a plural, "do" before a singular; in subjects of one group only."""
    word = tokens[at].text.casefold()
    verb = next((n for n in range(at + 1, len(tokens)) if tokens[n].tag in ("VB", "VBP")), 0)
    subject = tokens[at + 1 : verb]
    tags = {token.tag for token in subject}
    if word not in ("do", "does") or not subject or tags & {"IN", "CC", ",", "VBG", "VBN", "TO"}:
        return ""
    head = subject[-1]
    low = head.text.casefold()
    plural = head.tag == "NNS" and head.text.islower() and not _SINGULAR_S.search(low)
    single = head.tag == "NN" and head.margin >= _SURE and low not in _MANY
    wrong = plural if word == "does" else single
    return f"{word} … {head.text}" if wrong and subject[0].tag in ("DT", "NN", "NNS", "JJ") else ""


def article(card: Card) -> str:
    """Articles that do not fit: "a enzyme", "an cell", "a hours"."""
    text = card.filled
    for found in _ARTICLE.finditer(text):
        if found[1] in ("A", "AN", "An") and found.start() and text[found.start() - 1] not in "\n":
            continue
        if _wrong_sound(found[1].casefold(), found[2]):
            return found[0]
    return _plural(text) or _plural(card.said)


def _wrong_sound(said: str, word: str) -> bool:
    low = word.casefold()
    # letters are named one by one: "an MRI", "a UV lamp"
    if not contents(low) or not word[1:].islower() or low.startswith(_EITHER):
        return False
    return said != proper_article(low)


def _plural(text: str) -> str:
    if not re.search(r"\ban? [\w-]+s\b", text.replace(GAP, " ")):
        return ""
    tokens = tagged(text.replace("\n", " "))
    for first, second, third in zip(tokens, tokens[1:], (*tokens[2:], tokens[-1]), strict=False):
        ends = third.tag in (".", ",", "IN", "CC", "VBZ", "VBP", "VBD", "MD", "TO")
        plural = second.tag == "NNS" and second.margin >= _SURE and ends
        if first.text in ("a", "an") and plural and not _SINGULAR_S.search(second.text):
            return f"{first.text} {second.text}"
    return ""


def lowered(card: Card) -> str:
    """A name in small letters: "What does spark offer?"."""
    if card.shape is Shape.OPEN:
        return ""
    names = card.page.names
    for face in (card.filled, card.said):
        for found in re.finditer(r"(?<=\w )[a-z]{3,}\b(?![-’'])", face):
            if found[0] in names:
                return found[0]
    return ""


def raised(card: Card) -> str:
    """A plain word with a capital in mid-sentence: "Which Component should be …?"."""
    if card.gapped or card.shape is Shape.OPEN:
        return ""
    for found in _INNER.finditer(card.prose):
        word = found[1]
        small = re.search(rf"\b{word.casefold()}\b", card.page.text)
        large = re.search(rf"\w[,;]? {word}\b", f"{card.page.text} {card.page.question}")
        if small and not large and f" {word}" not in card.said:
            return word
    return ""


def what_or_who(card: Card) -> str:
    """A person asked for as a thing: "What argued that …?"."""
    found = _PERSONAL.match(card.prose) if card.shape is Shape.QUESTION else None
    return found[0] if found else ""


def clash(card: Card) -> str:
    """Small words that never stand side by side: "the of"."""
    found = None if card.shape is Shape.OPEN else _CLASH.search(f"{card.filled} {card.said}")
    return found[0] if found else ""
