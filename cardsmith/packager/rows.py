"""Notes as Anki stores them: a note type, the text of each field, tags, and the cards to make."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from cardsmith.diagnostics import CardsmithError
from cardsmith.markup import flat, fold, plain
from cardsmith.model import QA, Body, Cloze, Deck, Front, Note, Picture, Placed, Term
from cardsmith.packager import html, notetypes

__all__ = ["Release", "Row", "render", "renewed", "whole"]

Pictures = Mapping[str, Picture]

HOLES: Final = re.compile(r"\{\{c(\d+)::")
MOST_HOLES: Final = 500


@dataclass(frozen=True, slots=True)
class Row:
    """A note in a deck of Anki's.

    ``fields`` are HTML, in the order of the note type. ``tags`` are sorted and hold no space.
    ``ordinals`` are its cards: places of templates, or cloze numbers less one.
    """

    guid: str
    notetype: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    due: int
    ordinals: tuple[int, ...]

    @property
    def digest(self) -> str:
        """Equal as long as an import has nothing to bring: of note type, fields and tags."""
        # Neither separator occurs in a field or tag, so different parts never meet in one text.
        parts = "\x1e".join((self.notetype, "\x1f".join(self.fields), "\x1f".join(self.tags)))
        return blake2b(parts.encode(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Release:
    """What a deck is released with.

    ``pictures`` by ``Image.src``; ``modified`` tells when each note last changed, in seconds since
    1970, by GUID. An update brings the notes with the GUIDs ``changed``, and ``tombs`` for notes
    that are given up; ``modified`` has their times, too.
    """

    pictures: Pictures
    modified: Mapping[str, int]
    changed: Set[str] = frozenset()
    tombs: tuple[Row, ...] = ()


def whole(rows: Sequence[Row], _release: Release) -> tuple[Row, ...]:
    """All notes of a deck."""
    return tuple(rows)


def renewed(rows: Sequence[Row], release: Release) -> tuple[Row, ...]:
    """The notes of a deck that an update brings, and the tombstones."""
    return (*[row for row in rows if row.guid in release.changed], *release.tombs)


def render(deck: Deck, pictures: Pictures) -> tuple[Row, ...]:
    """The rows of a deck, in its order; ``pictures`` by ``Image.src``."""
    return tuple([_row(placed, pictures) for placed in deck.notes])


def _row(placed: Placed, pictures: Pictures) -> Row:
    note = placed.kept.note
    notetype, filled = _body(note, pictures)
    filled["ID"] = placed.kept.guid
    filled["Context"] = html.text(note.context)
    filled["Extra"] = _extra(note, pictures)
    filled["Source"] = _source(placed.front, note.section)
    return Row(
        guid=placed.kept.guid,
        notetype=notetype,
        fields=tuple([filled.get(name, "") for name in notetypes.FIELDS[notetype]]),
        tags=_tags(placed.tags),
        due=placed.due,
        ordinals=_ordinals(note, filled),
    )


def _tags(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags as Anki can keep them: a space would cut one in two."""
    return tuple(sorted({"-".join(html.clean(tag).split()) for tag in tags} - {""}))


def _body(note: Note, pictures: Pictures) -> tuple[str, dict[str, str]]:
    match note.body:
        case QA(front=front, back=back):
            sides = {"Front": html.blocks(front, pictures), "Back": html.blocks(back, pictures)}
            return notetypes.QA, sides
        case Term():
            return notetypes.TERM, _term(note.body, pictures)
        case Cloze(text=text):
            return notetypes.CLOZE, {"Text": html.blocks(text, pictures)}


def _term(term: Term, pictures: Pictures) -> dict[str, str]:
    name = html.runs(term.name, pictures)
    return {
        "Term": html.runs(term.term, pictures),
        "Definition": html.runs(term.definition, pictures),
        "Ask": html.runs(term.ask, pictures),
        "Name": name,
        "Reverse context": html.text(term.reverse_context),
        "Reverse": "1" if name else "",
    }


def _ordinals(note: Note, filled: Mapping[str, str]) -> tuple[int, ...]:
    """The cards of a note; one without a card would be invisible in Anki."""
    ordinals = _asked(note.body, filled)
    if not ordinals or not 0 <= ordinals[0] <= ordinals[-1] < MOST_HOLES:
        raise CardsmithError(
            f"{note.span}: the note {note.key} makes no card in Anki: it needs a front, or holes"
            f" with numbers from 1 to {MOST_HOLES}; drop it in the overrides of its document"
        )
    return ordinals


def _asked(body: Body, filled: Mapping[str, str]) -> tuple[int, ...]:
    match body:
        case QA():
            return (0,) if filled["Front"] else ()
        case Term():
            return tuple([at for at, side in enumerate(("Ask", "Name")) if filled[side]])
        case Cloze():
            return tuple(sorted({int(number) - 1 for number in HOLES.findall(filled["Text"])}))


def _extra(note: Note, pictures: Pictures) -> str:
    """The sentence behind a note, unless the card shows that sentence itself, and its pictures."""
    shown = fold(_shown(note.body))
    source = "" if fold(flat(note.source)) in shown else html.runs(note.source, pictures)
    images = [
        html.runs((image,), pictures)
        for image in note.images
        if image.src in pictures and image not in note.source
    ]
    return "<br>".join(part for part in (source, *images) if part)


def _shown(body: Body) -> str:
    match body:
        case QA(back=back):
            return plain(back)
        case Term(definition=definition):
            return flat(definition)
        case Cloze(text=text):
            return plain(text)


def _source(front: Front, section: str) -> str:
    question = html.link(front.question, front.url)
    return f"{question} · {html.text(section)}" if section else question
