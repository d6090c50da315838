"""The order of questions and options in each version: balanced, and another one for neighbours."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cardsmith.markup import flat
from cardsmith.model import Choice, Item, Runs, TrueFalse
from cardsmith.quiz.ranks import rank
from cardsmith.quiz.shapes import Look, shape

__all__ = ["arranged", "mark"]

_TRIES: Final = 200
_IN_A_ROW: Final = 3
# How bad is a run of one letter, a letter too many, and a neighbour's letter in the same place;
# the same question in the same place is only a pity.
_RUN: Final = 100
_FAULT: Final = 10
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")


def arranged(
    items: Sequence[Item], salt: str, others: Sequence[Sequence[Item]]
) -> tuple[Item, ...]:
    """The items of a part in the order of one version, with their options shuffled.

    ``others`` is the same part in the versions before. The best of some hundred draws is taken.
    """
    best: tuple[Item, ...] = ()
    least = -1
    for attempt in range(_TRIES):
        # letters of statements cannot always differ from all neighbours: every other draw lets them
        drawn = _drawn(items, f"{salt} {attempt}", others if attempt % 2 == 0 else ())
        faults = _faults(drawn, others)
        if least < 0 or faults < least:
            best, least = drawn, faults
        if least == 0:
            break
    return best


def mark(item: Item) -> str:
    """The letter that is marked, "" where an answer is written."""
    match item.body:
        case Choice(key=key):
            return chr(ord("A") + key)
        case TrueFalse(truth=truth):
            return "T" if truth else "F"
        case _:
            return ""


def _drawn(items: Sequence[Item], salt: str, others: Sequence[Sequence[Item]]) -> tuple[Item, ...]:
    left = sorted(items, key=lambda each: rank(salt, each.id))
    placed: list[Item] = []
    used: Counter[str] = Counter()
    for place in range(len(items)):
        avoid = frozenset({mark(other[place]) for other in others} | _run(placed))
        item = next((each for each in left if _fits(each, avoid)), left[0])
        left.remove(item)
        shuffled = _shuffled(item, salt, used, avoid)
        used[mark(shuffled)] += 1
        placed.append(shuffled)
    return tuple(placed)


def _run(placed: Sequence[Item]) -> set[str]:
    """The letter that the last questions all have, and that the next one should not."""
    marks = [mark(each) for each in placed[1 - _IN_A_ROW :]]
    return set(marks) if len(marks) == _IN_A_ROW - 1 and len(set(marks)) == 1 else set()


def _fits(item: Item, avoid: frozenset[str]) -> bool:
    """Whether an item may get a letter beside those; a statement has its own and no other."""
    return isinstance(item.body, Choice) or mark(item) == "" or mark(item) not in avoid


def _shuffled(item: Item, salt: str, used: Counter[str], avoid: frozenset[str]) -> Item:
    """An item with its options in another order, the right one in the place used least."""
    body = item.body
    if not isinstance(body, Choice):
        return item
    if numbers := _ascending(body):
        return replace(item, body=numbers)

    def cost(place: int) -> tuple[bool, int, int]:
        letter = chr(ord("A") + place)
        return letter in avoid, used[letter], rank(salt, item.id, letter)

    place = min(range(len(body.options)), key=cost)
    wrong = [option for at, option in enumerate(body.options) if at != body.key]
    wrong.sort(key=lambda option: rank(salt, item.id, flat(option)))
    options = (*wrong[:place], body.options[body.key], *wrong[place:])
    return replace(item, body=Choice(body.stem, options, place))


def _ascending(body: Choice) -> Choice | None:
    """A choice among numbers, from the smallest to the largest (rule W24)."""
    if any(shape(flat(option)).look is not Look.NUMBER for option in body.options):
        return None
    options = tuple(sorted(body.options, key=_value))
    return Choice(body.stem, options, options.index(body.options[body.key]))


def _value(option: Runs) -> tuple[float, str]:
    text = flat(option)
    found = _NUMBER.search(text)
    return (float(found.group().replace(",", "")) if found else 0.0, text)


def _faults(items: Sequence[Item], others: Sequence[Sequence[Item]]) -> int:
    marks = [mark(item) for item in items]
    beside = sum(
        mark(other) == own != "" for row in others for own, other in zip(marks, row, strict=True)
    )
    runs = sum(
        len(set(marks[at : at + _IN_A_ROW])) == 1 and marks[at] != ""
        for at in range(len(marks) - _IN_A_ROW + 1)
    )
    same = sum(
        item.id == other.id for row in others for item, other in zip(items, row, strict=True)
    )
    faults = _RUN * runs + _FAULT * (beside + _imbalance(items))
    return faults + (same if len(items) > 1 else 0)


def _imbalance(items: Sequence[Item]) -> int:
    """By how much the letters differ in number, beyond one; letters few could have count less."""
    keyed = [item for item in items if isinstance(item.body, Choice)]
    room = [len(item.body.options) for item in keyed if isinstance(item.body, Choice)]
    used = Counter(mark(item) for item in keyed)
    counts = []
    for place in range(max(room, default=0)):
        possible = sum(place < options for options in room)
        fair = len(keyed) // max(room)
        letter = used[chr(ord("A") + place)]
        counts.append(max(letter, fair) if possible <= fair else letter)
    return max(max(counts) - min(counts) - 1, 0) if counts else 0
