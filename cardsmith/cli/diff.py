"""``cardsmith diff``: what the next build would change for learners; writes nothing."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cardsmith.cli import console, options
from cardsmith.cli.exits import Exit

__all__ = ["command"]


def command(
    paths: options.Paths = None,
    *,
    out: options.Out = None,
    ledger: options.Ledger = None,
    full: options.Full = False,
    accept_loss: Annotated[
        bool, typer.Option("--accept-loss", help="Take lost notes for no reason to fail.")
    ] = False,
    jobs: options.Jobs = 0,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Tell what the next build would change for those who have the decks of the last one.

    Which notes are new, which come with other words and keep their history, which cards come and
    go, which notes are no longer made. Exit code 3: notes would be lost that no edit took, as
    a build would refuse. Nothing is written; --out and --ledger are those of the build.
    """
    from cardsmith.build import project as projects
    from cardsmith.build.changes import changes
    from cardsmith.build.prepared import prepared
    from cardsmith.cli import requests
    from cardsmith.cli.changed import as_json, told
    from cardsmith.model import Tier

    project = projects.find(Path.cwd())
    asked = requests.request(project, paths, out, ledger, jobs)
    wanted = replace(asked, tier=Tier.EXTRA if full else Tier.CORE)
    with console.shown_progress(quiet or json) as progress:
        ready = prepared(project, wanted, progress)
    console.faults(ready.faults)
    found = changes(ready)
    if json:
        console.print_json(as_json(found))
    elif not quiet:
        told(found)
    if ready.gone.lost and not accept_loss:
        raise typer.Exit(Exit.LOSS)
    raise typer.Exit(Exit.CONTENT if console.any_error(ready.faults) else Exit.DONE)
