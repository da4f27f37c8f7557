"""A rehearsal at a server of the tests, with invented people who are quick."""

import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from live_page import Page
from served import Guest, Server

from footpath.rehearsing.what_they_say import PEOPLE


def quick() -> None:
    """The invented people take a fiftieth of the time that they take for people."""
    from footpath.rehearsing import acting

    acting.PACE, acting.BEAT = 0.02, 0.02


def made_quick(server: Server) -> None:
    """Start a server again with quick invented people."""
    server.stop()
    server.altered = quick
    server.start()


class Rehearsing:
    """Fay's rehearsal, with her device in it."""

    def __init__(self, fay: Guest) -> None:
        """Begin it."""
        self.of, self.fay = fay.address, fay
        self.begun = fay.form(f"/w/{self.of}/rehearse/begin")
        self.address = fay.address = str(self.begun.url).split("/")[4]

    def open(self) -> Page:
        """Fay opens its room, and all are in."""
        page = self.fay.open()
        comes_to_stand(page, lambda: len(views(page, "people")) == len(PEOPLE) + 1)
        return page

    def throws_away(self) -> Any:
        """Fay presses the two buttons."""
        assert "Throw it away" in self.fay.get(f"/w/{self.address}/throw-away").text
        return self.fay.form(f"/w/{self.address}/throw-away/for-good")


def views(page: Page, collection: str) -> list[dict[str, Any]]:
    """What everybody sees of a kind, as this page has it."""
    return list(page.layers["everyone"].get(collection, {}).values())


def comes_to_stand(page: Page, found: Callable[[], bool]) -> None:
    """Wait until it is so, as a page that is open does."""
    given_up = time.monotonic() + 20
    while not found():
        assert time.monotonic() < given_up, page.frames[-5:]
        page.catch_up()
        time.sleep(0.02)


def stands_still(page: Page) -> None:
    """Nothing happens any more."""
    before = -1
    while before != page.number:
        before = page.number
        time.sleep(0.5)
        page.catch_up()


def kinds_of(address: str) -> dict[str, int]:
    from footpath.record.models import RecordedEntry

    rows = RecordedEntry.objects.filter(workshop__address=address)
    return dict(Counter(rows.values_list("kind", flat=True)))
