"""The gate: hard rules refuse a note with a reason, soft rules lower its score.

Every card of a note is judged, and the worst one counts. Rule numbers (R1 …) are the card-design
rules told in ``docs/card-quality.md``.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from cardsmith.cards.faces import Face, faces
from cardsmith.cards.facts import praise, telling
from cardsmith.cards.leaks import kind_asked, leaks
from cardsmith.cards.study import Study
from cardsmith.grammar import count, families
from cardsmith.markup import flat, lines, marked
from cardsmith.model import QA, Cloze, Code, Math, Note, Points, Rejection, Run, Runs, Term

__all__ = ["HARD", "OPEN", "SOFT", "judged"]

# kinds that ask for a whole explanation or list: long on purpose
OPEN: Final = frozenset({"explain", "overview"})
# kinds whose source may be a formula, a line of code, a row: no prose that could praise
UNPRAISED: Final = frozenset({"acronym", "code", "formula", "steps", "table"})
LONGEST_FRONT: Final[Mapping[type, int]] = {QA: 45, Term: 45, Cloze: 33}
LONGEST_ANSWER: Final = 30
TELLING: Final = 2
WORDY: Final = 24

_MARKUP: Final = re.compile(r"\*\*|__|\]\(|\\n|</?\w+>|https?://|&[a-z]+;|\$(?!\d)\S")
_CHOICE: Final = re.compile(r", [^,?]{2,50} or [^,?]{2,50}\?$")
_PAIRS: Final = (("(", ")"), ("[", "]"), ("“", "”"), ("{", "}"))


@dataclass(frozen=True, slots=True)
class Case:
    """One card of a note under judgement."""

    note: Note
    face: Face
    study: Study


Check: TypeAlias = Callable[[Case], bool]


def judged(note: Note, study: Study, least: int) -> Note | Rejection:
    """The note with its score, or why it is refused; ``least`` is the score a note must have."""
    cases = [Case(note, face, study) for face in faces(note)]
    for code, wrong in HARD.items():
        if (study.readable or code in ANY_LANGUAGE) and any(map(wrong, cases)):
            return _refusal(note, code)
    worst = min((_lost(case) for case in cases), key=lambda lost: sum(points for _, points in lost))
    score = max(0, min(100, note.score + sum(points for _, points in worst)))
    if score < least:
        return _refusal(note, "low-score")
    points = (*(note.points or ((note.kind, note.score),)), *worst)
    return replace(note, score=score, points=points)


def _lost(case: Case) -> Points:
    """The points that the faults of a card cost."""
    soft = SOFT if case.study.readable else {}
    return tuple((name, -points) for name, (wrong, points) in soft.items() if wrong(case))


def _refusal(note: Note, code: str) -> Rejection:
    return Rejection(note.document, note.kind, code, note.name, note.span)


def _closed(check: Check) -> Check:
    """The check for cards that ask for one fact; lists and explanations pass."""
    return lambda case: case.note.kind not in OPEN and check(case)


def _leak(case: Case) -> bool:
    """R5: the front holds a word of the answer's families, the topic's excepted.

    For a term nothing is excepted, since the term itself is the answer. A formula is no word: it
    leaks where it stands on the front whole.
    """
    known = frozenset[str]() if isinstance(case.note.body, Term) else case.study.named
    if isinstance(case.note.body, QA):
        known |= kind_asked(case.face.said, case.face.secret)
    said = f"{case.face.context} {_without_choice(case.face)}"
    return leaks(case.face.secret, said, known) or _shown(case.face)


def _without_choice(face: Face) -> str:
    """The front without the two things it lets choose from: "Which is denser, ice or water?"."""
    choice = _CHOICE.search(face.said)
    offered = choice is not None and face.secret.casefold() in choice.group().casefold()
    return face.said[: choice.start()] if choice and offered else face.said


def _shown(face: Face) -> bool:
    """Whether an answer of signs alone stands on the front as it is."""
    signs = "".join(face.answer.split())
    spoken = face.secret.strip()
    return bool(signs) and not spoken and signs in "".join(face.front.split())


def _long_front(case: Case) -> bool:
    return count(case.face.front) > LONGEST_FRONT[type(case.note.body)]


def _long_answer(case: Case) -> bool:
    return count(case.face.answer) > LONGEST_ANSWER


def _no_answer(case: Case) -> bool:
    return not families(case.face.answer) and not re.search(r"\w", case.face.answer)


def _markup(case: Case) -> bool:
    """R24: signs of markup that the parser left in the words of a card."""
    # no sign of markup begins in one run and ends in another
    told = "\n".join([_prose(run) for runs in _texts(case.note) for run in runs])
    return _MARKUP.search(told) is not None


def _prose(run: Run) -> str:
    return "" if isinstance(run, Code | Math) else run.text


def _texts(note: Note) -> Iterator[Runs]:
    match note.body:
        case QA(front=front, back=back):
            yield from lines((*front, *back))
        case Term(term=term, definition=meaning):
            yield from (term, meaning)
        case Cloze(text=text):
            yield from lines(text)


def _unbalanced(case: Case) -> bool:
    text = f"{case.face.front} {case.face.answer}"
    odd = any(text.count(left) != text.count(right) for left, right in _PAIRS)
    return odd or text.count('"') % 2 == 1


def _judged_as_prose(note: Note) -> bool:
    """Whether a note stands or falls with its sentence: not where its author marked the words."""
    wanted = note.kind == "cloze" and next(marked(note.source), None)
    return not wanted and note.kind not in UNPRAISED


def _no_fact(case: Case) -> bool:
    return _judged_as_prose(case.note) and telling(flat(case.note.source)) < TELLING


def _only_praise(case: Case) -> bool:
    text = flat(case.note.source)
    return _judged_as_prose(case.note) and praise(text) > telling(text)


def _addresses(case: Case) -> bool:
    return bool(re.search(r"\b(?:we|you|our|your|us)\b", case.face.front, re.IGNORECASE))


def _example(case: Case) -> bool:
    return bool(re.search(r"\b(?:for example|for instance|e\.g\.)", case.face.front, re.IGNORECASE))


def _wordy(case: Case) -> bool:
    return count(case.face.front) > WORDY


def _praises(case: Case) -> bool:
    return praise(flat(case.note.source)) > 1


HARD: Final[Mapping[str, Check]] = {
    "leak": _closed(_leak),
    "long-answer": _closed(_long_answer),
    "long-front": _closed(_long_front),
    "markup": _markup,
    "no-answer": _no_answer,
    "no-fact": _closed(_no_fact),
    "praise": _closed(_only_praise),
    "unbalanced": _closed(_unbalanced),
}

# the rules that rest on no word or sign of English; other kinds look for leaks by letters
ANY_LANGUAGE: Final = frozenset({"long-answer", "markup", "no-answer"})

# Points that each fault costs.
SOFT: Final[Mapping[str, tuple[Check, int]]] = {
    "addresses-reader": (_closed(_addresses), 12),
    "example": (_closed(_example), 8),
    "praises": (_closed(_praises), 10),
    "wordy": (_closed(_wordy), 6),
}
