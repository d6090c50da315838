"""Limits that no document of people meets; beyond them one is refused, lest it take for ever.

Of 14,000 real documents the largest has 7,500 bytes and 460 signs: a file may hold 260 times its
bytes and 30 times its signs. What is just below the limits is read in a second.
"""

import re
import unicodedata
from itertools import islice
from typing import Final

__all__ = ["LARGEST", "SIGNS", "crowded", "piled"]

# In bytes.
LARGEST: Final = 2_000_000
# Of markup, lines and sentences together: each takes hundreds of times as long as a letter does.
SIGNS: Final = 15_000
_SIGN: Final = re.compile(r"[*_$`\[<&\\|~=!?。！？…]|\{\{|\n\n?|\.(?=\s)")
# The time to compose letters grows with the square of the marks on one.
_PILE: Final = 100
_ABOVE: Final = re.compile(f"[\u0300-\U0010ffff]{{{_PILE + 1},}}")


def crowded(text: str) -> int:
    """Where there are more signs than can be read, -1 where there are not."""
    if len(text) <= SIGNS:
        return -1
    found = next(islice(_SIGN.finditer(text), SIGNS, None), None)
    return found.start() if found else -1


def piled(text: str) -> int:
    """Where a letter has more marks on it (accents, say) than can be read, -1 where none has."""
    if text.isascii():
        return -1
    for run in _ABOVE.finditer(text):
        marks = 0
        for at, sign in enumerate(run[0], run.start()):
            marks = marks + 1 if unicodedata.combining(sign) else 0
            if marks > _PILE:
                return at
    return -1
