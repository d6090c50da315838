"""What stands in a note beside its text: comments, tags, and the marks of programs for notes.

They are those of Obsidian and of CommonMark's comments. Code and formulas are left alone.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from cardsmith.parser.edits import Edit, covering
from cardsmith.parser.formulas import Stretch

__all__ = ["comments", "has_some", "others"]

# begin with one sign each, so that a look at a text costs next to nothing
_BRACKETS: Final = re.compile(r"\[(?:[\[^!]|[ xX]\] )")
_TAG_SIGN: Final = re.compile(r"#[^\W\d]")
_NAME_SIGN: Final = re.compile(r"\^[A-Za-z0-9-]{3,}[ \t]*$", re.MULTILINE)
_PICTURES: Final = frozenset({".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})
_TAG: Final = r"#(?=[\w/-]*[^\W\d_])[\w/-]+"

_CALLOUT: Final = re.compile(
    r"^(?P<mark>[ \t]*(?:>[ \t]?)+)\[![\w-]+(?:\|[^\]\n]*)?\][+-]?[ \t]*"
    r"(?P<title>[^\n]*)$(?P<more>(?=\n[ \t]*>[ \t>]*[^\s>]))?",
    re.MULTILINE,
)
_BOX: Final = re.compile(
    r"^(?P<mark>[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[ xX]\][ \t]+", re.MULTILINE
)
_EMBED: Final = re.compile(r"!\[\[(?P<to>[^\[\]\n|]+?)\\?(?:\|(?P<words>[^\[\]\n]*))?\]\]")
# "x[[1]]" and "[[1, 2]]" are no links
_LINK: Final = re.compile(
    r"(?<![A-Za-z0-9_)\]!])\[\[(?=[^\[\]\n]*[^\W\d_]|\d{4}-\d\d)"
    r"(?P<to>[^\[\]\n|]+?)\\?(?:\|(?P<words>[^\[\]\n]*))?\]\](?!\()"
)
_NOTE: Final = re.compile(r"^[ ]{0,3}\[\^(?P<name>[^\]\s]+)\]:[ \t]*", re.MULTILINE)
_NOTE_MARK: Final = re.compile(r"(?<![ \t])[ \t]*\[\^(?P<name>[^\]\s]{1,80})\](?!:)")
# "x ^2" is no name of a block
_BLOCK: Final = re.compile(
    r"(?:^|(?<![ \t])[ \t]+)\^(?=[A-Za-z0-9-]*[A-Za-z])[A-Za-z0-9-]{3,}[ \t]*$", re.MULTILINE
)
_TAGS: Final = re.compile(
    rf"^[ \t]*(?:tags?:[ \t]*)?{_TAG}(?:[ \t,]+{_TAG})*[ \t]*$"
    rf"|(?<=[.!?。])(?:[ \t]+{_TAG})+[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_STOPS: Final = (".", ":", "!", "?", "…", "。")


def has_some(text: str) -> bool:
    """Whether a text may hold any of this: a quick look, since most hold none."""
    return (
        "<!--" in text
        or "%%" in text
        or ("[" in text and bool(_BRACKETS.search(text)))
        or ("#" in text and bool(_TAG_SIGN.search(text)))
        or ("^" in text and bool(_NAME_SIGN.search(text)))
    )


def comments(text: str, stretches: Sequence[Stretch]) -> Iterator[Edit]:
    """The edits that take comments away."""
    for opening, closing in (("<!--", "-->"), ("%%", "%%")):
        at = text.find(opening)
        while at >= 0:
            if covering(stretches, at):
                at = text.find(opening, at + 1)
                continue
            end = text.find(closing, at + len(opening))
            while end >= 0 and closing == "%%" and covering(stretches, end):
                end = text.find(closing, end + 1)
            if end < 0:
                break
            end += len(closing)
            # of two spaces around it, one is enough
            spaced = text[at - 1 : at] == " " and text[end : end + 1] in {" ", "\n", ""}
            yield Edit(at - spaced, end)
            at = text.find(opening, end)


def others(text: str, stretches: Sequence[Stretch]) -> Iterator[Edit]:
    """The edits that leave the words of all else: links, callouts, boxes, footnotes; no tags."""
    known = {match["name"] for match in _NOTE.finditer(text)} if "[^" in text else frozenset[str]()
    for pattern, change in _CHANGES.items():
        for match in pattern.finditer(text):
            is_note = pattern is _NOTE_MARK
            if not covering(stretches, match.start()) and not (
                is_note and match["name"] not in known
            ):
                yield from change(match)


def _gone(match: re.Match[str]) -> Iterator[Edit]:
    yield Edit(match.start(), match.end())


def _callout(match: re.Match[str]) -> Iterator[Edit]:
    """The mark goes; a title that text follows ends in a colon, so that it is no part of it."""
    yield Edit(match.end("mark"), match.start("title"))
    title = match["title"].rstrip()
    if title and match["more"] is not None and not title.endswith(_STOPS):
        end = match.start("title") + len(title)
        yield Edit(end, end, ":")


def _box(match: re.Match[str]) -> Iterator[Edit]:
    yield Edit(match.end("mark"), match.end())


def _embedded(match: re.Match[str]) -> Iterator[Edit]:
    """A picture as Markdown writes it; what other notes say is read where it stands."""
    path, words = match["to"].partition("#")[0].strip(), (match["words"] or "").strip()
    is_picture = PurePosixPath(path).suffix.casefold() in _PICTURES and not set(path) & set("<>")
    # "300" and "300x200" are sizes
    told = "" if re.fullmatch(r"\d+(?:x\d+)?", words) else words
    yield Edit(match.start(), match.end(), f"![{told}](<{path}>)" if is_picture else "")


def _linked(match: re.Match[str]) -> Iterator[Edit]:
    """A link's own words, else the name of what it leads to."""
    if match["words"] and match["words"].strip():
        yield Edit(match.start(), match.start("words"))
        yield Edit(match.end("words"), match.end())
        return
    target, _, part = match["to"].partition("#")
    start, name = match.start("to"), target
    if not target.strip():
        start, name = start + len(target) + 1, part.lstrip("^#")
        start += len(part) - len(name)
    folder = name.rfind("/") + 1
    start, name = start + folder, name[folder:].removesuffix(".md")
    yield Edit(match.start(), start)
    yield Edit(start + len(name), match.end())


def _footnote(match: re.Match[str]) -> Iterator[Edit]:
    """A footnote is a paragraph of its own where it stands."""
    yield Edit(match.start(), match.end(), "\n")


_CHANGES: Final[Mapping[re.Pattern[str], Callable[[re.Match[str]], Iterator[Edit]]]] = {
    _CALLOUT: _callout,
    _BOX: _box,
    _EMBED: _embedded,
    _LINK: _linked,
    _NOTE: _footnote,
    _NOTE_MARK: _gone,
    _BLOCK: _gone,
    _TAGS: _gone,
}
