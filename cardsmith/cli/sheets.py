"""A quiz in words, and as scripts read it."""

from dataclasses import asdict

from cardsmith.build.quizzes import Drawn
from cardsmith.cli import console

__all__ = ["drawn_told", "summary"]


def drawn_told(drawn: Drawn) -> None:
    """Say what the sheet was drawn from and where it is."""
    sheet = drawn.sheet
    parts = ", ".join(f"{len(part.items)} {part.kind}" for part in sheet.versions[0].parts)
    console.say(f"Drawn from {drawn.pool:,} questions of {drawn.documents:,} documents")
    console.say(f"Quiz       {sheet.title} ({sheet.code}): {parts}; {sheet.points} points")
    for each in drawn.written:
        console.say(f"Wrote      {each.path}  {each.size / 1024:,.0f} kB")


def summary(drawn: Drawn) -> dict[str, object]:
    """The sheet and its files as JSON can hold them."""
    return {
        "code": drawn.sheet.code,
        "title": drawn.sheet.title,
        "points": drawn.sheet.points,
        "questions": sum(len(part.items) for part in drawn.sheet.versions[0].parts),
        "pool": drawn.pool,
        "documents": drawn.documents,
        "written": [asdict(each) for each in drawn.written],
    }
