"""What the things of a document are, by its own words: astrocytes are glial cells."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from cardsmith.cards.casing import Casing
from cardsmith.cards.commonness import commonest
from cardsmith.cards.facts import telling
from cardsmith.cards.questions.genus import Genus, genus
from cardsmith.cards.sentences.genera import GENERA
from cardsmith.cards.sentences.pieces import Piece
from cardsmith.grammar import Clause, ClauseKind, NounGroup, PartKind, Reading, count, families
from cardsmith.grammar.plurals import singular
from cardsmith.grammar.questions.kinds import NO_KIND
from cardsmith.markup import fold
from cardsmith.model import Document, Nature

__all__ = ["sorts"]

# "a type of enzyme" is an enzyme
_SORTS: Final = frozenset({"class", "form", "kind", "sort", "subtype", "type", "variety"})
# "the process of" is no sort of thing, nor is "a component of"
_PARTS: Final = frozenset(
    """advantage application approach area basis benefit branch challenge component concern
    consideration consequence cornerstone criterion determinant driver foundation goal hallmark
    indicator key location member objective option outcome place position product requirement
    resource science site solution source stage strategy subset substance symptom thing tool
    topic unit individual interplay measure one response statement""".split()
)
# "of joint in the human skeleton": "of joint"
_OWNER: Final = re.compile(
    r"of (?:(?!in |for |to |that |used |on |with |from |at |and |according )\S+ ?){1,4}"
)
MOST_WORDS: Final = 3
TELLING: Final = 4
LONGEST_NAME: Final = 4


def sorts(document: Document, pieces: tuple[Piece, ...], casing: Casing) -> Mapping[str, str]:
    """What each thing is, in the singular, by its folded name: {"amylase": "enzyme"}.

    From sentences that say so, and from questions and headings whose sections they are.
    """
    return {**dict(_listed(document, casing)), **dict(_told(pieces))}


def _listed(document: Document, casing: Casing) -> Iterator[tuple[str, str]]:
    """Sections by what the question or their heading asks for."""
    for section in document.answer.sections:
        found = genus(section.group or document.front.question)
        named = section.nature is Nature.NAMED and count(section.title) <= LONGEST_NAME
        if found and named and not families(found.kind) & families(section.title):
            yield fold(section.title), casing.inside(_full(found))


def _full(found: Genus) -> str:
    """The genus as a question asks for it: a type alone says nothing, "type of cancer" does."""
    owner = _OWNER.match(found.rest) if found.kind.rsplit(" ", 1)[-1] in _SORTS else None
    return f"{found.kind} {owner.group().strip()}" if owner else found.kind


def _told(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, str]]:
    for piece in pieces:
        clause = next((c for c in piece.reading.clauses if c.kind is ClauseKind.MAIN), None)
        if (
            clause is None
            or clause.verb.lemma != "be"
            or clause.verb.passive
            or clause.verb.negated
        ):
            continue
        name, kind = _name(piece.reading, clause), _kind(piece.reading, clause)
        if name and kind and not families(name) & families(kind):
            yield fold(name), kind


def _group(reading: Reading, start: int) -> NounGroup | None:
    return next((group for group in reading.nouns if group.start == start), None)


def _name(reading: Reading, clause: Clause) -> str:
    """The subject without its article, where it is one group."""
    part = clause.subject
    group = _group(reading, part.start)
    if group is None or group.end != part.core or len(part.items) > 1:
        return ""
    start = group.start + bool(group.determiner)
    fits = 0 < group.end - start <= LONGEST_NAME and group.determiner in {"", "a", "an", "the"}
    return _text(reading, start, group.end) if fits else ""


def _kind(reading: Reading, clause: Clause) -> str:
    """What the subject is said to be, in the singular; "" where that is no sort of thing."""
    part = clause.parts[0] if clause.parts else None
    if part is None or part.kind is not PartKind.NOUN:
        return ""
    group = _group(reading, part.start)
    if group is None or (group.determiner == "the"):
        return ""
    if reading.tokens[group.head].lemma.casefold() in _SORTS:
        inner = _group(reading, group.end + 1)
        of = group.end < len(reading.tokens) and reading.tokens[group.end].text == "of"
        return _worded(reading, inner) if of and inner is not None else ""
    return _worded(reading, group)


def _worded(reading: Reading, group: NounGroup) -> str:
    """A group as a sort: its noun, and what stands before it that tells something."""
    head = singular(reading.tokens[group.head].text)
    if head.casefold() in NO_KIND | _PARTS or group.proper or group.head != group.end - 1:
        return ""
    start = group.start + bool(group.determiner)
    while start < group.head and not telling(reading.tokens[start].text):
        start += 1
    kind = reading.text[reading.tokens[start].start : reading.tokens[group.head].start] + head
    plain = kind.replace(" ", "").replace("-", "").isalpha() and count(kind) <= MOST_WORDS
    return kind if plain and (head.casefold() in GENERA or commonest(kind) >= TELLING) else ""


def _text(reading: Reading, start: int, end: int) -> str:
    return reading.text[reading.tokens[start].start : reading.tokens[end - 1].end]
