"""The reading of a sentence: from its runs to words, groups and clauses."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cardsmith.grammar.chunks import Chunks, chunk
from cardsmith.grammar.clauses import clauses
from cardsmith.grammar.groups import Bounds, noun_groups, prepositions, verb_groups
from cardsmith.grammar.letters import letters
from cardsmith.grammar.quotes import with_quotes
from cardsmith.grammar.reading import Clause, Group, Part, Reading, Tense, Token, VerbGroup
from cardsmith.grammar.rows import Found, Piece
from cardsmith.grammar.tagger import CERTAIN, tag
from cardsmith.grammar.tokens import OPAQUE, cut_words, mask, normal
from cardsmith.markup import flat
from cardsmith.model import Code, Hole, Image, Math, Runs

__all__ = ["read", "read_text"]

_LONGEST: Final = 120  # words; a longer sentence gets tags and groups, but no clauses
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


def read_text(text: str) -> Reading:
    """The reading of a sentence without markup."""
    return _read(text, ())


def _read(text: str, spans: Iterable[tuple[int, int]]) -> Reading:
    tokens = tuple(_tokens(text, mask(text, spans)))
    spelled = letters([token.text.lower() for token in tokens], [token.tag for token in tokens])
    asides = tuple([Group(*match.span()) for match in _ASIDE.finditer(spelled)])
    kept = _outside(len(tokens), asides)
    chunks = chunk("".join([spelled[at] for at in kept]) if asides else spelled)
    bounds = [(kept[start], kept[end - 1] + 1) for start, end in chunks.bounds]
    verbs = verb_groups(tokens, spelled, chunks, bounds)
    found, whole = _clauses(tokens, chunks, bounds)
    view = _View(tokens, bounds, verbs)
    return Reading(
        text,
        tokens,
        tuple(noun_groups(tokens, chunks, bounds)),
        tuple(verbs.values()),
        tuple(prepositions(tokens, chunks, bounds)),
        asides,
        tuple([view.clause(clause) for clause in found]),
        whole,
    )


def _tokens(text: str, masked: str) -> list[Token]:
    spans = cut_words(masked)
    words = [normal(masked[start:end]) for start, end in spans]
    tokens = [
        Token(text[start:end], start, end, penn, margin)
        for (start, end), (penn, margin) in zip(spans, tag(words), strict=True)
    ]
    if OPAQUE in words:
        for at, word in enumerate(words):
            if word == OPAQUE:
                tokens[at] = tokens[at]._replace(tag="NN", margin=CERTAIN)
    return with_quotes(text, tokens) if '"' in words or "'" in words else tokens


def _outside(length: int, asides: tuple[Group, ...]) -> Sequence[int]:
    if not asides:
        return range(length)
    inside = {at for group in asides for at in range(group.start, group.end)}
    return [at for at in range(length) if at not in inside]


def _clauses(tokens: Sequence[Token], chunks: Chunks, bounds: Bounds) -> tuple[list[Found], bool]:
    if len(tokens) > _LONGEST:
        return [], False
    return clauses(chunks, tuple([tokens[start].text.lower() for start, _ in bounds]))


@dataclass(frozen=True, slots=True)
class _View:
    """Clauses counted in groups, seen as clauses counted in words."""

    tokens: Sequence[Token]
    bounds: Bounds
    verbs: Mapping[int, VerbGroup]

    def clause(self, found: Found) -> Clause:
        return Clause(
            self.word(found.start),
            self.end(found.end),
            found.kind,
            "" if found.opener < 0 else self.tokens[self.bounds[found.opener][0]].text.lower(),
            tuple(self.part(piece) for piece in found.lead),
            self.part(found.subject),
            self.verb(found),
            tuple(self.part(piece) for piece in found.parts),
        )

    def verb(self, found: Found) -> VerbGroup:
        verb = self.verbs[found.verb]
        return replace(verb, tense=Tense.PRESENT) if verb.tense is Tense.NONE else verb

    def part(self, piece: Piece) -> Part:
        first = piece.start
        while first + 1 < piece.end and self.joins(*self.bounds[first]):
            first += 1
        opener = self.tokens[self.bounds[first][0] : self.bounds[first][1]]
        return Part(
            self.word(first),
            self.end(piece.end),
            piece.kind,
            " ".join(token.text.lower() for token in opener),
            self.end(piece.core),
            tuple(Group(self.word(start), self.end(end)) for start, end in piece.items),
        )

    def joins(self, start: int, end: int) -> bool:
        """Whether a group is a comma or "and", which stand before a part and are none of it."""
        return end == start + 1 and self.tokens[start].tag in (",", "CC")

    def word(self, at: int) -> int:
        return self.bounds[at][0] if at < len(self.bounds) else len(self.tokens)

    def end(self, at: int) -> int:
        return self.bounds[at - 1][1] if at else 0
