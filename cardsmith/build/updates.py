"""What learners of an earlier release need: the notes that changed, and those that are given up."""

from collections.abc import Iterator
from dataclasses import dataclass

from cardsmith.build.prepared import Packed, Prepared
from cardsmith.build.request import Request, Vanished
from cardsmith.build.staging import UPDATES
from cardsmith.ledger import Record, Tomb, latest, modified, released, retired, tombs, waiting
from cardsmith.packager import Release, tombstone
from cardsmith.scheduler import deck_name, empty

__all__ = ["Update", "packed", "update"]


@dataclass(frozen=True, slots=True)
class Update:
    """An update against the releases up to a time.

    ``record`` is the one to keep: notes that are given up are marked, ``retired`` of them now;
    ``waiting`` may come back. ``changed`` are GUIDs; they and ``tombs`` are none where no update is
    written.
    """

    record: Record
    retired: int
    waiting: int
    changed: frozenset[str]
    tombs: tuple[Tomb, ...]


def update(ready: Prepared, request: Request) -> Update:
    """What an update brings to the learners of earlier releases."""
    record = ready.now
    gone = left = len(waiting(record))
    if request.vanished is Vanished.RETIRE:
        record = retired(record, request.release)
        left = len(waiting(record))
    if not any(f".{name}" in UPDATES for name in request.formats):
        return Update(record, gone - left, left, frozenset(), ())
    after = max(latest(record) - 1, 0) if request.since is None else request.since
    changed = released(record, after)
    return Update(record, gone - left, left, changed, tuple(tombs(record, after)))


def packed(ready: Prepared, found: Update) -> Iterator[tuple[Packed, Release]]:
    """The decks, each with what it is released with; those that have nothing but tombstones last.

    A deck of which nothing is left still takes its cards back.
    """
    times = modified(found.record)
    rest: dict[str, list[Tomb]] = {}
    for tomb in found.tombs:
        rest.setdefault(tomb.home, []).append(tomb)
    names = {deck_name(home, ready.plan): home for home in rest}

    def release(deck: str) -> Release:
        own = rest.pop(names[deck], ()) if deck in names else ()
        return Release(ready.shows, times, found.changed, tuple(map(tombstone, own)))

    for each in ready.packed:
        yield each, release(each.deck.name)
    for home in sorted(rest):
        deck = empty(home, ready.plan)
        yield Packed(deck, ()), release(deck.name)
