"""Siblings side by side: "How do arteries and veins differ in wall thickness?"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.casing import capital
from cardsmith.cards.faces import holes
from cardsmith.cards.facts import praise, telling
from cardsmith.cards.pages import bullets, line, text
from cardsmith.cards.relations.apart import apart
from cardsmith.cards.relations.sides import Row, Side, rows
from cardsmith.cards.relations.traits import trait
from cardsmith.cards.sentences.labels import Label
from cardsmith.cards.study import Study
from cardsmith.cards.topic import context
from cardsmith.grammar import count, families, read
from cardsmith.markup import carve, cut, flat, fold
from cardsmith.model import QA, Cloze, Note, Rejection, Runs, Text

__all__ = ["aspects"]

# words of what is told of one side, and of all sides
LONGEST: Final = 12
LONGEST_ANSWER: Final = 18
LONGEST_ASPECT: Final = 5
# words of a line in which only some are hidden
LONGEST_LINE: Final = 15
# words of praise in a side; fewer where it has no more other ones that tell something
PRAISE: Final = 2
SCORE: Final = 96
GAPPED: Final = 58

# titles that name no side on which two things could differ
_NO_ASPECT: Final = re.compile(
    r"\b(?:advantages?|benefits?|challenges?|characteristics?|comparisons?|conclusions?|"
    r"considerations?|criticisms?|definitions?|description|differences?|differentiat\w+|"
    r"disadvantages?|distinctions?|drawbacks?|examples?|explanations?|features?|implications?|"
    r"importance|introduction|key|limitations?|overview|significance|similarit\w+|strengths|"
    r"summary|types?|versus|vs|weaknesses)\b|[?:]|^(?:how|what|when|where|which|who|why|in|on|for)\b",
    re.IGNORECASE,
)
_TURN: Final = re.compile(
    r"(?:by contrast|conversely|however|in comparison|in contrast|meanwhile|on the contrary|"
    r"on the other hand|similarly), ",
    re.IGNORECASE,
)
_LINKED: Final = re.compile(r" (?:at|for|in|of|on|over|to|with) ", re.IGNORECASE)
_HAS: Final = re.compile(
    r"(?:ha(?:s|ve)|shows?|offers?|provides?|exhibits?|possess(?:es)?) (?:an? |the )?"
    r"(?P<how>(?!\w+ (?:of|in|for|to) )[\w-]+(?: [\w-]+){0,2}) (?P<head>[\w-]+)"
)
_LEANS: Final = re.compile(r"\b(?:this|these|those|such)\b(?! as)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sibling and what is told of it."""

    name: str
    words: Runs


def aspects(study: Study) -> Iterator[Note | Rejection]:
    """One note for each aspect under which a document tells its siblings apart."""
    for row in rows(study.document):
        told = [_told(study, row, side) for side in row.sides]
        key, span = study.document.front.key, row.sides[0].sentence.span
        code = _fault(row, told)
        if code:
            yield Rejection(key, "contrast", code, row.aspect, span)
        elif _repeats(row, told) or _is_long(told):
            yield _gapped(study, row, told) or Rejection(
                key, "contrast", "few-blanks", row.aspect, span
            )
        else:
            yield _asked(study, row, told)


def _told(study: Study, row: Row, side: Side) -> _Told:
    piece = next((each for each in study.pieces if each.span == side.sentence.span), None)
    runs = piece.runs if piece else _turned(side.sentence.runs)
    reading = piece.reading if piece else read(runs)
    own = families(side.name) | families(row.aspect)
    said = trait(runs, reading, own, study.casing)
    return _Told(_spelled(study, side.name), _shortened(said, row.aspect))


def _spelled(study: Study, title: str) -> str:
    """A title as the question or a keyword spells it, where they have it."""
    front = study.document.front
    spelled = re.search(
        re.escape(title), " ".join([front.question, *front.keywords]), re.IGNORECASE
    )
    return study.casing.start(spelled.group()) if spelled else study.casing.inside(title)


def _turned(runs: Runs) -> Runs:
    """A sentence without the words that turn to the other side."""
    turn = _TURN.match(flat(runs))
    return cut(runs, turn.end(), len(flat(runs))) if turn else runs


def _shortened(said: Runs, aspect: str) -> Runs:
    """What is told without the aspect, where it only names that: "a high cost" is "high"."""
    match = _HAS.fullmatch(flat(said))
    if match is None or not families(match["head"]) <= families(aspect):
        return said
    return cut(said, *match.span("how"))


def _fault(row: Row, told: Sequence[_Told]) -> str:
    names = [families(each.name) for each in told]
    shared = frozenset.intersection(*names)
    shown = [flat(each.words) for each in told]
    if _no_aspect(row.aspect, frozenset().union(*names) - shared):
        return "no-aspect"
    announced = any(flat(side.sentence.runs).endswith(":") for side in row.sides)
    if announced or not all(shown) or any(_LEANS.search(each) for each in shown):
        return "leans-on-context"
    if max(count(each) for each in shown) > LONGEST_LINE:
        return "long-answer"
    return "sides-alike" if _alike(shown, frozenset().union(*names)) else ""


def _no_aspect(aspect: str, names: frozenset[str]) -> bool:
    head = _LINKED.split(aspect)[0]
    return (
        _NO_ASPECT.search(aspect) is not None
        or count(aspect) > LONGEST_ASPECT
        or bool(families(head) & names)
    )


def _alike(shown: Sequence[str], names: frozenset[str]) -> bool:
    """Whether a side has no word of its own that tells something, or only praises."""
    inside = [families(each) - names for each in shown]
    empty = [praise(each) >= min(PRAISE, telling(each)) for each in shown]
    return any(empty) or any(
        not each - frozenset().union(*inside[:place], *inside[place + 1 :])
        for place, each in enumerate(inside)
    )


def _is_long(told: Sequence[_Told]) -> bool:
    lengths = [count(flat(each.words)) for each in told]
    return max(lengths) > LONGEST or sum(lengths) > LONGEST_ANSWER


def _repeats(row: Row, told: Sequence[_Told]) -> bool:
    """R5: whether what is told holds a word of the aspect."""
    return any(families(flat(each.words)) & families(row.aspect) for each in told)


def _asked(study: Study, row: Row, told: Sequence[_Told]) -> Note:
    span = row.sides[0].sentence.span
    ask = f"How do {_joined([each.name for each in told])} differ in {_aspect(study, row)}?"
    back = [(Text(f"{capital(each.name)}: "), *each.words) for each in told]
    return _note(study, row, QA((line(text(ask), span),), bullets(back, span)), SCORE)


def _gapped(study: Study, row: Row, told: Sequence[_Told]) -> Note | None:
    """The lines with what tells them apart hidden, one at a time."""
    span = row.sides[0].sentence.span
    said = [each.words for each in told]
    names = [each.name for each in told]
    hidden = apart(said, families(" ".join([row.aspect, *names, *map(_initials, names)])))
    if not any(hidden):
        return None
    shown = []
    for each, hole in zip(told, hidden, strict=True):
        term = fold(flat(each.words)[slice(*hole)]) if hole else ""
        carved = carve(each.words, *hole, term) if hole else None
        shown.append((Text(f"{capital(each.name)}: "), *(carved or each.words)))
    head = line(text(f"{capital(_spelled(study, row.aspect))}:"), span)
    return _note(study, row, Cloze((head, *bullets(shown, span))), GAPPED)


def _initials(name: str) -> str:
    """The acronym that a name may have: it says nothing new of it."""
    return "".join(word[:1] for word in name.split()).upper()


def _note(study: Study, row: Row, body: QA | Cloze, score: int) -> Note:
    hidden = "" if isinstance(body, QA) else " ".join(each.text for each in holes(body.text))
    return Note(
        document=study.document.front.key,
        kind="contrast",
        name=" ".join([*sorted(fold(side.name) for side in row.sides), fold(row.aspect)]),
        body=body,
        context=context(study.topics, hidden) if hidden else "",
        section=row.section,
        source=_sources(row),
        span=row.sides[0].sentence.span,
        score=score,
    )


def _aspect(study: Study, row: Row) -> str:
    """The aspect as the question says it: "location", but "their role in digestion"."""
    shown = _spelled(study, row.aspect)
    names = frozenset(family for side in row.sides for family in families(side.name))
    linked = _LINKED.search(shown)
    if linked and families(shown[linked.end() :]) <= names:
        shown, linked = shown[: linked.start()], None
    if linked:
        return f"the {shown}" if linked.group().strip() == "of" else f"their {shown}"
    return f"their {shown}" if Label(shown).plural else shown


def _joined(names: Sequence[str]) -> str:
    """Names in a row, the words that end all of them said once: "ionic and covalent bonds"."""
    parts = [name.split(" ") for name in names]
    shared = 0
    while all(len(each) > shared + 1 for each in parts) and (
        len({each[-shared - 1] for each in parts}) == 1
    ):
        shared += 1
    first = [" ".join(each[: len(each) - shared]) for each in parts[:-1]]
    return f"{', '.join(first)} and {names[-1]}"


def _sources(row: Row) -> Runs:
    joined: list[Runs] = [row.sides[0].sentence.runs]
    joined += [(Text(" "), *side.sentence.runs) for side in row.sides[1:]]
    return tuple(run for runs in joined for run in runs)
