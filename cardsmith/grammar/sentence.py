"""The reading of a sentence: from its runs to words, groups and clauses."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cardsmith.grammar.chunks import Chunks, chunk
from cardsmith.grammar.clauses import clauses
from cardsmith.grammar.groups import Bounds, Words, noun_groups, prepositions, verb_groups
from cardsmith.grammar.letters import letters
from cardsmith.grammar.quotes import with_quotes
from cardsmith.grammar.reading import Clause, Group, Part, Reading, Tense, Token, VerbGroup
from cardsmith.grammar.rows import Found, Piece
from cardsmith.grammar.tagger import CERTAIN, tag
from cardsmith.grammar.tokens import OPAQUE, cut_words, mask, normal
from cardsmith.markup import flat
from cardsmith.model import Code, Hole, Image, Math, Runs

__all__ = ["read", "read_text", "tokens"]

_LONGEST: Final = 120  # words; a longer sentence gets tags and groups, but no clauses
_JOINING: Final = frozenset((",", "CC"))
_MEMORY: Final = 64
_ASIDE: Final = re.compile(r"\([^()]*\)")


def read(runs: Runs) -> Reading:
    """The reading of a sentence; code, formulas and pictures are single words."""
    spans = []
    at = 0
    for run in runs:
        if isinstance(run, Code | Math | Image | Hole):
            spans.append((at, at + len(run.text)))
        at += len(run.text)
    return _read(flat(runs), spans)


@lru_cache(maxsize=_MEMORY)
def read_text(text: str) -> Reading:
    """The reading of a sentence without markup; a question is asked for several times."""
    return _read(text, ())


def tokens(text: str) -> list[Token]:
    """The words and signs of a text without markup: what ``read_text`` does first."""
    return _tokens(text, text)


def _read(text: str, spans: Iterable[tuple[int, int]]) -> Reading:
    tokens = tuple(_tokens(text, mask(text, spans)))
    small = tuple([token.text.lower() for token in tokens])
    words = Words(tokens, small, tuple([token.tag for token in tokens]))
    spelled = letters(small, words.tags)
    asides = tuple([Group(*match.span()) for match in _ASIDE.finditer(spelled)])
    chunks, bounds = _chunks(spelled, asides)
    verbs = verb_groups(words, spelled, chunks, bounds)
    found, whole = _clauses(words, chunks, bounds)
    view = _View(words, bounds, verbs)
    return Reading(
        text,
        tokens,
        tuple(noun_groups(words, chunks, bounds)),
        tuple(verbs.values()),
        tuple(prepositions(words, chunks, bounds)),
        asides,
        tuple([view.clause(clause) for clause in found]),
        whole,
    )


def _tokens(text: str, masked: str) -> list[Token]:
    spans = cut_words(masked)
    words = [masked[start:end] for start, end in spans]
    if not masked.isascii():
        words = [normal(word) for word in words]
    tokens = [
        Token(text[start:end], start, end, penn, margin)
        for (start, end), (penn, margin) in zip(spans, tag(words), strict=True)
    ]
    if OPAQUE in words:
        for at, word in enumerate(words):
            if word == OPAQUE:
                tokens[at] = tokens[at]._replace(tag="NN", margin=CERTAIN)
    return with_quotes(text, tokens) if '"' in words or "'" in words else tokens


def _chunks(spelled: str, asides: tuple[Group, ...]) -> tuple[Chunks, Bounds]:
    """The groups of a sentence without its parentheses, and where they stand in it."""
    if not asides:
        chunks = chunk(spelled)
        return chunks, chunks.bounds
    inside = {at for group in asides for at in range(group.start, group.end)}
    kept = [at for at in range(len(spelled)) if at not in inside]
    chunks = chunk("".join([spelled[at] for at in kept]))
    return chunks, [(kept[start], kept[end - 1] + 1) for start, end in chunks.bounds]


def _clauses(words: Words, chunks: Chunks, bounds: Bounds) -> tuple[list[Found], bool]:
    if len(words.tokens) > _LONGEST:
        return [], False
    return clauses(chunks, tuple([words.small[start] for start, _ in bounds]))


@dataclass(frozen=True, slots=True)
class _View:
    """Clauses counted in groups, seen as clauses counted in words."""

    words: Words
    bounds: Bounds
    verbs: Mapping[int, VerbGroup]

    def clause(self, found: Found) -> Clause:
        return Clause(
            self.word(found.start),
            self.end(found.end),
            found.kind,
            "" if found.opener < 0 else self.words.small[self.bounds[found.opener][0]],
            tuple([self.part(piece) for piece in found.lead]),
            self.part(found.subject),
            self.verb(found),
            tuple([self.part(piece) for piece in found.parts]),
        )

    def verb(self, found: Found) -> VerbGroup:
        verb = self.verbs[found.verb]
        return verb._replace(tense=Tense.PRESENT) if verb.tense is Tense.NONE else verb

    def part(self, piece: Piece) -> Part:
        first, last, kind, core, items = piece
        bounds = self.bounds
        while first + 1 < last and self.joins(*bounds[first]):
            first += 1
        start, end = bounds[first]
        return Part(
            start,
            self.end(last),
            kind,
            self.words.phrase(start, end),
            self.end(core),
            tuple([Group(bounds[low][0], bounds[high - 1][1]) for low, high in items]),
        )

    def joins(self, start: int, end: int) -> bool:
        """Whether a group is a comma or "and", which stand before a part and are none of it."""
        return end == start + 1 and self.words.tags[start] in _JOINING

    def word(self, at: int) -> int:
        return self.bounds[at][0] if at < len(self.bounds) else len(self.words.tokens)

    def end(self, at: int) -> int:
        return self.bounds[at - 1][1] if at else 0
