"""Cards held against the strict reader's checks, documents in batches, in any process."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cardsmith.build.work import Carded, documents_of
from cardsmith.cards.lint.proof import Proof, proof
from cardsmith.cards.study import READ, spoken
from cardsmith.model import Document

__all__ = ["proofs"]

BATCH: Final = 40


@dataclass(frozen=True, slots=True)
class _Job:
    """A carded document and the file that it is read from again: its text is not kept."""

    path: Path
    carded: Carded


def proofs(
    carded: Sequence[Carded],
    files: Mapping[str, Path],
    executor: Executor,
    done: Callable[[int], None],
) -> Iterator[Proof]:
    """The judgement of each document, in their order; ``files`` by the path that spans show."""
    jobs = [_Job(files[each.front.span.path], each) for each in carded]
    batches = [tuple(jobs[at : at + BATCH]) for at in range(0, len(jobs), BATCH)]
    for batch, results in zip(batches, executor.map(_batch, batches), strict=True):
        yield from results
        done(len(batch))


def _batch(jobs: Sequence[_Job]) -> tuple[Proof, ...]:
    return tuple(found for job in jobs for found in _proved(job))


def _proved(job: _Job) -> Iterator[Proof]:
    """None where the file changed under our hands, or in a language that no check can read."""
    for thing in documents_of(job.path):
        same = isinstance(thing, Document) and thing.front.span == job.carded.front.span
        if isinstance(thing, Document) and same and spoken(thing) in READ:
            yield proof(thing, job.carded.notes, job.carded.front.key)
