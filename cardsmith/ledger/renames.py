"""Documents under another file name: the same question, or the same id and text."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from typing import Final, NamedTuple, TypeAlias

from cardsmith.ledger.record import Record
from cardsmith.ledger.sources import Source

__all__ = ["aliases"]


class _Traits(NamedTuple):
    """What a document is known again by; "" where it cannot be told."""

    key: str
    id: str
    question: str
    text: str


def _question(traits: _Traits) -> str:
    return traits.question


def _revision(traits: _Traits) -> str:
    return f"{traits.text} {traits.id}" if traits.id else ""


def _key(traits: _Traits) -> str:
    return traits.key


Trait: TypeAlias = Callable[[_Traits], str]
# the id comes late: whoever rewrites an answer gives it a new one
_TRUST: Final[tuple[Trait, ...]] = (_question, _revision, _key)


def aliases(
    documents: Iterable[Source], record: Record, unread: frozenset[str] = frozenset()
) -> dict[str, str]:
    """The key to use for every document whose file gives it another one than the record.

    A new document takes over the record of one that is missing (not there and not ``unread``, see
    ``Delivery``) if both ask the same question, or else have the same id and text; several such
    records are none. Where the key of a file belongs to a document that was renamed, it gets a
    number: ``cells~2``.
    """
    ordered = sorted(documents, key=lambda source: source.front.key)
    new = {source.front.key: _Traits(*_own(source)) for source in ordered}
    found = _by_file(new, record)
    claimed = set(found.values())
    missing = {
        key: _Traits(key, known.id, known.question, known.text)
        for key, known in sorted(record.documents.items())
        if key not in claimed and known.own not in unread
    }
    for trait in _TRUST:
        unknown = {key: traits for key, traits in new.items() if key not in found}
        for key, known in _match(unknown, missing, trait).items():
            found[key] = known
            del missing[known]
    found |= _fresh([key for key in new if key not in found], {*record.documents, *new}, record)
    return {key: known for key, known in found.items() if key != known}


def _own(source: Source) -> tuple[str, str, str, str]:
    return (source.front.key, source.front.id, *source.traits)


def _by_file(new: Iterable[str], record: Record) -> dict[str, str]:
    # sorted, so that a record that has one file twice (merged by hand) is read one way only
    known = {each.own: key for key, each in sorted(record.documents.items(), reverse=True)}
    return {key: known[key] for key in new if key in known}


def _match(
    new: Mapping[str, _Traits], missing: Mapping[str, _Traits], trait: Trait
) -> dict[str, str]:
    """New keys to recorded ones that no other record shares the trait with; the first new wins."""
    records: defaultdict[str, list[str]] = defaultdict(list)
    for key, traits in missing.items():
        records[trait(traits)].append(key)
    matched: dict[str, str] = {}
    for key, traits in new.items():
        sign = trait(traits)
        if sign and len(records[sign]) == 1:
            matched[key] = records[sign].pop()
    return matched


def _fresh(unknown: Iterable[str], taken: set[str], record: Record) -> dict[str, str]:
    """Keys that nobody has, for files whose own key is on record as another document's."""
    fresh: dict[str, str] = {}
    for key in unknown:
        if key in record.documents:
            numbered = (f"{key}~{number}" for number in count(2))
            fresh[key] = next(name for name in numbered if name not in taken)
            taken.add(fresh[key])
    return fresh
