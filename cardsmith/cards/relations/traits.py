"""What a sentence says of a thing, in a few words: "stores bile" of "The gallbladder stores bile".

The thing itself is left out, since its name stands beside the words; so are asides and what only
hangs on the end.
"""

import re
from itertools import takewhile
from typing import Final

from cardsmith.cards.casing import Casing
from cardsmith.grammar import (
    FUNCTION,
    HEDGES,
    Clause,
    ClauseKind,
    Part,
    PartKind,
    Reading,
    families,
)
from cardsmith.markup import cut, flat
from cardsmith.model import Runs, Text

__all__ = ["trait"]

# words; a second predicate is taken along as far as this
_ENOUGH: Final = 12
_COPULAS: Final = frozenset("are is was were".split())
_FINITE: Final = frozenset(("MD", "VBD", "VBP", "VBZ"))
_LIMITS: Final = frozenset("after at before during in on under within".split())
_LONGEST_LEAD: Final = 5
_POINTING: Final = frozenset(("PRP", "PRP$", "VBG", "WDT", "WP"))
_POINTERS: Final = frozenset("it they these this".split())
# what hangs on the end of a fragment and only adds to it
_ADDS: Final = re.compile(
    r"(?:[,;] (?:although|and (?:it|they)|as|because|but|enabling|especially|even|including|like|"
    r"often|particularly|primarily|regardless|since|so|such as|typically|usually|whereas|where|"
    r"which|while|who|with|\w{3,}ing)\b|; |: | [—–] ).*$"
)
_LIST_GOES_ON: Final = re.compile(
    r",(?! (?:as|so|which|where|who|while|\w+ing)\b)(?: [\w'’-]+){1,5},? (?:and|or) "
)
_LIST_ENDS: Final = re.compile(r", (?:and|or) ")
_JOINS: Final = re.compile(r"(?: \([^)]*\))? (?:and|or) ")
_SIGNS: Final = " .,;:!"


def trait(runs: Runs, reading: Reading, own: frozenset[str], casing: Casing) -> Runs:
    """The words that tell of a thing whose name has the families ``own``; empty where none do.

    ``reading`` is the grammar of ``runs``. A sentence that is understood gives its predicate, or
    all of its clause where that is about something else; a fragment gives itself.
    """
    main = _main(reading)
    if main is None:
        end = _before_additions(reading.text, len(reading.text))
        return _worded(runs, _outside(reading, _after_name(reading, own), end), casing)
    if not all(_says_little(reading, part, own) or _limits(reading, part) for part in main.lead):
        return ()
    first, last = _start(reading, main, own), _end(reading, main) - 1
    if first > last:
        return ()
    start = reading.tokens[first].start
    end = _before_additions(reading.text, reading.tokens[last].end)
    rest = reading.text[end:]
    if _tears_list(reading.text[start:end], rest) or (
        _JOINS.match(rest) and not _next(reading, last)
    ):
        return ()
    leads = [part for part in main.lead if not _says_little(reading, part, own)]
    before = [span for part in leads for span in _outside(reading, *_offsets(reading, part))]
    # the comma comes along with what it follows
    spans = [(low, high + 1) for low, high in before]
    return _worded(runs, [*spans, *_outside(reading, start, end)], casing)


def _main(reading: Reading) -> Clause | None:
    """The first main clause of a sentence that is understood as a whole."""
    clauses = (each for each in reading.clauses if each.kind is ClauseKind.MAIN)
    return next(clauses, None) if reading.whole else None


def _after_name(reading: Reading, own: frozenset[str]) -> int:
    """Where a sentence that is not understood goes on behind the name of its thing and "is"."""
    tokens = reading.tokens
    name = takewhile(lambda each: each.tag == "DT" or families(each.text) <= own, tokens)
    at = sum(1 for _ in name)
    if at == 0 or at == len(tokens) or tokens[at].tag not in _FINITE:
        return 0
    at += tokens[at].text.casefold() in _COPULAS and at + 1 < len(tokens)
    return tokens[at].start


def _start(reading: Reading, main: Clause, own: frozenset[str]) -> int:
    """The first word to be said: of the predicate, or of the subject where that is no sibling."""
    subject = _text(reading, main.subject)
    first = reading.tokens[main.subject.start].text.casefold()
    if first not in _POINTERS and not families(subject) & own:
        return main.subject.start
    verb = main.verb
    finite = reading.tokens[verb.first].text.casefold()
    return verb.first + 1 if finite in _COPULAS and verb.first == verb.start else verb.start


def _says_little(reading: Reading, part: Part, own: frozenset[str]) -> bool:
    """Whether what stands before the subject may go: an adverb, or "In bone," told of bone."""
    about = part.kind is PartKind.PREPOSITION and families(_text(reading, part)) <= own
    return part.kind is PartKind.ADVERB or about


def _limits(reading: Reading, part: Part) -> bool:
    """Whether what stands before the subject can be said with the predicate: "In winter,"."""
    named = part.kind is PartKind.PREPOSITION and part.opener in _LIMITS
    pointing = any(token.tag in _POINTING for token in reading.tokens[part.start : part.end])
    return named and not pointing and part.end - part.start <= _LONGEST_LEAD


def _text(reading: Reading, part: Part) -> str:
    start, end = _offsets(reading, part)
    return reading.text[start:end]


def _offsets(reading: Reading, part: Part) -> tuple[int, int]:
    return reading.tokens[part.start].start, reading.tokens[part.end - 1].end


def _end(reading: Reading, main: Clause) -> int:
    """The end of a clause without what hangs on it in commas, but with a second predicate."""
    end = _without_additions(reading, main)
    for other in reading.clauses:
        joined = other.kind is ClauseKind.MAIN and other.start == end
        if joined and other.subject == main.subject:
            further = _without_additions(reading, other)
            end = further if further - main.verb.start <= _ENOUGH else end
    return end


def _without_additions(reading: Reading, clause: Clause) -> int:
    end = clause.verb.end
    for part in clause.parts:
        if reading.tokens[part.start - 1].tag in {",", ":"}:
            break
        end = part.end
    return end


def _next(reading: Reading, last: int) -> bool:
    """Whether a clause of its own begins behind a word: "and it falls", not "and the server"."""
    return any(each.kind is ClauseKind.MAIN and each.start == last + 1 for each in reading.clauses)


def _tears_list(said: str, rest: str) -> bool:
    """Whether a list goes on behind what is said: "costs(, time, and effort)"."""
    ends = "," in said and _LIST_ENDS.match(rest) is not None
    return ends or _LIST_GOES_ON.match(rest) is not None


def _before_additions(text: str, end: int) -> int:
    return len(_ADDS.sub("", text[:end]).rstrip(_SIGNS))


def _outside(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between two offsets that stand in no brackets."""
    found = []
    for aside in reading.asides:
        low = reading.tokens[aside.start].start
        if start <= low < end:
            found.append((start, low))
            start = reading.tokens[aside.end - 1].end
    return [(low, high) for low, high in [*found, (start, end)] if low < high]


def _worded(runs: Runs, spans: list[tuple[int, int]], casing: Casing) -> Runs:
    """The stretches in one, small at the head of the sentence, no space before a sign."""
    text = flat(runs)
    worded: list[Runs] = []
    for low, high in spans:
        start = high - len(text[low:high].lstrip())
        part = cut(runs, start, start + len(text[low:high].strip()))
        if not part:
            continue
        if start == 0 and isinstance(part[0], Text):
            part = (Text(_small(part[0].text, casing)), *part[1:])
        joined = not worded or flat(part)[0] in _SIGNS
        worded.append(part if joined else (Text(" "), *part))
    return tuple(run for part in worded for run in part)


def _small(text: str, casing: Casing) -> str:
    """The head of a sentence further in: an adverb is no name, whatever the document says."""
    first = text.split(" ", 1)[0].casefold()
    plain = first.endswith("ly") or first in FUNCTION | HEDGES
    return f"{text[:1].lower()}{text[1:]}" if plain else casing.start(text)
