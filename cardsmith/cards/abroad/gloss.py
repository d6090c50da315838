"""A term and what it means, both ways: a definition, a list of terms, an entry without a verb."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.abroad.alone import Alone, titled
from cardsmith.cards.abroad.hiding import phrases
from cardsmith.cards.abroad.letters import fits, gives_away
from cardsmith.cards.abroad.tongues import tongue
from cardsmith.cards.abroad.topic import context
from cardsmith.cards.casing import capital
from cardsmith.cards.pages import text
from cardsmith.cards.study import Study
from cardsmith.grammar import small_words
from cardsmith.markup import cut, flat, fold
from cardsmith.model import (
    Blocks,
    Entry,
    Listing,
    Nature,
    Note,
    Paragraph,
    Rejection,
    Runs,
    Section,
    Sentence,
    Span,
    Strong,
    Term,
    Text,
)

__all__ = ["defines", "make"]

MOST_TERM: Final = 5
FEWEST: Final = 2
MOST: Final = 24
DEFINED: Final = 94
LISTED: Final = 84
# a list of terms has several
ENTRIES: Final = 2
_IS: Final = (
    r"(?:ist|sind|hat|es|son|tiene|est|sont|a|è|sono|ha|é|são|tem|is|zijn|heeft|är|er|jest)"
)
_ENDS: Final = re.compile(r"[.!?。！？:：;]$")


@dataclass(frozen=True, slots=True)
class _Gloss:
    """A term and its meaning, the sentence that tells it, the title over that."""

    term: str
    meaning: Runs
    source: Runs
    span: Span
    title: str
    score: int


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each term, at the first place that says what it means."""
    seen = set[str]()
    for gloss in (*_defined(study), *_listed(study)):
        key, code = study.document.front.key, study.language
        if gives_away(gloss.term, flat(gloss.meaning), code):
            yield Rejection(key, "term", "leak", flat(gloss.source), gloss.span)
        elif not fits(flat(gloss.meaning), FEWEST, MOST):
            yield Rejection(key, "term", "length", flat(gloss.source), gloss.span)
        elif fold(gloss.term) not in seen:
            seen.add(fold(gloss.term))
            yield _note(study, gloss)


def _note(study: Study, gloss: _Gloss) -> Note:
    known, code = tongue(study.language), study.language
    meaning = flat(gloss.meaning)
    return Note(
        document=study.document.front.key,
        kind="term",
        name=fold(gloss.term),
        body=Term(
            term=text(gloss.term),
            definition=gloss.meaning,
            ask=text(known.means.format(gloss.term)),
            name=text(known.term),
            reverse_context=context(study.topics, gloss.term, gloss.term, code),
        ),
        context=context(study.topics, meaning, gloss.term, code),
        section=gloss.title,
        source=gloss.source,
        span=gloss.span,
        score=gloss.score,
    )


def defines(piece: Alone, study: Study) -> tuple[str, Runs] | None:
    """The term that a sentence defines and its meaning: one set off or named by the author."""
    pattern = tongue(study.language).defines
    named = {*phrases(study.document, study.language), *study.topics}
    words = piece.text.rstrip(" .。．")
    bold = {run.text.strip(" .,:") for run in piece.runs if isinstance(run, Strong)}
    small = small_words(study.language)
    terms = {each for each in bold | named if each.split(" ", 1)[0].casefold() not in small}
    for term in sorted(terms, key=lambda each: (-len(each), each)):
        if not pattern or not term or term.casefold() not in words[:60].casefold():
            continue
        found = re.fullmatch(pattern.replace("TERM", re.escape(term)), words, re.IGNORECASE)
        if found and not _goes_on(found["meaning"], study.language):
            start, end = found.span("meaning")
            at = words.casefold().index(term.casefold())
            return words[at : at + len(term)], _unbold(cut(piece.runs, start, end))
    return None


def _goes_on(meaning: str, code: str) -> bool:
    """Whether a second statement is joined to a meaning: "ein Enzym und ist sehr alt"."""
    joins = "|".join(map(re.escape, sorted(tongue(code).joins)))
    return bool(joins) and re.search(rf"\b(?:{joins}) {_IS}\b", meaning) is not None


def _defined(study: Study) -> Iterator[_Gloss]:
    for piece in study.alone:
        found = defines(piece, study)
        if found:
            term, meaning = found
            sentence = piece.sentence
            yield _Gloss(term, meaning, sentence.runs, sentence.span, piece.title, DEFINED)


def _listed(study: Study) -> Iterator[_Gloss]:
    """Parts and entries of a list whose text is no sentence: "**Impuls**: das Produkt aus …"."""
    found: list[_Gloss] = []
    for title, blocks, section in titled(study.document.answer):
        if section and section.nature is Nature.NAMED:
            found.extend(_glossed(section, title, study))
        for block in blocks:
            if isinstance(block, Listing):
                found.extend(
                    each for entry in block.entries for each in _glossed(entry, title, study)
                )
    if len(found) >= ENTRIES:
        yield from found


def _glossed(part: Section | Entry, title: str, study: Study) -> Iterator[_Gloss]:
    term = part.title if isinstance(part, Section) else part.label
    sentence = _only(part.blocks)
    if not term or sentence is None or not fits(term, 1, MOST_TERM):
        return
    meaning = flat(sentence.runs).strip()
    first = re.match(r"\w*", meaning.casefold())
    known = tongue(study.language)
    leans = first is not None and first.group() in known.leads | known.inside
    if not _ENDS.search(meaning) and not leans:
        whole = (Text(f"{term}: "), *sentence.runs)
        yield _Gloss(term, _unbold(sentence.runs), whole, sentence.span, title, LISTED)


def _only(blocks: Blocks) -> Sentence | None:
    """The one sentence of a part, where it has no more."""
    first = blocks[0] if len(blocks) == 1 else None
    alone = isinstance(first, Paragraph) and len(first.sentences) == 1
    return first.sentences[0] if isinstance(first, Paragraph) and alone else None


def _unbold(runs: Runs) -> Runs:
    """The meaning as a line of its own."""
    plain = tuple(Text(run.text) if isinstance(run, Strong) else run for run in runs)
    first = plain[0] if plain else None
    return (Text(capital(first.text)), *plain[1:]) if isinstance(first, Text) else plain
