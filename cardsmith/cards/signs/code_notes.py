"""Notes about code: a question for a use of it, one way or both, and the note around a question."""

from dataclasses import dataclass, replace
from typing import Final

from cardsmith.cards.casing import capital
from cardsmith.cards.cloze import name
from cardsmith.cards.pages import line
from cardsmith.cards.signs.code_terms import Use
from cardsmith.cards.study import Study
from cardsmith.cards.topic import context
from cardsmith.markup import flat, plain
from cardsmith.model import QA, Blocks, Body, Code, CodeBlock, Note, Runs, Span, Term, Text

__all__ = ["MOST_LINES", "Place", "both_ways", "choice", "note"]

MOST_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note comes from, and its score."""

    section: str
    source: Runs
    span: Span
    score: int


def note(study: Study, body: Body, asks: str, place: Place) -> Note:
    """A note; its name is made from what it asks."""
    hidden = flat(body.definition) if isinstance(body, Term) else _answer(body)
    return Note(
        document=study.document.front.key,
        kind="code",
        name=name(asks),
        body=body,
        context=context(study.topics, hidden),
        section=place.section,
        source=place.source,
        span=place.span,
        score=place.score,
    )


def _answer(body: Body) -> str:
    return plain(body.back) if isinstance(body, QA) else ""


def choice(study: Study, use: Use, place: Place, example: CodeBlock) -> Note:
    """Which command does a task, with an example of its use on the back."""
    start = _which(use) if use.noun else (Text("What"),)
    front = (*start, Text(" is used to "), *use.task, Text("?"))
    back: Blocks = (line((use.sign,), place.span),)
    if len(example.text.splitlines()) <= MOST_LINES:
        back = (*back, example)
    return note(study, QA((line(front, place.span),), back), flat(front), place)


def both_ways(study: Study, use: Use, place: Place) -> Note:
    """What code is used for, and back where it is said what the code is."""
    answer = _capital((Text("to "), *use.task) if use.form == "to" else use.task)
    ask = _ask(use)
    body: Body = QA((line(ask, place.span),), (line(answer, place.span),))
    if use.noun:
        back = context(study.topics, use.sign.text)
        body = Term((use.sign,), answer, ask, (*_which(use), Text(" is this?")), back)
    return note(study, body, f"{use.whole} {use.sign.text} {use.noun}".strip(), place)


def _which(use: Use) -> Runs:
    """What asks for code by its kind; an option belongs to its command."""
    whole = (Text(" of "), Code(use.whole)) if use.whole else ()
    return (Text(f"Which {use.noun}"), *whole)


def _ask(use: Use) -> Runs:
    whole = (Text(" of "), Code(use.whole)) if use.whole else ()
    sign: Runs = (use.sign, *whole)
    if use.noun:
        sign = (Text("the "), use.sign, Text(f" {use.noun}"), *whole)
    match use.form:
        case "does":
            return (Text("What does "), *sign, Text(" do?"))
        case "is":
            return (Text("What is "), *sign, Text("?"))
        case _:
            return (Text("What is "), *sign, Text(" used for?"))


def _capital(runs: Runs) -> Runs:
    first = runs[0]
    if not isinstance(first, Text):
        return runs
    return (replace(first, text=capital(first.text)), *runs[1:])
