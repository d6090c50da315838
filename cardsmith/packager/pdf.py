"""A sheet as a printable, tagged PDF (PDF/UA-1): versions, then the key on its own page.

The engine is pinned and sees no clock and no fonts but its own, so equal sheets give equal bytes.
"""

import json
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

import typst

from cardsmith.diagnostics import CardsmithError
from cardsmith.markup.formulas import Refused
from cardsmith.markup.mathml import read
from cardsmith.model import (
    Bank,
    Choice,
    Code,
    Image,
    Item,
    Math,
    Picture,
    Runs,
    Sheet,
    Short,
    Text,
    TrueFalse,
)
from cardsmith.packager.sheet.maths import signs
from cardsmith.packager.sheet.pages import pages
from cardsmith.packager.sheet.pieces import Pictures, clean

__all__ = ["printable", "write"]

_TEMPLATE: Final = ("maths.typ", "sheet.typ")
_JOINERS: Final = "\u200d\ufe0e\ufe0f"
_MEMORY: Final = 10_000
_TRIAL: Final = """
#set document(title: "trial")
#set text(font: "Libertinus Serif")
#let trial = sys.inputs.text
#if sys.inputs.face == "code" { raw(trial) } else if sys.inputs.face == "maths" {
  math.equation(alt: "trial", [#symbol(trial)])
} else { trial }
"""
_PICTURE_TRIAL: Final = """
#set document(title: "trial")
#image(bytes(json(bytes(sys.inputs.picture))), alt: "trial")
"""


def write(sheet: Sheet, pictures: Pictures) -> bytes:
    """All versions, each with its own page numbers, and the key.

    Pictures that are missing or cannot be drawn are told by their alternative text. Items are to be
    asked for with ``printable`` before they get into a sheet.
    """
    for text in (sheet.title, sheet.subject):
        if strange := _missing((("text", clean(text)),)):
            raise CardsmithError(f"the title {text!r} cannot be printed: {strange}; choose another")
    shown = {src: pictures[src] for src in _sources(sheet) if _drawable(pictures.get(src))}
    data = {
        "sheet": json.dumps(pages(sheet, shown)),
        "pictures": json.dumps({each.name: list(each.content) for each in shown.values()}),
    }
    try:
        return _compiled(_template(), data)
    except typst.TypstError as fault:
        raise CardsmithError(
            f"the quiz {sheet.code} cannot be printed: {fault.message}; "
            f"leave its documents out one by one to find the one that is at fault"
        ) from fault


def printable(item: Item) -> str:
    """Why an item cannot be printed: a formula or a character not known; "" where it can be."""
    for runs in _texts(item):
        for run in runs:
            if isinstance(run, Math) and isinstance(node := read(run.text), Refused):
                return f"formula {run.text!r}: {node.reason}"
    return _missing(tuple(_faces(item)))


@cache
def _engine() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)


@cache
def _template() -> str:
    folder = files("cardsmith.packager.sheet")
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in _TEMPLATE)


def _compiled(source: str, data: dict[str, str]) -> bytes:
    made, warnings = _engine().compile_with_warnings(
        source.encode(), format="pdf", sys_inputs=data, pdf_standards=["ua-1"], timestamp=0
    )
    # an unknown font is no more than a warning: the sheet would silently have another face
    if warnings or not isinstance(made, bytes):
        said = "; ".join(warning.message for warning in warnings)
        raise CardsmithError(f"the page template is at fault ({said}): install cardsmith again")
    return made


def _texts(item: Item) -> Iterator[Runs]:
    """All that is printed of an item, on its page and in the key."""
    yield item.source
    yield (Text(item.front.question),)
    match item.body:
        case Choice(stem=stem, options=options):
            yield stem
            yield from options
        case TrueFalse(statement=statement, correction=correction):
            yield statement
            yield (Text(correction),)
        case Bank(sentence=sentence, spares=spares) as bank:
            yield sentence
            yield from ((Text(word),) for word in (bank.answer, *spares))
        case Short(stem=stem, answer=answer):
            yield stem
            yield from answer


def _faces(item: Item) -> Iterator[tuple[str, str]]:
    """The texts of an item, each with the face that it is set in."""
    for runs in _texts(item):
        for run in runs:
            match run:
                case Math(text=tex):
                    node = read(tex)
                    if not isinstance(node, Refused):
                        yield from signs(node)
                case Code(text=text):
                    yield "code", text
                case _:
                    yield "text", clean(run.text)


def _missing(texts: tuple[tuple[str, str], ...]) -> str:
    """A character that no font of the engine has, told in words; "" where all are there."""
    for face, text in texts:
        if text.isascii():
            continue
        for cluster in _clusters(text):
            if not _has(face, cluster):
                return f"no font of the sheet has the character {cluster!r}"
    return ""


def _clusters(text: str) -> Iterator[str]:
    """The characters outside ASCII, each with the marks that are written on it."""
    cluster = ""
    for sign in text:
        if cluster and (unicodedata.category(sign).startswith("M") or sign in _JOINERS):
            cluster += sign
            continue
        if not cluster.isascii():
            yield cluster
        cluster = sign
    if not cluster.isascii():
        yield cluster


@lru_cache(maxsize=_MEMORY)
def _has(face: str, cluster: str) -> bool:
    try:
        _compiled(_TRIAL, {"face": face, "text": cluster})
    except typst.TypstError:
        return False
    return True


def _sources(sheet: Sheet) -> list[str]:
    """The pictures of a sheet, by their place."""
    items = (item for part in sheet.versions[0].parts for item in part.items)
    runs = (run for item in items for text in _texts(item) for run in text)
    return sorted({run.src for run in runs if isinstance(run, Image)})


def _drawable(picture: Picture | None) -> bool:
    return picture is not None and _is_image(picture.content)


@lru_cache(maxsize=256)
def _is_image(content: bytes) -> bool:
    try:
        _compiled(_PICTURE_TRIAL, {"picture": json.dumps(list(content))})
    except typst.TypstError:
        return False
    return True
