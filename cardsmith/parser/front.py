"""What a document says about itself, from the keys of its front matter."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from cardsmith.diagnostics import Diagnostic
from cardsmith.model import Front, Span
from cardsmith.parser.source import Field, Form, Source

__all__ = ["FrontError", "field", "front", "hidden", "line", "question", "slug", "text"]

_RELATED: Final = re.compile(r"related_article(\d{1,9})")
# a link to another note is its words
_LINKED: Final = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_TRUE: Final = frozenset({"true", "yes", "on", "y", "1"})
_GENERAL: Final = "General"


class FrontError(Exception):
    """A fault in the front matter; caught in this room."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Carry the fault out of the middle of a value."""
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


def field(source: Source, *names: str) -> Field | None:
    """The value under a path of keys, None where a key is missing or says nothing."""
    fields: Mapping[str, Field] | None = source.fields
    found: Field | None = None
    for name in names:
        found = fields.get(name) if fields else None
        if found is None or found.form is Form.NOTHING:
            return None
        fields = found.fields
    return found


def line(source: Source, *names: str) -> str:
    """The text under a path of keys on one line, "" where there is none."""
    found = field(source, *names)
    if found is None:
        return ""
    if found.form is not Form.TEXT:
        raise _wrong(source, found, names[-1], "a text")
    return " ".join(found.text.split())


def text(source: Source, *names: str) -> Field:
    """The text under a path of keys that is known to be there."""
    found = field(source, *names)
    if found is None or found.form is not Form.TEXT:
        raise _wrong(source, found or source.fields[names[0]], names[-1], "a text")
    return found


def question(source: Source) -> str:
    """The question, or else the title; "" where there is neither."""
    return line(source, "question") or line(source, "title")


def front(source: Source, key: str, asked: str, span: Span) -> Front:
    """The front of the document that asks ``asked``."""
    return Front(
        key=key,
        slug=slug(source),
        id=line(source, "id"),
        question=asked,
        subjects=_subjects(source),
        keywords=_keywords(source),
        related=_related(source),
        url=line(source, "url"),
        date=_date(line(source, "date")),
        span=span,
    )


def slug(source: Source) -> str:
    """The name of the file without its ending."""
    name = source.lines.path.rpartition("/")[2]
    dot = name.rfind(".")
    return name[:dot] if 0 < dot < len(name) - 1 else name


def hidden(source: Source) -> Field | None:
    """The key by which the author keeps the document out (``no_index: true``), if it does."""
    found = field(source, "no_index")
    return found if found and found.text.casefold() in _TRUE else None


def _wrong(source: Source, found: Field, name: str, wanted: str) -> FrontError:
    message = f"`{name}` is a {found.form}; write {wanted}"
    return FrontError(Diagnostic(source.lines.span(found.start), "wrong-type", message))


def _listed(source: Source, *names: str) -> tuple[str, ...]:
    """A text with commas, or a list of texts."""
    found = field(source, *names)
    if found is None:
        return ()
    if found.form is Form.TEXT:
        return _unique(found.text.replace("\n", ",").split(","))
    if found.form is Form.LIST:
        for item in found.items:
            if item.form in {Form.LIST, Form.MAPPING}:
                raise _wrong(source, item, names[-1], "a list of texts")
        return _unique([item.text for item in found.items])
    raise _wrong(source, found, names[-1], "a text with commas or a list")


def _unique(words: list[str]) -> tuple[str, ...]:
    plain = ((_LINKED.sub(r"\1", word) if "[" in word else word).split() for word in words)
    return tuple(dict.fromkeys(" ".join(text) for text in plain if text))


def _subjects(source: Source) -> tuple[str, ...]:
    found = field(source, "subject") or field(source, "subjects")
    if found is not None and found.form is Form.TEXT:
        subjects = _unique([found.text])
    else:
        subjects = _listed(source, "subject") or _listed(source, "subjects")
    if subjects:
        return subjects
    folder = PurePosixPath(source.lines.path).parent.name
    return (re.sub(r"[-_\s]+", " ", folder).strip().capitalize() or _GENERAL,)


def _keywords(source: Source) -> tuple[str, ...]:
    seo = field(source, "seo")
    if seo is not None and seo.form is not Form.MAPPING:
        raise _wrong(source, seo, "seo", "`page_keywords:` indented under it")
    return (
        _listed(source, "seo", "page_keywords")
        or _listed(source, "keywords")
        or _listed(source, "tags")
    )


def _related(source: Source) -> tuple[str, ...]:
    numbered = sorted(_related_numbers(source.fields))
    ids = (line(source, name, "id") for _, name in numbered)
    return tuple(dict.fromkeys(found for found in ids if found))


def _related_numbers(fields: Mapping[str, Field]) -> Iterator[tuple[int, str]]:
    for name in fields:
        match = _RELATED.fullmatch(name)
        if match:
            yield int(match[1]), name


def _date(text: str) -> str:
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""
