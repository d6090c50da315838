"""Which questions get onto a sheet: by rank, spread over documents, so many of each kind.

A rank depends on the seed and the item alone, so documents that are added or changed leave most
picks where they were.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from cardsmith.model import Item, TrueFalse
from cardsmith.quiz.independence import clash
from cardsmith.quiz.ranks import rank

__all__ = ["apportioned", "sample"]

# What one kind lacks is asked of the others, whose questions may clash with those chosen before.
_ROUNDS: Final = 12
# rule Q18: at most seven true statements to three false ones, or the other way round
_STATEMENTS: Final = "true-false"
_TRUE: Final = f"{_STATEMENTS}/true"
_FALSE: Final = f"{_STATEMENTS}/false"
_MANY: Final = 7
_FEW: Final = 3


def sample(
    pool: Iterable[Item], shares: Mapping[str, int], count: int, seed: int
) -> tuple[Item, ...]:
    """So many items, or fewer where the pool is dry; a kind that is dry is filled from others."""
    row = _ordered(pool, seed)
    wanted = _slots(apportioned(shares, count), seed)
    dry: set[str] = set()
    best: tuple[Item, ...] = ()
    for _ in range(_ROUNDS):
        chosen = _balanced(_taken(row, wanted))
        if len(chosen) > len(best):
            best = chosen
        got = Counter(_slot(item) for item in chosen)
        dry |= {slot for slot in wanted if got[slot] < wanted[slot]}
        open_kinds = {kind: share for kind, share in shares.items() if kind in wanted.keys() - dry}
        if len(best) == count or not open_kinds:
            break
        wanted |= {slot: got[slot] for slot in wanted if slot in {*dry, _TRUE, _FALSE}}
        _keep_balance(wanted)
        rest = count - sum(wanted[slot] for slot in wanted if slot not in open_kinds)
        wanted |= apportioned(open_kinds, rest)
    return best


def apportioned(shares: Mapping[str, int], count: int) -> dict[str, int]:
    """``count`` in the proportion of shares, by largest remainders."""
    whole = sum(shares.values())
    if not whole:
        return dict.fromkeys(shares, 0)
    given = {kind: count * share // whole for kind, share in shares.items()}
    rest = sorted(shares, key=lambda kind: (-(count * shares[kind] % whole), kind))
    for kind in rest[: count - sum(given.values())]:
        given[kind] += 1
    return given


def _ordered(pool: Iterable[Item], seed: int) -> Sequence[Item]:
    """By rank, the first of every document before the second of any."""
    ranked = sorted(pool, key=lambda item: (rank(seed, item.id), item.note, item.kind))
    seen: Counter[str] = Counter()
    places: list[tuple[int, int, Item]] = []
    for place, item in enumerate(ranked):
        places.append((seen[item.front.key], place, item))
        seen[item.front.key] += 1
    return [item for _, _, item in sorted(places, key=lambda each: each[:2])]


def _slot(item: Item) -> str:
    """What an item counts as: its kind; true and false statements are counted apart."""
    if isinstance(item.body, TrueFalse):
        return _TRUE if item.body.truth else _FALSE
    return item.kind


def _slots(wanted: Mapping[str, int], seed: int) -> dict[str, int]:
    slots: dict[str, int] = {}
    for kind, count in wanted.items():
        if kind == _STATEMENTS:
            more = count // 2 + (count % 2) * (rank(seed, kind) % 2)
            slots |= {_TRUE: more, _FALSE: count - more}
        else:
            slots[kind] = count
    return slots


def _keep_balance(wanted: dict[str, int]) -> None:
    if _TRUE in wanted or _FALSE in wanted:
        for one, other in ((_TRUE, _FALSE), (_FALSE, _TRUE)):
            wanted[one] = min(wanted.get(one, 0), wanted.get(other, 0) * _MANY // _FEW)


def _balanced(chosen: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items without the last statements of those that are too many (rule Q18)."""
    left = Counter(_slot(item) for item in chosen)
    _keep_balance(left)
    kept: list[Item] = []
    for item in chosen:
        if left[_slot(item)] > 0:
            left[_slot(item)] -= 1
            kept.append(item)
    return tuple(kept)


def _taken(row: Iterable[Item], wanted: Mapping[str, int]) -> tuple[Item, ...]:
    left = dict(wanted)
    chosen: list[Item] = []
    for item in row:
        if not any(left.values()):
            break
        slot = _slot(item)
        if left.get(slot, 0) > 0 and not any(clash(item, other) for other in chosen):
            chosen.append(item)
            left[slot] -= 1
    return tuple(chosen)
