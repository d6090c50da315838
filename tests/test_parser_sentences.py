"""What holds of the sentences of every line: all of it is there, nothing closed is cut."""

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cardsmith.model import Code, Emphasis, Hole, Image, Link, Math, Sentence, Span, Strong, Text
from cardsmith.parser import markdown
from cardsmith.parser.abbreviations import ABBREVIATED, NUMBERED
from cardsmith.parser.inline import Piece, Reader
from cardsmith.parser.sentences import sentences

# A slow machine is no fault of the parser.
steady = settings(deadline=None)
# for tests that try all of a table each time
few = settings(deadline=None, max_examples=25)


def cut(source: str) -> tuple[Sentence, ...]:
    """The sentences of a line of Markdown; columns are offsets in it from 1."""
    return split(pieces_of(source))


def split(pieces: list[Piece]) -> tuple[Sentence, ...]:
    return sentences(pieces, lambda at: Span("notes/cells.md", 1, at + 1))


def pieces_of(source: str) -> list[Piece]:
    return list(Reader(markdown.parse("", {}), "").line(source))


def told(found: tuple[Sentence, ...]) -> list[str]:
    return ["".join(run.text for run in sentence.runs) for sentence in found]


def bare(text: str) -> str:
    return "".join(text.split())


# -- all of a line -------------------------------------------------------------------------------

words = st.sampled_from("cells plants divide slowly in warm light and store sugar".split())
names = st.sampled_from("Miller Okafor Larsson Duarte".split())
closed = st.sampled_from(
    ["$x. Y$", "`a. B`", "[Go. Now.](a.md)", "![One. Two.](p.png)", "$$y. Z$$", "`Done.`", "$Z.$"]
)
signs = st.sampled_from(
    """. ? ! … ... : ; , ( ) [ ] " ' “ ” ‘ ’ « » „ 「 」 。 ？ ; — - e.g. Dr. U.S. 3.5 5. 1) A. b.
    *So.* **Go. On.** It. The I No. no. vs. pH. H<sub>2</sub>O .<sup>1</sup> [1] [^2] System.Text ®
    यह। ما؟ είναι; Είναι É. <br>""".split()
)
tokens = st.lists(
    st.tuples(st.one_of(words, names, closed, signs), st.sampled_from(["", " ", " ", "\n"])),
    max_size=25,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


@steady
@given(st.one_of(tokens, st.text(max_size=60)))
def test_the_sentences_of_a_line_are_its_text(source: str) -> None:
    pieces = pieces_of(source)
    whole = "".join(piece.run.text for piece in pieces)
    assert bare("".join(told(split(pieces)))) == bare(whole)


@steady
@given(tokens)
def test_no_sentence_is_empty_or_begins_with_a_space(source: str) -> None:
    for text in told(cut(source)):
        assert text
        assert text == text.strip()


@steady
@given(
    st.lists(st.lists(words, min_size=2, max_size=9), min_size=1, max_size=6),
    st.sampled_from([". ", "? ", "! ", '." ', ".” ", ".[3] ", ".  ", "... ", "?! ", ".\n", ".*\n"]),
)
def test_plain_sentences_are_told_apart(parts: list[list[str]], stop: str) -> None:
    begin = {'." ': 'The "', ".” ": "The “", ".*\n": "The *"}.get(stop, "The ")
    lines = [f"{begin}{' '.join(part)}{stop}" for part in parts]
    wanted = [line.replace("*", "").strip() for line in lines]
    assert told(cut("".join(lines).strip())) == wanted


def test_a_line_without_end_is_cut_where_its_sentences_are() -> None:
    wanted = [f"Cell {number} is no larger than e.g. 3.5 mm." for number in range(2_000)]
    assert told(cut(" ".join(wanted))) == wanted


# -- nothing closed is cut -----------------------------------------------------------------------


@steady
@given(tokens)
def test_formulas_code_links_and_pictures_stay_whole(source: str) -> None:
    kinds = Code | Math | Image | Link
    pieces = pieces_of(source)
    wanted = [piece.run for piece in pieces if isinstance(piece.run, kinds) and piece.run.text]
    found = [run for one in split(pieces) for run in one.runs if isinstance(run, kinds)]
    assert [run for run in found if run.text.strip()] == [run for run in wanted if run.text.strip()]


@steady
@given(st.lists(st.one_of(words, st.just("It ends. The")), max_size=6).map(" ".join), words)
def test_what_is_to_be_hidden_stays_whole(before: str, word: str) -> None:
    hole = Hole((Text(f"the {word}. The"), Strong("cell. It")), word)
    pieces = [Piece(Text(f"{before} "), 0), Piece(hole, len(before) + 1), Piece(Text(" is."), 99)]
    assert [run for one in split(pieces) for run in one.runs if isinstance(run, Hole)] == [hole]


PAIRS = ["()", "[]", '""', "“”", "‘’", "«»", "„“", "「」", "（）"]
inner = st.recursive(
    st.lists(words, min_size=1, max_size=4).map(" ".join),
    lambda deeper: st.tuples(st.sampled_from(PAIRS), deeper, deeper).map(
        lambda three: f"the {three[0][0]}Cell {three[1]}. It {three[2]}.{three[0][1]} part"
    ),
    max_leaves=5,
)


@steady
@given(st.lists(inner, min_size=1, max_size=3))
def test_brackets_and_quotations_that_close_stay_whole(parts: list[str]) -> None:
    assume(all(part.count(sign) <= 2 for part in parts for sign in '"‘“'))
    assert told(cut(" ".join(f"So {part}." for part in parts))) == [f"So {part}." for part in parts]


# -- what never ends a sentence ------------------------------------------------------------------

ahead = st.lists(words, min_size=1, max_size=5).map(" ".join)
after = st.one_of(
    names, st.sampled_from(["The cell", "It", "7 plants", "(Larsson", '"Cells"', "$x$"])
)


def holds(text: str, piece: str) -> bool:
    """Whether no sentence ends with the piece, but for the last."""
    return not any(one.endswith(piece) for one in told(cut(text))[:-1])


@few
@given(ahead, after, ahead)
def test_no_sentence_ends_with_an_abbreviation(before: str, following: str, rest: str) -> None:
    for word in ABBREVIATED:
        for begin in ("", f"Some {before} ", f"Some ({before}, "):
            assert holds(f"{begin}{word} {following} {rest}. It ends.", word)


@few
@given(ahead, st.integers(0, 3000), ahead)
def test_no_sentence_ends_between_a_word_and_its_number(
    before: str, number: int, rest: str
) -> None:
    for word in NUMBERED:
        for form in (word, word.capitalize()):
            text = f"Some {before} {form}. {number} {rest}."
            assert told(cut(text)) == [text]


@steady
@given(ahead, st.from_regex(r"[0-9]{1,3}(,[0-9]{3})?(\.[0-9]{1,3}){1,3}", fullmatch=True), words)
def test_no_sentence_ends_inside_a_number(before: str, number: str, following: str) -> None:
    first, second = f"The {before} {number}.", f"The {number} {following} of {before}."
    assert told(cut(f"{first} {second}")) == [first, second]


@steady
@given(
    st.sampled_from(["", "It was ", "So (", "They asked ", "As Larsson, ", "The work of "]),
    st.lists(st.sampled_from("ABCDEFGHJKLMNOPQRSTUVWYZÉŁŽ"), min_size=1, max_size=3),
    st.sampled_from([" ", ""]),
    names,
    ahead,
)
def test_no_sentence_ends_inside_a_name(
    begin: str, letters: list[str], gap: str, name: str, rest: str
) -> None:
    text = f"{begin}{gap.join(f'{letter}.' for letter in letters)} {name} {rest}."
    assert told(cut(text)) == [text]


# -- every place is right ------------------------------------------------------------------------

marked = st.one_of(
    words,
    st.sampled_from(["*So.* ", "**Go. On.**", "`a. B`", "$x. Y$", "[here](a.md)", "It.", "The"]),
)


@steady
@given(st.lists(st.tuples(marked, st.sampled_from([" ", "  ", ". ", "? "])), max_size=12))
def test_a_sentence_starts_where_its_words_stand(parts: list[tuple[str, str]]) -> None:
    source = re.sub(r"^\s+", "", "".join(word + gap for word, gap in parts))
    end = 0
    for sentence in cut(source):
        at, run = sentence.span.column - 1, sentence.runs[0]
        text = f"${run.text}$" if isinstance(run, Math) else run.text
        assert isinstance(run, Text | Strong | Emphasis | Code | Math | Link)
        assert source.startswith(text, at)
        assert at >= end
        end = at + len(text)
