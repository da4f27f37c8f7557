"""A notice is pasted, asked about and published; somebody registers, somebody turns up; it
is held and closed.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gathering import go_home
from mailing import Post, entries_of, words_of
from people import PHONE, Someone
from playwright.sync_api import Browser, expect
from served import Server

pytestmark = pytest.mark.browser

NOTICE = """Sharing the van

Register here

Who may drive our van, when, and who pays? Come and help to write our policy on it.

Who is it for:
  • Anyone who drives the van, or would like to.
  • Anyone who has waited for it.

We meet on Wednesday 12th June, 6-8pm on Jitsi, and write the policy together from experience:

  1. Meet around a flipchart.
  2. Say what the policy should achieve.
  3. Map what one or two of us lived through.
  4. Reflect on it.
  5. Use what came out of step 4 and 5 to map how it should go.
  6. Return to the aims of step 2.

What we hope to get out of it:
  • The aims of the policy
  • A rough outline of how the van is booked

Register if you like, or just turn up if you know the link.

If and those who come agree, the evening contributes to one research project.
  • Research into how groups share things
"""


class Evening:
    """The server with its mail server, and the people with a browser of their own each."""

    def __init__(self, browser: Browser, server: Server, post: Post) -> None:
        """Nobody is here yet."""
        self.browser, self.post, self.base = browser, post, f"http://localhost:{server.port}"
        self.people: list[Someone] = []

    def __call__(self, name: str, **device: Any) -> Someone:
        """Somebody opens a browser."""
        self.people.append(Someone(self.browser, name, **device))
        return self.people[-1]

    def link_in_the_mail_to(self, person: Someone) -> str:
        """The personal link in the mail that a person got last."""
        person.hears(
            lambda: any(person.name.lower() in str(mail["To"]) for mail in self.post.taken)
        )
        mail = next(
            mail for mail in reversed(self.post.taken) if person.name.lower() in str(mail["To"])
        )
        assert [method for method, _ in entries_of(mail)] == ["REQUEST"]
        found = re.search(r"http://\S+/mine/\S+", words_of(mail))
        assert found is not None
        return found[0]


@pytest.fixture
def evening(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Evening]:
    """A fresh installation that can send mail. At the end no page has asked another
    host, nor complained.
    """
    post = Post()
    post.up()
    monkeypatch.setenv("FOOTPATH_MAIL", post.url)
    started = Server(tmp_path, None)
    evening = Evening(browser, started, post)
    yield evening
    complained = go_home(evening.people)
    started.stop()
    post.down()
    assert complained == []


def sets_up(heron: Someone, base: str) -> None:
    """The first organisation, and its first policy."""
    heron.goes_to(f"{base}/setup")
    heron.page.get_by_label("What is your organisation called?").fill("Hedgerow Co-operative")
    heron.page.get_by_label("Your name").fill("Heron")
    heron.page.get_by_label("Your e-mail address").fill("heron@example.org")
    heron.sends("Set it up and sign in")
    heron.goes_by("The first policy")
    heron.page.get_by_label("What is the policy called?").fill("Sharing the van")
    heron.sends("Save")


def announces(heron: Someone) -> str:
    """Paste the notice, answer what is asked about it, and publish it; the address of its page."""
    heron.goes_by("A new workshop")
    heron.page.get_by_label("The text, a calendar file's text").fill(NOTICE)
    heron.sends("Read it")
    expect(heron.page.get_by_label("What is it called?")).to_have_value("Sharing the van")
    expect(heron.page.get_by_label("Day", exact=True)).to_have_value("")
    heron.sees("and no year: which year is it?")
    heron.sees("Step 5 speaks of “step 4 and 5”")
    heron.sees("A name seems to have been left out")
    heron.sends("Publish")
    heron.sees("Choose the time zone of its times.")
    heron.forgives("400")
    heron.sends("Europe/London")
    with heron.page.expect_navigation():
        heron.page.locator("button.guess").filter(has_text="2030").click()
    heron.page.get_by_label("Link of the call").fill("https://meet.jit.si/hedgerow-van")
    heron.sends("Publish")
    heron.is_asked("Sharing the van")
    return heron.page.url.partition("#")[0]


def registers(yarrow: Someone, notice: str) -> None:
    """From the notice's page on a phone, without an account."""
    yarrow.goes_to(notice)
    yarrow.sees("Wednesday 12 June 2030")
    yarrow.misses("hedgerow-van")
    yarrow.goes_by("Register")
    yarrow.page.get_by_label("What shall we call you?").fill("Yarrow")
    yarrow.page.get_by_label("Your e-mail address").fill("yarrow@example.org")
    yarrow.page.get_by_label("I have an experience I could tell").check()
    yarrow.page.get_by_label("In a line, what is it about?").fill("A week without the van")
    yarrow.sends("Register")
    yarrow.is_asked("You are coming, Yarrow")


def opens_the_room(heron: Someone, notice: str) -> str:
    """The convenor goes in as facilitator and opens the flipchart; the code to read aloud."""
    heron.goes_to(f"{notice}/links")
    code = heron.page.locator(".code").inner_text()
    heron.comes_in(str(heron.page.locator("[data-link=facilitator]").get_attribute("href")))
    heron.opens_the_flipchart()
    return code


def turns_up(teasel: Someone, base: str, code: str) -> None:
    """With the code alone."""
    teasel.goes_to(base)
    teasel.page.get_by_label("The eight characters").fill(code)
    teasel.sends("Come in")
    teasel.page.get_by_label("What shall we call you?").fill("Teasel")
    teasel.sends("Come in")
    teasel.goes_by("Go in")


def closes(heron: Someone, notice: str) -> None:
    """The flipchart first, then the notice."""
    heron.closes_the_flipchart()
    heron.goes_to(notice)
    heron.sees("This workshop was held.")
    heron.sends("Close it")
    heron.sees("This workshop is closed.")


def test_W17_a_pasted_notice_becomes_a_workshop_that_is_held_and_closed(evening: Evening) -> None:
    heron, yarrow, teasel = evening("Heron"), evening("Yarrow", **PHONE), evening("Teasel")
    sets_up(heron, evening.base)
    notice = announces(heron)
    registers(yarrow, notice)
    turns_up(teasel, evening.base, opens_the_room(heron, notice))
    yarrow.goes_to(evening.link_in_the_mail_to(yarrow))
    yarrow.sends("Join now")
    for person in (heron, yarrow, teasel):
        person.stands_in("gather")
    come = {"Heron", "Yarrow", "Teasel"}
    heron.hears(
        lambda: {one["name"] for _, one in heron.changes("people") if "name" in one} == come
    )
    heron.opens_a_tab().goto(f"{notice}/people")
    heron.sees("A week without the van")
    heron.page.close()
    heron.page = heron.context.pages[0]
    closes(heron, notice)
    yarrow.goes_to(notice)
    yarrow.sees("This workshop is closed.")
