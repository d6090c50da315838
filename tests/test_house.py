"""The house itself: small files, small parts, no path of one machine."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "cardsmith"
SOURCES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_stays_readable(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(ast.parse(text)), "a module says what it is for"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_function_fits_on_a_screen(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            # a command's options are a table, not a screen of code
            lines = (node.end_lineno or node.lineno) - node.body[0].lineno + 1
            assert lines <= 40, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_function_takes_a_boolean(path: Path) -> None:
    if path.parent.name == "cli":
        pytest.skip("options of the command line may be booleans")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            for argument in (*node.args.args, *node.args.kwonlyargs):
                if argument.arg == "silent":
                    continue  # markdown-it calls its rules with it
                assert ast.unparse(argument.annotation or ast.Name("")) != "bool", node.name


def test_help_pays_for_nothing_but_itself() -> None:
    heavy = {"cards", "grammar", "packager", "parser", "quiz", "scheduler"}
    code = "import cardsmith.cli, sys; print(*sys.modules)"
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not {f"cardsmith.{room}" for room in heavy} & set(done.stdout.split())
