"""One answer in every style in which a file can hold it."""

import re
from collections.abc import Iterator, Mapping

import yaml

ASKS = "question: Why?\n"
CODE = re.compile(r"(?ms)^[ \t]*```.*?^[ \t]*```|`[^`\n]+`")


def files(answer: str) -> Mapping[str, str]:
    r"""Files that all hold one answer, by style. ``answer`` has real newlines.

    Where a style keeps newlines as the two characters ``\n``, it is decoded from these.
    """
    return dict(_files(answer))


def folded(answer: str) -> str:
    """An answer on one line, as exports have it."""
    return _on_one_line(answer, "\\n")


def answer_of(text: str) -> str:
    """The answer of a file, as it stands in the front matter, or under it or its heading."""
    _, front, body = text.split("---\n", 2)
    found = yaml.load(front, Loader=yaml.CBaseLoader)  # noqa: S506
    if "answer" in found:
        return str(found["answer"])
    return body if "question" in found else re.sub(r"\A\s*# .*\n", "", body)


def _files(answer: str) -> Iterator[tuple[str, str]]:
    line = folded(answer)
    yield "folded line", _front(f"answer: >-\n    {line}\n")
    yield "folded line, wrapped", _front(_dumped(line, ">"))
    if '"' in line or "\\n" in line:
        # else it is a quotation
        doubled = line.replace('"', '""')
        yield "pasted", _front(f'answer: >-\n    "{doubled}"\n')
    crlf = _on_one_line(answer, "\\r\\n")
    yield "Windows' newlines", _front(f"answer: >-\n    {crlf}\n")
    twice = line.replace("\\", "\\\\")
    yield "every backslash twice", _front(f"answer: >-\n    {twice}\n")
    yield "literal", _front(_literal(answer, "|2"))
    yield "literal, stripped", _front(_literal(answer, "|2-"))
    yield "double quotes", _front(_dumped(answer, '"'))
    yield "double quotes, one line", _front(_dumped(answer, '"', width=10**9))
    yield "double quotes, two characters", _front(_dumped(line, '"'))
    yield "single quotes", _front(_dumped(answer, "'"))
    yield "single quotes, two characters", _front(_dumped(line, "'"))
    yield "body", _front("") + f"{answer}\n"
    yield "note", f"# Why?\n\n{answer}\n"
    literal = _front(_literal(answer, "|2"))
    yield "carriage returns", literal.replace("\n", "\r\n")
    yield "byte order mark", "\ufeff" + literal
    wrapped = _front(_dumped(answer, ">"))
    if yaml.safe_load(wrapped.split("---\n")[1])["answer"] == answer:
        # PyYAML folds some lines that it must not
        yield "folded", wrapped


def _on_one_line(answer: str, newline: str) -> str:
    """An answer with newlines and tabs as characters; an author's own backslash is doubled."""
    kept = CODE.sub(lambda match: re.sub(r"\\(?=[nt])", r"\\\\", match[0]), answer)
    return kept.replace("\n", newline).replace("\t", "\\t")


def _front(fields: str) -> str:
    return f"---\n{ASKS}{fields}---\n"


def _literal(answer: str, style: str) -> str:
    return f"answer: {style}\n" + re.sub(r"(?m)^(?=.)", "  ", answer) + "\n"


def _dumped(text: str, style: str, width: int = 80) -> str:
    return yaml.dump(
        {"answer": _Styled(text)}, Dumper=_DUMPERS[style], width=width, allow_unicode=True
    )


class _Styled(str):
    __slots__ = ()


def _dumper(style: str) -> type[yaml.Dumper]:
    class Dumper(yaml.Dumper):
        pass

    def scalar(dumper: yaml.Dumper, text: _Styled) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)

    Dumper.add_representer(_Styled, scalar)
    return Dumper


_DUMPERS = {style: _dumper(style) for style in "\"'>"}
