"""Code: the command or lines for a task, what a command is for, what a program prints."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from cardsmith.cards.pages import line, text
from cardsmith.cards.signs.code_blocks import asked, printed
from cardsmith.cards.signs.code_notes import Place, both_ways, choice, note
from cardsmith.cards.signs.code_terms import Use, listed, use, used
from cardsmith.cards.signs.equations import EXAMPLE
from cardsmith.cards.signs.passages import MASK, Passage, lead, masked, passages
from cardsmith.cards.study import Study
from cardsmith.grammar import content
from cardsmith.markup import cut, flat
from cardsmith.model import (
    QA,
    Code,
    CodeBlock,
    Document,
    Note,
    Paragraph,
    Rejection,
    Runs,
    Sentence,
    Text,
)

__all__ = ["make"]

BLOCK: Final = 92
PRINTED: Final = 88
# both ways, so better than a question one way from the same sentence
USE: Final = 97
ENTRY: Final = 86
SHORTENED: Final = 94

# "The address `A` can be shortened to `B`."
_BECOMES: Final = re.compile(
    rf"(?:For example, |For instance, )?(?P<thing>[^,;:{MASK}]{{0,40}})(?P<from>{MASK}+) "
    rf"(?P<can>can be|is) (?P<done>\w+ed|written|shown) (?P<how>to|as|into) (?P<to>{MASK}+)\.?$"
)


# names that an example gives to its own things
_OWN: Final = re.compile(
    r"\b(?:def|function|class|void|int|char|double|float|bool|string|auto|var|let|const|struct|"
    r"String)[ \t]+\*?(\w+)|^[ \t]*([\w-]+)[ \t]*=(?!=)|\(define \(?([\w-]+)",
    re.MULTILINE,
)
_WALKED: Final = re.compile(
    r"\b(?:explanation|breakdown|works|walkthrough|output|code)\b", re.IGNORECASE
)


# telling words of a task that no topic line is over
ALONE: Final = 3
_OPTION: Final = re.compile(r"--?[A-Za-z]")
_PROMPT: Final = re.compile(r"^(?:\$ |sudo )+")


@dataclass(frozen=True, slots=True)
class _Examples:
    """What the examples of a document tell: their own names, and the command that most run."""

    names: frozenset[str]
    command: str


def make(study: Study) -> Iterator[Note | Rejection]:
    """One note for each task that short code answers, each use of a command, each output told.

    What is told twice is asked once.
    """
    asked_of: set[str] = set()
    for thing in _proposed(study):
        if isinstance(thing, Rejection):
            yield thing
        elif thing.name not in asked_of:
            asked_of.add(thing.name)
            yield thing


def _proposed(study: Study) -> Iterator[Note | Rejection]:
    examples = _examples(study.document)
    for passage in passages(study.document):
        yield from _told(study, passage, examples)
        for entry in listed(passage):
            place = Place(entry.section, entry.sentence.runs, entry.sentence.span, ENTRY)
            yield _used(study, entry.use, place, examples)
    for piece in study.pieces:
        coded = any(isinstance(run, Code) for run in piece.runs)
        found = use(piece.runs, piece.reading) or used(piece.runs) if coded else None
        place = Place(study.title(piece), piece.source, piece.span, USE)
        if found and EXAMPLE.search(place.section):
            yield _refusal(study, place, "example-name")
        elif found:
            yield _used(study, found, place, examples)


def _told(study: Study, passage: Passage, examples: _Examples) -> Iterator[Note | Rejection]:
    """What the blocks of a passage tell: tasks of code, and code that becomes other code."""
    for at, block in enumerate(passage.blocks):
        if isinstance(block, CodeBlock):
            yield from _block(study, (passage.section, lead(passage, at)), block, examples)
        elif isinstance(block, Paragraph):
            for sentence in block.sentences:
                yield from _becomes(study, passage.section, sentence)


def _examples(document: Document) -> _Examples:
    blocks = [
        block.text
        for passage in passages(document)
        for block in passage.blocks
        if isinstance(block, CodeBlock)
    ]
    own = [each for block in blocks for found in _OWN.findall(block) for each in found if each]
    run = Counter(_PROMPT.sub("", each).split(" ", 1)[0] for each in blocks if "\n" not in each)
    most, times = run.most_common(1)[0] if run else ("", 0)
    return _Examples(frozenset(own), most if times * 2 > run.total() else "")


def _block(
    study: Study, told_in: tuple[str, Runs], block: CodeBlock, examples: _Examples
) -> Iterator[Note | Rejection]:
    """The task before a block, with the block as its answer, and what a program prints."""
    section, before = told_in
    place = Place(section, before, block.span, BLOCK)
    short, task, told = used(before), asked(before, block), printed(block)
    if task and not study.topics and len(content(flat(task.thing))) < ALONE:
        yield _refusal(study, place, "vague-question")
        task = None
    if short:
        whole = _whole(short, examples)
        refused = _refusal(study, place, "option-of-what")
        yield choice(study, whole, place, block) if whole else refused
    elif task:
        front = (Text(task.start), *task.thing, Text(task.end))
        yield note(study, QA((line(front, block.span),), (block,)), flat(front), place)
    if told:
        asks = (line(text("What does this program print?"), block.span), told.program)
        body = QA(asks, (line((Code(told.output),), block.span),))
        yield note(study, body, f"prints {told.program.text}", replace(place, score=PRINTED))


def _whole(found: Use, examples: _Examples) -> Use | None:
    """A use with the command that its option belongs to, or None where that is not known."""
    if not _OPTION.match(found.sign.text):
        return found
    return replace(found, whole=examples.command) if examples.command else None


def _refusal(study: Study, place: Place, code: str) -> Rejection:
    return Rejection(study.document.front.key, "code", code, flat(place.source), place.span)


def _used(study: Study, found: Use, place: Place, examples: _Examples) -> Note | Rejection:
    """A note for a use of code; what an example calls its own things is no name to learn."""
    called = re.match(r"[\w-]*", found.sign.text)
    if _WALKED.search(place.section) or (called and called[0] in examples.names):
        return _refusal(study, place, "example-name")
    whole = _whole(found, examples)
    return both_ways(study, whole, place) if whole else _refusal(study, place, "option-of-what")


def _becomes(study: Study, section: str, sentence: Sentence) -> Iterator[Note]:
    """An exercise: "To what can the address `A` be shortened?", "`B`"."""
    match = _BECOMES.match(masked(sentence.runs))
    if match is None:
        return
    source = cut(sentence.runs, *match.span("from"))
    result = cut(sentence.runs, *match.span("to"))
    can, be = ("can", " be") if match["can"] == "can be" else ("is", "")
    how = "How" if match["how"] == "as" else f"{match['how'].capitalize()} what"
    start = f"{how} {can} {study.casing.start(match['thing'])}"
    front = (Text(start), *source, Text(f"{be} {match['done']}?"))
    body = QA((line(front, sentence.span),), (line(result, sentence.span),))
    yield note(study, body, flat(front), Place(section, sentence.runs, sentence.span, SHORTENED))
