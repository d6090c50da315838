"""Words, their stems, and what carries no content: the judge's own, by regular expressions."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from cardsmith.grammar.irregular import PAST, PLURALS

__all__ = ["contents", "kin", "light", "spoken", "stem", "stems", "words"]

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W\d_]+)?")
_COUNTED: Final = re.compile(r"\S*\w\S*|\N{OBJECT REPLACEMENT CHARACTER}|\[…\]")

_FUNCTION: Final = frozenset(
    """a about above across after against all along also although am among an and another any are
    around as at away be because been before behind being below beside besides between beyond both
    but by can cannot could did do does doing done down due during each either else even ever every
    few for from further had has have having he her hers here him his how however i if in into is
    it its itself just least less like many may me might more most much must my neither no nor not
    of off often on once one ones only onto or other others our out over own per rather same she
    should since so some such than that the their theirs them themselves then there therefore these
    they this those through throughout thus to together too toward towards under until up upon us
    very via was we were what when where whereas whether which while who whom whose why will with
    within without would based using yet you your e.g i.e eg ie etc vs s t""".split()
)

# endings, longest first, each with the letters that must be left before it
_ENDINGS: Final = tuple(
    sorted(
        {
            **dict.fromkeys("ational".split(), 5),
            **dict.fromkeys("ation ative atory ical ically ality ility".split(), 5),
            **dict.fromkeys("ance ence ancy ency able ible ment ness".split(), 5),
            **dict.fromkeys("ally ion ive ity ous ant ent ate ial".split(), 5),
            **dict.fromkeys("ism ist ory ary".split(), 6),
            **dict.fromkeys("al ic or".split(), 6),
            **dict.fromkeys("er ful less ing ed".split(), 5),
            "ly": 4,
        }.items(),
        key=lambda row: (-len(row[0]), row[0]),
    )
)
# forms that are more often another word
_OTHER_WORDS: Final = frozenset(
    "bore bound ground lay leaves left lit lives rose saw wound".split()
)
_IRREGULAR: Final = {
    **{plural: single for single, plural in PLURALS.items() if plural not in _OTHER_WORDS},
    **{form: base for base, forms in PAST.items() for form in forms if form not in _OTHER_WORDS},
}
# the shortest part of a word that a tense may hang on
_ROOT: Final = 3
_PLURALS: Final = (
    (re.compile(r"(?<=..)ies$"), "y"),
    (re.compile(r"sis$"), "se"),
    (re.compile(r"(?<=ss|ch|sh|zz)es$|(?<=x)es$"), ""),
    (re.compile(r"(?<=[^\Wsui])(?<=..)s$"), ""),
)
_LAST: Final = re.compile(r"(?:e|y|i|ie)$")
_DOUBLED: Final = re.compile(r"([bdgmnprt])\1$")


def words(text: str) -> list[str]:
    """The words of a text as they are written; parts of a hyphenated word are words."""
    return _WORD.findall(text)


def spoken(text: str) -> int:
    """How many words are read: a formula, a piece of code and a gap are one each."""
    return len(_COUNTED.findall(text))


@lru_cache(maxsize=4_096)
def contents(text: str) -> tuple[str, ...]:
    """The words that say something, folded, in their order."""
    return tuple([word for each in words(text) if (word := _bare(each)) not in _FUNCTION])


def stems(text: str | Iterable[str]) -> frozenset[str]:
    """The stems of the words that say something."""
    listed = [text] if isinstance(text, str) else text
    return frozenset([stem(word) for each in listed for word in contents(each)])


@lru_cache(maxsize=100_000)
def _bare(word: str) -> str:
    """A word folded, without the ending of a genitive or of an acronym's plural."""
    if word.endswith("s") and word[:-1].isupper() and len(word) > len("As"):
        word = word[:-1]
    return re.sub(r"['’]s?$", "", word.casefold().replace("’", "'"))


@lru_cache(maxsize=100_000)
def light(word: str) -> str:
    """A folded word without the ending of its plural or tense."""
    word = _IRREGULAR.get(word, word)
    for plural, single in _PLURALS:
        if plural.search(word):
            return plural.sub(single, word)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _ROOT:
            return _DOUBLED.sub(r"\1", word[: -len(ending)])
    return word


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What related words share: "inhibits", "inhibitor" and "inhibition" give "inhibit"."""
    base = light(word)
    rest = _shorter(base)
    if rest == base != word:
        # "influenced" lost the "e" of "influence" with its ending
        longer = _shorter(f"{base}e")
        rest = base if longer == f"{base}e" else longer
    rest = _shorter(rest)
    return _LAST.sub("", rest) if len(rest) > _ROOT else rest


def _shorter(word: str) -> str:
    for ending, left in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= left:
            return _DOUBLED.sub(r"\1", word[: -len(ending)])
    return word


def kin(word: str) -> frozenset[str]:
    """The stem of a word, and those of its irregular forms, which may be other words, too."""
    return frozenset({stem(word), *(stem(form) for form in PAST.get(light(word), ()))})
