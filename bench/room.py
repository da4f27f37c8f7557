"""`python -m bench.room [--pictures FOLDER]`: how much of a session the room and the wall show at
once, phase by phase, as a real browser lays them out.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from msgspec import Struct
from playwright.async_api import Browser, BrowserContext, Page, async_playwright
from served import Server

from footpath.replaying.played_people import Played
from footpath.replaying.played_workshop import PHASES
from footpath.replaying.playing import Play
from footpath.replaying.timeline import Event
from footpath.replaying.timeline_file import read
from footpath.terminal.replaying import PERFORM

SESSION = Path(__file__).resolve().parent.parent / "examples" / "hall.json"
SIGHT = Path(__file__).with_name("room_sight.js")
WHO = {"facilitator": "hazel", "scribe": "fennel", "participant": "plover"}
SIZES = ((1280, 800), (390, 844), (360, 640))
WALL = (1920, 1080)
PHONE = 500
"""Windows narrower than this are phones, with touch."""
SETTLES = 900
"""Milliseconds after which a page that has everything has drawn it."""
REFLECTIONS = ("liked", "disliked", "differently", "similar")
COUNTED = {
    "gather": ("agreement",),
    "aims": ("notes", "aims"),
    "experience": ("moments",),
    "reflect": ("reflections", "moments", "values"),
    "process": ("elements",),
    "return": ("aims",),
}
HEADS = (
    "phase",
    "who",
    "window",
    "wholly in sight (with all their words)",
    "frame",
    "height",
    "smallest words; what scrolls sideways",
)
"""Of what stands so many are in the window, cut by nothing and covered by nothing; what a drawing
shows as a number alone is there, and not with its words. `frame` is what header and footer take
of the window's height; `height` is the whole page's, in pixels.
"""


class Row(Struct, frozen=True):
    """What one window showed of a phase."""

    phase: str
    who: str
    window: str
    seen: str
    frame: str
    height: str
    more: str

    def cells(self) -> tuple[str, ...]:
        """The row as it is printed."""
        return (
            self.phase,
            self.who,
            self.window,
            self.seen,
            self.frame,
            self.height,
            self.more,
        )


def things_of(who: Played, phase: str) -> list[dict[str, Any]]:
    """What stands in a phase as somebody knows it: its kind, id, words, and the story that it is
    of.
    """
    moments = who.see("moments")
    found: list[dict[str, Any]] = []
    for kind in COUNTED[phase]:
        things = who.see("notes" if kind == "reflections" else kind)
        for id, thing in things.items():
            if thing.get("state") or (kind == "notes" and thing["kind"] != "note"):
                continue
            if kind == "reflections" and thing["kind"] not in REFLECTIONS:
                continue
            about: list[int] = [id] if kind == "moments" else thing.get("about") or []
            of = next((moments[one]["experience"] for one in about if one in moments), None)
            text = thing.get("text") or thing.get("name")
            found.append({"kind": kind, "id": id, "text": text, "story": of})
    return found


def counted(things: list[dict[str, Any]]) -> str:
    """So many of so many; of several stories, of those that the page draws anything of."""
    drawn = {one["story"] for one in things if one["kind"] == "moments" and one["there"]}
    parts: list[str] = []
    for kind in dict.fromkeys(one["kind"] for one in things):
        meant = [
            one
            for one in things
            if one["kind"] == kind and (one["story"] is None or not drawn or one["story"] in drawn)
        ]
        seen, whole = (sum(one[what] for one in meant) for what in ("seen", "read"))
        parts.append(f"{kind} {seen}/{len(meant)}" + (f" ({whole})" if whole != seen else ""))
    return ", ".join(parts)


class Looking:
    """Looks at a session from everywhere, each time that one of its phases is full."""

    def __init__(self, browser: Browser, pictures: Path | None) -> None:
        """Nothing was looked at."""
        self.browser, self.pictures = browser, pictures
        self.rows: list[Row] = []
        self.wall: Page | None = None
        self.phase = ""

    async def perform(self, play: Play, event: Event) -> None:
        """Play on, and look before a phase is left, or before a vote or a break covers it."""
        if event["do"] in ("open_step", "dots", "break", "close") and self.phase:
            await self.look(play)
            self.phase = ""
        await PERFORM[event["do"]](play, event)
        if event["do"] == "open_step":
            self.phase = PHASES[int(event["step"])]
        if self.wall is None:
            self.wall = await (await self._window(WALL)).new_page()
            await self.wall.goto(play.links["wall"])

    async def look(self, play: Play) -> None:
        """Every window, at the phase in which the group is."""
        await play.everybody()
        for size in SIZES:
            for role, id in WHO.items():
                person = play.people[id]
                window = await self._window(size)
                await window.add_cookies(
                    [
                        {"name": one.name, "value": one.value or "", "url": play.base}
                        for one in person.browser.jar
                    ]
                )
                page = await window.new_page()
                await page.goto(f"{play.base}/w/{play.address}/room")
                await page.locator("#question").first.wait_for()
                await self._measure(page, role, size, things_of(person, self.phase))
                await window.close()
        assert self.wall is not None
        await self._measure(self.wall, "wall", WALL, things_of(play.facilitator, self.phase))

    async def _window(self, size: tuple[int, int]) -> BrowserContext:
        phone = size[0] < PHONE
        window = await self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            has_touch=phone,
            is_mobile=phone,
            locale="en-GB",
            reduced_motion="reduce",
        )
        await window.add_init_script(path=SIGHT)
        return window

    async def _measure(
        self, page: Page, who: str, size: tuple[int, int], things: list[dict[str, Any]]
    ) -> None:
        await page.wait_for_timeout(SETTLES)
        window = f"{size[0]}×{size[1]}"
        if self.pictures:
            name = f"{list(COUNTED).index(self.phase) + 1}-{self.phase}"
            await page.screenshot(path=self.pictures / f"{name}-{who}-{size[0]}.png")
        told = await page.evaluate("things => sightOf(things)", things)
        least, sideways = told["smallest"], told["sideways"]
        more = f"{least['px']:.1f} px “{least['text']}”"
        if sideways["page"]:
            more += "; the page scrolls sideways"
        elif sideways["within"]:
            more += f"; sideways: {', '.join(sideways['within'])}"
        self.rows.append(
            Row(
                phase=self.phase,
                who=who,
                window=window,
                seen=counted(told["things"]),
                frame=f"{told['frame']:.0%}",
                height=str(told["height"]),
                more=more,
            )
        )


@contextmanager
def serving() -> Iterator[Server]:
    """A server on a record of its own."""
    with tempfile.TemporaryDirectory(prefix="footpath-room-") as folder:
        server = Server(Path(folder), None)
        server.base = f"http://localhost:{server.port}"
        try:
            yield server
        finally:
            server.stop()


async def looked_at(base: str, pictures: Path | None) -> list[Row]:
    """Play the session there, and look at it."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        looking = Looking(browser, pictures)
        play = Play(read(SESSION), base, lambda line: None, None)
        try:
            await play.run(looking.perform, "")
        finally:
            await play.close()
            await browser.close()
        return looking.rows


def main() -> None:
    """Print a line for each window and phase."""
    parser = argparse.ArgumentParser(prog="bench.room", description=__doc__)
    parser.add_argument("--pictures", type=Path, help="keeps what each window showed in a folder")
    pictures: Path | None = parser.parse_args().pictures
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    with serving() as server:
        rows = asyncio.run(looked_at(server.base, pictures))
    table = [HEADS, *(row.cells() for row in rows)]
    widths = [max(len(line[at]) for line in table) for at in range(len(HEADS))]
    for line in table:
        print("  ".join(cell.ljust(wide) for cell, wide in zip(line, widths, strict=True)).rstrip())


if __name__ == "__main__":
    main()
