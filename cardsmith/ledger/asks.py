"""What the cards of a note ask and answer, as short marks: with equal marks, they are one card."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cardsmith.cards.faces import GAP, faces
from cardsmith.ledger.marks import digest
from cardsmith.markup import flat, fold, plain
from cardsmith.model import Cloze, Note, Term

__all__ = ["Ask", "asks", "join_asks", "split_asks"]

# 40 bits: one new card in two million meets a mark, among half a million, that is not its own
_FRONT: Final = 8
# it only tells apart the answers to one front
_ANSWER: Final = 4
_CELL: Final = re.compile(rf"[a-z2-7]{{{_FRONT}}}(?:[a-z2-7]{{{_ANSWER}}})?")

# letters and numbers, and the signs that change what a formula or a line of code says
# ("m/s", but not "and/or")
_TOKEN: Final = re.compile(
    r"[^\W_]+|(?<!\w)-|-(?!\w)|(?<![^\W\d_]{2})/|/(?![^\W\d_]{2})|[^\w\s.,;:!?'\"“”‘’()…/-]"
)
_OWNED: Final = re.compile(r"(?<=\w)['’]s?\b")
# "What does osmosis refer to?" asks what "What is osmosis?" asks
_DEFINED: Final = re.compile(
    r"(?:what|who) (?:do|does|did) (?P<term>.+) (?:refer to|mean|denote)\?", re.IGNORECASE
)
# words without which a question is still the same: "[…] can regulate X", "What regulates X?"
_SILENT: Final = frozenset(
    """a also an are be can could did do does generally is mainly may might often primarily the
    typically usually was were what which who will would""".split()
)

# letters of the shortest plural that loses its ending: "axes", but not "gas"
_SHORTEST: Final = 4
_MEMORY: Final = 100_000


@dataclass(frozen=True, slots=True)
class Ask:
    """A card in marks; ``answer`` is "" for the whole sentence of a cloze, which is its fact."""

    front: str
    answer: str = ""


def asks(note: Note) -> tuple[Ask, ...]:
    """The cards of a note in their order, each once, and the sentence that a cloze is made of.

    The topic line does not count, nor do case, punctuation, articles and plurals. These marks are
    put on record, so they rest on the letters of the note and on the few words above.
    """
    return tuple(dict.fromkeys(_asks(note)))


def _asks(note: Note) -> Iterator[Ask]:
    for at, face in enumerate(faces(note)):
        front = face.front
        if at == 0 and note.kind == "term" and isinstance(note.body, Term):
            # however it is worded, it asks what the term is
            front = flat(note.body.term)
        if said := _said(front):
            yield Ask(digest(said)[:_FRONT], digest(_said(face.answer))[:_ANSWER])
    if isinstance(note.body, Cloze) and (whole := _said(plain(note.body.text))):
        yield Ask(digest(f"{whole}.")[:_FRONT])


def _said(text: str) -> str:
    """What a text says, in one spelling."""
    folded = fold(text.replace(GAP, " "))
    defined = _DEFINED.fullmatch(folded)
    tokens = _TOKEN.findall(_OWNED.sub("", defined["term"] if defined else folded))
    said = "".join(map(_spelled, tokens))
    if tokens[-1:] == ["do"]:
        # "What does X do?" is not "What is X?"
        said += "do"
    return said or "".join(tokens)


@lru_cache(maxsize=_MEMORY)
def _spelled(token: str) -> str:
    """A word without the ending of a plural, "" for one that tells nothing.

    Words are joined, so that "non-steroidal" is "nonsteroidal"; numbers stay apart.
    """
    if token in _SILENT:
        return ""
    if not token.isalpha():
        return f" {token} "
    if len(token) < _SHORTEST or not token.endswith("s") or token.endswith(("ss", "us", "is")):
        return token
    return f"{token[:-3]}y" if token.endswith("ies") else token[:-1]


def join_asks(listed: Iterable[Ask]) -> str:
    """Asks as a cell of a ledger: their marks with spaces between."""
    return " ".join([each.front + each.answer for each in listed])


def split_asks(cell: str) -> tuple[Ask, ...]:
    """The asks of a cell.

    Raises:
        ValueError: anything but marks.
    """
    marks = cell.split(" ") if cell else []
    for mark in marks:
        if not _CELL.fullmatch(mark):
            raise ValueError(f"{mark!r} is no mark of a card; restore this line")
    return tuple([Ask(mark[:_FRONT], mark[_FRONT:]) for mark in marks])
