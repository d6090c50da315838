"""The words of a sentence, and the closed classes of English that need no dictionary."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = [
    "CONNECTIVES",
    "FUNCTION",
    "HEDGES",
    "POINTERS",
    "Word",
    "content",
    "count",
    "spellings",
    "words",
]

# Most words are plain letters with nothing beside them that the other patterns look at.
_WORD: Final = re.compile(
    r"[A-Za-z]++(?!['’.\w-])|\d+(?:[.,:]\d+)*%?(?![^\W_])|[^\W_]+(?:['’.-][^\W_]+)*"
)

FUNCTION: Final = frozenset(
    """a about above across after again against all almost along already also although always am
    among an and another any are around as at away be became because become becomes been before
    behind being below between both but by can cannot could did do does doing done down during each
    either else enough even ever every few for from further had has have having he hence her here
    hers him his how however i if in indeed instead into is it its itself just last later least less
    like many may me might mine more moreover most much must my near neither never nor not now of
    off often on once one only onto or other others otherwise our ours out over own per perhaps
    quite rather same she should since so some such than that the their theirs them then there
    therefore these they this those though through throughout thus to together too toward towards
    under unless until up upon us very via was we well were what when where whereas whether which
    while who whom whose why will with within without would yet you your yours""".split()
)
POINTERS: Final = frozenset(
    """he her here hers his i it its me my our ours she such that their theirs them there these they
    this those we you your both each another former latter one some other others""".split()
)
CONNECTIVES: Final = frozenset(
    """accordingly additionally also alternatively although and as because besides but consequently
    conversely essentially finally firstly furthermore generally hence however importantly indeed
    instead lastly likewise meanwhile moreover nevertheless next nonetheless nor or otherwise
    overall particularly rather secondly similarly since so specifically still subsequently then
    therefore third thirdly though thus ultimately unlike whereas while yet""".split()
)
HEDGES: Final = frozenset(
    """can could generally likely may might often perhaps possibly potentially probably rarely seem
    seems sometimes tend tends typically usually""".split()
)
_EMPTY: Final = FUNCTION | HEDGES
# texts whose words are remembered: every rule of a document asks for the same ones
_MEMORY: Final = 4096


class Word(NamedTuple):
    """A word and its offsets into the sentence; ``text`` as written."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=_MEMORY)
def words(text: str) -> tuple[Word, ...]:
    """The words and numbers of a text, in order; signs are passed over."""
    return tuple([Word(found[0], found.start(), found.end()) for found in _WORD.finditer(text)])


@lru_cache(maxsize=_MEMORY)
def spellings(text: str) -> tuple[str, ...]:
    """The words and numbers of a text as written: ``words`` without offsets, at a third of it."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=_MEMORY)
def count(text: str) -> int:
    """How many words and numbers a text has."""
    return len(spellings(text))


@lru_cache(maxsize=_MEMORY)
def content(text: str) -> tuple[str, ...]:
    """The words that carry meaning, casefolded: no function words, no hedges, no stray letters."""
    folded = map(str.casefold, spellings(text))
    return tuple([each for each in folded if len(each) > 1 and each not in _EMPTY])
