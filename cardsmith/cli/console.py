"""What people and scripts read: results on standard output, all else on standard error."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import typer

from cardsmith.diagnostics import Diagnostic, Severity

__all__ = ["any_error", "faults", "print_json", "say", "shown_progress"]


def say(line: str) -> None:
    """A line for people, on standard output."""
    typer.echo(line)


def print_json(value: Any) -> None:
    """A value for scripts, on standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def faults(found: Iterable[Diagnostic]) -> None:
    """Faults, one a line, on standard error."""
    for fault in found:
        colour = "red" if fault.severity is Severity.ERROR else "yellow"
        label = typer.style(f"{fault.severity}[{fault.code}]", fg=colour)
        typer.echo(f"{fault.span}: {label} {fault.message}", err=True)


def any_error(found: Iterable[Diagnostic]) -> bool:
    """Whether a fault is worse than a warning."""
    return any(fault.severity is Severity.ERROR for fault in found)


@contextmanager
def shown_progress(silent: bool) -> Iterator[Callable[[str, int, int], None]]:
    """Progress bars on a terminal; elsewhere a line when a stage is done; nothing if silent."""
    if silent:
        yield _nothing
    elif sys.stderr.isatty():
        with _bars() as tell:
            yield tell
    else:
        yield _line


def _nothing(stage: str, done: int, total: int) -> None:
    pass


def _line(stage: str, done: int, total: int) -> None:
    if done == total and total > 1:
        typer.echo(f"{stage:10} {total:,}", err=True)


@contextmanager
def _bars() -> Iterator[Callable[[str, int, int], None]]:
    # imported here: rich costs 50 ms, which --help should not pay
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("{task.description:10}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True)) as bars:
        tasks: dict[str, Any] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done)

        yield tell
