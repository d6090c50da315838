"""What the shared options ask for; a module of its own, so that help does not pay for it."""

import os
from pathlib import Path
from typing import Final

from cardsmith.build.project import Project
from cardsmith.build.request import Request, Scope

__all__ = ["request"]

# where identities are kept beside an output of its own
_LEDGER: Final = "ledger"


def request(
    project: Project, paths: list[Path] | None, out: Path | None, ledger: Path | None, jobs: int
) -> Request:
    """What the shared options ask for.

    Paths that hold all of ``content`` are the whole collection; anything less is a part of it.
    """
    asked = tuple(paths) if paths else (project.content,)
    own = {each.resolve() for each in asked}
    content = project.content.resolve()
    # with an output of its own, a build is a collection of its own, whatever its paths
    whole = bool(out) or any(content == each or each in content.parents for each in own)
    return Request(
        paths=asked,
        out=out or project.out,
        ledger=ledger or (out / _LEDGER if out else project.ledger),
        scope=Scope.WHOLE if whole else Scope.PART,
        jobs=jobs or _cores(),
    )


def _cores() -> int:
    """The cores that this process may use; only Linux tells them apart from all there are."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
