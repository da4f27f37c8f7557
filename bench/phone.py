"""`python -m bench.phone`: bytes and seconds until a room is usable on a slow phone, anew
and a minute later.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from playwright.sync_api import BrowserContext, sync_playwright
from served import Server

LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbit/s each way, and 400 ms for each question."""
SLOWER = 4
"""Times that the processor is slower than this machine's."""
LATER = 65
"""Seconds after which somebody comes back: what is kept for a minute is asked for again."""
TIMES = 3


def main() -> None:
    """Print a line for each visit."""
    with (
        tempfile.TemporaryDirectory(prefix="footpath-phone-") as folder,
        sync_playwright() as playwright,
    ):
        server = Server(Path(folder), None)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        try:
            doors = server.workshop()
            heron = doors.arrive("Heron", "facilitator")
            heron.post("OpenFlipchart")
            heron.post("OpenPhase", phase="aims")
            for at in range(TIMES):
                rook = doors.arrive(f"Rook {at}")
                phone = browser.new_context(
                    viewport={"width": 360, "height": 740}, base_url=server.base
                )
                phone.add_cookies(
                    [
                        {"name": one.name, "value": one.value or "", "url": server.base}
                        for one in rook.http.cookies.jar
                    ]
                )
                path = f"/w/{doors.address}/room"
                _visit(phone, path, "anew")
                time.sleep(LATER)
                _visit(phone, path, "a minute later")
                phone.close()
        finally:
            browser.close()
            server.stop()


def _visit(phone: BrowserContext, path: str, what: str) -> None:
    page = phone.new_page()
    line = phone.new_cdp_session(page)
    received: list[float] = []

    def count(event: dict[str, Any]) -> None:
        received.append(event["encodedDataLength"])

    line.on("Network.loadingFinished", count)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    began = time.monotonic()
    page.goto(path, wait_until="commit")
    page.locator("main textarea").first.wait_for(timeout=60_000)
    took = time.monotonic() - began
    page.wait_for_timeout(2_000)
    print(f"{what:>16}: {took:5.1f} s, {sum(received) / 1000:6.1f} kB in {len(received)} answers")
    page.close()


if __name__ == "__main__":
    main()
