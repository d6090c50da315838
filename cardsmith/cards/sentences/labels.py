"""The title or bold label over a sentence, and whether it names something."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cardsmith.cards.commonness import RARE, band
from cardsmith.grammar import tokens
from cardsmith.grammar.irregular import SINGULAR_IN_S

__all__ = ["Label", "names", "term"]

_SINGULAR_ENDINGS: Final = ("ss", "us", "is", "ics", "sis")
_ORDERS: Final = frozenset({"TO", "VB", "VBP", "WP", "WRB"})
# "positively charged", "polar" are no names
_NO_HEADS: Final = frozenset({"JJ", "JJR", "JJS", "RB", "VBN", "VBD", "VBZ"})
_AFTER_HEAD: Final = frozenset({"IN", "TO", ",", ":", "CC"})
_ASIDE: Final = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Label:
    """The title or bold label over a sentence: as it stands inside a sentence, "" for none."""

    text: str

    @property
    def head(self) -> str:
        """The noun that the label is about: "tables of contents" are tables."""
        return self._group.split(" ")[-1]

    @property
    def deed(self) -> bool:
        """Whether the label names what is done: "identifying function words"."""
        return self._group.split(" ")[0].endswith("ing") and " " in self._group

    @property
    def _group(self) -> str:
        return re.split(r" (?:\(|(?:of|in|for|on|to|with|by|from) )", self.text, maxsplit=1)[0]

    @property
    def plural(self) -> bool:
        """Whether the label names several things, judged by its head."""
        head, last = self._group, self.head.casefold()
        if not last.endswith("s") or last.endswith(_SINGULAR_ENDINGS) or last in SINGULAR_IN_S:
            return False
        # "Hermes" is no plural: neither it nor "Herme" is a word; "planet gears" are several
        return " " in head or min(band(last), band(last.removesuffix("s"))) < RARE


def names(label: str) -> bool:
    """Whether a label names something: "identify the drop factor" tells what to do."""
    tags = _tags(label)
    if not tags:
        return False
    behind = (place for place, tag in enumerate(tags) if place and tag in _AFTER_HEAD)
    head = tags[next(behind, len(tags)) - 1]
    return not _orders(tags) and head not in _NO_HEADS


def term(label: str) -> bool:
    """Whether a label may be a term, if what follows says what it means: "mean", "polar"."""
    tags = _tags(label)
    return bool(tags) and (len(tags) == 1 or not _orders(tags))


@lru_cache(maxsize=1024)
def _tags(label: str) -> tuple[str, ...]:
    if label.endswith("?"):
        return ()
    return tuple(token.tag for token in tokens(_ASIDE.sub("", label)))


def _orders(tags: tuple[str, ...]) -> bool:
    """Whether a label tells what to do: "polish the edge", "know your audience"."""
    return tags[0] in _ORDERS or (len(tags) > 1 and tags[1] in {"DT", "PRP$"})
