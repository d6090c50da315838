"""Single line breaks that part paragraphs, in texts whose authors leave no empty lines.

Nobody wraps lines at 160 characters: where such a line ends a sentence, its break is meant. And
what sums up all entries of a list is no part of the last.
"""

import re
from collections.abc import Iterator
from typing import Final

from cardsmith.parser.edits import Edit, covering
from cardsmith.parser.formulas import opaque

__all__ = ["meant"]

_NEXT: Final = re.compile(r"\n(?=\*\*\S|[\"“‘(]|[^\W\d_])")
_LINE: Final = re.compile(r"(?:\*\*\S|[\"“‘(]|[^\W\d_]).{160,}")
_ENTRY: Final = re.compile(r"[ ]{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]")
_SUMS_UP: Final = re.compile(r"(?:In (?:conclusion|short|summary)|Overall|To sum(?:marize| up))\b")
_ENDED: Final = re.compile(r"[.!?。][\"”’)*_]*\s*$")


def meant(text: str) -> Iterator[Edit]:
    """The edits that make such breaks empty lines."""
    breaks = [at for at in map(re.Match.end, _NEXT.finditer(text)) if _parts(text, at)]
    stretches = opaque(text) if breaks else ()
    for at in breaks:
        if covering(stretches, at) is None:
            yield Edit(at, at, "\n")


def _parts(text: str, at: int) -> bool:
    """Whether the line that begins at a place begins a paragraph."""
    if text[at - 2 : at - 1] == "\n":
        return False
    line = text[text.rfind("\n", 0, at - 1) + 1 : at - 1]
    if not (_LINE.match(line) or (_ENTRY.match(line) and _SUMS_UP.match(text, at))):
        return False
    return bool(_ENDED.search(line, max(len(line) - 9, 0)))
