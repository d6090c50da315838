"""A sentence made to stand alone, with its reading, or the code of what is wrong with it."""

import re
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.casing import Casing
from cardsmith.cards.sentences import repair
from cardsmith.cards.sentences.earlier import Before
from cardsmith.cards.sentences.fragments import Shape, defines, joined, shape
from cardsmith.cards.sentences.inside import inner, labelled
from cardsmith.cards.sentences.labels import Label
from cardsmith.cards.sentences.referents import referent
from cardsmith.cards.sentences.shortening import shortened
from cardsmith.grammar import ClauseKind, NounGroup, Reading, count, read
from cardsmith.grammar.questions.kinds import PERSONS
from cardsmith.markup import cut, flat, marked
from cardsmith.model import Runs, Text

__all__ = ["LONGEST", "SHORTEST", "Place", "Standing", "long", "pair", "standing"]

# rule R2, in words
SHORTEST: Final = 7
LONGEST: Final = 32
_MARKED: Final = 3
# and in characters, since signs are no words, and reading a row of them takes long
_MOST: Final = 1_500

_POINTS_AWAY: Final = re.compile(
    r"\b(?:(?:as|the|see|table|figure|list|listed|shown|described|given|code|example|diagram) "
    r"(?:above|below)|(?:above|below)(?=[.,;:)])|aforementioned|(?:the|as) following|"
    r"(?:as|already|previously) (?:mentioned|discussed|noted)|"
    r"(?:mentioned|discussed) (?:earlier|here|before)|"
    r"the (?:article|chapter|handout|lecture|passage|text) (?:also )?(?:argue|describe|discuss|"
    r"emphasi|explain|highlight|mention|note|outline|present|provide|state|suggest)\w*|"
    r"this (?:article|answer|section|text|document|question)|the (?:former|latter)|"
    r"here)\b|[:;,]$"
)
# whether a pronoun stands for several
_NUMBERS: Final = {"its": False, "it": False, "their": True, "them": True, "they": True}
_PRONOUN: Final = re.compile(r"\b(?:its?|the(?:ir|m|y))\b")
# a sentence begins with a capital, unless its first word is spelled its own way ("mRNA", "pH")
_FRAGMENT: Final = re.compile(r"[a-z]+(?![\w-]*[A-Z])\b")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: the label over it, and the sentence before under that label.

    ``first`` tells whether it is the first one there; another one may have no ``earlier`` that
    stands alone. ``topic`` are the stems of the document's question. ``term`` is the label also
    where only what stands under it tells that it is a name.
    """

    label: Label
    term: Label
    earlier: Before | None
    first: bool
    topic: frozenset[str]


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence that stands alone; its first ``named`` characters are its label (0 for none)."""

    runs: Runs
    reading: Reading
    named: int = 0


def standing(source: Runs, place: Place, casing: Casing) -> Standing | str:
    """The sentence so that it stands alone, or the code of what is wrong."""
    written = flat(source)
    if (fault := _fault(written)) is not None:
        return fault
    runs = repair.stripped(source)
    # behind a formula "this means" goes on about its figures
    bare = place.earlier is None and repair.restates(written)
    leaning = None if bare else repair.leans(flat(runs))
    if leaning is None:
        return "leans-on-context"
    if leaning:
        return _replaced(runs, place, casing)
    # cheap rules first: a reading costs more than all of them
    if not repair.complete(flat(runs)):
        runs = _resolved(runs, place, casing)
        if not repair.complete(flat(runs)):
            return "points-out"
    if not long(flat(runs)):
        return _whole(runs, place, casing)
    return _shortened(runs, place, casing)


def _shortened(runs: Runs, place: Place, casing: Casing) -> Standing | str:
    """A long sentence without its end, where the grammar is certain that it is whole without."""
    short = shortened(runs, LONGEST)
    if long(flat(short)) or not repair.complete(flat(short)):
        return "length"
    made = _whole(short, place, casing)
    return made if isinstance(made, Standing) and _says(made.reading) else "length"


def _says(reading: Reading) -> bool:
    """Whether a sentence is one main clause at least, without an end that is left open."""
    return reading.whole and any(each.kind is ClauseKind.MAIN for each in reading.clauses)


def _resolved(runs: Runs, place: Place, casing: Casing) -> Runs:
    """The sentence with what "these receptors" inside it stands for, where that is certain."""
    text = flat(runs)
    under = place.first and place.label.text
    if not (under or place.earlier) or long(text) or not repair.demonstrates(text):
        return runs
    reading = read(runs)
    found = inner(reading, place.earlier) if place.earlier else labelled(reading, place.label)
    if found is None:
        return runs
    start, meant = found
    spelled = casing.inside(meant.words) if meant.is_label else casing.start(meant.words)
    told = Text(f"{meant.article}{spelled}")
    return (*cut(runs, 0, start), told, *cut(runs, meant.end, len(text)))


def _fault(written: str) -> str | None:
    if not written.rstrip("\"'”’)").endswith((".", "!")) or _FRAGMENT.match(written):
        return "no-sentence"
    # without regard to capitals a search takes thrice as long
    if _POINTS_AWAY.search(written.lower()):
        return "points-away"
    return "length" if len(written) > _MOST else None


def long(text: str) -> bool:
    """R2: whether a text is too long for one card."""
    return len(text) > _MOST or count(text) > LONGEST


def _replaced(runs: Runs, place: Place, casing: Casing) -> Standing | str:
    """The sentence with what it leans on in the place of its first words."""
    possible = (place.first and place.label.text) or place.earlier is not None
    if not possible or long(flat(runs)):
        return "leans-on-context"
    earlier, topic = (None, place.topic) if place.first else (place.earlier, frozenset[str]())
    found = referent(runs, place.label, earlier, topic)
    if found is None:
        return "leans-on-context"
    whole = repair.replaced(runs, found, casing)
    if not repair.complete(flat(whole)):
        return "points-out"
    if not _fits(whole):
        return "length"
    reading = read(whole)
    named = len(flat(whole)) - len(flat(runs)) + found.end if found.is_label else 0
    return Standing(whole, reading, named) if _agrees(reading) else "points-out"


def _whole(runs: Runs, place: Place, casing: Casing) -> Standing | str:
    """The sentence and its reading; a fragment together with its label."""
    reading = read(runs)
    named = 0
    if (kind := shape(reading)) is not Shape.WHOLE:
        label = _over(reading, kind, place)
        whole = joined(reading, runs, kind, label, casing)
        if whole is runs:
            return Standing(runs, reading) if _fits(runs) else "length"
        odd = kind is Shape.THING and reading.nouns[0].plural is not label.plural
        if whole is None or odd:
            return "fragment"
        if long(flat(whole)):
            return "length"
        named = len(casing.inside(label.text))
        runs, reading = whole, read(whole)
    # what an author marks is asked in a short sentence, too
    fewest = _MARKED if next(marked(runs), None) else SHORTEST
    if not fewest <= count(flat(runs)) <= LONGEST:
        return "length"
    return Standing(runs, reading, named) if _agrees(reading) else "points-out"


def _over(reading: Reading, kind: Shape, place: Place) -> Label:
    """The label that a fragment goes on from: a later one if the sentence before did."""
    if place.first and defines(reading, kind):
        return place.term
    goes_on = place.earlier is not None and place.earlier.is_label
    return place.label if place.first or goes_on else Label("")


def _fits(runs: Runs) -> bool:
    return SHORTEST <= count(flat(runs)) <= LONGEST


def _agrees(reading: Reading) -> bool:
    """Whether there is something of its number before each pronoun inside a sentence.

    In "Due to their shape, fatty acids" it is the subject; a person may be "they".
    """
    if not _PRONOUN.search(reading.text.casefold()):
        return True
    subject = max((clause.subject.start for clause in reading.clauses if clause.lead), default=0)
    for place, token in enumerate(reading.tokens):
        plural = None if token.text == "IT" else _NUMBERS.get(token.text.casefold())
        if plural is None:
            continue
        until = subject + 1 if place < subject else place
        named = [group for group in reading.nouns if group.start < until]
        joined = any(each.text == "and" for each in reading.tokens[:place])
        fits = any(group.plural is plural or _somebody(reading, group) for group in named)
        if not fits and not (joined and plural):
            return False
    return True


def _somebody(reading: Reading, group: NounGroup) -> bool:
    return reading.tokens[group.head].lemma.casefold() in PERSONS


def pair(source: Runs, earlier: Runs) -> tuple[Runs, int] | None:
    """Two sentences in a row, the second of which leans on the first, and where it begins.

    None where it is not surely the first that it leans on, or they are too long for one card.
    """
    runs = repair.stripped(source)
    text = flat(runs)
    if _fault(text) is not None or not repair.points_back(text):
        return None
    both = repair.spaced(earlier, runs)
    if long(flat(both)) or not repair.complete(flat(both)):
        return None
    return both, len(flat(both)) - len(text)
