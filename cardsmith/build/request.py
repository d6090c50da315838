"""What a command asks for, and how it is told of progress."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from cardsmith.model import Tier

__all__ = ["Losses", "Progress", "Request", "Scope", "Vanished"]

# told the stage, how many are done, of how many
Progress: TypeAlias = Callable[[str, int, int], None]


class Losses(StrEnum):
    """Whether a build may take notes from learners that no edit took."""

    ACCEPT = "accept"
    REFUSE = "refuse"


class Vanished(StrEnum):
    """What becomes of notes whose source is gone."""

    KEEP = "keep"  # learners have them as they were
    RETIRE = "retire"  # an update package takes their cards


class Scope(StrEnum):
    """Whether a build sees the whole collection: only then is a missing document missing."""

    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Request:
    """Documents to read and where to keep what comes of them.

    ``release`` is the time of the build in seconds since 1970, ``jobs`` how many processes work
    at once. Notes of the tier ``EXTRA`` are delivered only where it is asked for. An update brings
    what releases after ``since`` changed, None: what the last one did that changed anything.
    """

    paths: tuple[Path, ...]
    out: Path
    ledger: Path
    scope: Scope = Scope.WHOLE
    release: int = 0
    tier: Tier = Tier.CORE
    losses: Losses = Losses.REFUSE
    vanished: Vanished = Vanished.KEEP
    since: int | None = None
    formats: tuple[str, ...] = ("apkg",)
    jobs: int = 1
