"""Texts in one spelling: what only another hand would write otherwise is written one way."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from cardsmith.markup import fold

__all__ = ["bare", "operators", "smooth", "symbolic", "unsymbolic"]

_MEMORY: Final = 4096

# what looks otherwise in a formula and says the same: "m \cdot a" is "ma"
_SILENT: Final = re.compile(
    r"\\(?:cdot|ast|left|right|mathbf|boldsymbol|mathrm|vec|text|ce|q?quad)(?![A-Za-z])"
    r"|\\[,;:!> ]|[_^]\{?|\$"
)
_BRACES: Final = re.compile(r"[{}]")
_JOINED: Final = re.compile(r"\s*([=+*/<>≤≥·×])\s*")
_OPERATOR: Final = re.compile(r"[+*/<>≤≥≠±×÷%]|(?<![^\s(=+*/])[-−](?=[\w\s\\∞(])")
_FORMULA: Final = re.compile(r"[\\=_^]")
# between statements, but no part of one
_LINKS: Final = re.compile(
    r"(^|, )(?:on the (?:one|other) hand|for (?:example|instance)|however|in (?:addition|contrast|"
    r"fact|general|other words|particular)|furthermore|moreover|therefore|thus), ?",
    re.IGNORECASE,
)


@lru_cache(maxsize=_MEMORY)
def smooth(text: str) -> str:
    """A text without the words that only link it to others, its formulas in one spelling."""
    text = _LINKS.sub(r"\1", text)
    if symbolic(text):
        bared = _BRACES.sub(" ", _SILENT.sub("", text))
        return " ".join(_JOINED.sub(r"\1", bared).split())
    return text


def operators(text: str) -> list[str]:
    """The signs that tell "x < -5" and "x > 5" apart, in order of their codes."""
    return sorted(_OPERATOR.findall(smooth(text)))


def symbolic(text: str) -> bool:
    """Whether a text holds a formula."""
    return bool(_FORMULA.search(text))


def unsymbolic(text: str) -> str:
    """A smooth text without what can only be a part of a formula."""
    if not symbolic(text):
        return smooth(text)
    chunks = _JOINED.sub(r"\1", text).split(" ")
    return smooth(" ".join([each for each in chunks if not _FORMULA.search(each)]))


@lru_cache(maxsize=_MEMORY)
def bare(text: str) -> str:
    """A smooth text without regard to case, accents and ligatures."""
    letters = unicodedata.normalize("NFKD", fold(smooth(text)))
    letters = letters.replace("æ", "ae").replace("œ", "oe")
    return "".join([sign for sign in letters if not unicodedata.combining(sign)])
