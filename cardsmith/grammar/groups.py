"""The noun, verb and prepositional groups of a sentence, from its chunks."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from cardsmith.grammar.chunks import Chunks
from cardsmith.grammar.reading import Group, NounGroup, Part, PartKind, Tense, Token, VerbGroup

__all__ = ["VERBS", "noun_groups", "prepositions", "verb_groups"]

Bounds: TypeAlias = Sequence[tuple[int, int]]  # of the chunks, in words

VERBS: Final = "VGIEB"  # the chunks that hold a verb
_HEADS: Final = frozenset("ADD CD FW NN NNP NNPS NNS".split())
_DETERMINERS: Final = frozenset("CC DT PDT PRP$".split())
_FINITE: Final = re.compile("[MZHOF]")
_VERB: Final = re.compile(".*[FBEGZzyxHhgOM]")
_BE: Final = re.compile("[Zzyx]")
_HAVE: Final = re.compile("[Hhg]")


def noun_groups(tokens: Sequence[Token], chunks: Chunks, bounds: Bounds) -> Iterator[NounGroup]:
    """The noun groups in order."""
    for kind, (start, end) in zip(chunks.kinds, bounds, strict=True):
        if kind == "N":
            head = end - 1
            while head > start and tokens[head].tag not in _HEADS:
                head -= 1
            first, tag = tokens[start], tokens[head].tag
            determiner = first.text.lower() if first.tag in _DETERMINERS else ""
            plural, proper = tag in ("NNS", "NNPS"), tag in ("NNP", "NNPS")
            yield NounGroup(start, end, head, determiner, plural, proper)


def verb_groups(
    tokens: Sequence[Token], letters: str, chunks: Chunks, bounds: Bounds
) -> dict[int, VerbGroup]:
    """The verb groups by the place of their chunk; ``letters`` are those of the words."""
    return {
        place: _verb_group(tokens, letters[start:end], start)
        for place, (kind, (start, end)) in enumerate(zip(chunks.kinds, bounds, strict=True))
        if kind in VERBS
    }


def _verb_group(tokens: Sequence[Token], signs: str, start: int) -> VerbGroup:
    match, finite = _VERB.match(signs), _FINITE.search(signs)
    last = match.end() - 1 if match else 0
    first = finite.start() if finite else last
    helpers = signs[first:last]
    being = _BE.search(helpers) is not None
    tense = _tense(tokens[start + first], signs[first]) if finite else Tense.NONE
    return VerbGroup(
        start,
        start + len(signs),
        start + last,
        start + first,
        tokens[start + last].lemma,
        tense,
        tokens[start + first].text.lower() if tense is Tense.MODAL else "",
        "n" in signs,
        signs[last] == "E" and (being or finite is None),
        _HAVE.search(helpers) is not None,
        signs[last] == "G" and being,
    )


def _tense(finite: Token, sign: str) -> Tense:
    if sign == "M":
        return Tense.MODAL
    return Tense.PAST if finite.tag == "VBD" or finite.text.lower() == "was" else Tense.PRESENT


def prepositions(tokens: Sequence[Token], chunks: Chunks, bounds: Bounds) -> Iterator[Part]:
    """The prepositions with the noun group that follows them."""
    kinds = chunks.kinds
    for at, (kind, after) in enumerate(pairwise(kinds)):
        if kind in "po" and after == "N":
            (start, middle), group = bounds[at], Group(*bounds[at + 1])
            opener = tokens[start].text.lower()
            if middle > start + 1:
                opener = " ".join([token.text.lower() for token in tokens[start:middle]])
            yield Part(start, group.end, PartKind.PREPOSITION, opener, group.end, (group,))
