"""One word for each thing: what docs/glossary.md puts in its last column names
nothing in the source.
"""

import ast
import re
from pathlib import Path

from tree import files, nodes, text

GLOSSARY = Path("docs/glossary.md")
ROW = re.compile(r"^\| \*\*(.+?)\*\* \| (.+?) \| (.*?) ?\|$", re.MULTILINE)
PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
EXPORTED = re.compile(
    r"^export (?:abstract )?(?:class|function|interface|type|const|let) (\w+)", re.MULTILINE
)


def avoided() -> set[str]:
    """The words in code letters: of the table's last column, and of what says nothing."""
    _, _, nothing_said = text(GLOSSARY).partition("Also avoided")
    columns = [*(never for _, _, never in ROW.findall(text(GLOSSARY))), nothing_said]
    return {word.lower() for column in columns for word in re.findall(r"`(\w+)`", column)}


def named_in(path: Path) -> set[str]:
    """What the file and its folders are called, and what it defines."""
    names = {part.split(".")[0] for part in path.parts[1:]}
    if path.suffix == ".py":
        kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        return names | {node.name for node in nodes(path) if isinstance(node, kinds)}
    return names | set(EXPORTED.findall(text(path)))


OTHER_MEANINGS = {
    "create_user", "add_message", "populate_user", "admin_view", "StepOut", "step_out", "open_step",
    "map_step", "process_step", "on_message_begin", "on_message_complete",
}  # fmt: skip
"""Names of Django, allauth and uvicorn; stepping out of the room; and verbs of files that are
replayed: not ours.
"""


def sources() -> list[Path]:
    return [
        path
        for path in files(".py", ".ts", ".svelte")
        if str(path).startswith(("src/", "frontend/src/"))
    ]


def test_no_name_in_the_source_uses_an_avoided_word() -> None:
    words = avoided()
    assert len(words) > 10
    found = {
        f"{path}: {name}"
        for path in sources()
        for name in named_in(path)
        if name.strip("_") not in OTHER_MEANINGS
        and words & {part.lower() for part in PART.findall(name)}
    }
    assert not found, "\n".join(sorted(found))


def test_every_word_has_one_meaning() -> None:
    words = [word for word, _, _ in ROW.findall(text(GLOSSARY))]
    assert sorted({word for word in words if words.count(word) > 1}) == []
