"""What belongs to it: the sections of an answer as a list, one item hidden a card."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from cardsmith.cards.commonness import RARE, band
from cardsmith.cards.leaks import parted
from cardsmith.cards.pages import line, numbered, text
from cardsmith.cards.questions.genus import genus
from cardsmith.cards.questions.wording import heading
from cardsmith.cards.study import Study
from cardsmith.cards.topic import context
from cardsmith.grammar import content, count
from cardsmith.markup import carve, fold
from cardsmith.model import Cloze, Nature, Note, Rejection, Runs, Section

__all__ = ["make"]

# rule R11: fewer are no list, more are no card
FEWEST: Final = 3
MOST: Final = 8
# a learner recalls five of a list, but four of a longer one among the others
SHORT: Final = 5
MOST_HOLES: Final = 4
MOST_WORDS: Final = 5
# the rarest word of an item worth recalling stands in fewer than one document of 32
TELLING: Final = 5
FEWEST_HOLES: Final = 2
_SECOND: Final = re.compile(
    r",? and (?:how|what|why|their|its|when|where|which|who|can|do|does)\b.*", re.IGNORECASE
)
_NEWS: Final = re.compile(r"\b(?:latest|recent|current)\b", re.IGNORECASE)
_COMPARES: Final = re.compile(r"\b(?:differ|differen|compar|contrast)\w*", re.IGNORECASE)


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each group of named sections; a group without a heading is the document's."""
    sections = study.document.answer.sections
    for group, members in groupby(sections, key=lambda section: section.group):
        listed = tuple(members)
        named = [each for each in listed if each.nature is Nature.NAMED]
        # a list with a generic part in its middle is not a list of one kind of thing
        if len(named) < FEWEST or len(named) < len(listed) - 1:
            continue
        if len(listed) > MOST:
            yield Rejection(
                study.document.front.key, "overview", "long-list", group, listed[0].span
            )
        else:
            yield from _note(study, group, listed)


def _note(study: Study, group: str, sections: Sequence[Section]) -> Iterator[Note | Rejection]:
    if not _a_set(study, group, sections):
        key = study.document.front.key
        yield Rejection(key, "overview", "no-genus", group or "sections", sections[0].span)
        return
    title = _title(study, group)
    rows = list(_rows(title, sections, study.named))
    span = sections[0].span
    if sum(1 for _, hidden in rows if hidden) < FEWEST_HOLES:
        yield Rejection(study.document.front.key, "overview", "few-blanks", title, span)
        return
    yield Note(
        document=study.document.front.key,
        kind="overview",
        name=fold(group) or "sections",
        body=Cloze((line(text(title), span), *numbered((runs for runs, _ in rows), span))),
        context=context(study.topics, group) if group else "",
        section=group,
        source=text(""),
        span=span,
        score=90,
    )


def _a_set(study: Study, group: str, sections: Sequence[Section]) -> bool:
    """Whether the parts are a set that its heading names, or most of them have rare names.

    Nobody can tell "Scalability Insight" from "Performance Optimization" in a row of such.
    """
    asked = group or study.document.front.question
    if _NEWS.search(asked):
        return False
    if genus(asked) is not None:
        return True
    if not group and _COMPARES.search(study.document.front.question):
        return False
    keywords = {fold(keyword) for keyword in study.document.front.keywords}
    known = [
        each for each in sections if fold(each.title) in keywords or _rarest(each.title) >= RARE
    ]
    return 2 * len(known) > len(sections)


def _title(study: Study, group: str) -> str:
    return f"{group}:" if group else heading(_first_part(study.document.front.question))


def _first_part(question: str) -> str:
    """A question without a second one that the list does not answer: "…, and their charges"."""
    second = _SECOND.search(question)
    cut = second is not None and genus(question) is not None
    return f"{question[: second.start()]}?" if second and cut else question


def _rows(
    title: str, sections: Sequence[Section], topic: frozenset[str]
) -> Iterator[tuple[Runs, bool]]:
    """The titles, each with its hole, and whether it has one: everyday words stay in sight."""
    shown = [section.title for section in sections]
    named = [section.title for section in sections if section.nature is Nature.NAMED]
    hidden = _hidden(title, shown, topic) & frozenset(named)
    for each in shown:
        carved = carve(text(each), 0, len(each), fold(each)) if each in hidden else None
        yield carved or text(each), each in hidden


def _hidden(title: str, shown: Sequence[str], topic: frozenset[str]) -> frozenset[str]:
    """The items worth recalling: all of a short list, the most telling ones of a long one."""
    worth = [
        each for each in shown if count(each) <= MOST_WORDS and _new(each, title, shown, topic)
    ]
    telling = [each for each in worth if _rarest(each) >= TELLING]
    most = len(shown) if len(shown) <= SHORT else MOST_HOLES
    return frozenset(sorted(telling, key=lambda each: (-_rarest(each), shown.index(each)))[:most])


def _new(item: str, title: str, shown: Sequence[str], topic: frozenset[str]) -> bool:
    """R5: whether a card for an item shows no word of it, those of the topic excepted.

    "Taxation" is told by "tax policy".
    """
    told = parted(" ".join([title, *(each for each in shown if each != item)])) - topic
    own = parted(item) - topic
    return bool(own) and not any(
        word.startswith(each) or each.startswith(word) for word in own for each in told
    )


def _rarest(title: str) -> int:
    return max((band(word) for word in content(title)), default=0)
