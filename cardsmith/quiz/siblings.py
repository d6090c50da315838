"""Wrong answers that look right: terms of the same list, of the same shape, told elsewhere."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from cardsmith.grammar import families
from cardsmith.markup import fold
from cardsmith.quiz.material import Material, Passage
from cardsmith.quiz.shapes import alike, overlap, shape, stands

__all__ = ["WANTED", "distractors", "siblings", "spares"]

WANTED: Final = 3
_MEMORY: Final = 10_000
# A statement of which a sibling's own passage says this much may be true of the sibling too.
_AMBIGUOUS: Final = 0.4


def siblings(key: str, material: Material) -> Iterator[str]:
    """The terms that stand in one list with a term, in the order of the document."""
    wanted = _folded(key)
    seen = {wanted}
    for terms in material.lists:
        if any(_folded(term) == wanted for term in terms):
            for term in terms:
                if _folded(term) not in seen:
                    seen.add(_folded(term))
                    yield term


@lru_cache(maxsize=_MEMORY)
def _folded(term: str) -> str:
    return fold(term)


def distractors(key: str, stem: str, passage: Passage, material: Material) -> tuple[str, ...]:
    """Three siblings of the key at most that are wrong here (rule W23), drawn by hash."""
    wrong = [
        term
        for term in siblings(key, material)
        if alike(key, term) and _is_wrong(term, key, stem, passage, material)
    ]
    drawn = sorted(wrong, key=lambda term: _rank(key, term))
    chosen: list[str] = []
    for term in drawn:
        if not any(overlap(term, other) for other in chosen):
            chosen.append(term)
    return tuple(chosen[:WANTED])


def spares(key: str, stem: str, passage: Passage, material: Material) -> tuple[str, ...]:
    """Words of the document that would look right in a gap and are wrong there."""
    known = (term for term in siblings(key, material) if term in material.sure)
    seen = (*known, *material.terms)
    wrong = (
        term
        for term in dict.fromkeys(seen)
        if shape(key).look is shape(term).look and _is_wrong(term, key, stem, passage, material)
    )
    # a bank holds the words of many gaps: any number will do, the same is better
    drawn = sorted(wrong, key=lambda term: (not alike(key, term), _rank(key, term)))
    return tuple(drawn[: WANTED + 1])


def _rank(key: str, term: str) -> bytes:
    return blake2b(f"{key}\0{term}".encode(), digest_size=8).digest()


def _is_wrong(term: str, key: str, stem: str, passage: Passage, material: Material) -> bool:
    told = families(stem)
    return not (
        overlap(term, key)
        or stands(term, material.topic)
        or stands(term, passage.told | told)
        or bool(families(term) & told - families(key) - material.topic)
        or _also_right(term, told - families(key), material)
    )


def _also_right(term: str, told: frozenset[str], material: Material) -> bool:
    """Whether the passage under a sibling's own title says most of the stem too."""
    own = material.about(term)
    telling = told - material.topic
    return own is not None and len(telling & own.told) > _AMBIGUOUS * len(telling)
