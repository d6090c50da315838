"""Each fact once, and no two answers to one question: which note stays, and that it stays."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from builders import HERE
from casefiles import CASES, check
from hypothesis import given, settings
from hypothesis import strategies as st
from rivals import SUBJECT, Edition, build, carded, documents

from cardsmith.build.places import fits
from cardsmith.build.work import Carded
from cardsmith.ledger import Record, read, write
from cardsmith.model import QA, Note, Paragraph, Sentence, Text

FACTS = (
    "fact: Which hormone spares sodium? = Aldosterone",
    "fact: Which hormone spares sodium? = Cortisol",
    "fact: What do the kidneys filter? = Blood",
    "fact: Where is urea made? = In the liver",
    "term: urea = A waste of proteins",
    "term: urea = What the liver makes of ammonia",
    "acronym (kidney): GFR = Glomerular filtration rate",
    "cloze: The [kidneys] filter [blood] all day.",
    "cloze: [Aldosterone] spares sodium.",
)


def told(text: str) -> str:
    """What becomes of each note; before a line ``then``, an earlier build with its record."""
    record = Record()
    *earlier, last = text.split("then\n")
    for each in earlier:
        record = build(documents(each), record).record
    edition = build(documents(last), record)
    return "\n".join(_told(edition, documents(last)))


def _told(edition: Edition, found: Iterable[Carded]) -> Iterable[str]:
    stay = {note.key: note for each in edition.once.documents for note in each.notes}
    why = {
        f"{each.document}/{each.kind}/{each.text.rpartition(': ')[0]}": each
        for document in edition.once.documents
        for each in document.rejections
    }
    for note in (note for each in found for note in each.notes):
        if note.key in why:
            rival = why[note.key].text.rpartition(": ")[2]
            yield f"{note.key}: {why[note.key].code}, {rival}"
        else:
            promoted = note.tier is not stay[note.key].tier
            yield f"{note.key}{': has its place' if promoted else ''}"


def test_notes_that_repeat_or_contradict_another_give_way() -> None:
    check(CASES / "collection" / "rivals.txt", told)


# from each document's key to lines of notes
World = Mapping[str, tuple[str, ...]]

NOTES = st.lists(
    st.tuples(st.sampled_from(["", "", "extra "]), st.sampled_from(FACTS)),
    max_size=4,
    unique_by=lambda pair: pair[1].partition(" = ")[0],
).map(lambda pairs: tuple(f"{extra}{fact}" for extra, fact in pairs))
WORLDS = st.dictionaries(st.sampled_from("abcdef"), NOTES, max_size=6)


def cards(world: World) -> tuple[Carded, ...]:
    found: list[Carded] = []
    for key, lines in world.items():
        text = "\n".join(f"{key} {line}" for line in lines)
        made = documents(text) if text else (carded(key, SUBJECT, (), "empty"),)
        found += made
    return tuple(found)


@st.composite
def histories(draw: st.DrawFn) -> list[World]:
    """Worlds, each the one before with a document or two added, edited or removed."""
    worlds: list[World] = [draw(WORLDS)]
    for _ in range(draw(st.integers(1, 4))):
        edits = draw(st.dictionaries(st.sampled_from("abcdef"), NOTES | st.none(), max_size=2))
        now = {**worlds[-1], **edits}
        worlds.append({key: notes for key, notes in now.items() if notes is not None})
    return worlds


@settings(max_examples=120, deadline=None)
@given(histories())
def test_a_change_in_one_document_changes_no_note_of_another(history: list[World]) -> None:
    edition = build(cards(history[0]), Record())
    for before, now in pairwise(history):
        after = build(cards(now), edition.record)
        for key in before.keys() & now.keys():
            if before[key] == now[key]:
                assert of(after, key) == of(edition, key)
        edition = after


def of(edition: Edition, document: str) -> dict[str, object]:
    return {key: row for key, row in edition.rows.items() if key.startswith(f"{document}/")}


@settings(max_examples=40, deadline=None)
@given(WORLDS, st.randoms(use_true_random=False))
def test_the_order_of_files_decides_nothing(world: World, chance: random.Random) -> None:
    shuffled = list(cards(world))
    chance.shuffle(shuffled)
    one, other = build(cards(world), Record()), build(shuffled, Record())
    assert (one.rows, one.record) == (other.rows, other.record)


@settings(max_examples=40, deadline=None)
@given(WORLDS, WORLDS)
def test_a_record_goes_through_its_files_between_two_builds(first: World, then: World) -> None:
    record = build(cards(first), Record()).record
    assert build(cards(then), read(write(record))).rows == build(cards(then), record).rows


@settings(max_examples=40, deadline=None)
@given(WORLDS)
def test_no_two_notes_of_a_new_collection_ask_the_same(world: World) -> None:
    assert distinctly(build(cards(world), Record()))


def distinctly(edition: Edition) -> bool:
    asked = [ask.front for note in edition.once.asks.values() for ask in note]
    return len(asked) == len(set(asked))


@settings(max_examples=40, deadline=None)
@given(WORLDS, st.sets(st.sampled_from("abcdef")))
def test_what_is_removed_comes_back_as_it_was(world: World, removed: set[str]) -> None:
    first = build(cards(world), Record())
    rest = {key: notes for key, notes in world.items() if key not in removed}
    back = build(cards(world), build(cards(rest), first.record).record)
    assert back.rows == first.rows
    assert back.record == first.record


@settings(max_examples=40, deadline=None)
@given(WORLDS, st.sets(st.sampled_from("abcdef")))
def test_a_document_that_is_not_read_keeps_its_notes(world: World, unread: set[str]) -> None:
    first = build(cards(world), Record())
    seen = {key: notes for key, notes in world.items() if key not in unread}
    part = build(cards({**seen, "new": FACTS[1:4]}), first.record, frozenset(unread & world.keys()))
    whole = build(cards({**world, "new": FACTS[1:4]}), part.record)
    assert {key: row for key, row in whole.rows.items() if key in first.rows} == first.rows
    assert of(whole, "new") == of(part, "new")
    assert distinctly(whole)


def test_a_place_is_taken_by_a_note_of_another_sentence_in_a_section_with_room() -> None:
    def one(name: str, section: str, sentence: str) -> Note:
        body = QA((), (Paragraph((Sentence((Text(name),), HERE),), HERE),))
        source = (Text(sentence),)
        return Note("blood", "fact", name, body, "", section, source, HERE, 80)

    core = [one(str(at), "Cells", f"Sentence {at}.") for at in range(4)]
    other = one("other", "Vessels", "Another one.")
    assert fits(other, core, [])
    assert not fits(replace(other, section="Cells"), core, [])
    assert fits(replace(other, section=""), [replace(each, section="") for each in core], [])
    assert not fits(replace(other, source=core[0].source), core, [])
    assert not fits(other, core, [replace(other, name="gone")])


@settings(max_examples=40, deadline=None)
@given(WORLDS)
def test_the_same_documents_again_change_nothing(world: World) -> None:
    first = build(cards(world), Record())
    again = build(cards(world), first.record, release=2)
    assert again.rows == first.rows
    assert again.record == first.record


def test_a_place_that_was_taken_is_not_given_again() -> None:
    world = documents(
        "cells fact: What makes proteins? = Ribosomes\n"
        "organs fact: What makes proteins? = Ribosomes\n"
        "organs extra fact: What filters blood? = The kidneys\n"
        "organs extra fact: What pumps blood? = The heart"
    )
    first = build(world, Record())
    assert sorted(first.rows) == [
        "cells/fact/what makes proteins?",
        "organs/fact/what filters blood?",
    ]
    assert build(world, first.record, release=2).rows == first.rows
