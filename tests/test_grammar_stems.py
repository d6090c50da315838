"""Stems and families of words, and the words that a text is taken to have."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cardsmith.grammar import count, families, spellings, stem, stems, words
from cardsmith.grammar.stemming import stemmed

STEMS = """
receptor:receptors receptor's Receptor|cell:cells|activ:active actively activity activities
hope:hoped hopes hoping|hop:hopped hops hopping|die:dies died dying|tie:ties tied
add:added adds adding|egg:eggs|succeed:succeeded|proceed:proceeding|agre:agrees agreed
inning:inning innings|sky:sky skies|news:news|gas:gas|class:classes
organ:organs|organiz:organize organization organizer|past:past|paste:pasted pastes
yield:yields|play:played playing|happi:happy happiness|cri:cries cry
"""
ENDINGS = """s es ed ing ingly edly eed eedly ied ies ness ful fulness ization ational ator izer
    ously ively entli ly li y e l ll al alism able ement ment ion tion ative icate ogi ogist logy
    yy bbing past 's ' 's' iti iviti""".split()
beginnings = st.one_of(
    st.sampled_from("arsen commun emerg gener inter later organ past univers sk y ' ".split(" ")),
    st.text("abcdehiklnorstuvwxyz'é", max_size=6),
)
made = st.builds(
    lambda beginning, endings: beginning + "".join(endings),
    beginnings,
    st.lists(st.sampled_from(ENDINGS), max_size=3),
)


@pytest.mark.parametrize("line", STEMS.strip().replace("\n", "|").split("|"))
def test_the_forms_of_a_word_have_one_stem(line: str) -> None:
    root, _, forms = line.partition(":")
    assert {stem(form) for form in forms.split()} == {root}


@given(made)
@example("evening")
@example("'y")
@settings(max_examples=2_000, deadline=None)
def test_a_stem_is_that_of_the_snowball_project(word: str) -> None:
    snowball = pytest.importorskip("snowballstemmer", reason="pip install snowballstemmer")
    assert stemmed(word) == snowball.stemmer("english").stemWord(word)


@given(st.text())
def test_any_text_has_as_many_spellings_and_stems_as_words(text: str) -> None:
    assert spellings(text) == tuple(word.text for word in words(text))
    assert all(word.text == text[word.start : word.end] for word in words(text))
    assert len(stems(text)) == count(text) == len(words(text))


def test_words_of_one_family_share_five_letters_of_their_stem() -> None:
    assert families("The neuron and its neuronal Neurons") == {"neuro"}
    assert families("of the") == frozenset()
