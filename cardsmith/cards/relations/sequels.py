"""What the next sentence says that comes of a deed, or why it is so: "This leads to …".

"This" stands for all that the sentence before says, so that sentence is laid in front of the
question: "The valve leaks. What does this lead to?". Nothing is guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cardsmith.cards.relations.causes import EFFECTS, brought
from cardsmith.cards.study import Piece, Sequel
from cardsmith.grammar import (
    Asked,
    Clause,
    ClauseKind,
    PartKind,
    Pieces,
    Reading,
    Tense,
    count,
    read,
)
from cardsmith.grammar.questions.asked import spell
from cardsmith.markup import flat
from cardsmith.model import Text

__all__ = ["sequels"]

_LONGEST_DEED: Final = 20
# "This" and at once a verb, a helper or an adverb: most go on with a noun and are not read
_HELP: Final = "help"
_STEMS: Final = "|".join(sorted(verb[:4] for verb in {*EFFECTS, _HELP}))
_MAY: Final = re.compile(rf"This (?:\w+ ){{0,3}}?(?:{_STEMS}|led\b)\w*")
_WHY: Final = re.compile(
    r"This (?:is|was) (?:partly |mainly |mostly |primarily |largely )?(?:because|due to) (?!of\b)"
)
_TIES: Final = frozenset({"also", "then", "thus"})
_BREAKS: Final = frozenset({",", ".", ":", "CC"})
_ALSO: Final = re.compile(r" also(?= )|, on the other hand(?=,)")
_TAILS: Final = frozenset(
    {PartKind.APPOSITION, PartKind.PARTICIPLE, PartKind.RELATIVE, PartKind.SUBORDINATE}
)


def sequels(sequel: Sequel) -> Iterator[tuple[Piece, Asked]]:
    """The question behind the first sentence for what the second one says, with both as one."""
    first, text = sequel.first, flat(sequel.runs)
    whole = first.text.endswith(".") and count(first.text) <= _LONGEST_DEED
    why = _WHY.match(text)
    if not whole or not (why or _MAY.match(text)):
        return
    both = _both(sequel)
    asked = _why(both, why) if why else _effect(both, first.reading)
    if asked is not None:
        yield both, asked


def _both(sequel: Sequel) -> Piece:
    """The two sentences as one; the words of the reading are those of the second one."""
    first = sequel.first
    runs = (*first.runs, Text(" "), *sequel.runs)
    text, start = flat(runs), len(first.text) + 1
    reading = read(sequel.runs)
    tokens = tuple(
        token._replace(start=token.start + start, end=token.end + start) for token in reading.tokens
    )
    return replace(
        first,
        runs=runs,
        text=text,
        source=(*first.source, Text(" "), *sequel.source),
        span=sequel.span,
        asked=(),
        nouns=(),
        reading=replace(reading, text=text, tokens=tokens),
        start=start,
        named=0,
    )


def _why(both: Piece, found: re.Match[str]) -> Asked | None:
    reading, start = both.reading, both.start + found.end()
    end = reading.tokens[-1].start
    # a reason with a comma in it is cut there
    if not reading.whole or start >= end or "," in both.text[start:end]:
        return None
    return _asked(both, ("Why is this so", "?"), start, end)


def _effect(both: Piece, first: Reading) -> Asked | None:
    reading = both.reading
    main = next((each for each in reading.clauses if each.kind is ClauseKind.MAIN), None)
    if main is None or not reading.whole or not _plain(main) or _advice(first, main):
        return None
    at, end = main.verb.end, _end(reading, main)
    found = _brought(reading, main, end) if at < end else None
    # what follows at once limits the answer: "if the delay is long"
    if found is None or reading.tokens[end].tag not in _BREAKS:
        return None
    rest, answer = found
    pieces = ("What", _helper(main), "this", *_adverbs(reading, main), main.verb.lemma, *rest, "?")
    return _asked(both, pieces, reading.tokens[answer].start, reading.tokens[end - 1].end)


def _brought(reading: Reading, main: Clause, end: int) -> tuple[Pieces, int] | None:
    """The end of the question, and the first word of its answer: "help (cells) do"."""
    at = main.verb.end
    if main.verb.lemma != _HELP:
        return brought(reading, main.verb.lemma, at, end)
    group = next((each for each in reading.nouns if each.start == at), None)
    helped: Pieces = ()
    if group is not None and group.end < end:
        helped = ((reading.tokens[at].start, reading.tokens[group.end - 1].end),)
        at = group.end
    at += reading.tokens[at].tag == "TO"
    return ((*helped, "to do"), at) if at < end and reading.tokens[at].tag == "VB" else None


def _plain(main: Clause) -> bool:
    """Whether "This" alone does something that brings something about."""
    verb = main.verb
    told = verb.tense is not Tense.NONE and verb.lemma in EFFECTS | {_HELP}
    compound = verb.negated or verb.passive or verb.perfect or verb.progressive
    return told and not compound and (main.subject.start, main.subject.end) == (0, 1)


def _advice(first: Reading, main: Clause) -> bool:
    """Whether an order is only said to help: "Use synonyms. This helps to avoid repetition."."""
    return main.verb.lemma == _HELP and first.tokens[0].tag == "VB"


def _helper(main: Clause) -> str:
    if main.verb.tense is Tense.MODAL:
        return main.verb.modal
    return "did" if main.verb.tense is Tense.PAST else "does"


def _adverbs(reading: Reading, main: Clause) -> list[str]:
    """What limits the verb, "often", without what ties it to the sentence before."""
    before = reading.tokens[1 : main.verb.head]
    return [each.text for each in before if each.tag == "RB" and each.text not in _TIES]


def _end(reading: Reading, main: Clause) -> int:
    """Where the objects of the verb end, and what only adds to them begins."""
    end = main.verb.end
    for part in main.parts:
        if part.kind in _TAILS:
            break
        end = part.end
    while end > main.verb.end and reading.tokens[end - 1].tag in _BREAKS:
        end -= 1
    return end


def _deed(text: str, end: int) -> Pieces:
    """The first sentence without what ties it to the one before."""
    tie = _ALSO.search(text, 0, end)
    return ((0, end),) if tie is None else ((0, tie.start()), (tie.end(), end))


def _asked(both: Piece, question: Pieces, start: int, end: int) -> Asked:
    pieces: Pieces = (*_deed(both.text, both.start - 2), ".", *question)
    margin = min(token.margin for token in both.reading.tokens)
    text = both.text
    return Asked("tail", spell(text, pieces), pieces, start, end, text[start:end], margin)
