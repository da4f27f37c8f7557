"""Somebody sets Footpath up, adds a passkey, and comes back with it; all of it with nothing but what pages show."""

import pytest
from people import Someone
from playwright.sync_api import Browser, expect
from serving import Server
from serving_fixtures import fresh_server  # noqa: F401
from test_anybody_can_read_it import keeps_out

pytestmark = pytest.mark.browser

A_LOCK = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def heron(browser: Browser, fresh_server: Server) -> Someone:  # noqa: F811
    """Somebody whose laptop has a lock, before a fresh installation."""
    heron = Someone(browser, "Heron")
    line = heron.context.new_cdp_session(heron.page)
    line.send("WebAuthn.enable")
    line.send("WebAuthn.addVirtualAuthenticator", {"options": A_LOCK})
    heron.goes_to(f"http://localhost:{fresh_server.port}")
    return heron


def sets_it_up(heron: Someone) -> None:
    heron.page.get_by_role("link", name="Set it up").click()
    heron.page.get_by_label("What is your organisation called?").fill("Hedgerow Co-operative")
    heron.page.get_by_label("Your name").fill("Heron")
    heron.page.get_by_label("Your e-mail address").fill("heron@example.org")
    heron.presses("Set it up and sign in")
    expect(heron.page.get_by_role("heading", name="No policy yet")).to_be_visible()


def adds_a_passkey(heron: Someone) -> None:
    heron.page.get_by_role("link", name="Heron").click()
    heron.page.get_by_role("link", name="Add a passkey").click()
    heron.page.get_by_label("A name for it").fill("Laptop")
    heron.presses("Add a passkey")
    expect(heron.page.get_by_text("Laptop", exact=True)).to_be_visible()


def test_W4_a_passkey_is_added_and_lets_in_again(heron: Someone) -> None:
    sets_it_up(heron)
    adds_a_passkey(heron)
    heron.presses("Sign out")
    heron.page.get_by_role("link", name="Sign in").first.click()
    heron.presses("Use a passkey")
    expect(heron.page.get_by_role("link", name="Heron")).to_be_visible()
    heron.page.get_by_role("link", name="Heron").click()
    heron.page.get_by_role("link", name="Remove Laptop").click()
    heron.presses("Remove it")
    expect(heron.page.get_by_text("Laptop", exact=True)).to_have_count(0)
    assert [said for said in heron.trouble if "Clear-Site-Data" not in said] == []


def test_W4_a_passkey_that_is_not_known_here_lets_nobody_in(heron: Someone, fresh_server: Server) -> None:  # noqa: F811
    sets_it_up(heron)
    adds_a_passkey(heron)
    heron.page.get_by_role("link", name="Remove Laptop").click()
    heron.presses("Remove it")
    heron.presses("Sign out")
    heron.page.get_by_role("link", name="Sign in").first.click()
    heron.presses("Use a passkey")
    expect(heron.page.get_by_role("alert").filter(visible=True)).to_be_visible()
    heron.goes_to(f"http://localhost:{fresh_server.port}/account")
    expect(heron.page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_the_pages_of_an_organisation_keep_nobody_out(heron: Someone, fresh_server: Server) -> None:  # noqa: F811
    base, found = f"http://localhost:{fresh_server.port}", keeps_out(heron, "front, fresh")
    heron.goes_to(f"{base}/setup")
    found += keeps_out(heron, "setup")
    heron.goes_to(base)
    sets_it_up(heron)
    heron.page.get_by_role("link", name="The first policy").click()
    heron.page.get_by_label("What is the policy called?").fill("Commissioning and procurement")
    heron.presses("Save")
    found += keeps_out(heron, "policy")
    heron.goes_to(f"{base}/o/hedgerow-co-operative/members")
    heron.presses("Invite")
    invitation = heron.page.locator("[data-copy]").first.get_attribute("data-copy")
    found += keeps_out(heron, "members")
    ours = ("", "/settings", "/leave", "/take-in", "/policies/new")
    for path in (*(f"/o/hedgerow-co-operative{one}" for one in ours), "/", "/account", "/account/passkeys/new"):
        heron.goes_to(base + path)
        found += keeps_out(heron, path)
    heron.presses("Sign out")
    heron.goes_to(str(invitation))
    found += keeps_out(heron, "invitation")
    heron.goes_to(f"{base}/sign-in")
    found += keeps_out(heron, "sign in")
    heron.page.get_by_label("Your e-mail address").fill("heron@example.org")
    heron.presses("Send me a code")
    found += keeps_out(heron, "code")
    assert found == [], "\n".join(found)
