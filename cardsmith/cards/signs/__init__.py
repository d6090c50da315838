"""Formulas and code, with the words that tell what they are."""
