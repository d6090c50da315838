"""Bold titles at the start of paragraphs and lines in bold: headings, or text of the section."""

from collections.abc import Iterator, Sequence

from cardsmith.parser import lists, titles
from cardsmith.parser.structure import BOLD_LINE, Heading, Lead, Part

__all__ = ["headed"]

_LEAD = BOLD_LINE + 1


def headed(parts: Sequence[Part]) -> list[Part]:
    """Parts without leads: headings where there are several under one heading, else paragraphs.

    Under a heading with a number of its own they are text, as lines in bold are: it is the section.
    """
    out: list[Part] = []
    is_numbered = False
    for run in _runs(parts):
        head = run[0]
        if isinstance(head, Heading) and head.level < BOLD_LINE:
            is_numbered = bool(titles.number(head.title))
        out += _text(run) if is_numbered else _headings(run)
    return out


def _runs(parts: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """Each heading with what follows it; first what stands before any."""
    start = 0
    for at, part in enumerate(parts):
        if at > start and isinstance(part, Heading):
            yield parts[start:at]
            start = at
    if parts:
        yield parts[start:]


def _text(run: Sequence[Part]) -> Iterator[Part]:
    for part in run:
        if isinstance(part, Lead):
            yield from _heading(part) if _closes(part) else part.whole
        elif isinstance(part, Heading) and part.level == BOLD_LINE and not _stands_out(part):
            yield from lists.blocks([part])
        else:
            yield part


def _headings(run: Sequence[Part]) -> Iterator[Part]:
    several = sum(isinstance(part, Lead) for part in run) > 1
    for part in run:
        if not isinstance(part, Lead):
            yield part
        elif several or _closes(part):
            yield from _heading(part)
        else:
            yield from part.whole


def _heading(lead: Lead) -> Iterator[Part]:
    yield Heading(_LEAD, lead.title, lead.span)
    yield from lead.rest


def _stands_out(heading: Heading) -> bool:
    return _closes(heading) or bool(titles.number(heading.title))


def _closes(part: Heading | Lead) -> bool:
    return titles.is_closing(titles.clean(part.title))
