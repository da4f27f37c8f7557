"""Somebody sets Footpath up, adds a passkey, and comes back with it; all of it with nothing
but what pages show.
"""

from collections.abc import Iterator

import pytest
from people import Someone
from playwright.sync_api import Browser, expect
from served import Server
from test_anybody_can_read_it import keeps_out

pytestmark = pytest.mark.browser

A_LOCK = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def heron(browser: Browser, fresh_server: Server) -> Iterator[Someone]:
    """Somebody whose laptop has a lock, before a fresh installation."""
    heron = Someone(browser, "Heron")
    line = heron.context.new_cdp_session(heron.page)
    line.send("WebAuthn.enable")
    line.send("WebAuthn.addVirtualAuthenticator", {"options": A_LOCK})
    heron.goes_to(f"http://localhost:{fresh_server.port}")
    yield heron
    heron.context.close()


def sets_it_up(heron: Someone) -> None:
    heron.goes_by("Set it up")
    heron.page.get_by_label("What is your organisation called?").fill("Hedgerow Co-operative")
    heron.page.get_by_label("Your name").fill("Heron")
    heron.page.get_by_label("Your e-mail address").fill("heron@example.org")
    heron.sends("Set it up and sign in")
    expect(heron.page.get_by_role("heading", name="No policy yet")).to_be_visible()


def adds_a_passkey(heron: Someone) -> None:
    heron.goes_by("Heron")
    heron.goes_by("Add a passkey")
    heron.page.get_by_label("A name for it").fill("Laptop")
    heron.sends("Add a passkey")
    expect(heron.page.get_by_text("Laptop", exact=True)).to_be_visible()


def test_W4_a_passkey_is_added_and_lets_in_again(heron: Someone) -> None:
    sets_it_up(heron)
    adds_a_passkey(heron)
    heron.sends("Sign out")
    heron.goes_by("Sign in")
    heron.sends("Use a passkey")
    heron.goes_by("Heron")
    heron.goes_by("Remove Laptop")
    heron.sends("Remove it")
    expect(heron.page.get_by_text("Laptop", exact=True)).to_have_count(0)
    assert [said for said in heron.trouble if "Clear-Site-Data" not in said] == []


def test_W4_a_passkey_that_is_not_known_here_lets_nobody_in(
    heron: Someone, fresh_server: Server
) -> None:
    sets_it_up(heron)
    adds_a_passkey(heron)
    heron.goes_by("Remove Laptop")
    heron.sends("Remove it")
    heron.sends("Sign out")
    heron.goes_by("Sign in")
    heron.presses("Use a passkey")
    expect(heron.page.get_by_role("alert").filter(visible=True)).to_be_visible()
    heron.goes_to(f"http://localhost:{fresh_server.port}/account")
    expect(heron.page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_the_pages_of_an_organisation_keep_nobody_out(heron: Someone, fresh_server: Server) -> None:
    base, found = f"http://localhost:{fresh_server.port}", keeps_out(heron, "front, fresh")
    heron.goes_to(f"{base}/setup")
    found += keeps_out(heron, "setup")
    heron.goes_to(base)
    sets_it_up(heron)
    heron.goes_by("The first policy")
    heron.page.get_by_label("What is the policy called?").fill("Commissioning and procurement")
    heron.sends("Save")
    found += keeps_out(heron, "policy")
    heron.goes_to(f"{base}/o/hedgerow-co-operative/members")
    heron.sends("Invite")
    invitation = heron.page.locator("[data-copy]").first.get_attribute("data-copy")
    found += keeps_out(heron, "members")
    ours = ("", "/settings", "/leave", "/take-in", "/policies/new")
    for path in (
        *(f"/o/hedgerow-co-operative{one}" for one in ours),
        "/",
        "/account",
        "/account/passkeys/new",
    ):
        heron.goes_to(base + path)
        found += keeps_out(heron, path)
    heron.sends("Sign out")
    heron.goes_to(str(invitation))
    found += keeps_out(heron, "invitation")
    heron.goes_to(f"{base}/sign-in")
    found += keeps_out(heron, "sign in")
    heron.page.get_by_label("Your e-mail address").fill("heron@example.org")
    heron.sends("Send me a code")
    found += keeps_out(heron, "code")
    assert found == [], "\n".join(found)
