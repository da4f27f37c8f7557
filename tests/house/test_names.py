"""What is found by its name stands once: modules and public classes (decision 26)."""

import ast
from collections import Counter, defaultdict
from pathlib import Path

from tree import ROOT, nodes

HOUSE = ROOT / "src" / "footpath"
DJANGOS_OWN = {"apps", "forms", "formats", "models", "urls", "views"}
ROOMS_OF_EVERY_SUBJECT = {"letters", "rights", "signals"}


def modules() -> list[Path]:
    found = (path for path in HOUSE.rglob("*.py") if path.parent.name != "migrations")
    return [path for path in found if path.name != "__init__.py"]


def test_no_module_bears_the_name_of_another() -> None:
    named = Counter(path.stem for path in modules())
    twice = (
        {name for name, times in named.items() if times > 1} - DJANGOS_OWN - ROOMS_OF_EVERY_SUBJECT
    )
    assert not twice, sorted(
        str(path.relative_to(HOUSE)) for path in modules() if path.stem in twice
    )


def test_no_public_class_bears_the_name_of_another() -> None:
    named = defaultdict[str, set[str]](set)
    for path in modules():
        module = nodes(path.relative_to(ROOT))[0]
        assert isinstance(module, ast.Module)
        for one in module.body:
            if isinstance(one, ast.ClassDef) and not one.name.startswith("_"):
                named[one.name].add(str(path.relative_to(HOUSE)))
    assert not {name: places for name, places in named.items() if len(places) > 1}
