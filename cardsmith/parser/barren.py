"""Files among notes that hold nothing to learn: templates, drawings, lists of links, no text."""

import re
from collections.abc import Iterator
from typing import Final

from cardsmith.diagnostics import Diagnostic, Severity
from cardsmith.parser import front
from cardsmith.parser.source import Source

__all__ = ["documents", "instead"]

_BLANK: Final = re.compile(r"(?:\s|&nbsp;|\u200b|<br */?>|<!--(?:(?!-->).)*-->)*+", re.DOTALL)
_FILLED_LATER: Final = r"(?:\{\{(?!c\d+::)[\w\s:.,/-]*\}\}|<%[^%\n]{0,200}%>)"
_TEMPLATE: Final = re.compile(_FILLED_LATER)
_TEMPLATE_TITLE: Final = re.compile(rf"^#{{1,6}}[ \t][^\n]{{0,300}}?{_FILLED_LATER}", re.MULTILINE)
_TEMPLATE_FRONT: Final = re.compile(
    rb"\s*---[ \t]*\r?\n(?:(?!---)[^\n]*\n)*?[^\n]*(?:\{\{|<%)(?:(?!\n---).)*\n---", re.DOTALL
)
_LINK: Final = r"(?:!?\[\[[^\[\]\n]+\]\]|\[[^\[\]\n]*\]\([^()\n]*\)|<?https?://[^\s>]+>?)"
_LINKS: Final = re.compile(
    rf"[ \t>]*(?:(?:[-*+]|\d{{1,9}}[.)])[ \t]+)?{_LINK}(?:[\s,;·|/–—-]*{_LINK})*[\s.,;]*"
)
_PASSED_OVER: Final = re.compile(r"\s*+(?:#{1,6}[ \t][^\n]*|[-*_ \t]*|(?:#[^\s#]+\s*)+)")
_FEWEST: Final = 2
_PLUGIN: Final = "-plugin"
# where a fault may come of a template's marks
_FAULTS: Final = frozenset({"yaml", "no-keys"})


def documents(source: Source) -> Iterator[Diagnostic] | None:
    """Why a file holds no document; None where it may hold one."""
    for code, message in _reasons(source):
        return iter([Diagnostic(source.lines.span(0), code, message, Severity.WARNING)])
    return None


def instead(fault: Diagnostic, content: bytes) -> Diagnostic:
    """A fault of the front matter, or that it is a template's."""
    if fault.code in _FAULTS and _TEMPLATE_FRONT.match(content[:10_000]):
        return Diagnostic(fault.span, *_TOLD_TEMPLATE, Severity.WARNING)
    return fault


_TOLD_TEMPLATE: Final = (
    "template",
    "this is a template to be filled in and gives no cards; keep it outside of the folder",
)


def _reasons(source: Source) -> Iterator[tuple[str, str]]:
    head, body = source.text[: source.body], source.text[source.body :]
    if _is_template(head, body):
        yield _TOLD_TEMPLATE
    if any(name.endswith(_PLUGIN) for name in source.fields):
        message = "this file is a plugin's drawing or board and gives no cards"
        yield "no-note", f"{message}; keep it outside of the folder"
    if not front.field(source, "question") and _BLANK.fullmatch(body):
        message = "there is nothing under the front matter; write the note, or remove the file"
        yield "no-text", message
    if _is_index(body):
        message = "this note only lists links and gives no cards; write sentences, or leave it so"
        yield "links-only", message


def _is_template(head: str, body: str) -> bool:
    if "{{" not in head + body and "<%" not in head + body:
        return False
    return bool(_TEMPLATE.search(head) or _TEMPLATE_TITLE.search(body))


def _is_index(body: str) -> bool:
    if "[" not in body and "://" not in body:
        return False
    told = [line for line in body.split("\n") if not _PASSED_OVER.fullmatch(line)]
    return len(told) >= _FEWEST and all(_LINKS.fullmatch(line) for line in told)
