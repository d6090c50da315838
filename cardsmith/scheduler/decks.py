"""Decks from the notes of all documents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from cardsmith.ledger import fold_subject, slugs
from cardsmith.model import Deck, Placed, Studied
from cardsmith.scheduler.description import description
from cardsmith.scheduler.order import documents, notes
from cardsmith.scheduler.plan import Plan, deck_name, home, subjects_of
from cardsmith.scheduler.tags import of_document, of_note

__all__ = ["empty", "schedule"]

# Anki's database check cuts positions from 1,000,000 on
_LAST: Final = 999_999
# steps, not a quotient: one note more must not move the others
_GAPS: Final = (100, 50, 20, 10)


def schedule(studied: Iterable[Studied], plan: Plan) -> tuple[Deck, ...]:
    """The decks of a build, by subject; a document without notes is in none."""
    by_home: defaultdict[str, list[Studied]] = defaultdict(list)
    for each in studied:
        if each.notes:
            by_home[home(each.front, plan)].append(each)
    names = slugs({*plan.shown.values(), *plan.homes.values()})
    return tuple(
        _deck(subject, documents(by_home[subject]), plan, names)
        for subject in sorted(by_home, key=lambda name: (fold_subject(name), name))
    )


def empty(subject: str, plan: Plan) -> Deck:
    """The deck of a subject without notes."""
    names = slugs({*plan.shown.values(), *plan.homes.values()})
    return _deck(subject, (), plan, names)


def _deck(subject: str, studied: Sequence[Studied], plan: Plan, names: Mapping[str, str]) -> Deck:
    return Deck(
        name=deck_name(subject, plan),
        slug=names[subject],
        notes=tuple(_placed(studied, plan, names)),
        preset=plan.preset,
        description=description(subject, studied, plan.build),
    )


def _placed(studied: Sequence[Studied], plan: Plan, names: Mapping[str, str]) -> Iterator[Placed]:
    gap = _gap(sum(len(each.notes) for each in studied))
    due = 0
    for each in studied:
        marks = [names[subject] for subject in subjects_of(each.front, plan)]
        shared = of_document(each.front, marks)
        for kept in notes(each.notes):
            due = min(due + gap, _LAST)
            yield Placed(kept, each.front, due, of_note(kept.note, shared))


def _gap(count: int) -> int:
    """Room between neighbours for notes to come, as much as fits below a million."""
    return next((gap for gap in _GAPS if gap * count <= _LAST), 1)
