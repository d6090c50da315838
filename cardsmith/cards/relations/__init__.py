"""Causes, contrasts and examples found in sentences."""
