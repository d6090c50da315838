"""R5: whether what a card shows gives its answer away."""

import re
from typing import Final

from cardsmith.grammar import count, families

__all__ = ["kind_asked", "leaks", "parted"]

_KIND: Final = re.compile(r"\b[Ww]hich ((?:[\w'’-]+ ){0,4}?)(?P<kind>[\w'’-]+)\b")


def leaks(answer: str, shown: str, named: frozenset[str] = frozenset()) -> bool:
    """Whether a word of the answer's families is shown.

    Words of ``named``, what the document is about, may be shown where the answer says more.
    """
    secret = parted(answer)
    known = named if secret - named else frozenset[str]()
    return bool((secret - known) & parted(shown))


def kind_asked(question: str, answer: str) -> frozenset[str]:
    """The family of the noun that "Which bonds …?" shares with "Hydrogen bonds"."""
    last = _last(answer)
    told = _KIND.search(question)
    words = question[told.start() :].split()[: len("Which") + 1] if told else []
    shares = any(families(word) & families(last) for word in words)
    return families(last) if shares and count(answer) > 1 else frozenset()


def _last(answer: str) -> str:
    return answer.rsplit(maxsplit=1)[-1] if answer.split() else ""


def parted(text: str) -> frozenset[str]:
    """The families of words, and of the parts of compounds: "note-taking" tells "notes"."""
    return families(text) | families(text.replace("-", " ")) if "-" in text else families(text)
