r"""Look for bytes that the parser cannot take: ``fuzz.py [FOLDER] [--inputs N] [--seed N]``.

Documents of FOLDER (of ``content/``) and a few samples are cut, spliced and sprinkled with what is
nasty, then parsed twice. What must hold of every result is in ``faults``; a traceback and more than
``--limit`` seconds are findings, too. Each kind of finding is made small and printed. The same seed
gives the same inputs, and ``--first N`` begins at one of them.
"""

import argparse
import random
import signal
import sys
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import FrameType
from typing import Any, Final

from cardsmith.build.sources import find
from cardsmith.cards import Limits, make
from cardsmith.diagnostics import Diagnostic
from cardsmith.markup import flat
from cardsmith.model import Document, Entry, Listing, Paragraph, Section, Sentence, Span, Table
from cardsmith.parser import parse
from cardsmith.parser.escapes import decode
from cardsmith.parser.source import Source, read

PATH: Final = "notes/cells.md"
LARGEST: Final = 50_000
LONGEST: Final = 400  # characters of a message
PATIENCE: Final = 60  # seconds to make a finding smaller
SLOWER: Final = 5  # how much longer than parsing may it take to make the cards
SAMPLES: Final = (
    "# Why do cells divide?\n\nThey **grow**.\n\n1. **Growth**: They grow.\n   - more\n\n## And?\n",
    "Q: What is a cell?\nA: The smallest unit.\n\nQ: And a tissue?\nA: Many cells.\n",
    "# Cells\n\nThe {{c1::nucleus::part}} holds {{c2::DNA}}. <!-- cardsmith: skip -->\n\nMore.\n",
    "Heat | what moves\n---|---\n$\\nu$ | `a\\n`\n\n> quoted\n\n![a](b.png) [c][d]\n\n[d]: e 'f'\n",
    "---\nquestion: &a Why?\ntitle: *a\nanswer: |\n  $$\n  x\n  $$\n\n  ```c\n  y\n  ```\n"
    "seo: {page_keywords: [a, b]}\n---\n\n&nbsp;\n",
    "```\ncode\n```\n\n- [ ] a task[^1]\n\n[^1]: A note.\n\n\\[x\\] and \\(y\\), $5 to $6.\n",
)
# Words of Markdown, YAML, TeX, HTML and of this parser, each of which changes what follows it.
WORDS: Final = r"""
    --- ... \n \n\n \\n \t $$ $ \( \) \[ \] [ ] ( ) { } ** * __ _ ~~ == ` ``` ~~~ \ / @ % | |-|-|
    < > <b> </b> <div> <!-- --> <br> <script> & &amp; &#0; &#xD800; &#x110000; # ## + - 1. 1) > "
    {{c1:: }} {{c1::a}} {{c1::a::b}} {{c0::a}} {{ Q: A: Q. [[ ]] [[a|b]] [^1] [^1]: ![ ]( ' '' \"
    &a *a !!x !!binary !a %YAML ? : >- |- 99999999999. answer: question: title: subject: seo: tags:
    no_index: date: related_article1: http://a \nu \nabla \neq \text{ \frac{ \begin{x} ^{ _{ i.e.
    Dr. ?! “ ” ‘ ’ – — → • ½ é 中 ß İ 😀 **a** **a**:
""".split()
# What has white space in it, or is no sign that can be seen.
PHRASES: Final = (
    *("\n", "\n\n", "\r", "\r\n", "\t", "    ", "\u00a0", "\n---\n", "\n```\n", "\n- ", "\n1. "),
    *("\n# ", "\n## Why?\n", "\n> ", "\n| a | b |\n|---|---|\n| c |", "\nQ: a\nA: b\n", "\n$$\n"),
    *("<!-- cardsmith: skip -->", "<!-- cardsmith: end -->", "**a**: b", "- **a**", "[a]: b\n"),
    *("<<: *a", "\n  - ", ": &a ", "a: !!map", "[x,", "{a: ", "In summary, ", "I cannot answer"),
    *("\0", "\ufeff", "\u200b", "\u200d", "\u0301", "\u202e", "\u2028", "\x85", "\x0b", "\x0c"),
    *("\x1b", "\ufffe", "\ud800"),
)
NASTY: Final = (*WORDS, *PHRASES)
BYTES: Final = (b"\xff", b"\xc3", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\xe2")
RARELY: Final = 0.02


class HangError(BaseException):
    """The time for one input is up; no handler of the parser's may stop it."""


def main() -> None:
    """Parse what chance makes of documents, print what should not have come of it."""
    wanted = _arguments()
    files = [path.read_bytes() for path in find([wanted.folder])] + [
        text.encode() for text in SAMPLES
    ]
    signal.signal(signal.SIGVTALRM, _up)
    seen: Counter[str] = Counter()
    length, start = 0, time.monotonic()
    for number in range(wanted.first, wanted.first + wanted.inputs):
        content = made(random.Random(f"{wanted.seed}:{number}"), files)  # noqa: S311
        length += len(content)
        kind, told = judged(content, wanted.limit, wanted.cards)
        seen[kind] += 1
        if told and seen[kind] == 1:
            _show(kind, told, smaller(content, kind, wanted), number)
    spent = time.monotonic() - start
    print(f"{wanted.inputs:,} inputs, {length:,} bytes, {spent:.0f} s")
    for kind, count in seen.most_common():
        print(f"{count:9,} {kind}")
    sys.exit(any(kind.startswith(FOUND) for kind in seen))


def _arguments() -> argparse.Namespace:
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("folder", type=Path, nargs="?", default=Path("content"))
    told.add_argument("--inputs", type=int, default=5_000)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--first", type=int, default=0, help="the number of the first input")
    told.add_argument("--limit", type=float, default=1.0, help="seconds of the processor")
    told.add_argument("--cards", action="store_true", help="make cards of each document, too")
    return told.parse_args()


# -- inputs --------------------------------------------------------------------------------------


def made(chance: random.Random, files: Sequence[bytes]) -> bytes:
    """One input: a document, or its answer in another place, changed in a few places."""
    content = chance.choice(files)
    form = chance.choice(FORMS)
    content = content if form is None else form(_answer(content))
    for _ in range(1 + int(chance.expovariate(0.4))):
        content = chance.choice(CHANGES)(chance, content, files)[:LARGEST]
    return content


def _answer(content: bytes) -> str:
    found = read(PATH, content)
    if not isinstance(found, Source):
        return content.decode("utf-8", "replace")
    answer = found.fields.get("answer")
    return decode(answer.text).text if answer else found.text[found.body :]


def _note(text: str) -> bytes:
    return f"# Why is it so?\n\n{text}\n".encode()


def _folded(text: str) -> bytes:
    told = text.replace("\n", "\\n")
    return f"---\nquestion: Why?\nanswer: >-\n  {told}\n---\n".encode()


def _literal(text: str) -> bytes:
    told = text.replace("\n", "\n  ")
    return f"---\nquestion: Why?\nanswer: |\n  {told}\n---\n".encode()


FORMS: Final = (None, _note, _note, _folded, _literal)


def _flipped(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(content) + 1)
    byte = chance.randrange(256 if chance.random() < RARELY else 128)
    return content[:at] + bytes([byte]) + content[at + 1 :]


def _inserted(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + _nasty(chance) + content[at:]


def _repeated(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + _nasty(chance) * int(2 ** chance.uniform(1, 12)) + content[at:]


def _wrapped(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _chunk(chance, content)
    return content[:start] + _nasty(chance) + content[start:end] + _nasty(chance) + content[end:]


def _deleted(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _chunk(chance, content)
    return content[:start] + content[end:]


def _doubled(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _chunk(chance, content)
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[start:end] * chance.choice((1, 1, 2, 30)) + content[at:]


def _spliced(chance: random.Random, content: bytes, files: Sequence[bytes]) -> bytes:
    other = chance.choice(files)
    return content[: chance.randrange(len(content) + 1)] + other[chance.randrange(len(other) + 1) :]


def _indented(chance: random.Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """Some lines in another order or indented, what stands for a line end made one."""
    lines = content.split(chance.choice((b"\n", b"\\n")))
    start, end = sorted(chance.randrange(len(lines) + 1) for _ in range(2))
    margin = chance.choice((b"", b" ", b"  ", b"    ", b"\t", b"> ", b"- ", b"1. ", b"# "))
    changed = [margin + line for line in lines[start:end]]
    if chance.randrange(3) == 0:
        chance.shuffle(changed)
    end_of_line = chance.choice((b"\n", b"\n", b"\r\n", b"\\n", b"\n\n"))
    return end_of_line.join([*lines[:start], *changed, *lines[end:]])


CHANGES: Final = (
    *(_flipped, _inserted, _inserted, _inserted, _repeated, _wrapped, _wrapped),
    *(_deleted, _doubled, _spliced, _indented, _indented),
)


def _nasty(chance: random.Random) -> bytes:
    if chance.random() < RARELY:
        return chance.choice(BYTES)
    words = "".join(chance.choices(NASTY, k=chance.choice((1, 1, 1, 2, 3))))
    return words.encode("utf-8", "surrogatepass")


def _chunk(chance: random.Random, content: bytes) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, start + int(2 ** chance.uniform(0, 10))


# -- what must hold ------------------------------------------------------------------------------

FOUND: Final = "FOUND"


def judged(content: bytes, limit: float, cards: object) -> tuple[str, str]:
    """What came of an input in a few words, and what is wrong with that, "" where nothing is."""
    try:
        with _limited(limit):
            results = list(parse(PATH, content))
        again = list(parse(PATH, content))
        with _limited(limit * SLOWER):
            for result in results if cards else ():
                if isinstance(result, Document):
                    list(make(result, Limits()))
    except HangError:
        return f"{FOUND} a hang", f"more than {limit} s"
    except Exception as error:  # noqa: BLE001
        frame = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {Path(frame.filename).name}, {frame.name}"
        return f"{FOUND} {where}", "".join(traceback.format_exception(error)[-6:])
    found = next(faults(content, results), "") or (
        "another result the second time" if results != again else ""
    )
    if found:
        return f"{FOUND} {found.split(':')[0]}", found
    last = results[-1]
    return last.code if isinstance(last, Diagnostic) else "a document", ""


def _up(_: int, __: FrameType | None) -> None:
    raise HangError


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    # of the processor: another program that takes it is no fault of the parser
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def faults(content: bytes, results: Sequence[Document | Diagnostic]) -> Iterator[str]:
    """What is wrong with the results of one file: a kind, a colon, and where."""
    if not results:
        yield "nothing came of it"
    text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = unicodedata.normalize("NFC", text).split("\n")
    for result in results:
        if isinstance(result, Diagnostic):
            yield from _told(result)
        elif not (result.front.key and result.front.question.strip() and result.front.subjects):
            yield f"a front that says nothing: {result.front}"
        for part in _parts(result):
            if isinstance(part, Span):
                yield from _outside(part, lines)
            else:
                yield from _empty(part)


def _told(fault: Diagnostic) -> Iterator[str]:
    if not fault.message.strip() or not fault.code or " " in fault.code:
        yield f"a message that says nothing: {fault!r}"
    if not str(fault).isprintable() or len(str(fault)) > LONGEST:
        yield f"a message that is no line of words: {str(fault)[:LONGEST]!r}"


def _outside(span: Span, lines: Sequence[str]) -> Iterator[str]:
    inside = 1 <= span.line <= len(lines)
    if not inside or not 1 <= span.column <= len(lines[span.line - 1]) + 1:
        yield f"a place outside of the file: {span}"


def _empty(part: object) -> Iterator[str]:
    match part:
        case Sentence(runs=runs) if not flat(runs).strip() or not all(run.text for run in runs):
            yield f"a sentence that says nothing: {part}"
        case Paragraph(sentences=()) | Listing(entries=()):
            yield f"a block without parts: {part}"
        case Table(header=header, rows=rows) if any(len(row) != len(header) for row in rows):
            yield f"rows of several lengths: {part}"
        case Section(title=title, blocks=()) if not title.strip():
            yield f"a section without title and text: {part}"
        case Entry(label=label) if label != label.strip():
            yield f"white space around a label: {part}"
        case _:
            pass


def _parts(thing: object) -> Iterator[object]:
    """The thing and all that it is made of."""
    yield thing
    inner: Iterator[Any] = iter(())
    if isinstance(thing, tuple):
        inner = iter(thing)
    elif is_dataclass(thing):
        inner = (getattr(thing, field.name) for field in fields(thing))
    for each in inner:
        yield from _parts(each)


# -- findings ------------------------------------------------------------------------------------


def smaller(content: bytes, kind: str, wanted: argparse.Namespace) -> bytes:
    """Fewer bytes that give the same kind of finding: pieces are left out, ever smaller ones."""
    size, end = len(content) // 2, time.monotonic() + PATIENCE
    while size:
        at = 0
        while at < len(content) and time.monotonic() < end:
            fewer = content[:at] + content[at + size :]
            if judged(fewer, wanted.limit, wanted.cards)[0] == kind:
                content = fewer
            else:
                at += size
        size //= 2
    return content


def _show(kind: str, told: str, content: bytes, number: int) -> None:
    print(f"-- {kind} (input {number})\n{told.rstrip()}\n{content!r}\n", flush=True)


if __name__ == "__main__":
    main()
