"""What "it", "these receptors" or "its walls" at the start of a sentence stands for.

It is told only where it is certain: the label over the sentence, the subject of the sentence before
if that is what the text is about, or the one thing there with the same noun.
"""

import re
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.facts import telling
from cardsmith.cards.sentences.earlier import (
    MOST_WORDS,
    POINTING,
    Before,
    main_clause,
    text_of,
    vague,
)
from cardsmith.cards.sentences.genera import end_of_sort, is_sort, says_again
from cardsmith.cards.sentences.labels import Label
from cardsmith.grammar import (
    NounGroup,
    Reading,
    Tense,
    read,
    spellings,
    stem,
    stems,
)
from cardsmith.grammar.plurals import singular
from cardsmith.markup import flat
from cardsmith.model import Runs

__all__ = ["DEMONSTRATIVES", "Referent", "referent", "same_noun", "verb_follows"]

# "This technique" is what the sentence before says to be done
WAYS: Final = frozenset("approach method practice procedure process strategy technique".split())
_SINGULAR: Final = frozenset({"it", "this"})
_PLURAL: Final = frozenset({"they", "these"})
_OWN: Final = {"its": False, "their": True}
_PERSONS: Final = frozenset({"he", "she"})
DEMONSTRATIVES: Final = frozenset({"this", "these"})
_ARTICLES: Final = frozenset({"a", "an"})
# "It is common for people to ..." stands for nothing
_EXPLETIVE: Final = re.compile(
    r"it (?:is|was|can be|may be|has been|becomes|seems|appears|should be|must be)"
    r"(?: [\w-]+){1,3} (?:to|that|for|how|when|who|which|whether)\b",
    re.IGNORECASE,
)
# a noun, and what tells it apart
TOLD_APART: Final = 2
# in so many words "this" has its noun
FAR: Final = 8


@dataclass(frozen=True, slots=True)
class Referent:
    """Words to put for the first ``end`` characters of a sentence; ``is_label`` as in Before.

    ``article`` stands before them inside a sentence.
    """

    words: str
    end: int
    is_label: bool
    article: str = ""


def referent(
    runs: Runs, label: Label, earlier: Before | None, topic: frozenset[str]
) -> Referent | None:
    """What the first words of a sentence stand for; None where they point at nothing certain.

    ``label`` is the label over the sentence, ``earlier`` the sentence before under it: None for
    the first one, whose pronoun can only be the label. ``topic`` are the stems of the question.
    """
    text = flat(runs)
    pointer = next(iter(spellings(text)), "")
    if _EXPLETIVE.match(text) or not text.startswith(pointer) or pointer == "IT":
        return None
    if pointer.casefold() in _OWN:
        return _owned(pointer, label, earlier)
    alone = _pronoun(pointer, label, earlier)
    # most point at nothing, which a reading would take long to tell
    if alone is None and not _may_name(text, label, earlier, topic):
        return None
    reading = read(runs)
    group = _pointing_group(reading)
    if group is None:
        twice = alone is not None and alone.is_label and says_again(text[alone.end :], alone.words)
        return alone if verb_follows(reading, 1) and not twice else None
    return _named(reading, group, label, earlier) or _of_topic(reading, group, label, topic)


def _may_name(text: str, label: Label, earlier: Before | None, topic: frozenset[str]) -> bool:
    """Whether "this artery" may be the label, what is asked for or an artery before."""
    told = spellings(text.replace("-", " "))[:FAR]
    if not told or told[0].casefold() not in DEMONSTRATIVES:
        return False
    asked = {*topic, stem(label.head)}
    if label.text and (earlier is None or earlier.is_label or asked.intersection(map(stem, told))):
        return True
    if earlier is None:
        return False
    if earlier.deed and not WAYS.isdisjoint(map(str.casefold, told)):
        return True
    known = earlier.reading
    nouns = {stem(known.tokens[group.head].lemma) for group in known.nouns}
    return any(stem(word) in nouns or stem(singular(word)) in nouns for word in told)


def _pointing_group(reading: Reading) -> NounGroup | None:
    """The group of "This artery", None for a pronoun alone."""
    first = next(iter(reading.nouns), None)
    return first if first and first.start == 0 and first.end > 1 else None


def verb_follows(reading: Reading, at: int) -> bool:
    """Whether a finite verb stands at a place, behind adverbs."""
    end = at
    while end < len(reading.tokens) and reading.tokens[end].tag == "RB":
        end += 1
    return any(at <= verb.start <= end and verb.tense is not Tense.NONE for verb in reading.verbs)


def _pronoun(word: str, label: Label, earlier: Before | None) -> Referent | None:
    """What a pronoun stands for, where a verb follows it."""
    pointer, end = word.casefold(), len(word)
    if earlier is None:
        fits = bool(label.text) and pointer in (_PLURAL if label.plural else _SINGULAR)
        return Referent(label.text, end, is_label=True) if fits else None
    if pointer in _PERSONS:
        return _person(earlier, end)
    agrees = pointer == ("they" if earlier.plural else "it") and earlier.sure
    meant = pointer == "this" and earlier.told and not earlier.plural and bool(earlier.about)
    if not (agrees or meant):
        return None
    return Referent(earlier.about, end, earlier.is_label)


def _person(earlier: Before, end: int) -> Referent | None:
    """The one name of the sentence before, where it is its subject."""
    names = [group for group in earlier.reading.nouns if group.proper]
    single = len(names) == 1 and not earlier.plural
    named = single and earlier.about == text_of(earlier.reading, names[0].start, names[0].end)
    return Referent(earlier.about, end, earlier.is_label) if named else None


def _owned(word: str, label: Label, earlier: Before | None) -> Referent | None:
    """The owner of "its walls": "the artery's walls"."""
    plural = _OWN[word.casefold()]
    if earlier is None:
        fits = bool(label.text) and label.plural is plural
        owner = label.text if fits else ""
    else:
        owner = earlier.about if earlier.sure and earlier.plural is plural else ""
    if not owner or len(owner.split()) > MOST_WORDS // 2:
        return None
    ending = "’" if owner.endswith("s") else "’s"
    return Referent(f"{owner}{ending}", len(word), is_label=False)


def _named(
    reading: Reading, group: NounGroup, label: Label, earlier: Before | None
) -> Referent | None:
    """What "this artery" is: the label, what is said to be an artery, or the artery before."""
    last = end_of_sort(reading, group)
    if reading.tokens[0].text.casefold() not in DEMONSTRATIVES or not verb_follows(reading, last):
        return None
    meant: Referent | None = None
    if label.text and is_sort(reading, group, label, earlier):
        meant = Referent(label.text, reading.tokens[last - 1].end, is_label=True)
    if earlier is None or (earlier.is_label and meant) or group.proper or last > group.end:
        return meant
    return same_noun(reading, group, earlier) or meant or _deed(reading, group, earlier)


def _deed(reading: Reading, group: NounGroup, earlier: Before) -> Referent | None:
    """What is done in the sentence before, where "this technique" is no other one named there."""
    noun = reading.tokens[group.head].lemma.casefold()
    told = earlier.reading
    named = any(told.tokens[each.head].lemma.casefold() in WAYS for each in told.nouns)
    if noun not in WAYS or group.plural or named or not earlier.deed:
        return None
    return Referent(earlier.deed, reading.tokens[group.end - 1].end, earlier.is_label)


def _of_topic(
    reading: Reading, group: NounGroup, label: Label, topic: frozenset[str]
) -> Referent | None:
    """The label, where "these recommendations" are what the question asks for."""
    asked = stem(reading.tokens[group.head].text) in topic and group.end == len(("these", "noun"))
    one = group.plural is label.plural and " and " not in label.text
    fits = bool(label.text) and one and not group.proper
    pointing = reading.tokens[0].text.casefold() in DEMONSTRATIVES
    if not (asked and fits and pointing and verb_follows(reading, group.end)):
        return None
    return Referent(label.text, reading.tokens[group.end - 1].end, is_label=True)


def same_noun(reading: Reading, group: NounGroup, earlier: Before) -> Referent | None:
    """What "this artery" is where the sentence before names one artery."""
    noun = reading.tokens[group.head].lemma.casefold()
    end = reading.tokens[group.end - 1].end
    told = earlier.reading
    same = [each for each in told.nouns if told.tokens[each.head].lemma.casefold() == noun]
    if len(same) != 1 or same[0].plural is not group.plural:
        return None
    if _is_predicate(told, same[0]):
        return Referent(earlier.about, end, earlier.is_label) if earlier.about else None
    inside = set(stems(text_of(reading, group.start + 1, group.end)))
    more = inside - set(stems(text_of(told, same[0].start, same[0].end)))
    if more or vague(told, same[0]):
        return None
    phrase = _phrase(told, same[0])
    return Referent(phrase, end, is_label=False) if phrase else None


def _is_predicate(told: Reading, group: NounGroup) -> bool:
    clause = main_clause(told)
    copula = clause is not None and clause.verb.lemma == "be" and not clause.verb.passive
    return (
        copula
        and clause is not None
        and bool(clause.parts)
        and clause.parts[0].start == group.start
    )


def _phrase(told: Reading, group: NounGroup) -> str:
    """The group with its "of ...", definite now; "" where only its noun would be left."""
    start = group.start + bool(group.determiner)
    ends = {part.start: part.core for part in told.prepositions if part.opener == "of"}
    end = group.end
    while end in ends:
        end = ends[end]
    if not TOLD_APART <= end - start <= MOST_WORDS:
        return ""
    phrase = text_of(told, start, end)
    torn = start > 0 and told.tokens[start - 1].tag in {"CC", ","}
    if torn or any(token.text.casefold() in POINTING for token in told.tokens[start:end]):
        return ""
    if end == group.end and not telling(f"The {told.tokens[start].text}"):
        return ""
    bare = not group.determiner or (group.plural and end == group.end)
    return phrase if bare else f"the {phrase}"
