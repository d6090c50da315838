"""Notes of all documents into decks: by subject, in learning order."""

from cardsmith.scheduler.decks import empty, schedule
from cardsmith.scheduler.plan import Plan, deck_name, home, subjects_of
from cardsmith.scheduler.subjects import shown, slug

__all__ = ["Plan", "deck_name", "empty", "home", "schedule", "shown", "slug", "subjects_of"]
