"""Word families: "excitotoxic", "excitotoxicity" and "Excitotoxicity" are one."""

from functools import lru_cache
from typing import Final

from cardsmith.grammar.stemming import stemmed
from cardsmith.grammar.words import content, spellings

__all__ = ["families", "family", "stem", "stems"]

# Two words of one family share this many letters at least: a stemmer alone leaves
# "calcium"/"calcify" apart, and learners see through "neuron"/"neuronal" all the same.
PREFIX: Final = 5
_MEMORY: Final = 50_000
_TEXTS: Final = 4096


@lru_cache(maxsize=_MEMORY)
def stem(word: str) -> str:
    """The word without its endings, casefolded: "receptors" and "Receptor's" are "receptor"."""
    return stemmed(word.casefold().removesuffix("'s").removesuffix("’s"))


@lru_cache(maxsize=_TEXTS)
def stems(text: str) -> tuple[str, ...]:
    """The stems of all words of a text, in order."""
    return tuple(map(stem, spellings(text)))


@lru_cache(maxsize=_MEMORY)
def family(word: str) -> str:
    """What the words of one family have in common: a stem of five letters at most.

    Harsh on purpose, since it decides whether a front gives its answer away.
    """
    return stem(word)[:PREFIX]


@lru_cache(maxsize=_TEXTS)
def families(text: str) -> frozenset[str]:
    """The families of the content words of a text."""
    return frozenset(map(family, content(text)))
