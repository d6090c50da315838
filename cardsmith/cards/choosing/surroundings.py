"""What stands before and after a word group, as named features."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cardsmith.cards.choosing.candidates import NOUNS, Unit

__all__ = ["after", "before"]

_BE: Final = frozenset("are be been being is was were".split())
_CALLED: Final = frozenset("called named termed".split())
_ARTICLES: Final = frozenset("a an the".split())
_MODIFIERS: Final = NOUNS | {"CD", "JJ", "JJR", "JJS"}
_DETERMINERS: Final = frozenset("DT PDT PRP$".split())
# what a word right before a group says, else its tag does
_BEFORE: Final[Mapping[str, str]] = {"a": "", "an": "", "the": "", "of": "after of"}
_TAG_BEFORE: Final[Mapping[str, str]] = {
    **dict.fromkeys(_DETERMINERS, "after another determiner"),
    **dict.fromkeys(_MODIFIERS, "cut off from a modifier"),
    "CC": "after and",
}
_AFTER: Final[Mapping[str, str]] = {
    **dict.fromkeys(".:;?!,", "ends a clause"),
    **dict.fromkeys("that which who".split(), "before that, which"),
    **dict.fromkeys("are is means occur occurs refer refers".split(), "before is"),
    "(": "before (",
    "of": "before of",
}
_TAG_AFTER: Final[Mapping[str, str]] = {
    **dict.fromkeys("MD VBD VBP VBZ".split(), "before a verb"),
    **dict.fromkeys(NOUNS, "cut off from a noun"),
    "CC": "before and",
}


def before(row: Sequence[Unit], start: int) -> Iterator[str]:
    """The features of what stands before a group that starts at a place."""
    if start == 0:
        yield "starts the sentence"
        return
    last = row[start - 1]
    governor = _governor(row, start)
    if governor:
        yield governor
    name = _BEFORE.get(last.low)
    if name is None:
        name = _TAG_BEFORE.get(last.tag, "" if last.low[0].isalnum() else "after a sign")
    if name:
        yield name


def _governor(row: Sequence[Unit], start: int) -> str:
    """What the word before a group, or before its article, says of it."""
    at = start - 2 if row[start - 1].low in _ARTICLES and start > 1 else start - 1
    word = row[at].low
    if word in _BE:
        return "after be"
    if word == "by":
        return "after by"
    known = word == "as" and at > 0 and row[at - 1].low in {"known", "to"}
    return "after called, known as" if known or word in _CALLED else ""


def after(row: Sequence[Unit], end: int) -> Iterator[str]:
    """The features of what stands after a group that ends before a place."""
    if end >= len(row):
        yield "ends a clause"
        return
    following = row[end]
    name = _AFTER.get(following.low) or _TAG_AFTER.get(following.tag, "")
    if name:
        yield name
    if following.low in {"is", "are"} and end + 1 < len(row) and row[end + 1].low in _ARTICLES:
        yield "before is a"
