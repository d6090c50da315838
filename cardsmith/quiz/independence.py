"""Whether two questions may stand on one sheet: none tells the answer of the other."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cardsmith.grammar import content, families, stem
from cardsmith.markup import flat, fold
from cardsmith.model import Bank, Choice, Item, Short, TrueFalse
from cardsmith.quiz.stems import gapped

__all__ = ["answer", "clash", "told"]

# rule Q21 looks at names, not at whole sentences
_NAME: Final = 2
_MEMORY: Final = 5_000


@dataclass(frozen=True, slots=True)
class _Traits:
    answer: frozenset[str]
    told: frozenset[str]
    source: str


def clash(one: Item, other: Item) -> bool:
    """Whether two items ask the same (Q17), or one shows what the other asks (Q21)."""
    if one.note == other.note or one.id == other.id:
        return True
    first, second = _traits(one), _traits(other)
    if first.source and first.source == second.source:
        return True
    if one.kind == other.kind and _same_answer(answer(one), answer(other)):
        return True
    return _tells(first, second) or _tells(second, first)


def _same_answer(one: str, other: str) -> bool:
    first, second = (frozenset(stem(word) for word in content(name)) for name in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def _tells(one: _Traits, other: _Traits) -> bool:
    return bool(one.answer) and one.answer <= other.told


@lru_cache(maxsize=_MEMORY)
def _traits(item: Item) -> _Traits:
    name = answer(item)
    asked = families(name) if name and len(list(content(name))) <= _NAME else frozenset()
    return _Traits(asked, told(item), fold(flat(item.source)))


def answer(item: Item) -> str:
    """The name that an item asks for, "" where it asks for more or less than a name."""
    match item.body:
        case Choice(options=options, key=key):
            return flat(options[key])
        case Bank() as bank:
            return bank.answer
        case TrueFalse(correction=correction):
            return correction
        case Short():
            return ""


def told(item: Item) -> frozenset[str]:
    """The word families of what is read in a question, its options aside."""
    match item.body:
        case Choice(stem=stem) | Short(stem=stem):
            return families(flat(stem))
        case Bank(sentence=sentence):
            return families(flat(gapped(sentence)))
        case TrueFalse(statement=statement):
            return families(flat(statement))
