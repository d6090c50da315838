"""Lists: whether words are one of several that "and", "or" and commas join."""

from collections.abc import Sequence

from cardsmith.grammar import NounGroup, Reading, Token

__all__ = ["joined"]

_JOINING = frozenset("and or nor & and/or".split())
_DEEDS = frozenset({"VBG"})
_FINITE = frozenset("MD VBD VBP VBZ".split())
_HEADS = frozenset("CD FW JJ NN NNP NNPS NNS VBG".split())


def joined(reading: Reading, start: int, end: int) -> bool:
    """Whether the noun groups from one offset to another have others joined to them.

    What stands between the offsets may itself be a list: then it must be the whole one.
    """
    tokens = reading.tokens
    first = next((at for at, token in enumerate(tokens) if token.start >= start), 0)
    after = next((at for at, token in enumerate(tokens) if token.start >= end), len(tokens))
    for group in reading.nouns:
        first = group.start if group.start <= first < group.end else first
        after = group.end if group.start < after <= group.end else after
    groups = {group.start: group for group in reading.nouns}
    if _follows(tokens, after, groups) or _precedes(tokens, first, after, groups):
        return True
    # "In winter, birds and mammals ...": what leads the sentence is no item
    leads = first == 1 and tokens[0].tag == "IN"
    return not leads and _begins_list(tokens, after, groups)


def _joining(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].text.lower() in _JOINING


def _comma(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].text == ","


def _tagged(tokens: Sequence[Token], at: int, tags: frozenset[str]) -> bool:
    return 0 <= at < len(tokens) and tokens[at].tag in tags


def _follows(tokens: Sequence[Token], after: int, groups: dict[int, NounGroup]) -> bool:
    """Whether "and" and another noun come next, and no new clause with them."""
    comma = _comma(tokens, after)
    at = after + comma
    if not _joining(tokens, at):
        return False
    group = groups.get(at + 1)
    if group is None:
        return _tagged(tokens, at + 1, _HEADS)
    return not (comma and _tagged(tokens, group.end, _FINITE))


def _precedes(
    tokens: Sequence[Token], first: int, after: int, groups: dict[int, NounGroup]
) -> bool:
    """Whether another noun and "and" stand before, or others with commas."""
    if _joining(tokens, first - 1):
        if _comma(tokens, first - 2):
            return not _tagged(tokens, after, _FINITE)
        return _tagged(tokens, first - 2, _HEADS)
    between = _comma(tokens, first - 1) and _tagged(tokens, first - 2, _HEADS)
    goes_on = (
        _joining(tokens, after + 1) or after + 1 in groups or _tagged(tokens, after + 1, _DEEDS)
    )
    return between and _comma(tokens, after) and goes_on


def _begins_list(tokens: Sequence[Token], after: int, groups: dict[int, NounGroup]) -> bool:
    """Whether a comma, another noun and then a comma or "and" come next."""
    group = groups.get(after + 1) if _comma(tokens, after) else None
    if group is None or group.determiner in {"a", "an"}:
        return False
    return _joining(tokens, group.end) or (
        _comma(tokens, group.end) and (_joining(tokens, group.end + 1) or group.end + 1 in groups)
    )
