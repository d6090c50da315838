"""The core of a document after an edit: who was there stays, as many newcomers wait."""

from dataclasses import replace

from rivals import documents

from cardsmith.build.seats import seated
from cardsmith.build.work import Carded
from cardsmith.ledger import Parts, Record, asks
from cardsmith.ledger import known as on_record
from cardsmith.model import Tier

EDITED = """kidney fact: What is new? = Renin
kidney term: new term = A term that an edit brought
kidney fact: What is newer? = Angiotensin
kidney extra fact: What was there? = Urea
kidney extra fact: What never was? = Water"""


def known(name: str, *, tier: Tier = Tier.CORE, absent: int = 0) -> Record:
    (document,) = documents(EDITED)
    notes = {note.name: note for note in document.notes}
    parts = Parts(
        document="kidney",
        name=f"fact/{name}",
        guid="a",
        modified=1,
        digest="",
        tier=tier,
        absent=absent,
        asks=asks(notes[name]),
    )
    each = on_record(parts)
    return Record(notes={each.key: each})


def core(record: Record, document: Carded | None = None) -> list[str]:
    (edited,) = documents(EDITED)
    return [
        note.name for note in seated(document or edited, record, 3).notes if note.tier is Tier.CORE
    ]


def test_a_note_that_learners_have_stays_and_the_last_newcomer_waits() -> None:
    assert core(known("what was there?")) == ["what is new?", "new term", "what was there?"]


def test_where_there_is_room_nobody_waits() -> None:
    (edited,) = documents(EDITED)
    notes = seated(edited, known("what was there?"), 4).notes
    assert [note.tier for note in notes] == [Tier.CORE] * 4 + [Tier.EXTRA]


def test_without_a_record_the_budget_decides() -> None:
    assert core(Record()) == ["what is new?", "new term", "what is newer?"]


def test_a_note_of_the_full_deck_alone_takes_no_place() -> None:
    assert core(known("what was there?", tier=Tier.EXTRA)) == core(Record())


def test_a_note_that_is_gone_takes_no_place_when_it_returns() -> None:
    assert core(known("what was there?", absent=5)) == core(Record())


def test_what_people_corrected_neither_comes_nor_goes() -> None:
    (document,) = documents(EDITED)
    newest, oldest = "kidney/fact/what is newer?", "kidney/fact/what was there?"
    settled = replace(document, settled=frozenset({newest}))
    assert core(known("what was there?"), settled) == [
        "new term",
        "what is newer?",
        "what was there?",
    ]
    settled = replace(document, settled=frozenset({oldest}))
    assert core(known("what was there?"), settled) == core(Record())
