"""Questions and answers with the markup of the sentence that they were made from."""

import re
from dataclasses import replace
from typing import Final

from cardsmith.cards.casing import Casing, capital
from cardsmith.cards.questions.question import Question
from cardsmith.grammar import Pieces
from cardsmith.markup import cut, flat
from cardsmith.model import Emphasis, Runs, Strong, Text

__all__ = ["answered", "worded"]

_CLOSING: Final = re.compile(r"[,;:.?!)\]%]|[’'](?:s\b|\W|$)|[\"”]$")


def answered(question: Question) -> Runs:
    """The answer as it stands in the sentence, with its markup, where it stands there in one."""
    asked, runs = question.asked, question.piece.runs
    at = question.piece.text.find(question.answer, asked.start, asked.end)
    found = cut(runs, at, at + len(question.answer)) if at >= 0 else ()
    if flat(found) != question.answer:
        return (Text(capital(question.answer)),)
    first, *rest = found
    if isinstance(first, Text | Strong | Emphasis):
        return (replace(first, text=capital(first.text)), *rest)
    return found


def worded(runs: Runs, pieces: Pieces, casing: Casing) -> Runs:
    """The question with the markup of its sentence: single spaces, none before a closing sign.

    The sentence's first word, further in now, loses the capital that the sentence gave it.
    """
    text = flat(runs)
    made: list[Runs] = []
    last = -1
    for piece in pieces:
        start, end = (-1, -1) if isinstance(piece, str) else piece
        while start < end and text[start].isspace():
            start += 1
        part: Runs = (Text(piece),) if isinstance(piece, str) else cut(runs, start, end)
        if made and start == 0 and isinstance(part[0], Text):
            part = (Text(casing.start(part[0].text)), *part[1:])
        if flat(part):
            joined = not made or (start >= 0 and start == last) or _CLOSING.match(flat(part))
            made.append(part if joined else (Text(" "), *part))
            last = end
    return tuple(run for part in made for run in part)
