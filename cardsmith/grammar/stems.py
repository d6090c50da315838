"""Word families: "excitotoxic", "excitotoxicity" and "Excitotoxicity" are one."""

from functools import cache, lru_cache
from typing import Final

import snowballstemmer

from cardsmith.grammar.words import content

__all__ = ["families", "family", "stem"]

# Two words of one family share this many letters at least: a stemmer alone leaves
# "calcium"/"calcify" apart, and learners see through "neuron"/"neuronal" all the same.
PREFIX: Final = 5
_MEMORY: Final = 200_000
_TEXTS: Final = 4096


@cache
def _stemmer() -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=_MEMORY)
def stem(word: str) -> str:
    """The word without its endings, casefolded: "receptors" and "Receptor's" are "receptor"."""
    folded = word.casefold().removesuffix("'s").removesuffix("’s")
    stemmed: str = _stemmer().stemWord(folded)
    return stemmed


def family(word: str) -> str:
    """What the words of one family have in common: a stem of five letters at most.

    Harsh on purpose, since it decides whether a front gives its answer away.
    """
    return stem(word)[:PREFIX]


@lru_cache(maxsize=_TEXTS)
def families(text: str) -> frozenset[str]:
    """The families of the content words of a text."""
    return frozenset([family(word) for word in content(text)])
