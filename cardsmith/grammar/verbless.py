"""The verb of a sentence that seems to have none: "The liver stores fat"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from cardsmith.grammar.penn import CODES, FINITE

__all__ = ["Tagged", "with_verb"]

Tagged: TypeAlias = tuple[str, int]  # a tag and its margin

# What stands before and after "stores" in "The liver stores fat" and not in "three stores, ...".
_BEFORE_VERB: Final = frozenset(("NN", "NNP"))
_NOT_AFTER_VERB: Final = frozenset(". , : CC HYPH NNS POS -LRB-".split())
_OPENING: Final = frozenset("CD DT JJ JJR JJS NN NNP NNS PDT PRP$".split())


def with_verb(given: list[Tagged], words: Sequence[str], sets: Sequence[str]) -> list[Tagged]:
    """The same tags, but in a sentence without a verb the likeliest "-s" between nouns is one.

    The teacher of this tagger makes the mistake itself, so that no example could forbid it.
    """
    if not words or words[-1] != "." or not _is_verbless(given):
        return given
    near = [
        (given[at][1], at)
        for at in range(1, len(given) - 1)
        if given[at][0] == "NNS"
        and CODES["VBZ"] in sets[at]
        and given[at - 1][0] in _BEFORE_VERB
        and given[at + 1][0] not in _NOT_AFTER_VERB
    ]
    if not near:
        return given
    at = min(near)[1]
    return [*given[:at], ("VBZ", 1), *given[at + 1 :]]


def _is_verbless(given: Sequence[Tagged]) -> bool:
    """Whether what begins like a sentence has no verb but infinitives after "to"."""
    if given[0][0] not in _OPENING:
        return False
    tags = [name for name, _ in given]
    if not FINITE.isdisjoint(tags):
        return False
    return all(last == "TO" for last, name in pairwise(tags) if name == "VB")
