"""The title or bold label over a sentence, and whether it names something."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cardsmith.cards.commonness import RARE, band
from cardsmith.grammar import tokens

__all__ = ["Label", "names"]

_SINGULAR_ENDINGS: Final = ("ss", "us", "is", "ics", "sis")
_ORDERS: Final = frozenset({"TO", "VB", "VBP", "WP", "WRB"})
# "positively charged", "polar" are no names
_NO_HEADS: Final = frozenset({"JJ", "JJR", "JJS", "RB", "VBN", "VBD", "VBZ"})
_AFTER_HEAD: Final = frozenset({"IN", "TO", "-LRB-", "(", ",", ":", "CC"})


@dataclass(frozen=True, slots=True)
class Label:
    """The title or bold label over a sentence: as it stands inside a sentence, "" for none."""

    text: str

    @property
    def plural(self) -> bool:
        """Whether the label names several things, judged by its head: "tables of contents"."""
        head = re.split(r" (?:\(|(?:of|in|for|on|to|with|by|from) )", self.text, maxsplit=1)[0]
        last = head.split(" ")[-1].casefold()
        if not last.endswith("s") or last.endswith(_SINGULAR_ENDINGS):
            return False
        # "Hermes" is no plural: neither it nor "Herme" is a word; "planet gears" are several
        return " " in head or min(band(last), band(last.removesuffix("s"))) < RARE


@lru_cache(maxsize=1024)
def names(label: str) -> bool:
    """Whether a label names something: "identify the drop factor" tells what to do."""
    tags = [] if label.endswith("?") else [token.tag for token in tokens(label)]
    if not tags:
        return False
    behind = (place for place, tag in enumerate(tags) if place and tag in _AFTER_HEAD)
    head = tags[next(behind, len(tags)) - 1]
    # "polish the edge", "know your audience"
    orders = tags[0] in _ORDERS or (len(tags) > 1 and tags[1] in {"DT", "PRP$"})
    return not orders and head not in _NO_HEADS
