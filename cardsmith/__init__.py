"""Question-and-answer documents in, Anki decks and printable quizzes out."""

__all__ = ["__version__"]

__version__ = "0.1.0"
