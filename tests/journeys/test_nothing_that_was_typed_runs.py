"""L5, W13, W27: what people type into notices, forms and sheets runs on no page, in no mail,
calendar or table.
"""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mailing import Post, entries_of, words_of
from people import Someone
from playwright.sync_api import Browser
from registering_people import Announced
from research_asking import TAKE_PART, Asked
from served import Server

from footpath.workshops.models import Workshop

pytestmark = pytest.mark.browser

NAME = "<img src=x onerror=window.ran=1>\"'>"
EVIL = (
    "</textarea></title></script><script>window.ran=2</script><svg "
    "onload=window.ran=3><style>*{color:red}</style><a href='javascript:window.ran=4'>x</a> "
    "[x](javascript:window.ran=5) {{7*7}} {% now 'Y' %} \u202e" + NAME
)
LINES = "Buying\r\nBcc: taken@example.net\r\nX-INJECTED:1\nBEGIN:VALARM"
FORMULA = "=HYPERLINK(1)"


def retitle(address: str, title: str) -> None:
    Workshop.objects.filter(address=address).update(title=title)


class Hostile:
    """A workshop into which everything was typed that could run, and the mail
    that went out of it.
    """

    def __init__(self, server: Server, post: Post) -> None:
        """Announce it, ask about research, register twice, come in, add somebody, and write."""
        self.post = post
        fields = dict.fromkeys(("what", "place", "access", "facilitators"), EVIL)
        question = {"text": EVIL[:300], "kind": "text"}
        self.workshop = Announced(
            server, drop_in=True, audience=[EVIL], outcomes=[EVIL], studies=[EVIL[:300]],
            questions=[question], call_link="https://call.example.org/'onload=window.ran=6",
            where_seen_by="everyone", **fields,
        )  # fmt: skip
        statement = {**TAKE_PART, "text": EVIL, "explained": EVIL}
        self.research = Asked(server, self.workshop.address, EVIL[:300], text="# x\n\n" + EVIL)
        self.research.publish("2", [statement], text="# x\n\n" + EVIL, what_changed=EVIL)
        self.retitle(EVIL[:290])
        self.mira = self.registers(NAME, "mira@example.org")
        self.fay = self.workshop.doors.arrive(NAME, "facilitator", could_tell="on", line=EVIL)
        self.registers(FORMULA, "")
        self.fay.post("AddPerson", name=NAME)
        self.fay.post("OpenFlipchart")
        self.fay.post("WriteNote", text=EVIL)
        self.retitle(LINES)
        self.heron = self.registers("Heron\r\nBcc: taken@example.net", "heron@example.org")

    def retitle(self, title: str) -> None:
        self.workshop.server.beside(retitle, self.workshop.address, title)

    def registers(self, name: str, email: str) -> dict[str, str]:
        """Somebody registers with nothing but what could run; the cookies of their browser."""
        said = {"access_needs": EVIL, "could_tell": "on", "line": EVIL}
        somebody = self.workshop.registers(name, email, **said)
        return {one.name: one.value or "" for one in somebody.http.cookies.jar}

    def pages(self) -> list[str]:
        """Every page that shows any of it."""
        own = (
            "", "/room", "/keep", "/links", "/people", "/people?find=img", "/outline", "/print",
            "/register", "/mine", "/mine/change", "/mine/asked", "/mine/everything", "/mine/erase",
            "/mine/words", "/research", "/research/paper",
        )  # fmt: skip
        handed = re.findall(
            r"http://\S+/me/[^\s\"<]+", self.fay.get(f"/w/{self.workshop.address}/links").text
        )[0]
        others = [
            self.research.page,
            f"/r/{self.research.address}/sheet",
            handed.removeprefix(self.fay.base),
        ]
        return [f"/w/{self.workshop.address}{page}" for page in own] + others


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hostile]:
    post = Post()
    post.up()
    monkeypatch.setenv("FOOTPATH_MAIL", post.url)
    started = Server(tmp_path, None)
    yield Hostile(started, post)
    started.stop()
    post.down()


def test_L5j_nothing_that_was_typed_runs_on_a_page_or_in_a_mail_calendar_or_table(
    browser: Browser, hostile: Hostile
) -> None:
    fay = Someone(browser, "Fay")
    base = f"http://localhost:{hostile.workshop.server.port}"
    cookies = hostile.mira | {one.name: one.value or "" for one in hostile.fay.http.cookies.jar}
    fay.context.add_cookies(
        [{"name": name, "value": value, "url": base} for name, value in cookies.items()]
    )  # type: ignore[list-item]
    for title in (EVIL[:290], LINES):
        hostile.retitle(title)
        for path in hostile.pages():
            answer = fay.page.goto(base + path)
            assert answer is not None and answer.status == 200, path
            assert not fay.runs("injected"), path
    fay.hears(lambda: len(hostile.post.taken) >= 2)
    for mail in hostile.post.taken:
        assert (
            "\n" not in str(mail["Subject"])
            and mail["Bcc"] is None
            and "taken" not in str(mail["To"])
        )
        assert not any(
            {"x-injected", "valarm"} & set(entry.contents) for _, entry in entries_of(mail)
        )
        fay.page.set_content(words_of(mail, "html"))
        assert not fay.runs("injected")
    table = hostile.fay.get(f"/w/{hostile.workshop.address}/people/attendance.csv").content.decode(
        "utf-8-sig"
    )
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert f"'{FORMULA}" in cells and not [
        cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")
    ]
    fay.context.close()
