"""What importing decks does to a learner's collection, told before it is done.

The rules are those of Anki's importer with the options that its dialog starts with; see
``docs/updating.md``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from cardsmith.build import sources
from cardsmith.diagnostics import CardsmithError
from cardsmith.packager.exports import Export, HeldNote, NoteType, read
from cardsmith.packager.notetypes import FIELDS, MODEL_IDS

__all__ = ["Effect", "Fate", "Impact", "Renamed", "impact", "load", "packages"]

LARGEST: Final = 2_000_000_000
# the day's middle: the time of a note that never changed is that of its document's date
DAY: Final = 86_400
NOON: Final = DAY // 2
# so many notes that changed in one second were changed by a release
RELEASED: Final = 3
# what our decks tag notes with
OURS: Final = ("doc::", "kind::", "subject::", "tier::")


class Fate(StrEnum):
    """What an import does with a note."""

    NEW = "new"
    UPDATED = "updated"
    SAME = "the same"
    BLOCKED = "blocked"  # touched by the learner after the release: the new text does not arrive
    CONFLICTING = "conflicting"  # its note type was changed: nothing of it is imported
    LEFT = "left alone"  # in no deck any more


@dataclass(frozen=True, slots=True)
class Effect:
    """What happens to one note.

    ``text`` is what it asks. ``own_notes``, ``own_tags`` and ``own_text`` are what the learner
    wrote and an update replaces ("" or none for nothing; its time tells whether a text is his own).
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
        lost = bool(self.own_notes or self.own_tags or self.own_text)
        return lost or self.fate in {Fate.BLOCKED, Fate.CONFLICTING}


@dataclass(frozen=True, slots=True)
class Renamed:
    """A deck whose cards the learner has under another name: new cards come under the old one."""

    deck: str
    now: str
    cards: int


@dataclass(frozen=True, slots=True)
class Impact:
    """All that an import does, note by note; ``reviews`` are answers that all stay."""

    effects: tuple[Effect, ...]
    renamed: tuple[Renamed, ...]
    reviews: int

    def count(self, fate: Fate) -> int:
        """How many notes have a fate."""
        return sum(each.fate is fate for each in self.effects)


def load(path: Path) -> Export:
    """A package or an export.

    Raises:
        CardsmithError: it cannot be read, with what to do.
    """
    shown = sources.shown(path)
    try:
        if path.stat().st_size > LARGEST:
            raise CardsmithError(f"{shown}: is too large to be read")
        content = path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise CardsmithError(f"{shown}: cannot be read ({reason})") from None
    return read(shown, content)


def impact(learner: Export, decks: Sequence[Export]) -> Impact:
    """What importing the decks, one after the other, does to the learner's notes."""
    theirs = _ours(learner)
    released = _released(theirs)
    told: dict[str, Effect] = {}
    for deck in decks:
        kept = frozenset(kind.id for kind in deck.types.values() if _fits(kind, learner.types))
        for guid, note in deck.notes.items():
            if guid not in told:
                told[guid] = _effect(note, learner.notes.get(guid), kept, released)
    left = (note for guid, note in theirs.items() if guid not in told)
    for note in left:
        told[note.guid] = Effect(note.guid, Fate.LEFT, _text(note))
    return Impact(
        effects=tuple(sorted(told.values(), key=lambda each: each.guid)),
        renamed=tuple(each for deck in decks for each in _renamed(deck, learner, theirs)),
        reviews=sum(card.reviews for note in theirs.values() for card in note.cards.values()),
    )


def _ours(learner: Export) -> dict[str, HeldNote]:
    """The learner's notes that came from our decks, also where Anki made a second note type."""
    types = {
        kind.id
        for kind in learner.types.values()
        if kind.id in MODEL_IDS.values() or kind.name.startswith(tuple(FIELDS))
    }
    return {guid: note for guid, note in learner.notes.items() if note.type in types}


def _fits(ours: NoteType, types: Mapping[int, NoteType]) -> bool:
    """Whether Anki takes a note type for the learner's own: parts in order, by id or by name."""
    theirs = types.get(ours.id)
    return theirs is None or (
        _alike(ours.fields, theirs.fields) and _alike(ours.templates, theirs.templates)
    )


def _alike(
    ours: Sequence[tuple[int | None, str]], theirs: Sequence[tuple[int | None, str]]
) -> bool:
    return len(ours) == len(theirs) and all(
        one[0] == other[0] if one[0] is not None and other[0] is not None else one[1] == other[1]
        for one, other in zip(ours, theirs, strict=True)
    )


def _released(theirs: Mapping[str, HeldNote]) -> frozenset[int]:
    """The times at which releases changed notes: many notes have them."""
    times = Counter(note.modified for note in theirs.values())
    return frozenset(time for time, count in times.items() if count >= RELEASED)


def _effect(
    note: HeldNote, held: HeldNote | None, kept: frozenset[int], released: frozenset[int]
) -> Effect:
    """What happens to a note; ``kept`` are note types that are still one with the learner's."""
    if held is None:
        return Effect(note.guid, Fate.NEW, _text(note), more=len(note.cards))
    if note.type not in kept or held.type != note.type:
        return Effect(note.guid, Fate.CONFLICTING, _text(held))
    more = len(note.cards.keys() - held.cards.keys())
    if note.modified <= held.modified:
        differs = note.modified < held.modified and _content(note) != _content(held)
        fate = Fate.BLOCKED if differs else Fate.SAME
        return Effect(note.guid, fate, _text(held), more=more)
    return Effect(
        guid=note.guid,
        fate=Fate.UPDATED,
        text=_text(held),
        own_notes=held.fields[-1] if held.fields[-1] != note.fields[-1] else "",
        own_tags=tuple(sorted(tag for tag in held.tags - note.tags if not tag.startswith(OURS))),
        own_text=_touched(held, released) and _content(note) != _content(held),
        more=more,
        fewer=len(held.cards.keys() - note.cards.keys()),
    )


def _content(note: HeldNote) -> tuple[str, ...]:
    """Our fields of a note: all but the last, which is the learner's."""
    return note.fields[:-1]


def _touched(note: HeldNote, released: frozenset[int]) -> bool:
    """Whether a learner changed a note last: at a time that is no release's."""
    return note.modified not in released and note.modified % DAY != NOON


def _text(note: HeldNote) -> str:
    """What a note asks: its second field, behind the ID."""
    return next(filter(None, note.fields[1:]), "")


def _renamed(deck: Export, learner: Export, theirs: Mapping[str, HeldNote]) -> Iterator[Renamed]:
    """The decks of a package that the learner does not have by that name any more."""
    for name in sorted({card.deck for note in deck.notes.values() for card in note.cards.values()}):
        if name in learner.decks:
            continue
        held = (theirs[guid] for guid in deck.notes.keys() & theirs.keys())
        where = Counter(card.deck for note in held for card in note.cards.values())
        if where:
            now, count = min(where.items(), key=lambda each: (-each[1], each[0]))
            yield Renamed(name, now, count)


def packages(out: Path) -> Iterable[Path]:
    """The decks of a build, without its updates."""
    return (path for path in sorted(out.glob("*.apkg")) if not path.name.endswith(".update.apkg"))
