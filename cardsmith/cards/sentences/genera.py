"""Whether "this heavy metal" is what the label over a sentence names."""

from typing import Final

from cardsmith.cards.commonness import band
from cardsmith.cards.facts import praise
from cardsmith.cards.sentences.earlier import POINTING, Before, text_of
from cardsmith.cards.sentences.labels import Label
from cardsmith.grammar import NounGroup, Reading, spellings, stems
from cardsmith.grammar.plurals import singular

__all__ = ["GENERA", "NO_SORTS", "end_of_sort", "is_sort", "says_again"]

# "This phase involves ..." under the label "Prophase" is Prophase.
GENERA: Final = frozenset(
    """act action algorithm amendment approach area argument artery artist author bias body bone
    book branch case cell character class company component compound concept condition country
    court device disease disorder doctrine document effect element enzyme event feature field fluid
    form formula framework function game gas gene gland group hormone idea instrument ion island
    language law layer leader material measure mechanism medication membrane metal method model
    molecule movement muscle mutation nerve neurotransmitter novel nutrient organ organism
    organization park particle pathogen period phase phenomenon philosophy plant play poem policy
    practice principle problem procedure process program property protein protocol quantity
    reaction region religion river role rule ruling school skill species stage state statute step
    strategy structure style substance symptom syndrome system technique technology tendency term
    test theorem theory therapy tissue tool tradition treatment treaty type unit value variable
    vaccine vessel virus vitamin war wave work""".split()
)
# what a text says of itself, of what it tells, of what was said before
NO_SORTS: Final = frozenset(
    """activity answer aspect case category challenge change comparison concern data
    decision difference effect example fact feature factor finding goal idea information
    interaction issue kind knowledge number part pattern phenomenon point problem process question
    reason relationship result section shift situation skill statement thing topic trend
    understanding way word work""".split()
)
# in so many words behind its subject a sentence praises it
SOON: Final = 4
RARE_LABEL: Final = 7


def end_of_sort(reading: Reading, group: NounGroup) -> int:
    """The end of "this type of joint", which stands for the joint."""
    of = group.end < len(reading.tokens) and reading.tokens[group.end].text == "of"
    inner = next((each for each in reading.nouns if each.start == group.end + 1), None)
    return inner.end if of and inner is not None else group.end


def is_sort(reading: Reading, group: NounGroup, label: Label, earlier: Before | None) -> bool:
    """Whether "this heavy metal" is the label: it says its noun, or nothing else was told yet."""
    inside = set(stems(text_of(reading, 1, group.end)))
    noun = reading.tokens[group.head]
    own = set(stems(label.text))
    said = reading.text[reading.tokens[group.end - 1].end :]
    odd = label.deed or " and " in label.text or "." in label.text or says_again(said, label.text)
    if odd or group.plural is not label.plural:
        return False
    same = singular(noun.text.casefold()) == singular(label.head.casefold())
    if earlier is None:
        sort = noun.lemma not in NO_SORTS or noun.lemma in GENERA
        return same or inside <= own or (sort and noun.text.islower() and noun.text.isalpha())
    if earlier.is_label:
        return inside <= own or (len(inside) == 1 and noun.lemma.casefold() in GENERA)
    return same and inside <= own and _rare(label) and _says(reading, group.end)


def says_again(said: str, label: str) -> bool:
    """Whether what is said of a label names it: "It allows for immediate feedback"."""
    return set(stems(label)) <= set(stems(said))


def _rare(label: Label) -> bool:
    """Whether a label has a word that tells what it is: "immutability", not "isolation"."""
    return max(map(band, map(str.casefold, spellings(label.text))), default=0) >= RARE_LABEL


def _says(reading: Reading, start: int) -> bool:
    """Whether a sentence goes on without praise, and no "it" in it could be misread."""
    rest = reading.tokens[start : start + SOON]
    pointing = any(each.text.casefold() in POINTING for each in reading.tokens[start:])
    return not pointing and praise(" ".join(each.text for each in rest)) == 0
