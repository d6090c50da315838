"""Sentences made to stand alone, each with the label or the sentence that it leans on."""
