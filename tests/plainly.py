"""An answer read plainly, by rules that know nothing of the parser: its letters, its commands.

Letters and digits are compared, since marks are what parsing takes away. What is spelled in two
ways, as TeX and as a sign (titles have signs), is put into one spelling on both sides. The two
characters of a newline go from both sides, so that no decision about them is made here.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+")
CODE = re.compile(r"(?ms)^[ \t]*```.*?^[ \t]*```|(`+)(?!`).+?(?<!`)\1(?!`)")
DROPPED = re.compile(r"(?is)<!--.*?-->|<(script|style)\b.*?</\1>")
TAG = re.compile(
    r"(?i)</?(?:a|b|big|br|code|div|em|font|i|img|kbd|li|ol|p|span|strong|sub|sup|table|td|th|tr"
    r"|tt|u|ul)\b[^<>]*>"
)
ADDRESS = re.compile(r'(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)')

# What numbers an entry or a title, at the start of its line.
NUMBER = re.compile(
    r"""(?:step|point|reason|tip) \s+ (?:\d{1,3}|[ivx]+) \s* [.:)–—-]
    | \d{1,2} (?:\.\d{1,2})+ (?=\s+(?-i:[A-Z]))
    | \(? (?:\d{1,9} (?:\.\d{1,2})* | [ivx]+ | [a-h]) [.):]""",
    re.VERBOSE | re.IGNORECASE,
)
MARKS = re.compile(r"[ \t>#*_+-]*")

GREEK = dict(
    zip(
        "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩħ≠≡¬∇∉",
        r"""\alpha \beta \gamma \delta \epsilon \zeta \eta \theta \iota \kappa \lambda \mu \nu \xi
        \pi \rho \sigma \tau \upsilon \phi \chi \psi \omega \Gamma \Delta \Theta \Lambda \Xi \Pi
        \Sigma \Phi \Psi \Omega \hbar \neq \equiv \neg \nabla \notin""".split(),
        strict=True,
    )
)
SIGN = re.compile(f"[{''.join(GREEK)}]")
TWINS = {r"\varepsilon": r"\epsilon", r"\lnot": r"\neg"}
TWIN = re.compile(r"\\(?:varepsilon|lnot)(?![A-Za-z])")
# Commands that a title shows as a sign that is no letter, or not at all.
UNTOLD = re.compile(
    r"""\\(?:bar|cap|cdot|cdots|circ|cup|d?frac|div|dot|dots|forall|ge|geq|hat|in|infty|land|ldots
    |le|left|leftarrow|leq|lor|mathbb|mathbf|mathcal|mathit|mathrm|mathsf|mid|pm|quad|right
    |rightarrow|sqrt|subset|text|tilde|times|to|vec|wedge|approx|operatorname)(?![A-Za-z])""",
    re.VERBOSE,
)
NEWLINE = re.compile(r"(?:\\r)?\\n|\\t")

COMMAND = re.compile(r"\\[A-Za-z]{2,}")
# A title shows these as words, so words are counted with them.
FUNCTION = re.compile(r"(?<![\\\w])(cos|exp|lim|ln|log|sin|tan)(?![A-Za-z])")
# The commands that begin like a newline or a tab, with what may follow.
DOUBTFUL = re.compile(
    r"\\n(?:abla|e|eg|eq|ewline|exists|i|leq|geq|mid|ot|otin|parallel|subseteq|u)(?![A-Za-z])"
    r"|\\t(?:ag|an|anh|au|ext|extbf|extit|frac|heta|herefore|ilde|imes|o|op|riangle)(?![A-Za-z])"
)


class Piece(NamedTuple):
    """Letters of an answer; numbering need not be told again."""

    letters: str
    is_number: bool = False


def letters(text: str) -> str:
    """The letters and digits of a text, TeX and signs in one spelling."""
    return "".join(WORD.findall(NEWLINE.sub(" ", UNTOLD.sub(" ", _one_spelling(text)))))


def lost(answer: str, parts: Iterable[str]) -> str:
    """Where the letters of an answer and those of the parts of its document differ first.

    "" where they are the same in order, but for numbers at the start of lines.
    """
    told = "".join([letters(part) for part in parts])
    places = {0}
    for piece in _pieces(answer):
        size = len(piece.letters)
        after = {at + size for at in places if told.startswith(piece.letters, at)}
        after |= places if piece.is_number else set()
        if not after:
            return _difference(piece.letters, told[max(places) :])
        places = after
    return "" if len(told) in places else f"told besides: {told[max(places) :][:60]!r}"


def commands(answer: str) -> Counter[str]:
    r"""The commands of TeX in an answer where ``\n`` and ``\t`` may be white space.

    Right after the dollars of a formula whose end stands on a line of its own, it is.
    """
    code = [match.span() for match in CODE.finditer(answer.replace("\\n", " \n"))]
    doubtful = [
        match
        for match in DOUBTFUL.finditer(answer)
        if not _is_newline(answer, match)
        and not any(start < match.start() < end for start, end in code)
    ]
    rest = re.sub(r"\\\\|\\[nt]", "  ", answer)
    return _counted([*[match[0] for match in doubtful], *_named(rest)])


def told_commands(parts: Iterable[str]) -> Counter[str]:
    """The commands of TeX in the parts of a document."""
    return _counted([name for part in parts for name in _named(part.replace("\\\\", "  "))])


def _named(text: str) -> list[str]:
    return COMMAND.findall(FUNCTION.sub(r"\\\1", _one_spelling(text)))


def _counted(found: Iterable[str]) -> Counter[str]:
    spelled = Counter(_one_spelling(command).strip() for command in found)
    return Counter({name: n for name, n in spelled.items() if not UNTOLD.fullmatch(name)})


def _is_newline(answer: str, match: re.Match[str]) -> bool:
    if not answer[: match.start()].rstrip(" ").endswith("$$"):
        return False
    end = answer.find("$$", match.end())
    return answer[:end].rstrip(" ").endswith("\\n")


def _one_spelling(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text)
    named = SIGN.sub(lambda match: f"{GREEK[match[0]]} ", composed)
    return TWIN.sub(lambda match: TWINS[match[0]], named)


def _pieces(answer: str) -> Iterator[Piece]:
    for line in _bare(answer).split("\n"):
        at = MARKS.match(line).end()  # type: ignore[union-attr]
        while number := NUMBER.match(line, at):
            after = MARKS.match(line, number.end())
            if not after or after.end() == number.end() < len(line):
                break
            yield Piece(letters(number[0]), is_number=True)
            at = after.end()
        yield Piece(letters(line[at:]))


def _bare(answer: str) -> str:
    """An answer without tags, comments and addresses; code is left as it is."""
    text = answer.replace("\\r\\n", "\n").replace("\\n", "\n")
    bare: list[str] = []
    at = 0
    for code in CODE.finditer(text):
        bare += (_untagged(text[at : code.start()]), code[0])
        at = code.end()
    return "".join([*bare, _untagged(text[at:])])


def _untagged(text: str) -> str:
    return html.unescape(TAG.sub(" ", ADDRESS.sub(" ", DROPPED.sub(" ", text))))


def _difference(wanted: str, got: str) -> str:
    at = 0
    while at < min(len(wanted), len(got)) and wanted[at] == got[at]:
        at += 1
    where = f"after {wanted[max(at - 30, 0) : at]!r}"
    return f"{where}: wanted {wanted[at : at + 40]!r}, got {got[at : at + 40]!r}"
