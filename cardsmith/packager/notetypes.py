"""The three note types, frozen: what learners have in their collections for years.

Names, ids and order of fields and templates, and which field sorts, never change again: Anki would
refuse the text of every later deck. A new need takes a spare field, which may be renamed since it
has an id. Templates and css may change; then, and only then, ``TEMPLATES_FROM`` moves on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from genanki import Model

__all__ = ["CLOZE", "FIELDS", "MODEL_IDS", "QA", "TEMPLATES_FROM", "TERM", "model"]

QA: Final = "cardsmith QA v1"
TERM: Final = "cardsmith Term v1"
CLOZE: Final = "cardsmith Cloze v1"

# When templates and css were last changed (2026-11-24): learners who have older ones get them.
TEMPLATES_FROM: Final = 1_795_478_400

# Anki's numbers for the column that a note is sorted by, and for notes without and with holes.
SORT_FIELD: Final = 1
FRONT_AND_BACK: Final = 0
WITH_HOLES: Final = 1

MINE: Final = "My notes"
HELP: Final[Mapping[str, str]] = {
    "ID": "The deck finds this note again by it. Please leave it as it is.",
    "Retired": "Filled when the deck gave this note up; it then has no card.",
    "Reverse": "Anything in here makes the second card.",
    "Source": "Where this is from.",
    MINE: "Yours. Shown under the answer; a new deck leaves it alone unless this note changed.",
}
# Fields that learners never edit, folded in the editor.
FOLDED: Final = frozenset(
    {"ID", "Reverse", "Retired", "Source", "Spare 1", "Spare 2", "Spare 3"},
)


@dataclass(frozen=True, slots=True)
class Template:
    """One card of a note type: ``theme/<file>.front.html`` and ``theme/<file>.back.html``.

    ``browser`` is what Anki's list of cards shows of the front, without topic line and hint.
    ``shows`` are the fields of which one must be filled, by their place.
    """

    id: int
    name: str
    file: str
    browser: str
    shows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NoteType:
    """Fields in their order, each with its id, and templates."""

    id: int
    kind: int
    fields: tuple[tuple[int, str], ...]
    templates: tuple[Template, ...]


NOTE_TYPES: Final[Mapping[str, NoteType]] = {
    CLOZE: NoteType(
        id=1_517_208_493_671,
        kind=WITH_HOLES,
        fields=(
            (517_301, "ID"),
            (517_302, "Text"),
            (517_303, "Extra"),
            (517_304, "Source"),
            (517_305, "Context"),
            (517_306, "Hint"),
            (517_307, "Retired"),
            (517_308, "Spare 1"),
            (517_309, "Spare 2"),
            (517_310, "Spare 3"),
            (517_311, MINE),
        ),
        templates=(Template(517_391, "Cloze", "cloze", "{{cloze:Text}}", (1,)),),
    ),
    QA: NoteType(
        id=1_517_208_493_649,
        kind=FRONT_AND_BACK,
        fields=(
            (517_101, "ID"),
            (517_102, "Front"),
            (517_103, "Back"),
            (517_104, "Extra"),
            (517_105, "Source"),
            (517_106, "Context"),
            (517_107, "Hint"),
            (517_108, "Retired"),
            (517_109, "Spare 1"),
            (517_110, "Spare 2"),
            (517_111, "Spare 3"),
            (517_112, MINE),
        ),
        templates=(Template(517_191, "Question", "qa", "{{Front}}", (1,)),),
    ),
    TERM: NoteType(
        id=1_517_208_493_660,
        kind=FRONT_AND_BACK,
        fields=(
            (517_201, "ID"),
            (517_202, "Term"),
            (517_203, "Definition"),
            (517_204, "Ask"),
            (517_205, "Name"),
            (517_206, "Extra"),
            (517_207, "Source"),
            (517_208, "Context"),
            (517_209, "Reverse context"),
            (517_210, "Hint"),
            (517_211, "Reverse"),
            (517_212, "Retired"),
            (517_213, "Spare 1"),
            (517_214, "Spare 2"),
            (517_215, "Spare 3"),
            (517_216, MINE),
        ),
        templates=(
            Template(517_291, "Meaning", "term-meaning", "{{Ask}}", (3,)),
            Template(517_292, "Term", "term-name", "{{Name}}", (4, 10)),
        ),
    ),
}

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    name: tuple([field for _, field in notetype.fields]) for name, notetype in NOTE_TYPES.items()
}
MODEL_IDS: Final[Mapping[str, int]] = {name: notetype.id for name, notetype in NOTE_TYPES.items()}


class _Frozen(Model):  # type: ignore[misc]  # genanki has no types
    """A model that knows itself which fields its fronts need.

    genanki would work it out from the templates, and finds that ``{{^Retired}}`` on a front needs
    every field; Anki works it out for itself.
    """

    _req: list[tuple[int, str, list[int]]]

    def __init__(self, name: str, notetype: NoteType) -> None:
        super().__init__(
            model_id=notetype.id,
            name=name,
            fields=[_field(number, field) for number, field in notetype.fields],
            templates=[_template(template) for template in notetype.templates],
            css=_theme("card.css"),
            model_type=notetype.kind,
            sort_field_index=SORT_FIELD,
        )
        self._req = [(at, "any", list(t.shows)) for at, t in enumerate(notetype.templates)]


@cache
def model(name: str) -> Model:
    """A note type as genanki writes it."""
    return _Frozen(name, NOTE_TYPES[name])


def _field(number: int, name: str) -> dict[str, Any]:
    """A field as Anki's JSON has it; one that is taken away would make later decks conflict."""
    return {
        "id": number,
        "name": name,
        "font": "Arial",
        "description": HELP.get(name, ""),
        "collapsed": name in FOLDED,
        "preventDeletion": True,
    }


def _template(template: Template) -> dict[str, Any]:
    return {
        "id": template.id,
        "name": template.name,
        "qfmt": _theme(f"{template.file}.front.html"),
        "afmt": _theme(f"{template.file}.back.html"),
        "bqfmt": template.browser,
    }


def _theme(name: str) -> str:
    return files("cardsmith.packager").joinpath("theme", name).read_text(encoding="utf-8")
