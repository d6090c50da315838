"""Which new note asks what an old one asked: pairs by hand, and what must hold for all of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from casefiles import CASES, check
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.ledger.likeness import alike, ratio
from cardsmith.ledger.matching import Told, elsewhere, matched
from cardsmith.markup import fold


def told(line: str, key: str) -> Told:
    """A note of one line: a cloze with [hidden] terms, a question, ``term …`` or ``title …``."""
    if line.startswith("term "):
        front, back = line.removeprefix("term ").split(" = ", 1)
        return Told(key, "term", "term", front, back)
    if " = " in line:
        kind = "section" if line.startswith("title ") else "fact"
        at = line.index("? = ") + 1
        front = line[:at].removeprefix("title ")
        return Told(key, kind, "qa", front, line[at + 3 :])
    terms = frozenset(map(fold, re.findall(r"\[(.+?)\]", line)))
    return Told(key, "cloze", "cloze", line.replace("[", "").replace("]", ""), "", terms)


def judged(text: str) -> str:
    old, new = text.split("\n")
    return "the same" if matched([told(old, "old")], [told(new, "new")]) else "another"


def test_notes_that_ask_the_same_are_known_again_and_others_are_not() -> None:
    check(CASES / "ledger" / "matches.txt", judged)


SENTENCES = (
    "The [heart] of a bird pumps blood through two circuits.",
    "The [heart] of a bird pumps warm blood through two circuits.",
    "The [kidneys] filter about 180 litres of plasma a day.",
    "The [kidneys] of a person filter about 180 litres of plasma a day.",
    "[Platelets] stop the bleeding after an injury of a vessel.",
    "What stops the bleeding after an injury? = Platelets",
    "What will stop the bleeding after an injury? = Platelets",
    "term platelet = A small part of a cell that clots blood",
    "term platelets = Small parts of cells that clot blood",
)
NOTES = st.lists(st.sampled_from(SENTENCES), max_size=6)


def notes(lines: Sequence[str], name: str) -> list[Told]:
    return [told(line, f"{name}/{at}") for at, line in enumerate(lines)]


@given(NOTES, NOTES)
def test_matches_are_one_to_one_and_do_not_depend_on_order(old: list[str], new: list[str]) -> None:
    before, after = notes(old, "old"), notes(new, "new")
    found = matched(before, after)
    assert len(set(found.values())) == len(found)
    assert found.keys() <= {note.key for note in after}
    assert set(found.values()) <= {note.key for note in before}
    assert matched(before[::-1], after[::-1]) == found


@given(st.lists(st.sampled_from(SENTENCES), unique=True))
def test_every_note_is_known_again_as_itself(lines: list[str]) -> None:
    assert matched(notes(lines, "old"), notes(lines, "new")) == {
        f"new/{at}": f"old/{at}" for at in range(len(lines))
    }


@given(st.sampled_from([each for each in SENTENCES if "180" in each]), st.integers(0, 10_000))
def test_another_number_is_never_the_same_note(line: str, number: int) -> None:
    found = matched([told(line, "old")], [told(line.replace("180", str(number)), "new")])
    assert bool(found) is (number == 180)


def test_of_two_the_one_that_learners_still_get_is_taken() -> None:
    gone, there = notes([SENTENCES[0]] * 2, "old")
    (new,) = notes([SENTENCES[1]], "new")
    assert matched([replace(gone, absent=5), there], [new]) == {new.key: there.key}


def test_a_note_that_is_gone_is_known_again_too() -> None:
    (old,), (new,) = notes([SENTENCES[0]], "old"), notes([SENTENCES[1]], "new")
    assert matched([replace(old, absent=5)], [new]) == {new.key: old.key}


def test_in_other_documents_only_the_same_words_are_known_again() -> None:
    old = notes(SENTENCES[:1], "old")
    assert elsewhere(old, notes(SENTENCES[:1], "new")) == {"new/0": "old/0"}
    assert elsewhere(old, notes(SENTENCES[1:2], "new")) == {}


def test_of_several_alike_in_other_documents_none_is_taken() -> None:
    once, twice = notes(SENTENCES[:1], "old"), notes(SENTENCES[:1] * 2, "new")
    assert elsewhere(once, twice) == {}
    assert elsewhere(twice, once) == {}


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_share_and_texts_are_like_themselves(one: str, other: str) -> None:
    assert 0 <= alike(one, other) <= 1
    assert ratio(one, one) == alike(one, one) == 1
