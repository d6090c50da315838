"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["Full", "Jobs", "Json", "Ledger", "Out", "Paths", "Quiet"]

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH", help="Documents or folders of them.  [default: content]"),
]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="Write here.  [default: decks/out]")
]
Ledger = Annotated[
    Path | None,
    typer.Option(
        "--ledger",
        metavar="DIR",
        help="Where identities are kept.  [default: decks/ledger, or DIR/ledger with --out DIR]",
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs", "-j", min=0, metavar="N", help="Processes that work at once; 0: one a core."
    ),
]
Full = Annotated[
    bool, typer.Option("--full", help="All notes, also those over the core of a document.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print faults only.")]
