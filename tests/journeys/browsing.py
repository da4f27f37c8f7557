"""A browser of somebody's own, with all its tabs, and what goes wrong in them."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lines import Line
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, WebSocket, expect

PATIENCE = 30_000
"""How long anything may take on a machine that is busy (ms); what is there
sooner is seen sooner.
"""
IN_THE_PAGE = Path(__file__).with_name("in_the_page")
expect.set_options(timeout=PATIENCE)


class Browsing:
    """Whatever a page does that it should not is kept in `trouble`."""

    def __init__(
        self, browser: Browser, name: str, line: Line | None = None, **device: Any
    ) -> None:
        """Somebody opens a browser."""
        self.name, self.line = name, line
        self.context = browser.new_context(
            **{"locale": "en-GB", "reduced_motion": "reduce", **device}
        )
        self.context.set_default_timeout(PATIENCE)
        self.frames: list[dict[str, Any]] = []
        self.sockets: set[WebSocket] = set()
        self.asked = 0
        self.trouble: list[str] = []
        self.page = self.opens_a_tab()

    def opens_a_tab(self) -> Page:
        """A new tab, which from now on is the one in front."""
        self.page = self.context.new_page()
        self.page.on("websocket", self._listen)
        self.page.on("console", self._mind)
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("request", self._only_here)
        return self.page

    def runs(self, script: str, given: Any = None) -> Any:
        """Run a script of the folder `in_the_page` in the tab in front; what it gives back."""
        return self.page.evaluate((IN_THE_PAGE / f"{script}.js").read_text(), given)

    def _listen(self, socket: WebSocket) -> None:
        self.sockets.add(socket)
        socket.on("close", lambda ended: self.sockets.discard(ended))
        socket.on("framereceived", lambda text: self.frames.append(json.loads(text)))

    def _mind(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.trouble.append(message.text)

    def _only_here(self, request: Request) -> None:
        if urlsplit(request.url).hostname != "localhost" and not request.url.startswith(
            ("data:", "blob:")
        ):
            self.trouble.append(f"asked another host for {request.url}")

    def forgives(self, *signs: str) -> None:
        """A browser's own complaint of what was meant to happen is no trouble."""
        self.trouble = [said for said in self.trouble if not any(sign in said for sign in signs)]
