"""The parser, by example: what is read, where it stands, and what is wrong with it."""

import json
from collections.abc import Iterator
from pathlib import Path

import casefiles
import parsed
import pytest

from cardsmith import parser
from cardsmith.model import Document
from cardsmith.parser import titles
from cardsmith.parser.showing import tree
from cardsmith.parser.showing_values import plain_values


def shown(text: str) -> str:
    """The tree of each document for people, and its values for programs."""
    found = parser.parse(parsed.PATH, text.encode())
    documents = [each for each in found if isinstance(each, Document)]
    told = [[*tree(each), "", *fitted(plain_values(each))] for each in documents]
    return "\n\n".join("\n".join(lines) for lines in told)


def fitted(value: object, name: str = "") -> Iterator[str]:
    """JSON in lines: what fits on one stands on one."""
    whole = name + json.dumps(value, ensure_ascii=False)
    if len(whole) <= 88 or not isinstance(value, dict | list):
        yield whole
        return
    named = list(value.items()) if isinstance(value, dict) else [("", each) for each in value]
    yield name + ("{" if isinstance(value, dict) else "[")
    for at, (key, inner) in enumerate(named, 1):
        lines = list(fitted(inner, f"{json.dumps(key)}: " if key else ""))
        lines[-1] += "," * (at < len(named))
        yield from (f"  {line}" for line in lines)
    yield "}" if isinstance(value, dict) else "]"


GIVES = {
    "clozes": parsed.tree,
    "faults": parsed.faults,
    "formulas": parsed.tree,
    "front": parsed.fronts,
    "layouts": parsed.tree,
    "marks": parsed.tree,
    "notes": parsed.tree,
    "pairs": parsed.tree,
    "places": parsed.places,
    "sentences": parsed.tree,
    "shown": shown,
}


def judged(text: str) -> str:
    cleaned = [titles.clean(line) for line in text.split("\n")]
    return "\n".join(f"{title} ({titles.nature(title)})" for title in cleaned)


@pytest.mark.parametrize("path", casefiles.files("parser"), ids=lambda path: path.stem)
def test_a_document_is_understood_as_the_case_says(path: Path) -> None:
    casefiles.check(path, {**GIVES, "titles": judged}[path.stem])
