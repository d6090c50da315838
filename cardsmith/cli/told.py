"""A build in words."""

from cardsmith.build.report import Built, Tally
from cardsmith.cli.console import say

__all__ = ["counted", "told"]

# so many names are a message, more are a list
SOME: int = 10


def told(built: Built) -> None:
    """Say what a build read, made and wrote, and what to do next."""
    counted(built.tally)
    if built.stopped:
        _stopped(built)
        return
    say(f"Learners   {built.new:,} notes new, {built.changed:,} changed{_went(built)}")
    if built.retired:
        noun = (
            "note: an update package takes its"
            if built.retired == 1
            else ("notes: an update package takes their")
        )
        say(f"Retired    {built.retired:,} {noun} cards")
    for each in built.written:
        size = f"{each.size / 1024:,.0f} kB"
        say(f"Wrote      {each.path}  {each.notes:,} notes, {each.cards:,} cards, {size}")
    if built.written:
        say("Next       import the decks in Anki: File > Import, with its default settings")


def counted(tally: Tally) -> None:
    """Say what was read and made."""
    say(f"Read       {tally.documents:,} documents of {tally.files:,} files")
    extra = f", {tally.extra:,} more with --full" if tally.extra else ""
    say(f"Made       {tally.notes:,} notes, {tally.cards:,} cards{extra}")
    if tally.barren:
        noun = "document" if len(tally.barren) == 1 else "documents"
        say(f"No cards   {len(tally.barren):,} {noun}:")
        for place, why in tally.barren[:SOME]:
            say(f"           {place}: {why}")
        if len(tally.barren) > SOME:
            say(f"           and {len(tally.barren) - SOME:,} more: cardsmith check lists them all")


def _went(built: Built) -> str:
    gone = built.gone
    count = len(gone.retired) + len(gone.absent) + len(gone.lost)
    return f", {count:,} no longer made (they stay with learners who have them)" if count else ""


def _stopped(built: Built) -> None:
    lost = built.gone.lost
    say(f"Stopped    {len(lost):,} notes that learners have would be lost; nothing was written:")
    for key in lost[:SOME]:
        say(f"           {key}")
    if len(lost) > SOME:
        say(f"           and {len(lost) - SOME:,} more")
    say("           Their documents did not change, so cardsmith or its settings did.")
    say("           Go back to the version or settings that made them, or build --accept-loss.")
