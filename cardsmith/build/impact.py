"""What importing decks does to a learner's collection, told before it is done."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from unicodedata import normalize

from cardsmith.build import sources
from cardsmith.build.fates import (
    OUR_TYPES,
    Coming,
    Effect,
    Fate,
    as_first_made,
    effect,
    left,
    newer,
    releases,
)
from cardsmith.build.staging import UPDATES
from cardsmith.diagnostics import CardsmithError
from cardsmith.packager.exports import Export, HeldNote, NoteType, read
from cardsmith.packager.notetypes import FIELDS

__all__ = ["Effect", "Fate", "Impact", "Renamed", "impact", "load", "packages", "read_decks"]


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
        with path.open("rb") as file:
            return read(shown, file)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise CardsmithError(f"{shown}: cannot be read ({reason})") from None


def packages(out: Path) -> Iterable[Path]:
    """The decks of a build, without its updates."""
    return (path for path in sorted(out.glob("*.apkg")) if not path.name.endswith(UPDATES))


def read_decks(paths: Iterable[Path]) -> list[Export]:
    """The decks that a learner would import.

    Raises:
        CardsmithError: one cannot be read, or is not ours.
    """
    return [_deck(path) for path in paths]


def _deck(path: Path) -> Export:
    deck = load(path)
    ours = {guid: note for guid, note in deck.notes.items() if note.type in OUR_TYPES}
    if deck.notes and not ours:
        raise CardsmithError(
            f"{sources.shown(path)}: is no deck of cardsmith; name one that it built"
        )
    return replace(deck, notes=ours)


def impact(learner: Export, decks: Sequence[Export]) -> Impact:
    """What importing the decks, one after the other, does to the learner's notes."""
    theirs = _ours(learner)
    coming = _coming(learner, decks)
    released = releases(theirs, coming)
    effects = [effect(each, learner.notes.get(guid), released) for guid, each in coming.items()]
    effects += [left(note) for note in theirs if note.guid not in coming]
    return Impact(
        effects=tuple(sorted(effects, key=lambda each: each.guid)),
        renamed=tuple(_renamed(learner, decks)),
        reviews=sum(card.reviews for note in theirs for card in note.cards.values()),
    )


def _ours(learner: Export) -> list[HeldNote]:
    """The learner's notes that came from our decks, also where Anki made a second note type."""
    types = {
        kind.id
        for kind in learner.types.values()
        if kind.original in OUR_TYPES or kind.name.startswith(tuple(FIELDS))
    }
    return [note for note in learner.notes.values() if note.type in types]


def _coming(learner: Export, decks: Iterable[Export]) -> dict[str, Coming]:
    """The notes of all decks, each as it is after all of them."""
    found: dict[str, Coming] = {}
    for deck in decks:
        types = {number: _taken_for(kind, learner) for number, kind in deck.types.items()}
        had = max(_changes_had(learner, deck), default=0)
        for guid, note in deck.notes.items():
            each = Coming(note, types.get(note.type, note.type), had)
            found[guid] = newer(found[guid], each) if guid in found else each
    return found


def _taken_for(kind: NoteType, learner: Export) -> int:
    """The learner's note type that an import takes ours for: it, or one that was made beside it."""
    theirs = [each for each in learner.types.values() if kind.id in {each.id, each.original}]
    theirs.sort(key=lambda each: (each.id != kind.id, each.id))
    return next((each.id for each in theirs if kind.fits(each)), 0 if theirs else kind.id)


def _changes_had(learner: Export, deck: Export) -> Iterator[int]:
    """The times of changed notes that the learner has as this deck has them."""
    for guid, note in deck.notes.items():
        held = learner.notes.get(guid)
        if held and held.modified == note.modified and not as_first_made(note.modified):
            yield note.modified


def _renamed(learner: Export, decks: Iterable[Export]) -> Iterator[Renamed]:
    """The decks in which the learner has no card any more, only in decks of other names."""
    names: dict[str, str] = {}
    where: dict[str, Counter[str]] = {}
    for deck in decks:
        for guid, note in deck.notes.items():
            held = learner.notes[guid].cards.values() if guid in learner.notes else ()
            for name in {card.deck for card in note.cards.values()}:
                names.setdefault(_folded(name), name)
                where.setdefault(_folded(name), Counter()).update(card.deck for card in held)
    for folded, found in sorted(where.items()):
        if found and not any(_folded(each) in names for each in found):
            now, count = min(found.items(), key=lambda each: (-each[1], each[0]))
            yield Renamed(names[folded], now, count)


@cache
def _folded(name: str) -> str:
    """The name of a deck as Anki compares it."""
    return normalize("NFC", name).casefold()
