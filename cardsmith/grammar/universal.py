"""The universal part of speech of a word: a function of its Penn tag and its text."""

from collections.abc import Mapping
from typing import Final

__all__ = ["universal"]

_BY_TAG: Final[Mapping[str, str]] = {
    tag: name
    for name, tags in {
        "ADJ": "JJ JJR JJS AFX",
        "ADP": "IN RP",
        "ADV": "RB RBR RBS WRB",
        "AUX": "MD",
        "CCONJ": "CC",
        "DET": "DT PDT PRP$ WP$",
        "INTJ": "UH",
        "NOUN": "NN NNS",
        "NUM": "CD",
        "PART": "TO POS",
        "PRON": "PRP EX WP WDT",
        "PROPN": "NNP NNPS",
        "PUNCT": ". , : `` '' -LRB- -RRB- HYPH NFP",
        "SYM": "$ SYM",
        "VERB": "VB VBP VBZ VBD VBG VBN",
        "X": "FW ADD GW LS XX",
    }.items()
    for tag in tags.split()
}
_BE: Final = frozenset("be am is are was were been being 's 're 'm ’s ’re ’m".split())
_JOINERS: Final = frozenset(
    """although because if lest once since so than that though till unless until whereas whether
    while""".split()
)


def universal(word: str, tag: str) -> str:
    """The universal tag; "have" and "do" are taken for verbs, since one word does not tell."""
    small = word.lower()
    if tag.startswith("VB") and small in _BE:
        return "AUX"
    if tag == "IN" and small in _JOINERS:
        return "SCONJ"
    if tag == "RB" and small in ("not", "n't", "n’t"):
        return "PART"
    return _BY_TAG.get(tag, "X")
