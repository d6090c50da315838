r"""A sheet as JSON, for scripts: a list of questions in the order of the first version.

Each question is an object with

- ``id``, ``kind``, ``points``: as on paper
- ``stem``: plain text; a gap is ``________``, a formula stands between ``\(`` and ``\)``
- ``options``: the options in the order of the first version, the words of the bank for a gap,
  ``["True", "False"]`` for a statement, none for a question answered in own words
- ``answer_index``: the place of the right option, from 0; or, where an answer is written,
- ``answers``: the words of the gap, or the lines of the model answer
- ``correction``: what should stand in a false statement, "" for a true one
- ``doc``: the key of the document, ``card``: the key of the note, ``source``: the sentence it was
  made from
"""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from cardsmith.markup import flat
from cardsmith.model import (
    Bank,
    Choice,
    Hole,
    Image,
    Item,
    Math,
    Part,
    Picture,
    Run,
    Runs,
    Sheet,
    Short,
    TrueFalse,
)

__all__ = ["write"]

_GAP: Final = "________"


def write(sheet: Sheet, _pictures: Mapping[str, Picture]) -> bytes:
    """The questions of a sheet; pictures are told by their alternative text."""
    questions = [_question(item, part) for part in sheet.versions[0].parts for item in part.items]
    return f"{json.dumps(questions, ensure_ascii=False, indent=1)}\n".encode(errors="replace")


def _question(item: Item, part: Part) -> Mapping[str, object]:
    return {
        "id": item.id,
        "kind": item.kind,
        "points": item.points,
        **dict(_asked(item, part)),
        "doc": item.front.key,
        "card": item.note,
        "source": flat(item.source),
    }


def _asked(item: Item, part: Part) -> Iterator[tuple[str, object]]:
    match item.body:
        case Choice(stem=stem, options=options, key=key):
            yield "stem", _text(stem)
            yield "options", [_text(option) for option in options]
            yield "answer_index", key
        case TrueFalse(statement=statement, truth=truth, correction=correction):
            yield "stem", _text(statement)
            yield "options", ["True", "False"]
            yield "answer_index", 0 if truth else 1
            yield "correction", correction
        case Bank(sentence=sentence) as bank:
            yield "stem", _text(sentence)
            yield "options", list(part.bank)
            yield "answers", [bank.answer]
        case Short(stem=stem, answer=answer):
            yield "stem", _text(stem)
            yield "options", []
            yield "answers", [_text(line) for line in answer]


def _text(runs: Runs) -> str:
    return "".join(_spelled(run) for run in runs)


def _spelled(run: Run) -> str:
    match run:
        case Hole():
            return _GAP
        case Math(text=tex):
            return rf"\({tex}\)"
        case Image(text=text):
            return f"[{text}]"
        case _:
            return run.text
