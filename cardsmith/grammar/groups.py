"""The noun, verb and prepositional groups of a sentence, from its chunks."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from cardsmith.grammar.chunks import Chunks
from cardsmith.grammar.reading import Group, NounGroup, Part, PartKind, Tense, Token, VerbGroup

__all__ = ["VERBS", "Bounds", "Words", "noun_groups", "prepositions", "verb_groups"]

Bounds: TypeAlias = Sequence[tuple[int, int]]  # of the chunks, in words


class Words(NamedTuple):
    """The words of a sentence, their texts in small letters, and their tags, each in order.

    Small letters and tags stand apart because every rule of this room looks at them.
    """

    tokens: tuple[Token, ...]
    small: tuple[str, ...]
    tags: tuple[str, ...]

    def phrase(self, start: int, end: int) -> str:
        """Some words in small letters."""
        return self.small[start] if end == start + 1 else " ".join(self.small[start:end])


VERBS: Final = "VGIEB"  # the chunks that hold a verb
_HEADS: Final = frozenset("ADD CD FW NN NNP NNPS NNS".split())
_DETERMINERS: Final = frozenset("CC DT PDT PRP$".split())
_PLURAL: Final = frozenset(("NNS", "NNPS"))
_PROPER: Final = frozenset(("NNP", "NNPS"))
_BEFORE_NOUN: Final = re.compile("[po](?=N)")
_FORMS: Final = 1024  # of verb groups that are remembered
_FINITE: Final = re.compile("[MZHOF]")
_VERB: Final = re.compile(".*[FBEGZzyxHhgOM]")
_BE: Final = re.compile("[Zzyx]")
_HAVE: Final = re.compile("[Hhg]")


def noun_groups(words: Words, chunks: Chunks, bounds: Bounds) -> list[NounGroup]:
    """The noun groups in order."""
    return [
        _noun_group(words, start, end)
        for kind, (start, end) in zip(chunks.kinds, bounds, strict=True)
        if kind == "N"
    ]


def _noun_group(words: Words, start: int, end: int) -> NounGroup:
    tags = words.tags
    head = end - 1
    while head > start and tags[head] not in _HEADS:
        head -= 1
    determiner = words.small[start] if tags[start] in _DETERMINERS else ""
    tag = tags[head]
    return NounGroup(start, end, head, determiner, tag in _PLURAL, tag in _PROPER)


def verb_groups(words: Words, letters: str, chunks: Chunks, bounds: Bounds) -> dict[int, VerbGroup]:
    """The verb groups by the place of their chunk; ``letters`` are those of the words."""
    return {
        place: _verb_group(words, letters[start:end], start)
        for place, (kind, (start, end)) in enumerate(zip(chunks.kinds, bounds, strict=True))
        if kind in VERBS
    }


def _verb_group(words: Words, signs: str, start: int) -> VerbGroup:
    form = _form(signs)
    head, first = start + form.head, start + form.first
    tense = _tense(words, first, signs[form.first]) if form.finite else Tense.NONE
    return VerbGroup(
        start,
        start + len(signs),
        head,
        first,
        words.tokens[head].lemma,
        tense,
        words.small[first] if tense is Tense.MODAL else "",
        form.negated,
        form.passive,
        form.perfect,
        form.progressive,
    )


class _Form(NamedTuple):
    """What the letters of a verb group tell alone; places count from its first word."""

    head: int
    first: int
    finite: bool
    negated: bool
    passive: bool
    perfect: bool
    progressive: bool


@lru_cache(maxsize=_FORMS)
def _form(signs: str) -> _Form:
    match, finite = _VERB.match(signs), _FINITE.search(signs)
    head = match.end() - 1 if match else 0
    first = finite.start() if finite else head
    helpers = signs[first:head]
    being = _BE.search(helpers) is not None
    return _Form(
        head,
        first,
        finite is not None,
        "n" in signs,
        signs[head] == "E" and (being or finite is None),
        _HAVE.search(helpers) is not None,
        signs[head] == "G" and being,
    )


def _tense(words: Words, finite: int, sign: str) -> Tense:
    if sign == "M":
        return Tense.MODAL
    past = words.tags[finite] == "VBD" or words.small[finite] == "was"
    return Tense.PAST if past else Tense.PRESENT


def prepositions(words: Words, chunks: Chunks, bounds: Bounds) -> list[Part]:
    """The prepositions with the noun group that follows them."""
    return [
        _preposition(words, bounds[match.start()], bounds[match.start() + 1])
        for match in _BEFORE_NOUN.finditer(chunks.kinds)
    ]


def _preposition(words: Words, opening: tuple[int, int], noun: tuple[int, int]) -> Part:
    opener = words.phrase(*opening)
    end = noun[1]
    return Part(opening[0], end, PartKind.PREPOSITION, opener, end, (Group(*noun),))
