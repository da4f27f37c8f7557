"""A program is a file that tools can read; it stands in no string of another. What a test asks of
a page in one short expression is none.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

from tree import files, nodes

OURS = ("tests/", "bench/", "house/")
LONGEST = 80
"""Characters of an expression that a test of the browser may ask a page for."""
RUNS_TEXT = {"exec", "eval", "compile"}
TAKES_TEXT = {"-c", "-e", "--eval"}
"""How Python, Node and shells are told that the program is the next word."""
INTERPRETERS = {"executable", "python", "python3", "node", "sh", "bash", "bin/sh"}
BEGINS = ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef | ast.For | ast.With


def _ours() -> list[Path]:
    return [path for path in files(".py") if str(path).startswith(OURS)]


def _texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every text of a file but the docstrings, with its line."""
    said = {
        id(one.value)
        for one in nodes(path)
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)
    }
    for one in nodes(path):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in said:
            yield one.lineno, one.value


def _is_program(text: str) -> bool:
    if "\n" not in text:
        return False
    try:
        return any(isinstance(one, BEGINS) for one in ast.parse(dedent(text)).body)
    except (SyntaxError, ValueError):
        return False


def _name(of: ast.AST) -> str:
    if isinstance(of, ast.Attribute):
        return of.attr
    if isinstance(of, ast.Constant):
        return str(of.value)
    return of.id if isinstance(of, ast.Name) else ""


def test_no_text_is_a_program_in_python() -> None:
    found = [
        f"{path}:{line}" for path in _ours() for line, text in _texts(path) if _is_program(text)
    ]
    assert found == []


def test_nothing_runs_a_text() -> None:
    found = [
        f"{path}:{one.lineno}"
        for path in _ours()
        for one in nodes(path)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in RUNS_TEXT
    ]
    assert found == []


def test_no_interpreter_is_given_a_text() -> None:
    found = [
        f"{path}:{one.lineno}"
        for path in _ours()
        for one in nodes(path)
        if isinstance(one, ast.List | ast.Tuple)
        for interpreter, option in zip(one.elts, one.elts[1:], strict=False)
        if _name(interpreter) in INTERPRETERS and _name(option) in TAKES_TEXT
    ]
    assert found == []


def test_a_page_is_asked_for_a_short_expression_or_runs_a_file() -> None:
    """Whatever takes more stands in `tests/journeys/in_the_page`."""
    found = [
        f"{path}:{one.lineno}"
        for path in _ours()
        for one in nodes(path)
        if isinstance(one, ast.Call)
        and isinstance(one.func, ast.Attribute)
        and one.func.attr.startswith(("evaluate", "wait_for_function", "add_init_script"))
        for asked in one.args[:1]
        if path.name != "browsing.py" and not _is_short(asked)
    ]
    assert found == []


def _is_short(asked: ast.expr) -> bool:
    """Whether it stands there as it is, on one line; a library's own script is no text of ours."""
    if isinstance(asked, ast.Name) and asked.id == "AXE_SCRIPT":
        return True
    if not (isinstance(asked, ast.Constant) and isinstance(asked.value, str)):
        return False
    return len(asked.value) <= LONGEST and not set("\n;{") & set(asked.value)
