"""A sheet: the questions drawn for one quiz, in as many versions as are wanted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import blake2b
from typing import Final

from cardsmith.diagnostics import CardsmithError
from cardsmith.grammar import families
from cardsmith.markup import flat, fold
from cardsmith.model import Bank, Item, Paper, Part, Sheet, Version
from cardsmith.quiz.drafts import Kind
from cardsmith.quiz.independence import answer, told
from cardsmith.quiz.ranks import rank
from cardsmith.quiz.sampling import sample
from cardsmith.quiz.shapes import overlap, stands
from cardsmith.quiz.versions import arranged

__all__ = ["Recipe", "drawn"]

# No I, L, O, U: a code is read aloud and typed.
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE: Final = 6
# rule Q19
_SPARES: Final = 2
_ITEMS_PER_SPARE: Final = 3
_MOST_SUBJECTS: Final = 3


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a quiz is to be like.

    ``versions`` has a letter for each version. ``parts`` gives the kinds with their shares, as in
    ``(("choice", 6), ("short", 4))``; the kinds' own shares hold where it is empty.
    """

    title: str = "Quiz"
    count: int = 20
    seed: int = 1
    versions: str = "AB"
    paper: Paper = Paper.A4
    parts: tuple[tuple[str, int], ...] = ()


def drawn(pool: Iterable[Item], recipe: Recipe, kinds: Mapping[str, Kind]) -> Sheet:
    """The sheet of a recipe; fewer questions than it asks for where there are no more.

    Raises:
        CardsmithError: no question at all, or a recipe with a kind that is not known.
    """
    shares = _shares(recipe, kinds)
    items = sample(pool, shares, recipe.count, recipe.seed)
    if not items:
        raise CardsmithError(
            "no question can be made from these documents; take in more of them, or look with "
            "`cardsmith check` why their cards were refused"
        )
    return Sheet(
        title=recipe.title,
        subject=_subject(items),
        code=_code(items, recipe),
        versions=_versions(items, recipe, kinds),
        points=sum(item.points for item in items),
        paper=recipe.paper,
    )


def _shares(recipe: Recipe, kinds: Mapping[str, Kind]) -> dict[str, int]:
    if not recipe.parts:
        return {name: kind.share for name, kind in kinds.items()}
    for name, _ in recipe.parts:
        if name not in kinds:
            near = get_close_matches(name, kinds, n=1, cutoff=0.3)
            known = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(kinds)}"
            raise CardsmithError(f"unknown kind of question {name!r}; {known}")
    return dict(recipe.parts)


def _subject(items: Sequence[Item]) -> str:
    """The subjects of a sheet, as most of its documents spell them, the most frequent first."""
    spelled = Counter(subject for item in items for subject in item.front.subjects)
    names: dict[str, str] = {}
    for subject, _ in sorted(spelled.items(), key=lambda each: (-each[1], each[0])):
        names.setdefault(fold(subject), subject)
    return " · ".join(list(names.values())[:_MOST_SUBJECTS])


def _code(items: Sequence[Item], recipe: Recipe) -> str:
    names = [recipe.seed, recipe, *sorted(item.id for item in items)]
    digest = blake2b("\0".join(map(str, names)).encode(), digest_size=8).digest()
    number = int.from_bytes(digest)
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in range(_CODE))


def _versions(
    items: Sequence[Item], recipe: Recipe, kinds: Mapping[str, Kind]
) -> tuple[Version, ...]:
    names = sorted({item.kind for item in items}, key=lambda name: kinds[name].place)
    made: list[Version] = []
    for letter in recipe.versions:
        parts = []
        for place, name in enumerate(names):
            own = [item for item in items if item.kind == name]
            others = [version.parts[place].items for version in made]
            order = arranged(own, f"{recipe.seed} {letter}", others)
            kind = kinds[name]
            parts.append(Part(name, kind.heading, kind.instructions, order, _bank(own, recipe)))
        made.append(Version(letter, tuple(parts)))
    return tuple(made)


def _bank(items: Sequence[Item], recipe: Recipe) -> tuple[str, ...]:
    """The words of a part with gaps and some spare ones, sorted; () where there are no gaps."""
    gaps = [item for item in items if isinstance(item.body, Bank)]
    words = [answer(item) for item in gaps]
    spares = _spares(gaps, words, recipe.seed)
    wanted = max(_SPARES, len(gaps) // _ITEMS_PER_SPARE)
    return tuple(sorted((*words, *spares[:wanted]), key=lambda word: (fold(word), word)))


def _spares(gaps: Sequence[Item], words: Sequence[str], seed: int) -> list[str]:
    """Words that fit none of the gaps (rule W23), none of them told on the sheet."""
    shown = frozenset[str]().union(*(told(item) | families(flat(item.source)) for item in gaps))
    offered = {word for item in gaps if isinstance(item.body, Bank) for word in item.body.spares}
    spares: list[str] = []
    for word in sorted(offered, key=lambda word: (rank(seed, word), word)):
        if not stands(word, shown) and not any(overlap(word, other) for other in (*words, *spares)):
            spares.append(word)
    return spares
