"""A workshop that was announced, and people who register for it from devices of their own."""

import re
import uuid
from datetime import timedelta
from html import unescape
from typing import Any

import httpx
from django.utils import timezone
from opened import seal_in
from served import Device, Server

from footpath.mail.models import Letter
from footpath.mail.writing import write
from footpath.notices.models import Notice, Sitting, Study
from footpath.registering.models import Question, Registration
from footpath.workshops.models import Workshop


class Announced:
    """A workshop with a notice; what its tables say."""

    def __init__(
        self,
        server: Server,
        *,
        days: float = 10,
        studies: Any = (),
        questions: Any = (),
        **notice: Any,
    ) -> None:
        """Announce a workshop that begins in so many days."""
        self.server, self.doors = server, server.workshop()
        self.address = self.doors.address
        self.announce(days=days, studies=studies, questions=questions, state="published", **notice)

    def announce(
        self, *, days: float = 10, studies: Any = (), questions: Any = (), **notice: Any
    ) -> None:
        """Write the notice, or write it again."""
        self.server.beside(_announce, self.address, days, studies, questions, notice)

    def somebody(self, **headers: str) -> "Registering":
        """A browser that was never here."""
        return Registering(self, headers)

    def registers(self, name: str = "Yarrow", email: str = "", **fields: Any) -> "Registering":
        """Somebody registers."""
        somebody = self.somebody()
        somebody.registers(name, email, **fields)
        return somebody

    def states(self) -> dict[str, str]:
        """Where everybody stands who counts, by name."""
        return self.server.beside(_states, self.address)


class Registering(Device):
    """Somebody's browser on the way to registering."""

    def __init__(self, workshop: Announced, headers: dict[str, str]) -> None:
        """Open the form."""
        super().__init__(workshop.doors.base)
        self.http.headers.update(headers)
        self.address, self.workshop = workshop.address, workshop
        self.form_page = self.get(f"/w/{self.address}/register")

    def registers(self, name: str = "Yarrow", email: str = "", **fields: Any) -> httpx.Response:
        """Send the form."""
        given = {"made_with": str(uuid.uuid4()), "name": name, "email": email, **fields}
        self.came = self.form(f"/w/{self.address}/register", **given)
        return self.came

    def mine(self) -> str:
        """One's own page."""
        return self.get(f"/w/{self.address}/mine").text

    def presses(self, do: str) -> httpx.Response:
        """Press a button of one's own page."""
        return self.form(f"/w/{self.address}/mine/{do}")

    def link(self) -> str:
        """The personal link, without the installation's address."""
        found = re.search(r'data-copy="([^"]+/mine/[^"]+)"', self.mine())
        assert found is not None
        return unescape(found[1]).removeprefix(self.base)

    @property
    def heading(self) -> str:
        """What one's own page says first."""
        return heading(self.mine())


def heading(html: str) -> str:
    """The heading of a page."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", found[1])) if found else ""


def people(fay: Device, press: str = "", **given: Any) -> str:
    """The page of a workshop's people, or what comes after pressing one of its buttons."""
    path = f"/w/{fay.address}/people"
    page = fay.get(path).text
    if not press:
        return page
    return fay.form(f"{path}/{press}", **given, **{"opened-with": seal_in(page)}).text


def mailed(workshop: Announced, name: str = "Lena") -> str:
    """The link in the newest letter to somebody."""
    return re.findall(
        r"/w/\S+/mine/[0-9a-f]+/[0-9]+",
        next(body for _, body in reversed(letters_to(workshop, name)) if body),
    )[0]


def letters_to(workshop: Announced, name: str) -> list[tuple[str, str]]:
    """All letters to somebody, written now: what each is for, and its text; empty where
    there is nothing to be said any more.
    """
    return workshop.server.beside(_letters, workshop.address, name)


def goes_astray(workshop: Announced, name: str) -> None:
    """Let the confirmation of somebody have been refused."""
    workshop.server.beside(_refuse, workshop.address, name)


def _announce(address: str, days: float, studies: Any, questions: Any, about: Any) -> None:
    workshop = Workshop.objects.get(address=address)
    starts = timezone.now() + timedelta(days=days)
    notice, _ = Notice.objects.update_or_create(workshop=workshop, defaults=about)
    times = {"starts_at": starts, "ends_at": starts + timedelta(hours=2)}
    Sitting.objects.get_or_create(notice=notice, defaults=times)
    sheet = "https://example.org/sheet"
    for title in studies:
        Study.objects.get_or_create(notice=notice, title=title, sheet_link=sheet)
    for question in questions:
        Question.objects.create(workshop=workshop, **question)


def _states(address: str) -> dict[str, str]:
    here = Registration.objects.filter(workshop__address=address)
    return dict(here.order_by("pk").values_list("name", "state"))


def _letters(address: str, name: str) -> list[tuple[str, str]]:
    to = Letter.objects.filter(registration__name=name, registration__workshop__address=address)
    return [
        (letter.purpose, str(one.body) if (one := write(letter)) else "")
        for letter in to.order_by("pk")
    ]


def _refuse(address: str, name: str) -> None:
    here = Registration.objects.get(name=name, workshop__address=address)
    letters = Letter.objects.filter(registration=here, purpose="registered")
    letters.update(state="refused", trouble="550 nobody of that name")
