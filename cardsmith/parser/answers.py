"""The text of an answer, read: its parts, with the way back to the file."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cardsmith.diagnostics import Diagnostic, Severity
from cardsmith.markup import flat, sentences
from cardsmith.model import Blocks, Document, Front, Paragraph, Span
from cardsmith.parser import escapes, front, markdown, scalars, sections, structure
from cardsmith.parser.places import Places
from cardsmith.parser.source import Field, Source
from cardsmith.parser.structure import Part

__all__ = ["Reading", "documents", "of_body", "of_field"]

_REFUSAL: Final = re.compile(
    r"\W*(?:i(?:'m| am|’m) (?:sorry\b|unable to|not able to|afraid)|sorry, (?:but )?i\b"
    r"|(?:unfortunately, )?i (?:cannot|can ?not|can't|can’t|could not|couldn't) "
    r"(?:answer|provide|help|assist|find|fulfill)|as an ai\b"
    r"|i (?:do not|don't|don’t) have (?:access|enough|any|sufficient|the) "
    r"|based on the (?:available|gathered|provided) (?:information|context|text), "
    r"(?:i (?:cannot|can't)"
    r"|there is no (?:specific |direct |clear )?(?:mention|data|information)))",
    re.IGNORECASE,
)
_STUB: Final = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer's parts; ``start`` is where its text begins in the file."""

    parts: tuple[Part, ...]
    start: Span


def of_field(source: Source, field: Field) -> Reading:
    """The answer in the front matter, where two characters may stand for a newline."""
    raw, file = scalars.pieces(source.text, field)
    text = field.text
    folded = text.count("\\n") >= text.strip().count("\n")
    decoded = escapes.decode(text) if folded else escapes.Decoded(text)
    return _read(source, decoded.text, Places(source.lines, raw, file, decoded))


def of_body(source: Source) -> Reading:
    """The text under the front matter, or the whole file where there is none."""
    text = source.text[source.body :]
    decoded = escapes.Decoded(text)
    return _read(source, text, Places(source.lines, (0,), (source.body,), decoded))


def _read(source: Source, text: str, places: Places) -> Reading:
    folder = posixpath.dirname(source.lines.path)
    parsed = markdown.parse(text)
    start = places.span(len(text) - len(text.lstrip()))
    if any(token.level >= markdown.DEEPEST - 1 for token in parsed.tokens):
        message = "lists or quotations are nested too deep; take them apart"
        raise front.FrontError(Diagnostic(start, "too-deep", message))
    return Reading(structure.parts(parsed, places, folder), start)


def documents(found: Front, parts: Sequence[Part]) -> Iterator[Document | Diagnostic]:
    """The document that a question and the parts of its answer make up, or why there is none."""
    answer = sections.answer(parts)
    blocks = (*answer.intro, *(block for section in answer.sections for block in section.blocks))
    first = next(sentences((*blocks, *answer.closing)), None)
    if not (blocks or answer.sections or answer.closing):
        yield Diagnostic(found.span, "no-answer", "this question has no answer; write one")
    elif first and _REFUSAL.match(flat(first.runs)):
        message = "the answer declines to answer; answer the question, or remove it"
        yield Diagnostic(first.span, "refusal", message, Severity.WARNING)
    else:
        yield Document(found, answer)
        if first and len(answer.sections) <= 1 and _is_stub((*blocks, *answer.closing)):
            message = "the answer is one short sentence; say more, or leave it if that is all"
            yield Diagnostic(first.span, "stub", message, Severity.WARNING)


def _is_stub(blocks: Blocks) -> bool:
    match blocks:
        case (Paragraph(sentences=(only,)),):
            return len(flat(only.runs).split()) <= _STUB
        case _:
            return False
