"""An acronym and its long form, both ways, where a sentence spells it out."""

import re
from collections.abc import Iterator
from typing import Final

from cardsmith.cards.abroad.alone import titled
from cardsmith.cards.abroad.letters import bare, telling, unspaced
from cardsmith.cards.abroad.tongues import tongue
from cardsmith.cards.abroad.topic import context
from cardsmith.cards.casing import capital
from cardsmith.cards.pages import text
from cardsmith.cards.study import Study
from cardsmith.grammar import small_words
from cardsmith.markup import flat, fold, sentences
from cardsmith.model import Note, Runs, Sentence, Strong, Term

__all__ = ["make", "spelled"]

_SHORT: Final = re.compile(r"\s?[(（](?P<short>[A-Z][A-Za-z]{0,8}[A-Z]\d?[a-z]?)[)）]")
_WORD: Final = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
# how far before its acronym a long form begins, at most
_REACH: Final = 200


def make(study: Study) -> Iterator[Note]:
    """One note for each acronym that is spelled out, at its first place."""
    seen = set[str]()
    for title, blocks, _ in titled(study.document.answer):
        for sentence in sentences(blocks):
            for short, long in spelled(sentence.runs, study.language):
                if fold(short) not in seen:
                    seen.add(fold(short))
                    yield _note(study, sentence, title, (short, long))


def spelled(runs: Runs, code: str) -> Iterator[tuple[str, str]]:
    """Acronyms with their long forms: bold words right before, or those whose initials they are."""
    told = flat(runs)
    ends = dict(_bold(runs))
    for match in _SHORT.finditer(told):
        if match.start() in ends:
            yield match["short"], ends[match.start()]
        elif long := _before(
            match["short"], told[max(match.start() - _REACH, 0) : match.start()], code
        ):
            yield match["short"], long


def _bold(runs: Runs) -> Iterator[tuple[int, str]]:
    at = 0
    for run in runs:
        at += len(run.text)
        if isinstance(run, Strong):
            yield at, run.text


def _before(short: str, before: str, code: str) -> str:
    """The words that end a text and whose initials are an acronym, "" where none are."""
    if unspaced(before[-1:]):
        return ""
    words = list(_WORD.finditer(before))
    for first in list(reversed(words))[: 2 * len(short)]:
        long = before[first.start() :].strip()
        if re.search(r"[.;:()]", long):
            return ""
        if _stands_for(short, long, code) and first.group().casefold() not in small_words(code):
            return long
    return ""


def _stands_for(short: str, long: str, code: str) -> bool:
    """Whether the initials of a long form are in its acronym, whose letters are all in it."""
    letters = bare(short.rstrip("0123456789"))
    parts = telling(long, code)
    initials = "".join([part[0] for part in parts])
    return (
        bool(parts)
        and len(bare(long)) > 2 * len(letters)
        and letters[0] == initials[0]
        and _within(initials, letters)
        and _within(letters, re.sub(r"[^a-z]", "", bare(long)))
    )


def _within(few: str, many: str) -> bool:
    """Whether the letters of ``few`` stand in ``many`` in this order."""
    rest = iter(many)
    return all(letter in rest for letter in few)


def _note(study: Study, sentence: Sentence, title: str, pair: tuple[str, str]) -> Note:
    short, long = pair
    known, code = tongue(study.language), study.language
    about = context(study.topics, f"{short} {long}", long, code)
    return Note(
        document=study.document.front.key,
        kind="acronym",
        name=fold(short),
        body=Term(
            term=text(short),
            definition=text(capital(long)),
            ask=text(known.stands.format(short)),
            name=text(known.short),
            reverse_context=about,
        ),
        context=about,
        section=title,
        source=sentence.runs,
        span=sentence.span,
        score=88,
    )
