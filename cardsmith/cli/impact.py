"""``cardsmith impact``: what importing decks does to a learner's collection."""

from pathlib import Path
from typing import Annotated

import typer

from cardsmith.cli import console, options
from cardsmith.cli.exits import Exit

__all__ = ["command"]


def command(
    export: Annotated[
        Path,
        typer.Argument(
            metavar="EXPORT", help="An .apkg or .colpkg that Anki wrote, for older versions."
        ),
    ],
    decks: Annotated[
        list[Path] | None,
        typer.Argument(metavar="DECK", help="The decks to import.  [default: decks/out/*.apkg]"),
    ] = None,
    *,
    json: options.Json = False,
) -> None:
    """Tell what importing decks, with Anki's usual options, does to a learner's own collection.

    EXPORT is what Anki writes with File > Export, 'Support older Anki versions' ticked. It is read
    only. Exit code 1: something that the learner wrote would be replaced, or something would not
    arrive.
    """
    from cardsmith.build import impact as impacts
    from cardsmith.cli.effects import as_json, told

    paths = decks or _built()
    found = impacts.impact(impacts.load(export), impacts.read_decks(paths))
    if json:
        console.print_json(as_json(found))
    else:
        told(found)
    costs = any(each.costs for each in found.effects)
    raise typer.Exit(Exit.CONTENT if costs else Exit.DONE)


def _built() -> list[Path]:
    """The decks of the project."""
    from cardsmith.build import impact as impacts
    from cardsmith.build import project as projects
    from cardsmith.diagnostics import CardsmithError

    project = projects.find(Path.cwd())
    found = list(impacts.packages(project.out))
    if not found:
        raise CardsmithError(f"{project.out}: holds no deck; build one first, or name one")
    return found
