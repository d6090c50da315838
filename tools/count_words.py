"""Count how common words are in a collection: makes ``cardsmith/cards/background.txt``.

usage: count_words.py FOLDER > cardsmith/cards/background.txt

A word's band is how often the share of documents that hold it must be doubled to make one: 0 for
words in more than half of them, 8 for words in fewer than one in 256. Rarer words are left out.
"""

import math
import re
import sys
from collections import Counter
from pathlib import Path

from cardsmith.build.sources import find
from cardsmith.diagnostics import Diagnostic
from cardsmith.markup import plain
from cardsmith.parser import parse

LAST = 8
WIDTH = 100


def words(folder: Path) -> tuple[int, Counter[str]]:
    """The documents of a folder, and in how many of them each word stands."""
    total, seen = 0, Counter[str]()
    for path in find([folder]):
        for document in parse(str(path), path.read_bytes()):
            if not isinstance(document, Diagnostic):
                answer = document.answer
                parts = (answer.intro, *(each.blocks for each in answer.sections), answer.closing)
                text = " ".join(plain(part) for part in parts)
                seen.update(set(re.findall(r"[a-z]{2,}", text.casefold())))
                total += 1
    return total, seen


def main() -> None:
    """Print the bands, a line of words for each."""
    total, seen = words(Path(sys.argv[1]))
    bands: dict[int, list[str]] = {}
    for word, count in seen.items():
        bands.setdefault(int(math.log2(total / count)), []).append(word)
    for band in range(LAST + 1):
        print(band, *sorted(bands.get(band, [])))


if __name__ == "__main__":
    main()
