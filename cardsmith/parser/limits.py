"""Limits that no document of people meets; beyond them one is refused, lest it take for ever.

Of 14,000 real documents the largest has 7,500 bytes and 460 signs: a file may hold 260 times its
bytes and 200 times its signs, 30 times between two empty lines. A file of ten thousand cards, which
people do keep, is within them.
"""

import re
import unicodedata
from typing import Final

__all__ = ["LARGEST", "SIGNS", "TOGETHER", "crowded", "piled"]

# In bytes.
LARGEST: Final = 2_000_000
# Of markup, lines and sentences together: each takes hundreds of times as long as a letter does.
SIGNS: Final = 100_000
# Between two empty lines, where one sign may have to be looked at for each other one.
TOGETHER: Final = 15_000
_SIGN: Final = re.compile(r"[*_$`\[<&\\|~=!?.。！？…]|\{\{|%%|\"\"|\n\n?")
# The time to compose letters grows with the square of the marks on one.
_PILE: Final = 100
_ABOVE: Final = re.compile(f"[\u0300-\U0010ffff]{{{_PILE + 1},}}")


def crowded(text: str) -> int:
    """Where there are more signs than can be read, -1 where there are not."""
    if len(text) <= TOGETHER:
        return -1
    start = 0
    for count, sign in enumerate(_SIGN.finditer(text)):
        if count == SIGNS or count - start == TOGETHER:
            return sign.start()
        if sign[0] == "\n\n":
            start = count
    return -1


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
