"""A question before the gate, and what a kind of question is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from cardsmith.model import ItemBody, Kept, Rejection, Runs
from cardsmith.quiz.material import Material, Passage

__all__ = ["Draft", "Kind", "Proposals"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A candidate: what is asked, the sentence it was made from and the passage around it.

    ``points`` is 0 where the question is worth as much as others of its kind.
    """

    kept: Kept
    body: ItemBody
    source: Runs
    passage: Passage
    points: int = 0


Proposals: TypeAlias = Iterator[Draft | Rejection]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question: how it is proposed, and how it stands on a sheet.

    ``letter`` ends the ids of its items. ``place`` orders the parts of a sheet. ``share`` is how
    many of twenty questions are of this kind.
    """

    propose: Callable[[Material], Proposals]
    letter: str
    heading: str
    instructions: str
    points: int
    place: int
    share: int
