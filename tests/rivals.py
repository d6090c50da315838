"""Documents of a few notes each, written a line a note, and builds of them without a disk."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from builders import HERE, front, paragraph, runs

from cardsmith.build import collection
from cardsmith.build.distinct import Distinct, distinct
from cardsmith.build.seats import seated
from cardsmith.build.work import Carded
from cardsmith.ledger import Delivery, Record, asks, identify, stamp
from cardsmith.model import QA, Body, Cloze, Kept, Note, Preset, Studied, Term, Text, Tier
from cardsmith.packager.rows import Row, render
from cardsmith.scheduler import Plan, home, schedule

# kidney@Medicine extra fact (topic line): Which hormone …? = Aldosterone
LINE = re.compile(
    r"(?P<document>[\w-]+)(?:@(?P<subject>\w+))? (?P<extra>extra )?(?P<kind>\w+)"
    r"(?: \((?P<context>.*?)\))?: (?P<front>.*?)(?: = (?P<back>.*))?"
)
SUBJECT = "Biology"
MOST = 12
PRESET = Preset("school", 10, 200, 0.9)


@dataclass(frozen=True)
class Edition:
    """What a build gave, as learners have it by key, and the record after it."""

    rows: Mapping[str, Row]
    record: Record
    once: Distinct


def documents(text: str) -> tuple[Carded, ...]:
    """The documents of lines; a note is named by what it asks, and earlier ones are better."""
    notes: dict[tuple[str, str], list[Note]] = {}
    for line in text.splitlines():
        match = LINE.fullmatch(line)
        assert match, f"{line!r} is no note"
        listed = notes.setdefault((match["document"], match["subject"] or SUBJECT), [])
        listed.append(_note(match, 90 - len(listed)))
    return tuple(carded(key, subject, listed) for (key, subject), listed in notes.items())


def _note(match: re.Match[str], score: int) -> Note:
    front, back = match["front"], match["back"] or ""
    return Note(
        document=match["document"],
        kind=match["kind"],
        name=front.lower(),
        body=_body(match["kind"], front, back, match["context"] or ""),
        context=match["context"] or "",
        section="",
        source=(Text(f"{front} {back}"),),
        span=HERE,
        score=score,
        tier=Tier.EXTRA if match["extra"] else Tier.CORE,
    )


def _body(kind: str, front: str, back: str, context: str) -> Body:
    match kind:
        case "cloze":
            return Cloze(paragraph(front))
        case "term":
            return _term(front, back, f"What is {front}?", "What is this called?", context)
        case "acronym":
            ask = f"What does {front} stand for?"
            return _term(front, back, ask, "Which acronym stands for this?", context)
        case _:
            return QA(paragraph(front), paragraph(back))


def _term(term: str, meaning: str, ask: str, name: str, context: str) -> Term:
    return Term(runs(term), runs(meaning), runs(ask), runs(name), context)


def carded(key: str, subject: str, notes: Sequence[Note], text: str = "") -> Carded:
    """A document whose text is that of its notes, unless another one is given."""
    return Carded(
        front=front(key, subjects=[subject]),
        answer=text or repr(notes),
        corrections="",
        notes=tuple(notes),
        rejections=(),
        pictures=(),
        sections=(),
        asks=tuple(asks(note) for note in notes),
        settled=frozenset(note.key for note in notes if note.kind == "own"),
    )


def build(
    found: Iterable[Carded], record: Record, unread: frozenset[str] = frozenset(), release: int = 1
) -> Edition:
    """One build: documents under their recorded keys, each fact once, identified and rendered."""
    named, renamed = collection.named(tuple(found), record, unread)
    known = [seated(each, record, MOST) for each in named]
    spelled = {name: name for each in known for name in each.front.subjects}
    plan = Plan("", spelled, record.homes, PRESET, "")
    homes = {each.front.key: home(each.front, plan) for each in known}
    once = distinct(known, record, homes, unread)
    rows = _rows(once.documents, record, plan)
    delivery = Delivery(
        release=release,
        documents=[collection.source(each) for each in known],
        notes=[(kept, row.digest) for kept, row in rows],
        homes=homes,
        aliases=renamed,
        unread=unread,
        waived=once.waived,
        asks=once.asks,
    )
    # where a note stands among new cards is no part of it
    given = {kept.note.key: replace(row, due=0) for kept, row in rows}
    return Edition(given, stamp(record, delivery), once)


def _rows(found: Sequence[Carded], record: Record, plan: Plan) -> list[tuple[Kept, Row]]:
    studied = []
    for each in found:
        core = [note for note in each.notes if note.tier is Tier.CORE]
        studied.append(Studied(each.front, tuple(identify(core, record))))
    decks = schedule(studied, plan)
    return [
        (placed.kept, row)
        for deck in decks
        for placed, row in zip(deck.notes, render(deck, {}), strict=True)
    ]
