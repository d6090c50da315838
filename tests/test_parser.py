"""The parser, by example: what is read, where it stands, and what is wrong with it."""

from pathlib import Path

import casefiles
import parsed
import pytest

from cardsmith.parser import titles

GIVES = {
    "faults": parsed.faults,
    "formulas": parsed.tree,
    "front": parsed.fronts,
    "layouts": parsed.tree,
    "notes": parsed.tree,
    "places": parsed.places,
    "sentences": parsed.tree,
}


def judged(text: str) -> str:
    cleaned = [titles.clean(line) for line in text.split("\n")]
    return "\n".join(f"{title} ({titles.nature(title)})" for title in cleaned)


@pytest.mark.parametrize("path", casefiles.files("parser"), ids=lambda path: path.stem)
def test_a_document_is_understood_as_the_case_says(path: Path) -> None:
    casefiles.check(path, {**GIVES, "titles": judged}[path.stem])
