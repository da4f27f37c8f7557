"""Modules and functions stay short enough to be read at once."""

import ast

from tree import files, nodes, text

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
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


def test_no_function_is_longer_than_forty_lines() -> None:
    long: dict[str, int] = {}
    for path in files(".py"):
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    long[f"{path}:{node.name}"] = lines
    assert long == {}
