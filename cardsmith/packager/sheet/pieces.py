"""Runs of text as plain data, a dictionary each, for the page template to draw."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, TypeAlias

from cardsmith.markup.formulas import Refused
from cardsmith.markup.mathml import read
from cardsmith.markup.speech import spoken
from cardsmith.model import (
    Code,
    Emphasis,
    Hole,
    Image,
    Link,
    Lower,
    Math,
    Picture,
    Raised,
    Run,
    Runs,
    Strong,
    Text,
)
from cardsmith.packager.sheet.maths import Data, drawn

__all__ = ["Pictures", "clean", "pieces", "width"]

Pictures: TypeAlias = Mapping[str, Picture]

_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u200b-\u200f\u202a-\u202e]"
)
_COMMAND: Final = re.compile(r"\\[a-zA-Z]+\s*|[{}^_\s]")
_NAMES: Final[Mapping[type, str]] = {
    Emphasis: "emphasis",
    Link: "text",
    Lower: "lowered",
    Raised: "raised",
    Strong: "strong",
    Text: "text",
}


def clean(text: str) -> str:
    """Text without control characters and marks that take no room, white space as single blanks."""
    return re.sub(r"\s+", " ", _UNSEEN.sub("", text))


def pieces(runs: Runs, pictures: Pictures) -> list[Data]:
    """Runs as data; every dictionary says under ``is`` what it is."""
    return [_piece(run, pictures) for run in runs]


def _piece(run: Run, pictures: Pictures) -> Data:
    match run:
        case Text() | Strong() | Emphasis() | Raised() | Lower() | Link():
            return {"is": _NAMES[type(run)], "text": clean(run.text)}
        case Code(text=text):
            # code of more than one line gets a box of its own
            return {"is": "listing" if "\n" in text else "code", "text": _UNSEEN.sub("", text)}
        case Math(text=tex):
            return _formula(tex)
        case Image(text=text, src=src):
            return _image(text, pictures.get(src))
        case Hole():
            return {"is": "gap"}


@cache
def _formula(tex: str) -> Data:
    """A formula; one that is not understood stands as it was written."""
    node = read(tex)
    if isinstance(node, Refused):
        return {"is": "code", "text": clean(tex)}
    return {"is": "formula", "part": drawn(node), "spoken": clean(spoken(node)) or "formula"}


def _image(text: str, picture: Picture | None) -> Data:
    said = clean(text) or "picture"
    if picture is None:
        return {"is": "text", "text": f"[{said}]"}
    return {"is": "image", "name": picture.name, "spoken": said}


def width(runs: Runs) -> int:
    """About how many characters wide runs are on paper."""
    return sum(
        len(_COMMAND.sub("", run.text) if isinstance(run, Math) else run.text) for run in runs
    )
