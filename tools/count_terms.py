"""Count the keywords of a collection: makes ``cardsmith/cards/choosing/lexicon.txt``.

usage: count_terms.py FOLDER > cardsmith/cards/choosing/lexicon.txt

A term is the stems of a keyword that three documents have at least. Each line begins with three
bands that hold for its terms: how often the term is a keyword (1 for 3 to 5 documents, one more for
each doubling); what share of the documents that hold it name it (5 for more than half, one less
for each halving); and over how many subjects its documents are spread (the exponential of their
entropy, rounded down, 9 at most).
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from cardsmith.build.sources import find
from cardsmith.cards.choosing.lexicon import MOST_OFTEN, MOST_SHARE, MOST_SPREAD
from cardsmith.grammar import stem, words
from cardsmith.markup import plain
from cardsmith.model import Document
from cardsmith.parser import parse

LEAST = 3
LONGEST = 4


def documents(folder: Path) -> Iterator[Document]:
    """The documents of a folder."""
    for path in find([folder]):
        for document in parse(str(path), path.read_bytes()):
            if isinstance(document, Document):
                yield document


def stems(text: str) -> list[str]:
    """The stems of the words of a text."""
    return [stem(word.text) for word in words(text)]


def named(document: Document) -> set[str]:
    """The keywords of a document as terms."""
    found = [stems(keyword) for keyword in document.front.keywords]
    return {" ".join(each) for each in found if 0 < len(each) <= LONGEST}


def held(document: Document, terms: frozenset[str]) -> set[str]:
    """Those of some terms that a document's answer holds."""
    answer = document.answer
    parts = (answer.intro, *(each.blocks for each in answer.sections), answer.closing)
    row = [each for part in parts for each in stems(plain(part))]
    sizes = range(1, LONGEST + 1)
    groups = {" ".join(row[at : at + size]) for at in range(len(row)) for size in sizes}
    return groups & terms


def spread(subjects: Counter[str]) -> int:
    """Over how many subjects documents are spread."""
    shares = [count / subjects.total() for count in subjects.values()]
    return min(MOST_SPREAD, int(math.exp(-sum(share * math.log(share) for share in shares))))


def main() -> None:
    """Print the terms, a line for all that have the same bands."""
    subjects: defaultdict[str, Counter[str]] = defaultdict(Counter)
    folder = Path(sys.argv[1])
    for document in documents(folder):
        for term in named(document):
            subjects[term].update([document.front.subjects[0].casefold()])
    often = {term: found.total() for term, found in subjects.items() if found.total() >= LEAST}
    terms = frozenset(often)
    holding = Counter(term for document in documents(folder) for term in held(document, terms))
    lines: defaultdict[tuple[int, int, int], list[str]] = defaultdict(list)
    for term, count in often.items():
        rate = max(holding[term], count) / count
        bands = (
            min(MOST_OFTEN, 1 + int(math.log2(count / LEAST))),
            max(0, MOST_SHARE - int(math.log2(rate))),
            spread(subjects[term]),
        )
        lines[bands].append(term)
    for bands, found in sorted(lines.items()):
        print(*bands, ",".join(sorted(found)))


if __name__ == "__main__":
    main()
