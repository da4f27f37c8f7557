"""Modules and functions stay short enough to be read at once."""

import ast

from tree import files, nodes, text

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
WIDEST = 100
WIDE_IN_TEMPLATES = 0.02
"""Template tags cannot be broken: of a long one the line stays."""
GENERATED = ("frontend/src/wire.ts", "frontend/package-lock.json")


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    sources = [
        path
        for path in files(".py", ".ts", ".svelte", ".css", ".html")
        if str(path) not in GENERATED
    ]
    long = {
        str(path): lines
        for path in sources
        if (lines := len(text(path).splitlines())) > LONGEST_MODULE
    }
    assert long == {}


def test_no_line_of_a_style_sheet_is_wider_than_a_hundred_columns() -> None:
    wide = {
        f"{path}:{at}": len(line)
        for path in files(".css")
        for at, line in enumerate(text(path).splitlines(), start=1)
        if len(line) > WIDEST
    }
    assert wide == {}


def test_hardly_a_line_of_a_template_is_wider_than_a_hundred_columns() -> None:
    lines = [line for path in files(".html") for line in text(path).splitlines()]
    wide = [line for line in lines if len(line) > WIDEST]
    assert len(wide) <= WIDE_IN_TEMPLATES * len(lines), wide


def test_no_function_is_longer_than_forty_lines() -> None:
    long: dict[str, int] = {}
    for path in files(".py"):
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    long[f"{path}:{node.name}"] = lines
    assert long == {}
