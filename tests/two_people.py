"""Two people who have opened the same form, each in a browser of their own."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from convening import Convening, fields
from django.db import connection
from django.test import Client
from django.utils import timezone

from footpath.mail.models import Letter
from footpath.notices.models import Notice
from footpath.registering.models import Registration
from footpath.registering.news import go_on_with_mailings


class Writer:
    """Somebody with a form open."""

    def __init__(self, client: Client, path: str) -> None:
        """Open it."""
        self.client, self.path = client, path
        self.given = fields(client, path)

    def sends(self, to: str = "", **typed: Any) -> Any:
        """Send it, to its page or to a button of it, as it was opened, with something typed
        into it; what comes back is what they go on with.
        """
        answer = self.client.post(
            self.path + to, {**self.given, **{k.replace("__", "-"): v for k, v in typed.items()}}
        )
        if answer.status_code in (400, 409):
            self.given = Reread(answer.content.decode()).fields
        return answer


class Reread:
    """A page that came back, as its form would be sent."""

    def __init__(self, html: str) -> None:
        """Read it as `fields` reads a page."""

        class Page:
            content = html.encode()

            def get(self, _path: str) -> "Page":
                return self

        self.fields = fields(Page(), "")  # type: ignore[arg-type]


def both(convening: Convening, path: str) -> tuple[Writer, Writer]:
    """Sorrel and Heron open the same page."""
    return Writer(convening.device(convening.sorrel), path), Writer(
        convening.device(convening.heron), path
    )


def at_once(*sending: tuple[Writer, dict[str, Any]]) -> list[int]:
    """What each is answered, who send what they typed at the same instant."""
    ready = Barrier(len(sending))

    def send(one: tuple[Writer, dict[str, Any]]) -> int:
        try:
            ready.wait()
            return one[0].sends(**one[1]).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(sending)) as pool:
        return list(pool.map(send, sending))


def of(notice: Notice, page: str = "notice") -> str:
    """A page of a workshop."""
    return f"/w/{notice.workshop.address}/{page}"


def registered(notice: Notice) -> Registration:
    """Somebody who is told by mail of what changes."""
    return Registration.objects.create(
        workshop=notice.workshop, name="Mira", email="mira@example.org", state="coming"
    )


def told() -> list[str]:
    """The letters about changes, once they have followed."""
    go_on_with_mailings(timezone.now())
    return list(Letter.objects.filter(purpose="changed").values_list("key", flat=True))


def asked(answer: Any) -> str:
    """What the page asks, without its marks."""
    found = re.search(
        r'<section class="sheet meanwhile".*?</section>', answer.content.decode(), re.DOTALL
    )
    return (
        " ".join(re.sub(r"<[^>]+>", " ", found[0]).split()).replace("&#x27;", "'") if found else ""
    )


def now(notice: Notice) -> Notice:
    """It as it is stored."""
    return Notice.objects.get(pk=notice.pk)
