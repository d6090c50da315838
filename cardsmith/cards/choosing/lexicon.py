"""Terms that many authors named as keywords of their documents, and how often they did.

``lexicon.txt`` is made by ``tools/count_terms.py`` over 14,000 documents of forty subjects. Its
terms are stems; a line begins with three bands that hold for all of its terms.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

__all__ = ["MOST_OFTEN", "MOST_SHARE", "MOST_SPREAD", "UNNAMED", "Named", "named", "terms"]

MOST_OFTEN: Final = 8
MOST_SHARE: Final = 5
MOST_SPREAD: Final = 9


class Named(NamedTuple):
    """How often a term was a keyword.

    ``often`` is 0 for never, 1 for a few documents, one more for each doubling; ``share`` is 5
    where most documents that hold the term name it, one less for each halving; ``spread`` is the
    number of subjects that they are spread over, 9 for all more.
    """

    often: int
    share: int
    spread: int


UNNAMED: Final = Named(0, 0, 0)


@cache
def terms() -> Mapping[str, Named]:
    """How often each term was a keyword; one that stands nowhere is ``UNNAMED``."""
    text = files("cardsmith.cards.choosing").joinpath("lexicon.txt").read_text(encoding="utf-8")
    found: dict[str, Named] = {}
    for line in text.splitlines():
        often, share, spread, terms = line.split(" ", 3)
        row = Named(int(often), int(share), int(spread))
        found.update(dict.fromkeys(terms.split(","), row))
    return found


def named(stems: str) -> Named:
    """How often a term was a keyword; its stems are joined by spaces."""
    return terms().get(stems, UNNAMED)
