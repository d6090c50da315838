"""Where the closing words of an answer begin: what says so, or looks back, or ends the titles."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from cardsmith.markup import flat
from cardsmith.model import Blocks, Listing, Paragraph
from cardsmith.parser import lists, titles
from cardsmith.parser.entries import is_titled, run_in
from cardsmith.parser.structure import Heading, Part

__all__ = ["Cut", "cut"]

_SUMS_UP: Final = re.compile(
    r"(?:(?:so|thus|and),? )?"
    r"(?:in (?:summary|conclusion|short|brief|sum|closing|a nutshell)"
    r"|to (?:summarize|sum up|conclude|recap)|conclusion|summary)\b",
    re.IGNORECASE,
)
_LOOKS_BACK: Final = re.compile(
    r"overall\b|ultimately\b|in essence\b|together,|all in all\b|taken together\b"
    r"|by \w+ing (?:these|this|the above)\b|by understanding\b"
    r"|understanding (?:this|these|the (?:distinction|difference))\b"
    r"|understanding (?:[\w'’-]+ ){1,6}(?:is|are) "
    r"(?:crucial|essential|fundamental|important|vital)\b"
    r"|(?:these|this) (?:steps?|guidelines?|methods?|approach|process|structure) "
    r"(?:ensures?|will|helps?|allows?|provides?)\b"
    r"|these [\w'’-]+ (?:collectively )?"
    r"(?:cover|demonstrate|highlight|illustrate|show|underscore)\b",
    re.IGNORECASE,
)
# After a list, these say what it comes to.
_AFTER_LIST: Final = re.compile(r"by (?:\w+ly )?\w+ing\b|these [\w'’-]+s\b", re.IGNORECASE)
# So do these after titles, whatever prose stands between.
_ROUNDS_OFF: Final = re.compile(
    r"(?:this|these) (?!(?:case|code|command|example|formula|function|line|means|result)s?\b)"
    r"(?:[\w'’-]+ ){1,3}?(?:is|are|allows?|demonstrates?|ensures?|helps?|provides?)\b"
    r"|(?:recognizing|understanding) [^.]* (?:is|are) (?:crucial|essential|important|vital)\b",
    re.IGNORECASE,
)
_CONCLUDES: Final = re.compile(r"(?:thus|therefore|hence),? ", re.IGNORECASE)
# A last paragraph that begins or goes on so tells something new.
_GOES_ON: Final = re.compile(
    r"(?:in addition|additionally|moreover|furthermore|however|in contrast|conversely"
    r"|it(?: is|['’]s) important to note|note that|research (?:has|shows|indicates|suggests)"
    r"|studies (?:have|show)|then|since)\b",
    re.IGNORECASE,
)
_EXAMPLE: Final = re.compile(r"\bfor (?:example|instance)\b|\bsuch as\b.*\d", re.IGNORECASE)
_OFFERS: Final = re.compile(
    r"(?:please )?(?:feel free to (?:ask|reach)|let me know)\b"
    r"|if you (?:have|need|want|would like|['’]d like)\b.*\b(?:ask|let me know|feel free)\b",
    re.IGNORECASE,
)
_FAR: Final = 6
_SAID: Final = 2


class Cut(NamedTuple):
    """The parts of an answer before its closing words, these, and the title over them."""

    parts: Sequence[Part]
    closing: Blocks
    title: str = ""


def cut(parts: Sequence[Part]) -> Cut:
    """The parts, cut before the closing words; what offers more help belongs to these."""
    if len(parts) > 1 and _offers(parts[-1]):
        before = cut(parts[:-1])
        return before._replace(closing=(*before.closing, *lists.blocks(parts[-1:])))
    last = max((at for at, part in enumerate(parts) if isinstance(part, Heading)), default=-1)
    heading = parts[last] if 0 < last < len(parts) - 1 else None
    if isinstance(heading, Heading) and titles.is_closing(titles.clean(heading.title)):
        return Cut(parts[:last], *_under_title(heading, lists.blocks(parts[last + 1 :])))
    # the paragraph right under a heading is what this heading has
    first = last + 2 if last >= 0 else 1
    found = _announced(parts, first)
    if found is None and len(parts) > first and _looks_back(parts, len(parts) - 1):
        found = len(parts) - 1
    if found is None:
        found = _before_list(parts, first)
    if found is not None:
        return Cut(parts[:found], lists.blocks(parts[found:]))
    return _last_entry(parts)


def _under_title(heading: Heading, below: Blocks) -> tuple[Blocks, str]:
    """Closing words and their title, which is a block of them where it says more than that."""
    title = titles.clean(heading.title)
    if titles.tells_more(title):
        # with its number, at which its place points
        bare = replace(heading, title=heading.title.rstrip(" :"))
        return (*lists.blocks([bare]), *below), ""
    return below, title


def _announced(parts: Sequence[Part], first: int) -> int | None:
    """The earliest paragraph that says it sums up, and is followed by lists and one paragraph."""
    found = None
    after = 0
    for at in range(len(parts) - 1, max(first, len(parts) - _FAR) - 1, -1):
        part = parts[at]
        if isinstance(part, Paragraph):
            if _SUMS_UP.match(_words(part)):
                found = at
            after += 1
            if after > 1:
                break
        elif is_titled(part) and not _is_recap(parts, at, first):
            break
    return found


def _is_recap(parts: Sequence[Part], at: int, first: int) -> bool:
    """Whether a list of titles only repeats: it is led to so, and enough was said before."""
    lead = parts[at - 1]
    if not isinstance(lead, Paragraph) or at < first + _SAID:
        return False
    return bool(_SUMS_UP.match(_words(lead))) and flat(lead.sentences[-1].runs).endswith(":")


def _before_list(parts: Sequence[Part], first: int) -> int | None:
    """A paragraph that looks back, with nothing but plain lists after it."""
    for at in range(len(parts) - 1, first - 1, -1):
        part = parts[at]
        if isinstance(part, Paragraph):
            return at if _LOOKS_BACK.match(_words(part)) else None
        if not isinstance(part, Listing) or is_titled(part):
            return None
    return None


def _looks_back(parts: Sequence[Part], at: int) -> bool:
    """Whether the last paragraph looks back, or ends an answer made of titles."""
    part, before = parts[at], parts[at - 1]
    if not isinstance(part, Paragraph):
        return False
    words = _words(part)
    if _LOOKS_BACK.match(words):
        return True
    if _CONCLUDES.match(words) and len(part.sentences) > 1:
        return True
    if isinstance(before, Listing) and (_AFTER_LIST.match(words) or _ROUNDS_OFF.match(words)):
        return True
    titled = any(is_titled(each) for each in parts)
    if titled and _ROUNDS_OFF.match(words) and not _tells_new(part) and not _has_heading(parts):
        return True
    return (is_titled(before) or bool(run_in((before,)))) and not _tells_new(part)


def _has_heading(parts: Sequence[Part]) -> bool:
    return any(isinstance(each, Heading) for each in parts)


def _tells_new(part: Paragraph) -> bool:
    """Whether a paragraph after the titles goes on with the matter."""
    text = " ".join([flat(sentence.runs) for sentence in part.sentences])
    return bool(_GOES_ON.match(text) or _EXAMPLE.search(text)) or text.endswith(":")


def _offers(part: Part) -> bool:
    return isinstance(part, Paragraph) and bool(_OFFERS.match(_words(part)))


def _words(part: Paragraph) -> str:
    return flat(part.sentences[0].runs)


def _last_entry(parts: Sequence[Part]) -> Cut:
    """The last entry of a list of titles, where it is called a conclusion."""
    last = parts[-1] if parts else None
    if isinstance(last, Listing) and len(last.entries) > 1 and is_titled(last):
        *entries, final = last.entries
        title = titles.clean(final.label)
        if titles.is_closing(title) and final.blocks:
            kept = [*parts[:-1], replace(last, entries=tuple(entries))]
            if titles.tells_more(title):
                return Cut(kept, (replace(last, entries=(final,), span=final.span),))
            return Cut(kept, final.blocks, title)
    return Cut(parts, ())
