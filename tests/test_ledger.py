"""Identity: what a note is, whatever becomes of the text around it."""

import re

import pytest
from builders import HERE, cloze, note, paragraph, runs
from casefiles import CASES, check
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.diagnostics import CardsmithError
from cardsmith.ledger import KnownNote, Parts, Record, digest, guid, holes, identify, known
from cardsmith.markup import flat
from cardsmith.model import (
    Blocks,
    Cloze,
    Entry,
    Hole,
    Kept,
    Listing,
    Marker,
    Note,
    Paragraph,
    Sentence,
    Table,
)

TERMS = st.lists(st.sampled_from("heart blood lung vein artery valve".split()), max_size=5)


def text(one: Kept) -> Blocks:
    assert isinstance(one.note.body, Cloze)
    return one.note.body.text


def numbers(one: Kept) -> dict[str, int]:
    return {hole.term: hole.number for hole in holes(text(one))}


def remembered(one: Kept, before: Record) -> Record:
    """The record with this note alone; its times do not matter here."""
    old = before.notes.get(one.note.key)
    ever = (dict(old.numbers) if old else {}) | numbers(one)
    name = f"{one.note.kind}/{one.note.name}"
    parts = Parts(
        document=one.note.document, name=name, guid=one.guid, modified=1, digest="", numbers=ever
    )
    return Record(notes={one.note.key: known(parts)})


def on_record(document: str, name: str, mark: str) -> KnownNote:
    return known(Parts(document=document, name=name, guid=mark, modified=1, digest=""))


def told(one: Kept) -> str:
    """The sentence with the number of each hole in it."""
    (paragraph,) = text(one)
    assert isinstance(paragraph, Paragraph)
    (sentence,) = paragraph.sentences
    return "".join(
        f"[{run.number} {run.text}]" if isinstance(run, Hole) else run.text for run in sentence.runs
    )


def editions(given_text: str) -> str:
    """Each line is the next edition of one note."""
    record, lines = Record(), []
    for line in given_text.splitlines():
        (kept,) = identify([cloze(line)], record)
        record = remembered(kept, record)
        lines.append(told(kept))
    return "\n".join(lines)


def test_cloze_numbers_belong_to_their_terms() -> None:
    check(CASES / "ledger" / "numbers.txt", editions)


def test_a_guid_is_made_from_the_key_and_never_changes() -> None:
    assert guid("how-does-blood-clot/term/fibrin") == "4zwclfatku4m2"
    assert guid("how-does-blood-clot/section/platelets") == "ruhwmylmhyrzh"


@given(st.text(st.characters(exclude_categories=())))
def test_a_guid_is_fit_for_every_way_into_anki(key: str) -> None:
    assert re.fullmatch(r"[a-z2-7]{13}", guid(key))
    assert guid(key) != digest(key)


def test_a_thousand_keys_that_differ_little_have_a_thousand_guids() -> None:
    assert len({guid(f"cells/term/{count}") for count in range(1000)}) == 1000


def test_a_note_keeps_the_guid_on_record() -> None:
    clot = note("blood", "term", "clot")
    record = Record(notes={clot.key: on_record("blood", "term/clot", "older")})
    assert [kept.guid for kept in identify([clot], record)] == ["older"]


def test_a_note_that_no_record_knows_has_the_guid_of_its_key() -> None:
    clot = note("blood", "term", "clot")
    assert list(identify([clot], Record())) == [Kept(clot, guid("blood/term/clot"))]


def test_two_notes_with_one_key_are_refused() -> None:
    twice = [note("blood", "term", "clot"), note("blood", "term", "clot")]
    with pytest.raises(CardsmithError, match=r"two notes are called 'blood/term/clot'; give one"):
        list(identify(twice, Record()))


def test_a_new_note_leaves_its_guid_to_a_reworded_one_that_has_it() -> None:
    taken = guid("blood/term/clot")
    record = Record(notes={"blood/term/vein": on_record("blood", "term/vein", taken)})
    notes = [note("blood", "term", "vein"), note("blood", "term", "clot")]
    vein, clot = identify(notes, record)
    assert vein.guid == taken
    assert clot.guid == guid("blood/term/clot~2")


def test_two_notes_on_record_with_one_guid_are_refused() -> None:
    both = {f"blood/term/{name}": on_record("blood", f"term/{name}", "same") for name in "ab"}
    with pytest.raises(CardsmithError, match=r"'blood/term/a' and 'blood/term/b' have one GUID"):
        list(identify([note("blood", "term", name) for name in "ab"], Record(notes=both)))


def test_holes_are_found_in_lists_and_tables_in_reading_order() -> None:
    cells = (runs("[vein]"), runs("to the [heart]"))
    listing = Listing((Entry("", paragraph("An [artery]"), HERE),), Marker.BULLET, HERE)
    blocks: Blocks = (
        *paragraph("Blood [vessels]"),
        Table((runs("Vessel"), runs("Way")), (cells,), HERE),
        Listing((Entry("", (listing,), HERE),), Marker.BULLET, HERE),
    )
    made = Note("blood", "overview", "vessels", Cloze(blocks), "", "", (), HERE, 80)
    (kept,) = identify([made], Record())
    assert numbers(kept) == {"vessels": 1, "vein": 2, "heart": 3, "artery": 4}


def test_only_numbers_change_in_a_text() -> None:
    made = cloze("The [heart] pumps [blood] through the [lung].")
    (kept,) = identify([made], Record())
    (block,) = text(kept)
    assert isinstance(block, Paragraph)
    assert flat(block.sentences[0].runs) == "The heart pumps blood through the lung."
    assert block == Paragraph((Sentence(block.sentences[0].runs, HERE),), HERE)


@given(st.lists(TERMS, max_size=8))
def test_no_number_ever_moves_to_another_term(history: list[list[str]]) -> None:
    record = Record()
    owners: dict[int, str] = {}
    for terms in history:
        (kept,) = identify([cloze(" ".join(f"[{term}]" for term in terms))], record)
        for term, number in numbers(kept).items():
            assert owners.setdefault(number, term) == term
        record = remembered(kept, record)
    assert len(set(owners.values())) == len(owners)
    assert sorted(owners) == list(range(1, len(owners) + 1))


@given(st.permutations(["clot", "vein", "lung", "rib"]))
def test_the_order_of_notes_changes_no_identity(names: list[str]) -> None:
    notes = [note("blood", "term", name) for name in names]
    assert {kept.note.name: kept.guid for kept in identify(notes, Record())} == {
        name: guid(f"blood/term/{name}") for name in ("clot", "lung", "rib", "vein")
    }
