r"""Runs and blocks as Markdown that reads as the same again, for people to edit.

Formulas stand between ``\(`` and ``\)``, which never mean money; holes are Anki's.
"""

import re
from collections.abc import Iterator, Mapping
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
    Raised,
    Run,
    Runs,
    Strong,
    Table,
    Text,
)

__all__ = ["markdown", "one_line"]

_SIGNS: Final = re.compile(r"[\\*`$]|(?<!\w)_|_(?!\w)|(?<==)=|~(?=~)|(?<={){(?=c)")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
# what begins a list, a heading, a quotation or a rule where it begins a line
_START: Final = re.compile(r"(\d{1,9})([.)])(?=\s|$)|([-+#>=|])|(Q|A)(?=\d*:)")
_TAGS: Final[Mapping[type, str]] = {Strong: "b", Emphasis: "i", Raised: "sup", Lower: "sub"}
_ASTERISKS: Final[Mapping[type, str]] = {Strong: "**", Emphasis: "*"}
_PLAIN: Final = re.compile(r"\w(?:.*\w)?")
_TICKS: Final = re.compile(r"`+")


def markdown(blocks: Blocks) -> str:
    """Blocks as the text that people would write for them."""
    return "\n\n".join("\n".join(_block(block)) for block in blocks)


def one_line(runs: Runs) -> str:
    """Runs as one line."""
    return _started("".join(_line(runs)))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(sentences=sentences):
            yield one_line(tuple(_joined([sentence.runs for sentence in sentences])))
        case CodeBlock(text=text, language=language):
            fence = "`" * max(3, _longest(text) + 1)
            yield from (f"{fence}{language}", *text.split("\n"), fence)
        case Formula(text=text):
            yield from ("$$", text, "$$")
        case Listing(entries=entries, marker=marker):
            for entry in entries:
                yield from _entry(entry, marker)
        case Table(header=header, rows=rows):
            yield _row(header)
            yield "|" + " --- |" * len(header)
            yield from map(_row, rows)


def _joined(lines: list[Runs]) -> Iterator[Run]:
    for place, runs in enumerate(lines):
        yield from (Text(" "), *runs) if place else runs


def _entry(entry: Entry, marker: Marker) -> Iterator[str]:
    lead = f"{entry.number}. " if marker is Marker.NUMBER else "- "
    # text goes on behind a label, anything else stands below it
    below = " " if entry.blocks and isinstance(entry.blocks[0], Paragraph) else "\n"
    label = f"**{_words(entry.label)}**:{below}" if entry.label else ""
    first, *others = (label + markdown(entry.blocks)).split("\n")
    yield lead + first
    yield from (" " * len(lead) + line if line else "" for line in others)


def _row(cells: tuple[Runs, ...]) -> str:
    return "| " + " | ".join(one_line(cell).replace("|", "\\|") for cell in cells) + " |"


def _started(line: str) -> str:
    """The line with a sign before what would begin a list or a heading."""
    match = _START.match(line)
    if match is None:
        return line
    if match[1]:
        return f"{match[1]}\\{line[match.end(1) :]}"
    return f"&#{ord(line[0])};{line[1:]}"


def _line(runs: Runs) -> Iterator[str]:
    before: Run = Text("")
    for run in runs:
        yield _run(run, before)
        before = run


def _run(run: Run, before: Run) -> str:
    match run:
        case Text(text=text):
            return _words(text)
        case Strong() | Emphasis() | Raised() | Lower():
            return _tagged(run, before)
        case Link(text=text, href=href):
            return f"[{_words(text)}](<{href}>)"
        case Image(text=text, src=src):
            return f"![{_words(text)}](<{src}>)"
        case Code() | Math() | Hole():
            return _whole(run)


def _tagged(run: Strong | Emphasis | Raised | Lower, before: Run) -> str:
    """Asterisks where they are read for sure, else a tag."""
    words = _words(run.text)
    sign = _ASTERISKS.get(type(run), "")
    if sign and _PLAIN.fullmatch(run.text) and not isinstance(before, Strong | Emphasis):
        return f"{sign}{words}{sign}"
    tag = _TAGS[type(run)]
    return f"<{tag}>{words}</{tag}>"


def _whole(run: Code | Math | Hole) -> str:
    match run:
        case Code(text=text):
            return _code(text)
        case Math(text=tex):
            return rf"\({tex}\)"
        case Hole(number=number, hint=hint):
            words = "".join(_line(run.runs)) + (f"::{hint}" if hint else "")
            return f"{{{{c{number or 1}::{words}}}}}"


def _words(text: str) -> str:
    text = _ENTITY.sub("&amp;", _SIGNS.sub(r"\\\g<0>", text))
    return text.replace("<", "&lt;").replace("](", "]&#40;")


def _code(text: str) -> str:
    ticks = "`" * (_longest(text) + 1)
    room = " " if text[:1] in {"`", " "} or text[-1:] in {"`", " "} else ""
    return f"{ticks}{room}{text}{room}{ticks}"


def _longest(text: str) -> int:
    return max((len(match[0]) for match in _TICKS.finditer(text)), default=0)
