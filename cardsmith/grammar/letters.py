"""Every word as one letter for what it can do, so that grammar can be written as patterns.

D determiner   d one that may stand alone   J adjective   Q number   Y year   $ currency
N noun   m month   p 's
Z is  z be  y been  x being    H has  h have  g having    O does    M modal
F finite verb  B base form     E participle in -ed    G participle in -ing    T to
n not  R adverb  r particle    I preposition  f of    t that  S subordinator  W which, who
P pronoun      X there         C and, or        ( ) , ; : - / " . as they are   ? anything else
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

__all__ = ["letters"]

_BY_TAG: Final[Mapping[str, str]] = {
    tag: letter
    for letter, tags in {
        "D": "PDT PRP$",
        "d": "DT",
        "J": "JJ JJR JJS AFX",
        "Q": "CD",
        "$": "$",
        "N": "NN NNS NNP NNPS FW ADD GW",
        "p": "POS",
        "M": "MD",
        "F": "VBZ VBP VBD",
        "B": "VB",
        "E": "VBN",
        "G": "VBG",
        "T": "TO",
        "R": "RB RBR RBS",
        "r": "RP",
        "I": "IN",
        "S": "WRB",
        "W": "WDT WP WP$",
        "P": "PRP",
        "X": "EX",
        "C": "CC",
        ",": ",",
        "(": "-LRB-",
        ")": "-RRB-",
        "-": "HYPH",
        "/": "SYM",
        '"': "`` ''",
        ".": ".",
        ":": ":",
    }.items()
    for tag in tags.split()
}
_FINITE: Final = frozenset("FHZO")
_SPECIAL: Final[Mapping[tuple[str, str], str]] = {
    (word, tag): letter
    for letter, tag, words in (
        ("Z", "VBZ", "is 's ’s was"),
        ("Z", "VBP", "are am 're ’re 'm ’m is"),
        ("Z", "VBD", "was were"),
        ("z", "VB", "be"),
        ("y", "VBN", "been"),
        ("x", "VBG", "being"),
        ("H", "VBZ", "has 's ’s"),
        ("H", "VBP", "have 've ’ve"),
        ("H", "VBD", "had 'd ’d"),
        ("h", "VB", "have 've"),
        ("g", "VBG", "having"),
        ("O", "VBZ", "does"),
        ("O", "VBP", "do"),
        ("O", "VBD", "did"),
        ("n", "RB", "not n't n’t never"),
        ("f", "IN", "of"),
        ("t", "IN", "that"),
        (
            "S",
            "IN",
            "if because although though unless whereas whether while lest wherever whenever",
        ),
        ("S", "RB", "once"),
        ("C", "RB", "yet"),
        ("J", "RBS", "most least"),
        ("J", "RBR", "more less fewer"),
        (":", "HYPH", "— –"),
        ("D", "DT", "a an the every no"),
        ("d", "CC", "both either neither"),
        ("C", "CC", "nor"),
        (";", ":", ";"),
        ("-", "SYM", "- –"),
        ("-", ":", "-"),
        ("N", "SYM", "% & + ="),
    )
    for word in words.split()
}
_MONTHS: Final = frozenset(
    """january february march april may june july august september october november
    december""".split()
)


def letters(words: Sequence[str], tags: Sequence[str]) -> str:
    """The letters of the words of a sentence; ``words`` are small, but for names of months."""
    found = [
        _BY_TAG_ALONE[tag] if tag in _BY_TAG_ALONE else _letter(word, tag)
        for word, tag in zip(words, tags, strict=True)
    ]
    for at, word in enumerate(words[:-1]):
        if word in _FIRST:
            for phrase, spelled in _FIRST[word]:
                if tuple(words[at : at + len(phrase)]) == phrase:
                    found[at : at + len(phrase)] = spelled
                    break
    return "".join(found)


# Several words that work as one.
_PHRASES: Final = {
    "in order to": "TTT",
    "so as to": "TTT",
    "as well as": "CCC",
    "such as": "II",
    "due to": "II",
    "because of": "II",
    "according to": "II",
    "out of": "II",
    "owing to": "II",
    "prior to": "II",
    "instead of": "II",
    "rather than": "II",
    "along with": "II",
    "together with": "II",
    "apart from": "II",
    "regardless of": "II",
    "depending on": "II",
    "compared to": "II",
    "compared with": "II",
    "few of": "df",
    "many of": "df",
    "most of": "df",
    "much of": "df",
    "several of": "df",
    "up to": "RR",
    "more than": "RR",
    "less than": "RR",
    "at least": "RR",
    "each other": "PP",
    "one another": "PP",
    "so that": "SS",
    "even though": "SS",
    "even if": "SS",
    "as if": "SS",
}
_FIRST: Final[dict[str, list[tuple[tuple[str, ...], str]]]] = {}
for _phrase, _spelled in _PHRASES.items():
    _words = tuple(_phrase.split())
    _FIRST.setdefault(_words[0], []).append((_words, _spelled))


_YEAR: Final = re.compile(r"1\d{3}|20\d\d")
_TELLING: Final = frozenset(("CD", "NNP"))
# Half of all words have a tag that tells everything.
_BY_TAG_ALONE: Final = {
    tag: letter
    for tag, letter in _BY_TAG.items()
    if tag not in _TELLING and all(tag != special for _, special in _SPECIAL)
}


def _letter(word: str, tag: str) -> str:
    if tag not in _TELLING:
        return _SPECIAL.get((word, tag)) or _BY_TAG.get(tag, "?")
    if tag == "NNP" and not word.isdigit():
        return "m" if word in _MONTHS else "N"
    return "Y" if _YEAR.fullmatch(word) else "Q"
