"""A workshop that asks about research, and people who answer from browsers of their own."""

import re
from html import unescape
from typing import Any

from django.test import Client
from research_asking import published
from stored import Stored

from footpath.research.models import ConsentAnswer
from footpath.workshops import doors


class Room(Stored):
    """A workshop whose people are asked."""

    @property
    def at(self) -> str:
        """Where somebody sees what they are asked and answered."""
        return f"/w/{self.workshop.address}/research"

    def asks_for(self, title: str = "How rotas are made", **sheet: Any) -> str:
        """The page of a project that has published a version of its sheet."""
        project = published(self.workshop, title, **sheet).project
        return f"{self.at}/{project.address}"

    def somebody(self, name: str = "Sam", role: str = "guest") -> "Person":
        """Somebody comes in."""
        return Person(self, name, role)

    def stored(self) -> list[tuple[str, str]]:
        """Every answer in its order."""
        return list(ConsentAnswer.objects.order_by("pk").values_list("statement", "answer"))


class Person:
    """Somebody with a browser."""

    def __init__(self, room: Room, name: str, role: str) -> None:
        """Come in by a link."""
        self.room, self.browser = room, Client()
        self.id = room.arrives(name, role)
        self.link = doors.personal_link(room.workshop, self.id, "")
        self.browser.post(self.link)

    def sees(self, page: str) -> str:
        """A page, its words and its markup."""
        return unescape(self.browser.get(page, follow=True).content.decode())

    def answers(
        self, page: str, sheet: str = "1", /, *, button: str = "/answer", **given: Any
    ) -> Any:
        """Press a button; names are written with an underscore for a hyphen."""
        path, _, query = page.partition("?")
        fields = {name.replace("_", "-"): said for name, said in given.items()}
        return self.browser.post(f"{path}{button}?{query}", {"sheet": sheet, **fields})


def heading(page: str) -> str:
    """The heading of a page."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    return unescape(found[1]) if found else ""


def plain(page: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())
