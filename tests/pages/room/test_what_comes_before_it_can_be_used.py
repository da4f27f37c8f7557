"""H2: the script that a browser fetches before a room can be used stays small; the rest comes once
there is time.
"""

import gzip
from typing import NotRequired, TypedDict

import msgspec
import pytest

from footpath.pages.room.built import MANIFEST

ENOUGH = 80_000
"""Bytes as gzip makes them: two seconds on a line of 400 kbit/s."""
MAIN = "src/main.ts"


class Part(TypedDict):
    """A part of the room, as its builder lists it."""

    file: str
    imports: NotRequired[list[str]]


PARTS = msgspec.json.decode(MANIFEST.read_bytes(), type=dict[str, Part])
SCREENS = sorted(
    name for name in PARTS if name.startswith("src/phases/") and name.endswith(".svelte")
)
LATER = sorted(name for name in PARTS if name.endswith(("/dialogs.ts", "/seldom.ts")))


def needed_by(name: str) -> set[str]:
    found, edge = set[str](), [name]
    while edge:
        name = edge.pop()
        if name not in found:
            found.add(name)
            edge += PARTS[name].get("imports", [])
    return found


def size(names: set[str]) -> int:
    files = {PARTS[name]["file"] for name in names}
    return sum(len(gzip.compress((MANIFEST.parent / one).read_bytes(), 9)) for one in files)


def test_H2_every_phase_is_a_part_that_is_fetched_by_itself() -> None:
    assert len(SCREENS) == 6
    assert len(LATER) == 7


@pytest.mark.parametrize("screen", SCREENS)
def test_H2_little_script_comes_before_a_phase_can_be_used(screen: str) -> None:
    assert size(needed_by(MAIN) | needed_by(screen)) <= ENOUGH


@pytest.mark.parametrize("part", LATER)
def test_H2_no_screen_waits_for_what_opens_over_it(part: str) -> None:
    for screen in (MAIN, *SCREENS):
        assert part not in needed_by(screen), screen
