"""The sentence before another one, as the other may lean on it."""

from dataclasses import dataclass
from typing import Final

from cardsmith.cards.facts import praise
from cardsmith.cards.sentences.labels import Label
from cardsmith.grammar import Clause, ClauseKind, NounGroup, PartKind, Reading, stems

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
MOST_WORDS: Final = 6


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


def before(reading: Reading, label: Label, topic: frozenset[str]) -> Before:
    """A sentence as the next one may lean on it; ``topic`` are the stems of the question."""
    clause = main_clause(reading)
    group = _plain_subject(reading, clause)
    if clause is None or group is None or vague(reading, group):
        return Before(reading)
    about = text_of(reading, group.start, group.end)
    own = stems(text_of(reading, group.start + bool(group.determiner), group.end))
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


def _told(clause: Clause) -> bool:
    return bool(clause.parts) and clause.parts[0].kind is PartKind.NOUN


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
