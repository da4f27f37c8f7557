"""A workshop in which Sam told a story, wrote two notes, one of them unnamed, and the group made
lines of all that.
"""

import re
from html import unescape
from typing import Any

from served import Guest, Server

SAID = "Pay the small firms before the large ones"


class Told:
    """Fay facilitates, Sam tells, Tess takes part."""

    def __init__(self, server: Server) -> None:
        """Everything is there once, and the flipchart is closed."""
        self.doors = server.workshop()
        self.fay = self.doors.opened()
        self.sam, self.tess = self.doors.arrive("Sam"), self.doors.arrive("Tess")
        self.note = made(self.sam, "WriteNote", text=SAID)
        self.unnamed = made(self.sam, "WriteNote", text="Nobody asked us", unnamed=True)
        self.story = made(self.sam, "TellExperience", title="The ferry contract")
        self.moment = made(
            self.sam,
            "PlaceMoment",
            experience=self.story,
            text="The call came late",
            quote="Too late",
        )
        self.aim = made(
            self.fay,
            "AddAim",
            text="Small firms are paid first",
            rests_on=[self.note, self.unnamed],
        )
        self.step = made(
            self.fay, "AddElement", kind="activity", text="Call early", answers=[self.moment]
        )


def made(person: Guest, do: str, **fields: Any) -> int:
    """Ask for something; what it made."""
    return person.post(do, **fields).json()["made"]


def reads(person: Guest, path: str) -> str:
    """The text of one of a person's own pages."""
    return text_of(person.get(f"/w/{person.address}/{path}").text)


def text_of(html: str) -> str:
    """What somebody reads on a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def answers(person: Guest, line: int, do: str, **given: str) -> int:
    """Press a button beneath a line; how it was answered."""
    of = given.pop("of", "")
    return person.form(
        f"/w/{person.address}/mine/lines/{line}/{do.replace('_', '-')}{of and '?of=' + of}", **given
    ).status_code
