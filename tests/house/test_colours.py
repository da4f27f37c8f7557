"""A dark screen differs from a light one in its colours alone: what else is asked of a
screen is asked once.
"""

import re

from tree import files, text

SCHEME = "prefers-color-scheme"
BLOCK = re.compile(rf"@media[^{{}}]*{SCHEME}[^{{}}]*\{{\s*:root\s*\{{([^{{}}]*)\}}\s*\}}")
COLOUR = re.compile(r"--[\w-]+:\s*#[0-9a-f]{3,8}|color-scheme:\s*(?:light|dark)|")
PAGES = ("src/footpath/", "frontend/src/")
LETTER = "src/footpath/mail/templates/"
"""What is mailed is drawn by the reader's own program."""


def test_a_dark_screen_differs_in_its_colours_alone() -> None:
    others = list[str]()
    for path in files(".css", ".svelte", ".ts", ".js", ".html"):
        if (
            str(path).startswith(PAGES)
            and not str(path).startswith(LETTER)
            and SCHEME in (said := text(path))
        ):
            blocks = BLOCK.findall(said)
            others += [f"{path}: said elsewhere"] * (said.count(SCHEME) - len(blocks))
            declared = (one.strip() for block in blocks for one in block.split(";"))
            others += [f"{path}: {one}" for one in declared if not COLOUR.fullmatch(one)]
    assert others == []
