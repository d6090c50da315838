"""Which new note asks what an old one asked: a learner's history goes on only there.

A wrong match is worse than a lost one: a learner with five months of another fact is never told.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain, product
from typing import Final, NamedTuple, TypeAlias

from cardsmith.grammar import stems
from cardsmith.ledger.formulas import Asked, asked_of, is_one, same_formula
from cardsmith.ledger.likeness import (
    ALIKE,
    NEAR,
    akin,
    alike,
    beginning,
    differ_in_signs,
    holds,
    ratio,
    related,
)
from cardsmith.ledger.said import CLOZE, TERM
from cardsmith.ledger.spelling import bare, operators
from cardsmith.ledger.telling import shared, told

__all__ = ["Told", "elsewhere", "matched"]

# an answer of so many words is the body under a title, which may be reworded
_BODY: Final = 15
# measured on rewritten documents: bodies under one title are so alike
_BODIES: Final = 0.60
_MEANINGS: Final = 0.50
# words of a question that stands
_SAME_QUESTION: Final = 0.75
# questions for one formula
_ASKED: Final = 0.60
# formulas of one quantity, and of two
_FORMULAS: Final = 0.75
# sentences that begin alike and go on otherwise
_HALF: Final = 0.50


# so many pairs are looked at one by one; of more, those that share some of their rarest words
_ALL: Final = 40_000
_RAREST: Final = 5

Signature: TypeAlias = tuple[str, ...]


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
    for known, note in _candidates(old, new):
        score = _likeness(known, note) if known.type == note.type else 0.0
        if score:
            yield _Pair(round(1 - score, 6), known.absent > 0, known.key, note.key)


def _candidates(old: Sequence[Told], new: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    if len(old) * len(new) <= _ALL:
        yield from product(old, new)
        return
    known, now = ([frozenset(stems(note.front)) for note in notes] for notes in (old, new))
    often, often_now = Counter(chain(*known)), Counter(chain(*now))
    common = {each: often[each] + often_now[each] for each in often.keys() & often_now.keys()}
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(known):
        for rare in _rarest(each, common):
            holders[rare].append(at)
    for note, each in zip(new, now, strict=True):
        near = dict.fromkeys(at for rare in _rarest(each, common) for at in holders[rare])
        yield from ((old[at], note) for at in near)


def _rarest(found: frozenset[str], common: Mapping[str, int]) -> list[str]:
    """The words of a note that the fewest notes share, where both old and new ones do."""
    return nsmallest(_RAREST, found & common.keys(), key=lambda each: (common[each], each))


def _likeness(old: Told, new: Told) -> float:
    """How surely two notes of one type ask the same, 0 for not at all."""
    if old.type == CLOZE:
        return _cloze(old, new) if old.kind == new.kind else 0.0
    return _term(old, new) if old.type == TERM else _question(old, new)


def _cloze(old: Told, new: Told) -> float:
    # the letters first: all else costs a hundred times as much
    letters = ratio(old.front, new.front)
    if letters < _HALF:
        return 0.0
    terms = _hidden_in_both(old, new)
    if not terms:
        return 0.0
    if found := alike(old.front, new.front):
        return found
    begun = beginning(old.front, new.front)
    held = any(told(term) and begun.issuperset(told(term)) for term in terms)
    return max(letters, NEAR) if held else 0.0


def _question(old: Told, new: Told) -> float:
    letters = ratio(old.front, new.front)
    if letters >= _ASKED and same_formula(old.back, new.back):
        return max(letters, NEAR)
    if letters < NEAR:
        return 0.0
    if not (_same_answer(old.back, new.back) or holds(old.back, new.back)):
        return 0.0
    known, asked = asked_of(old.front), asked_of(new.front)
    if known and asked:
        return _symbol(known, asked)
    if letters >= ALIKE or akin(old.back, new.back) or _is_same_question(old, new):
        return alike(old.front, new.front)
    return 0.0


def _is_same_question(old: Told, new: Told) -> bool:
    """Whether the question stands, so that the answer may be put otherwise."""
    return shared(old.front, new.front) >= _SAME_QUESTION


def _symbol(old: Asked, new: Asked) -> float:
    """How like two formulas are of which one symbol is asked for, 0 for different ones."""
    if not is_one(old.symbol, new.symbol):
        return 0.0
    if same_formula(old.formula, new.formula):
        return 1.0
    letters = ratio(old.formula, new.formula)
    return letters if letters >= _FORMULAS else 0.0


def _hidden_in_both(old: Told, new: Told) -> list[str]:
    """The terms of the new one that the old one hides, in whatever form."""
    known = {*map(_form, old.terms)}
    return [term for term in new.terms if _form(term) in known]


def _form(term: str) -> Signature:
    # a symbol has no stem
    return stems(term) or (bare(term),)


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


def elsewhere(old: Iterable[Told], new: Iterable[Told]) -> dict[str, str]:
    """The old key of each new note that asks the same word for word, in whatever document.

    So a document may be split, or merged with another. Of several alike, none is taken.
    """
    before, after = tuple(old), tuple(new)
    found = _alone(before, after, _words)
    taken = frozenset(found.values())
    rest = [note for note in before if note.key not in taken]
    return found | _alone(rest, [note for note in after if note.key not in found], _sign)


def _alone(
    old: Iterable[Told], new: Iterable[Told], sign: Callable[[Told], Signature]
) -> dict[str, str]:
    """The old key of each new note where one note of each has a sign."""
    known = _by(old, sign)
    found: dict[str, str] = {}
    for key, notes in _by(new, sign).items():
        if len(notes) == len(known.get(key, ())) == 1:
            (before,), (after,) = known[key], notes
            if before.type != CLOZE or _hidden_in_both(before, after):
                found[after.key] = before.key
    return found


def _by(notes: Iterable[Told], sign: Callable[[Told], Signature]) -> dict[Signature, list[Told]]:
    found: defaultdict[Signature, list[Told]] = defaultdict(list)
    for note in notes:
        found[sign(note)].append(note)
    return found


def _words(note: Told) -> Signature:
    return note.type, note.front, note.back


def _sign(note: Told) -> Signature:
    """What a note says, in whatever forms; what is longer than a record holds, in its beginning."""
    text = f"{note.front} = {note.back}"
    return note.type, *stems(note.front), "=", *stems(note.back), *operators(text)
