"""`make check`: everything about the project that can be read without running it."""

import os
import sys
import tempfile

from hatch_build import environment
from house.say import end, run

PYTHON = sys.executable
BIN = os.path.dirname(PYTHON)
STEPS = {
    "lint": [f"{BIN}/ruff", "check", "."],
    "format": [f"{BIN}/ruff", "format", "--check", "."],
    "types of the product": [f"{BIN}/basedpyright"],
    "types of the tests and the house": [
        f"{BIN}/basedpyright",
        "--project",
        "house/pyright.json",
        "--pythonpath",
        PYTHON,
    ],
    "import borders": [f"{BIN}/lint-imports", "--no-cache"],
    "generated types": [PYTHON, "-m", "house.wire_types", "--check"],
    "migrations": [PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"],
    "rules, words, sizes": [
        PYTHON,
        "-m",
        "pytest",
        "tests/house",
        "-p",
        "no:cacheprovider",
        "--tb=short",
    ],
}
ROOM = {"lint and format of the room's pages": "lint", "types of the room's pages": "types"}


def main() -> None:
    """Run every check; say at the end which failed."""
    with tempfile.TemporaryDirectory(prefix="footpath-check-") as folder:
        env = {
            **os.environ,
            "FOOTPATH_DATA": folder,
            "DJANGO_SETTINGS_MODULE": "footpath.config.settings",
        }
        failed = [what for what, command in STEPS.items() if not run(what, command, env)]
    node = environment()
    failed += [
        what
        for what, script in ROOM.items()
        if not run(what, ["npm", "run", "--silent", script], node, "frontend")
    ]
    end(failed)


if __name__ == "__main__":
    main()
