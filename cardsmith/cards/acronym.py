"""An acronym and what it stands for, asked both ways."""

from collections.abc import Iterator

from cardsmith.cards.acronyms import spelled
from cardsmith.cards.casing import capital
from cardsmith.cards.pages import text
from cardsmith.cards.study import Study
from cardsmith.cards.topic import context
from cardsmith.markup import flat, fold, sentences
from cardsmith.model import Note, Rejection, Sentence, Term

__all__ = ["make"]


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each acronym that is spelled out, at its first place."""
    seen: set[str] = set()
    answer = study.document.answer
    blocks = ((-1, answer.intro), *((n, each.blocks) for n, each in enumerate(answer.sections)))
    for section, body in blocks:
        for sentence in sentences(body):
            for short, long in spelled(flat(sentence.runs)):
                if fold(short) not in seen:
                    seen.add(fold(short))
                    title = answer.sections[section].title if section >= 0 else ""
                    yield _note(study, sentence, title, (short, long))


def _note(study: Study, sentence: Sentence, title: str, pair: tuple[str, str]) -> Note:
    short, long = pair
    return Note(
        document=study.document.front.key,
        kind="acronym",
        name=fold(short),
        body=Term(
            term=text(short),
            definition=text(capital(long)),
            ask=text(f"What does {short} stand for?"),
            name=text("Which acronym stands for this?"),
            reverse_context=context(study.topics, f"{short} {long}"),
        ),
        context=context(study.topics, f"{short} {long}"),
        section=title,
        source=sentence.runs,
        span=sentence.span,
        score=88,
    )
