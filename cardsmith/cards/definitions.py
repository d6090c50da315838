"""Sentences that define: which words are the term, which its meaning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from cardsmith.cards.facts import praise
from cardsmith.cards.study import Piece
from cardsmith.grammar import POINTERS, SURE, content, count, families
from cardsmith.grammar.inflect import article

__all__ = ["Definition", "definitions"]

MOST_TERM: Final = 5
LONGEST: Final = 26
SHORTEST: Final = 4
TELLING: Final = 2
# sentences that are remembered: two kinds of cards ask for the same ones
_MEMORY: Final = 256

_IS: Final = re.compile(
    r"(?P<term>[^,;:.]{2,70}?)(?: \((?P<acronym>[^)]{2,40})\))?,? "
    r"(?P<verb>is|are|was|were) (?:(?:often |commonly |generally |formally )?"
    r"defined as )?(?P<meaning>(?:an?|the|any|one of the) .+)\.$"
)
_REFERS: Final = re.compile(
    r"(?P<term>[^,;:.]{2,70}?)(?: \((?P<acronym>[^)]{2,40})\))? "
    r"(?P<verb>refers? to|denotes?|is defined as|are defined as|is the term for) "
    r"(?P<meaning>.+)\.$"
)
_KNOWN: Final = re.compile(
    r".*\b(?P<verb>known as|called|termed|referred to as) (?P<term>[^,;:.()]{3,50}), "
    r"(?:where|in which) (?P<meaning>.+)\.$"
)
_SUBJECT: Final = re.compile(
    r"(?P<term>[^,;:.()]{2,70}?)(?: \([^)]{2,40}\))? (?P<verb>is|are|was|were) (?P<meaning>)"
)
# "X is a crucial aspect of Y" says nothing of X
_VAGUE: Final = re.compile(
    r"(?:an?|the|one of the)(?: [\w-]+){0,3}? (?:aspect|part|factor|component|role|element|issue|"
    r"problem|topic|example|examples|reason|reasons|key|cornerstone|goal|matter|result|way|ways|"
    r"concept|figure|approach|member|target|theme|player|collection|variety|tool|tools|hallmark|step|steps|challenge|consideration|area|"
    r"areas|case|same|most|first|main|primary|"
    r"foundation|response|concern|subject)s?\b"
)
# what tells a thing from others of its kind: "a severe symptom" tells nothing
_DIFFERENCE: Final = re.compile(
    r"\b(?:of|that|which|who|whose|where|used|by|for|from|with|to|in|into|\w+ed|\w+ing|between|"
    r"on|at|per|without)\b"
)
# "A turning point was the treaty" says what an example is, not what the term means
_SOME: Final = re.compile(r"an? ", re.IGNORECASE)
# behind these stands a clause
_NAMING: Final = frozenset({"known as", "called", "termed", "referred to as"})
_CONTRAST: Final = re.compile(
    r",? and (?:also )?(?:includes?|involves?|serves?|plays?|has|have|provides?|consists?|"
    r"represents?|refers?|helps?|uses?|allows?|focuses|aims?|contains?|requires?|occurs?|"
    r"features?) |"
    r", (?:while|whereas|but|although)\b|,? and (?:it|they|is|are|was|were|has|have|can|may)\b|"
    r", and (?!(?:[\w-]+ ){0,3}(?:that|which|who|whose)\b)(?:[\w-]+ ){1,3}"
    r"(?:is|are|was|were|has|have|can|may)\b"
)
# "a crucial concept in psychology that refers to the gap": the gap
_CONCEPT: Final = re.compile(
    r"an? (?:[\w-]+ ){0,2}(?:concept|idea|notion|phenomenon|principle|term|theory)s?"
    r"(?: in [^,;.]{3,40}?)? (?:that|which) (?:refers? to|describes?|denotes?|means?) (?!how\b)",
    re.IGNORECASE,
)
_PRAISED: Final = re.compile(
    r"(?P<article>an?|the) (?:(?:common|complex|critical|crucial|dynamic|effective|essential|"
    r"fundamental|important|innovative|key|multifaceted|notable|pivotal|popular|powerful|"
    r"significant|sophisticated|unique|useful|valuable|versatile|vital|widely used),? (?:and )?)+",
    re.IGNORECASE,
)
# "that serves several purposes", "that has garnered attention" tell nothing
_IDLE_TAIL: Final = re.compile(
    r"\b(?:that|which) (?:serves?|plays?|possess(?:es)?|has|have|includes?) "
    r"(?:garnered|gained|several|various|many|multiple|"
    r"an? (?:crucial|key|vital|significant|important) role)\b"
)
# "the simplest of the three"
_OF_SEVERAL: Final = re.compile(r"(?:the )?\w+ of the (?:two|three|four|five|six)\b")
_LEANS: Final = re.compile(r"\b(?:this|these|that process|such(?! as)|it)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and its meaning with offsets into the sentence; ``verb`` joins them.

    ``start`` to ``end`` is the term with its article, ``bare`` where it starts without. ``article``
    is to be put before the meaning, which lost it with its words of praise. ``shared`` tells
    whether the meaning says a word of the term, so that only the meaning can be asked for.
    """

    start: int
    bare: int
    end: int
    verb: str
    meaning_start: int
    meaning_end: int
    article: str = ""
    shared: bool = False


def definitions(piece: Piece) -> Iterator[Definition]:
    """The definition that a sentence gives, if it gives one."""
    found = _patterned(piece.text)
    if found is not None:
        yield found
    else:
        yield from _worded(piece)


@lru_cache(maxsize=_MEMORY)
def _patterned(text: str) -> Definition | None:
    """The definition that the words of a sentence give by their order."""
    for pattern in (_REFERS, _IS, _KNOWN):
        match = pattern.match(text)
        if match:
            found = _plain(text, _definition(match))
            if _good(text, found):
                return _compared(text, found)
    return None


def _worded(piece: Piece) -> Iterator[Definition]:
    """A definition without an article, where the grammar is certain: "Bile is fluid that …"."""
    subject = _SUBJECT.match(piece.text)
    for asked in piece.asked:
        certain = asked.wording == "what-is" and asked.certainty >= SURE
        if subject and certain and asked.start == subject.end():
            found = replace(_definition(subject), meaning_start=asked.start, meaning_end=asked.end)
            if _good(piece.text, found):
                yield _compared(piece.text, found)


def _plain(text: str, found: Definition) -> Definition:
    """The meaning without what only praises it, or says that it is a concept."""
    meaning = text[found.meaning_start : found.meaning_end]
    concept = _CONCEPT.match(meaning)
    if concept:
        return replace(found, meaning_start=found.meaning_start + concept.end())
    praised = _PRAISED.match(meaning)
    if praised is None:
        return found
    start = found.meaning_start + praised.end()
    following = text[start:].split(" ", 1)[0]
    determiner = "the" if praised["article"].casefold() == "the" else article(following)
    return replace(found, meaning_start=start, article=f"{determiner} ")


def _compared(text: str, found: Definition) -> Definition:
    term, meaning = text[found.bare : found.end], text[found.meaning_start : found.meaning_end]
    return replace(found, shared=bool(families(term) & families(meaning)))


def _definition(match: re.Match[str]) -> Definition:
    article = re.match(r"(?:the|an?) ", match["term"], re.IGNORECASE)
    start, end = match.span("term")
    meaning_start, meaning_end = match.span("meaning")
    text = match.string
    contrast = _CONTRAST.search(text, meaning_start, meaning_end)
    meaning_end = contrast.start() if contrast else meaning_end
    if count(text[meaning_start:meaning_end]) > LONGEST:
        meaning_end = _shorter(text, meaning_start, meaning_end)
    bare = start + (article.end() if article else 0)
    return Definition(start, bare, end, match["verb"], meaning_start, meaning_end)


def _shorter(text: str, start: int, end: int) -> int:
    """The end of the meaning before a trailing clause that only adds to it."""
    cut = re.search(
        r", (?:which|who|where|often|typically|including|such as|making|\w+ing)\b", text[start:end]
    )
    return start + cut.start() if cut else end


def _good(text: str, found: Definition) -> bool:
    term = text[found.bare : found.end]
    meaning = found.article + text[found.meaning_start : found.meaning_end]
    size = count(term)
    length = count(meaning)
    return (
        size <= MOST_TERM
        and SHORTEST <= length <= LONGEST
        and len(content(meaning)) >= TELLING
        and (found.verb in _NAMING or _DIFFERENCE.search(meaning) is not None)
        and 2 * len(families(term) & families(meaning)) <= len(families(term))
        and not (_VAGUE.match(meaning) and " that " not in meaning and " which " not in meaning)
        and not _LEANS.search(meaning)
        and not _IDLE_TAIL.search(meaning)
        and not _OF_SEVERAL.match(meaning)
        and meaning.split(" ", 1)[0].casefold() not in POINTERS - {"one", "some"}
        and praise(" ".join(meaning.split()[:4])) == 0
        and praise(term) == 0
        and not (_SOME.match(text[found.start :]) and meaning.startswith("the "))
        and meaning.count("(") == meaning.count(")")
    )
