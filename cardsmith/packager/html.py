"""Runs and blocks as the HTML of an Anki field, in which nothing but our own marks has a meaning.

A changed byte is a changed note: learners get it again, and lose what they wrote into it. So a
spelling stays as it is, also where another would be nicer.
"""

import re
import unicodedata
from collections.abc import Mapping
from html import escape
from pathlib import PurePosixPath
from typing import Final

from cardsmith.model import (
    Block,
    Blocks,
    Code,
    CodeBlock,
    Emphasis,
    Entry,
    Formula,
    Hole,
    Image,
    Link,
    Listing,
    Lower,
    Marker,
    Math,
    Paragraph,
    Picture,
    Raised,
    Run,
    Runs,
    Strong,
    Table,
    Text,
)

__all__ = ["blocks", "clean", "link", "runs", "text"]

Pictures = Mapping[str, Picture]

# The braces of a hole while the rest is escaped; `clean` takes both from every text.
OPEN: Final = "\x02"
CLOSE: Final = "\x03"

TAGS: Final[Mapping[type, str]] = {Emphasis: "i", Lower: "sub", Raised: "sup", Strong: "b"}

CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x85]")
SURROGATES: Final = re.compile("[\ud800-\udfff]")
WEB: Final = re.compile(r"https?://[^\s]", re.IGNORECASE)
MAIL: Final = re.compile(r"mailto:[^\s]", re.IGNORECASE)

# MathJax starts at \( and \[, in prose too, and does not mind entities: only a character between
# them helps. Code is left alone by MathJax, not by Anki, which looks for them in a field's source.
PROSE_DELIMITER: Final = re.compile(r"\\(?=[(\[]|\Z)")
CODE_DELIMITER: Final = re.compile(r"\\(?=[()\[\]])")

# What Anki takes for a cloze, a sound or a picture of a formula, wherever it stands in a field.
MARKS: Final = re.compile(
    r"\{\{(?=c)|\{(?=\x02)|(?<=\x03)\}|\[(?=sound:|anki:|/?latex\]|/?\$\$?\])", re.IGNORECASE
)
# Two colons begin the hint of a hole; Anki reads this word at its start as a picture with boxes.
HOLE_MARKS: Final = re.compile(r"[{}]|:(?=:|\Z)|(?<=:):|\A:|(?<=\Aimage-occlusion):")


def blocks(parts: Blocks, pictures: Pictures) -> str:
    """Blocks; a single paragraph stands without its tags."""
    if len(parts) == 1 and isinstance(parts[0], Paragraph):
        return _guarded(_paragraph(parts[0], pictures))
    return _guarded("".join([_block(part, pictures) for part in parts]))


def runs(parts: Runs, pictures: Pictures) -> str:
    """Runs in a line."""
    return _guarded(_runs(parts, pictures))


def text(words: str) -> str:
    """Words without markup."""
    return _guarded(_prose(words))


def link(words: str, href: str) -> str:
    """Words that lead to a web address, or only the words where ``href`` is none."""
    return _guarded(_link(words, href))


def clean(words: str) -> str:
    """Text as Anki keeps it: NFC, without control characters other than tab and newline.

    Half of a surrogate pair, which no file can hold, becomes U+FFFD.
    """
    if words.isascii() and words.isprintable():
        return words
    words = SURROGATES.sub("\ufffd", CONTROLS.sub("", BREAKS.sub("\n", words)))
    return unicodedata.normalize("NFC", words)


def _guarded(field: str) -> str:
    """A field whose braces and brackets mean a hole where we made one, and else themselves."""
    if not field.isascii():
        field = unicodedata.normalize("NFC", field)  # an accent may begin a run
    if "{" in field or "[" in field or CLOSE in field:
        field = MARKS.sub(lambda mark: "".join([f"&#{ord(sign)};" for sign in mark[0]]), field)
    return field.replace(OPEN, "{{").replace(CLOSE, "}}")


def _escaped(words: str) -> str:
    # Anki composes a field as a whole: U+0338 after our ">" would turn it into "≯".
    return escape(clean(words), quote=False).replace("\u0338", "&#824;")


def _prose(words: str) -> str:
    escaped = _escaped(words)
    return PROSE_DELIMITER.sub("\\\\\u2060", escaped) if "\\" in escaped else escaped


def _code(words: str) -> str:
    return CODE_DELIMITER.sub("&#92;", _escaped(words))


def _attribute(words: str) -> str:
    return _code(words).replace('"', "&quot;")


def _math(tex: str) -> str:
    """TeX between delimiters; a backslash at the end would hide the closing one."""
    # judged as Anki keeps it: a control character after the backslash is gone by then
    return _escaped(tex) + (" " if clean(tex).endswith("\\") else "")


def _runs(parts: Runs, pictures: Pictures) -> str:
    return "".join([_run(part, pictures) for part in parts])


def _run(run: Run, pictures: Pictures) -> str:
    match run:
        case Text(text=words):
            return _prose(words)
        case Strong() | Emphasis() | Raised() | Lower():
            return _tagged(TAGS[type(run)], _prose(run.text))
        case Code(text=words):
            return _tagged("code", _code(words))
        case Math(text=tex):
            return rf"\({_math(tex)}\)"
        case Link() | Image() | Hole():
            return _thing(run, pictures)


def _thing(run: Link | Image | Hole, pictures: Pictures) -> str:
    match run:
        case Link(text=words, href=href):
            return _link(words, href)
        case Image():
            return _image(run, pictures)
        case Hole():
            return _hole(run, pictures)


def _tagged(tag: str, inner: str) -> str:
    return f"<{tag}>{inner}</{tag}>" if inner else ""


def _link(words: str, href: str) -> str:
    if not (WEB.match(href) or MAIL.match(href)):
        return _prose(words)
    return f'<a href="{_attribute(href)}">{_prose(words)}</a>'


def _image(image: Image, pictures: Pictures) -> str:
    """A picture of the package; one that it does not hold is told in words."""
    picture = pictures.get(image.src)
    if picture is None:
        return _prose(image.text or PurePosixPath(image.src).stem)
    return f'<img src="{picture.name}" alt="{_attribute(image.text)}">'


def _hole(hole: Hole, pictures: Pictures) -> str:
    """``{{c1::text::hint}}``; without text there is nothing to ask, and no hole."""
    inner = _runs(hole.runs, pictures)
    if not clean(hole.text).strip():
        return inner
    hint = f"::{_sealed(_prose(hole.hint))}" if clean(hole.hint).strip() else ""
    return f"{OPEN}c{hole.number}::{_sealed(inner)}{hint}{CLOSE}"


def _sealed(inner: str) -> str:
    return HOLE_MARKS.sub(lambda mark: f"&#{ord(mark[0])};", inner)


def _block(block: Block, pictures: Pictures) -> str:
    match block:
        case Paragraph():
            return _tagged("p", _paragraph(block, pictures))
        case CodeBlock():
            return _code_block(block)
        case Formula(text=tex):
            return rf'<div class="formula">\[{_math(tex)}\]</div>'
        case Table():
            return _table(block, pictures)
        case Listing():
            return _listing(block, pictures)


def _paragraph(paragraph: Paragraph, pictures: Pictures) -> str:
    inner = [_runs(sentence.runs, pictures) for sentence in paragraph.sentences]
    return " ".join([sentence for sentence in inner if sentence])


def _code_block(block: CodeBlock) -> str:
    words = block.language.split()
    language = re.sub(r"[^A-Za-z0-9+#.-]", "", words[0]) if words else ""
    start = f'<code class="language-{language}">' if language else "<code>"
    return f"<pre>{start}{_code(block.text)}</code></pre>"


def _table(table: Table, pictures: Pictures) -> str:
    """A table in a box of its own, which a phone can scroll."""
    head = _row("th", table.header, pictures)
    body = "".join([_row("td", cells, pictures) for cells in table.rows])
    thead = _tagged("thead", head if any(table.header) else "")
    return f'<div class="table"><table>{thead}{_tagged("tbody", body)}</table></div>'


def _row(tag: str, cells: tuple[Runs, ...], pictures: Pictures) -> str:
    return f"<tr>{''.join([f'<{tag}>{_runs(cell, pictures)}</{tag}>' for cell in cells])}</tr>"


def _listing(listing: Listing, pictures: Pictures) -> str:
    if listing.marker is Marker.BULLET:
        items = [f"<li>{_entry(entry, pictures)}</li>" for entry in listing.entries]
        return f"<ul>{''.join(items)}</ul>"
    items = []
    due = 1
    for entry in listing.entries:
        number = entry.number or due
        start = "<li>" if number == due else f'<li value="{number}">'
        items.append(f"{start}{_entry(entry, pictures)}</li>")
        due = number + 1
    return f"<ol>{''.join(items)}</ol>"


def _entry(entry: Entry, pictures: Pictures) -> str:
    """An entry; its first paragraph goes on in the line of its label."""
    label = _tagged("b", _prose(entry.label))
    if not entry.blocks or not isinstance(entry.blocks[0], Paragraph):
        return label + "".join([_block(block, pictures) for block in entry.blocks])
    first = _paragraph(entry.blocks[0], pictures)
    rest = [_block(block, pictures) for block in entry.blocks[1:]]
    return "".join([label, _joint(entry.label, first), first, *rest])


def _joint(label: str, first: str) -> str:
    """What stands between a label and its text, which may bring a sign of its own."""
    if not label or not first or first.startswith((":", ",", ";", ".")):
        return ""
    if label.endswith((":", ".", "?", "!")) or first.startswith(("–", "—", "(")):
        return " "
    return ": "
