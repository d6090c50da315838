"""The judge of cards: what it strikes out, what it lets pass, what it counts."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import casefiles
import projects
import pytest
from builders import HERE, front, paragraph, runs
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.build.proofs import proofs as proved
from cardsmith.build.sources import shown
from cardsmith.build.work import carded, documents_of
from cardsmith.cards import Limits
from cardsmith.cards.editing.overrides import NO_OVERRIDES
from cardsmith.cards.lint import CHECKS, Weight, lint, page
from cardsmith.cards.lint.figures import TWINS, Figures, figures, judged
from cardsmith.cards.lint.proof import Proof, proof
from cardsmith.cards.lint.text import stem, stems
from cardsmith.executors import EXECUTORS
from cardsmith.model import (
    QA,
    Answer,
    Cloze,
    Document,
    Entry,
    Listing,
    Marker,
    Nature,
    Note,
    Section,
    Term,
    Text,
    Tier,
)

CORE = frozenset({Tier.CORE})


def document(
    text: str, question: str = "How does blood move?", keywords: str = "heart"
) -> Document:
    """A document whose answer is one paragraph."""
    said = replace(front("blood", question), keywords=tuple(keywords.split(", ")))
    return Document(said, Answer(paragraph(text), (), ()))


def body(kind: str, asked: str, answer: str) -> QA | Term | Cloze:
    """The body of a note: Q and A, T for a term, C for a sentence with [holes], L for a list."""
    match kind:
        case "T":
            ask, name = (Text(f"What is {asked}?"),), (Text("What is this called?"),)
            return Term(runs(asked), runs(answer), ask, name, "")
        case "C":
            return Cloze(paragraph(asked))
        case "L":
            head, *items = asked.split(" / ")
            return Cloze((*paragraph(head), listed(items)))
        case _:
            return QA(paragraph(asked), paragraph(answer))


def listed(items: list[str]) -> Listing:
    entries = tuple(Entry("", paragraph(item), HERE) for item in items)
    return Listing(entries, Marker.BULLET, HERE)


def note(kind: str, asked: str, answer: str, topic: str = "", source: str = "") -> Note:
    name = f"{asked} {answer}".replace("[", "").replace("]", "")
    source = source or name
    made = body(kind, asked, answer)
    return Note("blood", "fact", name, made, topic, "", (Text(source),), HERE, 80)


def read(text: str) -> tuple[Document, list[Note]]:
    """A case: what its page says, then its cards, each under its topic line and source."""
    said = {"question": "How does blood move?", "keywords": "heart", "text": "", "topic": ""}
    made: list[Note] = []
    for line in text.splitlines():
        key, _, value = line.partition(": ")
        if key in ("Q", "T", "C", "L"):
            asked, _, answer = value.partition(" -> ")
            made.append(note(key, asked, answer, said["topic"], said.get("source", "")))
        else:
            said[key] = value
    told = said["text"] or " ".join(each.name for each in made)
    return document(told, said["question"], said["keywords"]), made


def told(text: str) -> Iterator[str]:
    seen, made = read(text)
    for each in made:
        found = [f"{f.code}: {f.detail}" for f in lint(each, page(seen))]
        yield " | ".join(found) if found else "clean"


@pytest.mark.parametrize("path", casefiles.files("lint"), ids=lambda path: path.stem)
def test_cards_are_judged(path: Path) -> None:
    casefiles.check(path, lambda text: "\n".join(told(text)))


def test_every_check_has_a_case_that_it_finds() -> None:
    cases = [case for path in casefiles.files("lint") for case in casefiles.read(path)]
    found = {
        part.split(":")[0]
        for case in cases
        for part in case.gives.replace("\n", " | ").split(" | ")
    }
    assert found - {"clean"} == set(CHECKS)


def test_related_words_have_one_stem() -> None:
    for family in (
        "inhibit inhibits inhibited inhibiting inhibitor inhibition",
        "history historical",
        "capitalism capitalist",
        "resistance resistant resist",
        "diagnosis diagnoses",
        "influence influenced",
        "excitotoxic excitotoxicity",
    ):
        assert len({stem(word) for word in family.split()}) == 1, family


def test_words_of_other_families_have_other_stems() -> None:
    for pair in ("general generation", "organ organic", "habit habitat", "ion iron", "rate ratio"):
        first, second = pair.split()
        assert stem(first) != stem(second), pair


@given(st.text(max_size=60), st.text(max_size=30), st.sampled_from("QTCL"))
def test_no_card_breaks_the_judge(asked: str, answer: str, kind: str) -> None:
    seen = page(document("The heart pumps blood."))
    hidden = f"{asked.replace('[', '').replace(']', '')} [{answer.replace(']', '') or 'x'}]"
    for finding in lint(note(kind, hidden if kind in "CL" else asked, answer), seen):
        assert finding.detail
        assert finding.weight is CHECKS[finding.code].weight


@given(st.lists(st.sampled_from("The heart pumps blood into arteries".split()), min_size=1))
def test_stems_do_not_depend_on_case_or_order(words: list[str]) -> None:
    assert stems(" ".join(words)) == stems(" ".join(words[::-1]).upper())


def proofs(*cards: tuple[str, str, str, str]) -> list[Proof]:
    """A document for each card: its name, then kind, front and answer of its only note."""
    made = []
    for name, kind, asked, answer in cards:
        seen = document(f"{asked} {answer}")
        one = note(kind, asked, answer)
        made.append(proof(seen, [replace(one, document=name)], name))
    return made


def codes(made: list[Proof]) -> dict[str, set[str]]:
    return {
        each.row.note.split("/")[0]: {code for code, _ in each.faults} & set(TWINS)
        for each in judged(made, CORE)
    }


def test_one_front_with_two_answers_is_ambiguous_on_both_cards() -> None:
    found = codes(
        proofs(
            ("one", "Q", "What carries oxygen in the blood?", "Hemoglobin"),
            ("two", "Q", "What carries oxygen in the blood?", "Red cells"),
            ("three", "Q", "What carries oxygen in the muscle?", "Myoglobin"),
        )
    )
    assert found == {"one": {"ambiguous"}, "two": {"ambiguous"}, "three": set()}


def test_a_topic_line_tells_two_fronts_apart_and_that_is_told() -> None:
    seen = document("Valves open into the aorta and into the pulmonary artery.")
    made = [
        proof(seen, [replace(note("Q", "What opens here?", answer, topic), document=topic)], topic)
        for topic, answer in (("left side", "Aortic valve"), ("right side", "Pulmonary valve"))
    ]
    assert codes(made) == {"left side": {"same-front"}, "right side": {"same-front"}}
    assert all(each.clean for each in judged(made, CORE))


def test_a_card_that_repeats_another_note_is_a_duplicate_and_the_first_is_not() -> None:
    found = codes(
        proofs(
            ("one", "Q", "Which cells carry oxygen in the blood?", "Red cells"),
            ("two", "Q", "Which cells carry oxygen in the blood?", "Red cells"),
            ("three", "Q", "Which cells carry antibodies in the blood?", "Plasma cells"),
        )
    )
    assert found == {"one": set(), "two": {"duplicate"}, "three": set()}


def test_signs_tell_two_fronts_apart() -> None:
    found = codes(
        proofs(
            ("one", "C", "The point (x, y) is mirrored to (-x, y) at the [y-axis].", ""),
            ("two", "C", "The point (x, y) is mirrored to (x, -y) at the [x-axis].", ""),
        )
    )
    assert found == {"one": set(), "two": set()}


WORDS = "heart lung vein valve nerve bone".split()


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=4, max_size=8), max_size=8))
def test_doubles_are_those_that_comparing_all_pairs_finds(fronts: list[list[str]]) -> None:
    made = proofs(*((f"d{at}", "Q", " ".join(each), "x") for at, each in enumerate(fronts)))
    prints = [row.print.shingles for each in made for row in each.rows]
    alike = {
        f"d{at}"
        for at, one in enumerate(prints)
        if any(len(one & other) >= 0.9 * len(one | other) for other in prints[:at])
    }
    assert {name for name, found in codes(made).items() if "duplicate" in found} == alike


def counted(*cards: tuple[str, str, str, str]) -> Figures:
    made = proofs(*cards)
    cores = judged(made, CORE)
    return figures(made, cores, cores)


def test_a_fault_of_taste_costs_no_card_its_cleanness_and_a_leak_does() -> None:
    found = counted(
        ("one", "Q", "What crucial fluid do arteries carry from the left ventricle?", "Plasma"),
        ("two", "Q", "Which cells clot the blood of a wound?", "Blood platelets"),
    )
    assert found.defects["praises"] == 1
    assert found.defects["leak"] == 1
    assert found.clean == 0.5
    assert found.leak_rate == 500


def test_wordings_are_counted_by_their_beginnings() -> None:
    same = tuple((f"a{n}", "Q", f"What does the {word} do?", "x") for n, word in enumerate(WORDS))
    found = counted(*same)
    assert found.wordings["four words, content as slots"] == 1
    assert found.wordings["first three words"] == 1
    other = counted(*same, ("b", "Q", "Where are red cells made?", "In the marrow"))
    assert other.wordings["first two words"] == 1
    assert other.answer_words == (1, 2)


def test_keywords_and_sections_count_where_a_clean_card_asks_for_them() -> None:
    titled = tuple(
        Section(title, at, paragraph(text), Nature.NAMED, HERE)
        for at, (title, text) in enumerate(
            (("Valves", "Valves stop blood from flowing back."), ("Walls", "Walls are thick.")), 1
        )
    )
    seen = document("", "How does the heart work?", "valves, walls, aorta")
    seen = replace(seen, answer=Answer((), titled, ()))
    made = Note(
        document="blood",
        kind="fact",
        name="back",
        body=QA(paragraph("What stops blood from flowing back?"), paragraph("Valves")),
        context="",
        section="Valves",
        source=(Text("Valves stop blood from flowing back."),),
        span=HERE,
        score=80,
    )
    found = [proof(seen, [made], "blood")]
    cards = judged(found, CORE)
    result = figures(found, cards, cards)
    assert result.sections == 0.5
    # the aorta is no word of the answer, so nobody could ask for it
    assert result.keywords == 0.5


def test_refusals_with_cards_are_counted() -> None:
    seen = document("I cannot answer this. The heart pumps blood.")
    found = [proof(seen, [note("C", "The heart pumps [blood].", "")], "blood")]
    assert figures(found, (), ()).refusals_carded == 1


def test_rules_of_one_card_and_of_several_have_distinct_names() -> None:
    assert not set(CHECKS) & set(TWINS)
    assert not any(each.weight is Weight.TWIN for each in CHECKS.values())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return projects.make(tmp_path)


def test_the_command_tells_findings_and_figures_and_writes_nothing(project: Path) -> None:
    before = projects.files(project)
    ran = projects.run(project, "check", "--cards")
    assert "cards without a hard defect" in ran.out
    assert projects.files(project) == before
    found = json.loads(projects.run(project, "check", "--cards", "--full", "--json").out)
    assert found["figures"]["documents"] == 2
    hard = [each for each in found["findings"] if each["weight"] != "taste"]
    full = projects.run(project, "check", "--cards", "--full", "--quiet")
    assert full.out == ""
    assert full.code == (1 if hard else 0)
    assert len(full.err.splitlines()) == len(found["findings"])


def test_an_authors_bad_card_makes_the_command_fail(project: Path) -> None:
    own = "# Blood\n\nQ: Is blood red?\nA: Yes\n"
    projects.write(project, "content/biology/own.md", own)
    ran = projects.run(project, "check", "--cards", "content/biology/own.md")
    assert ran.code == 1
    assert "content/biology/own.md:3:4: warning[yes-no]" in ran.err


def test_documents_are_judged_alike_in_one_process_and_in_several(project: Path) -> None:
    files = sorted((project / "content").rglob("*.md"))
    made = [
        carded(each, Limits(), NO_OVERRIDES)
        for file in files
        for each in documents_of(file)
        if isinstance(each, Document)
    ]
    read_from = {shown(file): file for file in files}
    found = []
    for way in ("serial", "processes"):
        with EXECUTORS[way](2) as executor:
            done: list[int] = []
            found.append(tuple(proved(made, read_from, executor, done.append)))
            assert sum(done) == len(made)
    assert found[0] == found[1]
    assert any(row.faults == () for each in found[0] for row in each.rows)
