"""Faults: in content they are values with a place, in commands they are exceptions."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from cardsmith.model import Span

__all__ = ["CardsmithError", "Diagnostic", "Severity", "quoted", "split"]

T = TypeVar("T")
# characters of content that a message shows
_SHOWN: Final = 60


class Severity(StrEnum):
    """How bad a fault is: an error costs a document its cards, a warning costs nothing."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A fault in content; ``code`` is short and stays, ``message`` tells what to do."""

    span: Span
    code: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """One line: ``path:line:column: error[code] message``."""
        return f"{self.span}: {self.severity}[{self.code}] {self.message}"


class CardsmithError(Exception):
    """A wrong command or wrong settings; the message tells what to do. Caught once, in ``cli``."""


def quoted(text: str) -> str:
    """A piece of content as a message shows it: its beginning, on one line, every sign seen."""
    shown = "".join([sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text[:_SHOWN]])
    return f"`{shown}…`" if len(text) > _SHOWN else f"`{shown}`"


def split(stream: Iterable[T | Diagnostic]) -> tuple[tuple[T, ...], tuple[Diagnostic, ...]]:
    """The values and the faults of one stream, each in its order."""
    values: list[T] = []
    faults: list[Diagnostic] = []
    for thing in stream:
        if isinstance(thing, Diagnostic):
            faults.append(thing)
        else:
            values.append(thing)
    return tuple(values), tuple(faults)
