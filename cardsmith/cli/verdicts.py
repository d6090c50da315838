"""What is wrong with cards, and the figures over them, in words and as scripts read them."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from cardsmith.build.quality import Quality
from cardsmith.build.report import fault
from cardsmith.cards.lint.figures import Figures, Judged, advice, weight
from cardsmith.cli import console
from cardsmith.cli.exits import Exit
from cardsmith.diagnostics import Diagnostic, Severity, quoted

__all__ = ["told"]


def told(judged: Quality, *, json: bool, quiet: bool) -> Exit:
    """Tell each finding and the figures; the exit code says whether a card has a hard defect."""
    if json:
        console.print_json(_values(judged))
    else:
        console.faults(_finding(*each) for each in judged.found)
        if not quiet:
            for line in _figures(judged.figures):
                console.say(line)
    hard = any(not card.clean for card in judged.cards)
    return Exit.CONTENT if hard or console.any_error(judged.faults) else Exit.DONE


def _finding(card: Judged, code: str, detail: str) -> Diagnostic:
    shown = f"{quoted(_line(card.row.front))} -> {quoted(_line(card.row.answer))}"
    message = f"{advice(code)} ({detail[:60]}): {shown}"
    return Diagnostic(card.row.span, code, message, Severity.WARNING)


def _line(text: str) -> str:
    return " / ".join(text.split("\n"))


def _values(judged: Quality) -> dict[str, Any]:
    return {
        "figures": asdict(judged.figures),
        "findings": [_value(*each) for each in judged.found],
        "faults": [fault(each) for each in judged.faults],
    }


def _value(card: Judged, code: str, detail: str) -> dict[str, Any]:
    row = card.row
    return {
        "note": row.note,
        "card": row.place + 1,
        "path": row.span.path,
        "line": row.span.line,
        "column": row.span.column,
        "code": code,
        "weight": str(weight(code)),
        "detail": detail,
        "front": row.front,
        "answer": row.answer,
    }


def _figures(found: Figures) -> Iterator[str]:
    yield f"Judged     {found.cards:,} cards, {found.notes:,} notes, {found.documents:,} documents"
    yield ""
    for name, value in _rows(found):
        yield f"{name:58}{value:>16}"
    yield ""
    yield "Findings, a card once for each"
    for code, count in found.defects.items():
        yield f"  {code:16}{weight(code):10}{count:7,}   {advice(code)}"


def _rows(found: Figures) -> Iterator[tuple[str, str]]:
    yield "cards without a hard defect", f"{found.clean:.2%}"
    yield "format defects per 1,000 cards", f"{found.format_rate:.1f}"
    yield "leaks per 1,000 cards", f"{found.leak_rate:.1f}"
    yield "duplicate or ambiguous per 1,000 cards", f"{found.twin_rate:.1f}"
    yield "documents that refuse to answer, with cards", f"{found.refusals_carded:,}"
    yield "titled sections with a clean card of their own", f"{found.sections:.1%}"
    yield "  or as the answer in a clean list", f"{found.sections_or_items:.1%}"
    yield "keywords of the answers asked by a clean card, here", f"{found.keywords:.1%}"
    yield "  with the notes over the core, too", f"{found.keywords_full:.1%}"
    for name, share in found.wordings.items():
        yield f"five commonest wordings: {name}", f"{share:.1%}"
    yield "words of an answer to a question, median / 90th", _pair(found.answer_words)
    yield "words of a question, median / 90th", _pair(found.front_words)
    shares = " : ".join(f"{100 * found.forms[name]:.0f}" for name in found.forms)
    yield f"notes: {' : '.join(found.forms)}", shares
    yield "notes per document", f"{found.notes_per_document:.1f}"


def _pair(words: tuple[int, int]) -> str:
    return f"{words[0]} / {words[1]}"
