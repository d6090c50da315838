"""What is done for each file: read, parsed, carded; one call for a batch, in any process."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Final

from cardsmith.build import sources
from cardsmith.cards import Limits, make
from cardsmith.diagnostics import Diagnostic
from cardsmith.markup import images, lines, plain
from cardsmith.model import Blocks, Document, Front, Gapped, Note, Pair, Rejection, Span
from cardsmith.parser import parse

__all__ = ["Carded", "Made", "carded", "documents_of", "made", "parts"]

# enough documents that sending a batch costs nothing beside its work, few enough for a smooth bar
BATCH: Final = 40


@dataclass(frozen=True, slots=True)
class Carded:
    """A document after its cards were made.

    ``text`` is a digest of all that they are made from but the question, ``answer`` one of the
    answer alone: people tag the same answer with other keywords in another folder. ``pictures``
    are the images it shows, by their path from the working folder; ``sections`` the titles of its
    parts.
    """

    front: Front
    text: str
    answer: str
    notes: tuple[Note, ...]
    rejections: tuple[Rejection, ...]
    pictures: tuple[tuple[str, Span], ...]
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """All that came of one file."""

    path: str
    documents: tuple[Carded, ...]
    faults: tuple[Diagnostic, ...]


def made(
    paths: Sequence[Path], limits: Limits, executor: Executor, done: Callable[[int], None]
) -> Iterator[Made]:
    """What comes of the files, in their order; ``done`` is told how many files are finished."""
    groups = list(batches(paths))
    results = executor.map(_batch, groups, [limits] * len(groups))
    for group, result in zip(groups, results, strict=True):
        yield from result
        done(len(group))


def batches(paths: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """The paths in batches."""
    rest = iter(paths)
    while batch := tuple(islice(rest, BATCH)):
        yield batch


def _batch(paths: Sequence[Path], limits: Limits) -> tuple[Made, ...]:
    return tuple(_made(path, limits) for path in paths)


def _made(path: Path, limits: Limits) -> Made:
    documents: list[Carded] = []
    faults: list[Diagnostic] = []
    for thing in documents_of(path):
        if isinstance(thing, Diagnostic):
            faults.append(thing)
        else:
            documents.append(carded(thing, limits))
    return Made(sources.shown(path), tuple(documents), tuple(faults))


def documents_of(path: Path) -> Iterator[Document | Diagnostic]:
    """The documents and faults of one file."""
    content = sources.read(path)
    if isinstance(content, Diagnostic):
        yield content
    else:
        yield from parse(sources.shown(path), content)


def carded(document: Document, limits: Limits) -> Carded:
    """The document with its notes, and what is kept of it besides."""
    notes: list[Note] = []
    rejections: list[Rejection] = []
    for thing in make(document, limits):
        if isinstance(thing, Note):
            notes.append(thing)
        else:
            rejections.append(thing)
    shown = dict.fromkeys(
        (image.src, sentence.span) for part in parts(document) for image, sentence in images(part)
    )
    answer = answer_text(document)
    titles = tuple(section.title for section in document.answer.sections if section.title)
    return Carded(
        front=document.front,
        text=_digest("\0\0".join([*document.front.keywords, "", answer])),
        answer=_digest(answer),
        notes=tuple(notes),
        rejections=tuple(rejections),
        pictures=tuple(shown),
        sections=titles,
    )


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def parts(document: Document) -> tuple[Blocks, ...]:
    """The intro, the body of each section, the closing and the author's own cards of a document."""
    answer = document.answer
    sections = (section.blocks for section in answer.sections)
    return (answer.intro, *sections, answer.closing, *_written(document))


def _written(document: Document) -> Iterator[Blocks]:
    for card in document.written:
        match card:
            case Pair(question=question, answer=back):
                yield from (question, back)
            case Gapped(text=text):
                yield text


def answer_text(document: Document) -> str:
    """All of an answer that its cards are made from, as one text: its titles and its runs."""
    titles = [f"{each.group}\0{each.title}" for each in document.answer.sections]
    # the author's own cards may be code or formulas, which are no lines of runs
    own = [plain(part) for part in _written(document)]
    runs = [
        f"{type(run).__name__}\0{run.text}"
        for part in parts(document)
        for line in lines(part)
        for run in line
    ]
    return "\0\0".join([*titles, "", *runs, *own])
