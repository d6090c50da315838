"""Stretches of a line that no sentence ends in: between brackets, between quotation marks."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

__all__ = ["Stretch", "enclosed", "is_clear", "outside"]

Stretch: TypeAlias = tuple[int, int]

_OPENING: Final = frozenset("([（「『【《〈„‚")
_CLOSING: Final = frozenset(")]）」』】》〉’")
# A sign and what it may close; „so“ and »so« have closing signs that open elsewhere.
_PAIRS: Final = ")( ][ ）（ 」「 』『 】【 》《 〉〈 \"\" '' ”“„” “„ ’‘‚ ‘‚ »« «»"
_PARTNERS: Final = {pair[0]: pair[1:] for pair in _PAIRS.split()}
# Half-open intervals: no bracket of theirs has its partner there.
_INTERVAL: Final = r"\([^()\[\],]{1,30},[^()\[\],]{1,30}\]|\[[^()\[\],]{1,30},[^()\[\],]{1,30}\)"
_FEW: Final = re.compile(rf"{_INTERVAL}|[()\[\]\"]")
_MANY: Final = re.compile(rf"{_INTERVAL}|[()\[\]\"'“”„‘’‚«»（）「」『』【】《》〈〉]")
_RARE: Final = re.compile(r"[“„‘‚«»（「『【《〈]")
_SINGLE: Final = re.compile(r"'(?<![^\s(\[\"]')[^\W\d]")
# Apostrophes that stand where a quotation could begin.
_CONTRACTED: Final = re.compile(r"'(?:tis|twas|til|till|em|n|cause|cos)\b", re.IGNORECASE)
_BEFORE: Final = frozenset("([{<—–-/“‘„‚«»\"'*=|")
_AFTER: Final = frozenset(",.;:!?)]}”’»")
_LONG: Final = 5_000
# Scripts without spaces begin here: a quotation may begin after any of their letters.
_UNSPACED: Final = "\u2e80"


def is_clear(text: str, places: Sequence[int]) -> bool:
    """Whether no stretch can be around the places: a quick look, which most lines pass.

    As many signs open before each place and before the end of the text as close there.
    """
    if len(text) > _LONG or (not text.isascii() and _RARE.search(text)):
        return False
    if "'" in text and _SINGLE.search(text):
        return False
    ends = (*places, len(text))
    return (
        ("(" not in text or _is_balanced(text, "(", ")", ends))
        and ("[" not in text or _is_balanced(text, "[", "]", ends))
        and ('"' not in text or not [1 for at in ends if text.count('"', 0, at) % 2])
    )


def _is_balanced(text: str, opening: str, closing: str, ends: Iterable[int]) -> bool:
    return not [at for at in ends if text.count(opening, 0, at) != text.count(closing, 0, at)]


def enclosed(text: str, others: Sequence[Stretch] = ()) -> Sequence[Stretch]:
    """The outermost stretches and the others, in order: places of their first and last sign."""
    if not text.isascii() or ("'" in text and _SINGLE.search(text)):
        return _outermost((*_stretches(text, _MANY), *others))
    if "(" in text or '"' in text or "[" in text:
        return _outermost((*_stretches(text, _FEW), *others))
    return _outermost(others) if others else ()


def outside(places: Iterable[int], stretches: Sequence[Stretch]) -> Iterator[int]:
    """The places where something may begin, since it would not be inside of a stretch."""
    lows = [low for low, _ in stretches]
    for at in places:
        index = bisect_left(lows, at) - 1
        if index < 0 or at > stretches[index][1]:
            yield at


def _outermost(stretches: Iterable[Stretch]) -> Sequence[Stretch]:
    found: list[Stretch] = []
    for low, high in sorted(stretches):
        if found and low <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], high)
        else:
            found.append((low, high))
    return found


def _stretches(text: str, signs: re.Pattern[str]) -> Iterator[Stretch]:
    """Between each sign that opens and the one that closes it, inner ones first."""
    opened: list[tuple[str, int]] = []
    count: Counter[str] = Counter()
    for match in signs.finditer(text):
        sign, at = match[0], match.start()
        if len(sign) > 1:
            continue
        if _opens(text, at, count):
            opened.append((sign, at))
            count[sign] += 1
        elif _closes(text, at, count):
            partners = _PARTNERS[sign]
            while opened:
                opening, low = opened.pop()
                count[opening] -= 1
                if opening in partners:
                    yield low, at
                    break


def _closes(text: str, at: int, count: Counter[str]) -> bool:
    sign = text[at]
    if sign in "'’" and text[at + 1 : at + 2].isalnum():
        return False
    return _is_open(sign, count)


def _opens(text: str, at: int, count: Counter[str]) -> bool:
    """Whether a sign opens: a bracket tells itself, a quotation begins where a word does."""
    sign = text[at]
    if sign in _OPENING or sign in _CLOSING:
        return sign in _OPENING
    before, after = text[at - 1] if at else " ", text[at + 1 : at + 2] or " "
    if sign in "“‘":
        return before.isspace() or not _is_open(sign, count)
    if sign == "«" and before.isspace():
        return True
    if after.isspace() or (sign == "'" and not _is_quoting(text, at)):
        return False
    if before.isspace() or before in _BEFORE:
        return before.isspace() or after not in _AFTER
    return before >= _UNSPACED and not _is_open(sign, count)


def _is_quoting(text: str, at: int) -> bool:
    """Whether no word is shortened here, and no number of years."""
    return text[at + 1].isalpha() and not _CONTRACTED.match(text, at)


def _is_open(sign: str, count: Counter[str]) -> bool:
    """Whether there is something that a sign can close."""
    return any(count[partner] for partner in _PARTNERS.get(sign, ""))
