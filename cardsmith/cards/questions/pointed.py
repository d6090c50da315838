"""A part asked for by "This enzyme splits starch." under its title: "Which enzyme …?"."""

import re
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.facts import praise, telling
from cardsmith.cards.questions.naming import GOES_ON, POINTERS
from cardsmith.cards.sentences.genera import NO_SORTS
from cardsmith.grammar import NounGroup, Pieces, Reading, Tense, count, families, read
from cardsmith.grammar.irregular import SINGULAR_IN_S
from cardsmith.grammar.plurals import plural
from cardsmith.grammar.questions.asked import spell
from cardsmith.markup import flat
from cardsmith.model import Runs

__all__ = ["Pointed", "pointed"]

LONGEST: Final = 24
SHORTEST: Final = 6
TELLING: Final = 3
MOST_PRAISE: Final = 1
_STARTS: Final = re.compile(r"Th(?:is|ese) [a-z]")
# a label may be "this type of joint"; a question for a type asks for anything
_NO_SORTS: Final = NO_SORTS | {"type"}
_POINTING: Final = re.compile(rf"\b(?:{POINTERS}|us|such(?! as))\b|{GOES_ON}", re.IGNORECASE)
_TAIL: Final = re.compile(
    r", (?:making|allowing|which|helping|ensuring|leading|enabling|as|thus|thereby|providing|"
    r"emphasizing|highlighting|reflecting|contributing|fostering|promoting|improving|enhancing)\b.*"
)
_ALSO: Final = re.compile(r"(?<= )also ")
_ADVERBS: Final = frozenset({"RB", "RBR"})


@dataclass(frozen=True, slots=True)
class Pointed:
    """A question, and the pieces that it is made of."""

    question: str
    pieces: Pieces


def pointed(runs: Runs, title: str, asked: str) -> Pointed | None:
    """The question for the title of a part, from a first sentence that says what that is.

    ``asked`` is the document's question: "this method" is the title where that asks for methods,
    or for no method at all.
    """
    text = flat(runs)
    if not _STARTS.match(text):
        return None
    reading = read(runs)
    group = next((each for each in reading.nouns if each.start == 0), None)
    if group is None or not _is_sort(reading, group, title, asked):
        return None
    first = reading.tokens[0].end + 1
    end = _end(text, reading.tokens[group.end - 1].end)
    said = text[reading.tokens[group.end - 1].end : end]
    if not _fits(text[first:end], said, title):
        return None
    also = _ALSO.search(text, first, end)
    cuts = ((first, also.start() - 1), (also.end(), end)) if also else ((first, end),)
    pieces: Pieces = ("Which", *cuts, "?")
    return Pointed(spell(text, pieces), pieces)


def _is_sort(reading: Reading, group: NounGroup, title: str, asked: str) -> bool:
    """Whether a group says what the title is, and a verb follows it."""
    head = reading.tokens[group.head]
    known = families(head.text)
    own = bool(known & families(title))
    wanted = not group.plural and plural(head.text) in asked.casefold().split(" ")
    about = bool(known & families(asked)) and not (own or wanted)
    vague = head.lemma.casefold() in _NO_SORTS and not (own or wanted)
    if group.head == 0 or not head.text.isalpha() or about or vague:
        return False
    # "this book" under "Books" is one of them, "this design" under "Factorial Designs" is these
    one = own and known < families(title) and " and " not in title
    return (one or group.plural is _many(title)) and _verb_follows(reading, group)


def _many(title: str) -> bool:
    if " and " in title:
        return True
    last = re.split(r" (?:\(|(?:of|in|for|on|to|with|by|from) )", title, maxsplit=1)[0]
    if last.rpartition(" ")[2].casefold() in SINGULAR_IN_S:
        return False
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "ics", "sis", "'s", "’s"))


def _verb_follows(reading: Reading, group: NounGroup) -> bool:
    """Whether a finite verb follows, behind "of five bills" and adverbs."""
    tokens, at = reading.tokens, group.end
    if at < len(tokens) and tokens[at].text in {"from", "in", "of"}:
        inner = next((each for each in reading.nouns if each.start == at + 1), None)
        at = inner.end if inner is not None else len(tokens)
    first = at
    while at < len(tokens) and tokens[at].tag in _ADVERBS:
        at += 1
    verb = next((each for each in reading.verbs if first <= each.start <= at), None)
    return verb is not None and verb.tense is not Tense.NONE and not verb.negated


def _end(text: str, start: int) -> int:
    """The end of what is said, without what only praises it."""
    end = len(text.rstrip(" .!"))
    tail = _TAIL.search(text, start, end)
    return tail.start() if tail and count(text[start : tail.start()]) >= SHORTEST else end


def _fits(asked: str, said: str, title: str) -> bool:
    """Whether a question is short, whole, telling, and does not say the title."""
    if _POINTING.search(said) or not SHORTEST <= count(said) <= LONGEST:
        return False
    if families(title) & families(said):
        return False
    # "these cases have provided a foundation" tells cases from no others
    least = TELLING + bool(families(title) & families(asked))
    return telling(f"The {asked}") >= least and praise(said) <= min(MOST_PRAISE, telling(said))
