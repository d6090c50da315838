"""People's corrections to the notes of one document, by the key of a note (``kind/name``)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from cardsmith.diagnostics import Diagnostic
from cardsmith.model import Blocks, Span, Tier

__all__ = ["ADDED", "NO_OVERRIDES", "Hints", "Override", "Overrides"]

# the kind of notes that people write, in their documents or beside them
ADDED: Final = "own"

# the fields that make a note without one to change; ``front`` may word the question for a term
WHOLE: Final = frozenset(
    map(
        frozenset,
        (("text",), ("front", "back"), ("term", "definition"), ("term", "definition", "front")),
    )
)

# one hint for the only gap, or one for each hidden term
Hints: TypeAlias = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Override:
    """What is to become of one note.

    ``key`` is ``kind/name``. ``made_for`` is the sentence that the note came from when somebody
    wrote this ("" where they did not say). ``fields`` are new texts by the name of the field;
    ``context`` is the new topic line, None for the old one. ``tier`` is None where the budget
    decides.
    """

    key: str
    span: Span
    made_for: str = ""
    drops: bool = False
    tier: Tier | None = None
    fields: Mapping[str, Blocks] = field(default_factory=dict)
    context: str | None = None
    hints: Hints = ""

    @property
    def is_whole(self) -> bool:
        """Whether it says all of a note."""
        return frozenset(self.fields) in WHOLE


@dataclass(frozen=True, slots=True)
class Overrides:
    """The corrections to one document.

    ``changes`` are by key, ``added`` are notes that people wrote beside the document. ``held`` are
    keys whose correction is faulty: their notes wait until it is mended, and learners keep what
    they have. Where a file is not ``sound``, all notes of its document wait. ``digest`` tells two
    states of a file apart.
    """

    span: Span
    changes: Mapping[str, Override] = field(default_factory=dict)
    added: tuple[Override, ...] = ()
    held: frozenset[str] = frozenset()
    faults: tuple[Diagnostic, ...] = ()
    digest: str = ""
    sound: bool = True

    @property
    def pinned(self) -> frozenset[str]:
        """The keys of the document's own notes that are core whatever the budget says."""
        return frozenset(key for key, each in self.changes.items() if each.tier is Tier.CORE)

    @property
    def tiers(self) -> dict[str, Tier]:
        """The tiers that people gave, by key; an added note is core unless they say so."""
        added = {each.key: each.tier or Tier.CORE for each in self.added}
        return {key: each.tier for key, each in self.changes.items() if each.tier} | added


NO_OVERRIDES: Final = Overrides(Span("", 1, 1))
