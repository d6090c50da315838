"""How common a word is in explaining prose, so that blanks fall on words worth recalling.

The table is counted by ``tools/count_words.py`` over 14,000 answers of forty subjects; it weighs
67 KB where a general frequency list weighs 50 MB.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from cardsmith.grammar import content

__all__ = ["RARE", "band", "commonest"]

RARE: Final = 9
_MEMORY: Final = 50_000


@cache
def _bands() -> Mapping[str, int]:
    table = files("cardsmith.cards").joinpath("background.txt").read_text(encoding="ascii")
    rows = (line.split() for line in table.splitlines())
    return {word: int(band) for band, *words in rows for word in words}


@lru_cache(maxsize=_MEMORY)
def band(word: str) -> int:
    """The band of a word: 0 in most documents, 8 in one of 256, ``RARE`` for all others.

    A plural is as common as its singular.
    """
    table, folded = _bands(), word.casefold()
    if folded in table:
        return min(table[folded], table.get(folded.removesuffix("s"), RARE))
    return table.get(folded.removesuffix("s"), RARE)


def commonest(text: str) -> int:
    """The band of the commonest content word of a text, ``RARE`` where it has none."""
    return min((band(word) for word in content(text)), default=RARE)
