"""A sentence too long for one card, without what its end only adds."""

import re
from typing import Final

from cardsmith.grammar import count
from cardsmith.markup import cut, flat
from cardsmith.model import Runs, Text

__all__ = ["shortened"]

# what stands before these says a fact without them: ", which …", ", leading to …", "; it …"
_ADDS: Final = re.compile(
    r"[,;—] (?=(?:(?:and|but|so) (?:it|they|this)|especially|including|particularly|such as|"
    r"thereby|thus|whereas|where|which|while|who|(?:ultimately )?[a-z]+ing) )|; (?=\w)"
)
_PAIRS: Final = (("(", ")"), ("[", "]"), ("“", "”"))
_LEAST: Final = 9


def shortened(runs: Runs, most: int) -> Runs:
    """The sentence up to the last addition without which it has at most so many words.

    The same where there is none, or it would leave half a bracket.
    """
    text = flat(runs)
    for match in reversed(list(_ADDS.finditer(text))):
        left = text[: match.start()]
        if count(left) <= most:
            fits = count(left) >= _LEAST and _closed(left)
            return (*cut(runs, 0, match.start()), Text(".")) if fits else runs
    return runs


def _closed(text: str) -> bool:
    pairs = all(text.count(first) == text.count(second) for first, second in _PAIRS)
    return pairs and text.count('"') % 2 == 0
