"""Words of a sentence as pieces of a question."""

import re
from collections.abc import Sequence
from typing import Final

from cardsmith.grammar.plurals import singular
from cardsmith.grammar.questions.asked import Piece, Pieces, Scene
from cardsmith.grammar.questions.names import NATIONS
from cardsmith.grammar.reading import Token
from cardsmith.grammar.tagger import CODES, model

__all__ = ["clause_end", "cut", "inside", "missing_quote", "verbatim"]

_CLOSING_QUOTE: Final = {'"': '"', "“": "”", "'": "'", "‘": "’"}
# No name that the dictionary also has as a noun ends so.
_ABSTRACT: Final = re.compile(
    r".{3,}(?:age|ance|ence|ics|ing|ion|ism|ity|logy|ment|ness|phy|sis|thy|ture)"
)
_OF_NAMES: Final = ("ean", "ian")  # Euclidean, Freudian
_NAME: Final = CODES["NNP"]
_ADJECTIVE: Final = CODES["JJ"]


def cut(scene: Scene, start: int, end: int) -> Pieces:
    """Words without parentheses, small where only the head of the sentence makes them large."""
    pieces: list[Piece] = []
    for low, high in _outside(scene, start, end):
        pieces += inside(scene.tokens, low, high)
    return tuple(pieces)


def clause_end(scene: Scene) -> int:
    """The end of a clause without what hangs on it in commas."""
    end = scene.clause.verb.end
    for part in scene.clause.parts:
        if scene.tokens[part.start - 1].tag in (",", ":"):
            break
        end = part.end
    return end


def verbatim(scene: Scene, start: int, end: int) -> Pieces:
    """Words without parentheses, as they stand."""
    tokens = scene.tokens
    return tuple(
        (tokens[low].start, tokens[high - 1].end) for low, high in _outside(scene, start, end)
    )


def _outside(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of words between parentheses."""
    found = []
    at = start
    for aside in scene.reading.asides:
        if start <= aside.start < end:
            found.append((at, aside.start))
            at = aside.end
    return [(low, high) for low, high in [*found, (at, end)] if low < high]


def inside(tokens: Sequence[Token], start: int, end: int) -> list[Piece]:
    """Words as they stand inside a sentence."""
    closing = missing_quote(tokens[end - 1])
    if start or not (_small_inside(tokens[0]) or _small_before(*tokens[:2])):
        return [(tokens[start].start, tokens[end - 1].end), *closing]
    # "Long-term": what touches the first word comes along, for pieces of ours stand apart
    glued = next((at for at in range(1, end) if tokens[at].start > tokens[at - 1].end), end)
    first = "".join([token.text for token in tokens[:glued]])
    rest = (tokens[glued - 1].end, tokens[end - 1].end)
    return [first[0].lower() + first[1:], *([rest] if rest[0] < rest[1] else []), *closing]


def missing_quote(last: Token) -> list[str]:
    """The closing sign of a title that ends in a comma inside its quotes."""
    closing = "" if last.tag in ("POS", "VBZ") else _CLOSING_QUOTE.get(last.text[0], "")
    return [closing] if len(last.text) > 1 and not last.text.endswith(closing) else []


def _small_before(token: Token, noun: Token | None = None) -> bool:
    """Whether an adjective at the head of a sentence is small, as its noun is: "Oral surgery"."""
    known = model().known.get(token.text.lower(), "")
    name = token.text in NATIONS or token.text.endswith(_OF_NAMES)
    adjective = token.tag in ("NNP", "JJ") and known.startswith(_ADJECTIVE) and not name
    return adjective and noun is not None and noun.tag in ("NN", "NNS") and noun.text.islower()


def _small_inside(token: Token) -> bool:
    """Whether a word at the head of a sentence would be small inside it."""
    text, small = token.text, token.text.lower()
    article = text == "A" and token.tag == "DT"
    if not text[0].isupper() or text == "I" or not (text[1:].islower() or article):
        return False
    known = model().known
    if text in NATIONS or (token.tag == "JJ" and text.endswith(_OF_NAMES)):
        return False
    if token.tag in ("NNP", "NNPS"):  # a noun at the head of a sentence is often taken for a name
        common = _ABSTRACT.fullmatch(small) or not known.get(text, _NAME).startswith(_NAME)
        return small in known and bool(common)
    common = small in known or singular(small) in known
    return common or (text not in known and token.tag != "NN")
