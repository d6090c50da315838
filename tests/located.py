"""Whether what stands at a place of a file is the part that points there."""

import re
from collections.abc import Iterator

import plainly
from parts import Place, places

from cardsmith.model import Document

# What a part begins with in the file, where that is a sign of Markdown or of TeX.
BEGINS = {
    "bullet": re.compile(r"[-*+](?=\s|\\n|\\\n)"),
    "code": re.compile(r"```|~~~"),
    "formula": re.compile(r"\$\$|\\\[|\\begin|```"),
    "number": re.compile(r"\d+[.)](?=\s|\\n|\\\n)"),
}
# What a sentence may begin with that is not in its text.
MARK = re.compile(r"[$`*_~\[\\(!]|<\w+>|&\w+;")
LEADS = re.compile(r"(?:[-*+#>|\s]|\d+[.)](?=\s)|```\w*|\$\$|\\\[|\\n)*")
NEXT = 6
NEAR = 200


def misplaced(text: str, document: Document) -> Iterator[str]:
    """The parts of a document that do not stand where they say, told with what stands there."""
    lines = re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff")).split("\n")
    for place in places(document):
        rest = "\n".join(lines[place.span.line - 1 :][:9])[place.span.column - 1 :][: 2 * NEAR]
        if not (_begins(place, rest) and _goes_on(place, rest)):
            yield f"{place.kind} {place.text[:40]!r} at {place.span}: {rest[:40]!r}"


def _begins(place: Place, rest: str) -> bool:
    """Whether the very first character is right."""
    if place.kind in BEGINS:
        return any(BEGINS[place.kind].match(plain) for plain in _unescaped(rest))
    if place.kind in {"paragraph", "sentence"}:
        return rest[:1] == place.text[:1] or bool(MARK.match(rest))
    return bool(rest[:1].strip())


def _goes_on(place: Place, rest: str) -> bool:
    """Whether the letters that follow are those of the part, marks and numbering aside."""
    if place.text and rest.startswith(place.text[: 2 * NEXT]):
        return True
    wanted = plainly.letters(place.text[:NEAR])[:NEXT]
    return any(plainly.letters(each[:NEAR]).startswith(wanted) for each in _readings(rest))


def _readings(rest: str) -> Iterator[str]:
    for plain in _unescaped(rest):
        yield plain
        after = plain[LEADS.match(plain).end() :]  # type: ignore[union-attr]
        yield after
        if numbered := plainly.NUMBER.match(after):
            yield after[numbered.end() :]


def _unescaped(rest: str) -> Iterator[str]:
    r"""A text as it stands, and as it is where lines go on after a ``\``, or each stands twice."""
    yield rest
    if "\\" in rest:
        joined = re.sub(r"(?<!\\)((?:\\\\)*)\\\n\s*\\?", r"\1", rest)
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), joined)
        yield joined.replace("\\\\", "\\")
