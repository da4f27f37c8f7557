"""`python -m bench.board`: seconds until a board of many notes can be used on a slow machine."""

import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from playwright.sync_api import Browser, sync_playwright
from served import Doors, Server

SLOWER = 4
"""Times that the processor is slower than this machine's."""
NOTES = (60, 1_200)
WRITERS, GROUPS = 12, 6
TIMES = 3
PAUSE = 0.03
"""Seconds between two notes, for a person's budget."""


def main() -> None:
    """Print a line for each number of notes."""
    with (
        tempfile.TemporaryDirectory(prefix="footpath-board-") as folder,
        sync_playwright() as playwright,
    ):
        server = Server(Path(folder), None)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        try:
            for notes in NOTES:
                doors = server.workshop()
                cookies = _furnished(doors, notes)
                took = sorted(_visit(browser, doors, cookies) for _ in range(TIMES))
                print(f"{notes:>6} notes: {', '.join(f'{one:.1f}' for one in took)} s")
        finally:
            browser.close()
            server.stop()


def _furnished(doors: Doors, notes: int) -> dict[str, str]:
    """A board of so many notes, half of them in groups; the cookies of who facilitates it."""
    heron = doors.arrive("Heron", "facilitator")
    heron.post("OpenFlipchart")
    heron.post("OpenPhase", phase="aims")
    heron.post("RevealNotes")
    made = list[int]()
    for at in range(WRITERS):
        rook = doors.arrive(f"Rook {at}")
        for one in range(notes // WRITERS):
            text = f"Whoever waits for money knows on day {at * one} when it comes, and from whom"
            made.append(rook.post("WriteNote", text=text).json()["made"])
            time.sleep(PAUSE)
    half = notes // 2 // GROUPS
    for at in range(GROUPS):
        chosen = made[at * half : (at + 1) * half]
        heron.post("GroupNotes", notes=chosen, title=f"What matters, part {at + 1}")
    return {one.name: one.value or "" for one in heron.http.cookies.jar}


def _visit(browser: Browser, doors: Doors, cookies: dict[str, str]) -> float:
    """Seconds from asking for the page until a tap on a note has chosen it."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    base = str(doors.base)
    context.add_cookies(
        [{"name": name, "value": value, "url": base} for name, value in cookies.items()]
    )
    page = context.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    began = time.monotonic()
    page.goto(f"{base}/w/{doors.address}/room", wait_until="commit")
    note = page.locator("li[id^=thing-] .words p").first
    note.wait_for(timeout=180_000)
    note.click(timeout=180_000)
    page.get_by_role("button", name="Group this one").wait_for(timeout=180_000)
    took = time.monotonic() - began
    context.close()
    return took


if __name__ == "__main__":
    main()
