"""A reading for people to look at: a tree in plain lines, or plain values for JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from cardsmith.grammar.questions import Asked
from cardsmith.grammar.reading import Clause, Group, NounGroup, Part, Reading, Tense, VerbGroup

__all__ = ["plain_values", "tree"]


def tree(reading: Reading) -> str:
    """The words with their tags, then a block of lines for each clause."""
    tagged = " ".join(f"{token.text}/{token.tag}" for token in reading.tokens)
    lines = [f"words     {tagged}", f"groups    {_nouns(reading)}"]
    for clause in reading.clauses:
        lines += _clause(reading, clause)
    if not reading.whole:
        lines.append("not understood as a whole")
    return "\n".join(lines)


def _nouns(reading: Reading) -> str:
    return " | ".join(_text(reading, group.start, group.end) for group in reading.nouns)


def _clause(reading: Reading, clause: Clause) -> Iterator[str]:
    yield f"{clause.kind} clause" + (f" ({clause.opener})" if clause.opener else "")
    for part in clause.lead:
        yield _part(reading, part, f"lead {part.kind}")
    yield _part(reading, clause.subject, "subject")
    verb = clause.verb
    yield f"  {'verb':16}{_text(reading, verb.start, verb.end)} ({_verb(verb)})"
    for part in clause.parts:
        yield _part(reading, part, part.kind)


def _part(reading: Reading, part: Part, name: str) -> str:
    text = _text(reading, part.start, part.core)
    tail = _text(reading, part.core, part.end)
    return f"  {name:16}{text}" + (f" + {tail}" if tail else "")


def _verb(verb: VerbGroup) -> str:
    said = [verb.lemma] if verb.tense is Tense.NONE else [verb.lemma, str(verb.tense)]
    named = (
        ("negated", verb.negated),
        ("passive", verb.passive),
        ("perfect", verb.perfect),
        ("progressive", verb.progressive),
    )
    return ", ".join(said + [name for name, true in named if true])


def _text(reading: Reading, start: int, end: int) -> str:
    if start >= end:
        return ""
    return reading.text[reading.tokens[start].start : reading.tokens[end - 1].end]


def plain_values(reading: Reading, asked: tuple[Asked, ...] = ()) -> Mapping[str, object]:
    """A reading as JSON can hold it: words with tag and lemma, groups, clauses, questions."""
    words = [
        {
            "text": token.text,
            "start": token.start,
            "end": token.end,
            "tag": token.tag,
            "universal": token.universal,
            "lemma": token.lemma,
            "margin": token.margin,
        }
        for token in reading.tokens
    ]
    return {
        "text": reading.text,
        "whole": reading.whole,
        "words": words,
        "nouns": _plain(reading.nouns),
        "verbs": _plain(reading.verbs),
        "prepositions": _plain(reading.prepositions),
        "asides": _plain(reading.asides),
        "clauses": _plain(reading.clauses),
        "questions": [asdict(question) for question in asked],
    }


def _plain(value: object) -> object:
    """Groups by the names of what they hold, all the way down."""
    if isinstance(value, NounGroup | VerbGroup | Part | Clause | Group):
        return {name: _plain(each) for name, each in value._asdict().items()}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value
