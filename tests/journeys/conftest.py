"""What every journey needs: a server with a throw-away record, a workshop of its own on it,
and a real browser.
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from gathering import Gathering, by_name, go_home
from people import Someone
from playwright.sync_api import Browser, sync_playwright
from served import Doors, Server

LEFT_OUT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding",
    "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints",
    "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch",
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup",
    "SpareRendererForSitePerProcess", "Translate",
)  # fmt: skip
"""Chromium's own pages behind the address bar, which nobody sees here, cost it more than ours;
and spare processes.

The last switch of this name counts, so it says first what Playwright leaves out.
"""
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
    f"--disable-features={','.join(LEFT_OUT)}",
]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that was started as people start it."""
    started = by_name(Server(tmp_path_factory.mktemp("data"), None))
    yield started
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
def doors(server: Server) -> Doors:
    """A workshop that a host has just made by link alone."""
    return server.workshop("Commissioning and procurement policy")


@pytest.fixture
def links(doors: Doors) -> dict[str, str]:
    """Its links, by the role with which they let in."""
    return doors.links


@pytest.fixture
def come_in(browser: Browser, server: Server, links: dict[str, str]) -> Iterator[Gathering]:
    """How somebody comes in. At the end no page has asked another host for
    anything, nor complained.
    """
    gathering = Gathering(browser, server.base, links)
    yield gathering
    assert go_home(gathering.people) == []


@pytest.fixture
def somebody(browser: Browser) -> Iterator[Callable[..., Someone]]:
    """Opens a browser of somebody's own, where they do not come in by a link. At
    the end, the same.
    """
    people: list[Someone] = []

    def open(name: str, **device: Any) -> Someone:
        people.append(Someone(browser, name, **device))
        return people[-1]

    yield open
    assert go_home(people) == []
