"""Examples asked for together, by what is said of them all: "Name three tools that …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.commonness import band
from cardsmith.cards.facts import praise, telling
from cardsmith.cards.questions.naming import POINTERS
from cardsmith.cards.sentences.pieces import Piece
from cardsmith.grammar import NounGroup, Pieces, Reading, Tense, Token, content, count, families
from cardsmith.grammar.questions.asked import spell
from cardsmith.grammar.questions.cutting import inside

__all__ = ["Examples", "examples"]

NUMBERS: Final = {2: "two", 3: "three", 4: "four"}
MOST_WORDS: Final = 4
LONGEST: Final = 22
TELLING: Final = 3
MOST_PRAISE: Final = 1
# how rare the rarest word of two examples is, and that of each
RAREST: Final = 5
ENOUGH: Final = 2
KNOWN: Final = 4
_ITEM: Final = frozenset("CD FW JJ JJR JJS NN NNP NNPS NNS POS VBG VBN".split())
_LAST: Final = frozenset("CD FW NN NNP NNPS NNS VBG".split())
_INNER: Final = frozenset({"for", "in", "of"})
_FINITE: Final = frozenset("MD VBD VBP VBZ".split())
_COUNTING: Final = frozenset(
    """additional all any certain common different essential few important key main major many
    more most multiple notable numerous other popular prominent several significant some specific
    such these those various""".split()
)
_AMOUNTS: Final = frozenset("array number range series variety".split())
_NO_KINDS: Final = frozenset(
    "area aspect case data element example individual issue item people person thing way".split()
)
_CLAUSES: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
_BINDING: Final = frozenset(
    """although and as because but by if or since so that though unless until when whereas whether
    while""".split()
)
_POINTING: Final = re.compile(rf"\b(?:{POINTERS}|us|such|here)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Examples:
    """An order to name examples, the pieces that it is made of, and their names."""

    question: str
    pieces: Pieces
    names: tuple[str, ...]


def examples(piece: Piece) -> Examples | None:
    """The order that the examples of a sentence fulfil; None where it has none worth naming."""
    reading = piece.reading
    found = _marker(reading.tokens)
    if found is None:
        return None
    mark, first = found
    end_of_kind = mark - (reading.tokens[mark - 1].text == ",")
    kind = next((each for each in reading.nouns if each.end == end_of_kind), None)
    names, end = _items(reading, first)
    if kind is None or not kind.plural or kind.proper or len(names) not in NUMBERS:
        return None
    said = _as_subject(reading, kind, end) or _as_object(reading, kind, end)
    if said is None or not _worth(names):
        return None
    bare = _bare(reading, kind)
    if any(token.tag == "POS" for token in reading.tokens[kind.start : kind.end]):
        return None
    pieces: Pieces = (f"Name {NUMBERS[len(names)]}", *bare, *said, ".")
    question = spell(reading.text, pieces)
    return Examples(question, pieces, names) if _fits(question, names) else None


def _marker(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Where the one "such as" or "including" of a sentence stands, and what comes behind it."""
    small = [token.text.casefold() for token in tokens]
    such = [at for at, word in enumerate(small[:-1]) if (word, small[at + 1]) == ("such", "as")]
    including = [at for at, word in enumerate(small) if word == "including"]
    if len(such) + len(including) != 1 or "(" in small or (such + including)[0] == 0:
        return None
    return (such[0], such[0] + 2) if such else (including[0], including[0] + 1)


def _items(reading: Reading, at: int) -> tuple[tuple[str, ...], int]:
    """The names of a row and where it ends; no names where it has no end."""
    names: list[str] = []
    last = False
    while True:
        end = at
        while end < len(reading.tokens) and _in_item(reading.tokens, at, end):
            end += 1
        if not at < end <= at + MOST_WORDS + 1 or reading.tokens[end - 1].tag not in _LAST:
            return (), at
        first = at + (reading.tokens[at].tag == "DT")
        names.append(reading.text[reading.tokens[first].start : reading.tokens[end - 1].end])
        following = _joint(reading.tokens, end)
        if last or following == end:
            return (tuple(names), end) if last else ((), end)
        last = reading.tokens[following - 1].tag == "CC"
        at = following


def _in_item(tokens: Sequence[Token], start: int, at: int) -> bool:
    token = tokens[at]
    article = at == start and token.tag == "DT"
    inner = start < at < len(tokens) - 1 and token.text in _INNER and tokens[at + 1].tag in _ITEM
    return article or inner or token.tag in _ITEM or token.text in {"-", "’s"}


def _joint(tokens: Sequence[Token], at: int) -> int:
    """Where the next item begins: behind a comma, "and", or both."""
    while at < len(tokens) and (tokens[at].text == "," or tokens[at].tag == "CC"):
        at += 1
    return at


def _as_subject(reading: Reading, kind: NounGroup, end: int) -> Pieces | None:
    """What is said of the kind behind its examples, where it begins the sentence."""
    tokens = reading.tokens
    at = end + (end < len(tokens) and tokens[end].text == ",")
    if kind.start or at >= len(tokens) - 1 or tokens[at].tag not in {"MD", "VB", "VBP"}:
        return None
    stop = next((n for n in range(at, len(tokens)) if tokens[n].text in {",", ";", ":", "."}), at)
    joined = any(token.tag in _CLAUSES or token.tag == "CC" for token in tokens[at:stop])
    return None if joined else ("that", (tokens[at].start, tokens[stop - 1].end))


def _as_object(reading: Reading, kind: NounGroup, end: int) -> Pieces | None:
    """What the sentence says of the kind before it, where its examples end the sentence."""
    tokens = reading.tokens
    if tokens[end].text not in {".", ","} or not kind.start:
        return None
    before = _until(reading, kind)
    if before < 1 or not _one_clause(reading, before):
        return None
    last = tokens[before - 1]
    behind = before - 1 if last.tag in {"IN", "TO"} else before
    while tokens[behind - 1].tag == "RB":
        behind -= 1
    if not any(each.end == behind for each in reading.verbs):
        return None
    if last.tag in {"IN", "TO"}:
        return (f"{last.text} which", *inside(tokens, 0, before - 1))
    return ("that", *inside(tokens, 0, before))


def _until(reading: Reading, kind: NounGroup) -> int:
    """The end of what stands before a kind, without "a range of"."""
    tokens, at = reading.tokens, kind.start
    amount = next((each for each in reading.nouns if each.end == at - 1), None)
    of = at > 0 and tokens[at - 1].text == "of"
    if of and amount is not None and tokens[amount.head].text.casefold() in _AMOUNTS:
        return amount.start
    return at


def _one_clause(reading: Reading, end: int) -> bool:
    """Whether words are a subject and its verbs, with no comma and no other clause."""
    tokens = reading.tokens[:end]
    finite = [at for at, token in enumerate(tokens) if token.tag in _FINITE]
    subject = any(each.start == 0 for each in reading.nouns)
    if not subject or len(finite) != 1 or any(token.text in ",;:—-" for token in tokens):
        return False
    told = any(verb.tense is not Tense.NONE and verb.start < end for verb in reading.verbs)
    # "activities to attract customers, such as sales" names activities
    between = any(finite[0] < each.start < end for each in reading.nouns)
    behind = {token.text.casefold() for token in tokens[finite[0] :]}
    clause = any(each.tag in _CLAUSES for each in tokens) or bool(behind & _BINDING)
    return told and not between and not clause


def _bare(reading: Reading, kind: NounGroup) -> Pieces:
    """The kind without what only counts it."""
    first = kind.start + bool(kind.determiner)
    while first < kind.head and reading.tokens[first].text.casefold() in _COUNTING:
        first += 1
    return tuple(inside(reading.tokens, first, kind.end))


def _worth(names: Sequence[str]) -> bool:
    """Whether examples are worth naming: each tells something, one of them much."""
    rarest = [max((band(word) for word in content(name)), default=0) for name in names]
    rare = sum(each >= RAREST for each in rarest)
    return min(rarest) >= KNOWN and rare >= ENOUGH and len(set(names)) == len(names)


def _fits(question: str, names: Sequence[str]) -> bool:
    """Whether an order is short, whole, telling, and says no name."""
    asked = question.split(" ", 2)[2]
    head = re.split(r" (?:that|\w+ which) ", asked, maxsplit=1)[0].rsplit(" ", 1)[-1]
    if _POINTING.search(asked) or count(question) > LONGEST or head.rstrip("s") in _NO_KINDS:
        return False
    if families(" ".join(names)) & families(asked):
        return False
    return telling(f"The {asked}") >= TELLING and praise(asked) <= MOST_PRAISE
