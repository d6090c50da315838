"""A learner who studies in the real Anki: answers, own tags and words, a leech."""

from collections.abc import Mapping, Sequence
from html import unescape
from itertools import pairwise
from pathlib import Path
from re import sub
from typing import Final

from anki.collection import ImportAnkiPackageOptions
from backend import DIALOG
from pupils import OWN_TAG, OWN_WORDS, Pupil, Row

__all__ = ["Learner", "changed", "content", "says", "the_one"]

Counts = tuple[int, int, int]
AGAIN: Final = 1
EASY: Final = 4


def says(row: Row) -> str:
    """What a note asks and answers, as people read it."""
    text = sub(r"\{\{c\d+::(.*?)(?:::.*?)?\}\}", r"\1", " → ".join(row.asks))
    return " ".join(unescape(sub(r"<[^>]*>", " ", text)).split())


def the_one(notes: dict[str, Row], words: str) -> str:
    """The GUID of the only note that says these words, or else begins with them."""
    saying = {guid: says(row) for guid, row in notes.items() if words in says(row)}
    begins = [guid for guid, text in saying.items() if text.startswith(words)]
    found = begins or [*saying]
    assert len(found) == 1, (words, saying)
    return found[0]


def content(row: Row) -> tuple[object, ...]:
    """What an import may have to bring."""
    return row.type, row.fields, row.tags


def changed(path: Sequence[Mapping[str, Row]]) -> set[str]:
    """The notes that releases brought, new or with another content than the one before."""
    return {
        guid
        for last, release in pairwise(path)
        for guid, row in release.items()
        if guid not in last or content(last[guid]) != content(row)
    }


class Learner(Pupil):
    """A collection of somebody who studies what is in it."""

    def imports(
        self, project: Path, way: str = "apkg", options: ImportAnkiPackageOptions = DIALOG
    ) -> Counts:
        """Import what a build wrote; how many notes are new, updated and conflicting."""
        total = [0, 0, 0]
        for path in sorted((project / "decks/out").glob(f"*.{way}")):
            if way == "apkg" and path.name.endswith(".update.apkg"):
                continue
            log = self.imported(path, options)
            for at, told in enumerate((log.new, log.updated, log.conflicting)):
                total[at] += len(told)
        return total[0], total[1], total[2]

    def tables(self) -> list[list[list[object]]]:
        """All there is of notes, cards and answers."""
        tables = ("notes", "cards", "revlog")
        return [self.rows(f"SELECT * FROM {name} ORDER BY id") for name in tables]  # noqa: S608

    def studies(self) -> None:
        """Answer every card, each button in turn."""
        for at, (card,) in enumerate(self.rows("SELECT id FROM cards ORDER BY id")):
            self._answers(card, 1 + at % EASY)

    def _answers(self, card: object, button: int) -> None:
        shown = self.col.get_card(card)  # type: ignore[arg-type]  # an id is a number
        shown.start_timer()
        self.col.sched.answerCard(shown, button)  # type: ignore[arg-type]  # 1 to 4

    def forgets(self, words: str) -> None:
        """Answer a card wrong until Anki calls it a leech."""
        note = self.note(words)
        (card, *_) = note.card_ids()
        while not note.has_tag("leech"):
            self.col.sched.set_due_date([card], "0")
            self._answers(card, AGAIN)
            note.load()

    def suspends(self, words: str) -> None:
        """Suspend the cards of a note."""
        self.col.sched.suspend_cards(self.note(words).card_ids())

    def writes(self, words: str, when: int) -> None:
        """Tag a note, and write into the field that is the learner's, at a time."""
        note = self.note(words)
        note["My notes"] = OWN_WORDS
        note.add_tag(OWN_TAG)
        self.col.update_note(note)
        self.touched(note.guid, when)

    def changes(self, words: str, field: str, when: int) -> None:
        """Change a field that is ours, at a time."""
        note = self.note(words)
        note[field] = f"{note[field]} (!)"
        self.col.update_note(note)
        self.touched(note.guid, when)

    def touched(self, guid: str, when: int) -> None:
        """Let a note be as if it had been touched at a time."""
        self.col.db.execute("UPDATE notes SET mod = ? WHERE guid = ?", when, guid)  # type: ignore[union-attr]  # it is open

    def note(self, words: str):  # type: ignore[no-untyped-def]  # the backend's own kind of note
        """The only note that says these words."""
        (found,) = self.col.find_notes(f"ID:{the_one(self.notes(), words)}")
        return self.col.get_note(found)
