"""S12: whatever address is opened, and whoever opens it, no row of any table is another afterwards.

Strangers are told of most addresses that there is no such page, and such an answer proves
nothing: so each address is opened here by those to whom it belongs, and one that nobody can
open fails the test.
"""

import json
import re
import uuid
from typing import Any

from allauth.mfa.models import Authenticator
from convening import Convening
from django.db import connection
from django.utils import timezone
from every_row import every_row

from addresses import ADDRESSES
from addresses.buttons import BUTTONS
from footpath.accounts.models import Account
from footpath.accounts.sign_in_links import token_for
from footpath.method import Flipchart
from footpath.organisations.invitations import invite, link_of
from footpath.registering.models import Registration
from footpath.registering.personal_links import path_of as own_path
from footpath.research.information_sheets import Project, Sheet, Statement
from footpath.research.models import ConsentAnswer, Release
from footpath.room.running import rooms
from footpath.workshops.doors import link_token, links_of, personal_link

ELSEWHERE = {
    "account/passkeys/new": "keeps in one's own session what the passkey has to sign",
    "mails": "the demonstration's alone",
    "mails/<str:name>": "the demonstration's alone",
    "mails/<str:name>/page": "the demonstration's alone",
    "mails/<str:name>/<int:number>": "the demonstration's alone",
    "w/<str:address>/throw-away": "a rehearsal's alone, and opened in test_rehearsals",
    "sign-in/with/<slug:provider_id>": "there is no provider",
    "setup": "there are accounts",
    "sign-in/with/<slug:provider_id>/back": "there is no provider",
}
"""The first changes what is its reader's alone, the others nobody can open here. What the
operator's administration shows are Django's own pages of its tables.
"""


class World:
    """A workshop with a notice, a study and everybody's browser."""

    def __init__(self, convening: Convening) -> None:
        """Everybody has arrived where they belong."""
        self.convening, self.notice = convening, convening.published(drop_in=True)
        workshop = self.notice.workshop
        self.address, links = workshop.address, links_of(workshop, "")
        operator = Account.objects.create_user(
            "operator@example.org", name="Operator", is_staff=True
        )
        researcher = convening.account("Rush")
        accounts = {
            "convenor": convening.sorrel,
            "steward": convening.heron,
            "researcher": researcher,
            "operator": operator,
        }
        self.browsers = {who: convening.device(one) for who, one in accounts.items()}
        self.study(researcher)
        for who in ("signing in", "registered", "guest", "facilitator"):
            self.browsers[who] = convening.device(None)
            if who in links:
                self.browsers[who].post(
                    links[who], {"arriving": str(uuid.uuid4()), "name": who, "where": "online"}
                )
        self.browsers["signing in"].post("/sign-in", {"email": "teasel@example.org"})
        given = {"made_with": str(uuid.uuid4()), "name": "Mira", "email": "mira@example.org"}
        self.browsers["registered"].post(f"/w/{self.address}/register", given)
        self.paths = self.filled(links)

    def study(self, researcher: Account) -> None:
        """A project with a sheet, to which the workshop contributes, and a release
        that was asked for.
        """
        self.project = Project.objects.create(
            organisation=self.convening.organisation, title="Rotas"
        )
        self.project.people.add(researcher)
        self.project.workshops.add(self.notice.workshop)
        sheet = Sheet.objects.create(project=self.project, version="1.0", text="# Sheet")
        Statement.objects.create(sheet=sheet, key="c1", text="I take part.", purpose="take part")
        Sheet.objects.filter(pk=sheet.pk).update(published_at=timezone.now())
        self.release = Release.objects.create(
            project=self.project,
            workshop=self.notice.workshop,
            seed=b"0" * 32,
            requested_by=researcher,
        )

    def filled(self, links: dict[str, str]) -> dict[str, str]:
        """Each address that can be opened, with what exists."""
        workshop, mira = self.notice.workshop, Registration.objects.get(name="Mira")
        guest, note = (
            self.says("guest", "Ours is late every month."),
            rooms().read(workshop.pk, first_thing),
        )
        ConsentAnswer.objects.create(
            workshop=workshop, project=self.project, registration=mira, sheet=Sheet.objects.get(),
            statement="c1", answer="yes", answered_at=0,
        )  # fmt: skip
        key = Authenticator.objects.create(
            user=self.convening.sorrel, type="webauthn", data={"name": "A key"}
        )
        invited = link_of(invite(self.convening.organisation, self.convening.heron, "member"), "")
        policy, project = self.convening.policy.address, self.project.address
        of = {"w": self.address, "o": "hedgerow", "p": policy, "r": project}
        own = {
            "w/<str:address>/join/<str:token>": links["guest"],
            "w/<str:address>/wall/<str:token>": links["wall"],
            "w/<str:address>/outline/<str:token>": links["outline"],
            "w/<str:address>/outline/<str:token>.md": links["outline"] + ".md",
            "w/<str:address>/me/<str:token>/<int:person>": personal_link(workshop, guest, ""),
            "w/<str:address>/made/<str:token>": (
                f"w/{self.address}/made/{link_token(workshop, 'links')}"
            ),
            "w/<str:address>/mine/<str:token>/<int:id>": own_path(mira),
            "invitation/<int:id>/<str:token>": invited,
            "account/passkeys/<int:pk>/remove": f"account/passkeys/{key.pk}/remove",
            "sign-in/link/<str:token>": f"sign-in/link/{token_for(self.convening.teasel)}",
            **self.of_note_and_project(note),
        }
        filled = {
            one: own.get(one) or re.sub("<[a-z]+:address>", of.get(one[:1], ""), one)
            for one in pages()
        }
        filled |= buttons_of(of)
        return {one: "/" + path.lstrip("/") for one, path in filled.items() if one not in ELSEWHERE}

    def of_note_and_project(self, note: int) -> dict[str, str]:
        """The addresses that are about a note, or about the project and its release."""
        here, project = f"w/{self.address}", self.project.address
        return {
            "w/<str:address>/mine/lines/<int:line>": f"{here}/mine/lines/{note}",
            "w/<str:address>/mine/take-back/<str:thing>": f"{here}/mine/take-back/{note}",
            "w/<str:address>/copies/<str:thing>": f"{here}/copies/{note}",
            "w/<str:address>/research/<str:project>": f"{here}/research/{project}",
            "w/<str:address>/research/<str:project>/copy": f"{here}/research/{project}/copy",
            "r/<str:address>/releases/<str:release>": (
                f"r/{project}/releases/{self.release.address}"
            ),
        }

    def says(self, who: str, text: str) -> int:
        """Somebody writes a note; which person they are."""
        asked = {"do": "WriteNote", "id": str(uuid.uuid4()), "text": text}
        self.browsers[who].post(
            f"/w/{self.address}/commands", json.dumps(asked), content_type="application/json"
        )
        return int(self.browsers[who].cookies[f"footpath-{self.address}"].value.partition(".")[0])


def pages() -> list[str]:
    """Every page that can be opened, apart from the administration's."""
    read = {one for one, row in ADDRESSES.items() if row[0] == "GET"} - set(BUTTONS)
    return [one for one in read if not one.startswith("admin/")]


def buttons_of(of: dict[str, str]) -> dict[str, str]:
    """The address of each button, of the same workshop, organisation and project."""
    whole = {one: re.sub("<[a-z]+:address>", of[one[:1]], one) for one in BUTTONS}
    return {one: re.sub("<[a-z]+:[a-z]+>", "1", path) for one, path in whole.items()}


def first_thing(chart: Flipchart) -> int:
    return next(iter(chart.things))


def test_S12_no_address_changes_anything_by_being_opened(convening: Convening) -> None:
    world, asked = World(convening), list[str]()
    before, to_nobody = every_row(), list[str]()

    def listening(execute: Any, sql: str, *given: Any) -> Any:
        if re.match("INSERT|UPDATE|DELETE", sql):
            asked.append(f"{path}: {sql}")
        return execute(sql, *given)

    with connection.execute_wrapper(listening):
        for path in world.paths.values():
            if not {200, 302} & {
                browser.get(path).status_code for browser in world.browsers.values()
            }:
                to_nobody.append(path)
    after = every_row()
    assert [table for table in before if before[table] != after[table]] == [], asked
    assert not to_nobody, " ".join(to_nobody)
