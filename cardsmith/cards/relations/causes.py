"""Causes and consequences told in a sentence: which questions ask for them, and one for its tail.

"Myelin wraps the axon, increasing the speed of the signal" tells a deed and what comes of it; what
comes of it is asked behind the deed.
"""

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from cardsmith.cards.study import Piece
from cardsmith.grammar import (
    Asked,
    Clause,
    ClauseKind,
    Cut,
    Part,
    PartKind,
    Pieces,
    Reading,
    Tense,
    count,
)
from cardsmith.grammar.questions.asked import spell

__all__ = ["EFFECTS", "brought", "causal", "relations"]

# questions for a condition or a cause, whatever the verb
_RELATIONS: Final = frozenset(("consequence", "why"))
# verbs of cause, with the wording that asks for what they bring about
_CAUSES: Final = {
    "cause": "object",
    "induce": "object",
    "lead": "governed",
    "prevent": "object",
    "provoke": "object",
    "result": "governed",
    "trigger": "object",
}
# what a participle tail, or "This" in the next sentence, may tell as an effect
EFFECTS: Final = frozenset(
    """accelerate activate allow block cause convert decrease destroy enable expose force form
    generate impair increase induce inhibit lead lower prevent produce protect raise reduce release
    result slow stimulate stop strengthen trap trigger weaken""".split()
)
_BINDING: Final = {"lead": "to", "result": "in"}
# "allowing cells to divide", "preventing air from escaping"
_DOING: Final = {
    "allow": ("to", "do"),
    "block": ("from", "doing"),
    "cause": ("to", "do"),
    "enable": ("to", "do"),
    "force": ("to", "do"),
    "prevent": ("from", "doing"),
    "stop": ("from", "doing"),
}
_LONGEST_DEED: Final = 20
_SHORTEST_DEED: Final = 3


def relations(piece: Piece) -> Iterator[Asked]:
    """The questions of a sentence for a cause, a consequence or an effect."""
    yield from (asked for asked in piece.asked if causal(asked, piece))
    yield from _tails(piece)


def causal(asked: Asked, piece: Piece) -> bool:
    """Whether a question asks for a cause or a consequence."""
    if asked.wording in _RELATIONS:
        return True
    main = _clause(asked, piece.reading)
    if main is None or main.verb.passive or main.verb.lemma not in _CAUSES:
        return False
    binding = _BINDING.get(main.verb.lemma, "")
    bound = not binding or any(part.opener == binding for part in main.parts[:1])
    return bound and asked.wording in (_CAUSES[main.verb.lemma], "subject")


def _clause(asked: Asked, reading: Reading) -> Clause | None:
    """The main clause that an answer stands in."""
    for clause in reading.clauses:
        words = reading.tokens[clause.start : clause.end]
        inside = words and words[0].start <= asked.start and asked.end <= words[-1].end
        if clause.kind is ClauseKind.MAIN and inside:
            return clause
    return None


def _tails(piece: Piece) -> Iterator[Asked]:
    """What the participle at the end of a clause says that comes of the deed before it."""
    reading = piece.reading
    if not reading.whole:
        return
    for clause in reading.clauses:
        for part in clause.parts if clause.kind is ClauseKind.MAIN else ():
            if part.kind is PartKind.PARTICIPLE and reading.tokens[part.start - 1].text == ",":
                asked = _tail(reading, clause, part)
                if asked is not None:
                    yield asked


def _tail(reading: Reading, clause: Clause, part: Part) -> Asked | None:
    tokens = reading.tokens
    inside = tokens[part.start : part.end]
    head = part.start + sum(1 for _ in takewhile(lambda each: each.tag == "RB", inside))
    lemma = tokens[head].lemma if head < part.end and tokens[head].tag == "VBG" else ""
    deed = (tokens[0].start, tokens[part.start - 2].end)
    told = count(reading.text[slice(*deed)])
    if lemma not in EFFECTS or not _SHORTEST_DEED <= told <= _LONGEST_DEED:
        return None
    found = brought(reading, lemma, head + 1, part.end)
    if found is None:
        return None
    ending, first = found
    did = "did" if clause.verb.tense is Tense.PAST else "does"
    pieces = (*_without_also(reading, part, deed), ".", f"What {did} this {lemma}", *ending, "?")
    start, end = tokens[first].start, tokens[part.end - 1].end
    margin = min(token.margin for token in tokens[clause.start : part.end])
    text = reading.text
    return Asked("tail", spell(text, pieces), pieces, start, end, text[start:end], margin)


def _without_also(reading: Reading, part: Part, deed: Cut) -> Pieces:
    """The deed without the word that ties it to the sentence before."""
    told = reading.tokens[: part.start - 1]
    at = next((place for place, each in enumerate(told) if each.text == "also"), 0)
    if not 0 < at < len(told) - 1:
        return (deed,)
    return ((deed[0], told[at - 1].end), (told[at + 1].start, deed[1]))


def brought(reading: Reading, lemma: str, at: int, end: int) -> tuple[Pieces, int] | None:
    """The end of the question for what a verb brings about, and the first word of its answer.

    "allow (cells) to do"; ``at`` is the word after the verb, ``end`` where its objects end.
    """
    tokens = reading.tokens
    binding = _BINDING.get(lemma, "")
    text = tokens[at].text if at < end else ""
    if binding or (text == "for" and lemma in _DOING):
        return ((binding or text,), at + 1) if text == (binding or "for") and at + 1 < end else None
    if at >= end:
        return None
    group = next((each for each in reading.nouns if each.start == at), None)
    word, do = _DOING.get(lemma, ("", ""))
    if not word:
        return (), at
    owned = group is not None and group.determiner in {"its", "their", "his", "her"}
    if group is None or owned or group.end + 1 >= end or tokens[group.end].text != word:
        return ((), at) if lemma in _CAUSES and not _says(reading, word, at, end) else None
    return ((tokens[at].start, tokens[group.end].end), do), group.end + 1


def _says(reading: Reading, word: str, start: int, end: int) -> bool:
    return any(token.text == word for token in reading.tokens[start:end])
