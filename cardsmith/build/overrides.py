"""The folder of people's corrections: read once, handed to where its documents are carded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from cardsmith.build import sources
from cardsmith.cards.editing import stanzas
from cardsmith.cards.editing.overrides import Overrides
from cardsmith.diagnostics import Diagnostic, quoted
from cardsmith.model import Span

__all__ = ["SUFFIX", "Known", "astray", "files_of", "for_files", "load", "settled"]

# by the key of a document as its file gives it, which is the name of the file of corrections
Known = Mapping[str, Overrides]

SUFFIX: Final = ".toml"
LARGEST: Final = 1_000_000
# what parts the name of a file from that of one of its documents
_PARTED: Final = "--"
# of two documents with one file name, a correction may be meant for the other
_ELSEWHERE: Final = frozenset({"stale-override", "unknown-note"})


def load(folder: Path) -> dict[str, Overrides]:
    """All corrections of a folder; those that cannot be read say so where they are used."""
    paths = sorted(folder.glob(f"*{SUFFIX}"))
    return {path.name.removesuffix(SUFFIX): _read(path) for path in paths}


def _read(path: Path) -> Overrides:
    shown = sources.shown(path)
    try:
        if path.stat().st_size > LARGEST:
            return stanzas.unread(_unread(shown, "is too large; keep one stanza for each note"))
        return stanzas.read(shown, path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        return stanzas.unread(_unread(shown, "is not UTF-8; save it as UTF-8"))
    except OSError as fault:
        reason = f"cannot be read: {fault.strerror or fault}; let it be read, or move it away"
        return stanzas.unread(_unread(shown, reason))


def _unread(shown: str, reason: str) -> Diagnostic:
    return Diagnostic(Span(shown, 1, 1), "override-syntax", reason)


def for_files(known: Known, paths: Iterable[Path]) -> dict[str, Overrides]:
    """Those for the documents of some files."""
    stems = {path.stem for path in paths} if known else set()
    return {key: each for key, each in known.items() if stems & set(files_of(key))}


def files_of(key: str) -> Iterator[str]:
    """The names that the file of a document may have."""
    yield key
    at = key.find(_PARTED, 1)
    while at > 0:
        yield key[:at]
        at = key.find(_PARTED, at + 1)


def settled(faults: Iterable[Diagnostic], keys: Iterable[str]) -> Iterator[Diagnostic]:
    """The faults, each once, without those of corrections that another document has a use for.

    ``keys`` are those of the documents, one for each document.
    """
    listed = tuple(faults)
    counts = Counter(keys)
    told = Counter((each.span, each.code) for each in listed)
    for each in dict.fromkeys(listed):
        rivals = counts[Path(each.span.path).stem] if each.code in _ELSEWHERE else 0
        if told[each.span, each.code] >= rivals:
            yield each


def astray(
    known: Known, keys: frozenset[str], files: frozenset[str], renamed: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """The corrections that belong to no document.

    ``keys`` are those of the documents found, ``files`` names of files that gave none, ``renamed``
    the keys of files by the key that is on record.
    """
    for key, each in known.items():
        if key not in keys and not files & set(files_of(key)):
            yield Diagnostic(each.span, "override-without-document", _advice(key, keys, renamed))


def _advice(key: str, keys: frozenset[str], renamed: Mapping[str, str]) -> str:
    now = next((file for file, recorded in renamed.items() if recorded == key), "")
    near = now or next(iter(get_close_matches(key, sorted(keys), 1, 0.8)), "")
    if near:
        told = "was renamed" if now else "is not there"
        return f"the document {quoted(key)} {told}; rename this file to {near}{SUFFIX}"
    return f"there is no document {quoted(key)}; name this file after one, or remove it"
