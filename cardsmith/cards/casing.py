"""Capitals: a title inside a sentence loses them, a name keeps them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.commonness import RARE, band
from cardsmith.grammar import spellings, words

__all__ = ["Casing", "capital", "casing"]

# Words of the background table that people write with a capital in nine places of ten; those that
# the table does not know keep theirs anyway.
_NAMES: Final = frozenset(
    """africa african africans albert america american americans americas april archimedes
    aristotle asia asian asians athenian athenians athens august babylonian babylonians britain
    british california canada canadian canadians cartesian catholic celsius celtic celts
    charles chicago china chinese christian christianity christians congress darwin david
    december delhi edward egypt einstein england english euclid euclidean eugene europe
    european europeans facebook faraday february fiji filipino filipinos france francisco
    french freud galileo george georges german germans germany google greece greek greeks henry
    hindu hinduism homer iliad impressionism impressionist impressionists india indian indians
    ireland irish isaac islamic israel james january japan java john joseph july june jupiter
    kepler lagrangian latin lewis linux london luther mary maxwell mediterranean mesopotamia
    mexican mexico microsoft monday nazi nazis november october pacific paris paul philippine
    philippines piaget plato pythagoras pythagorean python renaissance robert roman romans rome
    russia russian september spain spanish sparta sunday thomas toronto victorian washington
    william williams york zeus""".split()
)
# "Stanford University", but "Golgi apparatus": these keep their capital behind a name
_OFFICES: Final = frozenset(
    """academy act agency amendment association bank bay castle church city college commission
    committee company congress constitution convention corporation council county court declaration
    department desert dynasty empire federation foundation gulf hospital institute island islands
    kingdom lake library mountains museum ocean organization palace parliament party peninsula prize
    programme republic revolution river school sea senate society state states street treaty union
    university valley war""".split()
)
# what stands in them is a title of its own
_QUOTES: Final = ('"', "“", "‘")


@dataclass(frozen=True, slots=True)
class Casing:
    """What a document's own spelling tells: its text, words seen in lower case or only capital."""

    text: str
    lower: frozenset[str]
    names: frozenset[str]

    def inside(self, title: str) -> str:
        """A title as it stands inside a sentence: "Impaired Clearance" is "impaired clearance".

        What the text itself writes in capitals inside a sentence keeps them: "Treaty of Paris".
        """
        if f" {title}" in self.text or title.startswith(_QUOTES):
            return title
        pieces, at, named = [], 0, False
        for word in words(title):
            office = named and word.text.casefold() in _OFFICES
            spelled = word.text if office else self._word(word.text)
            named = spelled[:1].isupper()
            pieces += [title[at : word.start], spelled]
            at = word.end
        return "".join([*pieces, title[at:]])

    def start(self, text: str) -> str:
        """The start of a sentence as it stands inside another one: only its first word changes.

        Two capital words in a row are a name: "William Bowman".
        """
        first, second = [*words(text)[:2], None, None][:2]
        if first is None or first.start > 0 or (second and _titled(second.text)):
            return text
        return self._word(first.text) + text[first.end :]

    def _word(self, word: str) -> str:
        """A word in lower case where it is no name: "Knowledge-Based" part by part."""
        folded = word.casefold()
        if folded in self.lower or folded in self.names:
            return self._part(word) if folded in self.lower else word
        return "-".join([self._part(part) for part in word.split("-")])

    def _part(self, word: str) -> str:
        folded = word.casefold()
        if not word or word[1:] != word[1:].lower() or not word[0].isupper() or folded == "i":
            return word
        if folded in self.lower:
            return folded
        known = band(folded) < RARE
        return word if folded in self.names | _NAMES or not known else folded


def _later(text: str) -> Sequence[str]:
    """The words of a text but the first one, and those right behind a colon."""
    if ":" not in text:
        return spellings(text)[1:]
    return [word.text for word in words(text)[1:] if text[word.start - 1] != ":"]


def _titled(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()


def capital(text: str) -> str:
    """The text with its first letter capital, unless it starts with a sign or a mixed word."""
    first = text.split(" ", 1)[0]
    sign = "\u0370" <= text[:1] <= "\u03ff" and not first[1:2].isalpha()  # "α helix"
    return text if sign or first[1:] != first[1:].lower() else text[:1].upper() + text[1:]


def casing(texts: Iterable[str], keywords: Iterable[str]) -> Casing:
    """What the sentences and keywords of a document tell of its spelling.

    The first word of a sentence tells nothing; that of a keyword does.
    """
    lower, upper = set[str](), set[str]()
    listed = tuple(texts)
    for text in listed:
        lower.update(filter(str.islower, spellings(text)))
        upper.update([word.casefold() for word in _later(text) if not word.islower()])
    listed_in = [word for keyword in keywords for word in spellings(keyword)]
    # what the text itself writes with a capital keeps it: "spark" may be typed in haste
    lower |= {word for word in listed_in if word.islower()} - upper
    # keywords that all begin with capitals are titles, and tell nothing
    styled = any(word.islower() for word in listed_in)
    named = {word.casefold() for word in listed_in if styled and not word.islower()}
    return Casing("\n".join(listed), frozenset(lower), frozenset((upper | named) - lower))
