"""The cards room: which notes a document gives, and why a candidate became none."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import casefiles
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.cards import KINDS, Limits, make
from cardsmith.cards.cloze import name
from cardsmith.cards.faces import faces, holes
from cardsmith.cards.gate import HARD, OPEN, SOFT
from cardsmith.cards.leaks import kind_asked
from cardsmith.cards.study import study
from cardsmith.cards.topic import topics
from cardsmith.diagnostics import Diagnostic
from cardsmith.grammar import families
from cardsmith.model import Cloze, Document, Note, Rejection, Tier
from cardsmith.parser import parse

CONTENT = Path(__file__).parent.parent / "content"
SOURCES = sorted(CONTENT.rglob("*.md"))
ALL = Limits(notes=100, score=0)


def documents(text: str) -> list[Document]:
    found = list(parse("content/biology/sample.md", text.encode()))
    assert not [thing for thing in found if isinstance(thing, Diagnostic)], found
    return [thing for thing in found if isinstance(thing, Document)]


def notes(document: Document, limits: Limits = ALL) -> list[Note]:
    return [thing for thing in make(document, limits) if isinstance(thing, Note)]


def lines(text: str, kind: str) -> Iterator[str]:
    for document in documents(text):
        for thing in make(document, ALL):
            if thing.kind != kind:
                continue
            if isinstance(thing, Rejection):
                yield f"- {thing.code}: {thing.text}"
                continue
            yield f"+ {thing.name}"
            for face in faces(thing):
                front = face.front.replace("\n", " / ")
                context = f"({face.context}) " if face.context else ""
                yield f"  {context}{front} -> {face.answer.replace(chr(10), ' / ')}"


def standing(text: str) -> Iterator[str]:
    for document in documents(text):
        seen = study(document)
        yield from (piece.text for piece in seen.pieces)
        yield from (
            f"+ {piece.text[: piece.start]}| {piece.text[piece.start :]}" for piece in seen.pairs
        )


def topic(text: str) -> Iterator[str]:
    for document in documents(text):
        yield " · ".join(topics(document.front))


def sort(text: str) -> Iterator[str]:
    for document in documents(text):
        yield from (f"{name}: {kind}" for name, kind in sorted(study(document).sorts.items()))


def abroad(text: str) -> Iterator[str]:
    """Everything that a document in a language that is not read gives."""
    for document in documents(text):
        kinds = sorted({thing.kind for thing in make(document, ALL)})
        yield from (line for kind in kinds for line in (f"{kind}:", *lines(text, kind)))


# what all kinds look at
SEEN: dict[str, Callable[[str], Iterator[str]]] = {
    "abroad": abroad,
    "sort": sort,
    "standing": standing,
    "topic": topic,
}


@pytest.mark.parametrize("path", casefiles.files("cards"), ids=lambda path: path.stem)
def test_kind(path: Path) -> None:
    def told(text: str) -> Iterator[str]:
        return SEEN[path.stem](text) if path.stem in SEEN else lines(text, path.stem)

    casefiles.check(path, lambda text: "\n".join(told(text)))


def test_every_kind_has_its_case_file() -> None:
    assert {path.stem for path in casefiles.files("cards")} == {*KINDS, "sentence", *SEEN}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem[:40])
def test_every_document_of_ours_gives_an_open_card_and_a_core_that_covers_it(path: Path) -> None:
    for document in parse(str(path), path.read_bytes()):
        assert isinstance(document, Document)
        core = [note for note in notes(document, Limits()) if note.tier is Tier.CORE]
        assert any(note.kind in OPEN for note in core)
        closed = [note for note in core if note.kind not in OPEN]
        assert 4 <= len(closed) <= 12
        titles = {section.title for section in document.answer.sections if section.title}
        asked = {note.section for note in closed if note.section}
        assert len(asked) * 2 > min(len(titles), 12) or not titles


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem[:40])
def test_no_front_gives_its_answer_away(path: Path) -> None:
    for document in parse(str(path), path.read_bytes()):
        assert isinstance(document, Document)
        topic = families(document.front.question) | families(" ".join(document.front.keywords))
        for note in notes(document):
            if note.kind in OPEN:
                continue
            for face in faces(note):
                # "Which cell …?" may name what a diploid cell is
                secret = families(face.secret) - topic - kind_asked(face.said, face.secret)
                assert not secret & families(f"{face.said} {face.context}"), note.key


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem[:40])
def test_a_cloze_hides_words_of_its_source_and_is_whole_without_its_holes(path: Path) -> None:
    for document in parse(str(path), path.read_bytes()):
        assert isinstance(document, Document)
        for note in notes(document):
            if isinstance(note.body, Cloze):
                found = holes(note.body.text)
                assert 1 <= len(found) <= 7
                assert all(hole.text.strip() for hole in found)


def test_keys_are_unique_and_hold_no_place() -> None:
    for path in SOURCES:
        for document in parse(str(path), path.read_bytes()):
            assert isinstance(document, Document)
            keys = [note.key for note in notes(document)]
            assert len(keys) == len(set(keys))
            moved = replace(
                document,
                front=replace(document.front, id="1", subjects=("Elsewhere",)),
                answer=replace(document.answer, sections=document.answer.sections[::-1]),
            )
            assert {note.key for note in notes(moved)} == set(keys)


def test_the_name_of_a_sentence_never_changes() -> None:
    assert name("The spleen removes old cells.") == "the-spleen-removes-old-bd072825"
    assert name("  the SPLEEN removes old  cells.") == name("The spleen removes old cells.")


def test_the_budget_marks_and_drops_nothing() -> None:
    document = documents(SOURCES[0].read_text(encoding="utf-8"))[0]
    few = notes(document, Limits(notes=3, score=0))
    assert {note.key for note in few} == {note.key for note in notes(document)}
    core = [note for note in few if note.tier is Tier.CORE and note.kind not in OPEN]
    assert len(core) <= 3


def test_rules_have_distinct_names() -> None:
    assert not set(HARD) & set(SOFT)


@given(st.text(max_size=400))
def test_no_text_breaks_the_cards(text: str) -> None:
    front = "---\nquestion: What is a cell?\nsubject: Biology\nkeywords: cell, membrane\n---\n"
    for thing in parse("content/biology/sample.md", (front + text).encode("utf-8", "replace")):
        if isinstance(thing, Document):
            for note in notes(thing):
                assert list(faces(note))
