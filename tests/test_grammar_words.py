"""Single words: their forms, their tags, and the language they belong to."""

import zlib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardsmith.grammar.inflect import article, gerund, lemma, participle, past, third_person
from cardsmith.grammar.irregular import PAST, PLURALS
from cardsmith.grammar.language import ENGLISH, UNKNOWN, language
from cardsmith.grammar.penn import PENN
from cardsmith.grammar.plurals import plural, singular
from cardsmith.grammar.tagger import CERTAIN, decode, tag
from cardsmith.grammar.universal import universal

VERBS = """
carry carries carried carried carrying|pass passes passed passed passing|go goes went gone going
do does did done doing|have has had had having|stop stops stopped stopped stopping
occur occurs occurred occurred occurring|open opens opened opened opening
die dies died died dying|see sees saw seen seeing|make makes made made making
mimic mimics mimicked mimicked mimicking|fix fixes fixed fixed fixing
play plays played played playing|undergo undergoes underwent undergone undergoing
permit permits permitted permitted permitting|visit visits visited visited visiting
bind binds bound bound binding|lie lies lay lain lying|rise rises rose risen rising
quit quits quit quit quitting|echo echoes echoed echoed echoing
"""
NOUNS = """
cell cells|child children|woman women|human humans|analysis analyses|bacterium bacteria|city cities
box boxes|church churches|virus viruses|key keys|species species|mouse mice|leaf leaves|axis axes
hypothesis hypotheses|cause causes|size sizes|disease diseases|glass glasses|gas gases
nucleus nuclei
grandchild grandchildren
Child Children|movie movies|synopsis synopses|phenomenon phenomena
"""
ARTICLES = """
a:university enzyme's? one-time European useful uniform ewe UNICEF DNA US NATO 7 180 yeast
an:hour enzyme honest MRI FBI RNA 8 11 18th umbrella unusual uninformed egg x-ray's? AIDS urn
"""


def entries(table: str) -> list[list[str]]:
    return [entry.split() for entry in table.strip().replace("\n", "|").split("|")]


@pytest.mark.parametrize("forms", entries(VERBS), ids=lambda forms: forms[0])
def test_the_forms_of_a_verb_and_back(forms: list[str]) -> None:
    base, third, before, passive, ongoing = forms
    assert [third_person(base), past(base), participle(base), gerund(base)] == forms[1:]
    tags = ("VBZ", "VBD", "VBN", "VBG")
    given = zip((third, before, passive, ongoing), tags, strict=True)
    assert [lemma(form, tag) for form, tag in given] == [base] * 4


@pytest.mark.parametrize("forms", entries(NOUNS), ids=lambda forms: forms[0])
def test_the_number_of_a_noun_both_ways(forms: list[str]) -> None:
    one, many = forms
    assert plural(one) == many
    assert singular(many) == one
    assert singular(one) == one


@pytest.mark.parametrize("base", sorted(PAST))
def test_every_irregular_verb_is_found_from_its_forms(base: str) -> None:
    before, passive = PAST[base]
    shared = {other for other, forms in PAST.items() if before in forms or passive in forms}
    assert lemma(passive, "VBN") in shared
    assert lemma(gerund(base), "VBG") in {base, gerund(base).removesuffix("ing")}


@pytest.mark.parametrize("one", sorted(PLURALS))
def test_every_irregular_plural_goes_back(one: str) -> None:
    assert singular(plural(one)) == one


@pytest.mark.parametrize("line", ARTICLES.strip().splitlines(), ids=["a", "an"])
def test_the_article_goes_by_sound(line: str) -> None:
    right, _, words = line.partition(":")
    assert {word: article(word) for word in words.split() if not word.endswith("?")} == {
        word: right for word in words.split() if not word.endswith("?")
    }


@given(st.text(max_size=20), st.sampled_from(PENN))
@settings(max_examples=300, deadline=None)
def test_any_word_has_forms_and_a_universal_tag(word: str, penn: str) -> None:
    for form in (third_person, past, participle, gerund, plural, singular, article):
        assert isinstance(form(word), str)
    assert isinstance(lemma(word, penn), str)
    assert universal(word, penn).isupper()


@given(st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=12)))
@settings(max_examples=200, deadline=None)
def test_any_words_have_one_tag_each_and_a_margin_from_nothing_to_certain(words: list[str]) -> None:
    tagged = tag(words)
    assert len(tagged) == len(words)
    assert all(penn in PENN and 0 <= margin <= CERTAIN for penn, margin in tagged)


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("The heart pumps blood .", "DT NN VBZ NN ."),
        ("They use the use of force .", "PRP VBP DT NN IN NN ."),
        ("It was found in the found object .", "PRP VBD VBN IN DT VBN NN ."),
        ("She has left the left bank .", "PRP VBZ VBN DT JJ NN ."),
        ("To run is not a run .", "TO VB VBZ RB DT NN ."),
        ("Which enzymes that we know work ?", "WDT NNS WDT PRP VBP NN ."),
    ],
)
def test_words_of_two_readings_are_told_by_what_stands_around_them(
    sentence: str, tags: str
) -> None:
    right = tags.split()
    given = [penn for penn, _ in tag(sentence.split())]
    assert sum(a == b for a, b in zip(given, right, strict=True)) >= len(right) - 1


def test_the_data_file_is_small_and_needs_no_other() -> None:
    content = (files("cardsmith.grammar") / "tagger.bin").read_bytes()
    assert len(content) <= 400_000
    model = decode(content)
    assert model.known["the"] == decode(content).known["the"]
    assert zlib.decompress(content).decode().count("\n\n") == len(model.weights) + 1
    notice = (files("cardsmith.grammar") / "tagger.NOTICE.md").read_text(encoding="utf-8")
    assert "CC BY-SA 4.0" in notice


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Zelle teilt sich, und die Membran wird von Proteinen gebildet."),
        ("en", "The cell divides, and its membrane is formed by proteins."),
        ("en", "The Greek word λόγος means word or reason, and it is in the title."),
        ("es", "La célula se divide y la membrana está hecha de proteínas para la vida."),
        ("fr", "La cellule se divise et la membrane est formée par des protéines."),
        ("it", "La cellula si divide e la membrana è formata da proteine che sono nel sangue."),
        ("ja", "細胞は分裂し、膜はタンパク質でできている。"),
        ("nl", "De cel deelt zich en het membraan wordt gevormd door eiwitten."),
        ("pl", "Komórka dzieli się, a błona jest z białka i nie ma jej w wodzie."),
        ("pt", "A célula se divide e a membrana não é formada por uma proteína."),
        ("ru", "Клетка делится, и мембрана образуется белками."),
        ("uk", "Клітина ділиться, і мембрана утворена білками."),
        ("zh", "细胞分裂，膜由蛋白质组成。"),
    ],
)
def test_a_language_is_known_by_its_script_and_its_small_words(code: str, text: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize("text", ["", "Mitochondria", "42", "x = y", "???"])
def test_too_little_tells_no_language(text: str) -> None:
    assert language(text) in (UNKNOWN, ENGLISH)


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert language(text) == language(text)
