"""The project's files, as git knows them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def files(*endings: str) -> tuple[Path, ...]:
    """Every file that is tracked or would be, with one of the endings, relative to the project."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = (Path(line) for line in sorted(listed.stdout.splitlines()))
    return tuple(
        path for path in found if str(path).endswith(endings or "") and (ROOT / path).is_file()
    )


@cache
def text(path: Path) -> str:
    """What the file says."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything that a Python file says, part by part; several tests look at the same files."""
    return tuple(ast.walk(ast.parse(text(path))))
