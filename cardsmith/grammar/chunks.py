"""Groups found by patterns over the letters of words: nouns, verbs, and what is left."""

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["Chunks", "chunk"]

# A compound: "long-term", "plant-based", "input/output", "state-of-the-art".
_COMPOUND: Final = r"[JQYNEGFBRIM](?:[-/][JQYNEGFBRITDdf]){1,4}"
_MODIFIER: Final = (
    rf"(?:{_COMPOUND}(?=[JQYNmEG$])"
    r"|R{1,2}(?=[JEQ])"
    r"|[JQNm$]|(?<=[Dd])Y"
    r"|(?<![NmTYx)Zy])[EG]"  # after a noun a participle begins a clause of its own
    r"|[JE](?:,R?[JE]){0,4},?CR?(?=(?:[JE]|[JNR]-[EGJN]){1,3}N)"
    rf"|(?<=[JEG]),(?=(?:R?[JEG]{{1,3}}|{_COMPOUND}[JEG]{{0,2}})N))"
)
_DATE: Final = r"(?:mQ(?:[-I]Q)?(?:,?Y)?|[Dd]?[QJ][If]?mY?|[Dd]?J?mY)(?![NmQ])"
_HEAD: Final = rf"(?:{_COMPOUND}(?<=[NQ])|N|m|Q|Y)(?![-/])"
_START: Final = (
    rf"(?:[Dd]{{1,2}}|(?=[JQYNm$])|(?={_COMPOUND})|R{{1,2}}(?=[JQ])"
    r"|(?:(?<=[IFtSfC])|^)(?=R?E[JN]))"
)
_NOUN: Final = (
    r"(?=[BDEFGIJMNQRYdm$])"  # what begins none is passed over at once
    rf"(?:{_DATE}|d(?=f)|{_START}{_MODIFIER}{{0,12}}{_HEAD}(?:p{_MODIFIER}{{0,8}}{_HEAD}){{0,3}})"
)
_ADVERBS: Final = "[Rn]{0,4}"
_FINITE: Final = (
    r"R{0,2}(?:"
    rf"M{_ADVERBS}(?:h{_ADVERBS}(?:y(?:{_ADVERBS}[EG])?|E)|z(?:{_ADVERBS}(?:x{_ADVERBS}E|[EG]))?|[Bh])"
    rf"|Z(?:{_ADVERBS}(?:x{_ADVERBS}E|[EG])(?!-)|n)?"
    rf"|H(?:{_ADVERBS}(?:y(?:{_ADVERBS}[EG])?|E))?"
    rf"|O(?:{_ADVERBS}[Bhz])?"
    r"|F)r?"
)
_TO: Final = rf"T{{1,3}}{_ADVERBS}(?:h{_ADVERBS}(?:y(?:{_ADVERBS}E)?|E)|z(?:{_ADVERBS}[EG])?|B)r?"
_CHUNK: Final = re.compile(
    rf"(?P<N>{_NOUN})"
    rf"|(?P<V>{_FINITE})"
    rf"|(?P<I>{_TO})"
    rf"|(?P<G>n?(?:x{_ADVERBS}E|g{_ADVERBS}(?:y{_ADVERBS}E|E)?|G)r?)"
    r"|(?P<E>(?:y[Rn]{0,2})?Er?)"
    r"|(?P<A>[RJ]{0,3}(?:[JRQN]-[EGNJ]|J)(?:,[RJ]{0,2}J){0,4}(?:,?C[RJ]{0,2}J)?)"
    r"|(?P<B>(?:z(?:[Rn]{0,4}E)?|B|h)r?)"
    r"|(?P<R>[Rnr]+)"
    r"|(?P<P>PP?|d)"
    r"|(?P<p>I{1,3})"
    r"|(?P<S>S{1,2})"
    r"|(?P<C>C{1,3})"
    r"|(?P<one>.)",
    re.DOTALL,
)
_ALONE: Final = {"T": "p", "f": "o", ":": ":", ";": ";"}
_KNOWN: Final = frozenset('tW,X.?"')


@dataclass(frozen=True, slots=True)
class Chunks:
    """The groups of a sentence in order: one letter each, and where each begins and ends.

    N noun group, V finite verb group, I infinitive, G and E participles, B base form, A adjectives,
    R adverbs, P pronoun, p preposition, o of, t S W C X as in ``letters``.
    """

    kinds: str
    bounds: tuple[tuple[int, int], ...]


def chunk(letters: str) -> Chunks:
    """The groups of a sentence, given the letters of its words without parentheses."""
    kinds: list[str] = []
    bounds: list[tuple[int, int]] = []
    for match in _CHUNK.finditer(letters):
        kind = match.lastgroup or "one"
        if kind == "one":
            letter = match.group()
            kind = _ALONE.get(letter) or (letter if letter in _KNOWN else "?")
        kinds.append(kind)
        bounds.append(match.span())
    return Chunks("".join(kinds), tuple(bounds))
