"""Where the notes of documents go: the settings and the record, as far as decks follow them."""

from collections.abc import Iterable

from cardsmith import __version__
from cardsmith.build.project import Project
from cardsmith.ledger import Record
from cardsmith.model import Front, Preset
from cardsmith.scheduler import Plan, shown

__all__ = ["plan", "preset"]


def plan(project: Project, fronts: Iterable[Front], record: Record) -> Plan:
    """The plan for the decks of documents."""
    settings = project.settings
    return Plan(
        root=settings.root_deck,
        shown=shown(fronts, settings.subjects, record.names),
        homes=record.homes,
        preset=preset(project),
        build=f"cardsmith {__version__}",
    )


def preset(project: Project) -> Preset:
    """How decks are studied, by the settings."""
    settings = project.settings
    name = settings.root_deck or "Cardsmith"
    return Preset(name, settings.new_per_day, settings.reviews_per_day, settings.retention)
