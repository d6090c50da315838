"""Quiz questions, and the sheet that is drawn from them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from cardsmith.model.documents import Front
from cardsmith.model.text import Hole, Runs, Span

__all__ = [
    "Bank",
    "Choice",
    "Item",
    "ItemBody",
    "Paper",
    "Part",
    "Sheet",
    "Short",
    "TrueFalse",
    "Version",
]


@dataclass(frozen=True, slots=True)
class Choice:
    """One right option among wrong ones; ``key`` counts from 0."""

    stem: Runs
    options: tuple[Runs, ...]
    key: int


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """A statement to be judged; ``correction`` gives the true wording of a false one."""

    statement: Runs
    truth: bool
    correction: str


@dataclass(frozen=True, slots=True)
class Bank:
    """A sentence with one gap (its only ``Hole``), filled from the words of the whole bank.

    ``spares`` are words of the same document that look right in the gap and are not.
    """

    sentence: Runs
    spares: tuple[str, ...] = ()

    @property
    def answer(self) -> str:
        """The word that fills the gap."""
        return next(run.text for run in self.sentence if isinstance(run, Hole))


@dataclass(frozen=True, slots=True)
class Short:
    """A question answered in own words; ``answer`` is the model answer, one point a line."""

    stem: Runs
    answer: tuple[Runs, ...]


ItemBody: TypeAlias = Choice | TrueFalse | Bank | Short


@dataclass(frozen=True, slots=True)
class Item:
    """One quiz question: ``id`` is its short name on paper, ``note`` the key of its note.

    ``source`` is the sentence that the answer stands in, word for word.
    """

    id: str
    kind: str
    body: ItemBody
    points: int
    note: str
    front: Front
    source: Runs
    span: Span


@dataclass(frozen=True, slots=True)
class Part:
    """The items of one kind, in the order of one version; ``bank`` are the words to choose from.

    ``heading`` and ``instructions`` stand over them on paper.
    """

    kind: str
    heading: str
    instructions: str
    items: tuple[Item, ...]
    bank: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One of the shuffled papers made from the same items."""

    letter: str
    parts: tuple[Part, ...]


class Paper(StrEnum):
    """The size of a printed page."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The questions drawn for one quiz; ``code`` names the sheet, ``points`` are of one version."""

    title: str
    subject: str
    code: str
    versions: tuple[Version, ...]
    points: int
    paper: Paper
