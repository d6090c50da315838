"""``cardsmith quiz``: documents in, a printed quiz out."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cardsmith.cli import console, options
from cardsmith.cli.exits import Exit
from cardsmith.diagnostics import CardsmithError
from cardsmith.model import Paper

__all__ = ["command"]


def _letters(text: str) -> str:
    from cardsmith.config import versions

    try:
        return versions(text.upper())
    except ValueError as fault:
        raise CardsmithError(f"--versions {text}: {fault}") from None


def command(
    paths: options.Paths = None,
    *,
    out: options.Out = None,
    ledger: options.Ledger = None,
    count: Annotated[
        int | None,
        typer.Option("--count", "-n", min=1, metavar="N", help="Questions.  [default: 20]"),
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(
            "--seed", min=0, metavar="N", help="Another number draws other questions.  [default: 1]"
        ),
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", metavar="LIST", help="Formats, as in pdf,json.")
    ] = "pdf",
    versions: Annotated[
        str | None,
        typer.Option(metavar="LETTERS", help="Shuffled papers to make.  [default: AB]"),
    ] = None,
    paper: Annotated[Paper | None, typer.Option(help="Size of the pages.  [default: a4]")] = None,
    title: Annotated[
        str, typer.Option(metavar="TEXT", help="Printed on top.  [default: the subject]")
    ] = "",
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Print a quiz from content/ or from the paths given: versions A and B, and the answer key.

    The same documents, seed and count give the same paper; --seed 2 gives another one. Every
    answer in the key comes with its source sentence and the ID of its card in Anki.
    """
    from cardsmith.build import project as projects
    from cardsmith.build.quizzes import quiz
    from cardsmith.cli import requests
    from cardsmith.cli.sheets import drawn_told, summary
    from cardsmith.quiz import Recipe

    project = projects.find(Path.cwd())
    settings = project.settings
    recipe = Recipe(
        title=title,
        count=count or settings.questions,
        seed=settings.seed if seed is None else seed,
        versions=settings.versions if versions is None else _letters(versions),
        paper=paper or settings.paper,
    )
    names = tuple(dict.fromkeys(name.strip() for name in formats.split(",") if name.strip()))
    asked = replace(requests.request(project, paths, out, ledger, 1), formats=names)
    with console.shown_progress(quiet or json) as progress:
        drawn = quiz(project, asked, recipe, progress)
    console.faults(drawn.faults)
    if json:
        console.print_json(summary(drawn))
    elif not quiet:
        drawn_told(drawn)
    raise typer.Exit(Exit.CONTENT if console.any_error(drawn.faults) else Exit.DONE)
