"""``cardsmith check``: what is wrong in documents and settings; writes nothing."""

from pathlib import Path

import typer

from cardsmith.cli import console, options
from cardsmith.cli.exits import Exit

__all__ = ["command"]


def command(
    paths: options.Paths = None,
    *,
    ledger: options.Ledger = None,
    jobs: options.Jobs = 0,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Tell the faults of documents and settings, and which documents give no card.

    Each fault is told with its file, line and column, and what to do. Nothing is written.
    """
    from cardsmith.build import project as projects
    from cardsmith.build.report import fault
    from cardsmith.build.survey import survey
    from cardsmith.cli import requests

    project = projects.find(Path.cwd())
    asked = requests.request(project, paths, None, ledger, jobs)
    with console.shown_progress(quiet or json) as progress:
        found = survey(project, asked, progress)
    if json:
        console.print_json([fault(each) for each in found.faults])
    else:
        console.faults(found.faults)
        if not quiet:
            counts = f"{found.tally.documents:,} documents of {found.tally.files:,} files"
            console.say(f"Checked    {counts}: {len(found.faults):,} findings")
    raise typer.Exit(Exit.CONTENT if console.any_error(found.faults) else Exit.DONE)
