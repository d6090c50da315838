"""Bytes of a file into front matter and body, each value with its place; the door to YAML.

python-frontmatter strips what it reads and says nothing where the closing fence is missing: so the
fences are found here, and the library is handed only what lies between them.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import Any, Final, NamedTuple

import frontmatter
import yaml

from cardsmith.diagnostics import Diagnostic, quoted
from cardsmith.model import Span
from cardsmith.parser import limits, merges
from cardsmith.parser.places import Lines

__all__ = ["Field", "Form", "Source", "read"]

_NODES: Final = 10_000
_DEPTH: Final = 40
_OPEN: Final = re.compile(r"\s*?^---[ \t]*$", re.MULTILINE)
_CLOSE: Final = re.compile(r"\n---[ \t]*(?=\n|\Z)")
_UNPRINTABLE: Final = re.compile(
    "[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff"
)
_SAFE: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TAGS: Final = {
    yaml.MappingNode: "tag:yaml.org,2002:map",
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
}


class Form(StrEnum):
    """How a value of the front matter is built."""

    LIST = "list"
    MAPPING = "mapping"
    NOTHING = "nothing"
    TEXT = "text"


class Field(NamedTuple):
    """A value of the front matter: ``start`` and ``end`` are offsets in the file.

    Numbers and dates stay as they were written. ``style`` is YAML's sign before a text.
    """

    form: Form
    start: int
    end: int
    text: str = ""
    style: str = ""
    items: "tuple[Field, ...]" = ()
    fields: "Mapping[str, Field] | None" = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file that could be read: its text, its front matter, and where its body starts."""

    lines: Lines
    text: str
    fields: Mapping[str, Field]
    body: int


class _FaultError(Exception):
    """A fault on the way; caught in this file."""

    def __init__(self, offset: int, code: str, message: str) -> None:
        super().__init__(message)
        self.offset, self.code, self.message = offset, code, message


def read(path: str, content: bytes) -> Source | Diagnostic:
    """The front matter and the body of a file, or the first fault that keeps it from being read."""
    if len(content) > limits.LARGEST:
        message = f"the file is larger than {limits.LARGEST // 1_000_000} MB; split it"
        return Diagnostic(Span(path, 1, 1), "too-large", message)
    text = _text(path, content)
    if isinstance(text, Diagnostic):
        return text
    lines = Lines.of(path, text)
    try:
        return _split(lines, text)
    except _FaultError as fault:
        return Diagnostic(lines.span(fault.offset), fault.code, fault.message)


def _text(path: str, content: bytes) -> str | Diagnostic:
    """The text of a file: newlines as newlines, composed letters, no byte order mark."""
    try:
        text = _newlines(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = _newlines(content[: error.start].decode("utf-8-sig"))
        message = f"byte 0x{content[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return _after(path, before, "not-utf8", message)
    try:
        _check(text)
    except _FaultError as fault:
        return _after(path, text[: fault.offset], fault.code, fault.message)
    return unicodedata.normalize("NFC", text)


def _after(path: str, before: str, code: str, message: str) -> Diagnostic:
    """A fault right after the beginning of a text; letters and their marks count as one."""
    if limits.piled(before) < 0:
        before = unicodedata.normalize("NFC", before)
    return Diagnostic(Lines.of(path, before).span(len(before)), code, message)


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _check(text: str) -> None:
    """Refuse what is no text that people wrote."""
    if not text.strip():
        raise _FaultError(0, "empty", "the file is empty; write it or remove it")
    piled = limits.piled(text)
    if piled >= 0:
        message = "more accents stand on one letter than can be read; remove them"
        raise _FaultError(piled, "too-many-accents", message)
    nul = text.find("\0")
    if nul >= 0:
        message = "this looks like a binary file (it holds a NUL byte); move it out of the folder"
        raise _FaultError(nul, "binary", message)
    unsettled = merges.unsettled(text)
    if unsettled >= 0:
        message = "a merge left its marks; settle it: keep one side or both, and remove the marks"
        raise _FaultError(unsettled, "merge-marks", message)
    crowded = limits.crowded(text)
    if crowded >= 0:
        held = f"{limits.SIGNS:,} lines, sentences and signs of markup"
        message = f"more than {held}, or {limits.TOGETHER:,} without an empty line; split the file"
        raise _FaultError(crowded, "too-much-markup", message)


def _split(lines: Lines, text: str) -> Source:
    opening = _OPEN.match(text)
    if not opening:
        return Source(lines, text, {}, 0)
    closing = _CLOSE.search(text, opening.end())
    if not closing:
        message = "the front matter is never closed; end it with a line of three hyphens (---)"
        raise _FaultError(opening.start(), "no-closing-fence", message)
    handler = _Handler(opening.end())
    fields, _ = frontmatter.parse(text[opening.start() : closing.end()].strip(), handler=handler)
    known = {name: field for name, field in fields.items() if isinstance(field, Field)}
    return Source(lines, text, known, closing.end())


class _Handler(frontmatter.default_handlers.YAMLHandler):
    """Front matter as fields with places, instead of bare values."""

    def __init__(self, offset: int) -> None:
        super().__init__(fm_boundary=_CLOSE)
        self._offset = offset

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        try:
            self._count(fm)
            node = yaml.compose(fm, Loader=_Loader)
        except yaml.YAMLError as error:
            raise self._yaml_fault(fm, error) from error
        except RecursionError as error:
            raise _FaultError(self._offset, "too-deep", _TOO_DEEP) from error
        if node is None:
            return {}
        field = _Reader(self._offset).field(node, 0)
        if field.fields is None:
            message = "the front matter is not made of `key: value` lines; write it so"
            raise _FaultError(field.start, "no-keys", message)
        return dict(field.fields)

    def _count(self, fm: str) -> None:
        """Refuse more values than are read, before each of them takes memory."""
        events = yaml.parse(fm, Loader=_Loader) if len(fm) > _NODES else ()
        last = next(islice(events, _NODES, None), None)
        if last and last.start_mark:
            offset = self._offset + last.start_mark.index
            raise _FaultError(offset, "too-many-values", _TOO_MANY)

    def split(self, text: str) -> tuple[str, str]:
        return text[text.index("\n") : text.rindex("\n")], ""

    def _yaml_fault(self, fm: str, error: yaml.YAMLError) -> _FaultError:
        strange = _UNPRINTABLE.search(fm)
        if not isinstance(error, yaml.MarkedYAMLError) and strange:
            message = f"the character U+{ord(strange[0]):04X} cannot stand here; remove it"
            return _FaultError(self._offset + strange.start(), "yaml", message)
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        offset = min(mark.index, len(fm)) if mark else 0
        problem = getattr(error, "problem", None) or "it cannot be read"
        if "nesting depth" in problem:
            return _FaultError(self._offset + offset, "too-deep", _TOO_DEEP)
        message = f"the front matter is not YAML: {problem}; put the value in quotes or after >-"
        return _FaultError(self._offset + offset, "yaml", message)


_TOO_MANY: Final = f"the front matter has more than {_NODES:,} keys and values; write fewer"
_ALIASES: Final = "aliases multiply here; write the values out"
_TOO_DEEP: Final = "values are nested too deep; take them apart"


class _Loader(_SAFE):  # type: ignore[misc, valid-type]
    """The safe loader, without its guesses whether a text is a number or a date."""

    def resolve(self, kind: type[yaml.Node], *_: object) -> str:
        return _TAGS[kind]


class _Reader:
    """Turns YAML nodes into fields, counting every visit, so that aliases cannot multiply."""

    def __init__(self, offset: int) -> None:
        self._offset = offset
        self._nodes = _NODES
        self._characters = limits.LARGEST

    def field(self, node: yaml.Node, depth: int) -> Field:
        start, end = self._offset + node.start_mark.index, self._offset + node.end_mark.index
        self._nodes -= 1
        if self._nodes < 0 or self._characters < 0:
            raise _FaultError(start, "too-many-values", _ALIASES)
        if depth > _DEPTH:
            raise _FaultError(start, "too-deep", _TOO_DEEP)
        if isinstance(node, yaml.ScalarNode):
            self._characters -= len(node.value)
            style = node.style or ""
            if not style and node.value in _NOTHING:
                return Field(Form.NOTHING, start, end)
            return Field(Form.TEXT, start, end, node.value, style)
        if isinstance(node, yaml.SequenceNode):
            items = tuple(self.field(item, depth + 1) for item in node.value)
            return Field(Form.LIST, start, end, items=items)
        return Field(Form.MAPPING, start, end, fields=dict(self._pairs(node, depth)))

    def _pairs(self, node: yaml.Node, depth: int) -> Iterator[tuple[str, Field]]:
        seen: set[str] = set()
        for key, value in node.value:
            name: Any = key.value
            if not isinstance(name, str):
                continue
            if name in seen:
                message = f"the key {quoted(name)} is written twice; keep one"
                raise _FaultError(self._offset + key.start_mark.index, "duplicate-key", message)
            seen.add(name)
            yield name, self.field(value, depth + 1)
