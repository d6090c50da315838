"""The command line: its commands, and the one place where a wrong command becomes a message."""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from cardsmith import __version__
from cardsmith.cli import build, check, diff, impact, parse, quiz, stats, why
from cardsmith.cli.exits import Exit
from cardsmith.diagnostics import CardsmithError

__all__ = ["app", "main"]

app = typer.Typer(
    name="cardsmith",
    help="Turn a folder of question-and-answer documents into Anki decks and printable quizzes.",
    epilog="Start with: cardsmith build   (reads content/, writes decks/out/)",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("build", short_help="Build Anki decks from documents.")(build.command)
app.command("quiz", short_help="Print a quiz from documents, with its answer key.")(quiz.command)
app.command("check", short_help="Tell the faults of documents and settings.")(check.command)
app.command("diff", short_help="Tell what the next build would change for learners.")(diff.command)
app.command("impact", short_help="Tell what importing decks does to a learner's collection.")(
    impact.command
)
app.command("parse", short_help="Show how documents were understood, with lines and columns.")(
    parse.command
)
app.command("stats", short_help="Count subjects, notes, cards and what rules rejected.")(
    stats.command
)
app.command("why", short_help="Tell where a card comes from, and how to correct it.")(why.command)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"cardsmith {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command that the words on the command line ask for; exit codes as in ``Exit``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            _speak_all(stream)
    try:
        app()
    except CardsmithError as fault:
        typer.echo(f"cardsmith: {fault}", err=True)
        sys.exit(Exit.COMMAND)


def _speak_all(stream: TextIOWrapper) -> None:
    """Let no letter of a document stop a command; files and pipes get UTF-8, as JSON must be."""
    encoding = stream.encoding if stream.isatty() else "utf-8"
    stream.reconfigure(encoding=encoding, errors="backslashreplace")
