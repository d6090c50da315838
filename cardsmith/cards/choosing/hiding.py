"""Why words of a sentence cannot be hidden: a blank must have one answer worth recalling."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from cardsmith.cards.acronyms import spelled
from cardsmith.cards.choosing.boundaries import adjective, apposed, whole
from cardsmith.cards.choosing.choice import Choice
from cardsmith.cards.choosing.coordination import joined
from cardsmith.cards.choosing.lexicon import Named, named
from cardsmith.cards.choosing.phrases import Origin
from cardsmith.cards.commonness import band, commonest
from cardsmith.cards.study import Piece, Study
from cardsmith.grammar import content, count, families, stem, words
from cardsmith.markup import carve
from cardsmith.model import Nature
from cardsmith.parser.titles import nature

__all__ = ["RULES", "USABLE", "refusal"]

# rule R7
MOST_WORDS: Final = 5
MOST_LETTERS: Final = 40
# What words must be worth: read on random cards. Those that nobody marked must be worth more, and
# the more the less often authors of other documents name them as keywords.
LEAST: Final = 0.55
UNKNOWN: Final = 0.75
UNASKED: Final = 0.7
STEP: Final = 0.07
# terms of more subjects than this say less in each
NARROW: Final = 3
WIDER: Final = 0.03
NAME: Final = 0.6
# and words worth as much are what their sentence was made to name
NAMING: Final = 0.9
# a word that stands in more than one document of sixteen is not worth recalling
TELLING: Final = 4
# nor is, unless its author marked it, what is no term and not rare
RARELY: Final = 7
# a term of so many subjects is a virtue of all things ("collaboration", "sustainability")
EVERYWHERE: Final = 9
# that, and one item of a list, must be worth as much
OF_ALL: Final = 0.95
# a single word is a term where one in eight documents that hold it names it as a keyword
MEANT: Final = 2
# and everyday words together are one where a dozen documents do: "nervous system"
OFTEN: Final = 3
# a technical adjective may be hidden alone: "an [exothermic] reaction"
TECHNICAL: Final = 8

_OWN: Final = frozenset({Origin.ACRONYM, Origin.BOLD, Origin.KEYWORD})
# "benefit the community as a whole", "take it into account"
_COUNTED: Final = re.compile(r"\b(?:aged|ages|between|aged between|over the age of) $")
TERM: Final = 4
_IDLE: Final = frozenset("account bit bulk extent half kind lot lots place sake sort whole".split())
_EXAMPLE: Final = re.compile(
    r"(?:such as|including|e\.g\.,?|for example,?|for instance,?|(?<=\w )like|"
    r"[Ee]xamples (?:may |often )?include) [^.;:]*$"
)
_EXERCISE: Final = re.compile(
    r"(?:Assume|Consider|For example|For instance|If|Imagine|Let|Say|Suppose|When)\b"
)
_ROW: Final = re.compile(r"\d, (?:\d+, )*(?:and |or )?\d+|[{\[\\^_=]\d")
# characters before a subject: its article, an adjective
FRONT: Final = 25
_IS_PRAISED: Final = re.compile(
    r"(?: \w+)? (?:can also|also|(?:is|are|was|were|remains?|becomes?) "
    r"(?:also |particularly |often )?"
    r"(?:an? |the )?(?:essential|crucial|vital|important|critical|key|fundamental|central|integral|"
    r"indispensable|powerful|significant|pivotal|invaluable|necessary)|"
    r"plays? (?:an? )?(?:\w+ )?roles?)\b"
)
_PRAISED_AS: Final = re.compile(
    r"\b(?:is|are|was|were|as|become|becomes|became) (?:an?|the|one of the)(?: most)? (?:common|"
    r"complex|crucial|critical|essential|fundamental|important|key|major|notable|powerful|popular|"
    r"primary|prominent|significant|valuable|vital|useful|versatile|effective) $"
)
_GOOD_FOR: Final = re.compile(
    r"\b(?:improv\w+|enhanc\w+|foster\w*|support\w*|promot\w+|contribut\w+ to|strengthen\w*|"
    r"encourag\w+|facilitat\w+|affect\w*|impact\w*|influenc\w+|chang\w+|challeng\w+|"
    r"(?:crucial|essential|vital|important|critical|significance) (?:for|to|in)) "
    r"(?:[\w'’-]+ ){0,2}$"
)
_SHORT_FORM: Final = re.compile(r" \([A-Z][A-Za-z\d-]{0,6}[A-Z\d]s?\)")
_POSSESSIVE: Final = re.compile(r"\w['’]s? ")


@dataclass(frozen=True)
class _Hidden:
    """Words under judgement, in their sentence and document."""

    found: Choice
    piece: Piece
    study: Study

    @cached_property
    def shown(self) -> str:
        """The words."""
        return self.piece.text[self.found.start : self.found.end]

    @cached_property
    def rest(self) -> str:
        """The sentence without them."""
        return f"{self.piece.text[: self.found.start]} {self.piece.text[self.found.end :]}"

    @cached_property
    def named(self) -> Named:
        """How often they are a keyword anywhere."""
        return named(" ".join([stem(word.text) for word in words(self.shown)]))

    @property
    def figure(self) -> bool:
        """Whether they are a number, year or date."""
        return Origin.FIGURE in self.found.origins

    @property
    def marked(self) -> bool:
        """Whether their author set them off as a term."""
        return not self.found.origins.isdisjoint(_OWN)

    @property
    def name(self) -> bool:
        """Whether they are written as a name inside the sentence."""
        return self.found.start > 0 and all(word[0].isupper() for word in self.shown.split())


def refusal(found: Choice, piece: Piece, study: Study) -> str:
    """The code of the first rule that a word group breaks, "" where it can be hidden."""
    hidden = _Hidden(found, piece, study)
    rules = USABLE if Origin.MARK in found.origins else RULES
    return next((code for code, wrong in rules.items() if wrong(hidden)), "")


def _weak(hidden: _Hidden) -> bool:
    return hidden.found.worth < LEAST or hidden.found.worth < _needed(hidden)


def _needed(hidden: _Hidden) -> float:
    # where an author marked no term, that words have no mark tells nothing
    asked = bool(hidden.study.document.front.keywords)
    if hidden.named.spread >= EVERYWHERE:
        return OF_ALL if asked else UNKNOWN
    if hidden.marked or hidden.figure:
        return LEAST
    if hidden.name:
        return NAME
    least = UNKNOWN if asked else UNASKED
    return least - STEP * hidden.named.share + WIDER * max(0, hidden.named.spread - NARROW)


def _too_large(hidden: _Hidden) -> bool:
    return count(hidden.shown) > MOST_WORDS or len(hidden.shown) > MOST_LETTERS


def _worthless(hidden: _Hidden) -> bool:
    """Whether the words are everyday ones, or a description that nobody gives a name."""
    if hidden.figure:
        return False
    if nature(hidden.shown) is Nature.GENERIC:  # rule R23: "Definition", "Applications"
        return True
    rare = commonest(hidden.shown)
    if hidden.marked:
        return " " not in hidden.shown and rare < TELLING
    if hidden.found.worth >= NAMING:
        return rare < TELLING
    if " " not in hidden.shown:
        # "[Hospitals] use scanners": so do many others
        anybody = hidden.found.start == 0 and hidden.shown.endswith("s")
        return hidden.named.share < MEANT + anybody and (anybody or rare < RARELY)
    often = hidden.named.often
    return rare < (RARELY if often == 0 else TELLING + 1 if often < OFTEN else 0)


def _everyday(hidden: _Hidden) -> bool:
    """Whether a sentence begins with the words, and they are no term: "[Project managers] must"."""
    if hidden.figure or hidden.name or hidden.found.start > len("The "):
        return False
    rarest = max((band(word) for word in content(hidden.shown)), default=0)
    single = " " not in hidden.shown
    term = hidden.named.often >= TERM and (not single or hidden.named.share >= MEANT)
    return rarest < TECHNICAL and not term


def _exercise(hidden: _Hidden) -> bool:
    """Whether a number is made up for an example, one of a row, or who was counted.

    Of "20 % of women aged 25 to 34" the result is the fact.
    """
    if not hidden.figure:
        return False
    if hidden.piece.text[: hidden.found.start].endswith("/"):
        return True
    if _COUNTED.search(hidden.piece.text, 0, hidden.found.start) and "%" in hidden.rest:
        return True
    text, found = hidden.piece.text, hidden.found
    inside = _ROW.search(text, max(0, found.start - len("{1000, ")), found.end + len(", 1000}"))
    return bool(inside or _EXERCISE.match(text))


def _of_name(hidden: _Hidden) -> bool:
    """Whether a number is the last part of a name: "Location 2"."""
    before = hidden.piece.text[: hidden.found.start].split()
    return hidden.figure and len(before) > 1 and before[-1][0].isupper() and before[-1].isalpha()


def _example(hidden: _Hidden) -> bool:
    """R11: one of several examples, which nothing tells from others."""
    match = _EXAMPLE.search(hidden.piece.text, 0, hidden.found.start)
    if match is None or hidden.figure:
        return False
    tokens = hidden.piece.reading.tokens
    verbs = [tokens[verb.first].start for verb in hidden.piece.reading.verbs]
    return not any(
        match.start() + len("examples may include") < at < hidden.found.start for at in verbs
    )


def _list(hidden: _Hidden) -> bool:
    """R11: one item of several, which the others do not tell, unless it is a telling one."""
    found = hidden.found
    if hidden.figure or (hidden.marked and found.worth >= OF_ALL):
        return False
    return joined(hidden.piece.reading, found.start, found.end)


def _torn(hidden: _Hidden) -> bool:
    """Whether the words are a part of something else, or no noun at all.

    A technical adjective may stand alone.
    """
    found, reading = hidden.found, hidden.piece.reading
    if hidden.figure or Origin.BOLD in found.origins:
        return False
    if hidden.shown in _IDLE or _owned(hidden):
        return True
    if whole(reading, found.start, found.end, TECHNICAL if hidden.marked else TELLING):
        return False
    if apposed(reading, found.start, found.end):
        return False
    term = hidden.marked or hidden.found.worth >= NAMING or hidden.named.share >= MEANT
    technical = term and band(hidden.shown) >= TECHNICAL
    return not (technical and adjective(reading, found.start, found.end))


def _owned(hidden: _Hidden) -> bool:
    """Whether a name that the topic tells owns the rest ("Newton's law"), or anybody anything."""
    match = _POSSESSIVE.search(hidden.shown)
    if match is None:
        return False
    owner = hidden.shown[: match.end()]
    return not hidden.named.often or bool(families(owner) & hidden.study.secret)


def _praised(hidden: _Hidden) -> bool:
    """Whether the words are only praised, or are what something else is said to be good for."""
    if hidden.figure or hidden.name:
        return False
    after = hidden.piece.text[hidden.found.end :]
    if hidden.found.start < FRONT and _IS_PRAISED.match(after):
        return True
    # "the hippocampus, which is a crucial [brain structure]"
    if _PRAISED_AS.search(hidden.piece.text, 0, hidden.found.start):
        return True
    good = _GOOD_FOR.search(hidden.piece.text, 0, hidden.found.start) is not None
    return good and max((band(word) for word in content(hidden.shown)), default=0) < TECHNICAL


def _leak(hidden: _Hidden) -> bool:
    """R5: a word of the answer's families stands elsewhere in the sentence, or the answer does.

    One of the topic, too: "Opioids bind to [opioid receptors]" is half told. So is what nobody
    marked by a word of it that is the topic.
    """
    secret = _families(hidden.shown)
    if secret & _families(hidden.rest):
        return True
    if not (hidden.marked or hidden.figure) and secret & hidden.study.secret:
        return True
    return any(word.text.casefold() == hidden.shown.casefold() for word in words(hidden.rest))


def _families(text: str) -> frozenset[str]:
    """The families of words, and of the parts of compounds: "note-taking" tells "notes"."""
    return families(text) | families(text.replace("-", " "))


def _spells_out(hidden: _Hidden) -> bool:
    """W23: "the Food and Drug Administration (FDA)" gives either of its two names away."""
    found, text = hidden.found, hidden.piece.text
    if text[: found.start].endswith("(") and text[found.end :].startswith(")"):
        return count(hidden.shown) == 1
    if _SHORT_FORM.match(text, found.end):
        return True
    return any(long.endswith(hidden.shown) for _, long in spelled(text))


def _tears(hidden: _Hidden) -> bool:
    return carve(hidden.piece.runs, hidden.found.start, hidden.found.end, "") is None


# without these there is nothing to ask, whoever wants it asked
USABLE: Final[Mapping[str, Callable[[_Hidden], bool]]] = {
    "spelled-out": _spells_out,
    "leak": _leak,
    "blank-tears-markup": _tears,
}
RULES: Final[Mapping[str, Callable[[_Hidden], bool]]] = {
    "blank-weak": _weak,
    "blank-size": _too_large,
    "blank-worthless": _worthless,
    "spelled-out": _spells_out,
    "blank-praised": _praised,
    "blank-everyday": _everyday,
    "blank-exercise": _exercise,
    "blank-example": _example,
    "blank-list": _list,
    "blank-torn": lambda hidden: _torn(hidden) or _of_name(hidden),
    "leak": _leak,
    "blank-tears-markup": _tears,
}
