"""Cards that say what another card says, or ask as another asks and answer otherwise."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from cardsmith.cards.lint.seen import GAP, Card, Shape
from cardsmith.cards.lint.text import light

__all__ = ["Print", "alike", "ambiguous", "doubles", "fingerprint"]

ALIKE: Final = 0.9
_SHINGLE: Final = 3
_PIECE: Final = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?|(?<![^\W_])[-–−]|[+−*/\\=<>≤≥≠^_%$#&|~]")


@dataclass(frozen=True, slots=True)
class Print:
    """What is compared of a card: small, since a collection has hundreds of thousands.

    ``note`` and ``place`` name the card; ``asks`` and ``answers`` are digests of its folded front
    (with the topic line; ``bare`` without) and answer, ``shingles`` of three words in a row.
    """

    note: str
    place: int
    subjects: tuple[str, ...]
    asks: int
    bare: int
    answers: int
    shingles: frozenset[int]


def fingerprint(card: Card, place: int) -> Print:
    """A card as it is compared with others."""
    front, answer = _plain(card.front), _plain(card.answer)
    context = _plain(card.context)
    row = front + answer
    parts = (row[at : at + _SHINGLE] for at in range(max(len(row) - _SHINGLE + 1, 1)))
    return Print(
        note=card.note.key,
        place=place,
        subjects=tuple(subject.casefold() for subject in card.page.subjects),
        asks=_digest([*context, "|", *front]),
        bare=_digest(front),
        # an explanation is told in other words each time, and any is right
        answers=0 if card.shape is Shape.OPEN else _digest(sorted(answer)),
        shingles=frozenset(_digest(part) for part in parts),
    )


def _plain(text: str) -> list[str]:
    # signs tell (x, y) from (-x, y), and C from C++
    return [light(word.casefold()) for word in _PIECE.findall(text.replace(GAP, " gap "))]


def _digest(parts: Iterable[str]) -> int:
    return int.from_bytes(blake2b(" ".join(parts).encode(), digest_size=8).digest())


def ambiguous(prints: Sequence[Print]) -> Iterator[tuple[Print, Print]]:
    """Each card whose front another card of its subject has with another answer (rule R9)."""
    return _clashing(prints, lambda each: each.asks)


def alike(prints: Sequence[Print]) -> Iterator[tuple[Print, Print]]:
    """Each card that only its topic line tells from another of its subject."""
    return (
        (each, other)
        for each, other in _clashing(prints, lambda each: each.bare)
        if each.asks != other.asks
    )


def _clashing(
    prints: Sequence[Print], front: Callable[[Print], int]
) -> Iterator[tuple[Print, Print]]:
    groups: dict[tuple[str, int], list[Print]] = defaultdict(list)
    for each in prints:
        for subject in each.subjects:
            groups[subject, front(each)].append(each)
    told: set[tuple[str, int]] = set()
    for group in groups.values():
        for each in group:
            other = next((one for one in group if one.answers != each.answers), None)
            if other and (each.note, each.place) not in told:
                told.add((each.note, each.place))
                yield each, other


def doubles(prints: Sequence[Print]) -> Iterator[tuple[Print, Print]]:
    """Each card that says nearly what an earlier one of another note says (rule R21).

    Two sets of shingles that are alike share one of their rarest, so only these are looked up.
    """
    often = Counter(shingle for each in prints for shingle in each.shingles)
    seen: dict[int, list[Print]] = defaultdict(list)
    for each in prints:
        rare = sorted(each.shingles, key=lambda one: (often[one], one))
        kept = rare[: len(rare) - int(ALIKE * len(rare) + 0.999) + 1]
        near = (other for shingle in kept for other in seen[shingle])
        if twin := next((other for other in near if _alike(each, other)), None):
            yield each, twin
        for shingle in kept:
            seen[shingle].append(each)


def _alike(one: Print, other: Print) -> bool:
    # the list of the parts and the question for all of them are of one text on purpose
    if one.note == other.note or bool(one.answers) != bool(other.answers):
        return False
    both = len(one.shingles & other.shingles)
    return both >= ALIKE * (len(one.shingles) + len(other.shingles) - both)
