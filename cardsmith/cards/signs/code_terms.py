"""What a piece of code inside a line is for, where its sentence or list entry says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cardsmith.cards.sentences.fragments import Shape, shape
from cardsmith.cards.signs.passages import MASK, Passage, lead, masked
from cardsmith.grammar import POINTERS, Reading, Tense, content, count, read
from cardsmith.markup import cut, flat
from cardsmith.model import Code, Listing, Paragraph, Runs, Sentence, Text

__all__ = ["NOUN", "Listed", "Use", "listed", "task", "use", "used"]

LONGEST: Final = 20
TELLING: Final = 2
FEWEST: Final = 3

NOUN: Final = (
    r"(?:argument|attribute|class|clause|command|decorator|directive|flag|function|header|"
    r"instruction|keyword|library|macro|method|modifier|module|operator|option|package|parameter|"
    r"predicate|property|query|selector|specifier|statement|tag|tool|type|utility|widget)"
)
_SIGN: Final = rf"(?P<sign>{MASK}+)"
_SUBJECT: Final = (
    rf"(?:(?:The|An?) )?(?:(?:[\w-]+ )?(?P<before>{NOUN}) {_SIGN}|"
    rf"(?:the )?(?P<other>{MASK}+)(?: (?:[a-z-]+ )?(?P<noun>{NOUN}))?)(?: \([^)]*\))?,? "
)
_USED: Final = re.compile(
    rf"{_SUBJECT}(?:is|are|can be)(?: \w+ly| often| also)? used (?P<how>to|for) (?P<task>.+?)\.?$"
)
_ALLOWS: Final = re.compile(
    rf"{_SUBJECT}(?:allows|lets|enables|helps) (?:you|users|us|one|developers|programmers)"
    r" (?:to )?(?P<task>.+?)\.?$"
)
_DOES: Final = re.compile(rf"{_SUBJECT}(?P<task>[a-z]+s .+?)\.?$")
_FORMS: Final = ((_USED, ""), (_ALLOWS, "to"), (_DOES, "does"))
# "To list files, use the `ls` command"
_TO: Final = re.compile(
    r"(?:To|If you (?:want|need|wish) to|In order to) (?P<task>[a-z][^,;:]+), (?:you |one |we )?"
    r"(?:can )?(?:also )?(?:simply |just )?(?:use|run|type|enter|call|employ|execute|issue) "
    rf"(?:the )?{_SIGN}(?: (?P<noun>{NOUN}))?(?: (?:with|in|followed|from|on|as|of|and)\b.*)?[.:]?$"
)
# what is no deed, and what is praise
_EMPTY: Final = re.compile(
    r"(?:is|does|has|was|makes it|plays|helps|remains|becomes|works|"
    r"(?:provides|offers|gives) (?:an? )?(?:high|wide|great|more|easy|simple|convenient|powerful|"
    r"flexible|flexibility|robust))\b"
)
# what only adds to a task
_ADDED: Final = re.compile(
    r", (?:which|making|allowing|enabling|providing|ensuring|where|while|and (?:it|this|they)|but|"
    r"often|typically|as well|such as|including|thus|so|if|even)\b.*|; .*|: .*"
)
_POINTS: Final = POINTERS - {"one", "each", "other", "others", "another", "you", "your", "both"}
_ENTRY: Final = re.compile(
    rf"(?P<sign>{MASK}+)(?: ?[:–—]| -) (?:to |It |This )?(?P<said>[A-Za-z].+)$"
)
_PLURAL: Final = re.compile(
    rf"\b(?P<noun>{NOUN})(?:s|es)\b|\b(?P<ies>utilit|librar|propert|quer)ies\b"
)


_ACTING: Final = frozenset({"command", "function", "method", "operator", "option", "utility"})


@dataclass(frozen=True, slots=True)
class Use:
    """Code and what it does: ``task`` begins small; ``noun`` is what it is, "" where not said.

    ``form`` is "to" or "for" where it is used to or for the task, "does" where the task is told
    with a finite verb, "is" where it is told by a noun. ``whole`` is the command that an option
    belongs to, "" for other code.
    """

    sign: Code
    noun: str
    form: str
    task: Runs
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a list that explains code, and its sentence."""

    use: Use
    sentence: Sentence
    section: str


def task(runs: Runs, start: int, end: int) -> Runs | None:
    """The words between two offsets as a task, without what only adds to it, or None."""
    text = masked(runs)[start:end]
    end = start + len(_ADDED.sub("", text).rstrip(" .,"))
    found = cut(runs, start, end)
    words = masked(found).replace(MASK, "")
    folded = {word.casefold() for word in re.findall(r"[\w']+", words)}
    # what has a figure is told of one example
    if (
        folded & _POINTS
        or any(sign.isdigit() for sign in words)
        or not len(content(words)) >= TELLING
        or count(words) > LONGEST
    ):
        return None
    return found if words.count("(") == words.count(")") else None


def use(runs: Runs, reading: Reading) -> Use | None:
    """What a sentence says that its subject, some code, is used for or does."""
    text = masked(runs)
    tried = ((pattern.match(text), form) for pattern, form in _FORMS)
    match, form = next(((match, form) for match, form in tried if match), (None, ""))
    if match is None:
        return None
    span = match.span("sign") if match["sign"] else match.span("other")
    found = task(runs, *match.span("task"))
    sign = _code(runs, span)
    if found is None or sign is None:
        return None
    if form == "does" and (
        _EMPTY.match(match["task"]) or not _finite(reading, match.start("task"))
    ):
        return None
    noun = (match["before"] or match["noun"] or "").casefold()
    return Use(sign, noun, form or match["how"], found)


def used(runs: Runs) -> Use | None:
    """The code that a sentence tells to use for a task: "To list files, use the `ls` command"."""
    match = _TO.match(masked(runs))
    if match is None:
        return None
    found, sign = task(runs, *match.span("task")), _code(runs, match.span("sign"))
    if found is None or sign is None:
        return None
    return Use(sign, (match["noun"] or "").casefold(), "to", found)


def _code(runs: Runs, span: tuple[int, int]) -> Code | None:
    found = cut(runs, *span)
    return found[0] if len(found) == 1 and isinstance(found[0], Code) else None


def _finite(reading: Reading, at: int) -> bool:
    """Whether a finite verb of the present begins at an offset."""
    return any(
        reading.tokens[verb.start].start == at and verb.tense is Tense.PRESENT
        for verb in reading.verbs
    )


def listed(passage: Passage) -> Iterator[Listed]:
    """The entries of lists that explain code, where most entries of their list do."""
    for at, block in enumerate(passage.blocks):
        if isinstance(block, Listing):
            found = list(_entries(block))
            if len(found) * 2 > len(block.entries) and len(found) >= FEWEST:
                over = f"{passage.label or passage.section} {flat(lead(passage, at))}"
                noun = _noun(over)
                for sentence, sign, told in found:
                    form = _form(told, noun)
                    if form:
                        yield Listed(Use(sign, noun, form, told), sentence, passage.section)


def _noun(over: str) -> str:
    named = {
        (match["noun"] or f"{match['ies']}y").casefold()
        for match in _PLURAL.finditer(over.casefold())
    }
    return named.pop() if len(named) == 1 else ""


def _entries(listing: Listing) -> Iterator[tuple[Sentence, Code, Runs]]:
    for entry in listing.entries:
        first = entry.blocks[0] if entry.blocks else None
        if entry.label or not isinstance(first, Paragraph):
            continue
        sentence = first.sentences[0]
        match = _ENTRY.match(masked(sentence.runs))
        if match is None:
            continue
        told = task(sentence.runs, *match.span("said"))
        sign = _code(sentence.runs, match.span("sign"))
        if told is not None and sign is not None:
            yield sentence, sign, told


def _form(told: Runs, noun: str) -> str:
    """How an entry tells what code does: by a verb, or by a thing; "" where it does neither."""
    words = flat(told)
    if re.match(r"(?:is )?used (?:to|for)\b", words, re.IGNORECASE):
        return "for"
    reading = read((Text(f"{words[:1].lower()}{words[1:]}"),))
    first = reading.tokens[0]
    acting = noun in _ACTING and first.tag not in {"DT", "IN"}
    if acting or first.tag in {"VB", "VBZ", "VBP"}:
        return "does"
    return "is" if shape(reading) is not Shape.WHOLE else ""
