"""A learner in the real Anki who has decks that the command built, and lives with them."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from anki.collection import ImportAnkiPackageOptions
from backend import DIALOG, Anki
from packages import opened

from cardsmith.packager.notetypes import CLOZE, MODEL_IDS

OWN_TAG = "exam"
OWN_WORDS = "ask in class"


@dataclass(frozen=True)
class Row:
    """A note as a package or a collection has it: ``fields`` are ours, ``mine`` the learner's."""

    type: int
    modified: int
    fields: tuple[str, ...]
    mine: str
    tags: frozenset[str]

    @property
    def asks(self) -> tuple[str, ...]:
        """What it asks and answers, without topic line and source."""
        return self.fields[1:3]


def rows(db: sqlite3.Connection) -> dict[str, Row]:
    found = {}
    for guid, kind, modified, tags, words in db.execute(
        "SELECT guid, mid, mod, tags, flds FROM notes"
    ):
        *ours, mine = words.split("\x1f")
        found[guid] = Row(kind, modified, tuple(ours), mine, frozenset(tags.split()))
    return found


def packed(folder: Path) -> dict[str, Row]:
    """The notes of all decks of a build."""
    found: dict[str, Row] = {}
    for path in sorted((folder / "decks/out").glob("*.apkg")):
        if not path.name.endswith(".update.apkg"):
            with opened(path) as db:
                found |= rows(db)
    return found


class Pupil(Anki):
    """A collection of somebody who imports the decks of a folder."""

    def takes(self, project: Path, options: ImportAnkiPackageOptions = DIALOG) -> int:
        """Import the decks of a build; how many notes conflict."""
        conflicts = 0
        for path in sorted((project / "decks/out").glob("*.apkg")):
            conflicts += len(self.imported(path, options).conflicting)
        return conflicts

    def notes(self) -> dict[str, Row]:
        found = {}
        for guid, kind, modified, tags, words in self.rows(
            "SELECT guid, mid, mod, tags, flds FROM notes"
        ):
            *ours, mine = str(words).split("\x1f")
            kept = frozenset(str(tags).split())
            found[str(guid)] = Row(int(str(kind)), int(str(modified)), tuple(ours), mine, kept)
        return found

    def history(self) -> dict[tuple[str, int], tuple[object, ...]]:
        """What is known of each card, by the GUID of its note and its ordinal."""
        return {
            (str(guid), int(str(at))): tuple(rest)
            for guid, at, *rest in self.rows(
                "SELECT guid, ord, type, queue, due, ivl, factor, reps, lapses, c.flags, did"
                " FROM cards AS c JOIN notes AS n ON n.id = nid WHERE reps > 0 OR queue < 0"
            )
        }

    def hidden(self) -> dict[tuple[str, int], str]:
        """The words that each card of a cloze hides, by GUID and ordinal."""
        return {
            (str(guid), int(str(at))): self._hidden(int(str(card)))
            for guid, at, card, kind in self.rows(
                "SELECT guid, ord, c.id, mid FROM cards AS c JOIN notes AS n ON n.id = nid"
            )
            if kind == MODEL_IDS[CLOZE]
        }

    def _hidden(self, card: int) -> str:
        html = self.col.get_card(card).answer()  # type: ignore[arg-type]  # an id is a number
        _, found, rest = html.rpartition('<span class="cloze" ')
        return rest.partition(">")[2].partition("</span>")[0].casefold() if found else ""

    def everything(self) -> Mapping[str, object]:
        return {
            "notes": self.rows("SELECT guid, mid, mod, tags, flds FROM notes ORDER BY guid"),
            "cards": self.rows("SELECT nid, ord, did, type, queue, due, ivl, reps FROM cards"),
            "reviews": self.rows("SELECT id, cid, ease, ivl FROM revlog"),
            "decks": sorted(deck.name for deck in self.col.decks.all_names_and_ids()),
        }

    def lives_with_it(self, release: int) -> None:
        """Answer every card; suspend one; tag, and write into, a note that no edit will touch."""
        for at, (card,) in enumerate(self.rows("SELECT id FROM cards ORDER BY id"), 1):
            self.col.db.execute(  # type: ignore[union-attr]  # it is open
                "UPDATE cards SET type = 2, queue = 2, reps = ?, ivl = ?, due = ?, factor = 2500,"
                " lapses = ? WHERE id = ?",
                *(at, 10 + at, 100 + at, at % 3, int(str(card))),
            )
        first = self.rows("SELECT min(id) FROM cards")[0][0]
        self.col.sched.suspend_cards([first])  # type: ignore[list-item]  # an id is a number
        for guid in self.notes():
            (note,) = self.col.find_notes(f"ID:{guid}")
            mine = self.col.get_note(note)
            mine["My notes"] = OWN_WORDS
            mine.tags = [*mine.tags, OWN_TAG]
            self.col.update_note(mine)
        # they did so a day after the release
        self.col.db.execute("UPDATE notes SET mod = ?", release + 86_400)  # type: ignore[union-attr]  # it is open
