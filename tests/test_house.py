"""The rules of CONTRIBUTING that can be counted: how long files and functions are, and that tests know each module."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "kg").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
RULED = ("extract", "resolve", "sameness")
"""The rooms whose laws have unit tests, whatever whole texts show of them."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def too_long(source: str) -> list[str]:
    """Return the functions of a source that are longer than they may be."""
    functions = (n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    return [n.name for n in functions if (n.end_lineno or 0) - n.lineno >= LONGEST_FUNCTION]


def named_in(source: str) -> set[str]:
    """Return the modules that a test imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_no_file_and_no_function_is_too_long() -> None:
    sources = {name_of(path): path.read_text(encoding="utf-8") for path in FILES}
    assert [name for name, source in sources.items() if source.count("\n") > LONGEST_FILE] == []
    assert {name: functions for name, source in sources.items() if (functions := too_long(source))} == {}


@pytest.mark.parametrize("lines", [LONGEST_FUNCTION - 1, LONGEST_FUNCTION])
def test_the_count_has_the_line_of_the_name(lines: int) -> None:
    source = "def one():\n" + "    pass\n" * lines
    assert too_long(source) == (["one"] if lines == LONGEST_FUNCTION else [])


def test_every_module_of_laws_is_known_to_a_test() -> None:
    modules = {re.sub("/", ".", name_of(path).removesuffix(".py")) for path in FILES if path.stem != "__init__"}
    ruled = {module for module in modules if module.split(".")[1] in RULED}
    tests = sorted(ROOT.glob("tests/**/*.py"))
    known = set().union(*(named_in(path.read_text(encoding="utf-8")) for path in tests))
    named = {path.stem.removeprefix("test_") for path in tests}
    assert sorted(module for module in ruled - known if module.rpartition(".")[2] not in named) == []
