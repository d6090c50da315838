"""What importing a note does to the one that a learner has: the rules of Anki's importer.

They are those of the options that its dialog starts with; see ``docs/updating.md``.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from cardsmith.packager.exports import HeldNote
from cardsmith.packager.notetypes import MODEL_IDS

__all__ = ["Coming", "Effect", "Fate", "as_first_made", "effect", "left", "newer", "releases"]

# the day's middle: the time of a note that never changed is that of its document's date
DAY: Final = 86_400
NOON: Final = DAY // 2
# so many notes that changed in one second were changed by a release
RELEASED: Final = 3
# what our decks tag notes with
OURS: Final = ("doc::", "kind::", "subject::", "tier::")
OUR_TYPES: Final = frozenset(MODEL_IDS.values())
# what an editor leaves in a field that was emptied
_NOTHING: Final = re.compile(r"(?:</?(?:br|div|p|span|b|i|u)\b[^>]*>|&nbsp;|\s)*")


class Fate(StrEnum):
    """What an import does with a note."""

    NEW = "new"
    UPDATED = "updated"
    SAME = "the same"
    KEPT = "kept"  # the learner has other words, and these decks no newer ones
    BLOCKED = "blocked"  # touched by the learner after the release: the new text does not arrive
    CONFLICTING = "conflicting"  # its note type was changed: nothing of it is imported
    LEFT = "left alone"  # in no deck any more


@dataclass(frozen=True, slots=True)
class Effect:
    """What happens to one note.

    ``text`` is what it asks. ``own_notes``, ``own_tags`` and ``own_text`` are what the learner
    wrote and an update replaces ("" or none for nothing). Whether a text is the learner's own is
    told by its time: where he touched the note in another way, it may be ours all the same.
    ``more`` and ``fewer`` are numbers of cards that come, and that are left without a question.
    """

    guid: str
    fate: Fate
    text: str
    own_notes: str = ""
    own_tags: tuple[str, ...] = ()
    own_text: bool = False
    more: int = 0
    fewer: int = 0

    @property
    def costs(self) -> bool:
        """Whether something of the learner's is replaced, or something new does not arrive."""
        replaced = bool(self.own_notes or self.own_tags or self.own_text)
        return replaced or self.fate in {Fate.BLOCKED, Fate.CONFLICTING}


@dataclass(frozen=True, slots=True)
class Coming:
    """A note of a deck, and the note type of the learner's that an import takes its type for.

    That is 0 where none of his fits any more, and new notes come with another one. ``had`` is the
    time of the newest change of the deck that the learner has as it came: what was changed up to
    then is not new to him.
    """

    note: HeldNote
    type: int
    had: int


def newer(one: Coming, other: Coming) -> Coming:
    """Of a note that two decks have, what is there after both, with the cards of both."""
    newest = other if other.note.modified > one.note.modified else one
    cards = {**one.note.cards, **other.note.cards}
    return replace(newest, note=replace(newest.note, cards=cards))


def releases(theirs: Iterable[HeldNote], coming: Mapping[str, Coming]) -> frozenset[int]:
    """The times at which releases changed notes: those in our decks, and those of many notes.

    A release takes a learner's tags and words away. So where a note has some, its time is that of
    a learner who changed many notes at once.
    """
    times: Counter[int] = Counter()
    own: set[int] = set()
    for note in theirs:
        times[note.modified] += 1
        if _own_tags(note) or _own_notes(note):
            own.add(note.modified)
    many = {time for time, count in times.items() if count >= RELEASED}
    return frozenset((many - own) | {each.note.modified for each in coming.values()})


def effect(coming: Coming, held: HeldNote | None, released: Set[int]) -> Effect:
    """What happens to a note that a learner has, or not; ``released`` are times of releases."""
    note = coming.note
    if held is None:
        return Effect(note.guid, Fate.NEW, _text(note), more=len(note.cards))
    if held.type != coming.type:
        return Effect(note.guid, Fate.CONFLICTING, _text(held))
    more = len(note.cards.keys() - held.cards.keys())
    if note.modified <= held.modified:
        return Effect(note.guid, _not_taken(coming, held), _text(held), more=more)
    return Effect(
        guid=note.guid,
        fate=Fate.UPDATED,
        text=_text(held),
        own_notes=_own_notes(held),
        own_tags=tuple(sorted(_own_tags(held) - note.tags)),
        own_text=_touched(held, released) and _content(note) != _content(held),
        more=more,
        fewer=len(held.cards.keys() - note.cards.keys()),
    )


def left(note: HeldNote) -> Effect:
    """What happens to a note that is in no deck: nothing."""
    return Effect(note.guid, Fate.LEFT, _text(note))


def as_first_made(time: int) -> bool:
    """Whether a time is that of a note that never changed: noon of its document's day."""
    return time % DAY == NOON


def _not_taken(coming: Coming, held: HeldNote) -> Fate:
    """What becomes of a note whose text the import does not take."""
    time = coming.note.modified
    if held.modified == time or _content(held) == _content(coming.note):
        return Fate.SAME
    return Fate.KEPT if time <= coming.had or as_first_made(time) else Fate.BLOCKED


def _touched(note: HeldNote, released: Set[int]) -> bool:
    """Whether a learner changed a note last: at a time that is no release's."""
    return note.modified not in released and not as_first_made(note.modified)


def _content(note: HeldNote) -> tuple[str, ...]:
    """Our fields of a note: all but the last, which is the learner's."""
    return note.fields[:-1]


def _own_notes(note: HeldNote) -> str:
    """What a learner wrote into the field that is his."""
    mine = note.fields[-1]
    return "" if _NOTHING.fullmatch(mine) else mine


def _own_tags(note: HeldNote) -> frozenset[str]:
    return frozenset([tag for tag in note.tags if not tag.startswith(OURS)])


def _text(note: HeldNote) -> str:
    """What a note asks: its second field, behind the ID."""
    return next(filter(None, note.fields[1:]), "")
