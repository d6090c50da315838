"""Decks: notes in learning order, with the way they are studied."""

from dataclasses import dataclass

from cardsmith.model.documents import Front
from cardsmith.model.notes import Kept

__all__ = ["Deck", "Picture", "Placed", "Preset"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A note's place in a deck: ``due`` is its rank among new cards (0 to 999,999)."""

    kept: Kept
    front: Front
    due: int
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preset:
    """How a deck is studied; ``retention`` is the share to be known, 0.7 to 0.97."""

    name: str
    new_per_day: int
    reviews_per_day: int
    retention: float


@dataclass(frozen=True, slots=True)
class Deck:
    """Notes in learning order; ``name`` is the deck's identity in Anki (``Root::Subject``).

    ``slug`` names its file: lower-case ASCII, unique in a build.
    """

    name: str
    slug: str
    notes: tuple[Placed, ...]
    preset: Preset
    description: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of an image; ``name`` is made from their hash (``cs-<sha>.png``)."""

    name: str
    content: bytes
