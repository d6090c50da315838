"""Decks: which notes are in them, in which order, and what they are called."""

from dataclasses import replace
from itertools import pairwise

import pytest
from builders import cloze, front, note, studied
from casefiles import CASES, check
from hypothesis import given
from hypothesis import strategies as st

from cardsmith.diagnostics import CardsmithError
from cardsmith.ledger import Record, fold_subject, identify, slugs
from cardsmith.model import Deck, Front, Kept, Preset, Studied, Term, Tier
from cardsmith.scheduler import Plan, home, schedule, shown, slug
from cardsmith.scheduler.order import documents

PRESET = Preset("school", new_per_day=10, reviews_per_day=200, retention=0.9)


def plan(*fronts: Front, root: str = "School", homes: dict[str, str] | None = None) -> Plan:
    names = shown(fronts, {}, {fold_subject(name): name for name in (homes or {}).values()})
    return Plan(root, names, homes or {}, PRESET, "May 2026")


def decks(*given_documents: Studied) -> tuple[Deck, ...]:
    return schedule(given_documents, plan(*(each.front for each in given_documents)))


def asked(deck: Deck) -> list[str]:
    return [placed.kept.note.key for placed in deck.notes]


def names(given_text: str) -> str:
    """Lines ``3 x Biology`` (documents), ``alias a = b`` and ``known b``; the names to show."""
    fronts: list[Front] = []
    aliases: dict[str, str] = {}
    known: dict[str, str] = {}
    for line in given_text.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "alias":
            other, _, name = rest.partition(" = ")
            aliases[other] = name
        elif kind == "known":
            known[fold_subject(rest)] = rest
        else:
            fronts += [front("blood", subjects=[rest.removeprefix("x ")])] * int(kind)
    try:
        found = shown(fronts, aliases, known)
    except CardsmithError as fault:
        return str(fault)
    return "\n".join(f"{spelled} → {name}" for spelled, name in found.items())


def test_spellings_of_a_subject_are_one_subject() -> None:
    check(CASES / "scheduler" / "subjects.txt", names)


def test_a_subject_is_spelled_for_files_and_tags_in_plain_ascii() -> None:
    check(
        CASES / "scheduler" / "slugs.txt",
        lambda text: "\n".join(f"{name} → {slug(name)}" for name in text.splitlines()),
    )


def test_two_names_that_are_spelled_alike_are_told_apart() -> None:
    found = slugs(["Résumé", "Resume"])
    assert found["Resume"] == "resume"
    assert found["Résumé"].startswith("resume-")


@given(st.lists(st.text(min_size=1, max_size=20), unique_by=fold_subject))
def test_no_two_subjects_share_a_slug(subjects: list[str]) -> None:
    assert len(set(slugs(subjects).values())) == len(subjects)


@given(st.text(max_size=90))
def test_a_slug_is_fit_for_files_and_tags(name: str) -> None:
    assert 0 < len(slug(name)) <= 60
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def order(given_text: str) -> str:
    """Lines ``key date: related keys``; the order that they are learned in."""
    known = []
    for line in given_text.splitlines():
        head, _, related = line.partition(":")
        key, _, date = head.partition(" ")
        names = [name.upper() for name in related.split()]
        known.append(studied(front(key, date=date, related=names)))
    return " ".join(each.front.key for each in documents(known))


def test_related_documents_are_learned_near_each_other() -> None:
    check(CASES / "scheduler" / "order.txt", order)


def deck_of(given_text: str) -> str:
    """Lines ``kind name`` of one document; the order that its notes are learned in."""
    notes = []
    for count, line in enumerate(given_text.splitlines(), 1):
        kind, _, name = line.partition(" ")
        notes.append(note("blood", kind, name, count))
    (deck,) = decks(studied(front("blood"), *notes))
    return "\n".join(f"{each.kept.note.kind} {each.kept.note.name}" for each in deck.notes)


def test_a_document_is_learned_from_what_it_is_about_to_all_of_it() -> None:
    check(CASES / "scheduler" / "notes.txt", deck_of)


def test_a_subject_is_a_deck_below_the_root() -> None:
    blood, tides = front("blood"), front("tides", subjects=["Marine  Biology"])
    made = decks(
        studied(blood, note("blood", "term", "clot")), studied(tides, note("tides", "term", "ebb"))
    )
    assert [(deck.name, deck.slug) for deck in made] == [
        ("School::Biology", "biology"),
        ("School::Marine Biology", "marine-biology"),
    ]
    assert [asked(deck) for deck in made] == [["blood/term/clot"], ["tides/term/ebb"]]
    assert {deck.preset for deck in made} == {PRESET}


@pytest.mark.parametrize(
    ("root", "subject", "name"),
    [
        ("", "Biology", "Biology"),
        ("School::Year 1", "Biology", "School::Year 1::Biology"),
        ("School", "C++::STL", "School::C++: STL"),
        ("School", ":Biology:", "School::Biology"),
        ("School", "Cells\x07 and\tblood", "School::Cells and blood"),
        ("School", "", "School::Unsorted"),
        ("School", "E\u0301tudes", "School::\u00c9tudes"),
    ],
)
def test_a_deck_has_a_name_that_anki_leaves_alone(root: str, subject: str, name: str) -> None:
    about = front("blood", subjects=[subject])
    known = [studied(about, note("blood", "term", "clot"))]
    assert schedule(known, plan(about, root=root))[0].name == name


def test_a_document_without_notes_makes_no_deck() -> None:
    assert decks(studied(front("blood"))) == ()


def test_a_document_of_two_subjects_is_in_one_deck_and_tagged_with_both() -> None:
    about = front("blood", subjects=["Medicine", "Biology"])
    (deck,) = decks(studied(about, note("blood", "term", "clot")))
    assert deck.name == "School::Biology"
    assert deck.notes[0].tags == (
        "doc::blood",
        "kind::term",
        "subject::biology",
        "subject::medicine",
        "tier::core",
    )


def test_a_document_keeps_its_home_when_it_moves_to_another_subject() -> None:
    about = front("blood", subjects=["Medicine"])
    moved = plan(about, homes={"blood": "Biology"})
    (deck,) = schedule([studied(about, note("blood", "term", "clot"))], moved)
    assert home(about, moved) == "Biology"
    assert deck.name == "School::Biology"
    assert "subject::medicine" in deck.notes[0].tags
    assert "subject::biology" not in deck.notes[0].tags


def test_a_deck_on_record_keeps_its_name_when_another_spelling_prevails() -> None:
    fronts = [front(key, subjects=["Health Studies"]) for key in ("blood", "bones")]
    settled = plan(*fronts, homes={"blood": "Health studies"})
    made = schedule([studied(each, note(each.key, "term", "a")) for each in fronts], settled)
    assert [deck.name for deck in made] == ["School::Health studies"]


def test_an_extra_note_is_tagged_as_one() -> None:
    extra = replace(note("blood", "term", "clot"), tier=Tier.EXTRA)
    (deck,) = decks(studied(front("blood"), extra))
    assert "tier::extra" in deck.notes[0].tags


@pytest.mark.parametrize("key", ["Blut & Boden", "кровь", "a::b", "blood~2", "x" * 300, "a\u3000b"])
def test_a_tag_is_one_word_of_a_sane_length(key: str) -> None:
    (deck,) = decks(studied(front(key), note(key, "term", "clot")))
    (tag,) = [tag for tag in deck.notes[0].tags if tag.startswith("doc::")]
    name = tag.removeprefix("doc::")
    assert 0 < len(name) <= 80
    assert name.isascii()
    assert not set(name) & set(" :~&")


def test_keys_that_differ_only_in_signs_have_tags_of_their_own() -> None:
    keys = ["blood-2", "blood~2", "Blood-2", "x" * 300, "x" * 301]
    made = decks(*(studied(front(key), note(key, "term", "clot")) for key in keys))
    tags = {tag for placed in made[0].notes for tag in placed.tags if tag.startswith("doc::")}
    assert len(tags) == len(keys)


@pytest.mark.parametrize(
    ("size", "gap"), [(1, 100), (9_999, 100), (10_000, 50), (60_000, 10), (100_000, 1)]
)
def test_places_have_room_between_them_and_stay_below_a_million(size: int, gap: int) -> None:
    one = Kept(note("blood", "term", "clot"), "guid")
    (deck,) = decks(Studied(front("blood"), (one,) * size))
    places = [placed.due for placed in deck.notes]
    assert places == list(range(gap, gap * size + 1, gap))
    assert places[-1] <= 999_999


def test_a_deck_says_what_it_is_and_how_to_update_it() -> None:
    term = replace(
        note("blood", "term", "clot"), body=Term((), (), (), (), reverse_context="blood")
    )
    (hidden,) = identify([cloze("The [heart] pumps [blood], its own [blood] too.")], Record())
    about = front("blood", subjects=["C# <notes>"])
    known = Studied(about, (Kept(term, "one"), Kept(note("blood", "fact", "red"), "two"), hidden))
    (deck,) = decks(known)
    first, release, update, *_ = deck.description.split("\n\n")
    assert first == r"**C\# \<notes\>**: 3 notes, 5 cards, made from 1 document."
    assert release == "Release: May 2026"
    assert "leave the options as they are" in update


KEYS = st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=10)


@st.composite
def collections(draw: st.DrawFn) -> list[Studied]:
    return [draw(a_document(key)) for key in draw(KEYS)]


@st.composite
def a_document(draw: st.DrawFn, key: str) -> Studied:
    about = front(
        key,
        subjects=draw(st.lists(st.sampled_from(["Biology", "biology", "Medicine"]), min_size=1)),
        related=[
            name.upper() for name in draw(st.lists(st.sampled_from("abcdefghij"), max_size=4))
        ],
        date=draw(st.sampled_from(["", "2026-01-01", "2026-02-01", "2026-03-01"])),
    )
    kinds = draw(st.lists(st.sampled_from(["overview", "term", "cloze", "explain"]), min_size=1))
    notes = [note(key, kind, f"{at}", draw(st.integers(1, 9))) for at, kind in enumerate(kinds)]
    return studied(about, *notes)


@given(collections(), st.data())
def test_the_order_that_documents_come_in_changes_nothing(
    known: list[Studied], data: st.DataObject
) -> None:
    mixed = [
        replace(each, notes=tuple(data.draw(st.permutations(each.notes))))
        for each in data.draw(st.permutations(known))
    ]
    assert decks(*mixed) == decks(*known)


@given(collections())
def test_every_note_is_in_one_deck_once_in_rising_places(known: list[Studied]) -> None:
    made = decks(*known)
    assert sorted(key for deck in made for key in asked(deck)) == sorted(
        kept.note.key for each in known for kept in each.notes
    )
    for deck in made:
        assert all(earlier.due < later.due for earlier, later in pairwise(deck.notes))


@given(collections(), a_document("new"))
def test_a_later_document_turns_no_two_others_around(known: list[Studied], new: Studied) -> None:
    later = replace(new, front=replace(new.front, date="2026-04-01"))
    before = [each.front.key for each in documents(known)]
    after = [each.front.key for each in documents([*known, later])]
    assert [key for key in after if key != "new"] == before


@given(collections(), collections())
def test_documents_that_are_added_move_no_other_to_another_deck(
    known: list[Studied], more: list[Studied]
) -> None:
    fronts = [each.front for each in known]
    before = plan(*fronts)
    homes = {each.key: home(each, before) for each in fronts}
    after = plan(*fronts, *(each.front for each in more), homes=homes)
    assert {each.key: home(each, after) for each in fronts} == homes


def test_a_long_circle_of_relations_is_ordered_all_the_same() -> None:
    size = 4000
    ring = [
        studied(front(f"d{at:04}", related=[f"D{(at + 1) % size:04}", f"D{(at - 1) % size:04}"]))
        for at in range(size)
    ]
    assert len(documents(ring)) == size
    assert documents(ring)[0].front.key == "d0000"
