"""The grammar room: what its case files say, and what holds for any text."""

import json
from collections.abc import Callable
from pathlib import Path

import casefiles
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardsmith.grammar import Clause, Group, NounGroup, VerbGroup, questions, read, read_text
from cardsmith.grammar.phrases import gerund_of, statement, tail_clause
from cardsmith.grammar.questions import ASKERS
from cardsmith.grammar.questions.asked import spell
from cardsmith.grammar.showing import plain_values, tree
from cardsmith.grammar.tokens import cut_words, mask
from cardsmith.markup import flat
from cardsmith.model import Code, Emphasis, Link, Lower, Math, Raised, Strong, Text

WORDS = """the a enzyme enzymes cell which that is are was were has have can not never breaks broken
    breaking down and or but , ; : . ( ) " ' ’s n't because if when while in of by to 1926 7 three
    Paris Darwin it they this these there who what how very quickly - / $ % ] [ * one both either
    July 4 lead leads to such as more than up called known each other so help how""".split()
BROKEN_OFF = """They help individuals identify
The paths are similar to those
It does not consider challenges such
This allows the cell to
Both the enzyme and the
The valve decides how
A cell has three parts:
By cutting, the
When the enzyme breaks, it
The step is
They consist of one""".splitlines()


def readings(given: str) -> str:
    return "\n\n".join(tree(read_text(line)) for line in given.splitlines())


def asked(given: str) -> str:
    """A sentence a line; after " = " what its pronoun stands for."""
    lines = []
    for line in given.splitlines():
        sentence, _, subject = line.partition(" = ")
        lines += [
            f"{question.wording}: {question.question} -> {question.answer}"
            for question in questions(read_text(sentence), subject)
        ]
    return "\n".join(lines)


def tokens(given: str) -> str:
    return "\n".join(
        "|".join(line[start:end] for start, end in cut_words(line)) for line in given.splitlines()
    )


GIVES: dict[str, Callable[[str], str]] = {
    "readings": readings,
    "tokens": tokens,
}


@pytest.mark.parametrize("path", casefiles.files("grammar"), ids=lambda path: path.stem)
def test_the_cases_of_a_file_give_what_it_says(path: Path) -> None:
    casefiles.check(path, GIVES.get(path.stem, asked))


texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
)
runs = st.lists(
    st.one_of(
        st.builds(Text, texts),
        st.builds(Strong, texts),
        st.builds(Emphasis, texts),
        st.builds(Code, st.text(max_size=10)),
        st.builds(Math, st.text(max_size=10)),
        st.builds(Raised, st.text(max_size=3)),
        st.builds(Lower, st.text(max_size=3)),
        st.builds(Link, texts, st.just("https://example.org")),
    ),
    max_size=5,
).map(tuple)


@given(texts)
@settings(max_examples=300, deadline=None)
def test_words_lie_in_their_text_in_order_and_leave_out_only_white_space(text: str) -> None:
    last = 0
    for start, end in cut_words(text):
        assert last <= start < end <= len(text)
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()


@given(runs)
@settings(max_examples=200, deadline=None)
def test_any_runs_are_read_with_all_offsets_inside(sentence: tuple[Text, ...]) -> None:
    reading = read(sentence)
    assert reading.text == flat(sentence)
    assert all(token.text == reading.text[token.start : token.end] for token in reading.tokens)
    length = len(reading.tokens)
    groups: list[NounGroup | VerbGroup | Group | Clause] = [*reading.nouns, *reading.verbs]
    for group in (*groups, *reading.asides, *reading.clauses):
        assert 0 <= group.start < group.end <= length
    for noun in reading.nouns:
        assert noun.start <= noun.head < noun.end
    for verb in reading.verbs:
        assert verb.start <= verb.first <= verb.head < verb.end
    json.dumps(plain_values(reading, tuple(questions(reading))))
    assert tree(reading)


@given(texts)
@settings(max_examples=300, deadline=None)
def test_a_question_is_made_of_its_pieces_and_its_answer_stands_in_the_text(text: str) -> None:
    reading = read_text(text)
    for question in questions(reading, "the enzyme"):
        assert question.question == spell(text, question.pieces)
        assert question.question.endswith("?")
        assert question.wording in ASKERS
        assert 0 <= question.start < question.end <= len(text)
        assert question.certainty >= 0
        for piece in question.pieces:
            assert isinstance(piece, str) or 0 <= piece[0] <= piece[1] <= len(text)


def test_code_and_formulas_are_single_words_whatever_they_hold() -> None:
    sentence = (
        Text("The operator "),
        Code("a = b"),
        Text(" assigns "),
        Math(r"x^2 + 1"),
        Text("."),
    )
    assert [token.text for token in read(sentence).tokens] == [
        "The",
        "operator",
        "a = b",
        "assigns",
        "x^2 + 1",
        ".",
    ]


def test_a_text_that_looks_masked_is_read_all_the_same() -> None:
    assert read_text("\ue000\ue000 is \ue000.").tokens[0].tag == "NN"
    assert mask("abc", [(0, 2)]) == "\ue000\ue000c"


def test_a_very_long_sentence_has_words_but_no_clauses() -> None:
    reading = read_text("the cell and " * 400 + "the enzyme break.")
    assert not reading.whole
    assert not reading.clauses
    assert reading.nouns


def said(given: str) -> str:
    """A sentence a line; after " = " what its pronoun stands for."""
    lines = []
    for line in given.splitlines():
        sentence, _, subject = line.partition(" = ")
        reading = read_text(sentence)
        for clause in reading.clauses:
            whole = statement(reading, clause, subject)
            doing = gerund_of(reading, clause)
            tails = [tail_clause(reading, part) for part in clause.parts]
            lines += [f"statement: {whole.text}"] if whole else ["no statement"]
            lines += [f"gerund: {doing.text}"] if doing else []
            lines += [f"tail: {tail.text}" for tail in tails if tail]
    return "\n".join(lines)


GIVES["phrases"] = said


@pytest.mark.parametrize("end", ["", ".", ", and", " such", " by", "?"])
@pytest.mark.parametrize("text", BROKEN_OFF)
def test_a_sentence_that_breaks_off_is_asked_all_the_same(text: str, end: str) -> None:
    reading = read_text(text + end)
    for question in questions(reading, "the enzyme"):
        assert 0 <= question.start < question.end <= len(reading.text)
    assert said(f"{text}{end} = the enzyme").count("gerund: ") <= len(reading.clauses)
