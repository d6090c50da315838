"""What "it", "these receptors" or "its walls" at the start of a sentence stands for.

It is told only where it is certain: the label over the sentence, the subject of the sentence before
if that is what the text is about, or the one thing there with the same noun.
"""

import re
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.facts import praise, telling
from cardsmith.cards.sentences.labels import Label
from cardsmith.grammar import (
    Clause,
    ClauseKind,
    NounGroup,
    PartKind,
    Reading,
    Tense,
    stem,
    words,
)

__all__ = ["GENERA", "Before", "Referent", "before", "inner", "named_end", "referent"]

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
_SINGULAR: Final = frozenset({"it", "this"})
_PLURAL: Final = frozenset({"they", "these"})
_OWN: Final = {"its": False, "their": True}
_PERSONS: Final = frozenset({"he", "she"})
_DEMONSTRATIVES: Final = frozenset({"this", "these"})
_ARTICLES: Final = frozenset({"a", "an"})
# "It is common for people to ..." stands for nothing
_EXPLETIVE: Final = re.compile(
    r"it (?:is|was|can be|may be|has been|becomes|seems|appears|should be|must be)"
    r"(?: [\w-]+){1,3} (?:to|that|for|how|when|who|which|whether)\b",
    re.IGNORECASE,
)
_POINTING: Final = frozenset("he her his it its she that their them these they this those".split())
# "The first step", "One example": what stands for them is what they are said to be
_EMPTY: Final = frozenset(
    """advantage aim aspect benefit case cause challenge difference example factor feature
    form goal issue key one part point problem reason result role step thing type way""".split()
)
# "X involves Y. This strengthens Z.": X does
_INVOLVING: Final = frozenset({"entail", "involve", "refer"})
MOST_WORDS: Final = 6
# a noun, and what tells it apart
TOLD_APART: Final = 2


@dataclass(frozen=True, slots=True)
class Before:
    """The sentence before, as it stands, and its subject.

    ``about`` are the subject's words, "" where it is no plain group. ``sure`` tells whether what
    follows goes on about it: it is the label, what the document is about, or it is said what it is.
    ``is_label`` tells whether it is the label over both, ``told`` whether the sentence only praises
    it or says what it involves, so that "This" can be nothing else.
    """

    reading: Reading
    about: str = ""
    plural: bool = False
    sure: bool = False
    is_label: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Referent:
    """Words to put for the first ``end`` characters of a sentence; ``is_label`` as in Before."""

    words: str
    end: int
    is_label: bool


def before(reading: Reading, label: Label, topic: frozenset[str]) -> Before:
    """A sentence as the next one may lean on it; ``topic`` are the stems of the question."""
    clause = _main(reading)
    group = _plain_subject(reading, clause)
    if clause is None or group is None or _vague(reading, group):
        return Before(reading)
    about = _text(reading, group.start, group.end)
    own = _stems(_text(reading, group.start + bool(group.determiner), group.end))
    labelled = named_end(reading, label) > 0
    copula = clause.verb.lemma == "be" and not clause.verb.passive
    return Before(
        reading=reading,
        about=about,
        plural=group.plural,
        sure=labelled or set(own) <= topic or (copula and _told(clause)),
        is_label=labelled,
        told=_only_told(reading, clause),
    )


def named_end(reading: Reading, label: Label) -> int:
    """Where the subject of a sentence ends that is its label, and 0 where it is another one."""
    group = _plain_subject(reading, _main(reading)) if label.text else None
    if group is None or group.start > 0:
        return 0
    own = _stems(_text(reading, bool(group.determiner), group.end))
    return reading.tokens[group.end - 1].end if own == _stems(label.text) else 0


def _vague(reading: Reading, group: NounGroup) -> bool:
    pointing = {token.text.casefold() for token in reading.tokens[group.start : group.end]}
    return bool(pointing & _POINTING) or reading.tokens[group.head].lemma.casefold() in _EMPTY


def _only_told(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says nothing that could be meant but its subject: "X is vital"."""
    if clause.verb.lemma in _INVOLVING:
        return True
    part = clause.parts[0] if clause.parts else None
    copula = clause.verb.lemma == "be" and not clause.verb.passive and part is not None
    return copula and part is not None and praise(_text(reading, part.start, part.core)) > 0


def _told(clause: Clause) -> bool:
    return bool(clause.parts) and clause.parts[0].kind is PartKind.NOUN


def _main(reading: Reading) -> Clause | None:
    return next((each for each in reading.clauses if each.kind is ClauseKind.MAIN), None)


def _plain_subject(reading: Reading, clause: Clause | None) -> NounGroup | None:
    """The subject of a clause where it is one short group with nothing hanging on it."""
    if clause is None:
        return None
    part = clause.subject
    group = next((each for each in reading.nouns if each.start == part.start), None)
    if group is None or len(part.items) > 1 or group.end - group.start > MOST_WORDS:
        return None
    # "Bees, the only insects that make food, are"
    aside = group.end == part.core < part.end and reading.tokens[group.end].text == ","
    return group if group.end == part.end or aside else None


def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word.text) for word in words(text))


def _text(reading: Reading, start: int, end: int) -> str:
    return reading.text[reading.tokens[start].start : reading.tokens[end - 1].end]


def referent(
    reading: Reading, label: Label, earlier: Before | None, topic: frozenset[str]
) -> Referent | None:
    """What the first words of a sentence stand for; None where they point at nothing certain.

    ``label`` is the label over the sentence, ``earlier`` the sentence before under it: None for
    the first one, whose pronoun can only be the label. ``topic`` are the stems of the question.
    """
    if not reading.tokens or _EXPLETIVE.match(reading.text):
        return None
    pointer = reading.tokens[0].text.casefold()
    if reading.tokens[0].text == "IT":
        return None
    if pointer in _OWN:
        return _owned(reading, label, earlier)
    group = _pointing_group(reading)
    if group is None:
        return _pronoun(reading, label, earlier)
    return _named(reading, group, label, earlier) or _of_topic(reading, group, label, topic)


def inner(reading: Reading, earlier: Before) -> tuple[int, Referent] | None:
    """What "these receptors" inside a sentence stands for, and where it begins."""
    for group in reading.nouns:
        pointer = reading.tokens[group.start]
        if group.start and pointer.text in _DEMONSTRATIVES and group.end > group.start + 1:
            found = _same_noun(reading, group, earlier)
            return None if found is None else (pointer.start, found)
    return None


def _pointing_group(reading: Reading) -> NounGroup | None:
    """The group of "This artery", None for a pronoun alone."""
    first = next(iter(reading.nouns), None)
    return first if first and first.start == 0 and first.end > 1 else None


def _verb_follows(reading: Reading, at: int) -> bool:
    while at < len(reading.tokens) and reading.tokens[at].tag == "RB":
        at += 1
    return any(verb.start == at and verb.tense is not Tense.NONE for verb in reading.verbs)


def _pronoun(reading: Reading, label: Label, earlier: Before | None) -> Referent | None:
    first = reading.tokens[0]
    pointer = first.text.casefold()
    if not _verb_follows(reading, 1):
        return None
    if earlier is None:
        fits = bool(label.text) and pointer in (_PLURAL if label.plural else _SINGULAR)
        return Referent(label.text, first.end, is_label=True) if fits else None
    if pointer in _PERSONS:
        return _person(earlier, first.end)
    agrees = pointer == ("they" if earlier.plural else "it") and earlier.sure
    meant = pointer == "this" and earlier.told and not earlier.plural and bool(earlier.about)
    if not (agrees or meant):
        return None
    return Referent(earlier.about, first.end, earlier.is_label)


def _person(earlier: Before, end: int) -> Referent | None:
    """The one name of the sentence before, where it is its subject."""
    names = [group for group in earlier.reading.nouns if group.proper]
    single = len(names) == 1 and not earlier.plural
    named = single and earlier.about == _text(earlier.reading, names[0].start, names[0].end)
    return Referent(earlier.about, end, earlier.is_label) if named else None


def _owned(reading: Reading, label: Label, earlier: Before | None) -> Referent | None:
    """The owner of "its walls": "the artery's walls"."""
    first = reading.tokens[0]
    plural = _OWN[first.text.casefold()]
    if earlier is None:
        fits = bool(label.text) and label.plural is plural
        owner = label.text if fits else ""
    else:
        owner = earlier.about if earlier.sure and earlier.plural is plural else ""
    if not owner or len(owner.split()) > MOST_WORDS // 2:
        return None
    ending = "’" if owner.endswith("s") else "’s"
    return Referent(f"{owner}{ending}", first.end, is_label=False)


def _named(
    reading: Reading, group: NounGroup, label: Label, earlier: Before | None
) -> Referent | None:
    """What "this artery" is: the label, what is said to be an artery, or the artery before."""
    if reading.tokens[0].text.casefold() not in _DEMONSTRATIVES or group.proper:
        return None
    end = reading.tokens[group.end - 1].end
    if not _verb_follows(reading, group.end):
        return None
    if label.text and group.plural is label.plural and (earlier is None or earlier.is_label):
        inside = _stems(_text(reading, 1, group.end))
        noun = reading.tokens[group.head].lemma.casefold()
        if set(inside) <= set(_stems(label.text)) or (len(inside) == 1 and noun in GENERA):
            return Referent(label.text, end, is_label=True)
    return None if earlier is None else _same_noun(reading, group, earlier)


def _of_topic(
    reading: Reading, group: NounGroup, label: Label, topic: frozenset[str]
) -> Referent | None:
    """The label, where "these recommendations" are what the question asks for."""
    asked = stem(reading.tokens[group.head].text) in topic and group.end == len(("these", "noun"))
    fits = bool(label.text) and group.plural is label.plural and not group.proper
    pointing = reading.tokens[0].text.casefold() in _DEMONSTRATIVES
    if not (asked and fits and pointing and _verb_follows(reading, group.end)):
        return None
    return Referent(label.text, reading.tokens[group.end - 1].end, is_label=True)


def _same_noun(reading: Reading, group: NounGroup, earlier: Before) -> Referent | None:
    noun = reading.tokens[group.head].lemma.casefold()
    end = reading.tokens[group.end - 1].end
    told = earlier.reading
    same = [each for each in told.nouns if told.tokens[each.head].lemma.casefold() == noun]
    if len(same) != 1 or same[0].plural is not group.plural:
        return None
    if _is_predicate(told, same[0]):
        return Referent(earlier.about, end, earlier.is_label) if earlier.about else None
    inside = set(_stems(_text(reading, group.start + 1, group.end)))
    more = inside - set(_stems(_text(told, same[0].start, same[0].end)))
    if more or _vague(told, same[0]):
        return None
    phrase = _phrase(told, same[0])
    return Referent(phrase, end, is_label=False) if phrase else None


def _is_predicate(told: Reading, group: NounGroup) -> bool:
    clause = _main(told)
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
    phrase = _text(told, start, end)
    torn = start > 0 and told.tokens[start - 1].tag in {"CC", ","}
    if torn or any(token.text.casefold() in _POINTING for token in told.tokens[start:end]):
        return ""
    if end == group.end and not telling(f"The {told.tokens[start].text}"):
        return ""
    bare = not group.determiner or (group.plural and end == group.end)
    return phrase if bare else f"the {phrase}"
