"""The tags of the Penn treebank, and a letter for each: a set of tags is a short string then."""

from typing import Final

__all__ = ["CODES", "FINITE", "FINITE_CODES", "NAMES", "PENN"]

PENN: Final = tuple(
    """NN IN NNS JJ DT , NNP . CC VB VBG VBZ RB VBN VBP MD TO WDT PRP$ PRP VBD CD HYPH -RRB-
    -LRB- NNPS POS : WRB JJR RBR `` '' WP $ RP SYM EX RBS JJS FW ADD PDT UH LS WP$ XX NFP AFX
    GW""".split()
)
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
CODES: Final = dict(zip(PENN, _LETTERS, strict=False))
NAMES: Final = dict(zip(_LETTERS, PENN, strict=False))
FINITE: Final = frozenset("MD VBD VBP VBZ".split())
FINITE_CODES: Final = frozenset(CODES[name] for name in FINITE)
