"""One thing and several: the number of nouns, both ways."""

import re
from functools import cache
from typing import Final

from cardsmith.grammar.irregular import PLURALS, SAME_NUMBER, SINGULAR_IN_S

__all__ = ["plural", "singular"]

_SIBILANT: Final = re.compile(r".*(?:s|x|z|ch|sh)", re.DOTALL)
_CONSONANT_Y: Final = re.compile(r".*[^aeiou]y", re.DOTALL)
_NOT_MEN: Final = frozenset("caiman german human ottoman roman shaman talisman".split())
_IN_IE: Final = frozenset(
    "brownies calories cookies genies movies prairies rookies zombies".split()
)
_IN_CHE: Final = frozenset(
    "aches avalanches axes caches headaches niches psyches toothaches".split()
)
_SHORTEST: Final = 3  # "gas" is no plural, "as" is no noun


def plural(noun: str) -> str:
    """The plural of a singular noun, its capitals kept: "Child" gives "Children"."""
    small = noun.lower()
    if small in SAME_NUMBER:
        return noun
    if small in PLURALS:
        return _like(noun, PLURALS[small])
    for ending in ("man", "child"):
        if small.endswith(ending) and small not in _NOT_MEN:
            return noun[: -len(ending)] + PLURALS[ending]
    if small.endswith("sis"):
        return noun[:-2] + "es"
    if _CONSONANT_Y.fullmatch(small):
        return noun[:-1] + "ies"
    return noun + ("es" if _SIBILANT.fullmatch(small) else "s")


@cache
def _singulars() -> dict[str, str]:
    return {plural: singular for singular, plural in PLURALS.items()}


def singular(noun: str) -> str:
    """The singular of a plural noun; a noun that is none stays as it is."""
    small = noun.lower()
    if small in PLURALS or small in SAME_NUMBER or small in SINGULAR_IN_S:
        return noun
    if small in _singulars():
        return _like(noun, _singulars()[small])
    if small.endswith("men") and small not in ("men", "omen"):
        return noun[:-2] + "an"
    if small.endswith("children"):
        return noun[:-3]
    if not small.endswith("s") or small.endswith(("ss", "us", "is")) or len(small) < _SHORTEST:
        return noun
    return _without_s(noun, small)


def _without_s(noun: str, small: str) -> str:
    if small.endswith("ies") and small not in _IN_IE and len(small) > len("ties"):
        return noun[:-3] + "y"
    if small.endswith(("sses", "shes", "ches", "xes", "zzes")) and small not in _IN_CHE:
        return noun[:-2]
    return noun[:-1]


def _like(pattern: str, word: str) -> str:
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
