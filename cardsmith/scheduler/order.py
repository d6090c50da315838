"""Learning order: of documents, so that related ones follow each other, and of their notes.

A document follows the earliest of its relatives, so the relations, circles and all, become trees
over the order of dates. A document that is added comes after all older ones, at the end of one
branch, and turns no other two around.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from cardsmith.model import Front, Kept, Studied

__all__ = ["documents", "notes"]

Natural: TypeAlias = tuple[int, int, str]

# what a document is about first, the question over all of it last
_RANKS: Final[Mapping[str, int]] = {"overview": 0, "term": 1, "acronym": 1, "explain": 3}
_MIDDLE: Final = 2
_DIGITS: Final = 18


def documents(studied: Iterable[Studied]) -> tuple[Studied, ...]:
    """Documents in learning order: old before new, each with its relatives behind it."""
    by_age = sorted(studied, key=lambda each: _age(each.front))
    children, roots = _trees([each.front for each in by_age])
    ordered: list[Studied] = []
    ahead = roots[::-1]
    while ahead:
        place = ahead.pop()
        ordered.append(by_age[place])
        ahead.extend(reversed(children[place]))
    return tuple(ordered)


def _age(front: Front) -> tuple[str, Natural, str]:
    # ids are given in batches of like documents, so they part a day's documents better than keys
    return front.date, _natural(front.id), front.key


def _natural(name: str) -> Natural:
    """Numbers by size, before all other names."""
    if name.isascii() and name.isdigit() and len(name) <= _DIGITS:
        return 0, int(name), ""
    return 1, 0, name


def _trees(fronts: Sequence[Front]) -> tuple[dict[int, list[int]], list[int]]:
    """The followers of each place and the places that follow none, both ascending."""
    near = _relatives(fronts)
    children: defaultdict[int, list[int]] = defaultdict(list)
    roots: list[int] = []
    for place in range(len(fronts)):
        parent = min(near[place], default=place)
        if parent < place:
            children[parent].append(place)
        else:
            roots.append(place)
    return children, roots


def _relatives(fronts: Sequence[Front]) -> dict[int, set[int]]:
    """Places that name each other's id, both ways; two documents may have one id."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, front in enumerate(fronts):
        places[front.id].append(place)
    near: defaultdict[int, set[int]] = defaultdict(set)
    for place, front in enumerate(fronts):
        for name in filter(None, front.related):
            for other in places.get(name, ()):
                near[place].add(other)
                near[other].add(place)
    return near


def notes(kept: Iterable[Kept]) -> tuple[Kept, ...]:
    """The notes of one document in learning order: what it is about, its terms, the text, all."""
    return tuple(sorted(kept, key=_rank))


def _rank(kept: Kept) -> tuple[int, int, int, str]:
    note = kept.note
    return _RANKS.get(note.kind, _MIDDLE), note.span.line, note.span.column, note.key
