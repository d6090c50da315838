"""``cardsmith build``: documents in, Anki decks out."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from cardsmith.cli import clock, console, options
from cardsmith.cli.exits import Exit

__all__ = ["command"]


def command(
    paths: options.Paths = None,
    *,
    out: options.Out = None,
    ledger: options.Ledger = None,
    full: options.Full = False,
    accept_loss: Annotated[
        bool,
        typer.Option("--accept-loss", help="Build even where learners would lose notes they have."),
    ] = False,
    release_time: Annotated[
        str,
        typer.Option(
            metavar="TIME",
            help="When changed notes were changed: ISO 8601 or seconds.  "
            "[default: SOURCE_DATE_EPOCH, or now]",
        ),
    ] = "",
    updates: Annotated[
        bool,
        typer.Option(
            "--updates",
            help="Also for those who have an earlier release: .update.apkg with the notes that are "
            "new or changed, .update.txt with all.",
        ),
    ] = False,
    since: Annotated[
        str,
        typer.Option(
            metavar="TIME",
            help="Updates since the release of this time.  "
            "[default: since the one before the last that changed anything]",
        ),
    ] = "",
    retire: Annotated[
        bool,
        typer.Option(
            "--retire",
            help="Let update packages take the cards of notes whose source is gone; "
            "those of missing documents after 30 days.",
        ),
    ] = False,
    jobs: options.Jobs = 0,
    json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Build Anki decks, one .apkg for each subject, from content/ or from the paths given.

    Import the decks in Anki with File > Import. Built and imported again, they update what you
    have: your progress, tags and notes stay. Commit decks/ledger: it says which note is which.
    """
    from cardsmith.build import project as projects
    from cardsmith.build.decks import build
    from cardsmith.build.report import summary
    from cardsmith.build.request import Losses, Vanished
    from cardsmith.cli import requests
    from cardsmith.cli.told import told
    from cardsmith.model import Tier
    from cardsmith.packager import DECK_FORMATS

    project = projects.find(Path.cwd())
    asked = replace(
        requests.request(project, paths, out, ledger, jobs),
        release=clock.release_time(release_time),
        tier=Tier.EXTRA if full else Tier.CORE,
        losses=Losses.ACCEPT if accept_loss else Losses.REFUSE,
        vanished=Vanished.RETIRE if retire else Vanished.KEEP,
        since=clock.moment("--since", since) if since else None,
        formats=tuple(DECK_FORMATS) if updates or since or retire else ("apkg",),
    )
    with console.shown_progress(quiet or json) as progress:
        built = build(project, asked, progress)
    console.faults(built.faults)
    if json:
        console.print_json(summary(built))
    elif built.stopped or not quiet:
        told(built)
    raise typer.Exit(_code(built.stopped, console.any_error(built.faults)))


def _code(stopped: bool, faulty: bool) -> Exit:
    if stopped:
        return Exit.LOSS
    return Exit.CONTENT if faulty else Exit.DONE
