"""Sorrel saves a policy's page that Heron changed meanwhile: on a phone, without scripts,
by keyboard alone.
"""

import re
from collections.abc import Callable

import pytest
from people import PHONE, Someone
from playwright.sync_api import expect
from served import Server

pytestmark = pytest.mark.browser


def comes_as(server: Server, somebody: Someone) -> Someone:
    """They sign in by a link from the terminal, as a steward of one organisation."""
    given = (
        "--organisation",
        "Hedgerow",
        "--name",
        somebody.name,
        "--email",
        f"{somebody.name.lower()}@example.org",
    )
    link = re.search(r"/sign-in/link/\S+", server.run("setup", *given).stdout)
    assert link is not None
    somebody.goes_to(f"http://localhost:{server.port}{link[0]}")
    with somebody.page.expect_navigation():
        somebody.page.get_by_role("button").last.click()
    return somebody


def test_S11b_whoever_comes_second_sees_both_and_keeps_theirs_by_keyboard(
    fresh_server: Server,
    somebody: Callable[..., Someone],
) -> None:
    heron = comes_as(fresh_server, somebody("Heron"))
    sorrel = comes_as(fresh_server, somebody("Sorrel", **PHONE, java_script_enabled=False))
    heron.goes_to(f"http://localhost:{fresh_server.port}/o/hedgerow/policies/new")
    heron.page.get_by_label("What is the policy called?").fill("Buying")
    heron.sends("Save")
    edit = heron.page.url + "/edit"
    for one, title in ((sorrel, "Buying well"), (heron, "Buying together")):
        one.goes_to(edit)
        one.page.get_by_label("What is the policy called?").fill(title)
    heron.sends("Save")
    sorrel.page.get_by_label("What is it about, and why now?").fill("Because prices rise.")
    sorrel.sends("Save")
    asks = sorrel.page.get_by_role("alert", name="Not saved yet")
    expect(asks).to_be_focused()
    sorrel.forgives("409")
    for words in ("When you opened the page", "Heron wrote", "Buying together", "Buying well"):
        expect(asks).to_contain_text(words)
    for _ in range(3):  # to the field, theirs, mine
        sorrel.page.keyboard.press("Tab")
    expect(sorrel.page.get_by_role("button", name="Keep mine")).to_be_focused()
    sorrel.page.keyboard.press("Enter")
    expect(sorrel.page.get_by_role("heading", name="Buying well")).to_be_visible()
    expect(sorrel.page.get_by_text("Because prices rise.")).to_be_visible()
