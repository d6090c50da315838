"""The cards of a build as a strict stranger judges them, without writing anything."""

from collections.abc import Iterator
from dataclasses import dataclass

from cardsmith.build import ledgers, sources
from cardsmith.build.collect import FEW, Collected, collect
from cardsmith.build.project import Project
from cardsmith.build.proofs import proofs
from cardsmith.build.request import Progress, Request
from cardsmith.cards.lint.figures import Figures, Judged, figures, judged
from cardsmith.cards.lint.proof import Proof
from cardsmith.diagnostics import Diagnostic
from cardsmith.executors import EXECUTORS
from cardsmith.model import Tier

__all__ = ["Quality", "quality"]


@dataclass(frozen=True, slots=True)
class Quality:
    """The judged cards of a request, and the figures over them; ``faults`` are of documents."""

    cards: tuple[Judged, ...]
    figures: Figures
    faults: tuple[Diagnostic, ...]

    @property
    def found(self) -> Iterator[tuple[Judged, str, str]]:
        """Each finding with its card: code, and the words that show it."""
        return ((card, code, detail) for card in self.cards for code, detail in card.faults)


def quality(project: Project, request: Request, progress: Progress) -> Quality:
    """Judge the cards that a build of the request would deliver.

    Raises:
        CardsmithError: settings or a ledger that cannot be used, a path that is not there.
    """
    found = collect(project, request, ledgers.load(request.ledger), progress)
    proved = tuple(_proved(request, found, progress))
    tiers = {Tier.CORE, request.tier}
    cards = judged(proved, frozenset(tiers))
    full = judged(proved, frozenset(Tier))
    return Quality(cards, figures(proved, cards, full), found.faults)


def _proved(request: Request, found: Collected, progress: Progress) -> Iterator[Proof]:
    files = {sources.shown(path): path for path in sources.find(request.paths)}
    way = "processes" if request.jobs > 1 and len(found.documents) > FEW else "serial"
    finished = 0

    def done(count: int) -> None:
        nonlocal finished
        finished += count
        progress("Judging", finished, len(found.documents))

    with EXECUTORS[way](request.jobs) as executor:
        yield from proofs(found.documents, files, executor, done)
