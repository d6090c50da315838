"""Blocks of code that answer a task told right before them, and those that say what they print."""

import ast
import builtins
import re
import warnings
from dataclasses import dataclass, replace
from typing import Final

from cardsmith.cards.signs.code_notes import MOST_LINES
from cardsmith.cards.signs.code_terms import NOUN, task
from cardsmith.cards.signs.passages import MASK, masked
from cardsmith.grammar import POINTERS, content
from cardsmith.markup import cut, flat
from cardsmith.model import CodeBlock, Runs, Text

__all__ = ["Printed", "Task", "asked", "printed"]

FEW: Final = 2
LONGEST_PROGRAM: Final = 10
# characters of code that is asked for, and of code that is read
LONGEST: Final = 240
READ: Final = 600
LONGEST_SYNTAX: Final = 80

_LANGUAGES: Final = {
    "bash": "Bash",
    "c": "C",
    "c#": "C#",
    "c++": "C++",
    "cpp": "C++",
    "csharp": "C#",
    "css": "CSS",
    "go": "Go",
    "haskell": "Haskell",
    "html": "HTML",
    "java": "Java",
    "javascript": "JavaScript",
    "js": "JavaScript",
    "kotlin": "Kotlin",
    "lisp": "Lisp",
    "lua": "Lua",
    "matlab": "MATLAB",
    "perl": "Perl",
    "php": "PHP",
    "prolog": "Prolog",
    "py": "Python",
    "python": "Python",
    "r": "R",
    "ruby": "Ruby",
    "rust": "Rust",
    "scheme": "Scheme",
    "sql": "SQL",
    "swift": "Swift",
    "typescript": "TypeScript",
}
_SHELLS: Final = frozenset(
    {"bash", "sh", "shell", "console", "zsh", "powershell", "cmd", "bat", "", "text", "plaintext"}
)
_ACT: Final = (
    r"(?:you |one |we |simply |can |could |may |would |just |will |should |need to |also |then )*"
    r"(?:use|run|execute|type|enter|issue|write|apply|call|do|employ|add)\b"
)
_TO: Final = re.compile(
    rf"(?:To|In order to|If you (?:want|need|wish) to) (?P<task>[a-z][^,;:]+), {_ACT}[^.;]*:$"
)
_COMMAND: Final = re.compile(
    r"(?:The|A) (?:[\w-]+ )?(?P<noun>command|query|statement|syntax|code)s? (?:that is |which is )?"
    r"(?:used )?(?P<how>to|for) (?P<task>[a-z][^,;:]+?) (?:is|are)(?: as follows)?:$"
)
_CAN: Final = re.compile(
    r"(?:You|One|We) can (?:also )?(?P<task>[a-z][^,;:]+?) "
    r"(?:by using|using|with|as follows|like this|as shown|in the following way|by)\b[^,;.]*:$"
)
_DONE: Final = re.compile(
    r"(?P<thing>(?:An?|The) [^,;:]+?) (?P<be>can be|is|are) (?P<done>declared|defined|created|"
    r"initialized|written|implemented|called|invoked|imported)(?P<rest>[^,;:]*):$"
)
_REST: Final = re.compile(
    r"(?: as follows| like this| using the following (?:syntax|code)| with the following syntax|"
    rf" in (?:C\+\+|[A-Z]\w*)| using the {MASK}+ \w+| using {MASK}+| as)*$"
)
_SYNTAX: Final = re.compile(
    r"The (?:basic |general |standard )?syntax (?:for|of) (?P<thing>[^,;:]+?) is(?: as follows)?:$"
)
_BAD: Final = re.compile(
    r"\b(?:examples?|instance|above|below|earlier|previous|following|first|second|next|same|both|sample|"
    r"simple|basic|custom|specific|certain|various|different|new)\b",
    re.IGNORECASE,
)
_GENERAL: Final = re.compile(rf"(?:{NOUN}|code|program|variable|object|array|loop)s?")
# modules that a short program may use without a word
_MODULES: Final = frozenset(
    "collections copy functools itertools json math operator re statistics string".split()
)
_OUTPUT: Final = re.compile(
    r"[ \t]*#[ \t]*(?:Output|Prints?|Result)s?:[ \t]*(?P<output>\S.*?)[ \t]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Task:
    """A task that a block of code answers: ``start``, the ``thing`` from the text, ``end``."""

    start: str
    thing: Runs
    end: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A program without its last remark, and the output that this remark told."""

    program: CodeBlock
    output: str


def asked(lead: Runs, block: CodeBlock) -> Task | None:
    """The task that the sentence before a short block tells, or None where it tells none."""
    if len(block.text) > LONGEST or len(block.text.splitlines()) > MOST_LINES:
        return None
    text = masked(lead)
    if len(text) > READ or "..." in block.text:
        return None
    return _of_task(lead, text, block) or _of_thing(lead, text, block)


def _of_task(lead: Runs, text: str, block: CodeBlock) -> Task | None:
    match = _TO.match(text) or _COMMAND.match(text) or _CAN.match(text)
    if match is None or _BAD.search(match["task"]):
        return None
    found = task(lead, *match.span("task"))
    if found is None:
        return None
    how = match.groupdict().get("how") or "to"
    lines = block.text.count("\n") + 1
    if re.search(r"\bcommands?\b", text) or block.language.casefold() in _SHELLS:
        start = "Which command is" if lines == 1 else "Which commands are"
        return Task(f"{start} used {how} ", found, "?")
    # many programs answer a task, but few lines
    return Task(f"Write {_spoken(block, lead)}code {how} ", found, ".") if lines <= FEW else None


def _spoken(block: CodeBlock, lead: Runs) -> str:
    name = _LANGUAGES.get(block.language.casefold(), "")
    return f"{name} " if name and name not in flat(lead) else ""


def _of_thing(lead: Runs, text: str, block: CodeBlock) -> Task | None:
    syntax = _SYNTAX.match(text)
    done = _DONE.match(text)
    match = syntax or done
    if match is None or _vague(match["thing"]):
        return None
    thing = cut(lead, *match.span("thing"))
    if syntax and len(block.text) > LONGEST_SYNTAX:
        return None
    if syntax:
        return Task("What is the syntax of ", thing, "?")
    if done is None or not _REST.match(done["rest"]):
        return None
    first = thing[0]
    if isinstance(first, Text):
        thing = (replace(first, text=first.text[:1].lower() + first.text[1:]), *thing[1:])
    name = _spoken(block, lead).strip()
    start, end = (
        ("can ", f" be {done['done']}")
        if done["be"] == "can be"
        else (
            f"{done['be']} ",
            f" {done['done']}",
        )
    )
    return Task(f"How {start}", thing, f"{end}{' in ' + name if name else ''}?")


def _vague(thing: str) -> bool:
    """Whether words name nothing of their own: "the function"."""
    own = [word for word in content(thing) if not _GENERAL.fullmatch(word)]
    pointing = {word.casefold() for word in re.findall(r"\w+", thing)} & POINTERS
    return bool(pointing) or bool(_BAD.search(thing)) or not (own or MASK in thing)


def printed(block: CodeBlock) -> Printed | None:
    """A short Python program that stands alone and whose last line tells what it prints."""
    lines = block.text.splitlines()
    if block.language.casefold() not in {"", "py", "python"} or len(lines) > LONGEST_PROGRAM:
        return None
    told = [match for line in lines if (match := _OUTPUT.search(line))]
    last = _OUTPUT.search(lines[-1]) if len(lines) > 1 else None
    if len(told) != 1 or last is None or "print(" not in lines[-1] or len(block.text) > READ:
        return None
    program = "\n".join([*lines[:-1], lines[-1][: last.start()]])
    if " " in last["output"] and last["output"] in program:
        return None  # it stands there to be read
    return Printed(replace(block, text=program), last["output"]) if _alone(program) else None


def _alone(program: str) -> bool:
    """Whether Python code parses, and uses no name that it does not define."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nodes = list(ast.walk(ast.parse(program)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    known, wanted = set(dir(builtins)), set[str]()
    for node in nodes:
        defined, needed = _names(node)
        known |= defined
        wanted |= needed
    return wanted <= known and "input" not in wanted


def _names(node: ast.AST) -> tuple[set[str], set[str]]:
    """The names that a part of a program defines, and those that it needs."""
    defined, needed = set[str](), set[str]()
    match node:
        case ast.Name(id=name, ctx=ast.Load()):
            needed = {name}
        case ast.Name(id=name) | ast.arg(arg=name):
            defined = {name}
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            defined = {name}
        case ast.Import(names=modules):
            needed = {f"import {each.name}" for each in modules if each.name not in _MODULES}
        case ast.ImportFrom(module=module):
            needed = set() if module in _MODULES else {f"import {module}"}
        case ast.alias(name=name, asname=other):
            defined = {other or name}
        case _:
            pass
    return defined, needed
