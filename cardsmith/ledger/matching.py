"""Which new note asks what an old one asked: a learner's history goes on only there.

A wrong match is worse than a lost one: a learner with five months of another fact is never told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from cardsmith.grammar import stems
from cardsmith.ledger.likeness import (
    ALIKE,
    LEAST,
    NEAR,
    akin,
    alike,
    differ_in_signs,
    heads_alike,
    holds,
    ratio,
    related,
)
from cardsmith.ledger.said import CLOZE, TERM
from cardsmith.ledger.spelling import bare

__all__ = ["Told", "elsewhere", "matched"]

# an answer of so many words is the body under a title, which may be reworded
_BODY: Final = 15
# measured on rewritten documents: bodies under one title are so alike
_BODIES: Final = 0.60
_MEANINGS: Final = 0.50
# sentences that begin alike and go on otherwise
_HALF: Final = 0.50


@dataclass(frozen=True, slots=True)
class Told:
    """A note as far as it is known again.

    ``type``, ``front`` and ``back`` are those of ``Said``. ``terms`` are the words that a cloze
    hides, folded, those that it ever hid for one on record. ``absent`` is 0 while a note is given.
    """

    key: str
    kind: str
    type: str
    front: str
    back: str
    terms: frozenset[str] = frozenset()
    absent: int = 0


class _Pair(NamedTuple):
    """An old and a new note, by how like they are; pairs sort as they are taken."""

    distance: float
    absent: bool
    old: str
    new: str


def matched(old: Iterable[Told], new: Iterable[Told]) -> dict[str, str]:
    """The old key of each new note of a document that asks the same, one to one.

    The likest pairs are taken first. Those that are only near are taken where neither note has a
    likelier partner.
    """
    pairs = sorted(_pairs(tuple(old), tuple(new)))
    best: dict[str, float] = {}
    for pair in pairs:
        for key in (f"old {pair.old}", f"new {pair.new}"):
            best.setdefault(key, pair.distance)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for pair in pairs:
        mutual = best[f"old {pair.old}"] == best[f"new {pair.new}"] == pair.distance
        sure = pair.distance <= 1 - ALIKE or mutual
        if sure and pair.new not in found and pair.old not in taken:
            found[pair.new] = pair.old
            taken.add(pair.old)
    return found


def _pairs(old: Sequence[Told], new: Sequence[Told]) -> Iterator[_Pair]:
    for known in old:
        for note in new:
            score = _likeness(known, note) if known.type == note.type else 0.0
            if score:
                yield _Pair(round(1 - score, 6), known.absent > 0, known.key, note.key)


def _likeness(old: Told, new: Told) -> float:
    """How surely two notes of one type ask the same, 0 for not at all."""
    if old.type == CLOZE:
        return _cloze(old, new) if old.kind == new.kind else 0.0
    if old.type == TERM:
        return _term(old, new)
    # the letters first: all else costs a hundred times as much
    letters = ratio(old.front, new.front)
    if letters < LEAST:
        return 0.0
    if _is_formula(old, new):
        return max(letters, NEAR)
    if not _same_answer(old.back, new.back):
        more = letters >= ALIKE and holds(old.back, new.back)
        return alike(old.front, new.front) if more else 0.0
    return alike(old.front, new.front)


def _is_formula(old: Told, new: Told) -> bool:
    """Whether two questions ask for one formula; then it tells what they ask for."""
    return "=" in old.back and bare(old.back) == bare(new.back)


def _cloze(old: Told, new: Told) -> float:
    if ratio(old.front, new.front) < _HALF:
        return 0.0
    shared = _hidden_in_both(old, new)
    if not shared:
        return 0.0
    head = stems(heads_alike(old.front, new.front))
    if head and any(set(term) <= set(head) for term in shared):
        return max(ratio(old.front, new.front), NEAR)
    return alike(old.front, new.front)


def _hidden_in_both(old: Told, new: Told) -> set[tuple[str, ...]]:
    return {*map(stems, old.terms)} & {*map(stems, new.terms)}


def _same_answer(old: str, new: str) -> bool:
    if akin(old, new):
        return True
    if differ_in_signs(old, new):
        return False
    body = min(len(old.split()), len(new.split())) >= _BODY
    return ratio(old, new) >= _BODIES if body else alike(old, new) > 0


def _term(old: Told, new: Told) -> float:
    """A term is the same where its words are; then its meaning may be put otherwise."""
    found = ratio(old.back, new.back)
    if not akin(old.front, new.front):
        return found if akin(old.back, new.back) and related(old.front, new.front) else 0.0
    return max(found, ALIKE) if found >= _MEANINGS else 0.0


Sign: TypeAlias = tuple[str, tuple[str, ...], tuple[str, ...]]


def elsewhere(old: Iterable[Told], new: Iterable[Told]) -> dict[str, str]:
    """The old key of each new note that asks the same word for word, in whatever document.

    So a document may be split, or merged with another. Of several alike, none is taken.
    """
    known: defaultdict[Sign, list[Told]] = defaultdict(list)
    for note in old:
        known[_sign(note)].append(note)
    now: defaultdict[Sign, list[Told]] = defaultdict(list)
    for note in new:
        now[_sign(note)].append(note)
    found: dict[str, str] = {}
    for sign in known.keys() & now.keys():
        if len(known[sign]) == len(now[sign]) == 1:
            (before,), (after,) = known[sign], now[sign]
            if before.type != CLOZE or _hidden_in_both(before, after):
                found[after.key] = before.key
    return found


def _sign(note: Told) -> Sign:
    # what is longer than a record holds tells only its beginning
    return note.type, stems(note.front), stems(note.back)
