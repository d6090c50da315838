"""The sentence before another one, as the other may lean on it."""

from dataclasses import dataclass
from typing import Final

from cardsmith.cards.facts import praise
from cardsmith.cards.sentences.labels import Label
from cardsmith.grammar import Clause, ClauseKind, NounGroup, PartKind, Reading, stem, stems

__all__ = [
    "MOST_WORDS",
    "POINTING",
    "Before",
    "before",
    "main_clause",
    "named_end",
    "text_of",
    "vague",
]

POINTING: Final = frozenset("he her his it its she that their them these they this those".split())
# "The first step", "One example": what stands for them is what they are said to be
_EMPTY: Final = frozenset(
    """advantage aim aspect benefit case cause challenge difference example factor feature
    form goal issue key one part point problem reason result role step thing type way""".split()
)
# "X involves Y. This strengthens Z.": X does
_INVOLVING: Final = frozenset({"entail", "involve", "refer"})
_REPORTING: Final = frozenset(
    """confirm demonstrate find highlight indicate note report reveal show state suggest""".split()
)
MOST_WORDS: Final = 6
_DESCRIBED: Final = frozenset({"that", "which", "who", "called", "named"})
# words of a deed
LEAST_DEED: Final = 3
MOST_DEED: Final = 10
_DEEDS: Final = ("ing", "tion", "sion", "therapy", "graphy", "scopy", "lysis", "ectomy")
_TORN: Final = frozenset({",", "-", "—", "–", ";", ":", "(", "your", "you", "while", "when"})


@dataclass(frozen=True, slots=True)
class Before:
    """The sentence before, as it stands, and its subject.

    ``about`` are the subject's words, "" where it is no plain group. ``sure`` tells whether "it" or
    "they" goes on about it, as it did in 51 of 52 places: not where the sentence reports
    ("Research shows that") or is true somewhere only ("In the first stage, children"), unless it
    is about the label or what the question names.
    ``is_label`` tells whether it is the label over both, ``told`` whether the sentence only praises
    it or says what it involves, so that "This" can be nothing else. ``deed`` is the subject where
    that is something done, "" else: "dividing the network", "deductive reasoning".
    """

    reading: Reading
    about: str = ""
    plural: bool = False
    sure: bool = False
    is_label: bool = False
    told: bool = False
    deed: str = ""


def before(reading: Reading, label: Label, topic: frozenset[str]) -> Before:
    """A sentence as the next one may lean on it; ``topic`` are the stems of the question."""
    clause = main_clause(reading)
    group = _plain_subject(reading, clause)
    if clause is None or group is None or vague(reading, group):
        return Before(reading, deed=_gerund(reading, clause))
    about = text_of(reading, group.start, group.end)
    own = stems(text_of(reading, group.start + bool(group.determiner), group.end))
    labelled = named_end(reading, label) > 0
    return Before(
        reading=reading,
        about=about,
        plural=group.plural,
        sure=labelled or set(own) <= topic or not (clause.lead or _turns(reading, clause)),
        is_label=labelled,
        told=_only_told(reading, clause),
        deed=about if _is_deed(reading, group, topic) else _gerund(reading, clause),
    )


def _is_deed(reading: Reading, group: NounGroup, topic: frozenset[str]) -> bool:
    """Whether a group names something done that the question is about: "deductive reasoning"."""
    noun = reading.tokens[group.head].text
    named = group.proper or group.plural or group.determiner in {"a", "an"}
    return not named and noun.endswith(_DEEDS) and stem(noun) in topic


def _gerund(reading: Reading, clause: Clause | None) -> str:
    """The subject of "Dividing the network into segments limits", "" where it is another one."""
    if clause is None or clause.lead or reading.tokens[0].tag != "VBG":
        return ""
    start, end = clause.subject.start, clause.subject.end
    words = {token.text.casefold() for token in reading.tokens[start:end]}
    plain = start == 0 and LEAST_DEED <= end <= MOST_DEED and not words & (POINTING | _TORN)
    return text_of(reading, start, end) if plain else ""


def named_end(reading: Reading, label: Label) -> int:
    """Where the subject of a sentence ends that is its label, and 0 where it is another one."""
    group = _plain_subject(reading, main_clause(reading)) if label.text else None
    if group is None or group.start > 0:
        return 0
    own = stems(text_of(reading, bool(group.determiner), group.end))
    return reading.tokens[group.end - 1].end if own == stems(label.text) else 0


def vague(reading: Reading, group: NounGroup) -> bool:
    """Whether a group points elsewhere, or says no more than "the first step"."""
    pointing = {token.text.casefold() for token in reading.tokens[group.start : group.end]}
    return bool(pointing & POINTING) or reading.tokens[group.head].lemma.casefold() in _EMPTY


def _only_told(reading: Reading, clause: Clause) -> bool:
    """Whether a clause says nothing that could be meant but its subject: "X is vital"."""
    if clause.verb.lemma in _INVOLVING:
        return True
    part = clause.parts[0] if clause.parts else None
    copula = clause.verb.lemma == "be" and not clause.verb.passive and part is not None
    return copula and part is not None and praise(text_of(reading, part.start, part.core)) > 0


def _turns(reading: Reading, clause: Clause) -> bool:
    """Whether a clause brings up something to go on about: "Saliva holds amylase, which".

    Or it only says who found something: "Research has shown that the drug works".
    """
    if any(part.kind is PartKind.THAT for part in clause.parts):
        return clause.verb.lemma in _REPORTING
    first = clause.parts[0] if clause.parts and clause.verb.lemma != "be" else None
    group = next((each for each in reading.nouns if first and each.start == first.start), None)
    after = reading.tokens[group.end].text if group and group.end < len(reading.tokens) else ""
    return after in _DESCRIBED


def main_clause(reading: Reading) -> Clause | None:
    """The first main clause of a sentence."""
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


def text_of(reading: Reading, start: int, end: int) -> str:
    """The words from one place to another as they stand in the sentence."""
    return reading.text[reading.tokens[start].start : reading.tokens[end - 1].end]
