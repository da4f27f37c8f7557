"""A project with a sheet, researchers, and a workshop whose people said something: all
that a release needs.
"""

from typing import Any

from django.test import Client
from research_asking import agree, published
from stored import Stored

from footpath.accounts.models import Account
from footpath.gate.permissions import Purpose
from footpath.research import reviewing
from footpath.research.models import ConsentAnswer, Release
from footpath.research.releasing import look
from footpath.room.running import rooms

SAID = (
    "wants the rota a month ahead",
    "asks for cover before anybody is ill",
    "pays for childcare on late shifts",
    "forgot who had the keys last winter",
    "would rather swap than beg for hours",
    "keeps quiet when money comes up",
)


def said_by(name: str) -> str:
    """What somebody writes: their own words, like nobody else's."""
    return f"{name.lower()} {SAID[ord(name[0]) % len(SAID)]}"


class Study(Stored):
    """One project, and one workshop that contributes to it."""

    def __init__(self, *names: str) -> None:
        """Make it; everybody who is named arrives, says yes to everything, and writes
        a note in the aims.
        """
        super().__init__("Leave")
        statements = [
            {"key": purpose.value, "text": purpose.value, "purpose": purpose}
            for purpose in (Purpose.TAKE_PART, Purpose.QUOTES)
        ]
        self.sheet = published(
            self.workshop,
            "How rotas are made",
            statements=statements,
            covers_earlier=True,
            published_at="2026-01-01T00:00Z",
        )
        self.project = self.sheet.project
        self.accounts = {
            who: Account.objects.create_user(f"{who}@example.org", name=who.title())
            for who in ("rook", "sedge", "teal")
        }
        self.project.people.set([self.accounts["rook"], self.accounts["sedge"]])
        self.agree()
        self.opened("gather", "aims")
        held = {name: self.comes(name) for name in names}
        self.asks(self.fay, "RevealNotes")
        shown = (
            rooms().writer.look(self.workshop.pk, lambda live: dict(live.chart.renumbered)).result()
        )
        self.notes = {name: shown[id] for name, id in held.items()}

    def agree(self, agreed: bool = True) -> None:
        """The organisation says whether it takes part."""
        agree(self.workshop, self.project, agreed, may_be_named=True)

    def comes(self, name: str) -> int:
        """Somebody comes in, says yes, and writes a note."""
        person = self.arrives(name)
        self.answers(name, "yes")
        return self.asks(person, "WriteNote", text=said_by(name))

    def answers(self, name: str, answer: str, withdrawn: bool = False) -> None:
        """Somebody answers every statement in the same way."""
        for key in (Purpose.TAKE_PART.value, Purpose.QUOTES.value):
            ConsentAnswer.objects.create(
                workshop=self.workshop, project=self.project, person=self.people[name],
                sheet=self.sheet, statement=key, answer=answer, withdrawn=withdrawn, answered_at=1,
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
        assert (
            reviewing.let_go(release, self.accounts["sedge"], self.look(release).assembled.sha256)
            == ""
        )
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
