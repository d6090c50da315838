"""Words that may be hidden and that nobody wants to recall: praised, made up, one of many."""

import re
from typing import Final

from cardsmith.cards.choosing.hidden import Hidden
from cardsmith.cards.commonness import band
from cardsmith.grammar import content

__all__ = ["comments", "everyday", "example", "exercise", "praised", "somebody"]

MEANT: Final = 2
TECHNICAL: Final = 8
_COUNTED: Final = re.compile(r"\b(?:aged|ages|between|aged between|over the age of) $")
TERM: Final = 4
_COMMENT: Final = re.compile(
    r", (?:thereby |thus )?(?:highlighting|emphasizing|underscoring|reflecting|demonstrating|"
    r"illustrating|which further)\b[^.;]*$"
)
_PEOPLE: Final = frozenset(
    """businesses citizens clients companies consumers customers designers developers doctors
    educators employees employers engineers individuals investors learners managers marketers
    nurses organizations patients people professionals readers researchers scientists scholars
    students teachers users workers""".split()
)
_EXAMPLE: Final = re.compile(
    r"(?:such as|including|e\.g\.,?|for example,?|for instance,?|(?<=\w )like|"
    r"[Ee]xamples (?:may |often )?include) [^.;:]*$"
)
_EXERCISE: Final = re.compile(
    r"(?:Assume|Consider|For example|For instance|If|Imagine|Let|Say|Suppose|When)\b"
)
_ROW: Final = re.compile(r"\d°?, (?:\d+°?, )*(?:and |or )?\d+|[{\[\\^_=]\d")
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


def everyday(hidden: Hidden) -> bool:
    """Whether a sentence begins with the words, and they are no term: "[Project managers] must"."""
    if hidden.figure or hidden.name or hidden.found.start > len("The "):
        return False
    rarest = max((band(word) for word in content(hidden.shown)), default=0)
    single = " " not in hidden.shown
    term = hidden.named.often >= TERM and (not single or hidden.named.share >= MEANT)
    return rarest < TECHNICAL and not term


def exercise(hidden: Hidden) -> bool:
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


def example(hidden: Hidden) -> bool:
    """R11: one of several examples, which nothing tells from others."""
    match = _EXAMPLE.search(hidden.piece.text, 0, hidden.found.start)
    if match is None or hidden.figure:
        return False
    tokens = hidden.piece.reading.tokens
    verbs = [tokens[verb.first].start for verb in hidden.piece.reading.verbs]
    return not any(
        match.start() + len("examples may include") < at < hidden.found.start for at in verbs
    )


def comments(hidden: Hidden) -> bool:
    """Whether the words stand in a comment on what was said: ", highlighting the need for"."""
    start = hidden.found.start
    return not hidden.figure and _COMMENT.search(hidden.piece.text, 0, start) is not None


def somebody(hidden: Hidden) -> bool:
    """Whether the words are the people of any field: "engineers"."""
    return hidden.shown.casefold() in _PEOPLE


def praised(hidden: Hidden) -> bool:
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
