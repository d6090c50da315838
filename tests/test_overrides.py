"""People's corrections to single notes: what becomes of the notes, and what is told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import casefiles
import pytest
from builders import paragraph, runs
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.cards import Limits, make_corrected
from cardsmith.cards.editing.corrections import Proposed, corrected
from cardsmith.cards.editing.keyplaces import key_places
from cardsmith.cards.editing.overrides import NO_OVERRIDES
from cardsmith.cards.editing.stanzas import FIELDS, KEYS, read
from cardsmith.cards.faces import faces, holes
from cardsmith.diagnostics import Diagnostic
from cardsmith.markup import flat
from cardsmith.model import QA, Body, Cloze, Document, Note, Rejection, Span, Term, Tier
from cardsmith.parser import parse

HEART = "The heart is a hollow muscle that pumps blood through the body."
AORTA = "The left ventricle pushes blood into the aorta at a pressure of 120 mmHg."
IRON = "Hemoglobin binds oxygen with four atoms of iron."
TEXT = f"""---
question: What moves the blood?
subject: Biology
keywords: blood, heart, aorta
---
{HEART} {AORTA}

## Red cells
{IRON}
"""
DOCUMENT = next(each for each in parse("blood.md", TEXT.encode()) if isinstance(each, Document))


def noted(kind: str, name: str, body: Body, source: str) -> Note:
    span = Span("blood.md", 6, 1)
    return Note("blood", kind, name, body, "blood", "", runs(source), span, 80)


NOTES = (
    noted(
        "term",
        "heart",
        Term(
            runs("Heart"),
            runs("A hollow muscle"),
            runs("What is the heart?"),
            runs("What is this called?"),
            "blood",
        ),
        HEART,
    ),
    noted(
        "cloze",
        "the-left",
        Cloze(paragraph("The left ventricle pushes blood into the [aorta] at [120 mmHg].")),
        AORTA,
    ),
    noted(
        "fact",
        "iron",
        QA(paragraph("What binds oxygen?"), paragraph("Hemoglobin")),
        IRON,
    ),
)
REFUSED = Rejection("blood", "cloze", "leak", "hemoglobin-binds", Span("blood.md", 9, 1))
PROPOSED = Proposed(DOCUMENT, NOTES, (REFUSED,))


def differences(stanzas: str) -> Iterator[str]:
    """The notes that stanzas change, add or take away, and all that is told."""
    before = {note.key: note for note in NOTES}
    for thing in corrected(PROPOSED, read("blood.toml", stanzas)):
        match thing:
            case Diagnostic():
                yield str(thing)
            case Rejection():
                yield f"- {thing.kind}/{thing.text}: {thing.code}"
            case Note() if before.get(thing.key) != thing:
                yield from shown(thing)
            case Note():
                pass


def shown(note: Note) -> Iterator[str]:
    yield f"+ {note.kind}/{note.name} at {note.span}"
    hints = [hole.hint for hole in holes(note.body.text)] if isinstance(note.body, Cloze) else []
    for number, face in enumerate(faces(note)):
        front = face.front.replace("\n", " / ")
        context = f"({face.context}) " if face.context else ""
        hint = f" [{hints[number]}]" if hints and hints[number] else ""
        yield f"  {context}{front}{hint} -> {face.answer.replace(chr(10), ' / ')}"


@pytest.mark.parametrize("path", casefiles.files("overrides"), ids=lambda path: path.stem)
def test_what_becomes_of_notes(path: Path) -> None:
    casefiles.check(path, lambda stanzas: "\n".join(differences(stanzas)))


def test_a_note_keeps_its_identity_and_its_sentence_whatever_its_words_are() -> None:
    changed = {
        thing.key: thing
        for thing in corrected(
            PROPOSED, read("blood.toml", '["fact/iron"]\nback = "A protein"\ncontext = ""\n')
        )
        if isinstance(thing, Note)
    }
    assert changed.keys() == {note.key for note in NOTES}
    assert flat(changed["blood/fact/iron"].source) == IRON


def test_a_hole_of_new_words_keeps_the_term_that_its_number_belongs_to() -> None:
    stanza = "['cloze/the-left']\ntext = 'Into the {{c2::**aorta**}}, at {{c1::120 $mmHg$}}.'\n"
    (note,) = (
        thing
        for thing in corrected(PROPOSED, read("blood.toml", stanza))
        if isinstance(thing, Note) and isinstance(thing.body, Cloze)
    )
    assert isinstance(note.body, Cloze)
    assert [hole.term for hole in holes(note.body.text)] == ["aorta", "120 mmhg"]


@pytest.mark.parametrize(
    ("pin", "tier"), [("pin = true", Tier.CORE), ('tier = "extra"', Tier.EXTRA)]
)
def test_a_tier_that_people_give_holds_whatever_the_budget_says(pin: str, tier: Tier) -> None:
    few = Limits(notes=3, score=0)
    plain = [n for n in make_corrected(DOCUMENT, few, NO_OVERRIDES) if isinstance(n, Note)]
    other = next(note for note in plain if note.tier is not tier and note.kind != "explain")
    stanza = f'["{other.kind}/{other.name}"]\n{pin}\n'
    made = list(make_corrected(DOCUMENT, few, read("blood.toml", stanza)))
    assert replace(other, tier=tier) in made
    assert {n.key for n in made if isinstance(n, Note)} == {n.key for n in plain}


def test_an_added_note_pushes_no_other_out_of_the_core() -> None:
    few = Limits(notes=2, score=0)
    plain = {n for n in make_corrected(DOCUMENT, few, NO_OVERRIDES) if isinstance(n, Note)}
    stanza = '[add.pulse]\nfront = "What is felt at the wrist?"\nback = "The pulse"\n'
    made = {
        n for n in make_corrected(DOCUMENT, few, read("blood.toml", stanza)) if isinstance(n, Note)
    }
    (added,) = made - plain
    assert plain < made
    assert (added.key, added.tier) == ("blood/own/pulse", Tier.CORE)


def test_a_file_that_is_no_toml_holds_every_note_back() -> None:
    things = list(corrected(PROPOSED, read("blood.toml", '["fact/iron"\ndrop = true\n')))
    faults = [str(thing) for thing in things if isinstance(thing, Diagnostic)]
    assert faults[0].startswith("blood.toml:1:13: error[override-syntax] is no TOML: ")
    assert not [thing for thing in things if isinstance(thing, Note)]


NAMES = st.sampled_from(["fact/iron", "term/heart", "cloze/the-left", "fact/none", "odd"])
VALUES = st.one_of(
    st.sampled_from(["true", "1", '"core"', "'{{c1::x}} y'", "[]", '{ "aorta" = "x" }']),
    st.text(
        st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters="'"), max_size=12
    ).map(lambda text: f"'{text}'"),
)
LINES = st.dictionaries(st.sampled_from([*sorted(KEYS), "bakc"]), VALUES, max_size=4)


@given(
    st.dictionaries(NAMES, LINES, max_size=3),
    st.dictionaries(st.text("ab", min_size=1), LINES, max_size=2),
)
def test_whatever_a_file_says_each_note_is_there_or_told(
    stanzas: dict[str, dict[str, str]], added: dict[str, dict[str, str]]
) -> None:
    tables = {f'"{name}"': lines for name, lines in stanzas.items()}
    tables |= {f"add.{name}": lines for name, lines in added.items()}
    text = "".join(
        f"[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items())
        for name, lines in tables.items()
    )
    overrides = read("blood.toml", text)
    assert overrides.sound
    things = list(corrected(PROPOSED, overrides))
    there = {f"{t.kind}/{t.name}" for t in things if isinstance(t, Note)}
    gone = {f"{t.kind}/{t.text}" for t in things if isinstance(t, Rejection)}
    assert {"fact/iron", "term/heart", "cloze/the-left"} <= there | gone
    assert not there & gone
    lines = text.count("\n") + 1
    for thing in things:
        if isinstance(thing, Diagnostic):
            assert 1 <= thing.span.line <= lines


KEYED = r"""# [no.table]
top = 1
["a/b c"]
x = '''
[no.table]
y = "no key"
z = 1'''
"q u" = '''
y = 2'''
  [ add . 'n m' ]  # a comment
z.w = "value"
"""


def test_keys_are_found_where_they_stand_and_nowhere_else() -> None:
    lines = KEYED.split("\n")
    found = {
        path: (KEYED.count("\n", 0, place.key) + 1, KEYED[place.value :].split("\n", maxsplit=1)[0])
        for path, place in key_places(KEYED).items()
    }
    assert found == {
        ("top",): (2, "1"),
        ("a/b c",): (3, ""),
        ("a/b c", "x"): (4, lines[4]),
        ("a/b c", "q u"): (8, lines[8]),
        ("add", "n m"): (10, "  # a comment"),
        ("add", "n m", "z"): (11, lines[10]),
        ("add", "n m", "z", "w"): (11, 'value"'),
    }


def test_the_keys_of_a_stanza_are_known_to_its_help() -> None:
    assert set(FIELDS) < KEYS
