"""A sentence cut into the words that a grammar counts: as the Penn treebank does, with offsets."""

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["OPAQUE", "cut_words", "mask", "normal"]

# What stands for a character of code, of a formula or of a picture: the tokeniser keeps a row of
# them whole, the tagger knows it as a noun, and the offsets stay those of the sentence.
OPAQUE: Final = "\ue000"

_WORD: Final = r"[\w\u0300-\u036f]"
_CLITIC: Final = r"['’](?:s|S|re|ve|ll|d|m)(?!\w)"
_TITLES: Final = (
    "Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|vs|etc|cf|ca|approx|No|Fig|Figs|Eq|al|Inc|Ltd|Co|Corp|Vol|pp|Gen|"
    "Gov|Sen|Rep|Rev|Lt|Col|Capt|Sgt|Mt|Ph|Dept|Univ|esp|viz"
)
_BEFORE_NOT: Final = (
    "[dD]o|[dD]oes|[dD]id|[iI]s|[aA]re|[wW]as|[wW]ere|[hH]as|[hH]ave|[hH]ad|[cC]a|[wW]o|[cC]ould|"
    "[wW]ould|[sS]hould|[mM]ust|[mM]ight|[nN]eed|[aA]i|[sS]ha"
)
_COMMON: Final = (
    r"(?<!\w)(?:[^\W\d_]\.){2,}",  # U.S., e.g., J.R.R.
    rf"(?<!\w)(?:{_TITLES})\.(?!\w)",
    r"(?<!\w)[A-Z]\.(?=\s[A-Z])",  # an initial
    r"\d+(?:[.,:]\d+)+\w*",
    r"(?<!\w)[cC]an(?=not(?!\w))",
    rf"(?<!\w)(?:{_BEFORE_NOT})(?=n['’]t(?!\w))",
    r"n['’]t(?!\w)",
    _CLITIC,
    # whole words; a hyphen beside a digit (COVID-19) and an inner apostrophe (O'Brien) stay
    rf"{_WORD}+(?:(?:(?<=\d)-(?=[^\W\d])|(?<=[^\W\d])-(?=\d)|\.(?=[a-z\d])"
    rf"|(?!{_CLITIC})['’](?=\w)){_WORD}+)*",
    r"\.\.+",
    r"--+",
    r"\S",
)
# A repetition before a sign that may never come is bounded: every text takes linear time.
_RARE: Final = (
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]}'’]",
    r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}",
    rf"[\w-]{{0,40}}{OPAQUE}+[\w{OPAQUE}-]*",
)
# Most words are letters alone, with nothing beside them that the patterns above look at.
_LETTERS: Final = r"(?![cC]annot(?!\w))[A-Za-z]++(?![\w\u0300-\u036f.'’-])"
_PLAIN_TOKEN: Final = re.compile("|".join((_LETTERS, *_COMMON)))
_TOKEN: Final = re.compile("|".join((*_RARE, *_COMMON)))
_SIGNS_OF_RARE: Final = ("://", "www.", "@", OPAQUE)


def cut_words(text: str) -> list[tuple[int, int]]:
    """The offsets of the words and signs of a text, in order; white space is in none."""
    token = _TOKEN if any(map(text.__contains__, _SIGNS_OF_RARE)) else _PLAIN_TOKEN
    return [match.span() for match in token.finditer(text)]


def normal(word: str) -> str:
    """A word as the tagger's dictionary spells it: typographic signs made plain."""
    if word.isascii():
        return word
    if word[0] == OPAQUE or OPAQUE in word:
        return OPAQUE
    return word.translate(_PLAIN)


_PLAIN: Final = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."}
)


def mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text of the same length in which the given spans are opaque."""
    for start, end in spans:
        text = text[:start] + OPAQUE * (end - start) + text[end:]
    return text
