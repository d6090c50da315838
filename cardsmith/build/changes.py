"""What a release changes for the learners of the one before."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from cardsmith.build.prepared import Prepared
from cardsmith.ledger import KnownNote, hidden
from cardsmith.model import Note
from cardsmith.scheduler import home, subjects_of

__all__ = ["Change", "Changes", "Fate", "Moved", "Text", "changes"]


class Fate(StrEnum):
    """What becomes of a note, as learners meet it."""

    NEW = "new"
    RETURNED = "returned"  # once gone; its history goes on
    REWORDED = "reworded"  # other words, the same history
    TOUCHED = "touched"  # its topic line, source, picture or tags
    RETIRED = "retired"  # an edit took it
    ABSENT = "absent"  # its document is not there
    LOST = "lost"  # its document is as it was: the tool or its settings took it


@dataclass(frozen=True, slots=True)
class Text:
    """A note in plain words: what it asks, and the answer ("" for a cloze)."""

    front: str
    back: str


@dataclass(frozen=True, slots=True)
class Change:
    """A note that a release changes.

    ``was`` is its key in the release before, where that was another one. ``before`` and ``after``
    are None where there is no such note. ``added`` and ``removed`` are terms that a cloze hides
    now, or hid: each is a card.
    """

    fate: Fate
    key: str
    guid: str
    was: str = ""
    before: Text | None = None
    after: Text | None = None
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """A document that came to another subject; its notes stay in the deck ``home``."""

    document: str
    home: str
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that a release changes, by key; ``kept`` notes are as they were.

    ``renamed`` are keys of documents as their files give them, by the key on record.
    """

    notes: tuple[Change, ...]
    moved: tuple[Moved, ...]
    renamed: Mapping[str, str]
    kept: int


def changes(ready: Prepared) -> Changes:
    """What a release changes."""
    told = tuple(sorted((*_made(ready), *_gone(ready)), key=lambda each: each.key))
    there = sum(not note.absent for note in ready.now.notes.values())
    made = sum(each.after is not None for each in told)
    renamed = {known: own for own, known in ready.found.renamed.items()}
    edited = frozenset(each.key.partition("/")[0] for each in told)
    moved = (each for each in _moved(ready) if each.document in edited)
    return Changes(told, tuple(moved), dict(sorted(renamed.items())), there - made)


def _made(ready: Prepared) -> Iterator[Change]:
    notes = {note.key: note for each in ready.found.documents for note in each.notes}
    for key, now in ready.now.notes.items():
        old = ready.before.notes.get(key)
        if now.absent:
            continue
        if old is None:
            yield Change(Fate.NEW, key, now.guid, after=_text(now))
        elif old.absent or old.modified != now.modified:
            yield _changed(old, now, ready, notes.get(key))


def _changed(old: KnownNote, now: KnownNote, ready: Prepared, note: Note | None) -> Change:
    # a card is a number, whatever form its term has now
    numbers = now.numbers
    shown = {numbers[term]: term for term in hidden(note)} if note else {}
    known = {number: term for term, number in old.numbers.items()}
    before, after = _text(old), _text(now)
    added = _only(shown, known)
    removed = _only(known, shown) if _hid_more(old, shown.keys() & known.keys()) else ()
    if old.absent:
        fate = Fate.RETURNED
    elif before != after or added or removed:
        fate = Fate.REWORDED
    else:
        fate = Fate.TOUCHED
    was = ready.found.rekeyed.get(now.key, "")
    return Change(fate, now.key, now.guid, was, before, after, added, removed)


def _only(terms: Mapping[int, str], others: Mapping[int, str]) -> tuple[str, ...]:
    """The terms whose numbers the others do not have."""
    return tuple(sorted(term for number, term in terms.items() if number not in others))


def _hid_more(old: KnownNote, still: Set[int]) -> bool:
    """Whether a note hid a term besides those that it still hides.

    Its numbers tell all terms that it ever hid; its marks are one for each card, one for the
    sentence.
    """
    return len(old.asks) - 1 > len(still)


def _gone(ready: Prepared) -> Iterator[Change]:
    fates = (
        (Fate.LOST, ready.gone.lost),
        (Fate.RETIRED, ready.gone.retired),
        (Fate.ABSENT, ready.gone.absent),
    )
    for fate, keys in fates:
        for key in keys:
            old = ready.before.notes[key]
            yield Change(fate, key, old.guid, before=_text(old))


def _text(note: KnownNote) -> Text:
    own = note.parts
    return Text(own.front, own.back)


def _moved(ready: Prepared) -> Iterator[Moved]:
    """Known documents outside of their home; when they come there, their notes have other tags."""
    known = ready.before.documents
    for each in ready.found.documents:
        named = subjects_of(each.front, ready.plan)
        there = home(each.front, ready.plan)
        if each.front.key in known and there not in named:
            yield Moved(each.front.key, there, named)
