"""The topic line: what a card is about, taken from the document's question."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cardsmith.cards.commonness import RARE, band, commonest
from cardsmith.cards.leaks import leaks
from cardsmith.grammar import (
    FUNCTION,
    NounGroup,
    Reading,
    content,
    count,
    families,
    read_text,
    stem,
    stems,
)
from cardsmith.grammar.questions.kinds import VAGUE
from cardsmith.model import Front

__all__ = ["TERMS", "context", "topics"]

# rule R4: one or two terms, six words at most
TERMS: Final = 2
# terms beside them, for cards whose answer one of them is
SPARE: Final = 2
WORDS: Final = 6
JOIN: Final = " · "
LONGEST: Final = 4
SHORT_TITLE: Final = 3
# a word that stands in every fourth document names no topic
TELLING: Final = 3
SPARE_TELLING: Final = 6

# what a question asks for, and no document is about
_ASKING: Final = frozenset(
    """ability advantage affect aim application approach aspect benefit can cause challenge
    characteristic comparison component compare concept conclusion consequence consideration context
    contribute contribution criterion criticism define definition describe detail development
    difference disadvantage discuss do does drawback effect element evolution example examples
    dynamics explain explanation factor feature finding form function goal impact implication
    importance influence information interaction issue key kind limitation main meaning method model
    need objective outcome overview part point practice principle problem procedure process property
    provide purpose reason relate relation relationship requirement result role rule sign
    significance similarity solution some stage step strategy structure symptom technique term thing
    trend type types understanding use used uses view way work works you""".split()
)
_ACRONYMS: Final = re.compile(r"\b([A-Z]{2,})s\b")
_DO: Final = frozenset({"do", "does", "did", "can", "could", "should", "will", "would", "may"})
# verbs that the tagger takes for nouns where a question turns them around
_DOING: Final = frozenset(
    """affect aid allow alter benefit cause change contribute control depend differ digest drive
    enable enhance ensure facilitate form function handle help impact improve influence inform lead
    limit manage play prevent produce promote protect relate result serve shape support
    work""".split()
)
# "How does glutamate contribute to it?"
_MISREAD: Final = frozenset({"JJ", "VB", "VBP"})
_CLOSED: Final = frozenset({".", ",", ":", "IN"})
_OBJECTS: Final = frozenset({"CD", "DT", "JJ", "NN", "PR"})
_MEMORY: Final = 1024
_KEYWORD: Final = 4.0
_IDLE: Final = 4.0
_PROPER: Final = 2.0
_SEVERAL: Final = 1.5
# a second term that tells so much less than the first is left out
_BESIDE: Final = 0.45


@dataclass(frozen=True, slots=True)
class _Term:
    """Words of a question that may be its topic, by their places; ``size`` is how many they are."""

    start: int
    end: int
    size: int
    points: float


def topics(front: Front) -> tuple[str, ...]:
    """The terms that a document is about, as its question spells them: two, then spare ones."""
    return _topics(front.question, front.keywords)


@lru_cache(maxsize=64)
def _topics(question: str, keywords: tuple[str, ...]) -> tuple[str, ...]:
    reading = read_text(question)
    wanted = frozenset(stems(keyword) for keyword in keywords)
    found = [*_groups(reading, wanted), *_keywords(reading, wanted)]
    return tuple(_shown(reading, each) for each in _best(found)) or _plain(question)


def context(terms: Sequence[str], hidden: str, title: str = "") -> str:
    """The topic line over a front that hides ``hidden``: terms that give it away are left out.

    Where the best terms are left out, others of the question take their place. The ``title`` of a
    part stands beside the best term where it is short, says something new and gives nothing away:
    what is true of ice is not of water.
    """
    told = [term for term in terms if not leaks(_one(hidden), _one(term))]
    fits = 0 < count(title) <= SHORT_TITLE and not leaks(_one(hidden), _one(title))
    if fits and not families(title) & families(" ".join(terms)):
        return JOIN.join([*told[:1], title])
    return JOIN.join(told[:TERMS])


def _one(text: str) -> str:
    """The text with its acronyms in the singular: "GMOs" gives "GMO" away."""
    return _ACRONYMS.sub(r"\1", text)


def _groups(reading: Reading, wanted: frozenset[tuple[str, ...]]) -> Iterator[_Term]:
    """The noun groups, each from the first word that tells it from others to its noun.

    Of "Bonheur's depiction" the owner is another one.
    """
    for group in reading.nouns:
        start, end = group.start, _end(reading, group)
        while start < end and _idle(reading, start):
            start += 1
        # "causes of X" is about X
        if start < end and not (end - start == 1 and _asks(reading, end - 1)):
            yield _term(reading, start, end, wanted)
        owner = next((at for at in range(start, end) if reading.tokens[at].tag == "POS"), -1)
        if owner > start:
            yield _term(reading, start, owner, wanted)
    yield from _deeds(reading, wanted)


def _end(reading: Reading, group: NounGroup) -> int:
    """Where a group ends: not behind the verb of "How does a server facilitate printing?"."""
    tokens, end = reading.tokens, group.head + 1
    asked = group.start > 0 and any(
        token.text.casefold() in _DO for token in tokens[max(group.start - 1, 0) : group.start]
    )
    if asked:
        verbs = (at for at in range(group.start + 1, end) if tokens[at].text.casefold() in _DOING)
        end = next(verbs, end)
    goes_on = end == group.head + 1 < len(tokens) and tokens[end].tag == "VBG"
    behind = tokens[end + 1].tag if end + 1 < len(tokens) else "."
    return end + 1 if goes_on and behind[:2] not in _OBJECTS else end


def _deeds(reading: Reading, wanted: frozenset[tuple[str, ...]]) -> Iterator[_Term]:
    """Things in -ing that stand alone, "microlearning", and subjects taken for verbs."""
    inside = {at for group in reading.nouns for at in range(group.start, group.end + 1)}
    for at, token in enumerate(reading.tokens):
        behind = reading.tokens[at + 1].tag if at + 1 < len(reading.tokens) else "."
        turned = at > 0 and reading.tokens[at - 1].text.casefold() in _DO and behind == "VB"
        doing = token.tag == "VBG" and behind in _CLOSED
        if at not in inside and (doing or (turned and token.tag in _MISREAD)):
            yield _term(reading, at, at + 1, wanted)


def _idle(reading: Reading, at: int) -> bool:
    word = reading.tokens[at].text.casefold()
    return word in FUNCTION or word in VAGUE or not word[0].isalpha()


def _asks(reading: Reading, at: int) -> bool:
    return reading.tokens[at].lemma.casefold() in _ASKING


def _keywords(reading: Reading, wanted: frozenset[tuple[str, ...]]) -> Iterator[_Term]:
    """Keywords of several words that a question names: "Treaty of Paris"."""
    tokens = reading.tokens
    heads = {group.head for group in reading.nouns}
    told = tuple([stem(token.text) for token in tokens])
    for length in range(2, LONGEST + 2):
        for start in range(len(tokens) - length + 1):
            if told[start : start + length] in wanted and start + length - 1 in heads:
                yield _term(reading, start, start + length, wanted)


def _term(reading: Reading, start: int, end: int, wanted: frozenset[tuple[str, ...]]) -> _Term:
    """Words as a term, by how much they tell: rare ones, names and keywords more."""
    text = _text(reading, start, end)
    proper = any(token.tag in {"NNP", "NNPS"} for token in reading.tokens[start:end])
    # an acronym in brackets says the same as what stands before it
    aside = start > 0 and reading.tokens[start - 1].text == "("
    bands = [band(word) for word in content(text)] or [0]
    rare = (min(bands) + max(bands)) / 2 + _SEVERAL * (len(bands) > 1)
    idle = _IDLE * _asks(reading, end - 1)
    marked = (stems(text) in wanted) * _KEYWORD + proper * _PROPER
    return _Term(start, end, count(text), marked + rare - RARE * aside - idle)


def _best(found: Sequence[_Term]) -> list[_Term]:
    """Terms that do not overlap: the one or two most telling ones in their order, then others."""
    chosen: list[_Term] = []
    left = WORDS
    for each in sorted(found, key=lambda term: (-term.points, term.start - term.end, term.start)):
        free = all(each.end <= other.start or each.start >= other.end for other in chosen)
        least = TELLING if len(chosen) < TERMS else SPARE_TELLING
        telling = not chosen or each.points >= max(least, _BESIDE * chosen[0].points)
        left = left if len(chosen) < TERMS else WORDS
        if free and telling and each.size <= min(left, LONGEST) and len(chosen) < TERMS + SPARE:
            chosen.append(each)
            left -= each.size
    return [*sorted(chosen[:TERMS], key=lambda term: term.start), *chosen[TERMS:]]


def _text(reading: Reading, start: int, end: int) -> str:
    return reading.text[reading.tokens[start].start : reading.tokens[end - 1].end]


def _shown(reading: Reading, term: _Term) -> str:
    return (
        _text(reading, term.start, term.end).removesuffix("'s").removesuffix("’s").strip("\"'“”‘’")
    )


def _plain(question: str) -> tuple[str, ...]:
    """The longest run of telling words of a question without a noun group."""
    runs: list[list[str]] = [[]]
    for piece in re.findall(r"[\w’'-]+|[^\w\s]", question):
        folded = piece.casefold()
        if folded in FUNCTION or folded in _ASKING or not piece[0].isalnum():
            runs.append([])
        else:
            runs[-1].append(piece)
    best = max(runs, key=lambda run: (min(len(run), 3), commonest(" ".join(run)) if run else 0))
    return (" ".join(best[:WORDS]),) if best else ()
