"""What a kind of thing is called, and where a line stands, is said in one place, for
pages and room alike.
"""

import re
from pathlib import Path

import pytest

from footpath.method.things.kinds import LOOKS
from footpath.method.things.standing_words import STANDING_WORDS
from footpath.method.things.things import ElementKind, NoteKind

ROOT = Path(__file__).resolve().parents[2]
SAID_THERE = {
    ROOT / "src/footpath/method/things/kinds.py",
    ROOT / "src/footpath/method/things/standing_words.py",
    ROOT / "frontend/src/wire.ts",
}
OURS = [
    path
    for folder in ("src/footpath", "frontend/src")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".html", ".ts", ".svelte"}
    and "static" not in path.parts
    and path not in SAID_THERE
]
OF_SEVERAL_WORDS = sorted(
    name
    for name in {*(look.name for look in LOOKS.values()), *STANDING_WORDS.values()}
    if " " in name
)


def test_every_kind_has_a_name_and_a_drawing() -> None:
    assert {*NoteKind, *ElementKind} <= set(LOOKS)
    assert all(look.name and look.icon for look in LOOKS.values())


@pytest.mark.parametrize("name", OF_SEVERAL_WORDS)
def test_a_kinds_name_stands_in_no_other_table(name: str) -> None:
    label = re.compile(rf"""[:(\[,]\s*(["'`]){re.escape(name)}\1""")
    assert [str(path.relative_to(ROOT)) for path in OURS if label.search(path.read_text())] == []
