"""Markdown into tokens, formulas among them; markdown-it is set up once, here."""

import re
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from cardsmith.parser.formulas import find

__all__ = ["DEEPEST", "Parsed", "parse"]

DEEPEST: Final = 60
# Each opening bracket is looked at by all before it: more of them in one line are no links.
_BRACKETS: Final = 2_000
_MARKED: Final = re.compile(r"==(?![\s=])([^=\n]+)(?<!\s)==(?![\w=])")
_CLOSERS: Final = {"$$": "$$", "\\[": "\\]"}


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text, the tokens of its blocks, and what was learned on the way (addresses of links)."""

    text: str
    tokens: Sequence[Token]
    known: MutableMapping[str, Any]

    def inline(self, line: str) -> Sequence[Token]:
        """The tokens inside a line; formulas are ``math_display`` and ``math_inline``."""
        found: list[Token] = []
        parser = _PARSER if line.count("[") <= _BRACKETS else _LINKLESS
        parser.inline.parse(line, parser, self.known, found)
        return found


def parse(text: str) -> Parsed:
    """The blocks of a text; formulas are ``math_block``, lines are not looked into yet."""
    known: dict[str, Any] = {}
    return Parsed(text, _PARSER.parse(text, known), known)


def _math_inline(state: StateInline, silent: object) -> bool:
    if state.src[state.pos] not in "$\\":
        return False
    found = find(state.src, state.pos)
    if found is None:
        if state.src.startswith("$$", state.pos):
            # both at once, lest the second dollar open a formula of its own
            if not silent:
                state.pending += "$$"
            state.pos += 2
            return True
        return False
    if not silent:
        kind = "math_display" if found.opening in _CLOSERS else "math_inline"
        token = state.push(kind, "", 0)
        token.content, token.markup = found.tex, state.src[state.pos : found.end]
    state.pos = found.end
    return True


def _marked(state: StateInline, silent: object) -> bool:
    """``==words==``, which authors mark as a term."""
    match = _MARKED.match(state.src, state.pos) if state.src[state.pos] == "=" else None
    if match is None or (state.pos and state.src[state.pos - 1].isalnum()):
        return False
    if not silent:
        state.push("marked", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _math_block(state: StateBlock, start: int, end: int, silent: object) -> bool:
    at = state.bMarks[start] + state.tShift[start]
    opening = state.src[at : at + 2]
    if opening not in _CLOSERS or state.sCount[start] < state.blkIndent:
        return False
    closing = _CLOSERS[opening]
    stop = state.src.find(closing, at + 2, state.eMarks[end - 1])
    if stop < 0:
        return False
    last = state.src.count("\n", at, stop) + start
    if last >= end or state.src[stop + 2 : state.eMarks[last]].strip(" \t.,;"):
        return False
    found = find(state.src, at)
    if found is None or found.end != stop + 2:
        return False
    if silent:
        return True
    token = state.push("math_block", "", 0)
    token.content, token.map = found.tex, [start, last + 1]
    token.info = state.src[stop + 2 : state.eMarks[last]].strip()
    state.line = last + 1
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    # most lines hold no markup: they are looked into one by one, by who needs them
    parser.core.ruler.disable(["inline", "text_join"])
    parser.inline.ruler.before("escape", "math", _math_inline)
    parser.inline.ruler.before("escape", "marked", _marked)
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "math", _math_block, {"alt": interrupts})
    # fewer stops than markdown-it's own, which has some for rules that are off
    parser.inline.terminator_re = re.compile(r"[\n!$&*<=\[\\\]_`~]")
    return parser


_PARSER: Final = _parser()
_LINKLESS: Final = _parser().disable(["image", "link"])
