"""The phrases of a document that may be worth recalling, found again in its sentences."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from cardsmith.grammar import Word, stems, words
from cardsmith.markup import flat, marked
from cardsmith.model import Runs

__all__ = ["Found", "Index", "Origin", "Phrase", "figures", "index", "marks", "occurrences"]


class Origin(StrEnum):
    """Why a phrase may be worth recalling."""

    ACRONYM = "acronym"
    BOLD = "bold"
    FIGURE = "figure"
    GROUP = "group"  # a noun group that nobody marked
    KEYWORD = "keyword"
    MARK = "mark"  # ``==words==``: its author wants it asked
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and where it comes from."""

    text: str
    origins: frozenset[Origin]


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a sentence, with its offsets there; ``marked`` where it is marked there."""

    phrase: Phrase
    start: int
    end: int
    marked: bool = False


# the first stem of a phrase -> (all its stems, the phrase), longest first
Index: TypeAlias = Mapping[str, tuple[tuple[tuple[str, ...], Phrase], ...]]

_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_NUMBER: Final = r"\d+(?:[.,]\d+)*"
_FIGURE: Final = re.compile(
    rf"(?<![\w.,$€£–-])(?:{_MONTH} \d{{1,2}}(?:(?: to | and |[–-])\d{{1,2}})?(?:, \d{{4}})?|"
    rf"\d{{1,2}} {_MONTH}(?: \d{{4}})?|"
    rf"{_MONTH} \d{{4}}|(?:1\d|20)\d\ds\b|{_NUMBER}(?:(?: to | and |[–-]){_NUMBER})?)"
    r"(?:\s?%| percent)?(?![\w$€£–-])"
)
_BREAK: Final = re.compile(r"[,;:()\[\]]|\.\s")
# "type 2", "Article 5": the number is part of a name
_NAMED: Final = re.compile(
    r"(?:act|article|case|category|chapter|class|equation|example|figure|grade|group|level|no|"
    r"number|part|phase|problem|question|section|stage|step|table|type|version|volume|war)s?\.? $",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_TRIVIAL: Final = frozenset({"0", "1"})


def figures(text: str) -> Iterator[Found]:
    """Numbers, years, dates and ranges of a sentence that are facts of it.

    Not 0 and 1, which are parts of speech; not numbers in names or addresses ("type 2", "40 Broad
    Street"), nor what stands in brackets, which says the same in another unit.
    """
    if not _DIGIT.search(text):
        return
    for match in _FIGURE.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        named = _NAMED.search(before) or re.match(r" [A-Z]\w", after)
        aside = before.count("(") > before.count(")")
        if not (match.group() in _TRIVIAL or named or aside):
            phrase = Phrase(match.group(), frozenset({Origin.FIGURE}))
            yield Found(phrase, match.start(), match.end())


def index(sources: Iterable[tuple[str, Origin]]) -> Index:
    """An index of phrases; the same phrase from several sources is one with all its origins."""
    merged: dict[tuple[str, ...], Phrase] = {}
    for text, origin in sources:
        key = stems(text)
        if not key:
            continue
        known = merged.get(key, Phrase(text, frozenset()))
        merged[key] = Phrase(known.text, known.origins | {origin})
    table: dict[str, list[tuple[tuple[str, ...], Phrase]]] = {}
    for key, phrase in merged.items():
        table.setdefault(key[0], []).append((key, phrase))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()
    }


def marks(runs: Runs) -> Iterator[Found]:
    """The words that the author of a sentence marked in it."""
    for start, end in marked(runs):
        phrase = Phrase(flat(runs)[start:end], frozenset({Origin.MARK}))
        yield Found(phrase, start, end, marked=True)


def occurrences(text: str, phrases: Index) -> Iterator[Found]:
    """The phrases in a sentence from left to right, the longest at each place, none in another."""
    told = stems(text)
    at = 0
    while at < len(told):
        for wanted, phrase in phrases.get(told[at], ()):
            end = at + len(wanted)
            if told[at:end] != wanted:
                continue
            inside = words(text)
            if _together(text, inside[at].start, inside, end):
                last = inside[end - 1]
                tail = 2 if last.text.endswith(("'s", "’s")) else 0
                yield Found(phrase, inside[at].start, last.end - tail)
                at = end - 1
                break
        at += 1


def _together(text: str, start: int, inside: Sequence[Word], end: int) -> bool:
    """Whether nothing but spaces and hyphens stands between the words of a phrase, nor cuts it off.

    "LGBTQ+" and "C#" are more than their letters.
    """
    last = inside[end - 1].end
    return text[last : last + 1] not in {"+", "#"} and not _BREAK.search(text, start, last)
