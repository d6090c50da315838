"""What comes next: steps, stages and phases, asked by the one before.

The list of all of them is asked elsewhere, with every other item in sight; an order is known only
when one stage recalls the next without the rest. Steps that are deeds ("Collect the data") are not
asked like that: their order is common sense, or one of many.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from cardsmith.cards.cloze import name
from cardsmith.cards.commonness import band, commonest
from cardsmith.cards.pages import line, text
from cardsmith.cards.questions.genus import genus
from cardsmith.cards.sentences.labels import names
from cardsmith.cards.signs.passages import Passage, lead, passages
from cardsmith.cards.study import Study
from cardsmith.cards.topic import context
from cardsmith.grammar import content, count, families, read_text
from cardsmith.markup import flat, fold, plain
from cardsmith.model import QA, Listing, Marker, Nature, Note, Rejection, Section, Span

__all__ = ["make"]

FEWEST: Final = 3
MOST: Final = 10
# pairs that are asked of a list
PAIRS: Final = 2
MOST_WORDS: Final = 8
# the rarest word of a step worth recalling stands in fewer than one document of 128
TELLING: Final = 7
SCORE: Final = 82

_KIND: Final = re.compile(r"(?:[\w-]+ ){0,2}(?:step|stage|phase)")
_SAYS_STEPS: Final = re.compile(r"\b(?:step|stage|phase)s\b", re.IGNORECASE)
# what is done against something is a measure, and measures have no order
_MEASURES: Final = re.compile(
    r"\b(?:taken?|taking|to (?:address|achieve|avoid|become|combat|enhance|ensure|foster|improve|"
    r"increase|maintain|manage|minimi[sz]e|mitigate|prevent|promote|protect|reduce|strengthen|"
    r"support))\b",
    re.IGNORECASE,
)
# a part that need not be, or is another way to do it
_OPTIONAL: Final = re.compile(
    r"\b(?:if|stages|steps|phases|optional|additional|alternative|method|final|repeat|ongoing|continuous|long-term)\b",
    re.IGNORECASE,
)
# "Secondary treatment" after primary treatment needs no learning
_COUNTED: Final = re.compile(
    r"\b(?:first|second|third|fourth|primary|secondary|tertiary|one|two|three|early|middle|late|"
    r"later|pre|post|subsequent)\b|\d",
    re.IGNORECASE,
)
# words by which a text tells that its parts follow each other
_ORDERED: Final = re.compile(
    r"\b(?:then|next|after|afterwards?|before|following|followed|once|finally|begins?|starts?|first|"
    r"subsequent(?:ly)?|eventually|prior|previous|ultimately|this (?:stage|phase|step)|completes?|"
    r"culminat\w+)\b",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r" \([^)]*\)")
_NUMBERED: Final = re.compile(
    r"(?:step|stage|phase) (?:\d+|[IVX]+)(?:[:.)–-]| [–-]) ?", re.IGNORECASE
)
# "The process of digestion involves the following steps:"
_LEAD: Final = re.compile(
    r"(?:the )?process of (?P<of>[^,;:]{4,50}?) "
    r"(?:involves?|consists? of|includes?|follows|occurs in|proceeds|"
    r"takes place in|unfolds in|is divided into|can be (?:divided|broken) .*?into)\b[^.]*?"
    r"\b(?P<kind>step|stage|phase)s\b[^.]*:$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Order:
    """Steps in order: what each is ("stage"), of what ("of mitosis"), and their titles."""

    kind: str
    rest: str
    titles: tuple[str, ...]
    section: str
    span: Span
    # whether the text tells an order in time
    told: bool


def make(study: Study) -> Iterator[Note | Rejection]:
    """Two notes for each list of steps, for those that are hardest to guess."""
    for order in (*_sections(study), *_listings(study)):
        if not FEWEST <= len(order.titles) <= MOST:
            yield _refused(study, order, "long-list")
            continue
        if not order.told:
            yield _refused(study, order, "order-untold")
            continue
        asked = [pair for pair in pairwise(order.titles) if _good(study, order, pair)]
        if not asked:
            yield _refused(study, order, "next-is-guessed")
        asked.sort(key=lambda pair: (-commonest(pair[1]), pair))
        for before, after in asked[:PAIRS]:
            yield _note(study, order, before, after)


def _refused(study: Study, order: _Order, code: str) -> Rejection:
    told = " / ".join(order.titles)
    return Rejection(study.document.front.key, "steps", code, told, order.span)


def _sections(study: Study) -> Iterator[_Order]:
    """The groups of sections whose heading or question says that they are steps."""
    question = study.document.front.question
    for group, members in groupby(study.document.answer.sections, key=lambda each: each.group):
        listed = tuple(members)
        heading = study.casing.inside(group) if group else question
        what = _what(heading)
        titles = _titles(listed)
        if what and titles:
            yield _Order(*what, titles, group, listed[0].span, _follows(listed))


def _what(heading: str) -> tuple[str, str] | None:
    """What each part is, and of what, where a heading says that the parts are steps."""
    # a glance first: a reading of every heading takes long
    found = genus(heading) if _SAYS_STEPS.search(heading) else None
    if found is None or not found.rest or _MEASURES.search(heading):
        return None
    kind = found.kind.casefold()
    return (kind, found.rest.removeprefix("that is ")) if _KIND.fullmatch(kind) else None


def _follows(sections: Sequence[Section]) -> bool:
    """Whether the text of at least half of the parts tells an order in time."""
    told = [bool(_ORDERED.search(plain(each.blocks))) for each in sections]
    return sum(told) * 2 >= len(told)


def _titles(sections: Sequence[Section]) -> tuple[str, ...]:
    """The titles of steps; a last part that is none is left out, one in their middle spoils all."""
    *inner, last = sections
    kept = sections if last.nature is Nature.NAMED else inner
    if len(kept) < FEWEST or any(each.nature is not Nature.NAMED for each in kept):
        return ()
    return tuple(_NUMBERED.sub("", each.title) for each in kept)


def _listings(study: Study) -> Iterator[_Order]:
    """The numbered lists that their lead calls the steps of a process."""
    for passage in passages(study.document):
        for at, block in enumerate(passage.blocks):
            if isinstance(block, Listing) and block.marker is Marker.NUMBER:
                order = _listed(passage, flat(lead(passage, at)), block)
                if order:
                    yield order


def _listed(passage: Passage, before: str, listing: Listing) -> _Order | None:
    process = _LEAD.match(before)
    what = _what(before.rstrip(": "))
    if process:
        what = process["kind"].lower(), f"of {process['of']}"
    if what is None:
        return None
    titles = [each.label or plain(each.blocks).rstrip(".") for each in listing.entries]
    if any(count(each) > MOST_WORDS for each in titles):
        return None
    return _Order(*what, tuple(titles), passage.section, listing.span, told=True)


def _good(study: Study, order: _Order, pair: tuple[str, str]) -> bool:
    """Whether the next step is worth asking: short, and not told by the question."""
    before, after = pair
    told = families(f"{order.rest} {before}")
    secret = families(_ASIDE.sub("", after)) - study.secret - families(order.kind)
    sized = 0 < count(after) <= MOST_WORDS and 0 < count(before) <= MOST_WORDS
    rare = max((band(word) for word in content(after)), default=0)
    fixed = not _OPTIONAL.search(f"{before} {after}")
    bare = _ASIDE.sub("", after)
    counted = _COUNTED.search(_ASIDE.sub("", before)) and _COUNTED.search(bare)
    things = all(names(each.lower()) and not _deed(each) for each in pair)
    if not sized or counted or not fixed or rare < TELLING:
        return False
    return things and bool(secret) and not secret & told


def _deed(title: str) -> bool:
    """Whether a title tells what to do, "Form bonds", judged as what somebody can do."""
    tokens = read_text(f"you can {title.lower()}").tokens[2:]
    acts = len(tokens) > 1 and tokens[0].tag == "VB"
    return acts and tokens[1].text not in {"of", "in", "and", "by"}


def _note(study: Study, order: _Order, before: str, after: str) -> Note:
    bare = _ASIDE.sub("", before)
    ask = _asked(order, f"comes right after {study.casing.inside(bare)}?")
    return Note(
        document=study.document.front.key,
        kind="steps",
        name=name(f"after {fold(before)}"),
        body=QA((line(text(ask), order.span),), (line(text(after), order.span),)),
        context=context(study.topics, after),
        section=order.section,
        source=text(f"{before} → {after}"),
        span=order.span,
        score=SCORE,
    )


def _asked(order: _Order, what: str) -> str:
    """The question in the scene that the heading sets: "In mitosis, which step ..."."""
    kind, rest = order.kind, order.rest.removeprefix("involved ")
    if rest.startswith(("in ", "to ")):
        return f"{rest[0].upper()}{rest[1:]}, which {kind} {what}"
    return f"Which {kind} {rest} {what}"
