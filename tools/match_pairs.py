"""Pairs of notes for labelling, and what the matching makes of labelled ones.

usage: match_pairs.py OLD NEW > pairs.tsv
       match_pairs.py OLD NEW --labels pairs.tsv

OLD and NEW are two editions of a collection. Of every document (by its file name) whose notes
changed, the pairs of old and new notes that are alike are printed, likest first: an empty cell for
the label, how like they are, the document, what the old and the new note ask and answer. Write `y`
before those that ask the same, `n` before the others, `?` where both may be said. With labels, it
tells how many true pairs are found and which matches are wrong; a note with several true partners
is found with any of them.
"""

import argparse
import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cardsmith.build.sources import find
from cardsmith.build.work import documents_of
from cardsmith.cards import Limits, make
from cardsmith.ledger.likeness import ratio
from cardsmith.ledger.matching import Told, matched
from cardsmith.ledger.recalled import of_note
from cardsmith.model import Document, Note

LEAST = 0.5


@dataclass(frozen=True)
class Pair:
    """An old and a new note of one document; ``found`` where they are matched."""

    document: str
    old: Told
    new: Told
    found: bool

    @property
    def likeness(self) -> float:
        """How like they are, by what they ask."""
        return ratio(self.old.front, self.new.front)

    @property
    def name(self) -> tuple[str, str, str]:
        """What a label is for."""
        return self.document, text(self.old), text(self.new)


def text(note: Told) -> str:
    """What a note asks, and its answer or what it hides."""
    return f"{note.front} = {note.back or '; '.join(sorted(note.terms))}"


def editions(folder: Path) -> dict[str, dict[str, Told]]:
    """The notes of every document by their keys in it."""
    limits = Limits()
    found: dict[str, dict[str, Told]] = {}
    for path in find([folder]):
        for document in documents_of(path):
            if isinstance(document, Document):
                notes = (of_note(note) for note in make(document, limits) if isinstance(note, Note))
                found[document.front.key] = {note.key: note for note in notes}
    return found


def pairs(before: Path, after: Path) -> Iterator[Pair]:
    """The pairs of changed notes that are alike, and all that are matched."""
    old, new = editions(before), editions(after)
    for key in sorted(old.keys() & new.keys()):
        gone = [note for name, note in old[key].items() if name not in new[key]]
        come = [note for name, note in new[key].items() if name not in old[key]]
        found = matched(gone, come)
        for one in gone:
            for other in come:
                pair = Pair(key, one, other, found.get(other.key) == one.key)
                near = one.type == other.type and pair.likeness >= LEAST
                if pair.found or near:
                    yield pair


def print_pairs(listed: list[Pair]) -> None:
    """Print pairs for labelling."""
    out = csv.writer(sys.stdout, "excel-tab", lineterminator="\n")
    for pair in sorted(listed, key=lambda each: (-each.likeness, each.name)):
        out.writerow(["", f"{pair.likeness:.2f}", *pair.name])


def count(listed: list[Pair], labels: Path) -> None:
    """Print what the matching makes of labelled pairs."""
    with labels.open(encoding="utf-8", newline="") as lines:
        known = {tuple(row[2:5]): row[0] for row in csv.reader(lines, "excel-tab") if row[0]}
    same = [pair for pair in listed if known.get(pair.name) == "y"]
    right = [pair for pair in same if pair.found]
    wrong = [pair for pair in listed if pair.found and known.get(pair.name) == "n"]
    met = {(pair.document, side.key) for pair in right for side in (pair.old, pair.new)}
    lost = [
        pair
        for pair in same
        if not {(pair.document, pair.old.key), (pair.document, pair.new.key)} & met
    ]
    print(f"{len(same) - len(lost)} of {len(same)} true pairs found, {len(wrong)} matches wrong")
    for title, few in (("wrong", wrong), ("lost", lost)):
        for pair in few:
            print(f"\n{title}: {pair.document}\n  {text(pair.old)}\n  {text(pair.new)}")


def main() -> None:
    """Print the pairs of two folders, or count against labels."""
    parser = argparse.ArgumentParser(description="Print pairs of notes, or count labelled ones.")
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--labels", type=Path)
    given = parser.parse_args()
    listed = list(pairs(given.old, given.new))
    if given.labels:
        count(listed, given.labels)
    else:
        print_pairs(listed)


if __name__ == "__main__":
    main()
