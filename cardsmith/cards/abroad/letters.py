"""Words of any language by their letters alone: how many, which are akin, which tell others."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from cardsmith.grammar import small_words

__all__ = ["akin", "bare", "edged", "fits", "gives_away", "size", "telling", "unspaced"]

# scripts that put no spaces between words
_UNSPACED: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_WORD: Final = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_PARTS: Final = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
# about so many letters of such a script are a word
_LETTERS: Final = 2.5
# these join words to one
_JOINTS: Final = "-‐_+#ー"
_SHORTEST: Final = 4
_ALIKE: Final = 0.75


def unspaced(text: str) -> bool:
    """Whether a text is of a script without spaces, by its first letters of one."""
    return _UNSPACED.search(text) is not None


def size(text: str) -> int:
    """About how many words a text has."""
    dense = len(_UNSPACED.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + round(dense / _LETTERS)


@lru_cache(maxsize=2048)
def bare(text: str) -> str:
    """Text for comparing letters: small, without accents."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join([sign for sign in spread if not unicodedata.combining(sign)])


def telling(text: str, code: str) -> tuple[str, ...]:
    """The words of a text that are not among the small words of its language, bare."""
    small = small_words(code)
    found = [word for word in _PARTS.findall(text) if word.casefold() not in small]
    return tuple([bare(word) for word in found if len(word) > 1 or word.isdigit()])


def akin(one: str, other: str) -> bool:
    """Whether two bare words share so much that one tells the other: "membran", "zellmembran"."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST:
        return False
    same = next((at for at, sign in enumerate(shorter) if sign != longer[at]), len(shorter))
    return shorter in longer or same >= max(_SHORTEST, _ALIKE * len(shorter))


def gives_away(answer: str, shown: str, code: str, known: Iterable[str] = ()) -> bool:
    """R5: whether what is shown tells a word of the answer.

    Words akin to ``known`` ones, what the document is about, may be shown where the answer says
    more. In a script without spaces half of the answer in a row is enough.
    """
    if unspaced(answer):
        return _half_shown(bare(answer), bare(shown))
    wanted = telling(answer, code)
    named = tuple(known)
    own = [word for word in wanted if not any(akin(word, each) for each in named)] or wanted
    if not own:
        return bare(answer) in bare(shown)
    seen = telling(shown, code)
    return any(akin(word, each) for word in own for each in seen)


def _half_shown(answer: str, shown: str) -> bool:
    if any(unspaced(sign) for sign in answer[:1]) and len(answer) == 1:
        return answer in shown
    length = max(2, (len(answer) + 1) // 2)
    rows = (answer[at : at + length] for at in range(max(len(answer) - length, 0) + 1))
    return any(row in shown for row in rows)


def edged(text: str, start: int, end: int, cuts: str) -> bool:
    """Whether words begin and end at two places of a text: no half of a word or compound.

    Without spaces a word surely ends at a sign or at one of ``cuts`` alone.
    """
    return all(
        not sign or sign in cuts or not (sign.isalnum() or sign in _JOINTS)
        for sign in (text[start - 1 : start] if start else "", text[end : end + 1])
    )


def fits(text: str, few: int, many: int) -> bool:
    """Whether a text has at least ``few`` and at most ``many`` words."""
    return few <= size(text) <= many
