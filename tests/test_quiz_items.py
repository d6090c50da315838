"""What a document gives a teacher to ask, and what is refused, with its rule."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from casefiles import check, files, read
from quizsamples import sample

from cardsmith.grammar import families
from cardsmith.markup import flat
from cardsmith.model import Bank, Choice, Item, Rejection, Short, TrueFalse
from cardsmith.quiz import KINDS, items
from cardsmith.quiz.stems import filled, gapped

# what a question may say beside the words of its document
LEAD_INS = "What is this called?"


def told(item: Item) -> Iterator[str]:
    match item.body:
        case Choice(stem=stem, options=options, key=key):
            yield flat(stem)
            for place, option in enumerate(options):
                yield f"  {'*' if place == key else '-'} {flat(option)}"
        case TrueFalse(statement=statement, truth=truth, correction=correction):
            yield f"{flat(statement)} {'true' if truth else f'false: {correction}'}"
        case Bank(sentence=sentence, spares=spares) as bank:
            yield f"{flat(gapped(sentence))} {bank.answer}"
            yield f"  spare: {', '.join(spares)}"
        case Short(stem=stem, answer=answer):
            yield flat(stem)
            yield from (f"  {flat(line)}" for line in answer)


def listed(kind: str, source: str) -> str:
    lines: list[str] = []
    for thing in items(*sample(source)):
        if thing.kind != kind:
            continue
        if isinstance(thing, Rejection):
            lines.append(f"no {thing.code}: {thing.text}")
        else:
            lines += [
                f"{thing.points} {line}" if not n else line for n, line in enumerate(told(thing))
            ]
    return "\n".join(lines)


@pytest.mark.parametrize("path", files("quiz"), ids=lambda path: path.stem)
def test_every_kind_asks_as_its_cases_say(path: Path) -> None:
    check(path, lambda source: listed(path.stem, source))


def every_item() -> Iterator[Item]:
    for path in files("quiz"):
        for case in read(path):
            for thing in items(*sample(case.given)):
                if isinstance(thing, Item):
                    yield thing


def test_every_kind_has_cases() -> None:
    assert [path.stem for path in files("quiz")] == list(KINDS)


def test_kinds_stand_in_alphabetical_order_with_ids_of_their_own() -> None:
    assert list(KINDS) == sorted(KINDS)
    assert len({kind.letter for kind in KINDS.values()}) == len(KINDS)
    assert len({kind.place for kind in KINDS.values()}) == len(KINDS)


def test_an_id_is_six_characters_and_ends_in_the_letter_of_its_kind() -> None:
    found = list(every_item())
    assert {item.kind for item in found} == set(KINDS)
    for item in found:
        assert len(item.id) == 6
        assert item.id == item.id.upper()
        assert item.id.endswith(KINDS[item.kind].letter)


def test_a_note_gives_one_question_of_each_kind() -> None:
    for path in files("quiz"):
        for case in read(path):
            found = [
                (thing.kind, thing.note)
                for thing in items(*sample(case.given))
                if isinstance(thing, Item)
            ]
            assert len(set(found)) == len(found)


def test_a_question_says_only_what_its_document_says() -> None:
    for path in files("quiz"):
        for case in read(path):
            known = families(case.given) | families(LEAD_INS)
            for thing in items(*sample(case.given)):
                if isinstance(thing, Item):
                    assert families(" ".join(_said(thing))) <= known


def _said(item: Item) -> Iterator[str]:
    match item.body:
        case Choice(stem=stem, options=options):
            yield from (flat(runs) for runs in (stem, *options))
        case TrueFalse(statement=statement, correction=correction):
            yield from (flat(statement), correction)
        case Bank(sentence=sentence, spares=spares):
            yield from (flat(filled(sentence)), *spares)
        case Short(stem=stem, answer=answer):
            yield from (flat(runs) for runs in (stem, *answer))


def test_a_document_without_notes_gives_nothing() -> None:
    document, _ = sample("question: What is a cell?\nA cell is small.")
    assert list(items(document, ())) == []
