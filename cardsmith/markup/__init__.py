"""Text as parsed runs: measured, cut and compared here, spelled in a format by the packager."""

from cardsmith.markup.runs import (
    carve,
    cut,
    flat,
    fold,
    images,
    lines,
    mapped,
    marked,
    plain,
    sentences,
)

__all__ = [
    "carve",
    "cut",
    "flat",
    "fold",
    "images",
    "lines",
    "mapped",
    "marked",
    "plain",
    "sentences",
]
