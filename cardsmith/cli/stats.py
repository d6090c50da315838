"""``cardsmith stats``: subjects, notes, cards, coverage, and what the rules rejected."""

from dataclasses import asdict
from pathlib import Path

from cardsmith.cli import console, options

__all__ = ["command"]


def command(
    paths: options.Paths = None,
    *,
    ledger: options.Ledger = None,
    jobs: options.Jobs = 0,
    json: options.Json = False,
) -> None:
    """Count subjects, notes and cards, the sections they test, and what each rule rejected."""
    from cardsmith.build import project as projects
    from cardsmith.build.survey import survey
    from cardsmith.cli import requests
    from cardsmith.cli.told import counted

    project = projects.find(Path.cwd())
    asked = requests.request(project, paths, None, ledger, jobs)
    with console.shown_progress(json) as progress:
        found = survey(project, asked, progress)
    if json:
        console.print_json({**asdict(found.tally), "subjects": [asdict(s) for s in found.subjects]})
        return
    counted(found.tally)
    width = max(len(subject.name) for subject in found.subjects)
    console.say(f"\n{'Subject':{width}}  documents   notes   sections asked")
    for each in found.subjects:
        share = f"{each.asked}/{each.sections}"
        console.say(f"{each.name:{width}}  {each.documents:9,}  {each.notes:6,}   {share:>14}")
    _table("Kinds", found.tally.kinds)
    _table("Rejected by rule", found.tally.rejected)


def _table(title: str, counts: dict[str, int]) -> None:
    console.say(f"\n{title}")
    for name, count in counts.items():
        console.say(f"  {name:20} {count:8,}")
