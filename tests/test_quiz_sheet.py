"""What a sheet promises: fair parts, balanced keys, the same questions in every version."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quizsamples import item, pool, run_under, text

from cardsmith.diagnostics import CardsmithError
from cardsmith.markup import flat
from cardsmith.model import Bank, Choice, Item, Part, Sheet, TrueFalse
from cardsmith.quiz import Recipe, draw
from cardsmith.quiz.independence import clash
from cardsmith.quiz.sampling import apportioned
from cardsmith.quiz.versions import mark

POOL = pool(60)
RECIPE = Recipe("Cells", count=20, seed=2026, versions="AB")


def ids(sheet: Sheet, version: int = 0) -> list[str]:
    return [item.id for part in sheet.versions[version].parts for item in part.items]


def part(sheet: Sheet, kind: str, version: int = 0) -> Part:
    return next(part for part in sheet.versions[version].parts if part.kind == kind)


def marks(sheet: Sheet, kind: str, version: int = 0) -> str:
    return "".join(mark(item) for item in part(sheet, kind, version).items)


def test_twenty_questions_are_six_choices_four_statements_six_gaps_and_four_answers() -> None:
    sheet = draw(POOL, RECIPE)
    counts = [(part.kind, len(part.items)) for part in sheet.versions[0].parts]
    assert counts == [("choice", 6), ("true-false", 4), ("bank", 6), ("short", 4)]
    assert sheet.points == 24


@pytest.mark.parametrize("count", [1, 3, 7, 10, 20, 33, 50])
def test_other_counts_keep_the_proportions(count: int) -> None:
    sheet = draw(POOL, replace(RECIPE, count=count))
    assert len(ids(sheet)) == count


def test_shares_are_given_by_largest_remainders() -> None:
    shares = {"bank": 6, "choice": 6, "short": 4, "true-false": 4}
    assert sum(apportioned(shares, 7).values()) == 7
    assert apportioned(shares, 20) == shares
    assert apportioned({}, 5) == {}


def test_a_recipe_may_name_its_parts() -> None:
    sheet = draw(POOL, replace(RECIPE, count=6, parts=(("short", 1), ("choice", 1))))
    assert [(part.kind, len(part.items)) for part in sheet.versions[0].parts] == [
        ("choice", 3),
        ("short", 3),
    ]


def test_an_unknown_kind_is_told_with_the_nearest_one() -> None:
    with pytest.raises(CardsmithError, match="did you mean 'choice'"):
        draw(POOL, replace(RECIPE, parts=(("choices", 1),)))


def test_a_pool_that_is_dry_of_one_kind_is_filled_from_the_others() -> None:
    without = [item for item in POOL if item.kind != "choice"]
    counts = Counter(item.kind for item in drawn(without))
    assert sum(counts.values()) == 20
    assert counts["choice"] == 0
    assert counts["true-false"] == 4


def drawn(items: list[Item]) -> list[Item]:
    return [item for part in draw(items, RECIPE).versions[0].parts for item in part.items]


def test_fewer_items_than_asked_for_is_fine() -> None:
    sheet = draw(pool(1), RECIPE)
    assert 3 <= len(ids(sheet)) <= 6


def test_no_item_at_all_says_what_to_do() -> None:
    with pytest.raises(CardsmithError, match="take in more"):
        draw([], RECIPE)


def test_statements_that_are_all_true_make_no_part() -> None:
    only_true = [item for item in POOL if not isinstance(item.body, TrueFalse) or item.body.truth]
    assert "true-false" not in {item.kind for item in drawn(only_true)}


@pytest.mark.parametrize("count", range(8, 60, 7))
def test_between_three_and_seven_of_ten_statements_are_true(count: int) -> None:
    sheet = draw(POOL, replace(RECIPE, count=count))
    truths = [
        item.body.truth
        for item in part(sheet, "true-false").items
        if isinstance(item.body, TrueFalse)
    ]
    assert 0.3 <= sum(truths) / len(truths) <= 0.7


def test_a_sheet_is_spread_over_documents() -> None:
    assert len({item.front.key for item in drawn(POOL)}) == 20


def test_two_questions_never_tell_each_others_answers() -> None:
    for seed in range(5):
        sheet = draw(POOL, replace(RECIPE, seed=seed))
        items = [item for part in sheet.versions[0].parts for item in part.items]
        assert not any(clash(one, other) for one, other in combinations(items, 2))


def test_an_answer_in_another_stem_is_a_clash() -> None:
    gap = item(Bank(text("In the leaf the [chloroplast] works.")), 1)
    tells = item(Bank(text("Each chloroplast needs [magnesium].")), 2)
    other = item(Bank(text("Each root needs [nitrogen].")), 3)
    assert clash(gap, tells)
    assert not clash(gap, other)
    assert clash(gap, replace(other, source=gap.source))
    assert clash(gap, replace(other, note=gap.note))


def test_all_versions_hold_the_same_questions_in_another_order() -> None:
    sheet = draw(POOL, replace(RECIPE, versions="ABCD"))
    orders = [ids(sheet, version) for version in range(4)]
    assert len({frozenset(order) for order in orders}) == 1
    assert len({tuple(order) for order in orders}) == 4


def test_options_are_shuffled_and_the_key_stays_the_right_one() -> None:
    right = {
        item.id: flat(item.body.options[item.body.key])
        for item in POOL
        if isinstance(item.body, Choice)
    }
    sheet = draw(POOL, replace(RECIPE, versions="ABC"))
    for version in range(3):
        for each in part(sheet, "choice", version).items:
            assert isinstance(each.body, Choice)
            assert flat(each.body.options[each.body.key]) == right[each.id]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**31), count=st.integers(10, 60))
def test_keys_are_balanced_and_neighbours_differ(seed: int, count: int) -> None:
    sheet = draw(POOL, replace(RECIPE, seed=seed, count=count))
    for version in range(2):
        keys = marks(sheet, "choice", version)
        used = Counter(keys)
        assert max(used.values()) - min(used[letter] for letter in "ABC") <= 1
        assert not any(letter * 3 in keys for letter in "ABCD")
        assert not any(letter * 3 in marks(sheet, "true-false", version) for letter in "TF")
    pairs = zip(marks(sheet, "choice"), marks(sheet, "choice", 1), strict=True)
    assert all(one != other for one, other in pairs)


def test_numbers_stand_in_ascending_order() -> None:
    years = Choice(text("When did the war end?"), tuple(map(text, ("1918", "1905", "1945"))), 0)
    others = [each for each in POOL if each.kind == "short"][:3]
    sheet = draw([item(years, 1, "war"), *others], RECIPE)
    body = part(sheet, "choice").items[0].body
    assert isinstance(body, Choice)
    assert [flat(option) for option in body.options] == ["1905", "1918", "1945"]
    assert body.key == 1


def test_a_bank_is_sorted_and_holds_every_answer_and_two_words_more() -> None:
    sheet = draw(POOL, RECIPE)
    bank = part(sheet, "bank")
    answers = [item.body.answer for item in bank.items if isinstance(item.body, Bank)]
    assert set(answers) < set(bank.bank)
    assert len(bank.bank) == len(answers) + 2
    assert list(bank.bank) == sorted(bank.bank, key=str.casefold)
    assert part(sheet, "bank", 1).bank == bank.bank


def test_a_spare_word_fits_no_gap_of_the_sheet() -> None:
    first = item(Bank(text("In the leaf a [chloroplast] works."), ("stoma", "xylem", "root")), 1)
    second = item(
        Bank(text("Below the stoma hangs the [cuticle]."), ("xylem", "stem", "wax")), 2, "b"
    )
    sheet = draw([first, second], RECIPE)
    assert "stoma" not in part(sheet, "bank").bank


def test_documents_that_are_added_leave_most_questions() -> None:
    kept = []
    for seed in range(20):
        recipe = replace(RECIPE, seed=seed)
        before, after = set(ids(draw(POOL, recipe))), set(ids(draw(pool(66), recipe)))
        kept.append(len(before & after))
    assert sum(kept) / len(kept) >= 16


def test_the_order_of_the_pool_changes_nothing() -> None:
    assert draw(POOL[::-1], RECIPE) == draw(POOL, RECIPE)


def test_another_seed_is_another_sheet_and_another_code() -> None:
    one, other = draw(POOL, RECIPE), draw(POOL, replace(RECIPE, seed=7))
    assert set(ids(one)) != set(ids(other))
    assert one.code != other.code
    assert len(one.code) == 6


def test_a_sheet_is_the_same_under_every_hash_seed() -> None:
    program = (
        "from quizsamples import pool; from cardsmith.quiz import Recipe, draw;"
        "import hashlib; sheet = draw(pool(30), Recipe(seed=5));"
        "print(hashlib.sha256(repr(sheet).encode()).hexdigest())"
    )
    told = {run_under(seed, program) for seed in ("1", "2")}
    assert len(told) == 1


def test_the_subject_is_that_of_most_questions() -> None:
    stray = replace(POOL[0], front=replace(POOL[0].front, subjects=("history", "Biology")))
    assert draw([stray, *POOL[1:]], RECIPE).subject.startswith("Biology")


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_pool_gives_a_fair_sheet_or_none(data: st.DataObject) -> None:
    items = data.draw(st.lists(st.sampled_from(POOL), max_size=40))
    count = data.draw(st.integers(1, 30))
    try:
        sheet = draw(items, replace(RECIPE, count=count))
    except CardsmithError:
        assert all(isinstance(item.body, TrueFalse) for item in items)
        return
    chosen = [item for part in sheet.versions[0].parts for item in part.items]
    assert 0 < len(chosen) <= count
    assert not any(clash(one, other) for one, other in combinations(chosen, 2))
    truths = [item.body.truth for item in chosen if isinstance(item.body, TrueFalse)]
    assert not truths or 0.3 <= sum(truths) / len(truths) <= 0.7
