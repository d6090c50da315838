"""The stem of an English word, as the Snowball project defines it (snowballstem.org, "English").

Written out here because its own Python version takes ten times as long, and because the identity
of notes rests on stems: they must not change with a library.
"""

import re
from collections.abc import Mapping
from typing import Final

__all__ = ["stemmed"]

_SHORTEST: Final = 3  # letters of a word that is changed
_WHOLE: Final[Mapping[str, str]] = {
    word: stem
    for word, _, stem in (
        pair.partition(":")
        for pair in """andes:andes atlas:atlas bias:bias cosmos:cosmos early:earli gently:gentl
        howe:howe idly:idl news:news only:onli singly:singl skies:sky skis:ski sky:sky
        ugly:ugli""".split()
    )
}
# A region begins behind the first consonant after a vowel, or behind one of some beginnings. In a
# word being cut a large Y is a consonant.
_BEGINNING: Final = re.compile(r"arsen|commun|emerg|gener|inter|later|organ|past|univers")
_REGION: Final = re.compile(r"[^aeiouy]*[aeiouy]+[^aeiouy]")
_VOWEL: Final = re.compile(r"[aeiouy]")
_VOWEL_Y: Final = re.compile(r"([aeiouy])y")
_SHORT: Final = re.compile(r"(?:[^aeiouy]|^)[aeiouy][^aeiouywxY]\Z|^[aeiouy][wxY]\Z|past\Z")
_KEPT: Final = frozenset("cann earr even herr inn out".split())  # "inning" is no deed
_KEPT_IN_EED: Final = frozenset("exc proc succ".split())
_TAKES_E: Final = ("at", "bl", "iz")
_DOUBLED: Final = frozenset("bb dd ff gg mm nn pp rr tt".split())
_AFTER_LI: Final = frozenset("cdeghkmnrt")


def _endings(text: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the longest of some endings, and what stands for each of them."""
    pairs = [pair.partition(":") for pair in text.split()]
    pattern = re.compile(f"(?:{'|'.join(ending for ending, _, _ in pairs)})\\Z")
    return pattern, {ending: instead for ending, _, instead in pairs}


_PARTICIPLES, _ = _endings("eedly: eed: ingly: edly: ing: ed:")
_SECOND, _FOR_SECOND = _endings(
    """ational:ate fulness:ful iveness:ive ization:ize ousness:ous biliti:ble lessli:less
    tional:tion alism:al aliti:al ation:ate entli:ent fulli:ful iviti:ive ousli:ous ogist:og
    abli:able alli:al anci:ance ator:ate enci:ence izer:ize bli:ble ogi:og li:"""
)
_THIRD, _FOR_THIRD = _endings(
    "ational:ate tional:tion alize:al ative: icate:ic iciti:ic ical:ic ness: ful:"
)
_FOURTH, _ = _endings(
    """ement: able: ance: ence: ible: ment: ant: ate: ent: ion: ism: iti: ive: ize: ous: al:
    er: ic:"""
)
_LONGEST: Final = 7  # letters of an ending


def stemmed(word: str) -> str:
    """The stem of a casefolded word."""
    if word in _WHOLE:
        return _WHOLE[word]
    if len(word) < _SHORTEST:
        return word
    word = word.removeprefix("'")
    if "y" in word:
        word = _VOWEL_Y.sub(r"\1Y", f"Y{word[1:]}" if word[0] == "y" else word)
    start = _BEGINNING.match(word) or _REGION.match(word)
    first = start.end() if start else len(word)
    start = _REGION.match(word, first)
    second = start.end() if start else len(word)
    word = _without_participle(_without_s(word), first)
    if word[-1:] in ("y", "Y") and len(word) > len("by") and word[-2] not in "aeiouy":
        word = f"{word[:-1]}i"
    word = _third(_second(word, first), first, second)
    return _last(_fourth(word, second), first, second).replace("Y", "y")


def _without_s(word: str) -> str:
    for owner in ("'s'", "'s", "'"):
        if word.endswith(owner):
            word = word.removesuffix(owner)
            break
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith(("ied", "ies")):
        return word[:-2] if len(word) > len("ties") else word[:-1]
    plural = word.endswith("s") and not word.endswith(("ss", "us"))
    return word[:-1] if plural and _VOWEL.search(word, 0, len(word) - 2) else word


def _without_participle(word: str, first: int) -> str:
    match = _PARTICIPLES.search(word, max(len(word) - _LONGEST, 0))
    if match is None:
        return word
    before, ending = word[: match.start()], match.group()
    if ending in ("eed", "eedly"):
        return f"{before}ee" if first <= len(before) and before not in _KEPT_IN_EED else word
    if ending == "ing" and before in _KEPT:
        return word
    if ending == "ing" and before[1:] == "y" and before[0] not in "aeiouy":
        return f"{before[0]}ie"  # "dying"
    return _with_e(before, first) if _VOWEL.search(before) else word


def _with_e(word: str, first: int) -> str:
    """What is left of a participle: "hop" of "hopping", "hope" of "hoping"."""
    if word.endswith(_TAKES_E):
        return f"{word}e"
    if word[-2:] in _DOUBLED:
        return word if word[:-2] in ("a", "e", "o") else word[:-1]  # "add", "egg", "off"
    return f"{word}e" if len(word) == first and _SHORT.search(word) else word


def _second(word: str, first: int) -> str:
    match = _SECOND.search(word, max(len(word) - _LONGEST, 0))
    if match is None or match.start() < first:
        return word
    before, ending = word[: match.start()], match.group()
    if ending == "li" and before[-1:] not in _AFTER_LI:
        return word
    if ending == "ogi" and before[-1:] != "l":
        return word
    return before + _FOR_SECOND[ending]


def _third(word: str, first: int, second: int) -> str:
    match = _THIRD.search(word, max(len(word) - _LONGEST, 0))
    if match is None or match.start() < (second if match.group() == "ative" else first):
        return word
    return word[: match.start()] + _FOR_THIRD[match.group()]


def _fourth(word: str, second: int) -> str:
    match = _FOURTH.search(word, max(len(word) - _LONGEST, 0))
    if match is None or match.start() < second:
        return word
    before = word[: match.start()]
    return word if match.group() == "ion" and before[-1:] not in ("s", "t") else before


def _last(word: str, first: int, second: int) -> str:
    """A word without a silent -e, or without the second l of two."""
    before = word[:-1]
    if word.endswith("e"):
        cut = second <= len(before) or (first <= len(before) and not _SHORT.search(before))
    else:
        cut = word.endswith("ll") and second <= len(before)
    return before if cut else word
