"""What the symbols of a formula stand for: the words after "where", or a list of symbols."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.signs.passages import MASK, masked
from cardsmith.grammar import POINTERS, content, count
from cardsmith.markup import cut, flat
from cardsmith.model import Blocks, Listing, Math, Paragraph, Runs, Strong, Text

__all__ = ["Symbol", "legend", "squeezed", "told"]

LONGEST: Final = 16
# characters of a sentence that explains symbols
READ: Final = 1_500

_SIGNS: Final = rf"{MASK}+(?:(?:,? and |, ){MASK}+)*"
_IS: Final = (
    r"(?: is| are|'s| represents?| denotes?| stands? for| refers? to| ?=| ?:| [–—-])(?: both)? "
)
_OPENS: Final = re.compile(
    r"(?:and )?(?:where|with|here|in (?:this|the|these) (?:formula|equation|expression)s?)\b"
    r"[,:]? ?",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(rf"(?P<signs>{_SIGNS}){_IS}(?P<meaning>[^{MASK};][^;]*?)(?=$|[;.]$)")
_NEXT: Final = re.compile(rf"(?:;|,? and|,) (?={_SIGNS}{_IS})")
# what only adds to a meaning: a value, a unit's habit, a remark
_ADDED: Final = re.compile(
    r",? \((?:approximately|about|usually|typically|often|e\.g|for example|which|the|measured|or|"
    r"where|also|with|in this|constant|a constant|value|≈|=)[^)]*\)|"
    rf" \([^)]*(?:{MASK}|\d{{2}})[^)]*\)|"
    r",? (?:which|typically|usually|often|measured|expressed|approximately|such|so|because|"
    r"but|while|for example|e\.g\.|i\.e\.|including|as well as|where|thus|who)\b.*|"
    r", (?:and|given|with|in|a|an|the|equal|not|about|of|each|specifically|also)\b.*|: .*"
)
_TAIL: Final = re.compile(r"[\s,;.]+(?:and)?$")
# "the interval over" lost what came after it
_TORN: Final = re.compile(r"\b(?:at|by|during|for|from|in|of|on|over|that|through|to|with)$")
# "a constant" could stand for any symbol
_ANY: Final = frozenset(
    """any arbitrary coefficient coefficients constant constants element factor fixed function
    given integer integers known matrix natural non-negative nonnegative nonzero number numbers
    object parameter parameters point points positive quantity quantities real scalar scalars set
    term terms two three unknown value values variable variables vector vectors whole
    respective various corresponding events event different specific general certain""".split()
)
_DROPPED: Final = re.compile(
    r"\\(?:text|mathrm|mathbf|mathit|left|right|displaystyle|[,;!: ])|[{}\s]"
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol, or several that are explained together, and what it stands for.

    ``meaning`` begins small, as inside a sentence, and ends without a sign. ``source`` are the
    words that tell it.
    """

    signs: Runs
    meaning: Runs
    source: Runs

    @property
    def texs(self) -> tuple[str, ...]:
        """The TeX of each symbol."""
        return tuple([run.text for run in self.signs if isinstance(run, Math)])

    @property
    def telling(self) -> bool:
        """Whether the meaning is worth an answer: "a constant" fits any symbol."""
        words = flat(self.meaning)
        own = [word for word in content(words) if word not in _ANY and not word.isdigit()]
        points = {word.casefold() for word in re.findall(r"[\w-]+", words)} & POINTERS
        return bool(own) and not points


def squeezed(tex: str) -> str:
    """TeX without what only shapes it, to find a symbol in a formula."""
    return _DROPPED.sub("", tex).rstrip(".,;")


def told(after: Runs) -> tuple[Symbol, ...]:
    """The symbols that the rest of a sentence explains: "where V is the volume and n ..."."""
    text = masked(after)
    if len(text) > READ:
        return ()
    opening = _OPENS.match(text.lstrip(" ,;"))
    if opening is None:
        return ()
    start = len(text) - len(text.lstrip(" ,;")) + opening.end()
    return tuple(_symbols(cut(after, start, len(text))))


def legend(blocks: Blocks) -> tuple[Symbol, ...]:
    """The symbols that the blocks right after a formula explain, in a sentence or a list."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        runs = first.sentences[0].runs
        second = blocks[1] if len(blocks) > 1 else None
        if isinstance(second, Listing) and masked(runs).rstrip().endswith((":", "where")):
            return tuple(_listed(second)) if len(first.sentences) == 1 else ()
        return told(runs)
    return tuple(_listed(first)) if isinstance(first, Listing) else ()


def _listed(listing: Listing) -> Iterator[Symbol]:
    for entry in listing.entries:
        first = entry.blocks[0] if entry.blocks else None
        if not entry.label and isinstance(first, Paragraph):
            yield from _symbols(first.sentences[0].runs)


def _unbold(runs: Runs) -> Runs:
    """Runs without bold marks, which would stand out inside a question."""
    return tuple([Text(run.text) if isinstance(run, Strong) else run for run in runs])


def _symbols(runs: Runs) -> Iterator[Symbol]:
    """The symbols of clauses in a row, each up to where the next one begins."""
    text = masked(runs)
    if len(text) > READ:
        return
    start = 0
    for joint in [*_NEXT.finditer(text), None]:
        end = joint.start() if joint else len(text)
        if joint and not text[start:end].strip(f" ,{MASK}"):
            continue  # "x and y are": the signs of one clause
        symbol = _symbol(cut(runs, start, end))
        if symbol is not None:
            yield symbol
        start = joint.end() if joint else end


def _symbol(runs: Runs) -> Symbol | None:
    text = masked(runs)
    match = _CLAUSE.match(text)
    if match is None:
        return None
    start, end = match.span("meaning")
    end = start + len(_TAIL.sub("", _ADDED.sub("", text[start:end])))
    whole = _TAIL.sub("", text[start : match.end("meaning")])
    if _ADDED.sub("", whole) != text[start:end] or text[start:end].count("(") != text[
        start:end
    ].count(")"):
        return None
    if "," in text[start:end] and text[end:].startswith(", and"):
        return None  # the rest is the end of a list
    meaning = _unbold(cut(runs, start, end))
    sized = 1 <= count(flat(meaning)) <= LONGEST and bool(content(flat(meaning)))
    if not sized or _TORN.search(flat(meaning)):
        return None
    return Symbol(cut(runs, *match.span("signs")), meaning, runs)
