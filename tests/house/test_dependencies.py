"""What is imported is declared, what is declared is used, and nothing of another's
inside is imported.
"""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions

from tree import ROOT, files, nodes

USED_BY_NAME = {
    "tzdata": "zoneinfo reads it where the machine has no zones",
    "uvloop": "uvicorn takes it where it is there",
    "psycopg": "Django's settings name its engine",
}
"""Declared and imported by nobody here, and by whom instead."""
INSIDE = re.compile(r"(^|\.)(_\w+|internal)(\.|$)")
_project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def _declared() -> set[str]:
    asked = [
        *_project["dependencies"],
        *(one for more in _project["optional-dependencies"].values() for one in more),
    ]
    return {re.split(r"[\[<>=; ]", one)[0].lower() for one in asked}


@cache
def _imported() -> set[str]:
    """Every module of another package that the product imports, by its whole name."""
    found = set[str]()
    for path in files(".py"):
        if path.parts[0] == "src":
            for node in nodes(path):
                if isinstance(node, ast.Import):
                    found |= {one.name for one in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found |= {f"{node.module}.{one.name}" for one in node.names}
    return {one for one in found if one.split(".")[0] not in {*sys.stdlib_module_names, "footpath"}}


@cache
def _distributions() -> set[str]:
    named = {module: names[0].lower() for module, names in packages_distributions().items()}
    return {named[one.split(".")[0]] for one in _imported()}


def test_what_is_imported_is_declared() -> None:
    assert _distributions() - _declared() == set()


def test_what_is_declared_is_used() -> None:
    assert _declared() - _distributions() - set(USED_BY_NAME) == set()


def test_nothing_of_a_librarys_inside_is_imported() -> None:
    assert [one for one in sorted(_imported()) if INSIDE.search(one)] == []
