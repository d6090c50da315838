"""Notes of all documents into decks: by subject, in learning order."""

from cardsmith.scheduler.decks import schedule
from cardsmith.scheduler.plan import Plan, home, subjects_of
from cardsmith.scheduler.subjects import shown, slug

__all__ = ["Plan", "home", "schedule", "shown", "slug", "subjects_of"]
