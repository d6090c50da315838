"""What no bytes can do: make the parser fail, or keep it busy."""

import parsed
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import NOTE, SAMPLE

from cardsmith.diagnostics import Diagnostic
from cardsmith.model import Document
from cardsmith.parser import parse

# A slow machine is no fault of the parser.
steady = settings(deadline=None)

pieces = st.sampled_from(
    [
        *(b"---\n", b"\n", b"answer: ", b"$", b"$$", b"\\n", b"**", b"`", b"```\n", b"- ", b"1. "),
        *(b"# ", b"[", b"](", b"<b>", b"\xff", b"\0", b"\r\n", b"&a ", b"*a", b'"', b": ", b"{"),
        *(b"\\(", b"\\]", b"question: x?\n", b"    ", b"\t", b"~", b"!!x ", b">", b"|"),
        "é水😀\u2028\x85".encode(),
    ]
)
edits = st.lists(
    st.tuples(st.integers(0, 900), st.integers(0, 12), st.one_of(pieces, st.binary(max_size=3))),
    max_size=12,
)


@steady
@given(st.sampled_from([SAMPLE, NOTE]), edits)
def test_no_change_to_a_file_makes_the_parser_fail(
    text: str, changes: list[tuple[int, int, bytes]]
) -> None:
    content = text.encode()
    for at, length, piece in changes:
        content = content[:at] + piece + content[at + length :]
    for found in parse(parsed.PATH, content):
        if isinstance(found, Diagnostic):
            assert found.message
            assert found.span.line >= 1
            assert found.span.column >= 1
        else:
            answer = found.answer
            assert answer.intro or answer.sections or answer.closing or found.written


@steady
@given(st.lists(pieces, max_size=60).map(b"".join))
def test_no_bytes_make_the_parser_fail(content: bytes) -> None:
    for found in parse(parsed.PATH, content):
        assert isinstance(found, Document | Diagnostic)


@steady
@given(st.text(max_size=80))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    content = f"# Why?\n{text}".encode("utf-8", "surrogatepass")
    assert list(parse(parsed.PATH, content))


MANY = [
    *("![a", "[a](", "**a** ", "`a ", "a_", "<a ", "<b>x", "$a ", "\\(a", "\\[", "(A b. ", "a\n"),
    *("!", "- a\n", "## a\n", "**a**: b\n\n", "<div>\n", "> a\n", "|a|b\n|-|-\n"),
    "1. **a**\n\n```\nx\n```\n\n",
]


@pytest.mark.parametrize("unit", MANY)
def test_much_of_one_sign_is_read_to_the_end(unit: str) -> None:
    text = f"# Why is it so?\n{unit * (14_000 // len(unit))} end"
    (found, *_) = parse(parsed.PATH, text.encode())
    assert isinstance(found, Document)


def test_what_is_nested_too_deep_is_told() -> None:
    deep = [
        "> " * 10_000 + "a",
        "- " * 10_000 + "a",
        "\n".join("  " * at + "- a" for at in range(200)),
    ]
    for text in deep:
        (found,) = parse(parsed.PATH, f"# Why?\n{text}".encode())
        assert isinstance(found, Diagnostic)
        assert found.code == "too-deep"
    for text in ["[" * 10_000, "{a: " * 10_000, "".join(f"{' ' * at}a:\n" for at in range(1500))]:
        (found,) = parse(parsed.PATH, f"---\na: {text}\n---\n".encode())
        assert isinstance(found, Diagnostic)
        assert found.code in {"too-deep", "yaml"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "1:1: error[empty] the file is empty; write it or remove it"),
        (b"a\nb\xe9", "2:2: error[not-utf8] byte 0xe9 is not UTF-8; save the file as UTF-8"),
        (b"a\0", "1:2: error[binary] this looks like a binary file (it holds a NUL byte); move it"),
        (b"a" * 2_000_001, "1:1: error[too-large] the file is larger than 2 MB; split it"),
        (b"---\na: \x01\n---\n", "2:4: error[yaml] the character U+0001 cannot stand here"),
    ],
)
def test_bytes_that_are_no_text_are_told_with_their_place(content: bytes, told: str) -> None:
    (found,) = parse(parsed.PATH, content)
    assert str(found).startswith(f"{parsed.PATH}:{told}")
