"""The project that a command works in: its settings, and the folder that they stand in."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cardsmith.config import Settings, parse
from cardsmith.diagnostics import CardsmithError

__all__ = ["Project", "find"]

OWN: Final = "cardsmith.toml"
SHARED: Final = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Project:
    """Settings with the folder that their paths start from."""

    root: Path
    settings: Settings

    @property
    def content(self) -> Path:
        """The folder of documents."""
        return self.root / self.settings.content

    @property
    def out(self) -> Path:
        """The folder that a build writes to."""
        return self.root / self.settings.out

    @property
    def overrides(self) -> Path:
        """The folder of people's corrections."""
        return self.root / self.settings.overrides

    @property
    def ledger(self) -> Path:
        """The folder of identities."""
        return self.root / self.settings.ledger


def find(start: Path) -> Project:
    """The project around a folder: the nearest settings upward, or none and the folder itself.

    Raises:
        CardsmithError: settings that cannot be read, with file and line.
    """
    for folder in (start, *start.parents):
        own, shared = folder / OWN, folder / SHARED
        if own.is_file():
            return Project(folder, _settings(own, _load(own)))
        if shared.is_file() and "cardsmith" in (tool := _load(shared).get("tool", {})):
            return Project(folder, _settings(shared, tool["cardsmith"]))
    return Project(start, Settings())


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise CardsmithError(f"{path}: cannot be read as TOML: {fault}") from None


def _settings(path: Path, table: object) -> Settings:
    if not isinstance(table, dict):
        raise CardsmithError(f"{path}: [tool.cardsmith] must be a table of settings")
    return parse(table, str(path), path.read_text(encoding="utf-8"))
