"""``cardsmith parse``: how documents were understood; writes nothing."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from cardsmith.cli import console, options
from cardsmith.cli.exits import Exit
from cardsmith.diagnostics import Diagnostic
from cardsmith.model import Document

__all__ = ["command"]

_FILES = typer.Argument(metavar="FILE", help="Documents, or folders of them.", show_default=False)


def command(
    paths: Annotated[list[Path], _FILES],
    *,
    grammar: Annotated[
        bool, typer.Option("--grammar", help="Also how each sentence was read (English only).")
    ] = False,
    json: options.Json = False,
) -> None:
    """Show how documents were understood: their parts as a tree, each with line and column.

    For a document that came out odd, and for bug reports. Markup stands in angle brackets, as in
    <strong words>, what is hidden in braces, as in {{words}}. Faults are told as check tells them.
    Nothing is written.
    """
    from cardsmith.build import parsed

    faults: list[Diagnostic] = []
    depth = parsed.Depth.GRAMMAR if grammar else parsed.Depth.PARTS
    shown = parsed.json if json else parsed.text
    for lines in shown(_documents(parsed.documents(paths), faults), depth):
        console.say(lines)
    raise typer.Exit(Exit.CONTENT if console.any_error(faults) else Exit.DONE)


def _documents(
    found: Iterable[Document | Diagnostic], faults: list[Diagnostic]
) -> Iterator[Document]:
    """The documents; faults are told where they come, and kept in ``faults``."""
    for thing in found:
        if isinstance(thing, Diagnostic):
            console.faults([thing])
            faults.append(thing)
        else:
            yield thing
