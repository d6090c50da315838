"""Two releases of the sample deck, and a learner who lives with them in the real Anki."""

from collections.abc import Mapping
from dataclasses import replace

from anki.collection import ImportAnkiPackageOptions
from backend import DIALOG, Anki, Counts, State, counted
from samples import PICTURES, deck, modified

from cardsmith.ledger import Tomb
from cardsmith.packager import DECK_FORMATS, Release, Row, tombstone
from cardsmith.packager.notetypes import CLOZE, FIELDS, QA, TERM
from cardsmith.packager.rows import render

MAY = 1_772_409_600
JUNE = MAY + 30 * 86_400
JULY = JUNE + 30 * 86_400
MADE = deck()
ROWS = render(MADE, PICTURES)


class Learner(Anki):
    """A collection, and what happens to it."""

    def takes(
        self,
        way: str,
        rows: tuple[Row, ...],
        release: Release,
        options: ImportAnkiPackageOptions = DIALOG,
    ) -> Counts:
        """Import a deck; how many notes are new, updated, the same and conflicting."""
        kind = DECK_FORMATS[way]
        path = self.folder / f"deck.{way}"
        path.write_bytes(kind.write(MADE, kind.rows(rows, release), release))
        log = self.imported(path, options)
        if way == "update.txt":
            assert not [*log.missing_notetype, *log.missing_deck, *log.first_field_match]
        return counted(log)

    def notes(self) -> State:
        return self.rows("SELECT guid, mid, mod, tags, flds FROM notes ORDER BY guid")

    def fields(self, guid: str) -> list[str]:
        return list(self.note(guid).fields)

    def history(self, *gone: str) -> State:
        """Every card's state and every answer, of the notes that are not ``gone``."""
        cards = self.rows(
            "SELECT guid, ord, did, type, queue, due, ivl, factor, reps, lapses, c.flags"
            " FROM cards AS c JOIN notes AS n ON n.id = nid ORDER BY guid, ord"
        )
        answers = self.rows(
            "SELECT guid, r.id, ease, r.ivl, r.factor FROM revlog AS r"
            " JOIN cards AS c ON c.id = cid JOIN notes AS n ON n.id = nid ORDER BY r.id"
        )
        return [line for line in cards + answers if line[0] not in gone]

    def everything(self) -> State:
        return self.notes() + self.history() + [[name] for name in self.decks()]

    def decks(self) -> list[str]:
        return sorted(deck.name for deck in self.col.decks.all_names_and_ids())

    def blank(self) -> set[str]:
        """The notes that Empty Cards takes away."""
        found = self.col.get_empty_cards().notes
        return {self.col.get_note(each.note_id)["ID"] for each in found if each.will_delete_note}

    def lives_with_it(self) -> None:
        """Study; suspend a card; flag one; write own words and tags into two notes."""
        self.col.decks.select(self.col.decks.id_for_name(MADE.name))  # type: ignore[arg-type]  # it is there
        for _ in range(8):
            card = self.col.sched.getCard()
            assert card is not None
            self.col.sched.answerCard(card, 4)
        self.col.sched.suspend_cards([self.note("note04").cards()[0].id])
        self.col.set_user_flag_for_cards(1, [self.note("note06").cards()[0].id])
        for guid in ("note02", "note06"):
            mine = self.note(guid)
            mine["My notes"] = "ask in class"
            mine.add_tag("exam")
            self.col.update_note(mine)
            # they wrote it after the release of May, before that of June
            self.col.db.execute("UPDATE notes SET mod = ? WHERE guid = ?", MAY + 99, guid)  # type: ignore[union-attr]  # it is open


def released(changed: Mapping[str, int] | None = None, *tombs: Row) -> Release:
    """A release with the times of what changed after May."""
    later = changed or {}
    return Release(PICTURES, {**modified(MADE, MAY), **later}, later.keys(), tombs)


def edited(row: Row, **fields: str) -> Row:
    named = dict(zip(FIELDS[row.notetype], row.fields, strict=True)) | fields
    return replace(row, fields=tuple(named.values()))


def later() -> tuple[tuple[Row, ...], Release]:
    """The release of June: an answer reworded, a hole added, a tag more, a note more."""
    rows = list(ROWS)
    rows[2] = edited(rows[2], Back="In the cytosol, without oxygen")
    text = dict(zip(FIELDS[CLOZE], rows[3].fields, strict=True))["Text"]
    rows[3] = edited(rows[3], Text=f"{text} {{{{c4::ATP}}}} is what cells live on.")
    rows[3] = replace(rows[3], ordinals=(*rows[3].ordinals, 3))
    rows[4] = replace(rows[4], tags=(*rows[4].tags, "topic::genes"))
    changed = {f"note{at:02}": JUNE for at in (2, 3, 4, 11)}
    return tuple(rows), released(changed)


def grave(row: Row, when: int = JUNE) -> Row:
    kind = {CLOZE: "cloze", QA: "qa", TERM: "term"}[row.notetype]
    return tombstone(Tomb(row.guid, kind, "what it asked", "what it told", "", when))
