"""The people of one journey, each with a browser of their own: how they come together,
and how they go home.
"""

from typing import Any

from lines import Line
from people import Someone
from playwright.sync_api import Browser, expect
from served import Server


def by_name(server: Server) -> Server:
    """Its links say localhost, where a browser allows what needs a secure place."""
    server.base = f"http://localhost:{server.port}"
    return server


def go_home(people: list[Someone]) -> list[str]:
    """They close their browsers; what any of their pages complained of, or
    asked another host for.
    """
    for person in people:
        person.context.close()
        if person.line:
            person.line.close()
    return [f"{person.name}: {said}" for person in people for said in person.trouble]


class Gathering:
    """The people of one journey, each with a browser of their own, at one workshop."""

    def __init__(self, browser: Browser, server: str, links: dict[str, str]) -> None:
        """Nobody is here yet."""
        self.browser, self.server, self.links = browser, server, links
        self.people: list[Someone] = []

    def __call__(
        self, name: str, link: str = "guest", *, line: bool = False, **device: Any
    ) -> Someone:
        """Somebody comes in; with a line of their own where it is to be cut or listened to."""
        return self.somebody(name, line=line, **device).came_in(self.links[link])

    def somebody(self, name: str, *, line: bool = False, **device: Any) -> Someone:
        """Somebody opens a browser and is not in yet."""
        person = Someone(self.browser, name, Line(self.server) if line else None, **device)
        self.people.append(person)
        return person

    def opened(self) -> Someone:
        """Fay, who facilitates, comes in and opens the flipchart."""
        fay = self("Fay", "facilitator")
        fay.opens_the_flipchart()
        return fay

    def opens(self, fay: Someone, *phases: str) -> None:
        """The facilitator opens phase after phase; the last is open when this comes back."""
        for phase in phases:
            fay.presses(f"Next: {phase}")
            expect(fay.page.get_by_role("button", name=f"Next: {phase}", exact=True)).to_have_count(
                0
            )
