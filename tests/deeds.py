"""What learners do to their collections, in the real Anki."""

from collections.abc import Callable

from anki.notes import Note
from releases import JUNE, MADE, MAY, ROWS, Learner, later

from cardsmith.packager.notetypes import CLOZE, QA, TERM

NAMES = [row.guid for row in ROWS[:11]]


def does(learner: Learner, guid: str, deed: str, when: int) -> None:
    """What a learner does with one note."""
    note = learner.note(guid)
    if deed == "card":
        learner.col.remove_cards_and_orphaned_notes([note.card_ids()[0]])
    elif deed == "note":
        learner.col.remove_notes([note.id])
    elif deed == "suspend":
        learner.col.sched.suspend_cards(note.card_ids())
    else:
        writes(note, deed)
        learner.col.update_note(note)
        touch(learner, guid, when)


def writes(note: Note, deed: str) -> None:
    if deed == "tag":
        note.add_tag("exam")
    elif deed == "My notes":
        note["My notes"] += "mine"
    else:
        note.fields[1] += " as I say"


def touch(learner: Learner, guid: str, when: int) -> None:
    learner.col.db.execute("UPDATE notes SET mod = ? WHERE guid = ?", when, guid)  # type: ignore[union-attr]  # it is open


def nothing(_learner: Learner) -> None:
    """A learner who only imported."""


def lives(learner: Learner) -> None:
    learner.lives_with_it()


def rewords(learner: Learner) -> None:
    mine = learner.note("note02")
    mine["Back"] = "my own words"
    learner.col.update_note(mine)
    touch(learner, "note02", MAY + 99)


def rewords_later(learner: Learner) -> None:
    rewords(learner)
    touch(learner, "note02", JUNE + 99)


def tags_later(learner: Learner) -> None:
    mine = learner.note("note03")
    mine.add_tag("leech")
    learner.col.update_note(mine)
    touch(learner, "note03", JUNE + 99)


def deletes_a_note(learner: Learner) -> None:
    learner.col.remove_notes([learner.note("note03").id])


def deletes_a_card(learner: Learner) -> None:
    learner.col.remove_cards_and_orphaned_notes([learner.note("note03").cards()[0].id])


def renames_the_deck(learner: Learner) -> None:
    learner.col.decks.rename(learner.col.decks.id_for_name(MADE.name), "Mine")  # type: ignore[arg-type]  # it is there


def adds_a_field(learner: Learner) -> None:
    kind = learner.col.models.by_name(QA)
    assert kind
    learner.col.models.add_field(kind, learner.col.models.new_field("Own"))
    learner.col.models.update_dict(kind)


def renames_a_field(learner: Learner) -> None:
    kind = learner.col.models.by_name(CLOZE)
    assert kind
    learner.col.models.rename_field(kind, kind["flds"][2], "More")
    learner.col.models.update_dict(kind)


def renames_the_type(learner: Learner) -> None:
    kind = learner.col.models.by_name(QA)
    assert kind
    kind["name"] = "My questions"
    learner.col.models.update_dict(kind)


def adds_a_note(learner: Learner) -> None:
    kind = learner.col.models.by_name(QA)
    assert kind
    mine = learner.col.new_note(kind)
    mine["Front"] = "my own question"
    learner.col.add_note(mine, learner.col.decks.id_for_name(MADE.name))  # type: ignore[arg-type]  # it is there


def renames_the_deck_in_other_letters(learner: Learner) -> None:
    learner.col.decks.rename(learner.col.decks.id_for_name(MADE.name), MADE.name.upper())  # type: ignore[arg-type]  # it is there


def moves_cards(learner: Learner) -> None:
    mine = learner.col.decks.id("Mine::Hard")
    learner.col.set_deck(learner.col.find_cards(f'deck:"{MADE.name}"'), mine)  # type: ignore[arg-type]  # it was just made


def studies_in_a_filtered_deck(learner: Learner) -> None:
    lives(learner)
    made = learner.col.decks.new_filtered("Cramming")
    learner.col.sched.rebuild_filtered_deck(made)


def tags_many_later(learner: Learner) -> None:
    learner.col.tags.bulk_add([learner.note(guid).id for guid in NAMES], "exam")
    for guid in NAMES:
        touch(learner, guid, JUNE + 99)


def replaces_words_in_many(learner: Learner) -> None:
    everything = learner.col.find_notes("")
    learner.col.find_and_replace(
        note_ids=everything, search="cytosol", replacement="cell fluid", regex=False
    )
    touch(learner, "note02", MAY + 99)


def gives_a_note_another_type(learner: Learner) -> None:
    change(learner, "note02", TERM)


def gives_a_note_another_type_in_may(learner: Learner) -> None:
    change(learner, "note02", TERM)
    touch(learner, "note02", MAY + 99)


def change(learner: Learner, guid: str, name: str) -> None:
    old, new = learner.col.models.by_name(QA), learner.col.models.by_name(name)
    assert old
    assert new
    about = learner.col.models.change_notetype_info(
        old_notetype_id=old["id"], new_notetype_id=new["id"]
    )
    request = about.input
    request.note_ids.append(learner.note(guid).id)
    learner.col.models.change_notetype_of_notes(request)


def imports_june_into_a_changed_type(learner: Learner) -> None:
    adds_a_field(learner)
    rows, release = later()
    assert learner.takes("apkg", rows, release) == (1, 1, 3, 7)


ACTIONS: tuple[Callable[[Learner], None], ...] = (
    nothing,
    lives,
    rewords,
    rewords_later,
    tags_later,
    tags_many_later,
    replaces_words_in_many,
    deletes_a_note,
    deletes_a_card,
    renames_the_deck,
    renames_the_deck_in_other_letters,
    moves_cards,
    studies_in_a_filtered_deck,
    adds_a_field,
    renames_a_field,
    renames_the_type,
    gives_a_note_another_type,
    gives_a_note_another_type_in_may,
    adds_a_note,
    imports_june_into_a_changed_type,
)
