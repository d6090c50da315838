"""Markdown's inline tokens as pieces: runs, each with its offset in the source of its line.

HTML that authors write goes through nh3; its marks for bold, italics, code, raised and lowered
text become runs, other tags leave their text.
"""

import html
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple
from urllib.parse import unquote

import nh3
from markdown_it.token import Token

from cardsmith.markup import fold
from cardsmith.model import (
    Code,
    Emphasis,
    Hole,
    Image,
    Link,
    Lower,
    Math,
    Raised,
    Run,
    Strong,
    Text,
)
from cardsmith.parser.markdown import HOLE, Parsed

__all__ = ["Kind", "Piece", "Reader"]

_MARKS: Final = {
    "b": "strong",
    "code": "code",
    "em": "em",
    "i": "em",
    "kbd": "code",
    "strong": "strong",
    "sub": "sub",
    "sup": "sup",
    "tt": "code",
}
_SILENT: Final = frozenset({"script", "style", "template", "iframe", "object"})
_BREAKS: Final = frozenset({"br", "p", "div", "li", "tr"})
_KNOWN: Final = frozenset(nh3.ALLOWED_TAGS) | _SILENT | _BREAKS | frozenset({"font", "u", "big"})
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)[^>]*>")
_JOINS: Final = re.compile(r"[-_\s]+")
_TAGS: Final = 2_000
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|/|#")
_WRAP: Final[Mapping[str, Callable[[str, bool], Run]]] = {
    "strong": Strong,
    "em": Emphasis,
    "sub": Lower,
    "sup": Raised,
    "code": Code,
}
# what stands between two pairs of equals signs
_MARKED: Final = "marked"
_ORDER: Final = ("code", "sub", "sup", "strong", "em")


class Kind(StrEnum):
    """What a piece is to the line it stands in."""

    WORDS = "words"
    WHOLE = "whole"  # not to be cut: code, formula, picture, hole
    DISPLAY = "display"  # a formula between $$
    SOFT = "soft"  # the source goes on in a new line
    HARD = "hard"  # the author wants a new line


class Piece(NamedTuple):
    """A run and its offset in the source of its line; ``marks`` are the marks it stands in."""

    run: Run
    at: int
    kind: Kind = Kind.WORDS
    marks: frozenset[str] = frozenset()

    @property
    def is_bold(self) -> bool:
        """Whether the piece is in bold, whatever else it is."""
        return "strong" in self.marks


_NONE: Final[frozenset[str]] = frozenset()
_BOLD: Final = frozenset({"strong"})
# The two kinds of line that most lines are, told without a look at each character.
_MARKUP: Final = re.compile(r"[\n$&*<\[\\_`~]|==")
_TITLED: Final = re.compile(
    r"\*\*((?!\s)[^\n$&*<\[\\_`~]+(?<!\s))\*\*((?:[ \t:.,;(–—-][^\n$&*<\[\\_`~]*)?)"
)


class Reader:
    """Reads the lines of one text; ``folder`` is where its pictures' paths start."""

    def __init__(self, parsed: Parsed, folder: str) -> None:
        """Begin outside of every line."""
        self._parsed = parsed
        self._folder = folder

    def line(self, source: str) -> Sequence[Piece]:
        """The pieces of a line in order; those without text are left out."""
        if self._parsed.has_holes and HOLE in source:
            return self._with_holes(source)
        if not _MARKUP.search(source):
            return (Piece(Text(source), 0),) if source else ()
        titled = None if "==" in source else _TITLED.fullmatch(source)
        if titled:
            bold = Piece(Strong(titled[1]), 2, Kind.WORDS, _BOLD)
            return (bold, Piece(Text(titled[2]), titled.start(2))) if titled[2] else (bold,)
        return tuple(_Line(self._folder).read(self._parsed.inline(source), source))

    def _with_holes(self, source: str) -> Sequence[Piece]:
        """The pieces of a line that hides something: no bold words are its title."""
        pieces = tuple(_Line(self._folder).read(self._parsed.inline(source), source))
        if any(isinstance(piece.run, Hole) for piece in pieces):
            return tuple([piece._replace(marks=_NONE) for piece in pieces])
        return pieces

    def markup(self, source: str) -> Sequence[Piece]:
        """The pieces of a block of HTML."""
        return tuple(_Line(self._folder).markup(source))


class _Line:
    """The marks that are open at a place of a line."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._open: Counter[str] = Counter()
        self._silent = ""
        self._href: str | None = None
        self._marks: frozenset[str] = _NONE

    def read(self, tokens: Sequence[Token], source: str) -> Iterator[Piece]:
        at = 0
        for token in tokens:
            name = token.type
            if name in {"text", "text_special"}:
                content = token.content
                if content and not self._silent:
                    at, start = _find(source, content, at)
                    yield Piece(self._words(content), start, Kind.WORDS, self._marks)
            elif name in {"softbreak", "hardbreak"}:
                at = source.find("\n", at) + 1 or at
                kind = Kind.SOFT if name == "softbreak" else Kind.HARD
                yield Piece(Text(" "), at, kind, self._marks)
            elif name.endswith("_open"):
                self._opened(name[:-5], token)
            elif name.endswith("_close"):
                self._closed(name[:-6])
            else:
                at, start = _find(source, token.markup if "math" in name else token.content, at)
                yield from self._special(token, start)

    def markup(self, source: str) -> Iterator[Piece]:
        if source.count("<") > _TAGS:
            # nested a thousand deep it is no text, and nh3's time grows with the square
            yield from self._plain(html.unescape(_TAG.sub(" ", source)))
            return
        clean = nh3.clean(source, tags=set(_MARKS) | _BREAKS, attributes={})
        end = 0
        for match in _TAG.finditer(clean):
            yield from self._plain(html.unescape(clean[end : match.start()]))
            end = match.end()
            yield from self._tag(match, 0)
        yield from self._plain(html.unescape(clean[end:]))

    def _plain(self, text: str) -> Iterator[Piece]:
        words = " ".join(text.split())
        if words:
            lead = " " if text[0].isspace() else ""
            tail = " " if text[-1].isspace() else ""
            yield Piece(self._words(lead + words + tail), 0, Kind.WORDS, self._marks)

    def _words(self, text: str) -> Run:
        marked = _MARKED in self._marks
        if self._href is not None:
            return Link(text, self._href, marked)
        for mark in _ORDER if self._marks else ():
            if mark in self._marks:
                return _WRAP[mark](text, marked)
        return Text(text, marked)

    def _opened(self, mark: str, token: Token) -> None:
        if mark == "link":
            self._href = str(token.attrs.get("href", ""))
        else:
            self._count(mark, 1)

    def _closed(self, mark: str) -> None:
        if mark == "link":
            self._href = None
        elif self._open[mark]:
            self._count(mark, -1)

    def _count(self, mark: str, step: int) -> None:
        self._open[mark] += step
        self._marks = frozenset([name for name, depth in self._open.items() if depth])

    def _special(self, token: Token, at: int) -> Iterator[Piece]:
        match token.type:
            case "code_inline":
                code = Code(token.content, marked=_MARKED in self._marks)
                yield Piece(code, at, Kind.WHOLE, self._marks)
            case "math_inline" | "math_display" as name:
                math = Math(token.content, marked=_MARKED in self._marks)
                kind = Kind.DISPLAY if name == "math_display" else Kind.WHOLE
                yield Piece(math, at, kind, self._marks)
            case "marked":
                yield from self._marked(token, at)
            case "image":
                source = str(token.attrs.get("src", ""))
                run = Image(_alternative(token, source), self._resolve(source))
                yield Piece(run, at, Kind.WHOLE, self._marks)
            case "hole":
                yield from self._hole(token, at)
            case "html_inline":
                yield from self._html(token.content, at)
            case _:
                yield Piece(self._words(token.content), at, Kind.WORDS, self._marks)

    def _marked(self, token: Token, at: int) -> Iterator[Piece]:
        self._count(_MARKED, 1)
        for piece in self.read(token.children or (), token.content):
            yield piece._replace(at=at + piece.at)
        self._count(_MARKED, -1)

    def _hole(self, token: Token, at: int) -> Iterator[Piece]:
        """A hole with the number that its author gave it; it holds pictures by their words."""
        inner = [piece.run for piece in self.read(token.children or (), token.content)]
        runs = [run if not isinstance(run, Image | Hole) else Text(run.text) for run in inner]
        term = fold("".join([run.text for run in runs]))
        if runs:
            hole = Hole(tuple(runs), term, token.meta["number"], token.meta["hint"])
            yield Piece(hole, at, Kind.WHOLE, self._marks)

    def _html(self, content: str, at: int) -> Iterator[Piece]:
        match = _TAG.match(content)
        if match:
            yield from self._tag(match, at)

    def _tag(self, match: re.Match[str], at: int) -> Iterator[Piece]:
        closing, name = match[1], match[2].casefold()
        if name in _SILENT:
            self._silent = "" if closing else name
        elif name in _BREAKS:
            yield Piece(Text(" "), at, Kind.HARD, self._marks)
        elif name in _MARKS and closing:
            self._closed(_MARKS[name])
        elif name in _MARKS:
            self._count(_MARKS[name], 1)
        elif name not in _KNOWN:
            # "vector<int>" is no HTML
            yield Piece(self._words(match[0]), at, Kind.WORDS, self._marks)

    def _resolve(self, source: str) -> str:
        if not source or _SCHEME.match(source):
            return source
        return posixpath.normpath(posixpath.join(self._folder, unquote(source)))


def _find(source: str, content: str, at: int) -> tuple[int, int]:
    """Where the search goes on, and where the content starts."""
    start = source.find(content, at)
    if start < 0:
        return at, at
    return start + len(content), start


def _alternative(token: Token, source: str) -> str:
    """What stands for a picture in words: its text, else its name, so that none is lost."""
    text = "".join(child.content for child in token.children or ()) or token.content
    stem = posixpath.basename(unquote(source)).partition(".")[0]
    return text.strip() or _JOINS.sub(" ", stem).strip() or "picture"
