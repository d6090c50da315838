"""The record as text: what a file holds, and what is told of one that is broken."""

import random
import re

import pytest
from casefiles import CASES, check
from hypothesis import given, settings
from hypothesis import strategies as st

from cardsmith.diagnostics import CardsmithError
from cardsmith.ledger import (
    Ask,
    KnownDocument,
    KnownNote,
    Parts,
    Record,
    Waived,
    digest,
    fold_subject,
    guid,
    known,
    read,
    write,
)
from cardsmith.ledger.cells import join_words
from cardsmith.model import Tier

ANY = st.text(st.characters(exclude_categories=()), max_size=12)
SECONDS = st.integers(0, 2**40)
NUMBERS = st.lists(ANY, max_size=4, unique=True).map(
    lambda terms: {term: 2 * at + 1 for at, term in enumerate(terms)}
)

# marks of cards: of a front and an answer, or of the sentence of a cloze
ASKS = st.lists(
    st.builds(
        Ask, st.sampled_from(["abcdefgh", "zyxwvu27"]), st.sampled_from(["", "aa22", "bb33"])
    ),
    max_size=3,
).map(tuple)


def rewritten(given_text: str) -> str:
    """The file as it is written after reading it, or what is told of it; a tab is shown as →."""
    text = given_text.replace("→", "\t")
    try:
        files = write(read({"decks/ledger/biology.tsv": text}))
    except CardsmithError as fault:
        return str(fault)
    return "\n".join(f"{name}:\n{content}" for name, content in files.items()).replace("\t", "→")


def test_what_is_wrong_with_a_file_is_told_with_its_line() -> None:
    check(CASES / "ledger" / "files.txt", rewritten)


@st.composite
def records(draw: st.DrawFn) -> Record:
    named = st.text(st.characters(exclude_categories=()), min_size=1, max_size=12)
    subjects = draw(st.lists(named, min_size=1, max_size=3, unique_by=fold_subject))
    documents = {}
    for key in draw(st.lists(named, max_size=4, unique=True)):
        documents[key] = KnownDocument(
            key=key,
            own=draw(named | st.just(key)),
            id=draw(ANY),
            question=draw(st.sampled_from(["", digest("why?")])),
            text=digest(draw(ANY)),
            home=draw(st.sampled_from(subjects)),
            chosen_by=join_words(draw(st.lists(named, max_size=2))),
            absent=draw(SECONDS),
        )
    notes: dict[str, KnownNote] = {}
    for key in documents:
        for name in draw(st.lists(ANY, max_size=3, unique=True)):
            made = draw(known_notes(key, name))
            notes.setdefault(made.key, made)
    waived: dict[str, Waived] = {}
    for key in documents:
        for name in draw(st.lists(ANY, max_size=2, unique=True)):
            gone = Waived(key, name, "same-note", draw(named), draw(ASKS))
            waived.setdefault(gone.key, gone)
    return Record(documents, notes, tuple(sorted(subjects)), waived)


@st.composite
def known_notes(draw: st.DrawFn, document: str, name: str) -> KnownNote:
    key = f"{document}/{name}"
    parts = Parts(
        document=document,
        name=name,
        guid=draw(st.sampled_from([guid(key), digest(key)])),
        modified=draw(SECONDS),
        digest=digest(draw(ANY)),
        type=draw(st.sampled_from(["qa", "term", "cloze"])),
        tier=draw(st.sampled_from(Tier)),
        released=draw(SECONDS),
        numbers=draw(NUMBERS),
        absent=draw(SECONDS),
        retired=draw(SECONDS),
        asks=draw(ASKS),
        front=draw(ANY),
        back=draw(ANY),
    )
    return known(parts)


@given(records())
def test_a_record_that_was_written_reads_as_it_was(record: Record) -> None:
    files = write(record)
    assert read(files) == record
    assert write(read(files)) == files


@given(records())
def test_files_are_lines_of_plain_text_under_plain_names(record: Record) -> None:
    for name, text in write(record).items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.tsv", name)
        assert text.endswith("\n")
        for line in text.split("\n"):
            # an editor may take blanks from the end of a line, and must not take a cell
            assert not line.endswith(("\t", "\r"))
        text.encode("utf-8")


@given(records(), st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter(record: Record, chance: random.Random) -> None:
    shuffled = {}
    for name, text in write(record).items():
        lines = text.split("\n")
        top = next(at for at, line in enumerate(lines) if line.startswith("subject\t")) + 1
        rest = lines[top:]
        chance.shuffle(rest)
        shuffled[name] = "\n".join([*lines[:top], *rest])
    assert read(shuffled) == record


@given(records(), st.data())
def test_lines_that_are_there_twice_say_no_more_than_once(
    record: Record, data: st.DataObject
) -> None:
    files = {}
    for name, text in write(record).items():
        lines = text.split("\n")
        again = data.draw(st.lists(st.sampled_from(lines), max_size=4))
        files[name] = "\n".join([*lines, *again])
    assert read(files) == record


@given(records())
def test_line_ends_and_the_mark_of_a_windows_editor_do_not_matter(record: Record) -> None:
    files = {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in write(record).items()}
    assert read(files) == record


@settings(max_examples=200)
@given(records(), st.data())
def test_no_damage_to_a_file_is_more_than_an_error(record: Record, data: st.DataObject) -> None:
    name, text = data.draw(st.sampled_from(sorted(write(record).items())))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    damaged = text[:start] + data.draw(st.text("ab1=;\t\n\\<#", max_size=8)) + text[end:]
    told = faults({name: damaged})
    assert all(re.match(rf"{re.escape(name)}:\d+: .", fault, re.DOTALL) for fault in told)


def faults(files: dict[str, str]) -> list[str]:
    try:
        read(files)
    except CardsmithError as fault:
        return [str(fault)]
    return []


def test_no_files_are_an_empty_record() -> None:
    assert read({}) == Record()
    assert write(Record()) == {}


def two_files(second: str) -> dict[str, str]:
    document = "document\tveins\t\t\t\t\t\tabc"
    return {
        "a.tsv": f"cardsmith-ledger\t1\nsubject\tBiology\n{document}",
        "b.tsv": f"cardsmith-ledger\t1\nsubject\t{second}\n{document}",
    }


def test_a_document_of_two_files_has_one_home_whichever_is_read_first() -> None:
    files = two_files("Medicine")
    turned = {"a.tsv": files["b.tsv"], "b.tsv": files["a.tsv"]}
    assert read(files) == read(turned)
    assert read(files).homes == {"veins": "Biology"}


def test_a_subject_of_two_files_is_told_with_both_places() -> None:
    fault = r"^b\.tsv:2: subject biology is also in a\.tsv:2; move the lines of this file there$"
    with pytest.raises(CardsmithError, match=fault):
        read(two_files("BIOLOGY"))


def test_a_document_without_a_listed_subject_is_written_all_the_same() -> None:
    veins = KnownDocument("veins", "veins", "", "", digest(""), "Biology")
    assert read(write(Record({"veins": veins}))) == Record({"veins": veins}, {}, ("Biology",))
