"""A file of corrections, read: a stanza for each note, whatever is wrong told with its place."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from hashlib import blake2b
from typing import Any, Final, TypeAlias

from cardsmith.cards.editing.keyplaces import KeyPlace, Path, key_places
from cardsmith.cards.editing.overrides import ADDED, Override, Overrides
from cardsmith.diagnostics import Diagnostic, quoted
from cardsmith.markup import fold
from cardsmith.model import Blocks, Paragraph, Span, Tier
from cardsmith.parser.places import Lines
from cardsmith.parser.snippets import gapped, side

__all__ = ["read", "unread"]

Value: TypeAlias = object

_ADD: Final = "add"
_TOML_PLACE: Final = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
# texts in Markdown
FIELDS: Final = ("front", "back", "text", "term", "definition")
# on one line each
_LINES: Final = frozenset({"term", "definition"})
KEYS: Final = frozenset({*FIELDS, "context", "drop", "for", "hint", "pin", "tier"})
# what people write for it
_MEANT: Final[Mapping[str, str]] = {
    "answer": "back",
    "cloze": "text",
    "delete": "drop",
    "hints": "hint",
    "meaning": "definition",
    "question": "front",
    "remove": "drop",
    "sentence": "for",
    "source": "for",
    "topic": "context",
}


def read(path: str, text: str) -> Overrides:
    """The corrections of a file; ``path`` is how messages name it."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        return unread(_broken(path, str(fault)), text)
    return _File(path, text).overrides(table)


def unread(fault: Diagnostic, text: str = "") -> Overrides:
    """The corrections of a file that cannot be read, for the reason given."""
    return Overrides(fault.span, faults=(fault,), digest=_digest(text), sound=False)


def _broken(path: str, fault: str) -> Diagnostic:
    match = _TOML_PLACE.search(fault)
    line, column = (int(match[1]), int(match[2])) if match and match[1] else (1, 1)
    told = _TOML_PLACE.sub("", fault)
    message = f"is no TOML: {told}; mend it (until then this document gives no cards)"
    return Diagnostic(Span(path, line, column), "override-syntax", message)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class _File:
    """The text of a file, to find places in."""

    def __init__(self, path: str, text: str) -> None:
        self._lines = Lines.of(path, text)
        self._places = key_places(text)

    def overrides(self, table: Mapping[str, Value]) -> Overrides:
        changes: dict[str, Override] = {}
        added: dict[str, Override] = {}
        faults: list[Diagnostic] = []
        held: set[str] = set()
        for path, key, stanza in self._stanzas(table, faults):
            wrong = len(faults)
            override = self._stanza(path, key, stanza, faults)
            if path[0] == _ADD:
                faults.extend(self._unlike_a_note(path, override, added))
            if len(faults) > wrong:
                held.add(key)
            elif path[0] == _ADD:
                added[key] = override
            else:
                changes[key] = override
        spelled = json.dumps(table, sort_keys=True, default=str, ensure_ascii=False)
        return Overrides(
            span=Span(self._lines.path, 1, 1),
            changes=changes,
            added=tuple(added.values()),
            held=frozenset(held),
            faults=tuple(faults),
            digest=_digest(spelled),
        )

    def _stanzas(
        self, table: Mapping[str, Value], faults: list[Diagnostic]
    ) -> Iterator[tuple[Path, str, Mapping[str, Value]]]:
        """Each stanza with its path in the file and the key of its note."""
        added = table.get(_ADD, {})
        for name, stanza in added.items() if isinstance(added, Mapping) else ():
            if isinstance(stanza, Mapping):
                yield (_ADD, name), f"{ADDED}/{fold(name)}", stanza
            else:
                message = "is no table; give the note a name of its own, as in [add.krebs-cycle]"
                faults.append(self._fault((_ADD, name), "wrong-type", message))
        for name, stanza in table.items():
            if isinstance(stanza, Mapping) and "/" in name:
                yield (name,), name, stanza
            elif name != _ADD or not isinstance(stanza, Mapping):
                message = f"{quoted(name)} names no note; begin a stanza with its key, as in "
                message += '["term/osmosis"], or [add.NAME] for a note of your own'
                faults.append(self._fault((name,), "unknown-key", message))

    def _stanza(
        self, path: Path, key: str, stanza: Mapping[str, Value], faults: list[Diagnostic]
    ) -> Override:
        override = Override(key, self._span(path))
        for name, value in stanza.items():
            try:
                override = self._with(override, (*path, name), value, faults)
            except TypeError as fault:
                faults.append(self._fault((*path, name), "wrong-type", f"{name}: {fault}"))
        fields = set(override.fields)
        if override.drops and (fields or override.tier or override.hints):
            message = "a note that is dropped needs nothing else; take the other keys out"
            faults.append(self._fault((*path, "drop"), "wrong-field", message))
        if {"pin", "tier"} <= set(stanza):
            message = 'pin says tier = "core"; keep one of the two'
            faults.append(self._fault((*path, "tier"), "wrong-field", message))
        return override

    def _with(
        self, override: Override, path: Path, value: Value, faults: list[Diagnostic]
    ) -> Override:
        """The override with what one key says."""
        name = path[-1]
        if name in FIELDS:
            blocks = self._blocks(path, _text(value), faults)
            return replace(override, fields={**override.fields, name: blocks})
        if name not in _SAYS:
            faults.append(self._fault(path, "unknown-key", _unknown(name)))
            return override
        return _SAYS[name](override, value)

    def _blocks(self, path: Path, text: str, faults: list[Diagnostic]) -> Blocks:
        name, offset = path[-1], self._place(path).value
        found = (
            gapped(text, self._lines, offset)
            if name == "text"
            else [side(text, self._lines, offset)]
        )
        blocks: Blocks = ()
        for each in found:
            if isinstance(each, Diagnostic):
                faults.append(replace(each, message=f"{name}: {each.message}"))
            elif not each:
                faults.append(self._fault(path, "empty-side", f"{name} is empty; write it"))
            elif name in _LINES and not (len(each) == 1 and isinstance(each[0], Paragraph)):
                message = f"{name} goes on one line; write a list as front and back of a question"
                faults.append(self._fault(path, "wrong-field", message))
            else:
                blocks = each
        return blocks

    def _unlike_a_note(
        self, path: Path, override: Override, others: Mapping[str, Override]
    ) -> Iterator[Diagnostic]:
        """What keeps an added note from being one."""
        if override.key in others:
            message = f"{quoted(path[-1])} is added twice; give one of them another name"
            yield self._fault(path, "duplicate", message)
        if override.drops:
            yield self._fault(path, "wrong-field", "is not added at all; take the stanza out")
        elif not override.is_whole:
            message = "needs front and back, or term and definition, or text with {{c1::gaps}}"
            yield self._fault(path, "wrong-field", message)

    def _place(self, path: Path) -> KeyPlace:
        """The place of a key; of the nearest table around it where its own is not known."""
        while path and path not in self._places:
            path = path[:-1]
        return self._places.get(path, KeyPlace(0, 0))

    def _span(self, path: Path) -> Span:
        return self._lines.span(self._place(path).key)

    def _fault(self, path: Path, code: str, message: str) -> Diagnostic:
        return Diagnostic(self._span(path), code, message)


def _unknown(name: str) -> str:
    near = _MEANT.get(name.casefold()) or next(iter(get_close_matches(name, sorted(KEYS), 1)), "")
    hint = f"did you mean {near}?" if near else f"known are {', '.join(sorted(KEYS))}"
    return f"unknown key {quoted(name)}; {hint}"


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise TypeError("write a text in quotation marks")
    return value


def _true(value: Value) -> bool:
    if value is not True:
        raise TypeError("write true, or take the line out")
    return True


def _tier(value: Value) -> Tier:
    if value not in set(Tier):
        raise TypeError(f"write one of {', '.join(json.dumps(str(each)) for each in Tier)}")
    return Tier(str(value))


def _hints(value: Value) -> str | Mapping[str, str]:
    if isinstance(value, str) and value.strip():
        return value.strip()
    if (
        isinstance(value, Mapping)
        and value
        and all(isinstance(each, str) for each in value.values())
    ):
        return {fold(term): str(hint) for term, hint in value.items()}
    raise TypeError('write a text, or one for each gap, as in { "aorta" = "a vessel" }')


_SAYS: Final[Mapping[str, Callable[[Override, Any], Override]]] = {
    "context": lambda override, value: replace(override, context=_text(value)),
    "drop": lambda override, value: replace(override, drops=_true(value)),
    "for": lambda override, value: replace(override, made_for=_text(value)),
    "hint": lambda override, value: replace(override, hints=_hints(value)),
    "pin": lambda override, value: replace(override, tier=Tier.CORE if _true(value) else None),
    "tier": lambda override, value: replace(override, tier=_tier(value)),
}
