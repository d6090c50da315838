"""The topic line: what a card is about, taken from the document's question."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cardsmith.cards.commonness import commonest
from cardsmith.grammar import FUNCTION, Word, families, stem, words
from cardsmith.model import Front

__all__ = ["context", "topics"]

# rule R4: one or two terms, six words at most
TERMS: Final = 2
WORDS: Final = 6
JOIN: Final = " · "

_ASKING: Final = frozenset(
    """affect can cause compare contribute define describe difference differences discuss do does
    examples explain impact importance influence main provide purpose relate role significance
    some types use used uses work works you""".split()
)


def topics(front: Front) -> tuple[str, ...]:
    """The terms that a document is about, as its question spells them, in its order."""
    found = tuple(_keywords(front))
    return found or tuple(_plain(front.question))


def context(terms: Sequence[str], hidden: str) -> str:
    """The topic line over a front that hides ``hidden``: terms that give it away are left out."""
    secret = families(hidden)
    return JOIN.join(term for term in terms if not families(term) & secret)


def _keywords(front: Front) -> Iterator[str]:
    inside = words(front.question)
    stems = [stem(word.text) for word in inside]
    wanted = {tuple(stem(word.text) for word in words(keyword)) for keyword in front.keywords}
    taken: list[tuple[int, int]] = []
    for length in range(WORDS - 1, 0, -1):
        for at in range(len(stems) - length + 1):
            free = all(at >= end or at + length <= start for start, end in taken)
            # the keyword "Ares" has the stem of "are"
            telling = any(word.text.casefold() not in FUNCTION for word in inside[at : at + length])
            if free and telling and tuple(stems[at : at + length]) in wanted:
                taken.append((at, at + length))
    left = WORDS
    for start, end in list(_without_doubles(front.question, inside, sorted(taken)))[:TERMS]:
        left -= end - start
        if left >= 0:
            yield _bare(front.question[inside[start].start : inside[end - 1].end])


def _bare(term: str) -> str:
    return term.removesuffix("'s").removesuffix("’s")


def _without_doubles(
    question: str, inside: Sequence[Word], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Spans of words without a long form whose acronym follows it in brackets."""
    for start, end in taken:
        bracketed = end < len(inside) and question[inside[end].start - 1] == "("
        if not (bracketed and (end, end + 1) in taken):
            yield start, end


def _plain(question: str) -> Iterator[str]:
    """The longest run of telling words of a question without keywords."""
    runs: list[list[str]] = [[]]
    for piece in re.findall(r"[\w’'-]+|[^\w\s]", question):
        folded = piece.casefold()
        if folded in FUNCTION or folded in _ASKING or not piece[0].isalnum():
            runs.append([])
        else:
            runs[-1].append(piece)
    best = max(runs, key=lambda run: (min(len(run), 3), commonest(" ".join(run)) if run else 0))
    if best:
        yield " ".join(best[:WORDS])
