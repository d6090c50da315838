"""What is done for each file: read, parsed, carded; one call for a batch, in any process."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Final

from cardsmith.build import remembered, sources
from cardsmith.build.overrides import for_files
from cardsmith.build.remembered import Remembered, recalled
from cardsmith.cards import Limits, make_corrected
from cardsmith.cards.editing.overrides import ADDED, NO_OVERRIDES, Overrides
from cardsmith.diagnostics import Diagnostic, split
from cardsmith.ledger import Ask, asks
from cardsmith.markup import images, lines, plain
from cardsmith.model import (
    QA,
    Blocks,
    Cloze,
    Document,
    Front,
    Gapped,
    Hole,
    Image,
    Note,
    Pair,
    Rejection,
    Run,
    Span,
    Term,
)
from cardsmith.parser import parse

__all__ = ["Aids", "Carded", "Made", "carded", "documents_of", "made", "parts"]

# enough documents that sending a batch costs nothing beside its work, few enough for a smooth bar
BATCH: Final = 40


@dataclass(frozen=True, slots=True)
class Carded:
    """A document after its cards were made.

    ``answer`` is a digest of the answer, ``corrections`` one of what people corrected in the notes
    ("" for nothing). ``front`` has the keywords that the notes were chosen by. ``pictures``
    are the images it shows, by their path from the working folder; ``sections`` the titles of its
    parts. ``asks`` are the cards of each note in marks, note by note. ``faults`` are those of
    people's corrections to its notes, ``settled`` the keys of notes that people wrote or corrected.
    """

    front: Front
    answer: str
    corrections: str
    notes: tuple[Note, ...]
    rejections: tuple[Rejection, ...]
    pictures: tuple[tuple[str, Span], ...]
    sections: tuple[str, ...]
    asks: tuple[tuple[Ask, ...], ...]
    faults: tuple[Diagnostic, ...] = ()
    settled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Aids:
    """What is known of documents besides their files: people's corrections, and the record."""

    overrides: Mapping[str, Overrides]
    known: remembered.Known

    def of(self, paths: Sequence[Path]) -> "_Own":
        """What is known of the documents of some files."""
        own = for_files(self.overrides, paths)
        return _Own(own, remembered.for_files(self.known, paths))


@dataclass(frozen=True, slots=True)
class _Own:
    """Aids for a few files."""

    overrides: Mapping[str, Overrides]
    known: tuple[Remembered, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """All that came of one file."""

    path: str
    documents: tuple[Carded, ...]
    faults: tuple[Diagnostic, ...]


def made(
    paths: Sequence[Path],
    limits: Limits,
    aids: Aids,
    executor: Executor,
    done: Callable[[int], None],
) -> Iterator[Made]:
    """What comes of the files, in their order; ``done`` is told how many files are finished."""
    groups = list(batches(paths))
    own = (aids.of(group) for group in groups)
    results = executor.map(_batch, groups, [limits] * len(groups), own)
    for group, result in zip(groups, results, strict=True):
        yield from result
        done(len(group))


def batches(paths: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """The paths in batches."""
    rest = iter(paths)
    while batch := tuple(islice(rest, BATCH)):
        yield batch


def _batch(paths: Sequence[Path], limits: Limits, aids: "_Own") -> tuple[Made, ...]:
    return tuple(_made(path, limits, aids) for path in paths)


def _made(path: Path, limits: Limits, aids: "_Own") -> Made:
    documents: list[Carded] = []
    faults: list[Diagnostic] = []
    for thing in documents_of(path):
        if isinstance(thing, Diagnostic):
            faults.append(thing)
        else:
            corrections = aids.overrides.get(thing.front.key, NO_OVERRIDES)
            one = carded(thing, limits, corrections, aids.known)
            documents.append(one)
            faults.extend(one.faults)
    return Made(sources.shown(path), tuple(documents), tuple(faults))


def documents_of(path: Path) -> Iterator[Document | Diagnostic]:
    """The documents and faults of one file."""
    content = sources.read(path)
    if isinstance(content, Diagnostic):
        yield content
    else:
        yield from parse(sources.shown(path), content)


def carded(
    document: Document,
    limits: Limits,
    overrides: Overrides = NO_OVERRIDES,
    known: Sequence[Remembered] = (),
) -> Carded:
    """The document with its notes, and what is kept of it besides; ``known`` is on record."""
    answer = _digest(answer_text(document))
    document = recalled(document, answer, known)
    notes: list[Note] = []
    rejections: list[Rejection] = []
    things: tuple[Note | Rejection, ...]
    things, faults = split(make_corrected(document, limits, overrides))
    for thing in things:
        if isinstance(thing, Note):
            notes.append(thing)
        else:
            rejections.append(thing)
    settled = [note for note in notes if _is_settled(note, overrides)]
    texts = (*parts(document), *(part for note in settled for part in _sides(note)))
    shown = dict.fromkeys(
        (image.src, sentence.span) for text in texts for image, sentence in images(text)
    )
    titles = tuple(section.title for section in document.answer.sections if section.title)
    return Carded(
        front=document.front,
        answer=answer,
        corrections=overrides.digest,
        notes=tuple(notes),
        rejections=tuple(rejections),
        pictures=tuple(shown),
        sections=titles,
        asks=tuple(asks(note) for note in notes),
        faults=faults,
        settled=frozenset(note.key for note in settled),
    )


def _is_settled(note: Note, overrides: Overrides) -> bool:
    return note.kind == ADDED or f"{note.kind}/{note.name}" in overrides.changes


def _sides(note: Note) -> tuple[Blocks, ...]:
    """The blocks that the cards of a note show; a term and its meaning are lines of words."""
    match note.body:
        case QA(front=front, back=back):
            return front, back
        case Cloze(text=text):
            return (text,)
        case Term():
            return ()


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


def _mark(run: Run) -> str:
    return "" if isinstance(run, Hole | Image) or not run.marked else "\0marked"


def answer_text(document: Document) -> str:
    """All of an answer that its cards are made from, as one text: its titles and its runs."""
    titles = [f"{each.group}\0{each.title}" for each in document.answer.sections]
    # the author's own cards may be code or formulas, which are no lines of runs
    own = [plain(part) for part in _written(document)]
    runs = [
        f"{type(run).__name__}{_mark(run)}\0{run.text}"
        for part in parts(document)
        for line in lines(part)
        for run in line
    ]
    return "\0\0".join([*titles, "", *runs, *own])
