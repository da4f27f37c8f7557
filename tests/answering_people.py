"""A workshop that asks about research, and people who answer from browsers of their own."""

import re
import uuid
from html import unescape
from typing import Any

import msgspec
from django.test import Client
from django.utils import timezone

from footpath.method import COMMANDS
from footpath.research.models import ConsentAnswer, Project, Sheet, Statement
from footpath.room.running import rooms
from footpath.workshops import doors
from footpath.workshops.making import make_workshop

_NAMED = {command.__name__: command for command in COMMANDS}
TAKE_PART = {"key": "take-part", "text": "May this study use what you say?", "purpose": "take part", "required": True}
QUOTES = {"key": "quotes", "text": "May this study quote you, without your name?", "purpose": "exact quotes"}
ARCHIVE = {"key": "archive", "text": "May it be kept in an archive?", "purpose": "archive"}


class Room:
    """A workshop whose people are asked."""

    def __init__(self) -> None:
        """Make it; nobody is there."""
        self.workshop = make_workshop(rooms().writer, "Buying")
        self.at = f"/w/{self.workshop.address}/research"

    def asks_for(
        self, title: str = "How rotas are made", version: str = "1", statements: Any = (), **sheet: Any
    ) -> str:
        """The page of a project that has published a version of its sheet."""
        project, _ = Project.objects.get_or_create(title=title)
        project.workshops.add(self.workshop)
        made = Sheet.objects.create(
            project=project, version=version, text="# What it is about", sha256="ab" * 32,
            published_at=timezone.now(), **sheet,
        )  # fmt: skip
        for statement in statements or (TAKE_PART, QUOTES, ARCHIVE):
            Statement.objects.create(sheet=made, **statement)
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
        self.id = self.asks(None, "Arrive", role, name=name, where="online")
        self.link = doors.personal_link(room.workshop, self.id, "")
        self.browser.get(self.link)

    def asks(self, person: int | None, do: str, door: str = "", **fields: Any) -> int:
        """Ask for something by the room."""
        command = msgspec.convert({"do": do, "id": str(uuid.uuid4()), **fields}, _NAMED[do])
        return rooms().submit(self.room.workshop.pk, command, person, door).made or 0

    def sees(self, page: str) -> str:
        """A page, its words and its markup."""
        return unescape(self.browser.get(page, follow=True).content.decode())

    def answers(self, page: str, sheet: str = "1", /, **given: Any) -> Any:
        """Press a button; names are written with an underscore for a hyphen."""
        fields = {name.replace("_", "-"): said for name, said in given.items()}
        return self.browser.post(page, {"sheet": sheet, **fields})


def heading(page: str) -> str:
    """The heading of a page."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)
    return unescape(found[1]) if found else ""


def plain(page: str) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())
