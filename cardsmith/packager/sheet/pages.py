"""A sheet as plain data: what stands on its pages, and the key."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final

from cardsmith.markup import flat, fold
from cardsmith.model import (
    Bank,
    Choice,
    Item,
    Part,
    Runs,
    Sheet,
    Short,
    Text,
    TrueFalse,
    Version,
)
from cardsmith.packager.sheet.maths import Data
from cardsmith.packager.sheet.pieces import Pictures, clean, pieces, width

__all__ = ["LETTERS", "pages"]

LETTERS: Final = "ABCDEFGH"

# Options stand side by side while the longest has no more characters than this.
_IN_FOURS: Final = 14
_THREE: Final = 3
_IN_THREES: Final = 22
_IN_TWOS: Final = 34
_FOOTER: Final = 44
# Handwriting: characters in a ruled line, and how much more pupils need than the model answer.
_WRITTEN: Final = 55
_ROOM: Final = 1.25
# A name of so many characters is written in one line.
_NAME: Final = 40
_FEWEST_LINES: Final = 2
_MOST_LINES: Final = 4
# Signs in a gap: as long as the longest word of the bank is when written by hand.
_GAP: Final = 16
_WIDEST_GAP: Final = 26
_PER_LETTER: Final = 1.4


def pages(sheet: Sheet, pictures: Pictures) -> Data:
    """Everything that is printed, in the order of the paper."""
    return {
        "title": clean(sheet.title),
        "footer": _shortened(clean(sheet.title)),
        "subject": "" if fold(sheet.subject) == fold(sheet.title) else clean(sheet.subject),
        "code": sheet.code,
        "paper": sheet.paper.value,
        "points": sheet.points,
        "versions": [_version(version, pictures) for version in sheet.versions],
        "key": _key(sheet.versions, pictures),
    }


def _shortened(title: str) -> str:
    """A title that fits in one line beside the other words of a footer."""
    return title if len(title) <= _FOOTER else title[: _FOOTER - 1].rsplit(" ", 1)[0] + "…"


def _version(version: Version, pictures: Pictures) -> Data:
    parts: list[Data] = []
    number = 1
    for part in version.parts:
        parts.append(_part(part, number, pictures))
        number += len(part.items)
    return {"letter": version.letter, "parts": parts}


def _part(part: Part, first: int, pictures: Pictures) -> Data:
    mixed = len({item.points for item in part.items}) > 1
    return {
        "heading": part.heading,
        "instructions": part.instructions if mixed else f"{part.instructions} {_worth(part)}",
        "bank": [clean(word) for word in part.bank],
        "gap": _gap(part.bank),
        "questions": [
            {"number": number, "worth": _points(item) if mixed else "", **_question(item, pictures)}
            for number, item in enumerate(part.items, first)
        ],
    }


def _worth(part: Part) -> str:
    """What each question of a part is worth."""
    return f"{_points(part.items[0])} each."


def _points(item: Item) -> str:
    return f"{item.points} point{'' if item.points == 1 else 's'}"


def _gap(bank: Sequence[str]) -> int:
    longest = max((len(word) for word in bank), default=0)
    return min(max(_GAP, ceil(longest * _PER_LETTER)), _WIDEST_GAP)


def _question(item: Item, pictures: Pictures) -> Mapping[str, object]:
    match item.body:
        case Choice(stem=stem, options=options):
            return {
                "is": "choice",
                "stem": pieces(stem, pictures),
                "columns": _columns(options),
                "options": [pieces(option, pictures) for option in options],
            }
        case TrueFalse(statement=statement):
            return {"is": "judge", "stem": pieces(statement, pictures)}
        case Bank(sentence=sentence):
            return {"is": "fill", "stem": pieces(sentence, pictures)}
        case Short(stem=stem, answer=answer):
            return {"is": "write", "stem": pieces(stem, pictures), "lines": _lines(answer)}


def _columns(options: Sequence[Runs]) -> int:
    longest = max(width(option) for option in options)
    if longest <= _IN_FOURS:
        return max(len(options), 4)
    if longest <= _IN_THREES and len(options) == _THREE:
        return _THREE
    return 2 if longest <= _IN_TWOS else 1


def _lines(answer: Sequence[Runs]) -> int:
    if sum(len(flat(line)) for line in answer) <= _NAME:
        return 1
    written = sum(max(len(flat(line)), _WRITTEN // 2) for line in answer) * _ROOM
    return min(max(ceil(written / _WRITTEN), _FEWEST_LINES), _MOST_LINES)


def _key(versions: Sequence[Version], pictures: Pictures) -> Data:
    """The key: answers by version for a quick look, then every answer with where it comes from."""
    places = [_places(version) for version in versions]
    rows: list[Data] = []
    for part in versions[0].parts:
        rows.append({"is": "heading", "text": part.heading})
        rows.extend(
            {
                "is": "answer",
                "places": [place[item.id] for place in places],
                "answer": [pieces(line, pictures) for line in _answer(item)],
                "id": item.id,
                "source": pieces(item.source, pictures) if flat(item.source) else [],
                "document": clean(item.front.question),
            }
            for item in part.items
        )
    return {
        "letters": [version.letter for version in versions],
        "quick": [_quick(version) for version in versions],
        "rows": rows,
    }


def _places(version: Version) -> dict[str, str]:
    """By item: its number in a version, with the letter to mark where there is one."""
    items = [item for part in version.parts for item in part.items]
    return {item.id: f"{number} {_mark(item)}".strip() for number, item in enumerate(items, 1)}


def _mark(item: Item) -> str:
    match item.body:
        case Choice(key=key):
            return LETTERS[key]
        case TrueFalse(truth=truth):
            return "T" if truth else "F"
        case Bank() | Short():
            return ""


def _quick(version: Version) -> Data:
    items = [item for part in version.parts for item in part.items]
    marks = [
        {"number": number, "mark": _mark(item)}
        for number, item in enumerate(items, 1)
        if _mark(item)
    ]
    return {"letter": version.letter, "marks": marks}


def _answer(item: Item) -> tuple[Runs, ...]:
    match item.body:
        case Choice(options=options, key=key):
            return (options[key],)
        case TrueFalse(truth=True):
            return ((Text("True"),),)
        case TrueFalse(correction=correction):
            return ((Text(f"False: {correction}"),),)
        case Bank() as bank:
            return ((Text(bank.answer),),)
        case Short(answer=answer):
            return answer
