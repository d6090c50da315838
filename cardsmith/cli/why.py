"""``cardsmith why``: where cards come from; writes nothing."""

from pathlib import Path
from typing import Annotated

import typer

from cardsmith.cli import console, options

__all__ = ["command"]

_KEY = typer.Argument(
    metavar="KEY",
    help="DOCUMENT, DOCUMENT/KIND/NAME, a file, or the ID on a card or quiz.",
    show_default=False,
)


def command(
    key: Annotated[str, _KEY],
    *,
    ledger: options.Ledger = None,
    json: options.Json = False,
) -> None:
    """Tell where a card comes from, its score, why it is in the core or not, and what was refused.

    For a document: all its notes and all that was refused, section by section. For a note: its
    sentence, with the lines to correct it, ready to paste. Nothing is written.
    """
    from cardsmith.build import project as projects
    from cardsmith.build.origins import Told
    from cardsmith.build.why import why
    from cardsmith.cli import explained, requests

    project = projects.find(Path.cwd())
    asked = requests.request(project, None, None, ledger, 0)
    with console.shown_progress(json) as progress:
        found = why(project, asked, key, progress)
    told = found if isinstance(found, Told) else found.told
    console.faults(told.faults)
    if json:
        console.print_json(explained.values(found))
    else:
        for line in explained.lines(found):
            console.say(line)
