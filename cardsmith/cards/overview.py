"""What belongs to it: the sections of an answer as a list, one item hidden a card."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from cardsmith.cards.commonness import band
from cardsmith.cards.pages import line, numbered, text
from cardsmith.cards.study import Study
from cardsmith.cards.topic import context
from cardsmith.cards.wording import heading
from cardsmith.grammar import content, count, families
from cardsmith.markup import carve, fold
from cardsmith.model import Cloze, Nature, Note, Rejection, Runs, Section

__all__ = ["make"]

# rule R11: fewer are no list, more are no card
FEWEST: Final = 3
MOST: Final = 8
MOST_HOLES: Final = 7
MOST_WORDS: Final = 5
# the rarest word of an item worth recalling stands in fewer than one document of 32
TELLING: Final = 5
FEWEST_HOLES: Final = 2


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each group of named sections; a group without a heading is the document's."""
    sections = study.document.answer.sections
    for group, members in groupby(sections, key=lambda section: section.group):
        listed = tuple(members)
        named = [each for each in listed if each.nature is Nature.NAMED]
        # a list with a generic part in its middle is not a list of one kind of thing
        if len(named) < FEWEST or len(named) < len(listed) - 1:
            continue
        if len(named) > MOST:
            yield Rejection(
                study.document.front.key, "overview", "long-list", group, listed[0].span
            )
        else:
            yield from _note(study, group, named)


def _note(study: Study, group: str, sections: Sequence[Section]) -> Iterator[Note | Rejection]:
    title = _title(study, group)
    rows = list(_rows(title, sections))
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


def _title(study: Study, group: str) -> str:
    return f"{group}:" if group else heading(study.document.front.question)


def _rows(title: str, sections: Sequence[Section]) -> Iterator[tuple[Runs, bool]]:
    """The titles, each with its hole, and whether it has one: everyday words stay in sight."""
    told = families(title)
    holes = 0
    for section in sections:
        shown = section.title
        hides = (
            _new(shown, told)
            and holes < MOST_HOLES
            and count(shown) <= MOST_WORDS
            and _tells(shown)
        )
        holes += hides
        carved = carve(text(shown), 0, len(shown), fold(shown)) if hides else None
        yield carved or text(shown), hides


def _new(title: str, told: frozenset[str]) -> bool:
    """Whether a title says what the heading does not: "Taxation" is told by "tax policy"."""
    return any(
        not any(own.startswith(each) or each.startswith(own) for each in told)
        for own in families(title)
    )


def _tells(title: str) -> bool:
    return max((band(word) for word in content(title)), default=0) >= TELLING
