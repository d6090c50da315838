"""R5: whether what a card shows gives its answer away."""

from cardsmith.grammar import families

__all__ = ["leaks", "parted"]


def leaks(answer: str, shown: str, named: frozenset[str] = frozenset()) -> bool:
    """Whether a word of the answer's families is shown.

    Words of ``named``, what the document is about, may be shown where the answer says more.
    """
    secret = parted(answer)
    known = named if secret - named else frozenset[str]()
    return bool((secret - known) & parted(shown))


def parted(text: str) -> frozenset[str]:
    """The families of words, and of the parts of compounds: "note-taking" tells "notes"."""
    return families(text) | families(text.replace("-", " ")) if "-" in text else families(text)
