"""A term and its definition, asked both ways."""

import re
from collections.abc import Iterator
from typing import Final

from cardsmith.cards.casing import capital
from cardsmith.cards.choosing.phrases import Origin, Phrase, occurrences
from cardsmith.cards.commonness import commonest
from cardsmith.cards.definitions import Definition, definitions
from cardsmith.cards.pages import text
from cardsmith.cards.persons import person
from cardsmith.cards.study import Piece, Study
from cardsmith.cards.topic import context
from cardsmith.grammar import content, count, stem, words
from cardsmith.markup import cut, flat, fold
from cardsmith.model import Note, Rejection, Runs, Term, Text

__all__ = ["asking", "known", "make", "meaning_of"]

MOST_WORDS: Final = 3
TELLING: Final = 4
# "Shape", "Output": a title alone makes a term only of a word that few documents use
RARE_TITLE: Final = 6
# "For example, air is a mixture" uses a word, and does not define it
_EXAMPLE: Final = re.compile(r"for (?:example|instance)\b", re.IGNORECASE)
# "the output", "the surface": without a mark they are things of their sentence, not terms
_ARTICLES: Final = frozenset({"", "a ", "an "})


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each term that the document defines, at its first definition."""
    seen: set[str] = set()
    for piece in study.pieces:
        for found in definitions(piece):
            term = piece.text[found.bare : found.end]
            article = piece.text[found.start : found.bare].lower()
            if not known(study, term, article) or _EXAMPLE.match(flat(piece.source)):
                yield _refused(study, piece, "term-unknown")
            elif found.shared:
                # asked one way only, by another kind
                continue
            elif fold(term) not in seen:
                seen.add(fold(term))
                yield _note(study, piece, found)


def known(study: Study, term: str, article: str) -> bool:
    """Whether words with such an article are a term: marked by the document, or a rare noun."""
    return _marked(term, study) or (article in _ARTICLES and _plain(term))


def _refused(study: Study, piece: Piece, code: str) -> Rejection:
    return Rejection(study.document.front.key, "term", code, piece.text, piece.span)


def _marked(term: str, study: Study) -> bool:
    """Whether the document marks the words: as a keyword, title, bold word, or its own topic."""
    wanted = [stem(word.text) for word in words(term)]
    found: list[Phrase] = [each.phrase for each in occurrences(term, study.phrases)]
    for phrase in found:
        if [stem(word.text) for word in words(phrase.text)] == wanted:
            only_title = phrase.origins == {Origin.TITLE}
            return not only_title or commonest(term) >= RARE_TITLE
    return any(fold(term) == fold(topic) for topic in study.topics)


def _plain(term: str) -> bool:
    """Whether unmarked words are a noun worth a card: three at most, none empty or everyday."""
    telling = len(content(term)) == count(term) <= MOST_WORDS and commonest(term) >= TELLING
    return telling and term.replace(" ", "").isalpha()


def _note(study: Study, piece: Piece, found: Definition) -> Note:
    bare = piece.text[found.bare : found.end]
    term = study.casing.start(bare) if found.start == found.bare else bare
    runs = meaning_of(piece, found)
    meaning = flat(runs)
    who = person(term, meaning)
    return Note(
        document=study.document.front.key,
        kind="term",
        name=fold(bare),
        body=Term(
            term=text(capital(term)),
            definition=runs,
            ask=text(asking(piece, found, term, "Who" if who else "What")),
            name=text("Who is this?" if who else "What is this called?"),
            reverse_context=context(study.topics, bare),
        ),
        context=context(study.topics, meaning),
        section=study.title(piece),
        source=piece.source,
        span=piece.span,
        score=96,
    )


def asking(piece: Piece, found: Definition, term: str, wh: str) -> str:
    """The question that asks for a meaning, in the number and tense of its sentence.

    A label without an article is asked for as a word, unless it names a person.
    """
    article = piece.text[found.start : found.bare].lower()
    repaired = flat(piece.source)[:4] != piece.text[:4]
    plural = found.verb.startswith(("are", "were"))
    if repaired and wh == "What" and not article and not plural:
        return f"What does the term “{term}” mean?"
    return _worded(f"{article}{term}", found.verb, wh)


def _worded(term: str, verb: str, wh: str) -> str:
    match verb.split(" ", maxsplit=1)[0]:
        case "refers" | "denotes":
            return f"What does {term} refer to?"
        case "refer" | "denote":
            return f"What do {term} refer to?"
        case "known" | "called" | "termed" | "referred":
            return f"What happens in {term}?"
        case "are" | "was" | "were" as copula:
            return f"{wh} {copula} {term}?"
        case _:
            return f"{wh} is {term}?"


def meaning_of(piece: Piece, found: Definition) -> Runs:
    """The meaning with its markup, as a line of its own."""
    runs = cut(piece.runs, found.meaning_start, found.meaning_end)
    if found.article:
        return (Text(capital(found.article)), *runs)
    first = runs[0]
    return (Text(capital(first.text)), *runs[1:]) if isinstance(first, Text) else runs
