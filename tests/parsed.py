"""Documents in readable form, for the parser's case files."""

from collections.abc import Iterator

from cardsmith.diagnostics import Diagnostic
from cardsmith.model import (
    Block,
    Blocks,
    Code,
    CodeBlock,
    Document,
    Emphasis,
    Entry,
    Formula,
    Gapped,
    Hole,
    Image,
    Link,
    Listing,
    Lower,
    Math,
    Pair,
    Paragraph,
    Raised,
    Run,
    Runs,
    Section,
    Sentence,
    Span,
    Strong,
    Table,
    Text,
    Written,
)
from cardsmith.parser import parse

PATH = "notes/cells.md"


def tree(text: str) -> str:
    """What the parser understands: parts, one sentence a line."""
    return "\n".join(line for found in parse(PATH, text.encode()) for line in _told(found))


def places(text: str) -> str:
    """Where questions, sections and sentences start, with the words that stand there."""
    lines = text.split("\n")
    spans = [span for found in parse(PATH, text.encode()) for span in _spans(found)]
    return "\n".join(
        f"{span.line}:{span.column} {lines[span.line - 1][span.column - 1 :][:24]}"
        for span in spans
    )


def faults(text: str) -> str:
    found = parse(PATH, text.encode())
    return "\n".join(str(one) if isinstance(one, Diagnostic) else "a document" for one in found)


def fronts(text: str) -> str:
    return "\n".join(line for found in parse(PATH, text.encode()) for line in _front(found))


def _front(found: Document | Diagnostic) -> Iterator[str]:
    if isinstance(found, Diagnostic):
        yield str(found)
        return
    front = found.front
    yield f"{front.key} asks {front.question}"
    yield f"subjects {'; '.join(front.subjects)}"
    told = {"id": front.id, "date": front.date, "url": front.url}
    told |= {"keywords": "; ".join(front.keywords), "related": "; ".join(front.related)}
    yield from (f"{name} {value}" for name, value in told.items() if value)


def _told(found: Document | Diagnostic) -> Iterator[str]:
    if isinstance(found, Diagnostic):
        yield str(found)
        return
    yield f"? {found.front.question}"
    if found.answer.intro:
        yield "intro"
        yield from _blocks(found.answer.intro)
    for section in found.answer.sections:
        yield _section(section)
        yield from _blocks(section.blocks)
    if found.answer.closing:
        yield f"closing {found.answer.closing_title}".rstrip()
        yield from _blocks(found.answer.closing)
    for section in found.answer.skipped:
        yield f"skipped {_section(section)}"
        yield from _blocks(section.blocks)
    for card in found.written:
        yield from _card(card)


def _section(section: Section) -> str:
    group = f"{section.group} > " if section.group else ""
    return f"section {group}{section.number} {section.title} ({section.nature})"


def _card(card: Written) -> Iterator[str]:
    under = f" under {card.title}" if card.title else ""
    match card:
        case Pair(question=question, answer=answer):
            yield f"card{under}"
            yield from (f" ?{line}" for line in _blocks(question))
            yield from (f" ={line}" for line in _blocks(answer))
        case Gapped(text=text):
            yield f"gaps{under}"
            yield from _blocks(text)


def _blocks(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield from (f"  {line}" for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(sentences=sentences):
            yield from (f"- {_runs(sentence.runs)}" for sentence in sentences)
        case CodeBlock(text=text, language=language):
            yield from (f"code {language}", *(f"  {line}" for line in text.split("\n")))
        case Formula(text=text):
            yield f"formula {text!r}"
        case Table(header=header, rows=rows):
            for row in (header, *rows):
                yield f"row {' | '.join(_runs(cell) for cell in row)}"
        case Listing(entries=entries):
            for entry in entries:
                yield f"{entry.number or '*'} {_label(entry)}".rstrip()
                yield from _blocks(entry.blocks)


def _label(entry: Entry) -> str:
    return f"[{entry.label}]" if entry.label else ""


def _runs(runs: Runs) -> str:
    return "".join(_marked(run) for run in runs)


def _marked(run: Run) -> str:
    shown = _run(run)
    return shown if isinstance(run, Image | Hole) or not run.marked else f"<marked {shown}>"


def _run(run: Run) -> str:
    match run:
        case Text(text=text):
            return text
        case Link(text=text, href=href):
            return f"<link {text} {href}>"
        case Image(text=text, src=src):
            return f"<image {text} {src}>"
        case Strong() | Emphasis() | Raised() | Lower() | Code() | Math():
            return f"<{type(run).__name__.lower()} {run.text}>"
        case Hole(runs=runs, term=term, hint=hint):
            words = _runs(runs)
            called = f" = {term}" if term != words.casefold() else ""
            return f"[{words}{called}{' :: ' + hint if hint else ''}]"


def _spans(found: Document | Diagnostic) -> Iterator[Span]:
    if isinstance(found, Diagnostic):
        yield found.span
        return
    yield found.front.span
    yield from _starts(found.answer.intro)
    for section in found.answer.sections:
        yield section.span
        yield from _starts(section.blocks)
    yield from _starts(found.answer.closing)


def _starts(blocks: Blocks) -> Iterator[Span]:
    for block in blocks:
        match block:
            case Paragraph(sentences=sentences):
                yield from (sentence.span for sentence in sentences)
            case Listing(entries=entries):
                for entry in entries:
                    yield entry.span
                    yield from _starts(entry.blocks)
            case _:
                yield block.span


def sentence_texts(blocks: Blocks) -> Iterator[Sentence]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.sentences
