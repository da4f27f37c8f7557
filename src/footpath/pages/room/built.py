"""The built front end: which files the room's page loads, read from Vite's manifest."""

from functools import cache
from pathlib import Path
from typing import TypedDict

import msgspec

MANIFEST = Path(__file__).resolve().parents[2] / "served" / "room" / "built.json"


class Built(TypedDict):
    """Addresses under the static folder."""

    script: str
    styles: list[str]


@cache
def built_files() -> Built:
    """The script and the styles of the room.

    Raises:
        RuntimeError: when the front end was never built.
    """
    if not MANIFEST.exists():
        raise RuntimeError("The room's pages were not built: run `make setup`.")
    entry = msgspec.json.decode(MANIFEST.read_bytes())["src/main.ts"]
    return Built(
        script=f"room/{entry['file']}", styles=[f"room/{style}" for style in entry.get("css", [])]
    )
