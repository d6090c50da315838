"""Where cards come from, in words and as scripts read it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any, Final

from cardsmith.build import sources
from cardsmith.build.origins import Origin, Part, Told, tier_reason
from cardsmith.cards.editing.pasted import stanza
from cardsmith.cards.faces import faces
from cardsmith.cards.reasons import reason
from cardsmith.markup import flat
from cardsmith.model import Kept, Note, Rejection, Span

__all__ = ["lines", "values"]

WIDTH: Final = 100
_MARGIN: Final = 12
_LONGEST: Final = 300


def lines(found: Told | Origin) -> Iterator[str]:
    """A document or a note for people, at most 100 columns wide where words allow it."""
    yield from _document(found) if isinstance(found, Told) else _note(found)


def _row(label: str, text: str) -> Iterator[str]:
    """A label and what belongs to it, under one another where it is long."""
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    room = WIDTH - _MARGIN
    folded = wrap(shown, room, break_long_words=False, break_on_hyphens=False) or [""]
    yield f"  {label:{_MARGIN - 2}}{folded[0]}"
    yield from (" " * _MARGIN + line for line in folded[1:])


def _note(found: Origin) -> Iterator[str]:
    note, told = found.kept.note, found.told
    yield note.key
    yield from _row("from", _place(note))
    yield from _row("sentence", told.origin(note))
    for number, face in enumerate(faces(note), 1):
        context = f"{face.context}: " if face.context else ""
        yield from _row(
            f"card {number}", f"{context}{face.front} -> {face.answer}".replace("\n", " / ")
        )
    yield from _row("score", _score(note))
    yield from _row("tier", f"{note.tier}: {tier_reason(told, note)}")
    yield from _row("ID", f"{found.kept.guid} (in Anki search for ID:{found.kept.guid[:5]}*)")
    if found.siblings or found.beside:
        yield "  beside it, from the same sentence:"
        for sibling in found.siblings:
            yield f"    + {sibling.kind}/{sibling.name} ({sibling.tier}, score {sibling.score})"
        yield from _refused(found.beside)
    yield ""
    yield from _correction(found)


def _place(note: Note) -> str:
    return f"{note.span}" + (f", section “{note.section}”" if note.section else "")


def _score(note: Note) -> str:
    points = " ".join(
        f"{points:+d} {name}" if place else f"{points} {name}"
        for place, (name, points) in enumerate(note.points)
    )
    return f"{note.score}" + (f" = {points}" if points else "")


def _refused(rejections: Iterable[Rejection]) -> Iterator[str]:
    for each in rejections:
        yield _refusal(each)
        if words := reason(each.code):
            yield f"      {words}"


def _refusal(each: Rejection) -> str:
    return _shortened(f"    - {each.kind} {each.code}: {' '.join(each.text.split())}")


def _shortened(line: str) -> str:
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…"


def _correction(found: Origin) -> Iterator[str]:
    note, told = found.kept.note, found.told
    name = f"{note.kind}/{note.name}"
    file = sources.shown(told.corrections)
    place = _corrected(told, name)
    if any(each.key == name for each in told.overrides.added):
        yield f"It is written in {place}; change it there."
        return
    if place:
        yield f"It is as {place} says. The same, as it is now:"
    else:
        yield f"To correct it, change this and put it into {file}"
    yield ""
    yield stanza(note, told.origin(note))


def _corrected(told: Told, name: str) -> Span | None:
    """Where the correction stands that a note is made by."""
    added = {each.key: each for each in told.overrides.added}
    override = told.overrides.changes.get(name) or added.get(name)
    return override.span if override else None


def _document(told: Told) -> Iterator[str]:
    front = told.document.front
    yield f"{told.key}: {front.question}"
    yield from _row("from", str(front.span))
    notes = [kept.note for kept in told.notes]
    core = sum(note.tier == "core" for note in notes)
    yield from _row("notes", f"{core} in the core, {len(notes) - core} more with --full")
    yield from _row("refused", _counted(told.rejections))
    if told.overrides.digest:
        yield from _row("corrected", str(told.overrides.span))
    for part in told.parts:
        yield ""
        yield from _part(part)
    for section in told.document.answer.skipped:
        yield ""
        yield f"{section.span.line}:{section.span.column} section “{section.title}”: kept out"
    yield from _legend(told.rejections)


def _legend(rejections: Iterable[Rejection]) -> Iterator[str]:
    """What the codes of a document mean."""
    codes = sorted({each.code for each in rejections})
    if codes:
        yield ""
        yield "refused (-) because:"
    for code in codes:
        yield f"    {code:20} {reason(code)}".rstrip()


def _counted(rejections: Iterable[Rejection]) -> str:
    codes = Counter(each.code for each in rejections).most_common()
    return ", ".join(f"{code} {count}" for code, count in codes) or "nothing"


def _part(part: Part) -> Iterator[str]:
    bare = "" if part.notes else ": no card"
    yield f"{part.span.line}:{part.span.column} {part.name}{bare}"
    for kept in part.notes:
        note = kept.note
        yield f"    + {note.kind}/{note.name} ({note.tier}, score {note.score})"
        face = next(faces(note), None)
        if face:
            yield _shortened(f"      {' '.join(f'{face.front} -> {face.answer}'.split())}")
    yield from map(_refusal, part.rejections)
    for sentence in part.silent:
        yield _shortened(f"    - nothing found to ask: {flat(sentence.runs)}")
    if not (part.notes or part.rejections or part.silent):
        yield "    it holds no sentence"


def values(found: Told | Origin) -> dict[str, Any]:
    """A document or a note as JSON can hold it."""
    if isinstance(found, Origin):
        return {
            **_note_values(found.told, found.kept),
            "beside": [_rejection(each) for each in found.beside],
            "siblings": [note.key for note in found.siblings],
            "corrections": _path(found.told.corrections),
            "stanza": stanza(found.kept.note, found.told.origin(found.kept.note)),
        }
    return {
        "document": found.key,
        "question": found.document.front.question,
        "at": str(found.document.front.span),
        "corrections": _path(found.corrections),
        "parts": [
            {
                "name": part.name,
                "at": str(part.span),
                "notes": [_note_values(found, kept) for kept in part.notes],
                "rejected": [_rejection(each) for each in part.rejections],
                "silent": [flat(sentence.runs) for sentence in part.silent],
            }
            for part in found.parts
        ],
        "skipped": [section.title for section in found.document.answer.skipped],
    }


def _path(path: Path) -> str:
    return sources.shown(path)


def _note_values(told: Told, kept: Kept) -> dict[str, Any]:
    note = kept.note
    return {
        "note": note.key,
        "guid": kept.guid,
        "at": str(note.span),
        "section": note.section,
        "sentence": told.origin(note),
        "cards": [
            {"context": face.context, "front": face.front, "answer": face.answer}
            for face in faces(note)
        ],
        "score": note.score,
        "points": dict(note.points),
        "tier": str(note.tier),
        "tier_reason": tier_reason(told, note),
    }


def _rejection(each: Rejection) -> dict[str, str]:
    return {
        "kind": each.kind,
        "code": each.code,
        "reason": reason(each.code),
        "text": each.text,
        "at": str(each.span),
    }
