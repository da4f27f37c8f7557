"""What every journey needs: a server of its own with a throw-away record, and a real browser."""

import os
import re
from collections.abc import Iterator

import pytest
from people import Gathering
from playwright.sync_api import Browser, sync_playwright
from serving import Server

CHROMIUM_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that was started as people start it."""
    started = Server(tmp_path_factory.mktemp("data"), None)
    yield f"http://localhost:{started.port}"
    started.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=CHROMIUM_FLAGS
        )
        yield opened
        opened.close()


@pytest.fixture
def links(server: str, browser: Browser) -> dict[str, str]:
    """The links of a workshop that a host has just made by link alone."""
    page = browser.new_page()
    page.goto(server + "/make")
    page.get_by_label("What is the policy about?").fill("Commissioning and procurement policy")
    page.get_by_role("button", name="Make the workshop").click()
    page.wait_for_selector("[data-link=guest]")
    found = dict(re.findall(r'data-link="(\w+)" href="([^"]+)"', page.content()))
    page.close()
    return found


@pytest.fixture
def come_in(browser: Browser, server: str, links: dict[str, str]) -> Iterator[Gathering]:
    """How somebody comes in. At the end no page has asked another host for anything, nor complained."""
    gathering = Gathering(browser, server, links)
    yield gathering
    for person in gathering.people:
        person.context.close()
        if person.line:
            person.line.close()
    assert [f"{person.name}: {said}" for person in gathering.people for said in person.trouble] == []
