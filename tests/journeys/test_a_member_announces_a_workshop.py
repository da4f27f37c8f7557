"""Heron pastes an old notice with gaps, answers what is asked, publishes it; a stranger
reads it on a phone.
"""

from collections.abc import Callable

import pytest
from people import PHONE, Someone
from playwright.sync_api import expect
from served import Server
from test_anybody_can_read_it import keeps_out

pytestmark = pytest.mark.browser

OLD_NOTICE = """Tool Library Lending Policy

Sign up here

What: the library wants to hear from all who borrow from's shelves before it writes down \
how lending goes.

Who is it for?
  • Anybody who would like a say in how the library lends
  • Anybody who has borrowed a tool, or lent one

The workshop is on Thursday 14th November, 6.30-8.30pm on Jitsi.

It goes like this:
  1. We meet around a flipchart.
  2. We say what the policy should achieve.
  3. One or two people tell how they borrowed or lent something.
  4. We use what was heard in step 4 to draw how lending should go.

We hope to come away with:
  • What the policy is for
  • A rough way of lending

Sign up, or just turn up if you know our link.

Research: if those who come consent, the evening contributes to two research projects.
  • How neighbours share what they own
"""


def begins(heron: Someone, server: Server) -> None:
    """Heron sets Footpath up, makes a policy, and begins to announce a workshop on it."""
    heron.goes_to(f"http://localhost:{server.port}")
    heron.goes_by("Set it up")
    heron.page.get_by_label("What is your organisation called?").fill("Tool Library")
    heron.page.get_by_label("Your name").fill("Heron")
    heron.page.get_by_label("Your e-mail address").fill("heron@example.org")
    heron.sends("Set it up and sign in")
    heron.goes_by("The first policy")
    heron.page.get_by_label("What is the policy called?").fill("Lending policy")
    heron.sends("Save")
    heron.goes_by("A new workshop")


def pastes(heron: Someone) -> None:
    """The old notice is read."""
    heron.page.get_by_label("The text, a calendar file's text, or a page's structured data").fill(
        OLD_NOTICE
    )
    heron.sends("Read it")
    heron.is_asked("Write the notice")


def answers(heron: Someone) -> None:
    """Everything that must be known is said; guesses are taken by a press."""
    heron.sends("Publish")
    heron.sees("Before it can be published:")
    heron.forgives("400")
    heron.sends("Europe/London")
    heron.sends("Thursday 14 November 2030, 18:30 to 20:30")
    heron.page.get_by_label("Link of the call").fill("https://meet.jit.si/ToolLibrary")
    heron.page.get_by_label("What is it about?").fill(
        "We write down together how the library lends."
    )
    heron.page.get_by_label("Who leads it?").fill("Heron, facilitator")


def test_W17_a_pasted_notice_becomes_a_page_that_somebody_reads_on_a_phone(
    fresh_server: Server,
    somebody: Callable[..., Someone],
) -> None:
    heron, passer_by = (
        somebody("Heron"),
        somebody("Passer-by", **PHONE, timezone_id="Europe/Berlin"),
    )
    begins(heron, fresh_server)
    pastes(heron)
    heron.sees("“Thursday 14th November” and no year")
    answers(heron)
    heron.sends("Publish")
    heron.is_asked("Tool Library Lending Policy")
    passer_by.goes_to(heron.page.url)
    passer_by.is_asked("Tool Library Lending Policy")
    passer_by.sees("Thursday 14 November 2030")
    passer_by.sees("19:30 to 21:30, your time")
    passer_by.sees("18:30 to 20:30, time in London")
    passer_by.sees("Anybody who has borrowed a tool, or lent one")
    passer_by.sees("How neighbours share what they own")
    passer_by.misses("meet.jit.si")
    expect(passer_by.page.get_by_role("link", name="Register")).to_be_visible()
    assert passer_by.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_W19_the_call_is_opened_from_the_room_in_a_tab_of_its_own(
    fresh_server: Server,
    somebody: Callable[..., Someone],
) -> None:
    heron, yarrow = somebody("Heron"), somebody("Yarrow")
    begins(heron, fresh_server)
    pastes(heron)
    answers(heron)
    heron.sends("Publish")
    heron.goes_by("Room and links")
    yarrow.goes_to(heron.page.locator("[data-link=guest]").inner_text())
    yarrow.page.get_by_label("What shall we call you?").fill("Yarrow")
    yarrow.sends("Come in")
    yarrow.goes_by("Go in")
    call = yarrow.page.get_by_role("link", name="The call (Jitsi)")
    expect(call).to_have_attribute("href", "https://meet.jit.si/ToolLibrary")
    expect(call).to_have_attribute("rel", "noopener noreferrer")
    expect(call).to_have_attribute("target", "_blank")


def test_the_pages_of_a_notice_keep_nobody_out(
    fresh_server: Server,
    somebody: Callable[..., Someone],
) -> None:
    heron = somebody("Heron")
    begins(heron, fresh_server)
    found = keeps_out(heron, "beginning")
    pastes(heron)
    found += keeps_out(heron, "the form, read")
    heron.sends("Publish")
    found += keeps_out(heron, "the form, not yet")
    heron.page.go_back()
    answers(heron)
    heron.sends("Publish")
    heron.is_asked("Tool Library Lending Policy")
    here = heron.page.url.partition("#")[0]
    for page in ("", "/share", "/print", "/cancel", "/notice"):
        heron.goes_to(here + page)
        found += keeps_out(heron, page)
    assert found == [], "\n".join(found)
