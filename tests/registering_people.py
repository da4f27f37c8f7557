"""A workshop that was announced, and people who register for it from devices of their own."""

import json
import re
import uuid
from html import unescape
from typing import Any

import beside
import httpx
from opened import seal_in
from serving import Device, Server

ANNOUNCE = """
import json, sys
from datetime import timedelta
from django.utils import timezone
from footpath.notices.models import Notice, Sitting, Study
from footpath.registering.models import Question
from footpath.workshops.models import Workshop
given = json.loads(sys.argv[1])
workshop = Workshop.objects.get(address=given["address"])
starts = timezone.now() + timedelta(days=given["days"])
notice, _ = Notice.objects.update_or_create(workshop=workshop, defaults=given["notice"])
Sitting.objects.get_or_create(notice=notice, defaults={"starts_at": starts, "ends_at": starts + timedelta(hours=2)})
for title in given["studies"]:
    Study.objects.get_or_create(notice=notice, title=title, sheet_link="https://example.org/sheet")
for question in given["questions"]:
    Question.objects.create(workshop=workshop, **question)
"""

ASTRAY = """
import json, sys
given = json.loads(sys.argv[1])
from footpath.mail.models import Letter
from footpath.registering.models import Registration
here = Registration.objects.get(name=given["name"], workshop__address=given["address"])
letters = Letter.objects.filter(registration=here, purpose="registered")
letters.update(state="refused", trouble="550 nobody of that name")
"""

LETTERS = """
import json, sys
from footpath.mail.models import Letter
from footpath.mail.writing import write
given = json.loads(sys.argv[1])
letters = Letter.objects.filter(registration__name=given["name"], registration__workshop__address=given["address"])
written = [write(letter) for letter in letters.order_by("pk")]
print(json.dumps([[letter.purpose, one.body if one else ""] for letter, one in zip(letters.order_by("pk"), written)]))
"""


class Announced:
    """A workshop with a notice; what its tables say."""

    def __init__(
        self, server: Server, *, days: float = 10, studies: Any = (), questions: Any = (), **notice: Any
    ) -> None:
        """Announce a workshop that begins in so many days."""
        self.server, self.doors = server, server.workshop()
        self.address = self.doors.address
        self.announce(days=days, studies=studies, questions=questions, state="published", **notice)

    def announce(self, *, days: float = 10, studies: Any = (), questions: Any = (), **notice: Any) -> None:
        """Write the notice, or write it again."""
        given = {"address": self.address, "days": days, "studies": studies, "questions": questions, "notice": notice}
        self.asks(ANNOUNCE, given)

    def asks(self, script: str, given: Any) -> str:
        """Run a few lines against the server's database, as another part of Footpath would; what they print."""
        return run(self.server, script, given)

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
        script = """
import json, sys
from footpath.registering.models import Registration
rows = Registration.objects.filter(workshop__address=json.loads(sys.argv[1])).order_by("pk")
print(json.dumps(list(rows.values_list("name", "state"))))
"""
        return dict(json_of(self.asks(script, self.address)))


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
        return self.form(f"/w/{self.address}/mine", do=do)

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


def run(server: Server, script: str, given: Any) -> str:
    """Run a few lines in a process of its own, on the server's database."""
    env = {**server.env, "DJANGO_SETTINGS_MODULE": "footpath.config.settings"}
    return beside.run(env, script, json.dumps(given))


def json_of(text: str) -> Any:
    """What was printed as JSON."""
    return json.loads(text)


def people(fay: Device, **given: Any) -> str:
    """The page of a workshop's people, or what comes after pressing one of its buttons."""
    path = f"/w/{fay.address}/people"
    page = fay.get(path).text
    return fay.form(path, **given, **{"opened-with": seal_in(page)}).text if given else page


def goes_astray(workshop: Announced, name: str) -> None:
    """Let the confirmation of somebody have been refused."""
    run(workshop.server, ASTRAY, {"name": name, "address": workshop.address})
