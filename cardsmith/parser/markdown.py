"""Markdown into tokens, formulas among them; markdown-it is set up once, here."""

import re
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from cardsmith.parser import holes
from cardsmith.parser.formulas import DISPLAYED, find

__all__ = ["DEEPEST", "HOLE", "Parsed", "parse"]

DEEPEST: Final = 60
# Each opening bracket is looked at by all before it: more of them in one line are no links.
_BRACKETS: Final = 2_000
_MARKED: Final = re.compile(r"==(?![\s=])([^=\n]+)(?<!\s)==(?![\w=])")
_RULE: Final = re.compile(r"([-_*])(?:[ \t]*+\1){2,}+[ \t]*+$")
# How a hole begins; texts with one are read with one more rule.
HOLE: Final = "{{c"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text, the tokens of its blocks, and what was learned on the way (addresses of links)."""

    text: str
    tokens: Sequence[Token]
    known: MutableMapping[str, Any]
    has_holes: bool = False

    def inline(self, line: str) -> Sequence[Token]:
        """The tokens inside a line; formulas are ``math_display`` and ``math_inline``."""
        found: list[Token] = []
        parser = _GAPPED if self.has_holes else _PARSER
        if line.count("[") > _BRACKETS:
            parser = _LINKLESS
        parser.inline.parse(line, parser, self.known, found)
        return found


def parse(text: str, known: MutableMapping[str, Any]) -> Parsed:
    """The blocks of a text; formulas are ``math_block``, lines are not looked into yet.

    ``known`` holds what other texts said about addresses of links; those of this one are added.
    """
    return Parsed(text, _PARSER.parse(text, known), known, HOLE in text)


def _math_inline(state: StateInline, silent: object) -> bool:
    if state.src[state.pos] not in "$\\":
        return False
    found = find(state.src, state.pos)
    if found is None or (HOLE in found.tex and holes.crosses(found.tex)):
        if state.src.startswith("$$", state.pos):
            # both at once, lest the second dollar open a formula of its own
            if not silent:
                state.pending += "$$"
            state.pos += 2
            return True
        return False
    if not silent:
        kind = "math_display" if found.opening in DISPLAYED else "math_inline"
        token = state.push(kind, "", 0)
        token.content, token.markup = found.tex, state.src[state.pos : found.end]
    state.pos = found.end
    return True


def _marked(state: StateInline, silent: object) -> bool:
    """``==words==``, which authors mark to be asked for; marks in it are read as anywhere."""
    match = _MARKED.match(state.src, state.pos) if state.src[state.pos] == "=" else None
    if match is None or (state.pos and state.src[state.pos - 1].isalnum()):
        return False
    if not silent:
        token = state.push("marked", "", 0)
        token.content, token.children = match[1], []
        state.md.inline.parse(match[1], state.md, state.env, token.children)
    state.pos = match.end()
    return True


def _hole(state: StateInline, silent: object) -> bool:
    """``{{c1::words}}``, which authors write to hide words; a hole in it is words only."""
    found = holes.find(state.src, state.pos) if state.src.startswith(HOLE, state.pos) else None
    if found is None:
        return False
    if not silent and found.words.strip():
        token = state.push("hole", "", 0)
        token.content = state.src[state.pos : found.end]
        token.meta = {"number": found.number, "hint": found.hint}
        token.children = []
        _PARSER.inline.parse(holes.bare(found.words).strip(), _PARSER, state.env, token.children)
    state.pos = found.end
    return True


def _math_block(state: StateBlock, start: int, end: int, silent: object) -> bool:
    at = state.bMarks[start] + state.tShift[start]
    if state.src[at : at + 1] not in {"$", "\\"} or state.sCount[start] < state.blkIndent:
        return False
    found = find(state.src, at)
    if found is None or found.opening not in DISPLAYED:
        return False
    last = state.src.count("\n", at, found.end) + start
    if last >= end or state.src[found.end : state.eMarks[last]].strip(" \t.,;"):
        return False
    if silent:
        return True
    token = state.push("math_block", "", 0)
    token.content, token.map = found.tex, [start, last + 1]
    token.info = state.src[found.end : state.eMarks[last]].strip()
    state.line = last + 1
    return True


def _rule(state: StateBlock, start: int, _: int, silent: object) -> bool:
    """A rule across the page; markdown-it's own reads a long line sign by sign at each depth."""
    at = state.bMarks[start] + state.tShift[start]
    if not _RULE.match(state.src, at, state.eMarks[start]) or state.is_code_block(start):
        return False
    if not silent:
        state.line = start + 1
        token = state.push("hr", "hr", 0)
        token.map, token.markup = [start, start + 1], state.src[at]
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    # most lines hold no markup: they are looked into one by one, by who needs them
    parser.core.ruler.disable(["inline", "text_join"])
    parser.inline.ruler.before("escape", "math", _math_inline)
    parser.inline.ruler.before("escape", "marked", _marked)
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "math", _math_block, {"alt": interrupts})
    parser.block.ruler.at("hr", _rule, {"alt": interrupts})
    # fewer stops than markdown-it's own, which has some for rules that are off
    parser.inline.terminator_re = re.compile(r"[\n!$&*<=\[\\\]_`~]")
    return parser


def _gapped() -> MarkdownIt:
    parser = _parser()
    parser.inline.ruler.before("math", "hole", _hole)
    parser.inline.terminator_re = re.compile(r"[\n!$&*<=\[\\\]_`{~]")
    return parser


_PARSER: Final = _parser()
_LINKLESS: Final = _parser().disable(["image", "link"])
_GAPPED: Final = _gapped()
