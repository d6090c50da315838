"""Quotations in a sentence: each becomes a single word."""

from collections.abc import Sequence
from typing import Final

from cardsmith.grammar.reading import Token
from cardsmith.grammar.tagger import CERTAIN

__all__ = ["with_quotes"]

_NOUN_LIKE: Final = frozenset("NN NNS NNP NNPS JJ CD VBG".split())


def with_quotes(text: str, tokens: list[Token]) -> list[Token]:
    """What stands in quotes as one word; a comma before the closing sign stays a comma."""
    signs = [at for at, token in enumerate(tokens) if _quotes(text, token)]
    if not signs or len(signs) % 2:
        return tokens
    if not any(signs[1:-1]) and signs[0] == 0 and signs[-1] >= len(tokens) - 2:
        return tokens  # the whole sentence is one quotation
    found: list[Token] = []
    last = 0
    for opening, closing in zip(signs[::2], signs[1::2], strict=True):
        found += tokens[last:opening]
        found += _quote(text, tokens[opening : closing + 1])
        last = closing + 1
    return found + tokens[last:]


def _quotes(text: str, token: Token) -> bool:
    """Whether a sign is a quotation mark; a single one is where no letters touch both its sides."""
    if token.text in '"“”':
        return True
    if token.text not in "'‘’" or token.tag == "POS":
        return False
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    return not (before.isalnum() and after.isalnum())


def _quote(text: str, tokens: list[Token]) -> list[Token]:
    inside = tokens[1:-1]
    if not inside:
        return tokens
    tail = inside[-1]
    if tail.text not in ",.;":
        return [_whole(text, tokens[0].start, tokens[-1].end, inside)]
    mark = Token(text[tail.start : tokens[-1].end], tail.start, tokens[-1].end, tail.tag, CERTAIN)
    if len(inside) == 1:
        return tokens
    return [_whole(text, tokens[0].start, inside[-2].end, inside[:-1]), mark]


def _whole(text: str, start: int, end: int, inside: Sequence[Token]) -> Token:
    last = inside[-1].tag
    return Token(text[start:end], start, end, last if last in _NOUN_LIKE else "NN", CERTAIN)
