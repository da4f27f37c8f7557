"""An organisation whose members convene: their devices, a policy, and notices in every state."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from footpath.accounts.models import Account
from footpath.notices import states
from footpath.notices.models import Notice, Sitting
from footpath.notices.new_notices import make_draft
from footpath.organisations.models import Belonging, Membership, Organisation, Policy


class Convening:
    """Heron looks after Hedgerow, Sorrel convenes, Teasel is a member; Yarrow belongs elsewhere."""

    def __init__(self) -> None:
        """Everybody is there, and no notice is."""
        self.organisation = Organisation.objects.create(name="Hedgerow", address="hedgerow")
        self.heron = self.account("Heron", Belonging.STEWARD)
        self.sorrel, self.teasel = self.account("Sorrel"), self.account("Teasel")
        self.yarrow = self.account(
            "Yarrow", of=Organisation.objects.create(name="Elsewhere", address="elsewhere")
        )
        self.policy = Policy.objects.create(
            organisation=self.organisation, title="Buying", sides=["client", "provider"]
        )
        self.made = 0

    def account(
        self, name: str, role: Belonging = Belonging.MEMBER, of: Organisation | None = None
    ) -> Account:
        """Somebody who can sign in, and belongs to an organisation."""
        account = Account.objects.create_user(f"{name.lower()}@example.org", name=name)
        Membership.objects.create(organisation=of or self.organisation, account=account, role=role)
        return account

    def device(self, account: Account | None) -> Client:
        """A browser in which somebody is signed in, or nobody."""
        client = Client()
        if account is not None:
            client.force_login(account)
        return client

    def draft(self, *, days: float = 30, hours: float = 2, **given: Any) -> Notice:
        """A draft of Sorrel's, with one sitting in so many days."""
        self.made += 1
        given = {"what": "How we buy.", "time_zone": "Europe/London", **given}
        notice = make_draft(
            self.policy,
            self.sorrel,
            f"test-{self.made}",
            given.pop("title", "Buying well"),
            **given,
        )
        starts_at = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(days=days)
        Sitting.objects.create(
            notice=notice, starts_at=starts_at, ends_at=starts_at + timedelta(hours=hours)
        )
        return notice

    def published(self, **given: Any) -> Notice:
        """A notice that was published."""
        notice = self.draft(**given)
        states.publish(notice)
        return notice


def fields(client: Client, path: str) -> dict[str, Any]:
    """Every field of a form as a browser would send it back."""
    from html.parser import HTMLParser

    given: dict[str, Any] = {}

    class Reading(HTMLParser):
        select = area = ""

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            at = {key: value or "" for key, value in attrs}
            name = at.get("name", "")
            if (
                tag == "input"
                and name
                and (at.get("type") not in ("checkbox", "radio") or "checked" in at)
            ):
                given[name] = at.get("value", "on" if at.get("type") == "checkbox" else "")
            elif tag == "select":
                self.select = name
                given.setdefault(name, "")
            elif tag == "option" and "selected" in at:
                given[self.select] = at.get("value", "")
            elif tag == "textarea":
                self.area = name
                given[name] = ""

        def handle_endtag(self, tag: str) -> None:
            if tag == "textarea":
                given[self.area] = given[self.area].removeprefix("\n")
                self.area = ""

        def handle_data(self, data: str) -> None:
            if self.area:
                given[self.area] += data

    Reading().feed(client.get(path).content.decode())
    return given
