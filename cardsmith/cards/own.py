"""The cards that an author wrote, taken as they are: pairs of question and answer, and clozes."""

from collections.abc import Iterator
from dataclasses import replace

from cardsmith.cards.cloze import name
from cardsmith.cards.faces import GAP
from cardsmith.cards.study import Study
from cardsmith.cards.topic import JOIN
from cardsmith.grammar import families
from cardsmith.markup import fold, lines, mapped, plain
from cardsmith.model import (
    QA,
    Blocks,
    Body,
    Cloze,
    Gapped,
    Hole,
    Note,
    Pair,
    Rejection,
    Run,
    Runs,
    Text,
    Written,
)
from cardsmith.parser.pairs import asked

__all__ = ["make"]

BEST = 100


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each card that the author wrote; only what Anki could not ask is refused."""
    names: set[str] = set()
    for card in study.document.written:
        note = _note(card, study)
        fault = _fault(note.body) or ("duplicate" if note.name in names else "")
        if fault:
            yield Rejection(note.document, note.kind, fault, _text(card), card.span)
        else:
            names.add(note.name)
            yield note


def _note(card: Written, study: Study) -> Note:
    match card:
        case Pair(question=question, answer=answer):
            note = _named(card, study, asked(question), QA(question, answer))
            context = _context(card, study, plain(question), plain(answer))
            return replace(note, context=context, source=next(lines(answer), ()))
        case Gapped(text=text):
            note = _named(card, study, plain(text), Cloze(text))
            shown = plain(mapped(text, _emptied))
            context = _context(card, study, shown, _hidden(text))
            return replace(note, context=context, source=_source(text))


def _named(card: Written, study: Study, called: str, body: Body) -> Note:
    front = study.document.front
    return Note(
        document=front.key,
        kind="own",
        name=name(called),
        body=body,
        context="",
        section="" if fold(card.title) == fold(front.question) else card.title,
        source=(),
        span=card.span,
        score=BEST,
    )


def _fault(body: Body) -> str:
    match body:
        case QA(front=front, back=back):
            return "" if front and back else "empty-side"
        case Cloze(text=text):
            return "" if _hidden(text).strip() else "no-hole"
        case _:
            return ""


def _text(card: Written) -> str:
    return plain(card.question if isinstance(card, Pair) else card.text)


def _source(text: Blocks) -> Runs:
    """The first line that hides something, its holes filled."""
    hiding = (runs for runs in lines(text) if any(isinstance(run, Hole) for run in runs))
    return tuple(_words(next(hiding, ())))


def _words(runs: Runs) -> Iterator[Run]:
    for run in runs:
        yield from run.runs if isinstance(run, Hole) else (run,)


def _emptied(runs: Runs) -> Runs:
    return tuple(Text(GAP) if isinstance(run, Hole) else run for run in runs)


def _hidden(text: Blocks) -> str:
    return " ".join(run.text for runs in lines(text) for run in runs if isinstance(run, Hole))


def _context(card: Written, study: Study, shown: str, hidden: str) -> str:
    """The heading over a card, else what its document is about; "" where that tells the answer.

    A word that the front shows anyway gives nothing away.
    """
    secret = families(hidden) - families(shown)
    about = study.document.front.question
    if card.title and not families(card.title) & secret:
        return card.title
    terms = study.topics if fold(about) != fold(shown) else ()
    return JOIN.join(term for term in terms if not families(term) & secret)
