"""The sentences of a document that stand alone, as far as their words tell without a grammar."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from cardsmith.cards.abroad.letters import fits, unspaced
from cardsmith.cards.abroad.tongues import Tongue, tongue
from cardsmith.cards.casing import capital
from cardsmith.markup import cut, flat, marked, sentences
from cardsmith.model import (
    Answer,
    Blocks,
    Document,
    Emphasis,
    Rejection,
    Runs,
    Section,
    Sentence,
    Strong,
    Text,
)

__all__ = ["Alone", "standing", "titled"]

# rule R2, in words
SHORTEST: Final = 5
LONGEST: Final = 32
MARKED: Final = 3

_ENDS: Final = (".", "!", "。", "！", "．", "।")
_CLOSERS: Final = "\"'”’»“」』)）*"
_WORD: Final = re.compile(r"[^\W\d_]+(?:'(?!\w{3})|’(?!\w{3}))?")
_OPENING: Final = re.compile(r"[\"“„«‹「『¿¡(]*(?:\d|[^\W_a-zà-öø-ÿ])")
_PAIRS: Final = ("()", "[]", "（）", "「」", "«»", "《》")
_NO_PROSE: Final = re.compile(r"https?://|[:;,]$|[?？]")


@dataclass(frozen=True, slots=True)
class Alone:
    """A sentence that stands alone, the one it was made from, the title over it."""

    runs: Runs
    sentence: Sentence
    title: str

    @property
    def text(self) -> str:
        """The sentence without markup."""
        return flat(self.runs)


def titled(answer: Answer) -> Iterator[tuple[str, Blocks, Section | None]]:
    """The parts of an answer that state something, each under its title ("" for the intro)."""
    yield "", answer.intro, None
    for section in answer.sections:
        yield section.title, section.blocks, section


def standing(document: Document, code: str) -> Iterator[Alone | Rejection]:
    """Each sentence without what joins it to the one before, or why it does not stand alone."""
    known = tongue(code)
    names = _names(document)
    for title, blocks, _ in titled(document.answer):
        for sentence in sentences(blocks):
            runs = _stripped(sentence.runs, known)
            fault = _fault(runs, known, names)
            if fault:
                text = flat(sentence.runs)
                yield Rejection(document.front.key, "sentence", fault, text, sentence.span)
            else:
                yield Alone(runs, sentence, title)


def _stripped(runs: Runs, known: Tongue) -> Runs:
    text = flat(runs)
    low = text.casefold()
    lead = next((each for each in known.strips if low.startswith(each)), "")
    rest = cut(runs, len(lead) + text[len(lead) :].startswith(" "), len(text)) if lead else runs
    first = rest[0] if rest else None
    if not lead or not isinstance(first, Text | Strong | Emphasis):
        return runs
    return (replace(first, text=capital(first.text)), *rest[1:])


def _fault(runs: Runs, known: Tongue, names: frozenset[str]) -> str:
    """What is wrong with a sentence, "" where it stands alone."""
    text = flat(runs)
    if not _whole(text):
        return "no-sentence"
    if not fits(text, MARKED if next(marked(runs), None) else SHORTEST, LONGEST):
        return "length"
    if _leans(runs, known, names):
        return "leans-on-context"
    if _points(text, known):
        return "points-out"
    if _addresses(text, known):
        return "addresses-reader"
    return "praise" if known.praises(text) else ""


def _whole(text: str) -> bool:
    ended = text.rstrip(_CLOSERS).endswith(_ENDS) and not _NO_PROSE.search(text)
    balanced = all(text.count(left) == text.count(right) for left, right in _PAIRS)
    return ended and balanced and _OPENING.match(text) is not None


def _leans(runs: Runs, known: Tongue, names: frozenset[str]) -> bool:
    """Whether a sentence begins with what points back, or may have left out its subject."""
    text = flat(runs)
    if unspaced(text):
        return text.startswith(tuple(known.leads)) or not (known.leads or _set_off(runs))
    opening = [word.casefold().rstrip("'’") for word in _WORD.findall(text)[:2]]
    if known.leads & {*opening[:1], "_".join(opening)}:
        return True
    if not known.known:
        return not _set_off(runs)
    return bool(known.starts) and not (_set_off(runs) or _has_subject(text, known, names))


def _set_off(runs: Runs) -> bool:
    """Whether a sentence begins with words that its author set off."""
    return bool(runs) and (isinstance(runs[0], Strong) or bool(getattr(runs[0], "marked", False)))


def _has_subject(text: str, known: Tongue, names: frozenset[str]) -> bool:
    """Whether what opens a sentence is surely its subject: an article, a name, a number."""
    told = _WORD.findall(text)
    first = told[0].casefold().rstrip("'’") if told else ""
    if first in known.frames:
        _, comma, rest = text.partition(", ")
        return bool(comma) and _has_subject(capital(rest), known, names)
    named = len(told) > 1 and told[0] in names
    two = len(told) > 1 and told[1][:1].isupper() and first not in known.leads
    return text[0].isdigit() or first in known.starts or named or two


def _points(text: str, known: Tongue) -> bool:
    if unspaced(text):
        return any(word in text for word in known.inside)
    low = [word.casefold() for word in _WORD.findall(text)]
    low += [f"{one}_{two}" for one, two in pairwise(low)]
    opening = {word.casefold() for word in _WORD.findall(text.partition(",")[0])}
    return bool(known.inside.intersection(low) or known.persons & opening)


def _addresses(text: str, known: Tongue) -> bool:
    """Whether it speaks to the reader; a word in capitals does so only with them ("Sie")."""
    if unspaced(text):
        return any(word in text for word in known.address)
    told = _WORD.findall(text)
    small = {word.casefold() for word in told}
    return any(word in told[1:] if word[:1].isupper() else word in small for word in known.address)


def _names(document: Document) -> frozenset[str]:
    """Words with a capital inside sentences or keywords, where only names have one."""
    found = {
        keyword.split(" ", 1)[0] for keyword in document.front.keywords if keyword[0].isupper()
    }
    for _, blocks, _ in titled(document.answer):
        for sentence in sentences(blocks):
            told = _WORD.findall(flat(sentence.runs))[1:]
            found.update(word for word in told if word[:1].isupper())
    return frozenset(found)
