"""``cardsmith check``: what is wrong in documents, settings and cards; writes nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cardsmith.cli import console, options

__all__ = ["command"]


def command(
    paths: options.Paths = None,
    *,
    cards: Annotated[
        bool, typer.Option("--cards", help="Judge the cards that a build would give, and count.")
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help="With --cards: also those over the core of a document.")
    ] = False,
    ledger: options.Ledger = None,
    jobs: options.Jobs = 0,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Tell the faults of documents and settings, and which documents give no card.

    Each fault is told with its file, line and column, and what to do. With --cards it is told
    instead what a strict reader would strike out on the cards, with figures over all of them; a
    card with a hard defect makes the exit code 1. Nothing is written.
    """
    from cardsmith.build import project as projects
    from cardsmith.cli import requests
    from cardsmith.model import Tier

    project = projects.find(Path.cwd())
    asked = requests.request(project, paths, None, ledger, jobs)
    if cards:
        from cardsmith.build.quality import quality
        from cardsmith.cli import verdicts

        wanted = replace(asked, tier=Tier.EXTRA if full else Tier.CORE)
        with console.shown_progress(quiet or json) as progress:
            judged = quality(project, wanted, progress)
        raise typer.Exit(verdicts.told(judged, json=json, quiet=quiet))
    from cardsmith.build.survey import survey
    from cardsmith.cli import faults

    with console.shown_progress(quiet or json) as progress:
        found = survey(project, asked, progress)
    raise typer.Exit(faults.told(found, json=json, quiet=quiet))
