"""What may be hidden in a sentence of any language: what its author marked, named or counted."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.abroad.alone import Alone
from cardsmith.cards.abroad.letters import akin, edged, fits, gives_away, size, telling, unspaced
from cardsmith.cards.abroad.tongues import tongue
from cardsmith.grammar import small_words
from cardsmith.markup import fold, marked
from cardsmith.model import Code, Document, Math, Nature, Run, Strong

__all__ = ["Hidden", "hidden", "phrases", "refusal"]

MARK: Final = 100
BOLD: Final = 30
KEYWORD: Final = 26
TITLE: Final = 18
FIGURE: Final = 14
# rule R7
MOST_WORDS: Final = 5
MOST_SIGNS: Final = 40
# telling words that must be left in sight
TELLING: Final = 3
TELLING_BOLD: Final = 2
LEFT: Final = 4
# endings that a longer word may have more than its keyword
_ENDINGS: Final = re.compile(r"(?:e|en|er|es|em|n|s|x)?(?![^\W_])")
_INFLECTED: Final = 5
ENDING: Final = 2

_UNIT: Final = (
    r"(?:%|‰|°[CF]?|[kcmµn]?m[²³]?|[kmµ]?g|[mµ]?l|L|K|[kM]?Hz|[kM]?J|k?W|k?V|A|N|[hk]?Pa|bar|mol|h|min|s|"
    r"km/h|m/s²?|kcal|Prozent|por ciento|pour cent|per cento|por cento|procent)(?![^\W_])"
)
_NUMBER: Final = r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?"
_FIGURE: Final = re.compile(rf"(?<![\w.,–+-]){_NUMBER}(?=(?P<unit>[\s\u00a0\u202f]?{_UNIT})?)")
_YEAR: Final = re.compile(r"1[0-9]\d\d|20\d\d")
# "en 476.", "im Jahr 79,"
_DATED: Final = re.compile(
    r"\b(?:en|im Jahre?|Jahre?|l['’]an|année|año|ano|anno|nel|jaar|år|året|roku) $", re.IGNORECASE
)
_COUNTED: Final = re.compile(r"[\s\u00a0\u202f][^\W\d_]{4}")
_DENSE: Final = re.compile(r"(?<![第\w.])?\d+(?:\.\d+)?(?=[年月万亿条种个倍度％%種個本億割人回])")


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words of a sentence that may be hidden; ``worth`` ranks them."""

    text: str
    start: int
    end: int
    worth: int


def phrases(document: Document, code: str) -> dict[str, int]:
    """Keywords, and titles that name something, each with its worth.

    A title of one word over a part of the whole may be any word of the text: "Force".
    """
    found = {
        section.title: TITLE
        for section in document.answer.sections
        if section.nature is Nature.NAMED
        and tongue(code).names(section.title)
        and (section.group or len(telling(section.title, code)) > 1)
    }
    found.update(dict.fromkeys(document.front.keywords, KEYWORD))
    return {text: worth for text, worth in found.items() if len(text) > 1 or unspaced(text)}


def hidden(piece: Alone, named: dict[str, int], code: str) -> list[Hidden]:
    """The words that may be hidden, from left to right, none inside another.

    Where the author marked words, these alone.
    """
    text = piece.text
    marks = [Hidden(text[start:end], start, end, MARK) for start, end in marked(piece.runs)]
    if marks:
        return marks
    found = [*_bold(piece.runs), *_named(text, named, code), *_figures(text, code)]
    chosen: list[Hidden] = []
    for each in sorted(found, key=lambda each: (each.start - each.end, -each.worth, each.start)):
        if all(each.end <= other.start or each.start >= other.end for other in chosen):
            chosen.append(each)
    return sorted(chosen, key=lambda each: each.start)


def _bold(runs: Iterable[Run]) -> Iterator[Hidden]:
    at = 0
    for run in runs:
        words = run.text.strip(" .,:;、。，：")
        if isinstance(run, Strong) and words:
            start = at + run.text.index(words)
            yield Hidden(words, start, start + len(words), BOLD)
        at += len(run.text)


def _named(text: str, named: dict[str, int], code: str) -> Iterator[Hidden]:
    cuts = tongue(code).cuts
    for phrase, worth in named.items():
        for match in re.finditer(re.escape(phrase), text, re.IGNORECASE):
            end = match.end()
            if len(phrase) >= _INFLECTED and (more := _ENDINGS.match(text, end)):
                end = more.end()
            if edged(text, match.start(), end, cuts):
                yield Hidden(text[match.start() : end], match.start(), end, worth)
                break


def _figures(text: str, code: str) -> Iterator[Hidden]:
    """Numbers with a unit, years, and what is counted: no number that is part of a name."""
    if unspaced(text):
        for match in _DENSE.finditer(text):
            yield Hidden(match.group(), match.start(), match.end(), FIGURE)
        return
    small = small_words(code)
    for match in _FIGURE.finditer(text):
        before = re.findall(r"[^\W\d_]+", text[: match.start()])[-1:]
        near = text[: match.start()].rstrip(" \u00a0").endswith(tuple(before)) if before else False
        led = not near or before[0].casefold() in small or before[0][:1].islower()
        year = _YEAR.fullmatch(match.group()) is not None
        counted = _COUNTED.match(text, match.end()) and led and match.group() not in {"0", "1"}
        year = year or _dated(text, match)
        if match["unit"] or year or (counted and before and before[0].casefold() in small):
            yield Hidden(match.group(), match.start(), match.end(), FIGURE)


def _dated(text: str, match: re.Match[str]) -> bool:
    """Whether a number of two or three digits is a year."""
    ended = re.match(r"[.,;:)]|$", text[match.end() :]) is not None
    return ended and _DATED.search(text, 0, match.start()) is not None


def refusal(each: Hidden, piece: Alone, question: str, code: str) -> str:
    """Why words are not hidden, "" where they are; what is marked is refused by few rules."""
    gap = _Gap(each, piece, question, code)
    rules = _ALWAYS if each.worth == MARK else {**_ALWAYS, **_UNMARKED}
    return next((name for name, wrong in rules.items() if wrong(gap)), "")


@dataclass(frozen=True, slots=True)
class _Gap:
    """Words to hide in their sentence, with the question of the document."""

    hidden: Hidden
    piece: Alone
    question: str
    code: str

    @property
    def before(self) -> str:
        return self.piece.text[: self.hidden.start]

    @property
    def after(self) -> str:
        return self.piece.text[self.hidden.end :]


def _large(gap: _Gap) -> bool:
    words = gap.hidden.text
    return len(words) > MOST_SIGNS or not fits(words, 0, MOST_WORDS)


def _leaks(gap: _Gap) -> bool:
    """R5; what the question names may be shown where unmarked words say more."""
    marked_there = gap.hidden.worth == MARK
    known = () if marked_there else telling(gap.question, gap.code)
    return gives_away(gap.hidden.text, f"{gap.before} {gap.after}", gap.code, known)


def _spelled_out(gap: _Gap) -> bool:
    """Whether a bracket beside the words may say the same."""
    return bool(re.match(r"\s*[(（]", gap.after) or re.search(r"[(（]\s*$", gap.before))


def _weak(gap: _Gap) -> bool:
    """Whether too little is left in sight to tell what is hidden."""
    left = f"{gap.before} {gap.after}"
    least = TELLING_BOLD if gap.hidden.worth in {BOLD, FIGURE} else TELLING
    few = not unspaced(gap.piece.text) and len(telling(left, gap.code)) < least
    return few or size(left) < LEFT


def _torn(gap: _Gap) -> bool:
    at = 0
    for run in gap.piece.runs:
        end = at + len(run.text)
        if isinstance(run, Code | Math) and at < gap.hidden.end and gap.hidden.start < end:
            return True
        at = end
    return False


def _is_topic(gap: _Gap) -> bool:
    """R6: whether the question names all of it."""
    words, question, code = gap.hidden.text, gap.question, gap.code
    if gap.hidden.worth == FIGURE:
        return False
    if unspaced(words):
        return fold(words) in fold(question)
    told, asked = telling(words, code), telling(question, code)
    # "Deich" and "Deiche" are the topic, a "Deichgraf" is another thing
    return bool(told) and all(
        any(akin(word, each) and len(word) <= len(each) + ENDING for each in asked) for word in told
    )


def _listed(gap: _Gap) -> bool:
    """Whether words are one of a list of three or more, any of which could stand there."""
    joins = "|".join(sorted(map(re.escape, tongue(gap.code).joins)))
    if gap.hidden.worth == BOLD or not joins:
        return False
    comma, item = "[,、，]", r"[^,、，.;:]{1,40}"
    joint = rf"(?:{joins})" if unspaced(gap.piece.text) else rf"\b(?:{joins})\b"
    opens = rf"{comma}\s*(?:[^\W\d_]+\s)?$"
    last = re.search(rf"{comma}{item}{joint}\s*(?:[^\W\d_]+\s)?$", gap.before)
    inner = re.search(opens, gap.before) and re.match(rf"\s*(?:{comma}|{joint})", gap.after)
    first = re.match(rf"\s*{comma}{item}(?:{comma}|{joint})", gap.after)
    return bool(last or inner or first)


def _half(gap: _Gap) -> bool:
    """Whether a figure is one end of a range: "1811 et 1816"."""
    joint = r"\s?(?:[–—-]|\b(?:und|bis|et|à|y|e|a|en|tot|och|og|i|do)\b|から|至|到|と|和)\s?"
    joint += r"(?:(?:il|l['’]|el|den|der|dem|le|het) ?)?"
    before = re.search(rf"\d{joint}$", gap.before)
    return gap.hidden.worth == FIGURE and bool(before or re.match(rf"{joint}\d", gap.after))


def _example(gap: _Gap) -> bool:
    return tongue(gap.code).gives_examples(gap.before)


_ALWAYS: Final[Mapping[str, Callable[[_Gap], bool]]] = {
    "blank-size": _large,
    "blank-tears-markup": _torn,
    "leak": _leaks,
}
_UNMARKED: Final[Mapping[str, Callable[[_Gap], bool]]] = {
    "answer-is-topic": _is_topic,
    "blank-example": _example,
    "blank-list": _listed,
    "blank-torn": _half,
    "blank-weak": _weak,
    "spelled-out": _spelled_out,
}
