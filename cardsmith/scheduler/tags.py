"""Tags: what a learner can search for and study apart; a rebuild replaces them all."""

from collections.abc import Iterable
from typing import Final

from cardsmith.ledger import digest, slug
from cardsmith.model import Front, Note

__all__ = ["of_document", "of_note"]

_LONGEST: Final = 80
_MARK: Final = 6


def of_document(front: Front, subjects: Iterable[str]) -> frozenset[str]:
    """The tags that all notes of a document have; ``subjects`` are slugs."""
    return frozenset({f"doc::{_key(front.key)}", *(f"subject::{each}" for each in subjects)})


def _key(key: str) -> str:
    """The key where it is fit for a tag, else what is fit of it and a mark of all of it."""
    short = slug(key, _LONGEST)
    if short == key:
        return key
    return f"{short[: _LONGEST - _MARK - 1].strip('-')}-{digest(key)[:_MARK]}"


def of_note(note: Note, shared: frozenset[str]) -> tuple[str, ...]:
    """All tags of a note, sorted; ``shared`` are those of its document."""
    return tuple(sorted(shared | {f"kind::{note.kind}", f"tier::{note.tier}"}))
