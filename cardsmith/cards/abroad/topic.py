"""What a document in another language is about: keywords in its question, else its title."""

from collections.abc import Iterator, Sequence
from typing import Final

from cardsmith.cards.abroad.letters import bare, gives_away, size, telling, unspaced
from cardsmith.cards.abroad.tongues import tongue
from cardsmith.cards.topic import JOIN
from cardsmith.grammar import small_words
from cardsmith.model import Front

__all__ = ["asks", "context", "topics"]

TERMS: Final = 2
# rule R4
WORDS: Final = 6


def topics(front: Front, code: str) -> tuple[str, ...]:
    """The terms that a document is about, as its question spells them, in its order."""
    found = sorted(_keywords(front.question, front.keywords), key=lambda each: each[0])
    if found:
        return tuple(text for _, text in found[:TERMS])
    if size(front.question) <= WORDS:
        return (front.question,)
    return tuple(_nouns(front.question, code))[:TERMS]


def context(terms: Sequence[str], hidden: str, shown: str, code: str) -> str:
    """The topic line over a front that hides words: without what tells or repeats them."""
    fit = (term for term in terms if not gives_away(hidden, term, code))
    return JOIN.join(term for term in fit if bare(term) != bare(shown))


def asks(question: str, code: str) -> bool:
    """Whether a question asks, or is the title of what is to be explained."""
    if question.rstrip(" .:").endswith(("?", "？", "!", "！", ";")):
        return True
    opening, orders = tongue(code).opening, tongue(code).orders
    if unspaced(question):
        ordered = question.startswith(tuple(orders)) or question.rstrip("。").endswith(
            tuple(orders)
        )
        return ordered or any(word in question for word in opening)
    first = question.split(" ", 1)[0].casefold()
    return first in orders or (first in opening and size(question) > WORDS)


def _keywords(question: str, keywords: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where the question names keywords: the longest, none inside another."""
    low, taken = question.casefold(), list[tuple[int, int]]()
    for keyword in sorted(dict.fromkeys(keywords), key=lambda each: -len(each)):
        at = low.find(keyword.casefold())
        end = at + len(keyword)
        free = all(end <= start or at >= stop for start, stop in taken)
        if keyword and at >= 0 and free and len(low) == len(question):
            end = _ended(question, end)
            taken.append((at, end))
            yield at, question[at:end]


def _ended(question: str, end: int) -> int:
    """Where the word ends that a keyword begins: "Chloroplast" in "Chloroplasten"."""
    while end < len(question) and question[end].isalpha() and not unspaced(question[end - 1]):
        end += 1
    return end


def _nouns(question: str, code: str) -> Iterator[str]:
    """Words with a capital inside a question, which German nouns have, and names elsewhere."""
    small = small_words(code)
    for word in question.split()[1:]:
        plain = word.strip("?!.,:;«»„“”\"'()")
        if plain[:1].isupper() and plain.casefold() not in small and telling(plain, code):
            yield plain
