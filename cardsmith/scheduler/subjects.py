"""Subjects: which spellings name the same one, and the name that is shown."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from cardsmith.diagnostics import CardsmithError
from cardsmith.ledger import fold_subject, slug
from cardsmith.model import Front

__all__ = ["shown", "slug"]

_NONE: Final = "Unsorted"


def shown(
    fronts: Iterable[Front], aliases: Mapping[str, str], known: Mapping[str, str]
) -> dict[str, str]:
    """The name to show for every spelling of a subject.

    ``aliases`` are people's settings: other spellings, each with the name to show instead.
    ``known`` are names by folded name that decks were made under: they never change, since a deck's
    name is its identity. Otherwise the name is that of the settings, else the most frequent
    spelling (the first in sort order where two are as frequent).

    Raises:
        CardsmithError: aliases that go round in a circle.
    """
    other = {fold_subject(spelled): name for spelled, name in sorted(aliases.items())}
    counts = Counter(spelled for front in fronts for spelled in front.subjects)
    chosen = _chosen(counts) | {fold_subject(name): _tidy(name) for name in other.values()}
    chosen |= known
    return {spelled: chosen[_follow(fold_subject(spelled), other)] for spelled in sorted(counts)}


def _chosen(counts: Mapping[str, int]) -> dict[str, str]:
    """The most frequent spelling by folded name."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for spelled, count in counts.items():
        spellings[fold_subject(spelled)][_tidy(spelled)] += count
    return {
        folded: min(variants, key=lambda name: (-variants[name], name))
        for folded, variants in spellings.items()
    }


def _tidy(spelled: str) -> str:
    return " ".join(spelled.split()) or _NONE


def _follow(folded: str, other: Mapping[str, str]) -> str:
    """The folded name that aliases lead to; one that names itself only says how it is spelled."""
    passed = [folded]
    while passed[-1] in other:
        step = fold_subject(other[passed[-1]])
        if step == passed[-1]:
            break
        if step in passed:
            ring = " → ".join((*passed, step))
            raise CardsmithError(f"subjects: {ring} go round in a circle; take one out")
        passed.append(step)
    return passed[-1]
