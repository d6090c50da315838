"""The sections of an answer as a list, one item hidden a card, in a language that is not read."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from cardsmith.cards.abroad.letters import akin, bare, fits, telling, unspaced
from cardsmith.cards.abroad.tongues import tongue
from cardsmith.cards.abroad.topic import asks, context
from cardsmith.cards.pages import line, numbered, text
from cardsmith.cards.study import Study
from cardsmith.markup import carve, fold
from cardsmith.model import Cloze, Nature, Note, Rejection, Runs, Section

__all__ = ["make"]

# rule R11: fewer are no list, more are no card
FEWEST: Final = 3
MOST: Final = 8
# a learner recalls five of a list, but four of a longer one among the others
SHORT: Final = 5
MOST_HOLES: Final = 4
FEWEST_HOLES: Final = 2
MOST_WORDS: Final = 6
# letters of a name that is no everyday word
OWN: Final = 9
DENSE: Final = 3


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each group of named sections; a group without a heading is the document's."""
    key = study.document.front.key
    asking = asks(study.document.front.question, study.language)
    for group, members in groupby(study.document.answer.sections, key=lambda each: each.group):
        names = tongue(study.language).names
        listed = tuple(each for each in members if names(each.title))
        if len(listed) < FEWEST or any(each.nature is not Nature.NAMED for each in listed):
            continue
        fault = "long-list" if len(listed) > MOST else ""
        hidden = _hidden(study, group, listed)
        # nothing tells what kind of things stand under a title, or that headings are of one kind
        fault = fault or ("" if group or (asking and _telling(study, listed)) else "no-genus")
        fault = fault or ("few-blanks" if len(hidden) < FEWEST_HOLES else "")
        if fault:
            yield Rejection(key, "overview", fault, _title(study, group), listed[0].span)
        else:
            yield _note(study, group, listed, hidden)


def _telling(study: Study, sections: Sequence[Section]) -> bool:
    """Whether most parts have names of their own: keywords, several words or a long one."""
    keywords = {fold(keyword) for keyword in study.document.front.keywords}
    known = [
        each.title
        for each in sections
        if fold(each.title) in keywords
        or len(each.title) >= (DENSE if unspaced(each.title) else OWN)
    ]
    return 2 * len(known) > len(sections)


def _title(study: Study, group: str) -> str:
    return f"{group}:" if group else study.document.front.question


def _note(study: Study, group: str, sections: Sequence[Section], hidden: frozenset[str]) -> Note:
    span = sections[0].span
    rows = [_row(each.title, hidden) for each in sections]
    return Note(
        document=study.document.front.key,
        kind="overview",
        name=fold(group) or "sections",
        body=Cloze((line(text(_title(study, group)), span), *numbered(rows, span))),
        context=context(study.topics, group, group, study.language) if group else "",
        section=group,
        source=text(""),
        span=span,
        score=90,
    )


def _row(title: str, hidden: frozenset[str]) -> Runs:
    carved = carve(text(title), 0, len(title), fold(title)) if title in hidden else None
    return carved or text(title)


def _hidden(study: Study, group: str, sections: Sequence[Section]) -> frozenset[str]:
    """The items that say something which neither the heading nor another item tells."""
    code = study.language
    told = (_title(study, group), *(each.title for each in sections))
    new = [each for each in told[1:] if fits(each, 1, MOST_WORDS) and _new(each, told, code)]
    if len(sections) <= SHORT:
        return frozenset(new)
    longest = sorted(new, key=lambda each: (-max(map(len, telling(each, code)), default=0), each))
    return frozenset(longest[:MOST_HOLES])


def _new(item: str, told: Sequence[str], code: str) -> bool:
    others = " ".join(each for each in told if each != item)
    if unspaced(item):
        return bare(item) not in bare(others)
    shown = telling(others, code)
    return any(not any(akin(word, each) for each in shown) for word in telling(item, code))
