"""A project with a sheet, researchers, and a workshop whose people said something: all that a release needs."""

import uuid
from typing import Any

import msgspec
from django.test import Client

from footpath.accounts.models import Account
from footpath.method import COMMANDS
from footpath.research import reviewing
from footpath.research.models import (
    ConsentAnswer,
    OrganisationAgreement,
    Project,
    Release,
    Sheet,
    Statement,
)
from footpath.research.permissions import Purpose
from footpath.research.releasing import look
from footpath.room import running
from footpath.room.running import rooms
from footpath.workshops.making import make_workshop

_NAMED = {command.__name__: command for command in COMMANDS}
SAID = (
    "wants the rota a month ahead", "asks for cover before anybody is ill", "pays for childcare on late shifts",
    "forgot who had the keys last winter", "would rather swap than beg for hours", "keeps quiet when money comes up",
)  # fmt: skip


def said_by(name: str) -> str:
    """What somebody writes: their own words, like nobody else's."""
    return f"{name.lower()} {SAID[ord(name[0]) % len(SAID)]}"


class Study:
    """One project, and one workshop that contributes to it."""

    def __init__(self, *names: str) -> None:
        """Make it; everybody who is named arrives, says yes to everything, and writes a note in the aims."""
        self.project = Project.objects.create(title="How rotas are made")
        self.sheet = Sheet.objects.create(
            project=self.project, version="1", covers_earlier=True, published_at="2026-01-01T00:00Z"
        )
        for purpose in (Purpose.TAKE_PART, Purpose.QUOTES):
            Statement.objects.create(sheet=self.sheet, key=purpose.value, text=purpose.value, purpose=purpose)
        self.accounts = {
            who: Account.objects.create_user(f"{who}@example.org", name=who.title())
            for who in ("rook", "sedge", "teal")
        }
        self.project.people.set([self.accounts["rook"], self.accounts["sedge"]])
        self.workshop = make_workshop(rooms().writer, "Leave")
        self.project.workshops.add(self.workshop)
        self.agree()
        self.people: dict[str, int] = {}
        self.fay = self.arrives("Fay", "facilitator")
        self.asks(self.fay, "OpenFlipchart")
        for phase in ("gather", "aims"):
            self.asks(self.fay, "OpenPhase", phase=phase)
        held = {name: self.comes(name) for name in names}
        self.asks(self.fay, "RevealNotes")
        shown = rooms().writer.look(self.workshop.pk, lambda live: dict(live.chart.renumbered)).result()
        self.notes = {name: shown[id] for name, id in held.items()}

    def agree(self, agreed: bool = True) -> None:
        """The organisation says whether it takes part."""
        OrganisationAgreement.objects.create(
            project=self.project, workshop=self.workshop, agreed=agreed, may_be_named=True
        )

    def asks(self, person: int | None, do: str, door: str = "", **fields: Any) -> int:
        """Ask for something; what was made."""
        command = msgspec.convert({"do": do, "id": str(uuid.uuid4()), **fields}, _NAMED[do])
        done = rooms().submit(self.workshop.pk, command, person, door)
        return done.made or 0

    def arrives(self, name: str, role: str = "guest") -> int:
        """Somebody comes in."""
        self.people[name] = self.asks(None, "Arrive", door=role, name=name, where="online")
        return self.people[name]

    def comes(self, name: str) -> int:
        """Somebody comes in, says yes, and writes a note."""
        person = self.arrives(name)
        self.answers(name, "yes")
        return self.asks(person, "WriteNote", text=said_by(name))

    def answers(self, name: str, answer: str, withdrawn: bool = False) -> None:
        """Somebody answers every statement in the same way."""
        for key in (Purpose.TAKE_PART.value, Purpose.QUOTES.value):
            ConsentAnswer.objects.create(
                workshop=self.workshop, project=self.project, person=self.people[name], sheet=self.sheet,
                statement=key, answer=answer, withdrawn=withdrawn, answered_at=1,
            )  # fmt: skip

    def asked(self, **given: Any) -> Release:
        """Rook asks for a release."""
        release = reviewing.ask_for(self.project, self.workshop, self.accounts["rook"], **given)
        assert release is not None
        return release

    def released(self) -> Release:
        """Rook asks for a release, and Sedge releases it with every name masked."""
        release = self.asked()
        looked = self.look(release)
        reviewing.decide(release, {one.key: True for one in looked.passages}, {}, looked)
        release.refresh_from_db()
        assert reviewing.let_go(release, self.accounts["sedge"], self.look(release).assembled.sha256) == ""
        release.refresh_from_db()
        return release

    def look(self, release: Release) -> Any:
        """What would leave with it."""
        return look(release, reviewing.day_of(release.requested_at))

    def browser(self, who: str) -> Client:
        """A browser that is signed in."""
        client = Client()
        client.force_login(self.accounts[who])
        return client

    def end(self) -> None:
        """Close the rooms, and the writer's line to the database with them."""
        rooms().writer.close()
        running._rooms = None
