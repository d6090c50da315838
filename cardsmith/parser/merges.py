"""The marks that a merge leaves in a file for somebody to settle: no words of a document."""

import re
from typing import Final

__all__ = ["unsettled"]

_MARK: Final = re.compile(r"^(?:<{7} |={7}$|>{7} |```|~~~)", re.MULTILINE)


def unsettled(text: str) -> int:
    """Where a merge left the marks of both sides outside of code, -1 for nowhere."""
    if "\n=======\n" not in text:
        return -1
    start, between, fenced = -1, False, False
    for mark in _MARK.finditer(text):
        match mark[0][0]:
            case "<" if not fenced:
                start, between = mark.start(), False
            case "=":
                between = True
            case ">" if start >= 0 and between:
                return start
            case "`" | "~":
                fenced = not fenced
            case _:
                pass
    return -1
