"""The faults of documents in words, and as scripts read them."""

from cardsmith.build.report import fault
from cardsmith.build.survey import Survey
from cardsmith.cli import console
from cardsmith.cli.exits import Exit

__all__ = ["told"]


def told(found: Survey, *, json: bool, quiet: bool) -> Exit:
    """Tell each fault; the exit code says whether one of them is an error."""
    if json:
        console.print_json([fault(each) for each in found.faults])
    else:
        console.faults(found.faults)
        if not quiet:
            counts = f"{found.tally.documents:,} documents of {found.tally.files:,} files"
            console.say(f"Checked    {counts}: {len(found.faults):,} findings")
    return Exit.CONTENT if console.any_error(found.faults) else Exit.DONE
