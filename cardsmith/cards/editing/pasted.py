"""A correction as people begin it: the stanza that says a note as it is, ready to be changed."""

import json
from collections.abc import Iterator

from cardsmith.cards.editing.corrections import origin
from cardsmith.cards.editing.rewording import under
from cardsmith.cards.topic import JOIN
from cardsmith.markup.markdown import markdown, one_line
from cardsmith.model import QA, Cloze, Note, Term

__all__ = ["stanza"]


def stanza(note: Note, made_for: str = "") -> str:
    """The stanza, its holes numbered as the note's are; pasted as it is, it changes nothing.

    ``made_for`` is what the note was made from, where it cannot be told from the note.
    """
    lines = [
        f"[{_quoted(f'{note.kind}/{note.name}')}]",
        f"for = {_text(made_for or origin(note))}",
        *(f"{name} = {_text(value)}" for name, value in _fields(note)),
        *_context(note),
        '# or only: drop = true, or pin = true, or tier = "extra"',
    ]
    return "\n".join(lines)


def _context(note: Note) -> Iterator[str]:
    """The topic line, where new words would not be given the same."""
    terms = note.context.split(JOIN)
    if not isinstance(note.body, Term) and under(note, terms, terms).context != note.context:
        yield f"context = {_text(note.context)}"


def _fields(note: Note) -> Iterator[tuple[str, str]]:
    match note.body:
        case QA(front=front, back=back):
            yield "front", markdown(front)
            yield "back", markdown(back)
        case Term(term=term, definition=meaning, ask=ask):
            yield "term", one_line(term)
            yield "front", one_line(ask)
            yield "definition", one_line(meaning)
        case Cloze(text=text):
            yield "text", markdown(text)


def _text(text: str) -> str:
    """A TOML string that people can edit: without escapes where it can be."""
    if "'''" in text or text.endswith("'") or any(sign < " " and sign != "\n" for sign in text):
        return _quoted(text)
    if "\n" in text:
        return f"'''\n{text}'''"
    if "\\" in text or '"' in text:
        return _quoted(text) if "'" in text else f"'{text}'"
    return _quoted(text)


def _quoted(text: str) -> str:
    # JSON's escapes are TOML's, but for one sign
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
